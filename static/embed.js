// <summary-card>: the custom element. It paints what can be read first, and lets the WebAssembly take over later. A page
// names no other script: what is needed only then is in `live.js`.

const base = new URL(".", import.meta.url);
const parts = new URL("./", base).href; // the release build writes the name of a folder here
const STYLE = "style[data-of='']"; // and the hash of the style sheet: that in the HTML may be of another version
const MAX_BYTES = 512 * 1024; // card::limits::MAX_FILE_BYTES

// ---- Failures ----

// For the reader where `live.js`, which has the words for each failure in each language, cannot be had.
const WORDS = { wasm: "The interactive card could not start here. What could be read is below.", retry: "Try again" };

/** A failure that has a name. Every error without a code of ours is a fault of the program: `crashed`. */
const fail = (code, cause) => Object.assign(new Error(cause), { code });

/** An error that has a name already, or a failure of this name. */
const named = (code, error, where = "") => (text(error?.code) ? error : fail(code, where + error));

const pause = (ms) => new Promise((next) => setTimeout(next, ms));

// ---- What the page's content security policy refuses ----

const refused = {}; // the directive for each address
addEventListener("securitypolicyviolation", ({ disposition, blockedURI, effectiveDirective }) => {
  if (/enforce/.test(disposition)) refused[blockedURI] = effectiveDirective.replace("-elem", "");
});

/** Does what needs these addresses. Where it fails because the policy refuses one, the message says what to add to it. */
const allowed = (code, addresses, act) => act().catch(async (error) => {
  await pause(50); // the browser tells of it a moment later
  if (/unsafe-eval/.test(error)) refused[WASM_EVAL] ??= "script-src"; // WebKit tells in the error alone
  const address = addresses.find((each) => refused[each]);
  const hint = /^file:/.test(addresses[0]) ? "use a web server: " : ""; // a file may not fetch another
  if (!address) throw named(code, error, addresses[0] + ": " + hint);
  const source = address === WASM_EVAL ? "'wasm-unsafe-eval'" : new URL(address).origin;
  throw fail("csp", `Content-Security-Policy needs ${refused[address]} ${source}`);
});

// ---- The WebAssembly module: one for every card on the page ----

const WASM_EVAL = "wasm-eval"; // the standard's name for it among the addresses

let module; // the promise of it; none before the first card, and after a failure
let script; // the promise of its script, `live.js`; of the last one, where that failed
let attempts = 0;
const waitingCards = new Set(); // functions, one for each card that came to harm by the module alone: starts it anew

/** The script is held to its hash, which the release build writes here, by a link that is in `root` for a moment: what was
    fetched for that is what an import takes. The script in turn has the hashes of the modules. */
const loadModule = (root) => {
  if (module) return module;
  // A failed import stays in the browser's module map, hence the query.
  const query = attempts++ ? "?" + attempts : "";
  const [js, wasm] = ["live.js", "summary-card_bg.wasm"].map((name) => parts + name + query);
  root?.append(make("link", { rel: "modulepreload", href: js, integrity: "" }));
  script = import(js);
  const bytes = fetch(wasm); // at the same time
  module = allowed("wasm", [js, wasm, WASM_EVAL], async () => {
    const live = await script;
    await live.start(bytes, () => (module = undefined));
    return live;
  });
  module.catch(() => (module = undefined));
  bytes.catch(() => {}); // told by the cards that need it
  return module;
};

// ---- The card file ----

/** A card as JSON text, or as data that JSON can hold. */
const parse = (card) => {
  let code = "wrong-shape";
  try {
    // Trimmed of a byte order mark, too, which fetch takes off.
    const text = (typeof card === "string" ? card : JSON.stringify(card) ?? "null").trim();
    if (new Blob([text]).size > MAX_BYTES) throw fail("too-large", "more than " + MAX_BYTES + " bytes");
    code = "not-json";
    return JSON.parse(text);
  } catch (error) {
    throw named(code, error);
  }
};

