import { NO_FILTER, isFiltered } from "../../common/card.js";
import { STATUS } from "../../common/words.js";

export function Filter({ card, filter, setFilter, shown }) {
  const set = (name) => (event) => setFilter({ ...filter, [name]: event.currentTarget.value });
  return (
    <div class="filter" role="group" aria-label="Show">
      <select aria-label="Who" value={filter.actor} onChange={set("actor")}>
        <option value="">Everyone</option>
        {card.actors.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </select>
      <select aria-label="Status" value={filter.status} onChange={set("status")}>
        <option value="">Any status</option>
        {Object.entries(STATUS).map(([status, { name }]) => <option key={status} value={status}>{name}</option>)}
      </select>
      <label class="search">
        <input type="search" aria-label="Search the card" placeholder="Search the card" value={filter.query} onInput={set("query")} />
      </label>
      <p class="showing" role="status">{isFiltered(filter) && `Showing ${shown} of ${card.claims.length} claims.`}</p>
      {isFiltered(filter) && (
        <button type="button" class="link" onClick={() => setFilter(NO_FILTER)}>Show everything</button>
      )}
    </div>
  );
}
