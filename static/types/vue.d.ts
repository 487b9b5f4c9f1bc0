// The element in Vue's templates: `import type {} from "summary-card/vue"`, once in a program.

import type { EmitFn, HTMLAttributes, PublicProps } from "vue";
import type { SummaryCardAttributes, SummaryCardElement, SummaryCardEventMap } from "../embed.js";

/** The events, as a component tells of them. */
type Emits = { [Name in keyof SummaryCardEventMap]: (event: SummaryCardEventMap[Name]) => void };

/** What a template may write at the element. */
export type SummaryCardComponent = new () => SummaryCardElement & {
  /** For the types alone: the element has no such property. */
  $props: HTMLAttributes & SummaryCardAttributes & PublicProps;
  /** For the types alone, as well. */
  $emit: EmitFn<Emits>;
};

declare module "vue" {
  interface GlobalComponents {
    "summary-card": SummaryCardComponent;
  }
}
