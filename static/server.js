// What `import "summary-card"` is where there is no page, as when a framework renders on a server: nothing happens. The
// markup is the element itself, which a browser brings to life. `cargo xtask package` fills in the values.

export const version = "";

/** Of each file that a page may load, what `integrity` holds it to. */
export const integrity = {};

/** So that a program which names the class can be loaded; nothing makes one here. */
export class SummaryCardElement {
  constructor() {
    throw new TypeError("<summary-card> needs a browser");
  }
}
