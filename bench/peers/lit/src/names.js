import { html, nothing } from "lit";
import { ANONYMITY, position } from "../../common/words.js";
import { positionIcon } from "./icons.js";
import { quoteList } from "./quotes.js";

const POSITIONS = ["favor", "against", "none"];

/** Who stands where toward one claim; a name opens its reasons and quotes. */
export const lanes = (host, claim) => {
  const columns = claim.columns.map((names, column) => ({ names, column })).filter(({ names }) => names.length);
  if (!columns.length) return nothing;
  return html`
    <dl class="lanes">
      ${columns.map(({ names, column }) => html`<dt>${positionWord(claim, column)}</dt><dd class="names">${nameList(host, names, "claim")}</dd>`)}
    </dl>
    ${opened(host, claim, "claim")}`;
};

export const positionWord = (claim, column) =>
  html`<span class="position ${POSITIONS[column]}">${positionIcon(column)}${position(claim, column)}</span>`;

/** Names as buttons. One name is open at a time, in the claim or in the table. */
export const nameList = (host, names, place) =>
  names.map((name) => {
    const isOpen = host.openName?.place === place && host.openName.name === name;
    const toggle = () => (host.openName = isOpen ? undefined : { place, name });
    return html`
      <button type="button" class="actor ${name.actor.anonymity === "unnamed" ? "unnamed" : ""}" aria-expanded=${isOpen} @click=${toggle}>
        <bdi>${name.name}</bdi>
      </button>`;
  });

/** What stands behind the open name, if it is one of this claim's. */
export const opened = (host, claim, place) => {
  const { name } = host.openName?.place === place ? host.openName : {};
  if (!name || !claim.columns.some((names) => names.includes(name))) return nothing;
  return html`
    <div class="opened" role="group" aria-label=${name.name}>
      <p>
        <bdi class="person">${name.name}</bdi>
        <span class="note" dir="auto">${ANONYMITY[name.actor.anonymity]?.note ?? name.actor.description}</span>
      </p>
      <div>
        ${name.said.map(({ text, quotes }) => html`${text ? html`<p dir="auto">${text}</p>` : nothing}${quoteList(host.card, quotes)}`)}
      </div>
    </div>`;
};
