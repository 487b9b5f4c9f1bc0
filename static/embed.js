// <summary-card>: the custom element. It paints what can be read first, and lets the WebAssembly take
// over later. The only JavaScript of the card; a page names no other script.

const base = new URL(".", import.meta.url);
const MAX_BYTES = 512 * 1024; // card::limits::MAX_FILE_BYTES
const cards = new Set(); // the elements on the page, so that a crash can be told to each

// Words for the reader when there is no card to say them. `true`: trying again can help.
const WORDS = {
  en: {
    "no-source": ["No card was given."],
    "not-found": ["This card could not be found."],
    network: ["This card could not be loaded. Check the connection.", true],
    "not-json": ["This card is damaged and cannot be shown."],
    "wrong-shape": ["This card has a mistake in it and cannot be shown."],
    "wrong-version": ["This card was made for another version of the viewer."],
    "too-large": ["This card is too large to show."],
    wasm: ["The interactive card could not start here. What could be read is below.", true],
    crashed: ["The interactive card stopped. What could be read is below.", true],
    retry: "Try again",
  },
  es: {
    "no-source": ["No se indicó ninguna ficha."],
    "not-found": ["No se encontró esta ficha."],
    network: ["No se pudo cargar esta ficha. Comprueba la conexión.", true],
    "not-json": ["Esta ficha está dañada y no se puede mostrar."],
    "wrong-shape": ["Esta ficha contiene un error y no se puede mostrar."],
    "wrong-version": ["Esta ficha se hizo para otra versión del visor."],
    "too-large": ["Esta ficha es demasiado grande."],
    wasm: ["La ficha interactiva no pudo iniciarse. Debajo está lo que se pudo leer.", true],
    crashed: ["La ficha interactiva se detuvo. Debajo está lo que se pudo leer.", true],
    retry: "Reintentar",
  },
};

const fail = (code, message) => Object.assign(new Error(message), { code });

const make = (tag, props, ...children) => {
  const element = Object.assign(document.createElement(tag), props);
  element.append(...children);
  return element;
};

// The one module, for every card. A failed import stays in the browser's module map, hence the query.
let wasm;
let attempt = 0;
const loadWasm = () =>
  (wasm ??= (async () => {
    const query = attempt++ ? `?${attempt}` : "";
    try {
      const module = await import(new URL(`summary-card.js${query}`, base));
      await module.default({ module_or_path: new URL(`summary-card_bg.wasm${query}`, base) });
      let dead = false;
      module.onPanic((message) => {
        // The dead module's listeners may panic again, when the cards already live in another one.
        if (dead) return;
        dead = true;
        wasm = undefined;
        for (const name of ["", "-shown"]) CSS.highlights?.delete(`summary-card-quote${name}`);
        for (const card of cards) card.crash(message);
      });
      return module;
    } catch (error) {
      wasm = undefined;
      throw fail("wasm", String(error));
    }
  })());

const parse = (text) => {
  if (new Blob([text]).size > MAX_BYTES) throw fail("too-large", `more than ${MAX_BYTES} bytes`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw fail("not-json", error.message);
  }
};

const fetchCard = async (url) => {
  let response, text;
  try {
    response = await fetch(url);
    text = response.ok && (await response.text());
  } catch (error) {
    throw fail("network", `${url}: ${error.message}`);
  }
  if (!response.ok) throw fail([404, 410].includes(response.status) ? "not-found" : "network", `${url}: HTTP ${response.status}`);
  return parse(text);
};

const strings = (list) => (Array.isArray(list) ? list : []).filter((each) => typeof each === "string");

// The card as plain, readable elements: before the WebAssembly is there, and where it never comes.
const plain = (card) => {
  const claims = (Array.isArray(card.claims) ? card.claims : []).filter((claim) => typeof claim?.text === "string");
  return make("section", { className: "summary-card plain", lang: String(card.inLanguage ?? "") },
    make("h2", { className: "headline" }, String(card.headline ?? "")),
    make("ul", {}, ...strings(card.abstract).map((point) => make("li", {}, point))),
    make("ol", {}, ...claims.map((claim) =>
      make("li", {}, make("details", {}, make("summary", {}, claim.text),
        ...strings((claim.evidence ?? []).map?.((quote) => quote?.exact)).map((exact) => make("blockquote", {}, exact)))))),
  );
};

export class SummaryCardElement extends HTMLElement {
  static observedAttributes = ["src", "article", "sections", "headline", "marks", "comments", "theme", "lang", "loading", "json-ld"];

  #live; // the WebAssembly's side, once mounted
  #root; // what it is mounted in
  #given; // the card handed to load(), in an object: it may be anything
  #data; // the card last read
  #run = 0; // counts loads: the newest wins
  #begun = false; // whether it loads, or has loaded, since it is in the page
  #near; // waits until the element comes near the view
  #ready = this.#promise();

