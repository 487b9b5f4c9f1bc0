import preact from "@preact/preset-vite";
import { defineConfig } from "vite";

// One script with a name that a page can rely on; all else as Vite does it.
export default defineConfig({
  plugins: [preact()],
  build: { rollupOptions: { input: "src/main.jsx", output: { entryFileNames: "card.js" } } },
});
