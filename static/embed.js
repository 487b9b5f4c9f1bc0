// <summary-card>: the custom element. It paints what can be read first, and lets the WebAssembly take
// over later. The only JavaScript of the card; a page names no other script.

const base = new URL(".", import.meta.url);
const parts = new URL("./", base); // the release build writes the name of a folder here
const MAX_BYTES = 512 * 1024; // card::limits::MAX_FILE_BYTES

// ---- Failures ----

// Words for the reader when there is no card to say them.
const WORDS = {
  en: {
    "no-source": "No card was given.",
    "not-found": "This card could not be found.",
    network: "This card could not be loaded. Check the connection.",
    "not-json": "This card is damaged and cannot be shown.",
    "wrong-shape": "This card has a mistake in it and cannot be shown.",
    "wrong-version": "This card was made for another version of the viewer.",
    "too-large": "This card is too large to show.",
    wasm: "The interactive card could not start here. What could be read is below.",
    crashed: "The interactive card stopped. What could be read is below.",
    retry: "Try again",
  },
  es: {
    "no-source": "No se indicó ninguna ficha.",
    "not-found": "No se encontró esta ficha.",
    network: "No se pudo cargar esta ficha. Comprueba la conexión.",
    "not-json": "Esta ficha está dañada y no se puede mostrar.",
    "wrong-shape": "Esta ficha contiene un error y no se puede mostrar.",
    "wrong-version": "Esta ficha se hizo para otra versión del visor.",
    "too-large": "Esta ficha es demasiado grande.",
    wasm: "La ficha interactiva no pudo iniciarse. Debajo está lo que se pudo leer.",
    crashed: "La ficha interactiva se detuvo. Debajo está lo que se pudo leer.",
    retry: "Reintentar",
  },
};

const wordsFor = (tag) => WORDS[/^es([-_]|$)/i.test(tag) ? "es" : "en"];

/** A failure that has a name. Every error without a code of ours is a fault of the program: `crashed`. */
const fail = (code, cause) => Object.assign(new Error(cause), { code });

// ---- The WebAssembly module: one for every card on the page ----

let module; // the promise of it; none before the first card, and after a failure
let running; // the module itself, from when it has loaded until it stops
let attempts = 0;
const liveCards = new Set(); // functions, one for each card in the running module: tells it that the module has stopped
const waitingCards = new Set(); // functions, one for each card that came to harm by the module alone: starts it anew

const loadModule = () =>
  (module ??= (async () => {
    // A failed import stays in the browser's module map, hence the query.
    const query = attempts++ ? `?${attempts}` : "";
    try {
      const loaded = await import(new URL(`summary-card.js${query}`, parts));
      await loaded.default({ module_or_path: new URL(`summary-card_bg.wasm${query}`, parts) });
      loaded.onPanic((message) => stopModule(loaded, message));
      return (running = loaded);
    } catch (error) {
      module = undefined;
      throw fail("wasm", error);
    }
  })());

/** Gives up a module that a panic or an exception went through: it can do nothing more, for no card. */
const stopModule = (stopped, cause) => {
  // The listeners of one that stopped before may panic again, when the cards already live in another.
  if (!running || stopped !== running) return;
  running = module = undefined;
  for (const name of ["", "-shown"]) CSS.highlights?.delete(`summary-card-quote${name}`);
  const cards = [...liveCards];
  liveCards.clear();
  for (const crash of cards) crash(cause);
};

/** Waits until something is true, for as long as Yew can need: it renders within a few turns of the event loop. */
const soon = async (isTrue) => {
  for (let turn = 0; turn < 50 && !isTrue(); turn++) await new Promise((next) => setTimeout(next));
  return isTrue();
};

/** Stops the module if it no longer answers. An exception through it leaves it so, and unlike a panic tells nobody. */
const checkModule = async (checked, cause) => {
  let isAlive = false;
  try {
    checked.whenAlive(() => (isAlive = true));
  } catch {}
  if (!(await soon(() => isAlive))) stopModule(checked, cause);
};

