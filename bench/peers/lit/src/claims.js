import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { FIRST_CLAIMS } from "../../common/card.js";
import { ANONYMITY, ATTRIBUTION, STATUS, TYPE, plural } from "../../common/words.js";
import { statusIcon } from "./icons.js";
import { lanes } from "./names.js";
import { quoteList } from "./quotes.js";

export const claimsSection = (host) => {
  const { card, claims } = host;
  const first = claims.slice(0, FIRST_CLAIMS);
  const rest = claims.slice(FIRST_CLAIMS);
  const areOpen = claims.every(({ id }) => host.openIds.has(id));
  const list = (some) => html`<ol>${repeat(some, ({ id }) => id, (each) => claim(host, each))}</ol>`;
  const toggleRest = (event) => (host.hasRest = event.currentTarget.open);
  return html`
    <details class="part claims" open>
      <summary>
        <h3>${plural(card.claims.length, "claim")}</h3>
        <span class="gist">${statuses(card)}</span>
      </summary>
      ${claims.length ? nothing : html`<p class="nothing">No claim fits.</p>`}
      ${list(first)}
      ${claims.length
        ? html`
            <div class="rest-row">
              <button type="button" class="link all" @click=${() => host.setAllOpen(!areOpen)}>${areOpen ? "Collapse all" : "Expand all"}</button>
              ${rest.length
                ? html`
                    <details class="rest" ?open=${host.hasRest} @toggle=${toggleRest}>
                      <summary>
                        <span class="more">Show all ${claims.length} claims</span>
                        <span class="fewer">Show fewer</span>
                      </summary>
                      ${host.hasRest ? list(rest) : nothing}
                    </details>`
                : nothing}
            </div>`
        : nothing}
    </details>`;
};

/** "4 reported · 2 disputed": what is zero is left out. */
const statuses = (card) =>
  Object.entries(STATUS)
    .map(([status, { count }]) => [card.claims.filter((claim) => claim.status === status).length, count])
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(" · ");

const claim = (host, claim) => {
  const isOpen = host.openIds.has(claim.id);
  const toggle = (event) => host.setOpen(claim.id, event.currentTarget.open);
  return html`
    <li class="claim">
      <details ?open=${isOpen} @toggle=${toggle} data-claim=${claim.number}>
        <summary>
          <span class="number" aria-hidden="true">${claim.number}</span>
          <span class="statement" dir="auto" lang=${host.card.inLanguage ?? nothing}>${claim.text}</span>
          <span class="meta">
            ${authors(claim)}
            ${claim.status
              ? html`<span class="status ${claim.status}">${statusIcon(claim.status)}${STATUS[claim.status].name}</span>`
              : nothing}
          </span>
        </summary>
        ${isOpen ? body(host, claim) : nothing}
      </details>
    </li>`;
};

const body = (host, claim) => html`
  <div class="body">
    <div>
      ${claim.evidence.length ? quoteList(host.card, claim.evidence) : html`<p class="nothing">No quote is given for this claim.</p>`}
    </div>
    ${lanes(host, claim)}
    ${note(claim)}
    <p class="actions">
      <button type="button" class="link" @click=${() => host.startComment(claim)}>Comment on this claim</button>
    </p>
  </div>`;

const authors = ({ authors }) =>
  authors.length
    ? authors.map(
        ({ name, anonymity }) =>
          html`<span><bdi>${name}</bdi>${ANONYMITY[anonymity] ? html`<span class="mark">${ANONYMITY[anonymity].mark}</span>` : nothing}</span>`,
      )
    : html`<span>The article</span>`;

/** What kind of statement it is, in whose words, and what its status means. */
const note = (claim) => {
  const kind = claim.claimType || claim.attribution ? `${TYPE[claim.claimType] ?? TYPE.other}${ATTRIBUTION[claim.attribution] ?? ""}.` : "";
  const sources = new Set(claim.authors.map(({ anonymity }) => ANONYMITY[anonymity]?.note));
  const text = [kind, STATUS[claim.status]?.note, ...sources].filter(Boolean).join(" ");
  return text ? html`<p class="note">${text}</p>` : nothing;
};
