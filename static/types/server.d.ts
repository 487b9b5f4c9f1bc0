// For a server alone: what `summary-card/server` has. Where a server's program imports "summary-card", it gets this
// module, too.

/** The version of the package. */
export const version: string;
/** Of each file that a page may load, what `integrity` holds it to: `integrity["embed.js"]` is `sha384-…`. */
export const integrity: Readonly<Record<string, string>>;
