// Roles and names as assistive technology gets them, computed alike in every engine: the part of HTML-AAM and of
// Accessible Name and Description Computation that a card and its pages make use of. A test in `harness_works` holds
// it to what each engine says.

const ROLES = {
  article: "article", aside: "complementary", blockquote: "blockquote", button: "button", details: "group",
  dialog: "dialog", fieldset: "group", figure: "figure", footer: "contentinfo", form: "form",
  h1: "heading", h2: "heading", h3: "heading", h4: "heading", h5: "heading", h6: "heading",
  header: "banner", hr: "separator", img: "img", li: "listitem", main: "main", menu: "list", nav: "navigation",
  ol: "list", optgroup: "group", option: "option", output: "status", p: "paragraph", progress: "progressbar",
  section: "region", summary: "button", table: "table", tbody: "rowgroup", td: "cell", textarea: "textbox",
  tfoot: "rowgroup", thead: "rowgroup", tr: "row", ul: "list",
};

const INPUTS = {
  button: "button", checkbox: "checkbox", email: "textbox", image: "button", number: "spinbutton", radio: "radio",
  range: "slider", reset: "button", search: "searchbox", submit: "button", tel: "textbox", text: "textbox",
  url: "textbox",
};

// These have their content for a name, where nothing else names them.
const NAMED_BY_CONTENT = new Set(["button", "cell", "checkbox", "columnheader", "gridcell", "heading", "link",
  "menuitem", "menuitemcheckbox", "menuitemradio", "option", "radio", "row", "rowheader", "switch", "tab", "tooltip"]);

const NAMING = ["aria-labelledby", "aria-label", "title"];

// Engines differ in the white space around and between the parts of a name, which nobody hears.
const folded = (name) => name.split(/\s+/).filter(Boolean).join(" ");

const roleOf = (element) => {
  const [written] = (element.getAttribute("role") ?? "").trim().split(/\s+/);
  if (written) return { image: "img", presentation: "none" }[written] ?? written;
  switch (element.localName) {
    case "a": case "area": return element.hasAttribute("href") ? "link" : "generic";
    case "input": return element.list ? "combobox" : INPUTS[element.type] ?? "generic";
    case "select": return element.multiple || element.size > 1 ? "listbox" : "combobox";
    case "th": return /^row/.test(element.scope) ? "rowheader" : "columnheader";
    // These are landmarks only where they have a name, or where they are the page's own.
    case "section": case "form": if (!NAMING.some((each) => element.getAttribute(each)?.trim())) return "generic"; break;
    case "header": case "footer": if (element.closest("article, aside, main, nav, section")) return "generic";
  }
  return ROLES[element.localName] ?? "generic";
};

// Whether a box stands apart from the words around it: not one that is inline, nor one taken out of the flow of words.
const apart = ({ display, position }) =>
  !["inline", "contents"].includes(display) && !["absolute", "fixed"].includes(position);

// What a pseudo-element adds: after a slash its text alternative, else its text.
const generated = (element, which) => {
  const style = getComputedStyle(element, which);
  let said = "";
  for (const [token, text] of style.content.matchAll(/"((?:[^"\\]|\\.)*)"|\//g))
    said = token === "/" ? "" : said + text.replace(/\\(.)/g, "$1");
  return apart(style) ? ` ${said} ` : said;
};

const isHidden = (element, style) =>
  style.display === "none" || style.visibility !== "visible" || element.getAttribute("aria-hidden") === "true";

// The text of a node as part of a name; `except` is the control that the name is for.
const textOf = (node, except) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node === except) return "";
  const style = getComputedStyle(node);
  if (isHidden(node, style)) return "";
  const text = node.getAttribute("aria-label")?.trim() || inside(node, except);
  return apart(style) ? ` ${text} ` : text;
};

const inside = (element, except) => {
  switch (element.localName) {
    case "br": return " ";
    case "img": return element.alt;
    case "input": case "textarea": return /^(checkbox|radio)$/.test(element.type) ? "" : element.value;
    case "select": return [...element.selectedOptions].map((each) => each.label).join(" ");
    case "svg": return element.querySelector(":scope > title")?.textContent ?? "";
  }
  const assigned = element.localName === "slot" ? element.assignedNodes() : [];
  const nodes = assigned.length ? assigned : (element.shadowRoot ?? element).childNodes;
  const text = [...nodes].map((each) => textOf(each, except)).join("");
  return generated(element, "::before") + text + generated(element, "::after");
};

// What HTML has to name an element with.
const nativeName = (element) => {
  const child = (tag) => element.querySelector(`:scope > ${tag}`);
  switch (element.localName) {
    case "fieldset": return child("legend") && inside(child("legend"));
    case "figure": return child("figcaption") && inside(child("figcaption"));
    case "table": return element.caption && inside(element.caption);
    case "img": return element.alt;
    case "option": case "optgroup": return element.label;
  }
  if (element.labels?.length) return [...element.labels].map((each) => inside(each, element)).join(" ");
  if (/^(button|reset|submit)$/.test(element.localName === "input" && element.type)) return element.value;
  return "";
};

const nameOf = (element) => {
  const root = element.getRootNode();
  const others = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).map((id) => id && root.getElementById(id));
  const texts = [
    // What names another may itself be hidden.
    () => others.filter(Boolean).map((each) => each.getAttribute("aria-label") || inside(each)).join(" "),
    () => element.getAttribute("aria-label"),
    () => nativeName(element),
    () => NAMED_BY_CONTENT.has(roleOf(element)) && inside(element),
    () => element.title,
    () => element.placeholder,
  ];
  for (const text of texts) {
    const name = folded(text() || "");
    if (name) return name;
  }
  return "";
};

// Its parent as the reader has it: through slots and out of shadow roots.
const above = (element) => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;

// Whether it is there for a reader: on the page, and not kept from assistive technology.
const isThere = (element) => {
  // A list of choices shows its options when it is opened.
  const box = element.matches("option, optgroup") ? element.closest("select") : element;
  if (!box.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  for (let each = box; each; each = above(each))
    if (each.inert || each.getAttribute("aria-hidden") === "true") return false;
  return true;
};

// All elements below the scope, shadow roots included, in document order.
const everything = (scope) => {
  const found = [];
  const walk = (root) => {
    for (const element of root.querySelectorAll("*")) {
      found.push(element);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  if (scope?.shadowRoot) walk(scope.shadowRoot);
  walk(scope ?? document);
  return found;
};

// `*part*`, `start*`, `*end`, `*` or the whole name.
const fits = (name, wanted) => {
  const [, open, text, end] = /^(\*?)(.*?)(\*?)$/s.exec(wanted);
  if (open && (end || !text)) return name.includes(text);
  if (open) return name.endsWith(text);
  return end ? name.startsWith(text) : name === text;
};

// Every element of that role and name that is there.
const find = (scope, role, name) =>
  everything(scope).filter((each) => roleOf(each) === role && fits(nameOf(each), name) && isThere(each));

// Role and name of the element that has the focus, in whatever shadow root; empty when nothing has it.
const focused = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return !element || element === document.body ? ["", ""] : [roleOf(element), nameOf(element)];
};
