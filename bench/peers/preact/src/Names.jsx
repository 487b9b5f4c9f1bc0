import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { ANONYMITY, position } from "../../common/words.js";
import { PositionIcon } from "./icons.jsx";
import { Quotes } from "./Quotes.jsx";

const POSITIONS = ["favor", "against", "none"];

/** Who stands where toward one claim; a name opens its reasons and quotes. */
export function Lanes({ card, claim }) {
  const [openName, setOpenName] = useState();
  const columns = claim.columns.map((names, column) => ({ names, column })).filter(({ names }) => names.length);
  if (!columns.length) return null;
  return (
    <>
      <dl class="lanes">
        {columns.map(({ names, column }) => (
          <Fragment key={column}>
            <dt><Position claim={claim} column={column} /></dt>
            <dd class="names"><Names names={names} openName={openName} setOpenName={setOpenName} /></dd>
          </Fragment>
        ))}
      </dl>
      <Opened card={card} name={openName} />
    </>
  );
}

export const Position = ({ claim, column }) => (
  <span class={`position ${POSITIONS[column]}`}><PositionIcon column={column} />{position(claim, column)}</span>
);

export const Names = ({ names, openName, setOpenName }) =>
  names.map((name) => {
    const isOpen = openName?.key === name.key;
    return (
      <button key={name.key} type="button" class={`actor ${name.actor.anonymity === "unnamed" ? "unnamed" : ""}`}
        aria-expanded={isOpen} onClick={() => setOpenName(isOpen ? undefined : name)}>
        <bdi>{name.name}</bdi>
      </button>
    );
  });

/** What stands behind the open name. */
export function Opened({ card, name }) {
  if (!name) return null;
  return (
    <div class="opened" role="group" aria-label={name.name}>
      <p>
        <bdi class="person">{name.name}</bdi>{" "}
        <span class="note" dir="auto">{ANONYMITY[name.actor.anonymity]?.note ?? name.actor.description}</span>
      </p>
      <div>
        {name.said.map(({ text, quotes }, at) => (
          <Fragment key={at}>
            {text && <p dir="auto">{text}</p>}
            <Quotes card={card} quotes={quotes} />
          </Fragment>
        ))}
      </div>
    </div>
  );
}