// Whose error it was cannot be known from the event, so each is a reason to look.
addEventListener("error", ({ message }) => running && checkModule(running, message));
addEventListener("unhandledrejection", ({ reason }) => running && checkModule(running, reason));

// ---- The card file ----

const parse = (marked) => {
  const text = marked.replace(/^\uFEFF/, ""); // a byte order mark, which fetch takes off
  if (new Blob([text]).size > MAX_BYTES) throw fail("too-large", `more than ${MAX_BYTES} bytes`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw fail("not-json", error.message);
  }
};

/** A card given by the page: JSON text, or data that JSON can hold. */
const parseOwn = (card) => {
  try {
    card = typeof card === "string" ? card : JSON.stringify(card) ?? "null";
  } catch (error) {
    throw fail("wrong-shape", error);
  }
  return parse(card);
};

const fetchCard = async (src) => {
  let response, body;
  try {
    response = await fetch(new URL(src, document.baseURI));
    body = response.ok && (await response.text());
  } catch (error) {
    throw fail("network", `${src}: ${error.message}`);
  }
  if (!response.ok) throw fail([404, 410].includes(response.status) ? "not-found" : "network", `${src}: HTTP ${response.status}`);
  return parse(body);
};

// ---- The card without WebAssembly ----

/** An element; `props` is its class, or all its properties. */
const make = (tag, props, ...children) => {
  const element = Object.assign(document.createElement(tag), text(props) ? { className: props } : props);
  element.append(...children);
  return element;
};

const text = (value) => (typeof value === "string" ? value : "");
const list = (value) => (Array.isArray(value) ? value : []);

/** The card as plain, readable elements, whatever JSON it is, about as high as the live card: before the WebAssembly is
    there, and where it never comes. */
const plainCard = (card) => {
  const points = list(card?.abstract).map((point) => point?.text ?? point).filter(text);
  const quotes = (claim) => list(claim.evidence).map((quote) => quote?.exact).filter(text);
  const claims = list(card?.claims).filter((claim) => text(claim?.text)).map((claim, at) => make("li", "claim", make("details", "",
    make("summary", "", make("span", "number", at + 1), make("span", "statement", claim.text), make("span", "meta", "\xa0")),
    ...quotes(claim).map((quote) => make("blockquote", "", quote)),
  )));
  return make("section", { className: "summary-card plain", lang: text(card?.inLanguage) },
    make("h2", "headline", text(card?.headline)),
    make("ul", "points", ...points.map((point) => make("li", "", point))),
    make("ol", "", ...claims.splice(0, 3)), // as many as the live card shows at first
    make("details", { className: "rest", hidden: !claims.length }, make("summary", "", `+ ${claims.length}`), make("ol", "", ...claims)),
  );
};

// ---- The element ----

export class SummaryCardElement extends HTMLElement {
  static observedAttributes = ["src", "article", "sections", "headline", "marks", "comments", "theme", "lang", "loading", "json-ld"];

  #live; // the WebAssembly's side, once mounted
  #style; // the link to the style sheet
  #ownData; // the card handed to load(), in an object: it may be anything
  #data; // the card last shown
  #run = 0; // counts loads: the newest wins
  #isStarted = false; // whether it loads, or has loaded, since it is in the page
  #observer; // there while it waits until it comes near the view
  #ready = this.#newReady();

  /** Resolves with the element when the card is live; rejects when it cannot be. */
  get ready() {
    return this.#ready.promise;
  }

  /** Shows a card given as data instead of `src`. */
  load(card) {
    this.#ownData = { card };
    this.#renewReady();
    if (this.isConnected) this.#start();
    return this.ready;
  }

