// Starts the desk, or says that it cannot be started.
try {
  const { default: start } = await import("./summary-card-desk.js");
  await start({ module_or_path: new URL("summary-card-desk_bg.wasm", import.meta.url) });
} catch (why) {
  document.getElementById("loading")?.remove();
  document.getElementById("why").textContent = String(why);
  document.getElementById("failed").hidden = false;
}
