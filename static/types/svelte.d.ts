// The element in Svelte's templates: `import type {} from "summary-card/svelte"`, once in a program.

import type { HTMLAttributes } from "svelte/elements";
import type { SummaryCardAttributes, SummaryCardElement, SummaryCardEventMap } from "../embed.js";

/** A listener is an attribute: `onsummary-card:ready`. */
type Listeners = {
  [Name in keyof SummaryCardEventMap as `on${Name}`]?: (event: SummaryCardEventMap[Name]) => void;
};

/** What a template may write at the element. */
export type SummaryCardProps = Omit<HTMLAttributes<SummaryCardElement>, keyof SummaryCardAttributes> &
  SummaryCardAttributes &
  Listeners;

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "summary-card": SummaryCardProps;
  }
}
