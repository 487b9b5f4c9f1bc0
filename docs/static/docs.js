// The documentation page, where scripts run: Copy, the events as they happen, and the form that writes code.

// ---- Copy ----

const said = document.querySelector("#said");

/** The clipboard is there only over HTTPS and on localhost: elsewhere the reader has the keyboard. */
const copy = async (button) => {
  const code = document.getElementById(button.dataset.copy);
  const word = button.firstElementChild;
  try {
    await navigator.clipboard.writeText(code.textContent);
    word.textContent = "Copied";
  } catch {
    getSelection().selectAllChildren(code);
    word.textContent = "Selected, to be copied with the keyboard";
  }
  said.textContent = word.textContent;
  setTimeout(() => (word.textContent = "Copy"), 3000);
};

for (const button of document.querySelectorAll(".copy")) {
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}

// ---- Events, as they happen ----

const log = document.querySelector("#event-log");
const MOST = 50; // events that are kept

/** Which card an event came from, in words: its file, or its way of embedding. */
const nameOf = (card) => card.getAttribute("src")?.split("/").at(-1) ?? "the card with its data in the page";

const make = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });

const write = ({ type, detail, target }) => {
  const entry = document.createElement("li");
  entry.append(make("code", type), make("span", nameOf(target)), make("code", JSON.stringify(detail)));
  log.prepend(entry);
  while (log.children.length > MOST) log.lastElementChild.remove();
};

for (const name of log.dataset.names.split(" ")) addEventListener(name, write);
document.querySelector("#clear-events").addEventListener("click", () => log.replaceChildren());
log.parentElement.hidden = false;

// ---- The form that writes code ----

const form = document.querySelector("#builder");
const snippet = document.querySelector("#snippet");
const note = document.querySelector("#builder-note");
const preview = document.querySelector("#preview");

// The attributes in the order in which they are written, and those that a frame passes on.
const ATTRIBUTES = ["article", "sections", "headline", "marks", "comments", "theme", "lang", "loading", "json-ld"];
const OF_FRAME = ["sections", "headline", "comments", "theme", "lang", "loading"];

const FALLBACK = "  <p>The summary card needs scripts.</p>\n";

const inHtml = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

const inShell = (text) => (/^[\w./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** JSON within a script element: no `<` that could end it. */
const inScript = (json) => json.replaceAll("<", "\\u003c");

/** What was chosen, as pairs of an attribute and its value; a default is left out. */
const chosen = (names) => {
  const data = new FormData(form);
  const sections = data.getAll("sections");
  if (sections.length === form.elements.sections.length) sections.length = 0;
  const value = (name) => (name === "sections" ? sections.join(" ") : (data.get(name) ?? "").trim());
  return names.map((name) => [name, value(name)]).filter(([, value]) => value);
};

const attributes = (names) => chosen(names).map(([name, value]) => ` ${name}="${inHtml(value)}"`).join("");

/** The folder's address, with `/` at its end. */
const base = () => form.elements.base.value.trim().replace(/\/*$/, "/");

const script = (name) => `<script type="module" src="${inHtml(base() + name)}"></script>\n`;

const cardFile = () => form.elements.card.value.trim();

/** The frame's address, with all that it passes on. The card file's own address is relative to this page, not to the
    frame: a path on the same host, in full on another. */
const frameAddress = (folder) => {
  const { origin, pathname, search, href } = new URL(cardFile(), location);
  const src = origin === location.origin ? pathname + search : href;
  return `${folder}frame.html?${new URLSearchParams([["src", src], ...chosen(OF_FRAME)])}`;
};

const WRITERS = {
  src: () => `${script("embed.js")}<summary-card src="${inHtml(cardFile())}"${attributes(ATTRIBUTES)}>\n${FALLBACK}</summary-card>\n`,

  inline: async () => {
    const answer = await fetch(cardFile());
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    const data = JSON.stringify(await answer.json(), null, 2);
    return `${script("embed.js")}<summary-card${attributes(ATTRIBUTES)}>\n${FALLBACK}  <script type="application/json">\n${inScript(data)}\n  </script>\n</summary-card>\n`;
  },

  render: () => {
    const words = chosen(ATTRIBUTES.filter((name) => name !== "json-ld")).map(([name, value]) => `--attribute ${inShell(`${name}=${value}`)}`);
    const file = inShell(cardFile().split("/").at(-1));
    return [`summary-card render ${file} --article story.html --base ${inShell(base())}`, `--attribute ${inShell(`src=${cardFile()}`)}`, ...words].join(" \\\n  ") + "\n";
  },

  frame: () => {
    // On another host these have to be allowed: Copy link, and the system's share sheet.
    const allow = new URL(base(), location).origin === location.origin ? "" : ' allow="clipboard-write; web-share"';
    return `<iframe src="${inHtml(frameAddress(base()))}" title="Summary card"\n  width="600" height="640" loading="lazy"${allow}></iframe>\n<script async src="${inHtml(base())}frame-parent.js"></script>\n`;
  },
};

const NOTES = {
  src: "",
  inline: "",
  render: "This prints HTML for the page. Paste it where the card is to stand, or make it part of your site’s build. The line with embed.js belongs on the page, too.",
  frame: "Give the card file its url, so that every quote has a link to the article.",
};

let run = 0; // the newest wins

const update = async () => {
  const mine = ++run;
  const { way } = Object.fromEntries(new FormData(form));
  form.querySelector("#on-the-page").disabled = way === "frame";
  let [text, hint] = ["", NOTES[way]];
  try {
    text = await WRITERS[way]();
    const address = frameAddress("../");
    if (preview.getAttribute("src") !== address) preview.setAttribute("src", address);
  } catch (error) {
    hint = `The card file could not be read: ${error.message}.`;
  }
  if (mine !== run) return;
  snippet.textContent = text;
  note.textContent = hint;
};

let later;
const updateLater = () => {
  clearTimeout(later);
  later = setTimeout(update, 250);
};
// The second for what fills in fields without typing.
for (const type of ["input", "change"]) form.addEventListener(type, updateLater);
form.addEventListener("submit", (event) => event.preventDefault());
// Addresses that are right wherever on this host the code is pasted.
form.elements.card.value = new URL("../cards/river-park.json", location).pathname;
form.elements.base.value = new URL("../", location).pathname;
form.hidden = false;
update();
