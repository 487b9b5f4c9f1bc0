// The element in React's JSX, from React 19 on: `import type {} from "summary-card/react"`, once in a program.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { SummaryCardAttributes, SummaryCardElement, SummaryCardEventMap } from "../embed.js";

/** A listener is an attribute: `onsummary-card:ready`. */
type Listeners = {
  [Name in keyof SummaryCardEventMap as `on${Name}`]?: (event: SummaryCardEventMap[Name]) => void;
};

/** What JSX may write at the element. */
export type SummaryCardProps = DetailedHTMLProps<
  Omit<HTMLAttributes<SummaryCardElement>, keyof SummaryCardAttributes>,
  SummaryCardElement
> &
  SummaryCardAttributes &
  Listeners;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "summary-card": SummaryCardProps;
    }
  }
}
