// Comments in the reader's own browser: all of an article's in one entry of localStorage.

/** Comments shown at first, and how many more each time. */
export const PAGE_SIZE = 20;

export const MAX_TEXT = 5000;
export const MAX_NAME = 80;

const key = (card) => `card-comments/${card.url ?? card.id}`;

/** All comments on the card's article, the newest first: the reader's own and the card file's samples. */
export const readComments = (card) => {
  const samples = (card.comments ?? []).map((comment) => ({ ...comment, isSample: true }));
  let own = [];
  try {
    own = JSON.parse(localStorage.getItem(key(card))) ?? [];
  } catch {
    // Storage is refused, or what is in it is not ours: the samples are still there.
  }
  return [...own, ...samples].sort((a, b) => (a.dateCreated < b.dateCreated ? 1 : -1));
};

/** Stores a comment; fails with a sentence for the reader. */
export const postComment = (card, { text, name, about }) => {
  if (!text.trim()) throw new Error("Write a comment first.");
  if (!name.trim()) throw new Error("Enter a name.");
  const comment = {
    id: crypto.randomUUID(),
    text: text.trim(),
    author: name.trim(),
    about,
    dateCreated: new Date().toISOString(),
  };
  const own = readComments(card).filter(({ isSample }) => !isSample);
  try {
    localStorage.setItem(key(card), JSON.stringify([comment, ...own]));
  } catch {
    throw new Error("This browser’s storage for the page is full. Your text is still in the form.");
  }
};

const UNITS = [["year", 31_536_000], ["month", 2_592_000], ["day", 86_400], ["hour", 3_600], ["minute", 60]];
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** "3 days ago". */
export const ago = (iso, now = Date.now()) => {
  const seconds = Math.round((Date.parse(iso) - now) / 1000);
  const [unit, length] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  return relative.format(Math.round(seconds / length), unit);
};

export const initials = (name) => name.split(/\s+/).slice(0, 2).map((word) => [...word][0]).join("").toUpperCase();
