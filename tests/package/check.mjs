// The package as other programs read it: by the schemas of its descriptions, and in Node.js.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import Ajv from "ajv";
import addFormats from "ajv-formats";

const read = async (name) => JSON.parse(await readFile(`node_modules/${name}`, "utf8"));

// ---- What editors read has the shape that its standard asks for ----

const fits = async (name, schema, Validator = Ajv) => {
  const validate = addFormats(new Validator({ strict: false })).compile(await read(schema));
  assert.ok(validate(await read(`summary-card/${name}`)), `${name}: ${JSON.stringify(validate.errors)}`);
};
await fits("custom-elements.json", "custom-elements-manifest/schema.json");

// ---- Every file that the manifest names is there ----

const manifest = await read("summary-card/package.json");
const targets = (value) => (typeof value === "string" ? [value] : Object.values(value).flatMap(targets));
for (const target of targets(manifest.exports).filter((each) => !each.includes("*")))
  assert.ok((await readFile(`node_modules/summary-card/${target}`)).length, target);

// ---- A server that renders loads the package, and nothing of a page is touched ----

for (const name of ["document", "window", "HTMLElement", "customElements"])
  Object.defineProperty(globalThis, name, {
    get() {
      throw new Error(`${name} was touched`);
    },
  });
const { version, integrity } = await import("summary-card");
assert.equal(version, manifest.version);
assert.deepEqual({ ...integrity }, await read("summary-card/integrity.json"));
assert.equal(await import("summary-card/server"), await import("summary-card"));
