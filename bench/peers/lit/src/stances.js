import { html, nothing } from "lit";
import { bySides, whoStandsWhere } from "../../common/card.js";
import { nameList, opened, positionWord } from "./names.js";

/** Who stands where: a table of claims by position, the contested claims first. Rendered once it is opened. */
export const stancesSection = (host) => {
  const toggle = (event) => (host.hasStances = event.currentTarget.open);
  return html`
    <details class="part stances" ?open=${host.hasStances} @toggle=${toggle}>
      <summary><h3>Who stands where</h3><span class="gist">${whoStandsWhere(host.card)}</span></summary>
      ${host.hasStances ? table(host) : nothing}
    </details>`;
};

const table = (host) => {
  const groups = bySides(host.claims);
  if (!groups.length) return html`<p class="nothing">No claim fits.</p>`;
  const columns = host.claims.some((claim) => claim.columns[2].length) ? [0, 1, 2] : [0, 1];
  const headings = ["Claim", "For", "Against", "No position stated"].slice(0, columns.length + 1);
  const cell = (claim, column) => html`
    <td>
      ${claim.columns[column].length
        ? html`${positionWord(claim, column)}<div class="names">${nameList(host, claim.columns[column], "table")}</div>`
        : nothing}
    </td>`;
  const row = (claim) => {
    const behind = opened(host, claim, "table");
    return html`
      <tr>
        <th scope="row">${host.claimLink(claim)} <span class="statement" dir="auto">${claim.text}</span></th>
        ${columns.map((column) => cell(claim, column))}
      </tr>
      ${behind === nothing ? nothing : html`<tr class="opened-row"><td colspan=${columns.length + 1}>${behind}</td></tr>`}`;
  };
  return html`
    <table>
      <caption class="note">A name opens the reasons and quotes.</caption>
      <thead><tr>${headings.map((name) => html`<th scope="col"><span class="hidden">${name}</span></th>`)}</tr></thead>
      ${groups.map(
        ([heading, group]) => html`
          <tbody>
            <tr><th colspan=${columns.length + 1} scope="rowgroup">${heading}</th></tr>
            ${group.map(row)}
          </tbody>`,
      )}
    </table>`;
};
