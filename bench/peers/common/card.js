// What is worked out from a card file: who stands where, and which claims a filter leaves. No framework in here.

import { plural } from "./words.js";

/** The claims shown at first; the rest is behind "Show all". */
export const FIRST_CLAIMS = 3;

/** With more claims than this the card can be searched and filtered. */
export const FILTER_ABOVE = 5;

export const NO_FILTER = { actor: "", status: "", query: "" };

export const isFiltered = ({ actor, status, query }) => Boolean(actor || status || query.trim());

const columnOf = (label) => ({ favor: 0, against: 1 })[label] ?? 2;

/** The quotes of a claim, a stance or a reason. */
const quotes = (item) => (item.evidence ?? []).map(({ exact, prefix, suffix }) => ({ exact, prefix, suffix }));

/**
 * The card ready to be shown: each claim with its number, its authors, the names in each column (for, against, no
 * position), and the text that is searched.
 */
export const prepare = (card) => {
  const actors = new Map(card.actors?.map((actor) => [actor.id, actor]));
  const actor = (id) => actors.get(id) ?? { id, name: id };
  const claims = (card.claims ?? []).map((claim, index) => {
    const authors = (claim.author ?? []).map(actor);
    const evidence = quotes(claim);
    const searched = [claim.text, ...authors.map(({ name }) => name), ...evidence.map(({ exact }) => exact)];
    return { ...claim, number: index + 1, authors, evidence, columns: [[], [], []], searched: searched.join(" ").toLowerCase() };
  });
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const voices = new Set();
  for (const [index, stance] of (card.stances ?? []).entries()) {
    const claim = byId.get(stance.target);
    if (!claim) continue;
    voices.add(stance.actor);
    const whole = actor(stance.actor);
    const own = said(stance);
    const parts = stance.parts ?? [];
    if (!parts.length) claim.columns[columnOf(stance.label)].push({ key: `${index}`, actor: whole, name: whole.name, said: own });
    for (const part of parts)
      claim.columns[columnOf(part.label)].push({
        key: `${index}-${part.name}`,
        actor: whole,
        name: `${part.name}, part of ${whole.name}`,
        said: [...said(part), ...own],
      });
  }
  return { ...card, claims, byId, actors: card.actors ?? [], voices: voices.size };
};

/** Reasons and quotes of a stance, in the order in which they are read. */
const said = (stance) => [
  ...(stance.reasons ?? []).map((reason) => ({ text: reason.text, quotes: quotes(reason) })),
  { quotes: quotes(stance) },
];

/** The claims that pass the filter, in the card's order. */
export const visibleClaims = (card, { actor, status, query }) => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const isBy = (claim) =>
    claim.authors.some(({ id }) => id === actor) || claim.columns.flat().some((name) => name.actor.id === actor);
  return card.claims.filter(
    (claim) =>
      (!status || claim.status === status) &&
      (!actor || isBy(claim)) &&
      words.every((word) => claim.searched.includes(word)),
  );
};

/** Claims for the table of stances: contested ones, those with one side, those with none. */
export const bySides = (claims) => {
  const groups = [["Contested", []], ["Only one side is quoted", []], ["No position stated", []]];
  for (const claim of claims) {
    const [favor, against, none] = claim.columns.map((names) => names.length > 0);
    if (favor || against || none) groups[favor && against ? 0 : favor || against ? 1 : 2][1].push(claim);
  }
  return groups.filter(([, group]) => group.length);
};

/** Only web addresses become links. */
export const webAddress = (url) => (/^https?:/i.test(url ?? "") ? url : undefined);

/** "9 voices · 2 claims contested". */
export const whoStandsWhere = (card) => {
  const contested = card.claims.filter(({ columns: [favor, against] }) => favor.length && against.length).length;
  return [plural(card.voices, "voice"), contested && `${plural(contested, "claim")} contested`].filter(Boolean).join(" · ");
};

/** The article at a quote's passage, where the card says which page that is. */
export const passage = (card, { exact, prefix, suffix }) => {
  if (!webAddress(card.url)) return undefined;
  const encode = (text) => encodeURIComponent(text).replaceAll("-", "%2D");
  const before = prefix ? `${encode(prefix)}-,` : "";
  const after = suffix ? `,-${encode(suffix)}` : "";
  return `${card.url}#:~:text=${before}${encode(exact)}${after}`;
};
