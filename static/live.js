// The live card's side of the element: starts the WebAssembly, notices when it stops, and has the words for whatever
// fails. Fetched with the WebAssembly and not before; a page names `embed.js` alone.
//
// It is of one module: where that has stopped, `embed.js` fetches this file and the module anew, under another address.

// Under the same address as this file; the release build makes one file of both.
const glue = await import(`./summary-card.js${new URL(import.meta.url).search}`);

// ---- The words ----

// For the reader when there is no card to say them. Those of the one failure for which this file may not be there either
// stand in `embed.js`, too.
const WORDS = {
  "no-source": "No card was given.",
  "not-found": "This card could not be found.",
  network: "This card could not be loaded. Check the connection.",
  "not-json": "This card is damaged and cannot be shown.",
  "wrong-shape": "This card has a mistake in it and cannot be shown.",
  "wrong-version": "This card was made for another version of the viewer.",
  "too-large": "This card is too large to show.",
  wasm: "The interactive card could not start here. What could be read is below.",
  csp: "The interactive card is not allowed here. What could be read is below.",
  crashed: "The interactive card stopped. What could be read is below.",
  retry: "Try again",
};

const LANGUAGES = "ar de es fr he it ja pl pt tr uk zh".split(" "); // the files of `words`; English is in the program

const files = {}; // promises of those asked for

const pause = (ms) => new Promise((next) => setTimeout(next, ms));

/** The language of a card, if its words are in a file: what the page asks for around it, else the card file's own. */
const languageOf = (host, card) => {
  const [tag] = [host.closest("[lang]")?.lang, card?.inLanguage].filter((tag) => typeof tag === "string" && tag);
  return LANGUAGES.find((each) => each === tag?.toLowerCase().split(/[-_]/)[0]);
};

/** Fetches a language's words: nothing for none, and where they cannot be had. */
const fetchWords = (language) => language && (files[language] ??= fetch(new URL(`words/${language}.json`, import.meta.url)).then((file) => file.json()).catch((error) => {
  delete files[language]; // for the next card
  console.warn(`${language}: ${error}`);
}));

/** The words of a section or a list, one a line; the forms of a plural are in one. */
const lines = (word) => word.trim ? word : word.other ? Object.entries(word).map((form) => form.join("=")).join("|") : Object.values(word).map(lines).join("\n");

/** The words for failures in the language of a card, whatever it is, in English where those are not there soon. */
export const wordsFor = async (host, card) => (await Promise.race([fetchWords(languageOf(host, card)), pause(1000)]))?.failures ?? WORDS;

// ---- The module ----

const HASH = ""; // of its file: SHA-256 in base64, which the release build writes here

const cards = new Set(); // functions, one for each card in the module: tells it that the module has stopped
let onStop; // tells embed.js
let isRunning = false;

/** Starts the module, whose response `wasm` promises; `stopped` is called once it has stopped. */
export const start = async (wasm, stopped) => {
  // At the same time. Few cards have another language than their page.
  for (const host of document.querySelectorAll("summary-card")) fetchWords(languageOf(host));
  const response = await wasm;
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  // A server need not know the type of these files: then it is compiled only when all of it is there.
  const isKnown = response.headers.get("Content-Type") === "application/wasm";
  if (!isKnown) console.warn(`${response.url}: slower, as its MIME type is not application/wasm`);
  const bytes = response.clone().arrayBuffer();
  const module = isKnown ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await bytes);
  // A page that does not come over HTTPS cannot know where anything comes from, and has nothing to work this out with.
  const digest = HASH && (await crypto.subtle?.digest("SHA-256", await bytes));
  if (digest && HASH !== btoa(String.fromCharCode(...new Uint8Array(digest)))) throw new Error(`${response.url}: of another build`);
  glue.initSync({ module: await module });
  glue.onPanic(stop);
  onStop = stopped;
  isRunning = true;
};

/** Gives the module up after a panic or an exception went through it: it can do nothing more, for no card. */
export const stop = (cause) => {
  if (!isRunning) return; // it may panic again, when the cards already live in another
  isRunning = false;
  onStop();
  for (const name of ["", "-shown"]) CSS.highlights?.delete(`summary-card-quote${name}`);
  const crashed = [...cards];
  cards.clear();
  for (const crash of crashed) crash(cause);
};

/** Waits until something is true, for as long as Yew can need: it renders within a few turns of the event loop. */
const soon = (isTrue) => within(50, 0, isTrue);

