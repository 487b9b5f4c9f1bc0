import { useEffect, useRef, useState } from "react";
import "summary-card";
import type { SummaryCardElement } from "summary-card";
import type {} from "summary-card/react";

export function App() {
  const card = useRef<SummaryCardElement>(null);
  const [state, setState] = useState("waiting");
  useEffect(() => {
    const { current } = card;
    const live = () => setState("live");
    current?.addEventListener("summary-card:ready", live);
    return () => current?.removeEventListener("summary-card:ready", live);
  }, []);
  return (
    <main>
      <article>
        <h1>Bridge to close</h1>
        <p>The old bridge will close on the first Monday of March.</p>
        <summary-card src="/bridge.json" loading="eager" ref={card}>
          <p>The card needs scripts.</p>
        </summary-card>
        <p>The repair will cost 4.2 million, Mayor Ana Ruiz said.</p>
      </article>
      <p role="status">{state}</p>
    </main>
  );
}
