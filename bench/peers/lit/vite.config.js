import { defineConfig } from "vite";

// One script with a name that a page can rely on; all else as Vite does it.
export default defineConfig({
  build: { rollupOptions: { input: "src/lit-card.js", output: { entryFileNames: "card.js" } } },
});
