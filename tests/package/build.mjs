// Builds the page of each framework, once as the browser renders it (`index.html`) and once with what the server has
// rendered in it (`server.html`); and a page without one. A warning of a bundler is a failure.

import { copyFile, readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { build, createLogger } from "vite";
import webpack from "webpack";

const warnings = [];

const quiet = createLogger("warn");
quiet.info = () => {};
quiet.warn = quiet.warnOnce = (text) => warnings.push(text);

/** Builds a page or, with `ssr`, the program that renders it on a server. */
const make = (name, outDir, ssr) =>
  build({ root: name, customLogger: quiet, build: { outDir: `../out/${outDir}`, emptyOutDir: true, ssr } });

for (const [name, server] of [["react", "server.tsx"], ["vue", "server.js"], ["svelte", "server.js"]]) {
  await make(name, name);
  await make(name, `${name}-server`, server);
  const { render } = await import(`./out/${name}-server/server.js`);
  const page = await readFile(`out/${name}/index.html`, "utf8");
  const parts = page.split("<!--app-->");
  if (parts.length !== 2) throw new Error(`${name}/index.html has lost the place of the app`);
  await writeFile(`out/${name}/server.html`, parts.join(await render()));
}

// Without a framework, by another bundler. It finds the WebAssembly large, as it finds every file of 250 KB.
const stats = await promisify(webpack)({
  mode: "production",
  entry: "./webpack/main.js",
  output: { path: resolve("out/webpack"), clean: true },
  performance: { hints: false },
});
const said = stats.toJson({ all: false, errors: true, warnings: true });
warnings.push(...[...said.errors, ...said.warnings].map(({ message }) => message));
await copyFile("webpack/index.html", "out/webpack/index.html");
await copyFile("public/bridge.json", "out/webpack/bridge.json");

if (warnings.length) throw new Error(warnings.join("\n"));
