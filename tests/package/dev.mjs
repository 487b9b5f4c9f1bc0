// Vite while one works, which serves each module by itself: what the package's entry asks for is sent as it is.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "vite";

const server = await createServer({ root: "react", logLevel: "warn", server: { port: 0, host: "127.0.0.1" } });
try {
  await server.listen();
  const page = `http://127.0.0.1:${server.httpServer.address().port}/`;
  const fetchText = async (address) => {
    const answer = await fetch(new URL(address, page));
    assert.equal(answer.status, 200, String(address));
    return answer.text();
  };
  const app = await fetchText("/App.tsx");
  const [, entry] = app.match(/import "([^"]*summary-card[^"]*)"/) ?? assert.fail(app);
  const module = new URL(entry, page);
  const files = [...(await fetchText(module)).matchAll(/new URL\(\s*["'`]([^"'`]*)["'`]/g)].map(([, file]) => file);
  assert.ok(files.length > 20, `${module}: ${files}`);
  for (const file of files) {
    const { pathname } = new URL(file, module);
    // As a browser asks for a style sheet, which Vite would make a script of otherwise.
    const answer = await fetch(new URL(file, module), { headers: { accept: file.includes(".css") ? "text/css" : "*/*" } });
    const [, name] = pathname.match(/\/summary-card\/(.*)$/) ?? assert.fail(`${module} asks for ${pathname}`);
    const bytes = await readFile(`node_modules/summary-card/${name}`);
    const sent = Buffer.from(await answer.arrayBuffer());
    // After a script it may say where its source is.
    assert.ok(name.endsWith(".js") ? sent.includes(bytes) : sent.equals(bytes), name);
  }
} finally {
  await server.close();
}