  #promise() {
    const ready = {};
    ready.promise = new Promise((resolve, reject) => Object.assign(ready, { resolve, reject }));
    ready.promise.catch(() => {}); // told by summary-card:error; nobody has to listen
    return ready;
  }

  /** Resolves with the element when the card is live; rejects when it cannot be. */
  get ready() {
    return this.#ready.promise;
  }

  /** Shows a card given as data instead of `src`. */
  load(card) {
    this.#given = { card };
    if (this.isConnected) this.#start();
    return this.ready;
  }

  /** Opens a claim and brings it into view. */
  openClaim(id) {
    if (!this.#begun && this.isConnected) this.#start();
    return this.ready.then(() => this.#live?.openClaim(id));
  }

  connectedCallback() {
    cards.add(this);
    addEventListener("hashchange", this);
    if (!this.shadowRoot) {
      const style = make("link", { rel: "stylesheet", href: new URL("card.css", base) });
      this.attachShadow({ mode: "open" }).append(style, make("slot"));
    }
    if (this.#live) return this.#live.refresh(); // moved: it stays as it was
    if (this.getAttribute("loading") === "eager" || location.hash.length > 1 || this.#given) return this.#start();
    this.#near ??= new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && this.#start(), { rootMargin: "600px" });
    this.#near.observe(this);
  }

  disconnectedCallback() {
    // A moved element is taken out and put in again at once: only one that stays out is unmounted.
    setTimeout(() => {
      if (this.isConnected) return;
      cards.delete(this);
      removeEventListener("hashchange", this);
      this.#near?.disconnect();
      this.#run++;
      this.#begun = false;
      this.#live?.unmount();
      this.#live = undefined;
      this.#show(make("slot"));
    });
  }

  attributeChangedCallback(name, before, after) {
    // While the page's own element is being upgraded this comes before connectedCallback.
    if (!cards.has(this) || before === after) return;
    if (name === "src") {
      this.#given = undefined;
      if (this.#begun) this.#start();
    } else if (name === "loading") {
      if (after === "eager" && !this.#begun) this.#start();
    } else {
      this.#live?.refresh();
    }
  }

  handleEvent() {
    this.#live ? this.#live.follow(location.hash) : this.#start();
  }

  /** @private Called when the module has stopped for good. */
  crash(message) {
    if (!this.#live) return;
    this.#live = undefined; // dead: not even freed
    this.#run++;
    if (this.#ready.settled) this.#ready = this.#promise();
    this.#fail(fail("crashed", message));
  }

  async #read() {
    if (this.#given) {
      const { card } = this.#given;
      return typeof card === "string" ? parse(card) : card;
    }
    const find = () => this.querySelector(':scope > script[type="application/json"]');
    if (!find() && !this.hasAttribute("src") && document.readyState === "loading")
      await new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true }));
    const inline = find();
    if (inline) return parse(inline.textContent);
    const src = this.getAttribute("src");
    if (!src) throw fail("no-source", "give src, or a child <script type=\"application/json\">");
    return fetchCard(new URL(src, document.baseURI));
  }

  async #start() {
    const run = ++this.#run;
    this.#begun = true;
    this.#near?.disconnect();
    if (this.#ready.settled) this.#ready = this.#promise();
    loadWasm().catch(() => {}); // at the same time as the card
    try {
      const data = await this.#read();
      if (run !== this.#run) return;
      if (!this.#live) this.#show(plain(Object(data)), make("slot", { hidden: true }));
      this.#data = data;
      const { LiveCard } = await loadWasm();
      if (run !== this.#run || !this.isConnected) return;
      if (this.#live) {
        this.#live.load(data);
      } else {
        this.#root = make("div", { hidden: true });
        this.shadowRoot.append(this.#root);
        this.#live = new LiveCard(this.#root, this, data);
      }
      await new Promise((done) => setTimeout(done)); // Yew has rendered
      if (run !== this.#run) return;
      this.#show(this.#root);
      this.#root.hidden = false;
      this.#live.follow(location.hash);
      this.#ready.settled = true;
      this.#ready.resolve(this);
      this.#send("ready", {});
    } catch (error) {
      if (run === this.#run) this.#fail(error.code ? error : fail("crashed", String(error)));
    }
  }

  #show(...nodes) {
    const root = this.shadowRoot;
    for (const node of [...root.children]) if (node.localName !== "link" && !nodes.includes(node)) node.remove();
    root.append(...nodes.filter((node) => node.parentNode !== root)); // a node put in again would lose the focus
  }

  /** Starts anew; the focus, which was on a button that goes away, stays in the card unless the reader moved it. */
  #retry() {
    this.#start();
    const stay = () => document.activeElement === document.body && (this.shadowRoot.querySelector(".notice button") ?? Object.assign(this.#root, { tabIndex: -1 })).focus();
    this.ready.then(stay, stay);
  }

  #fail(error) {
    const { code, message } = error;
    const near = this.closest("[lang]")?.lang ?? "";
    const words = WORDS[near.split("-")[0]] ?? WORDS.en;
    const [said, again] = words[code] ?? words.crashed;
    const notice = make("div", { className: "notice" }, make("p", {}, said), make("small", {}, message));
    notice.setAttribute("role", "alert");
    if (again) notice.append(make("button", { type: "button", onclick: () => this.#retry() }, words.retry));
    if (this.#live) {
      this.shadowRoot.querySelector(".notice")?.remove();
      this.shadowRoot.append(notice); // the card before stays
    } else {
      this.#show(notice, ...(this.#data ? [plain(Object(this.#data))] : []), make("slot"));
    }
    this.#ready.settled = true;
    this.#ready.reject(error);
    this.#send("error", { code, message });
  }

  #send(name, detail) {
    this.dispatchEvent(new CustomEvent(`summary-card:${name}`, { detail, bubbles: true, composed: true }));
  }
}

if (!customElements.get("summary-card")) customElements.define("summary-card", SummaryCardElement);
