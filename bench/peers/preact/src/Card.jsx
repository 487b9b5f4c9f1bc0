import { useMemo, useRef, useState } from "preact/hooks";
import { FILTER_ABOVE, NO_FILTER, isFiltered, visibleClaims } from "../../common/card.js";
import { date, plural } from "../../common/words.js";
import { Claims } from "./Claims.jsx";
import { Comments } from "./Comments.jsx";
import { Filter } from "./Filter.jsx";
import { SearchIcon } from "./icons.jsx";
import { Stances } from "./Stances.jsx";

export function Card({ card }) {
  const root = useRef();
  const [filter, setFilter] = useState(NO_FILTER);
  const [hasFilter, setHasFilter] = useState(false);
  const [openIds, setOpenIds] = useState(() => new Set());
  const [about, setAbout] = useState();
  const claims = useMemo(() => visibleClaims(card, filter), [card, filter]);

  const setOpen = (id, open) =>
    setOpenIds((before) => {
      if (before.has(id) === open) return before;
      const after = new Set(before);
      open ? after.add(id) : after.delete(id);
      return after;
    });
  const setAllOpen = (open) => setOpenIds(new Set(open ? claims.map(({ id }) => id) : []));
  const goTo = (id) => {
    setFilter(NO_FILTER);
    setOpen(id, true);
    // Opens what is around the claim, once that is rendered.
    requestAnimationFrame(() => {
      const claim = root.current.querySelector(`[data-claim="${card.byId.get(id).number}"]`);
      const rest = claim?.closest(".rest") ?? root.current.querySelector(".rest");
      if (rest) rest.open = true;
      requestAnimationFrame(() => {
        const target = root.current.querySelector(`[data-claim="${card.byId.get(id).number}"] > summary`);
        target?.scrollIntoView({ block: "nearest" });
        target?.focus();
      });
    });
  };

  return (
    <section class="summary-card" aria-labelledby="title" ref={root}>
      <header class="head">
        <h2 id="title" class="hidden">{card.headline}</h2>
        <div>
          <p class="kicker">In short</p>
          <p class="byline">
            {card.publisher && <span>{card.publisher.name}</span>}
            {card.datePublished && <time datetime={card.datePublished}>{date(card.datePublished)}</time>}
          </p>
        </div>
        {card.claims.length > FILTER_ABOVE && (
          <div class="tools">
            <button type="button" class="tool" aria-label="Search and filter" title="Search and filter"
              aria-expanded={hasFilter} onClick={() => setHasFilter(!hasFilter)}>
              <SearchIcon />
            </button>
          </div>
        )}
      </header>
      <Points card={card} goTo={goTo} />
      {hasFilter && <Filter card={card} filter={filter} setFilter={setFilter} shown={claims.length} />}
      <Claims card={card} claims={claims} openIds={openIds} setOpen={setOpen} setAllOpen={setAllOpen}
        startComment={setAbout} isWhole={!isFiltered(filter)} />
      {card.stances?.length > 0 && <Stances card={card} claims={claims} goTo={goTo} summary={plural(card.voices, "voice")} />}
      <Comments card={card} about={about} setAbout={setAbout} />
    </section>
  );
}

function Points({ card, goTo }) {
  const points = (card.abstract ?? []).map((point) => (typeof point === "string" ? { text: point } : point));
  return (
    <ul class="points" lang={card.inLanguage}>
      {points.map(({ text, claims = [] }) => (
        <li key={text} dir="auto">
          {text}{" "}
          <span class="refs">
            {claims.map((id) => card.byId.has(id) && <ClaimLink key={id} claim={card.byId.get(id)} goTo={goTo} />)}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function ClaimLink({ claim, goTo }) {
  const follow = (event) => {
    event.preventDefault();
    goTo(claim.id);
  };
  return (
    <a class="ref" href={`#${claim.id}`} aria-label={`Claim ${claim.number}`} onClick={follow}>{claim.number}</a>
  );
}
