// The interface's words, as the summary card has them in English.

export const STATUS = {
  reported: { name: "Reported", count: "reported", note: "The article states this in its own voice." },
  attributed: { name: "Attributed", count: "attributed", note: "The article says who says this." },
  disputed: { name: "Disputed in the article", count: "disputed", note: "The article also reports that somebody disputes this." },
  unreviewed: { name: "Not independently reviewed", count: "not reviewed", note: "The article reports no independent look at this." },
};

export const TYPE = {
  quantity: "A quantity",
  causation: "Cause and effect",
  rule: "A law or rule",
  prediction: "A prediction",
  experience: "An experience",
  event: "An event",
  position: "A position",
  other: "A statement",
};

export const ATTRIBUTION = { direct: ", in the speaker’s own words", indirect: ", in the article’s words" };

/** What a source is whom the article does not name: a mark beside the name, and a sentence. */
export const ANONYMITY = {
  unnamed: {
    mark: "unnamed",
    note: "The article does not name this source. The journalist normally knows who it is; the reader is not told.",
  },
  collective: { mark: "a group", note: "A group spoken of as one. Not everyone in it need agree." },
};

/** The word for each column of the stances, toward an act and toward a statement. */
export const position = (claim, column) =>
  (["event", "position", "rule"].includes(claim.claimType) ? ["Supports", "Opposes"] : ["Agrees", "Disputes"])[column] ?? "No position stated";

export const plural = (count, one, other = `${one}s`) => `${count} ${count === 1 ? one : other}`;

export const date = (iso) =>
  new Date(iso).toLocaleDateString("en", { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" });