/** Waits until something is true: so many times so many milliseconds, which are more in a tab in the background. */
const within = async (turns, ms, isTrue) => {
  for (let turn = 0; turn < turns && !isTrue(); turn++) await pause(ms);
  return isTrue();
};

/** Stops the module if it no longer answers. An exception through it leaves it so, and unlike a panic tells nobody. */
const check = async (cause) => {
  let isAlive = false;
  try {
    glue.whenAlive(() => (isAlive = true));
  } catch {}
  if (!(await soon(() => isAlive))) stop(cause);
};

// Whose error it was cannot be known from the event, so each is a reason to look.
addEventListener("error", ({ message }) => isRunning && check(message));
addEventListener("unhandledrejection", ({ reason }) => isRunning && check(reason));

export default glue.initSync; // once it runs, this gives what it exports: for who measures its memory

// ---- A card in it ----

/** Gives the focus to what was clicked: Safari, and Firefox on a Mac, give it to no button. In WebKit Tab does not leave a
    summary that was clicked, unless it is given the focus once more. */
const refocus = ({ detail, target }) => {
  const clicked = detail ? target.closest("summary, button") : null;
  clicked?.blur();
  clicked?.focus({ preventScroll: true });
};

/** The live card of an element, in its shadow root, hidden until it takes the place of what is there. */
export class Live {
  #card;
  #host;
  #data;
  #old;
  #crash;

  /** `old` is the same card as HTML, where there is one; `crash` is called where the module stops. */
  constructor(host, data, old, crash) {
    this.#card = new glue.LiveCard(host, data, old);
    this.#host = host;
    this.#data = data;
    this.#old = old;
    this.#crash = crash;
    this.root = this.#card.root;
    this.root.hidden = true;
    this.root.addEventListener("click", refocus, true); // before the button does what it is for
    host.shadowRoot.append(this.root);
    cards.add(crash);
  }

  /** Shows another card; throws where it is none. */
  load(data) {
    this.#card.load(data);
    this.#data = data;
  }

  /** Sees that the card speaks its language, which may have to be fetched. */
  async #speak() {
    const language = languageOf(this.#host, this.#data);
    const words = await fetchWords(language);
    if (!words || !cards.has(this.#crash)) return;
    try {
      // Once: the module keeps them for ever.
      words.card &&= glue.addWords([language, lines(words.card), lines(words.inside), lines(words.comments)].join("\0"));
      this.#card.refresh("lang");
    } catch (error) {
      stop(error);
    }
  }

  /** Calls one of the card's methods; what it throws stops the module. */
  call(method, ...values) {
    try {
      this.#card[method](...values);
    } catch (error) {
      stop(error);
    }
    if (method === "refresh" && /^(lang)?$/.test(values[0])) this.#speak();
  }

  unmount() {
    cards.delete(this.#crash);
    this.call("unmount");
  }

  /** Waits until the card is rendered, or it no longer matters. */
  async isRendered(isOver) {
    await Promise.race([this.#speak(), pause(3000)]); // it changes to words that come later
    if (await soon(() => isOver() || this.#card.isRendered)) {
      if (this.#old && !isOver()) await this.#openAsOld(isOver);
      return true;
    }
    await check("the card was not rendered");
    return isOver();
  }

  /** Opens what is open in the card as HTML. What has to be fetched for that is waited for, but not for ever. */
  async #openAsOld(isOver) {
    const hasCome = () => within(300, 10, () => isOver() || !this.root.querySelector("[part=comments][open] > summary:last-child, .coming"));
    this.#card.openAs(this.#old);
    await within(2, 10, isOver); // what has been opened is rendered
    await hasCome();
    if (isOver()) return;
    this.#card.openAs(this.#old); // what is in it
    await hasCome();
    // A click that has begun is not lost.
    await within(300, 10, () => isOver() || !this.#host.matches(":active"));
  }

  /** Takes the place of the card as HTML, with what the reader did there; `show` makes this one the one that is seen. */
  takeOver(show) {
    if (this.#old) this.#card.takeOver(this.#old);
    this.#old = undefined;
    show();
    this.#card.goToPlace();
    this.#card.follow(location.hash);
  }

  /** Takes the focus that would be lost, unless the reader has moved it. */
  focus() {
    this.root.tabIndex = -1;
    this.root.focus();
  }
}
