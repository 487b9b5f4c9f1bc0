import { FIRST_CLAIMS } from "../../common/card.js";
import { ANONYMITY, ATTRIBUTION, STATUS, TYPE, plural } from "../../common/words.js";
import { StatusIcon } from "./icons.jsx";
import { Lanes } from "./Names.jsx";
import { Quotes } from "./Quotes.jsx";

export function Claims({ card, claims, openIds, setOpen, setAllOpen, hasRest, setHasRest, startComment }) {
  const first = claims.slice(0, FIRST_CLAIMS);
  const rest = claims.slice(FIRST_CLAIMS);
  const areOpen = claims.every(({ id }) => openIds.has(id));
  const list = (some) => (
    <ol>
      {some.map((claim) => (
        <Claim key={claim.id} card={card} claim={claim} isOpen={openIds.has(claim.id)} setOpen={setOpen} startComment={startComment} />
      ))}
    </ol>
  );
  return (
    <details class="part claims" open>
      <summary>
        <h3>{plural(card.claims.length, "claim")}</h3>
        <span class="gist">{statuses(card)}</span>
      </summary>
      {claims.length === 0 && <p class="nothing">No claim fits.</p>}
      {list(first)}
      {claims.length > 0 && (
        <div class="rest-row">
          <button type="button" class="link all" onClick={() => setAllOpen(!areOpen)}>{areOpen ? "Collapse all" : "Expand all"}</button>
          {rest.length > 0 && (
            <details class="rest" open={hasRest} onToggle={(event) => setHasRest(event.currentTarget.open)}>
              <summary>
                <span class="more">Show all {claims.length} claims</span>
                <span class="fewer">Show fewer</span>
              </summary>
              {hasRest && list(rest)}
            </details>
          )}
        </div>
      )}
    </details>
  );
}

/** "4 reported · 2 disputed": what is zero is left out. */
const statuses = (card) =>
  Object.entries(STATUS)
    .map(([status, { count }]) => [card.claims.filter((claim) => claim.status === status).length, count])
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(" · ");

function Claim({ card, claim, isOpen, setOpen, startComment }) {
  const toggle = (event) => setOpen(claim.id, event.currentTarget.open);
  return (
    <li class="claim">
      <details open={isOpen} onToggle={toggle} data-claim={claim.number}>
        <summary>
          <span class="number" aria-hidden="true">{claim.number}</span>
          <span class="statement" dir="auto" lang={card.inLanguage}>{claim.text}</span>
          <span class="meta">
            <Authors authors={claim.authors} />
            {claim.status && <span class={`status ${claim.status}`}><StatusIcon status={claim.status} />{STATUS[claim.status].name}</span>}
          </span>
        </summary>
        {isOpen && (
          <div class="body">
            <div>{claim.evidence.length ? <Quotes card={card} quotes={claim.evidence} /> : <p class="nothing">No quote is given for this claim.</p>}</div>
            <Lanes card={card} claim={claim} />
            <Note claim={claim} />
            <p class="actions">
              <button type="button" class="link" onClick={() => startComment(claim)}>Comment on this claim</button>
            </p>
          </div>
        )}
      </details>
    </li>
  );
}

const Authors = ({ authors }) =>
  authors.length === 0 ? <span>The article</span> : authors.map(({ id, name, anonymity }) => (
    <span key={id}><bdi>{name}</bdi>{ANONYMITY[anonymity] && <span class="mark">{ANONYMITY[anonymity].mark}</span>}</span>
  ));

/** What kind of statement it is, in whose words, and what its status means. */
function Note({ claim }) {
  const kind = claim.claimType || claim.attribution ? `${TYPE[claim.claimType] ?? TYPE.other}${ATTRIBUTION[claim.attribution] ?? ""}.` : "";
  const sources = new Set(claim.authors.map(({ anonymity }) => ANONYMITY[anonymity]?.note));
  const text = [kind, STATUS[claim.status]?.note, ...sources].filter(Boolean).join(" ");
  return text && <p class="note">{text}</p>;
}
