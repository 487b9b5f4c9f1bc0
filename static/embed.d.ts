/** An `http` or `https` address. */
export type Url = string;
/** An ISO 8601 date: `2025-08-14` or `2025-08-14T09:30:00Z`. */
export type IsoDate = string;

/** What a card file holds; its JSON Schema is `schema/card.v1.json`. Fields beyond these are passed over. */
export interface CardFile {
  /** Where the JSON Schema is, for editors that check as one types. */
  $schema?: string;
  /** The version of the format. */
  version: 1;
  /** A short name, used in links: letters, digits, `-` and `_`. */
  id: string;
  /** The article's headline. */
  headline: string;
  /** The article's own address. */
  url?: Url;
  /** Who published the article. */
  publisher?: Source;
  /** The names of who wrote it. */
  author?: string[];
  /** When it was first published. */
  datePublished?: IsoDate;
  /** When it was last changed. */
  dateModified?: IsoDate;
  /** What was corrected, in the publisher's words. */
  correction?: string;
  /** The language of the article and the card: a BCP 47 tag. */
  inLanguage?: string;
  /** The summary, one point an entry: its text alone, or with the claims that it rests on. */
  abstract: (string | Point)[];
  /** The people and institutions in the story. */
  actors?: Actor[];
  /** The statements that the article reports. */
  claims?: Claim[];
  /** Who stands where toward which claim. */
  stances?: Stance[];
  /** Sample comments, shown as samples. */
  comments?: SampleComment[];
}

/** A point of the summary. */
export interface Point {
  /** The point, in the editor's words. */
  text: string;
  /** The ids of the claims that it rests on. */
  claims?: string[];
}

/** A named thing with an address. */
export interface Source {
  /** What it is called. */
  name: string;
  /** Where it is on the web. */
  url?: Url;
}

/** A person or an institution in the article. */
export interface Actor {
  /** What claims and stances refer to this actor by. */
  id: string;
  /** The name as the article has it. */
  name: string;
  /** What kind of actor, in schema.org's terms; `Person` by default. */
  type?: "Person" | "Organization" | "GovernmentOrganization";
  /** Whether the article names the actor; `named` by default. */
  anonymity?: "named" | "unnamed" | "collective";
  /** Who this is, in a few words. */
  description?: string;
  /** Pages that say who this is. */
  sameAs?: Url[];
}

/** A statement that the article reports. */
export interface Claim {
  /** What stances, comments and links refer to this claim by. */
  id: string;
  /** The claim, in the editor's words. */
  text: string;
  /** The ids of the actors who make it; none where the article speaks in its own voice. */
  author?: string[];
  /** What kind of statement it is. */
  claimType?: "quantity" | "causation" | "rule" | "prediction" | "experience" | "event" | "position" | "other";
  /** Whether the article gives the speaker's words or reports them. */
  attribution?: "direct" | "indirect";
  /** What the article itself shows for the claim. */
  status?: "reported" | "attributed" | "disputed" | "unreviewed";
  /** The article's sentences that carry the claim. */
  evidence?: Quote[];
  /** When the claim was made. */
  datePublished?: IsoDate;
  /** Other places where it appears. */
  appearance?: Source[];
  /** Somebody's published fact check of it. */
  review?: Review;
}

/** A verbatim quote of the article: W3C TextQuoteSelector. */
export interface Quote {
  /** The quoted words. */
  exact: string;
  /** The words just before. */
  prefix?: string;
  /** The words just after. */
  suffix?: string;
}

/** Somebody's published fact check of a claim. */
export interface Review {
  /** Who reviewed it. */
  author: Source;
  /** Where the review is published. */
  url: Url;
  /** What they concluded, in their own words. */
  reviewRating: { alternateName: string };
  /** When it was published. */
  datePublished?: IsoDate;
}

/** An actor's position toward a claim. */
export interface Stance {
  /** The id of the actor. */
  actor: string;
  /** The id of the claim. */
  target: string;
  /** The position; `mixed` has its factions in `parts`. */
  label: "favor" | "against" | "mixed" | "none";
  /** Why, as the article reports it. */
  reasons?: Reason[];
  /** The quotes that show the stance. */
  evidence?: Quote[];
  /** The factions of a divided actor. */
  parts?: Part[];
}

/** Why an actor takes a position. */
export interface Reason {
  /** The reason, in the editor's words. */
  text: string;
  /** The quotes that show it. */
  evidence?: Quote[];
}

/** One faction of a divided actor. */
export interface Part {
  /** Who this faction is. */
  name: string;
  /** Its position. */
  label: "favor" | "against" | "none";
  /** Why, as the article reports it. */
  reasons?: Reason[];
  /** The quotes that show it. */
  evidence?: Quote[];
}

/** A comment's position toward the claim it is about. */
export type CommentPosition = "support" | "deny" | "query" | "comment";