  /** Opens a claim and brings it into view. */
  openClaim(id) {
    if (!this.#isStarted && this.isConnected) this.#start();
    return this.ready.then(() => this.#call("openClaim", id));
  }

  // -- What the page does with the element --

  connectedCallback() {
    addEventListener("hashchange", this);
    if (this.#isStarted) return this.#call("refresh", ""); // moved: it stays as it was
    this.#renewReady();
    try {
      if (this.shadowRoot) this.#show(...this.shadowRoot.children); // with the style sheet of this version
      else {
        this.attachShadow({ mode: "open" });
        // Room for a card as most are.
        this.#show(make("slot", this.#prerendered() ? "" : { style: "display:block;min-block-size:40rem" }));
      }
    } catch {
      return this.#start(); // which tells why it cannot
    }
    const isLazy = "IntersectionObserver" in window && this.getAttribute("loading") !== "eager" && location.hash.length < 2;
    if (!isLazy || this.#ownData) return this.#start();
    this.#observer = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && this.#start(), { rootMargin: "600px" });
    this.#observer.observe(this);
  }

  disconnectedCallback() {
    // A moved element is taken out and put in again at once: only one that stays out is unmounted.
    setTimeout(() => {
      if (this.isConnected) return;
      removeEventListener("hashchange", this);
      this.#stopWaiting();
      this.#isStarted = false;
      this.#data = undefined;
      this.#run++;
      this.#unmount();
      this.#show(make("slot"));
      this.#settle("reject", fail("removed", "taken out of the page"));
    });
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === "src") {
      this.#ownData = undefined;
      if (this.#isStarted) this.#start();
    } else if (name === "loading") {
      if (after === "eager" && this.#observer) this.#start();
    } else {
      this.#call("refresh", name);
    }
  }

  /** The page's fragment has changed. */
  handleEvent() {
    if (!this.#isStarted) this.#start();
    else this.#call("follow", location.hash);
  }

  // -- Loading --

  async #start(known) {
    const run = ++this.#run;
    const before = this.#data;
    let loaded;
    this.#isStarted = true;
    this.#stopWaiting();
    this.#renewReady();
    try {
      if (!this.shadowRoot) throw fail("no-shadow", "the element has a closed shadow root");
      loadModule().catch(() => {}); // at the same time as the card
      const data = known ?? (await this.#read());
      await soon(() => this.#style?.sheet !== null); // nothing is shown without its style sheet, unless that is late
      if (run !== this.#run) return;
      if (!this.#live) {
        this.#data = data;
        if (!this.#prerendered()) this.#show(plainCard(data), make("slot", { hidden: true }));
      }
      loaded = await loadModule();
      if (run !== this.#run || !this.isConnected) return;
      this.#data = before ?? data; // in case this one is refused
      if (this.#live) this.#live.load(data);
      else this.#mount(loaded, data);
      this.#data = data;
      const isRendered = await soon(() => run !== this.#run || this.#live.isRendered);
      if (!isRendered) await checkModule(loaded, "the card was not rendered");
      if (run !== this.#run) return;
      if (!isRendered) {
        this.#unmount();
        throw fail("crashed", "the card was emptied");
      }
      const old = this.#prerendered();
      if (old) this.#live.takeOver(old); // what the reader did in the meantime
      this.#showLive();
      this.#live.goToPlace();
      this.#live.follow(location.hash);
      this.#settle("resolve", this);
      this.#sendEvent("ready", {});
    } catch (error) {
      if (typeof error?.code !== "string") {
        stopModule(loaded, error);
        error = fail("crashed", error);
      }
      if (run === this.#run) this.#fail(error);
    }
  }

  #stopWaiting() {
    this.#observer?.disconnect();
    this.#observer = undefined;
    waitingCards.delete(this.#resume);
  }

  async #read() {
    if (this.#ownData) return parseOwn(this.#ownData.card);
    const find = () => this.querySelector(':scope > script[type="application/json"]');
    if (!find() && !this.hasAttribute("src") && document.readyState === "loading")
      await new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true }));
    const inline = find();
    if (inline) return parse(inline.textContent);
    const src = this.getAttribute("src");
    if (!src) throw fail("no-source", "neither src nor a child script");
    return fetchCard(src);
  }

  // -- The live card --

  #mount({ LiveCard }, data) {
    this.#live = new LiveCard(this, data, this.#prerendered());
    this.#live.root.hidden = true;
    this.shadowRoot.append(this.#live.root);
    liveCards.add(this.#crash);
  }

  #unmount() {
    liveCards.delete(this.#crash);
    this.#call("unmount");
    this.#live = undefined;
  }

  #call(method, ...values) {
    try {
      this.#live?.[method](...values);
    } catch (error) {
      stopModule(running, error);
    }
  }

  #crash = (cause) => {
    const wasLoading = !this.#ready.isSettled;
    this.#live = undefined; // its module has stopped: it cannot even be freed
    this.#run++;
    this.#renewReady();
    this.#fail(fail("crashed", cause));
    // One that was just being loaded may have been the cause, and waits for its own reader to try it again.
    if (!wasLoading) waitingCards.add(this.#resume);
  };

  #resume = () => this.#start(this.#data);

  // -- What is shown, and what the page is told --

  /** The same card as HTML that the page was delivered with, until the live one is seen: in the shadow root or the element. */
  #prerendered() {
    if (this.#live?.root.hidden === false) return;
    const old = this.shadowRoot?.querySelector("[data-card]") ?? this.querySelector("[data-card]");
    if (old && (!this.#data || this.#data.id === old.dataset.card)) return old;
  }

  /** Shows these nodes alone, with the style sheet. One that is there already is not put in again: it would lose the focus. */
  #show(...nodes) {
    const root = this.shadowRoot;
    if (!root) return;
    nodes.unshift((this.#style ??= make("link", { rel: "stylesheet", href: new URL("card.css", base) })));
    for (const node of [...root.childNodes]) if (!nodes.includes(node)) node.remove();
    root.append(...nodes.filter((node) => node.parentNode !== root));
  }

  #showLive(...nodes) {
    this.#show(this.#live.root, ...nodes);
    this.#live.root.hidden = false;
  }

  #fail(error) {
    const { code, message } = error;
    const words = wordsFor(this.closest("[lang]")?.lang || text(this.#data?.inLanguage));
    const notice = make("div", { className: "notice", role: "alert" }, make("p", "", words[code] ?? ""));
    if (["network", "wasm", "crashed"].includes(code))
      notice.append(make("button", { type: "button", onclick: () => this.#retry(code) }, words.retry));
    if (this.#live) this.#showLive(notice); // the card before stays
    else {
      const readable = this.#prerendered() ?? (this.#data && plainCard(this.#data));
      this.#show(notice, ...(readable ? [readable] : []), make("slot"));
    }
    if (code === "wasm") waitingCards.add(this.#resume);
    this.#settle("reject", error);
    this.#sendEvent("error", { code, message });
  }

  /** Starts anew, and with it all that came to harm by the module. The focus, which was on a button that goes away,
      stays in the card unless the reader moved it. */
  #retry(code) {
    if (code === "network") this.#start();
    else for (const resume of [...waitingCards.add(this.#resume)]) resume();
    const keepFocus = () => {
      if (document.activeElement !== document.body) return;
      if (this.#live) this.#live.root.tabIndex = -1;
      (this.shadowRoot.querySelector(".notice button") ?? this.#live?.root)?.focus();
    };
    this.ready.then(keepFocus, keepFocus);
  }

  #newReady() {
    const ready = Promise.withResolvers();
    ready.promise.catch(() => {}); // told by summary-card:error; nobody has to listen
    return ready;
  }

  #renewReady() {
    if (this.#ready.isSettled) this.#ready = this.#newReady();
  }

  #settle(how, value) {
    this.#ready.isSettled = true;
    this.#ready[how](value);
  }

  #sendEvent(name, detail) {
    this.dispatchEvent(new CustomEvent(`summary-card:${name}`, { detail, bubbles: true, composed: true }));
  }
}

if (!customElements.get("summary-card")) customElements.define("summary-card", SummaryCardElement);
