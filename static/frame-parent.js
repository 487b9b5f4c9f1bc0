// For a page that shows summary cards in frames (`frame.html`): gives every frame the height of what is in it. One such
// script does for all of them, those that are put into the page later, too.

{
  const HEIGHT = "summary-card:height";
  const WANTED = "summary-card:height-wanted";
  const HIGHEST = 100000; // pixels; who asks for more is broken, or up to something

  const frames = () => [...document.querySelectorAll("iframe")].filter(({ src }) => /^https?:[^?#]*\/frame\.html\?/.test(src));

  /** What the browser names as the origin of the frame's messages, as long as the frame is at the address it was given. */
  const originOf = ({ src, sandbox }) =>
    sandbox.length && !sandbox.contains("allow-same-origin") ? "null" : new URL(src).origin;

  // Anything on the page, and whoever opened it, can send it messages.
  addEventListener("message", ({ data, origin, source }) => {
    if (data?.type !== HEIGHT || !Number.isFinite(data.height) || data.height < 1 || data.height > HIGHEST) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame || originOf(frame) !== origin) return;
    const edges = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.height = `${Math.ceil(data.height) + edges}px`;
  });

  // Those that were there before this script.
  for (const { contentWindow } of frames()) contentWindow?.postMessage({ type: WANTED }, "*");
}
