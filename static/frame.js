// The page `frame.html`: makes one card of what the page's own address asks for, and tells the page around how high it
// is. `frame-parent.js` listens there.

{
  const HEIGHT = "summary-card:height";
  const WANTED = "summary-card:height-wanted";

  // The element's attributes that make sense here, where the article is not. All else in the address is passed over.
  const ATTRIBUTES = ["comments", "headline", "lang", "loading", "sections", "theme"];

  // Before anything is made of what the page's address says: the card file may come from any server, all else from this one.
  // It has its name here, since in a sandbox without an origin of its own WebKit takes 'self' for no place at all.
  const own = location.origin;
  const httpEquiv = "Content-Security-Policy";
  const content = `default-src 'none'; script-src ${own} 'wasm-unsafe-eval'; style-src ${own}; connect-src http: https:; img-src ${own}; base-uri 'none'; form-action 'none'`;
  document.head.append(Object.assign(document.createElement("meta"), { httpEquiv, content }));

  const asked = new URLSearchParams(location.search);
  const main = document.querySelector("main");

  const say = (text) => {
    main.replaceChildren(Object.assign(document.createElement("p"), { role: "alert", textContent: text }));
  };

  /** The card file's address in full; nothing where that is none which a server answers. */
  const cardFile = () => {
    try {
      const { protocol, href } = new URL(asked.get("src") || "none:", location);
      if (/^https?:$/.test(protocol)) return href;
    } catch {} // no address at all
  };

  const show = (src) => {
    const card = document.createElement("summary-card");
    card.setAttribute("src", src);
    // This page is in English, which says nothing of the card: empty, it is the card file's own language.
    card.setAttribute("lang", "");
    // A sandbox without an origin of its own keeps nothing, and most sandboxes send no form.
    if (origin === "null") card.setAttribute("comments", "off");
    for (const name of ATTRIBUTES) if (asked.has(name)) card.setAttribute(name, asked.get(name));
    // What is around the card is as dark as it.
    if (/^(light|dark)$/.test(asked.get("theme"))) document.documentElement.style.colorScheme = asked.get("theme");
    main.append(card);
    // In full: in a sandbox this script is one of another origin's, and knows no folder of its own.
    import(new URL("embed.js", location)).catch(() => say("The summary card could not be loaded."));
  };

  /** To any page: a height is no secret, and who is around cannot be known. */
  const tell = () => parent.postMessage({ type: HEIGHT, height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");

  const src = cardFile();
  if (src) show(src);
  else say("No card: the address of this page needs src=, with the http or https address of a card file, or its path.");

  if (parent !== window) {
    new ResizeObserver(tell).observe(document.body); // at once, then once a drawn frame at most
    // The script around may have come after the first word.
    addEventListener("message", ({ data, source }) => source === parent && data?.type === WANTED && tell());
  }
}
