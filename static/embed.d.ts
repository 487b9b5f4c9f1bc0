/** What a card file holds; its JSON Schema is `schema/card.v1.json`. */
export interface CardFile {
  version: 1;
  id: string;
  headline: string;
  abstract: string[];
  [field: string]: unknown;
}

export type ErrorCode =
  | "no-source"
  | "not-found"
  | "network"
  | "not-json"
  | "wrong-shape"
  | "wrong-version"
  | "too-large"
  | "wasm"
  | "crashed";

/** A quote: W3C TextQuoteSelector. */
export interface Quote {
  exact: string;
  prefix?: string;
  suffix?: string;
}

/** A comment in schema.org's terms; the email address is never part of it. */
export interface Comment {
  id: string;
  text: string;
  author: string;
  url?: string;
  dateCreated: string;
  parentItem?: string;
  about?: string;
  position?: "support" | "deny" | "query" | "comment";
}

export interface SummaryCardEventMap {
  "summary-card:ready": CustomEvent<Record<string, never>>;
  "summary-card:error": CustomEvent<{ code: ErrorCode; message: string }>;
  "summary-card:claim-toggle": CustomEvent<{ id: string; open: boolean }>;
  "summary-card:quote-show": CustomEvent<{ quote: Quote; found: boolean }>;
  "summary-card:comment-submit": CustomEvent<{ comment: Comment }>;
  "summary-card:comment-post": CustomEvent<{ comment: Comment }>;
}

export class SummaryCardElement extends HTMLElement {
  /** Resolves with the element when the card is live; rejects with `{code, message}` when it cannot be. */
  readonly ready: Promise<this>;
  /** Shows a card given as data, or as JSON text, instead of `src`. */
  load(card: CardFile | string): Promise<this>;
  /** Opens a claim and brings it into view. */
  openClaim(id: string): Promise<void>;
}

declare global {
  interface HTMLElementTagNameMap {
    "summary-card": SummaryCardElement;
  }
  interface GlobalEventHandlersEventMap extends SummaryCardEventMap {}
}
