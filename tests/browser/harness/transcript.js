// What is read aloud when somebody reads on from the start of the scope to its end, a line for each thing: after
// accessible.js, which says what is there, its role and its name.

const CONTROLS = new Set(["button", "checkbox", "combobox", "link", "radio", "searchbox", "textbox"]);
// Said with their name, and what is in them after that.
const AROUND = new Set(["blockquote", "figure", "group", "list", "listitem", "region", "row", "status", "table"]);
const CELLS = new Set(["cell", "columnheader", "rowheader"]);

const stateOf = (element) => {
  const is = (name) => element.getAttribute(`aria-${name}`) === "true";
  const details = element.localName === "summary" && element.parentElement;
  const expanded = details ? details.open : element.hasAttribute("aria-expanded") ? is("expanded") : null;
  return [
    expanded === null ? "" : expanded ? "expanded" : "collapsed",
    element.hasAttribute("aria-pressed") && (is("pressed") ? "pressed" : "not pressed"),
    element.type === "checkbox" && (element.checked ? "checked" : "not checked"),
    is("required") && "required",
    is("invalid") && "invalid",
    element.disabled && "disabled",
  ].filter(Boolean);
};

const transcript = (scope) => {
  const lines = [];
  let text = "";
  const flush = (depth) => {
    if (folded(text)) lines.push("  ".repeat(depth) + folded(text));
    text = "";
  };
  const say = (depth, ...parts) => {
    flush(depth);
    lines.push("  ".repeat(depth) + parts.filter(Boolean).join(", "));
  };
  const walk = (node, depth) => {
    if (node.nodeType === Node.TEXT_NODE) {
      text += node.data;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || !isThere(node)) return;
    const role = roleOf(node);
    const name = nameOf(node);
    const quoted = name && `"${name}"`;
    if (CONTROLS.has(role)) return say(depth, `${role} ${quoted}`, ...stateOf(node));
    if (role === "heading") return say(depth, `heading ${node.localName.slice(1)} ${quoted}`);
    const isApart = apart(getComputedStyle(node));
    if (isApart) flush(depth);
    let deeper = depth;
    if (AROUND.has(role) && (role !== "group" || name) || CELLS.has(role)) {
      const count = role === "list" && `${[...node.children].filter(isThere).length} items`;
      say(depth, CELLS.has(role) || !name ? role : `${role} ${quoted}`, count);
      deeper++;
    }
    const assigned = node.localName === "slot" ? node.assignedNodes() : [];
    for (const each of assigned.length ? assigned : (node.shadowRoot ?? node).childNodes) walk(each, deeper);
    if (isApart || deeper > depth) flush(deeper);
  };
  walk(scope ?? document.body, 0);
  return lines.join("\n");
};
