// Runs before every page's own scripts, the same on all: writes down when a page can be read and when it is live, and
// what that cost. A page says in attributes of its <html> what to look for, as CSS selectors that are looked for in the
// document and in every open shadow root:
//   data-readable   there and in sight: the page can be read
//   data-live       the same: it answers; in as many roots as data-cards says
(() => {
  const bench = { readable: 0, live: 0, shift: 0, blocking: 0, longest: 0, memories: new Set(), errors: [] };
  Object.defineProperty(window, "__bench", { value: bench });

  const observe = (type, see) =>
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true });
  observe("layout-shift", (entry) => {
    if (!entry.hadRecentInput) bench.shift += entry.value;
  });
  observe("longtask", ({ duration }) => {
    bench.blocking += duration - 50;
    bench.longest = Math.max(bench.longest, duration);
  });
  addEventListener("summary-card:error", ({ detail }) => bench.errors.push(`${detail.code}: ${detail.message}`));
  addEventListener("error", ({ message }) => bench.errors.push(String(message)));
  addEventListener("unhandledrejection", ({ reason }) => bench.errors.push(String(reason)));

  // ---- WebAssembly: every memory that a module brings or is given ----

  const remember = (names) => {
    for (const each of Object.values(names ?? {})) if (each instanceof WebAssembly.Memory) bench.memories.add(each);
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const real = WebAssembly[name];
    WebAssembly[name] = async (source, imports) => {
      const made = await real.call(WebAssembly, source, imports);
      Object.values(imports ?? {}).forEach(remember);
      remember((made.instance ?? made).exports);
      return made;
    };
  }
  bench.memory = () => [...bench.memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);

  // ---- Looking ----

  const isSeen = (element) => element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true });
  const roots = () => {
    const hosts = [...document.querySelectorAll("summary-card, preact-card, lit-card")];
    return [document, ...hosts.map((host) => host.shadowRoot).filter(Boolean)];
  };
  const inSight = (root, selector) => [...root.querySelectorAll(selector)].find(isSeen);
  const find = (selector) => {
    for (const root of roots()) {
      const found = inSight(root, selector);
      if (found) return found;
    }
  };

  /** When the frame that is being made has been drawn. */
  const drawn = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(null);
    });
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));

  /** In each frame until both are there. */
  const watch = async () => {
    for (;;) {
      await frame();
      const page = document.documentElement?.dataset;
      if (!page?.readable) continue;
      const isReadable = !bench.readable && find(page.readable);
      const isLive = !bench.live && roots().filter((root) => inSight(root, page.live)).length >= Number(page.cards ?? 1);
      if (!isReadable && !isLive) continue;
      const now = await drawn();
      if (isReadable) bench.readable = now;
      if (isLive) {
        bench.live = now;
        return;
      }
    }
  };
  const watched = watch();

  /** Once the page is live and nothing has happened for a while. */
  bench.settled = async () => {
    const late = pause(20_000).then(() => Promise.reject(new Error(`not live: ${bench.errors.join("; ")}`)));
    await Promise.race([watched, late]);
    let quiet;
    const stir = () => (quiet = performance.now() + 300);
    stir();
    observe("longtask", stir);
    observe("resource", stir);
    while (performance.now() < quiet) await pause(50);
    const files = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    return {
      readable: bench.readable,
      live: bench.live,
      shift: bench.shift,
      blocking: bench.blocking,
      longest: bench.longest,
      memory: bench.memory(),
      errors: bench.errors,
      files: files.map(({ name, responseEnd }) => ({ path: new URL(name).pathname, end: responseEnd })),
    };
  };

  // ---- Acting as a reader does ----

  /** Clicks just after a frame, and waits until what the click brings is drawn. Milliseconds. */
  const click = async (element, isDone) => {
    element.scrollIntoView({ block: "center" });
    await frame();
    await drawn();
    await frame();
    await drawn();
    const start = performance.now();
    element.click();
    do await frame();
    while (!isDone());
    return (await drawn()) - start;
  };

  const isOpened = (summary) => () =>
    summary.parentElement.open && [...summary.parentElement.children].some((each) => each !== summary && isSeen(each));

  /** Opens the first claims of the first card, one after the other. */
  bench.openClaims = async (count) => {
    const all = find("details.rest > summary");
    if (all) await click(all, isOpened(all));
    const times = [];
    for (let number = 1; number <= count; number++) {
      const claim = find(`[data-claim="${number}"] > summary`);
      times.push(await click(claim, isOpened(claim)));
    }
    return times;
  };

  const until = async (what, isThere) => {
    for (let frames = 0; frames < 600; frames++) {
      const found = isThere();
      if (found) return found;
      await frame();
    }
    throw new Error(`no ${what}`);
  };
  const type = (field, text) => {
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };

  /** Follows a link to a claim, searches, opens a claim and a name, and posts a comment; tells what came of it. */
  bench.use = async () => {
    const there = (selector) => until(selector, () => find(selector));
    const press = async (selector) => (await there(selector)).click();
    await press(".points li:last-child .ref");
    const linked = (await there("[data-claim][open] blockquote")).textContent;
    await press("[aria-label='Search and filter']");
    type(await there("input[type=search]"), "Mexican soil");
    const showing = await until("count", () => find(".showing")?.textContent.trim());
    const claim = await there("[data-claim] > summary");
    await click(claim, isOpened(claim));
    const quote = (await there("[data-claim] blockquote")).textContent;
    await press("[data-claim] .actor");
    const opened = (await there(".opened blockquote")).textContent;
    await bench.openComments();
    type(await there("textarea"), "A comment of the bench.");
    type(await there("input[autocomplete=name]"), "A reader");
    const email = find("input[autocomplete=email]");
    if (email) type(email, "reader@news.example");
    await press("button[type=submit]");
    const posted = (await there(".comment .text")).textContent.trim();
    return [linked, showing, quote, opened, posted];
  };

  /** Opens the comments of the first card, and waits for the first one, or for the form. */
  bench.openComments = async () => {
    const line = find("details.comments > summary");
    const hasComments = /\d/.test(line.textContent);
    const section = line.parentElement;
    return click(line, () => {
      const first = section.querySelector(hasComments ? ".comment" : "textarea");
      return first && isSeen(first);
    });
  };
})();
