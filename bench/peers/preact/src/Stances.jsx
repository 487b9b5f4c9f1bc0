import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { bySides, whoStandsWhere } from "../../common/card.js";
import { ClaimLink } from "./Card.jsx";
import { Names, Opened, Position } from "./Names.jsx";

/** Who stands where: a table of claims by position, the contested claims first. Rendered once it is opened. */
export function Stances({ card, claims, goTo }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class="part stances" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary><h3>Who stands where</h3><span class="gist">{whoStandsWhere(card)}</span></summary>
      {isOpen && <Table card={card} claims={claims} goTo={goTo} />}
    </details>
  );
}

function Table({ card, claims, goTo }) {
  const [open, setOpen] = useState({});
  const groups = bySides(claims);
  const columns = claims.some((claim) => claim.columns[2].length) ? [0, 1, 2] : [0, 1];
  if (!groups.length) return <p class="nothing">No claim fits.</p>;
  return (
    <table>
      <caption class="note">A name opens the reasons and quotes.</caption>
      <thead>
        <tr>{["Claim", "For", "Against", "No position stated"].slice(0, columns.length + 1).map((name) => <th key={name} scope="col"><span class="hidden">{name}</span></th>)}</tr>
      </thead>
      {groups.map(([heading, group]) => (
        <tbody key={heading}>
          <tr><th colspan={columns.length + 1} scope="rowgroup">{heading}</th></tr>
          {group.map((claim) => (
            <Fragment key={claim.id}>
              <tr>
                <th scope="row"><ClaimLink claim={claim} goTo={goTo} /> <span class="statement" dir="auto">{claim.text}</span></th>
                {columns.map((column) => (
                  <td key={column}>
                    {claim.columns[column].length > 0 && (
                      <>
                        <Position claim={claim} column={column} />
                        <div class="names">
                          <Names names={claim.columns[column]} openName={open.claim === claim.id ? open.name : undefined}
                            setOpenName={(name) => setOpen({ claim: claim.id, name })} />
                        </div>
                      </>
                    )}
                  </td>
                ))}
              </tr>
              {open.claim === claim.id && open.name && (
                <tr class="opened-row"><td colspan={columns.length + 1}><Opened card={card} name={open.name} /></td></tr>
              )}
            </Fragment>
          ))}
        </tbody>
      ))}
    </table>
  );
}