const fetchCard = async (src) => {
  const address = make("a", { href: src }).href; // in full, if it is one
  const text = await allowed("network", [address], async () => {
    const response = await fetch(address);
    if (response.ok) return response.text();
    throw fail(/404|410/.test(response.status) ? "not-found" : "network", address + ": HTTP " + response.status);
  });
  return parse(text);
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
  const claims = list(card?.claims).filter((claim) => text(claim?.text)).map((claim, at) => {
    const details = make("details", "",
      make("summary", "", make("span", { className: "number", ariaHidden: true }, at + 1), make("span", "statement", claim.text), make("span", "meta", "\xa0")),
      ...list(claim.evidence).map((quote) => quote?.exact).filter(text).map((quote) => make("blockquote", "", quote)),
    );
    details.dataset.claim = at + 1;
    return make("li", "claim", details);
  });
  const section = make("section", { className: "summary-card plain", lang: text(card?.inLanguage) },
    make("h2", "headline", text(card?.headline)),
    make("ul", "points", ...points.map((point) => make("li", "", point))),
    make("ol", "", ...claims.splice(0, 3)), // as many as the live card shows at first
    make("details", { className: "rest", hidden: !claims.length }, make("summary", "", `+ ${claims.length}`), make("ol", "", ...claims)),
  );
  section.dataset.card = card?.id;
  return section;
};

/** Whether the parser is past the end of an element, so that all of it is there. */
const isWhole = (element) => {
  for (let node = element; node; node = node.host ?? node.parentNode) if (node.nextSibling) return true;
  return document.readyState !== "loading";
};

// ---- The element ----

export class SummaryCardElement extends HTMLElement {
  static observedAttributes = "src article sections headline marks comments theme lang loading json-ld".split(" ");

  #live; // the live card, once mounted
  #style; // the style sheet, or the link to it
  #plain; // the plain card, once shown
  #plainData; // what it shows
  #ownData; // the card handed to load(), in an object: it may be anything
  #data; // the card last shown
  #run = 0; // counts loads: the newest wins
  #isHere = false; // whether it is in the page, all of it
  #isStarted = false; // whether it loads, or has loaded, since then
  #touch = Promise.withResolvers(); // until the reader wants the live card; for `loading="interaction"`
  #observer; // there while it waits until it comes near the view
  #ready; // a promise with its resolvers

  constructor() {
    super();
    this.#renewReady();
  }

  /** Resolves with the element when the card is live; rejects when it cannot be. */
  get ready() {
    return this.#ready.promise;
  }

  /** Shows a card given as data instead of `src`. */
  load(card) {
    this.#ownData = { card };
    this.#renewReady();
    this.#start();
    return this.ready;
  }