/** A sample comment in a card file; its `author` is a name alone. */
export interface SampleComment {
  /** What replies refer to it by. */
  id: string;
  /** The comment, with the small subset of Markdown that comments may have. */
  text: string;
  /** The name shown. */
  author: string;
  /** When it was written. */
  dateCreated: IsoDate;
  /** The id of the comment it answers. */
  parentItem?: string;
  /** How many liked it. */
  upvoteCount?: number;
  /** The id of the claim it is about. */
  about?: string;
  /** Its position toward that claim. */
  position?: CommentPosition;
}

/** A comment in an event, in schema.org's terms. The email address is never part of it. */
export interface Comment {
  /** Empty in `summary-card:comment-submit`: it gets its id when it is stored. */
  id: string;
  /** The text as typed. */
  text: string;
  /** Who wrote it. */
  author: CommentAuthor;
  /** When, by the writer's clock. */
  dateCreated: IsoDate;
  /** When it was last edited. */
  dateModified?: IsoDate;
  /** The id of the comment it answers. */
  parentItem?: string;
  /** How many liked it. */
  upvoteCount: number;
  /** The id of the claim it is about. */
  about?: string;
  /** Its position toward that claim. */
  position?: CommentPosition;
  /** Its place in time among the others; differs from `dateCreated` where a clock went backwards. */
  order: IsoDate;
}

/** Who wrote a comment. */
export interface CommentAuthor {
  /** The name shown. */
  name: string;
  /** The writer's website. */
  url?: Url;
}

/**
 * Why a card could not be shown, or stopped. `removed`, that the element was taken out of the page before its card was
 * live, is what `ready` rejects with; no event tells it.
 */
export type ErrorCode =
  | "no-source"
  | "not-found"
  | "network"
  | "not-json"
  | "wrong-shape"
  | "wrong-version"
  | "too-large"
  | "wasm"
  | "csp"
  | "crashed"
  | "no-shadow"
  | "removed";

/** What `ready` rejects with when a card could not be shown. */
export interface SummaryCardError extends Error {
  /** What went wrong; the message is for the page's developer. */
  code: ErrorCode;
}

/** The events of the element; all of them bubble and are composed. */
export interface SummaryCardEventMap {
  /** The card is live. */
  "summary-card:ready": CustomEvent<Record<string, never>>;
  /** The card could not be shown, or stopped. */
  "summary-card:error": CustomEvent<{ code: ErrorCode; message: string }>;
  /** A claim was opened or closed. */
  "summary-card:claim-toggle": CustomEvent<{ id: string; open: boolean }>;
  /** A quote's passage was asked for. */
  "summary-card:quote-show": CustomEvent<{ quote: Quote; found: boolean }>;
  /** A comment is about to be stored; `preventDefault()` keeps it from being so. */
  "summary-card:comment-submit": CustomEvent<{ comment: Comment }>;
  /** A comment was stored. */
  "summary-card:comment-post": CustomEvent<{ comment: Comment }>;
}

/** The attributes of the element, as templates write them. */
export interface SummaryCardAttributes {
  /** The address of the card file. */
  src?: string;
  /** A CSS selector for the article's text on this page. */
  article?: string;
  /** Which parts to show: any of `summary claims stances comments`. */
  sections?: string;
  /** Whether the headline is seen; `auto`, the default: not under a heading that says the same. */
  headline?: "auto" | "show" | "hide";
  /** Which quotes are marked in the article; those of open claims by default. */
  marks?: "open" | "all" | "off";
  /** Where comments are kept: in the reader's browser, the default, or nowhere. */
  comments?: "local" | "off";
  /** The colours; `auto`, the default, is the reader's setting. */
  theme?: "auto" | "light" | "dark";
  /** The language of the interface: a BCP 47 tag. */
  lang?: string;
  /** When the card is fetched and made live; near the view by default. */
  loading?: "lazy" | "eager" | "interaction";
  /** Whether the card's JSON-LD is written into the element. */
  "json-ld"?: "off" | "on";
}

/** The `<summary-card>` element. */
export class SummaryCardElement extends HTMLElement {
  /**
   * Resolves with the element when the card is live and rendered; rejects with a {@link SummaryCardError} when it
   * cannot be. With `loading="interaction"` that is once the reader touches it. When it is settled, the next load, a
   * crash, and coming back into the page begin a new one.
   */
  readonly ready: Promise<this>;
  /**
   * Shows a card given as JSON text, or as data that JSON can hold, instead of `src`, as soon as the element is in the
   * page.
   * Returns `ready`.
   */
  load(card: CardFile | string): Promise<this>;
  /** Opens a claim and brings it into view. An id that the card does not have does nothing. */
  openClaim(id: string): Promise<void>;
}

declare global {
  interface HTMLElementTagNameMap {
    "summary-card": SummaryCardElement;
  }
  interface GlobalEventHandlersEventMap extends SummaryCardEventMap {}
}
