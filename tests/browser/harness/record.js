// Runs before every page's own scripts, and takes its own element away: writes down what a test asks for later.
(() => {
  document.currentScript?.remove();
  const record = { events: [], violations: [], errors: [], console: [], shift: 0 };
  // The names of the contract; a listener needs each by name.
  for (const name of ["ready", "error", "claim-toggle", "quote-show", "comment-submit", "comment-post"]) {
    // In the bubbling phase: an event that does not bubble out of the card is not seen.
    window.addEventListener(`summary-card:${name}`, (event) => {
      record.events.push({ kind: name, detail: event.detail ?? null, card: event.target.id ?? "" });
    });
  }
  document.addEventListener("securitypolicyviolation", (event) => {
    // Firefox asks for the site's icon on its own, and tells that the policy refuses it.
    if (event.blockedURI.endsWith("/favicon.ico")) return;
    record.violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
  });
  window.addEventListener("error", (event) => record.errors.push(String(event.message)));
  window.addEventListener("unhandledrejection", (event) => record.errors.push(String(event.reason)));
  // A picture, script or style sheet that does not load says so on its element alone.
  const loading = (event) => {
    const { target } = event;
    if (target instanceof Element) record.console.push(`error not loaded: ${target.src ?? target.href}`);
  };
  window.addEventListener("error", loading, { capture: true });
  for (const level of ["warn", "error"]) {
    const say = console[level];
    console[level] = (...words) => {
      record.console.push([level, ...words].join(" "));
      say.apply(console, words);
    };
  }
  if (PerformanceObserver.supportedEntryTypes.includes("layout-shift"))
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) record.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  Object.defineProperty(window, "__record", { value: record });
})();
