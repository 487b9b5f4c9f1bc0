import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { FILTER_ABOVE, FIRST_CLAIMS, NO_FILTER, visibleClaims, webAddress } from "../../common/card.js";
import { date } from "../../common/words.js";
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
  const [hasRest, setHasRest] = useState(false);
  const [target, setTarget] = useState();
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
  /** Opens a claim, and whatever is around it, and goes there once it is rendered. */
  const goTo = (id) => {
    setFilter(NO_FILTER);
    setOpen(id, true);
    if (card.byId.get(id).number > FIRST_CLAIMS) setHasRest(true);
    setTarget({ number: card.byId.get(id).number });
  };
  useEffect(() => {
    if (!target) return;
    const claim = root.current.querySelector(`[data-claim="${target.number}"] > summary`);
    claim.scrollIntoView({ block: "nearest" });
    claim.focus();
  }, [target]);

  return (
    <section class="summary-card" aria-labelledby="title" ref={root}>
      <header class="head">
        <h2 id="title" class="hidden">{card.headline}</h2>
        <p class="kicker">In short</p>
        <p class="byline">
          {card.publisher && <span><Publisher {...card.publisher} /></span>}
          {card.datePublished && <span><time datetime={card.datePublished}>{date(card.datePublished)}</time></span>}
        </p>
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
        hasRest={hasRest} setHasRest={setHasRest} startComment={setAbout} />
      {card.stances?.length > 0 && <Stances card={card} claims={claims} goTo={goTo} />}
      <Comments card={card} about={about} setAbout={setAbout} />
    </section>
  );
}

const Publisher = ({ name, url }) =>
  webAddress(url) ? <a href={url} target="_blank" rel="noopener"><bdi>{name}</bdi><span class="hidden"> (opens in a new tab)</span></a> : <bdi>{name}</bdi>;

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
