import { html, nothing } from "lit";
import { NO_FILTER, isFiltered } from "../../common/card.js";
import { STATUS } from "../../common/words.js";

export const filterBar = (host) => {
  const { card, filter } = host;
  const set = (name) => (event) => (host.filter = { ...filter, [name]: event.currentTarget.value });
  return html`
    <div class="filter" role="group" aria-label="Show">
      <select aria-label="Who" .value=${filter.actor} @change=${set("actor")}>
        <option value="">Everyone</option>
        ${card.actors.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
      </select>
      <select aria-label="Status" .value=${filter.status} @change=${set("status")}>
        <option value="">Any status</option>
        ${Object.entries(STATUS).map(([status, { name }]) => html`<option value=${status}>${name}</option>`)}
      </select>
      <label class="search">
        <input type="search" aria-label="Search the card" placeholder="Search the card" .value=${filter.query} @input=${set("query")} />
      </label>
      <p class="showing" role="status">${isFiltered(filter) ? `Showing ${host.claims.length} of ${card.claims.length} claims.` : nothing}</p>
      ${isFiltered(filter)
        ? html`<button type="button" class="link" @click=${() => (host.filter = NO_FILTER)}>Show everything</button>`
        : nothing}
    </div>`;
};
