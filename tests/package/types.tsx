// What the package's types know, and what they refuse. Nothing here is run.

import { SummaryCardElement, type CardFile, type SummaryCardEventMap } from "summary-card";
import { integrity, version } from "summary-card/server";
import type {} from "summary-card/react";
import type {} from "summary-card/svelte";
import type {} from "summary-card/vue";
import type { SvelteHTMLElements } from "svelte/elements";
import type { GlobalComponents } from "vue";

// ---- Scripts ----

const card: SummaryCardElement | null = document.querySelector("summary-card");
const made: SummaryCardElement = document.createElement("summary-card");
const file: CardFile = { version: 1, id: "a", headline: "A", abstract: ["A."] };
made.load(file).then((same: SummaryCardElement) => same.openClaim("b"));
document.addEventListener("summary-card:claim-toggle", ({ detail }) => console.log(detail.id.length, detail.open));
type Submit = SummaryCardEventMap["summary-card:comment-submit"];
export const text = (event: Submit): string => event.detail.comment.text;
export const hashes: Record<string, string> = { ...integrity, version };
// @ts-expect-error: no such method
card?.close();

// ---- React ----

export const react = (
  <summary-card
    src="/bridge.json"
    theme="dark"
    json-ld="on"
    className="wide"
    onsummary-card:error={({ detail }) => detail.code === "csp"}
  />
);
// @ts-expect-error: no such theme
export const wrongReact = <summary-card theme="blue" />;

// ---- Vue ----

type VueProps = InstanceType<GlobalComponents["summary-card"]>["$props"];
export const vue: VueProps = { src: "/bridge.json", theme: "dark", class: "wide" };
// @ts-expect-error: no such theme
export const wrongVue: VueProps = { theme: "blue" };

// ---- Svelte ----

type SvelteProps = SvelteHTMLElements["summary-card"];
export const svelte: SvelteProps = {
  src: "/bridge.json",
  theme: "dark",
  "onsummary-card:ready": (event) => event.detail,
};
// @ts-expect-error: no such theme
export const wrongSvelte: SvelteProps = { theme: "blue" };
