import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

// Here a warning is a failure.
const onwarn = ({ message }) => {
  throw new Error(message);
};

export default defineConfig({
  plugins: [svelte({ configFile: false, onwarn })],
  publicDir: "../public",
});
