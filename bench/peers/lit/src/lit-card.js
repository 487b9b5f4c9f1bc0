// <lit-card src="card.json">: the summary card as a Lit element.

import { LitElement, html, nothing, unsafeCSS } from "lit";
import { repeat } from "lit/directives/repeat.js";
import style from "../../../../static/card.css?inline";
import { FILTER_ABOVE, FIRST_CLAIMS, NO_FILTER, prepare, visibleClaims, webAddress } from "../../common/card.js";
import { PAGE_SIZE, postComment, readComments } from "../../common/comments.js";
import { date } from "../../common/words.js";
import { claimsSection } from "./claims.js";
import { commentsSection } from "./comments.js";
import { filterBar } from "./filter.js";
import { searchIcon } from "./icons.js";
import { stancesSection } from "./stances.js";

export class LitCard extends LitElement {
  static styles = unsafeCSS(style);

  static properties = {
    src: {},
    card: { state: true },
    failed: { state: true },
    filter: { state: true },
    hasFilter: { state: true },
    openIds: { state: true },
    hasRest: { state: true },
    hasStances: { state: true },
    openName: { state: true },
    comments: { state: true },
    commentForm: { state: true },
  };

  constructor() {
    super();
    this.filter = NO_FILTER;
    this.openIds = new Set();
    this.commentForm = { isOpen: false, isEntered: false, limit: PAGE_SIZE, message: "", problem: "" };
  }

  async connectedCallback() {
    super.connectedCallback();
    try {
      const response = await fetch(this.src);
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      this.card = prepare(await response.json());
      this.comments = readComments(this.card);
    } catch (error) {
      this.failed = true;
      console.error(error);
    }
  }

  willUpdate(changed) {
    if (changed.has("card") || changed.has("filter")) this.claims = this.card && visibleClaims(this.card, this.filter);
  }

  // -- What the reader does --

  setOpen(id, open) {
    if (this.openIds.has(id) === open) return;
    this.openIds = new Set(this.openIds);
    open ? this.openIds.add(id) : this.openIds.delete(id);
  }

  setAllOpen(open) {
    this.openIds = new Set(open ? this.claims.map(({ id }) => id) : []);
  }

  /** Opens a claim, and whatever is around it, and goes there. */
  async goTo(id) {
    this.filter = NO_FILTER;
    this.hasRest ||= this.card.byId.get(id).number > FIRST_CLAIMS;
    this.setOpen(id, true);
    await this.updateComplete;
    const claim = this.renderRoot.querySelector(`[data-claim="${this.card.byId.get(id).number}"] > summary`);
    claim.scrollIntoView({ block: "nearest" });
    claim.focus();
  }

  async startComment(claim) {
    this.commentForm = { ...this.commentForm, isOpen: true, isEntered: true, about: claim };
    await this.updateComplete;
    this.renderRoot.querySelector("textarea").focus();
  }

  post(event) {
    event.preventDefault();
    const form = event.currentTarget;
    try {
      postComment(this.card, { text: form.text.value, name: form.author.value, about: this.commentForm.about?.id });
      form.text.value = "";
      this.comments = readComments(this.card);
      this.commentForm = { ...this.commentForm, about: undefined, problem: "", message: "Comment posted." };
    } catch (error) {
      this.commentForm = { ...this.commentForm, problem: error.message };
    }
  }

  // -- What is shown --

  render() {
    const { card } = this;
    if (this.failed) return html`<p class="notice" role="alert">This card could not be loaded.</p>`;
    if (!card) return nothing;
    return html`
      <section class="summary-card" aria-labelledby="title">
        <header class="head">
          <h2 id="title" class="hidden">${card.headline}</h2>
          <p class="kicker">In short</p>
          <p class="byline">
            ${card.publisher ? html`<span>${publisher(card.publisher)}</span>` : nothing}
            ${card.datePublished ? html`<span><time datetime=${card.datePublished}>${date(card.datePublished)}</time></span>` : nothing}
          </p>
          ${card.claims.length > FILTER_ABOVE ? this.#tools() : nothing}
        </header>
        ${this.#points()}
        ${this.hasFilter ? filterBar(this) : nothing}
        ${claimsSection(this)}
        ${card.stances?.length ? stancesSection(this) : nothing}
        ${commentsSection(this)}
      </section>`;
  }

  #tools() {
    const toggle = () => (this.hasFilter = !this.hasFilter);
    return html`
      <div class="tools">
        <button type="button" class="tool" aria-label="Search and filter" title="Search and filter"
          aria-expanded=${Boolean(this.hasFilter)} @click=${toggle}>${searchIcon}</button>
      </div>`;
  }

  #points() {
    const points = (this.card.abstract ?? []).map((point) => (typeof point === "string" ? { text: point } : point));
    const links = (ids = []) => ids.map((id) => this.card.byId.get(id)).filter(Boolean).map((claim) => this.claimLink(claim));
    return html`
      <ul class="points" lang=${this.card.inLanguage ?? nothing}>
        ${repeat(points, ({ text }) => text, ({ text, claims }) => html`<li dir="auto">${text} <span class="refs">${links(claims)}</span></li>`)}
      </ul>`;
  }

  claimLink(claim) {
    const follow = (event) => {
      event.preventDefault();
      this.goTo(claim.id);
    };
    return html`<a class="ref" href="#${claim.id}" aria-label="Claim ${claim.number}" @click=${follow}>${claim.number}</a>`;
  }
}

const publisher = ({ name, url }) =>
  webAddress(url)
    ? html`<a href=${url} target="_blank" rel="noopener"><bdi>${name}</bdi><span class="hidden"> (opens in a new tab)</span></a>`
    : html`<bdi>${name}</bdi>`;

customElements.define("lit-card", LitCard);