  /** Opens a claim and brings it into view. */
  openClaim(id) {
    this.#touch.resolve();
    if (!this.#isStarted) this.#start();
    return this.ready.then(() => this.#live?.call("openClaim", id));
  }

  // -- What the page does with the element --

  connectedCallback() {
    addEventListener("hashchange", this);
    "pointerover focusin click".split(" ").map((type) => this.addEventListener(type, this, { once: true }));
    if (this.#isHere) this.#live?.call("refresh", ""); // moved: it stays as it was
    else this.#appear();
  }

  async #appear() {
    while (!isWhole(this)) await pause(20);
    if (this.#isHere || !this.isConnected) return;
    this.#isHere = true;
    this.#renewReady();
    try {
      if (this.shadowRoot) this.#show(...this.shadowRoot.children); // with the style sheet of this version
      else {
        this.attachShadow({ mode: "open" });
        // Room for a card as most are.
        this.#show(make("slot", this.#prerendered() ? "" : { style: "display:block;min-block-size:40rem" }));
      }
      if (location.hash || this.#isStarted || this.getAttribute("loading") === "eager" ||
        // In sight already: the observer tells of it a frame later. It alone knows what is in sight in a frame, and where
        // a style sheet of the page is still to come.
        (parent === window && Math.abs(this.getClientRects()[0]?.y) < innerHeight &&
          ![...document.querySelectorAll("[rel=stylesheet]")].some((each) => each.sheet === null))) return this.#start();
      this.#observer = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && this.#start(), { rootMargin: "600px" });
      this.#observer.observe(this);
    } catch {
      this.#start(); // as well as it can, or else it tells why not
    }
  }

  disconnectedCallback() {
    // A moved element is taken out and put in again at once: only one that stays out is unmounted.
    setTimeout(() => {
      if (this.isConnected) return;
      removeEventListener("hashchange", this);
      this.#stopWaiting();
      this.#isStarted = this.#isHere = false;
      this.#touch = Promise.withResolvers();
      this.#data = undefined;
      this.#run++;
      this.#unmount();
      this.#show(make("slot"));
      this.#settle("reject", fail("removed", "removed"));
    });
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === "src") {
      this.#ownData = undefined;
      if (this.#isStarted) this.#start();
    } else if (name === "loading") {
      if (before === "interaction") this.#touch.resolve();
      if (after === "eager" && this.#observer) this.#start();
    } else {
      this.#live?.call("refresh", name);
    }
  }

  /** The page's fragment has changed, or the reader comes near: the pointer first, which may only pass by. */
  handleEvent({ type }) {
    if (type !== "hashchange") {
      loadModule(this.shadowRoot);
      if (type !== "pointerover") this.#touch.resolve();
    } else if (!this.#isStarted) this.#start();
    else {
      this.#touched();
      this.#live?.call("follow", location.hash);
    }
  }

  // -- Loading --

  async #start(known) {
    const run = ++this.#run;
    const isOver = () => run !== this.#run; // another load has begun
    const before = this.#data;
    let loaded;
    this.#isStarted = true;
    if (!this.#isHere) return; // soon
    this.#stopWaiting();
    this.#renewReady();
    try {
      if (!this.shadowRoot) throw fail("no-shadow", "closed");
      if (!this.#isAsleep) loadModule(this.shadowRoot); // at the same time as the card
      if (this.#prerendered()) await this.#touched();
      const data = known ?? (await this.#read());
      // Nothing is shown without its style sheet, unless that is late.
      for (let turns = 20; turns-- && this.#style?.sheet === null; ) await pause(10);
      if (isOver()) return;
      if (!this.#live) {
        this.#data = data;
        if (!this.#prerendered()) await this.#showPlain(make("slot", { hidden: true }));
      }
      await this.#touched();
      loaded = await loadModule(this.shadowRoot);
      if (isOver() || !this.isConnected) return;
      this.#data = before ?? data; // in case this one is refused
      if (this.#live) this.#live.load(data);
      else this.#live = new loaded.Live(this, data, this.#prerendered(), this.#crash);
      this.#data = data;
      if (!(await this.#live.isRendered(isOver))) {
        this.#unmount();
        throw fail("crashed", "emptied");
      }
      if (isOver()) return;
      this.#live.takeOver(() => this.#showLive());
      this.#settle("resolve", this);
      this.#sendEvent("ready", {});
    } catch (error) {
      if (!text(error?.code)) {
        loaded?.stop(error);
        error = fail("crashed", error);
      }
      if (!isOver()) this.#fail(error);
    }
  }

  #stopWaiting() {
    this.#observer?.disconnect();
    this.#observer = undefined;
    waitingCards.delete(this.#resume);
  }

  /** Whether it waits until the reader touches the card, or follows a link to it. */
  get #isAsleep() {
    return this.getAttribute("loading") === "interaction";
  }

  async #touched() {
    if (location.hash.split(/[.?:]/)[0] === "#" + this.#prerendered()?.dataset.card) this.#touch.resolve();
    if (this.#isAsleep) await this.#touch.promise;
  }

  #read() {
    if (this.#ownData) return parse(this.#ownData.card);
    const inline = this.querySelector(':scope > script[type="application/json"]');
    if (inline) return parse(inline.textContent);
    const src = this.getAttribute("src");
    if (!src) throw fail("no-source", "no src");
    return fetchCard(src);
  }

  // -- The live card --

  #unmount() {
    this.#live?.unmount();
    this.#live = undefined;
  }

  #crash = (cause) => {
    const wasLoading = this.#ready.isOpen;
    this.#live = undefined; // its module has stopped: it cannot even be freed
    this.#run++;
    this.#renewReady();
    this.#fail(fail("crashed", cause));
    // One that was just being loaded may have been the cause, and waits for its own reader to try it again.
    if (!wasLoading) waitingCards.add(this.#resume);
  };

  #resume = () => this.#start(this.#data);

  // -- What is shown, and what the page is told --

  /** The same card as HTML, until the live one is seen: the plain one, or what the page was delivered with, in the shadow
      root or in the element. */
  #prerendered() {
    if (this.#live?.root.hidden === false) return;
    const old = this.shadowRoot?.querySelector("[data-card]") ?? this.querySelector("[data-card]");
    if (old && (old === this.#plain ? this.#data === this.#plainData : !this.#data || this.#data.id === old.dataset.card)) return old;
  }

  #showPlain(...nodes) {
    this.#plainData = this.#data;
    this.#show((this.#plain = plainCard(this.#data)), ...nodes);
    return pause(20); // a frame, so that it can be read before the program takes its turn
  }

  /** Shows these nodes alone, with the style sheet. One that is there already is not put in again: it would lose the focus. */
  #show(...nodes) {
    const root = this.shadowRoot;
    if (!root) return;
    const own = root.querySelector(STYLE);
    nodes.unshift((this.#style ??= own?.sheet ? own : make("link", { rel: "stylesheet", href: new URL("card.css", base) })));
    for (const node of [...root.childNodes]) if (!nodes.includes(node)) node.remove();
    root.append(...nodes.filter((node) => node.parentNode !== root));
  }

  #showLive(...nodes) {
    this.#show(this.#live.root, ...nodes);
    this.#live.root.hidden = false;
  }

  async #fail(error) {
    const { code, message } = error;
    const run = this.#run;
    if (!script) loadModule(this.shadowRoot);
    const live = await Promise.race([script, pause(1000)]).catch(() => {});
    const words = (await live?.wordsFor(this, this.#data)) ?? WORDS;
    if (run !== this.#run || !this.isConnected) return;
    const notice = make("div", { className: "notice", role: "alert" }, make("p", "", words[code] ?? words.wasm));
    if (["network", "wasm", "crashed"].includes(code))
      notice.append(make("button", { type: "button", onclick: () => this.#retry(code) }, words.retry));
    if (this.#live) this.#showLive(notice); // the card before stays
    else {
      if (this.#data && !this.#prerendered()) this.#showPlain();
      this.#show(notice, this.#prerendered() ?? "", make("slot"));
    }
    if (code === "wasm") waitingCards.add(this.#resume);
    this.#settle("reject", error);
    this.#sendEvent("error", { code, message });
  }

  /** Starts anew, and with it all that came to harm by the module. The focus, which was on a button that goes away,
      stays in the card unless the reader moved it. */
  #retry(code) {
    if (code === "network") this.#start();
    else [...waitingCards.add(this.#resume)].map((resume) => resume());
    const keepFocus = () => {
      if (document.activeElement === document.body) (this.shadowRoot.querySelector(".notice button") ?? this.#live)?.focus();
    };
    this.ready.then(keepFocus, keepFocus);
  }

  #renewReady() {
    if (this.#ready?.isOpen) return;
    this.#ready = Object.assign(Promise.withResolvers(), { isOpen: true });
    this.#ready.promise.catch(() => {}); // told by summary-card:error; nobody has to listen
  }

  #settle(how, value) {
    this.#ready.isOpen = false;
    this.#ready[how](value);
  }

  #sendEvent(name, detail) {
    this.dispatchEvent(new CustomEvent("summary-card:" + name, { detail, bubbles: true, composed: true }));
  }
}

if (customElements.get("summary-card")) console.warn("summary-card: another version is here already");
else customElements.define("summary-card", SummaryCardElement);
