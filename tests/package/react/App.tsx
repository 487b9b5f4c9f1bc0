import { useState } from "react";
import "summary-card";
import type {} from "summary-card/react";

export function App() {
  const [state, setState] = useState("waiting");
  return (
    <main>
      <article>
        <h1>Bridge to close</h1>
        <p>The old bridge will close on the first Monday of March.</p>
        <summary-card src="/bridge.json" loading="eager" onsummary-card:ready={() => setState("live")}>
          <p>The card needs scripts.</p>
        </summary-card>
        <p>The repair will cost 4.2 million, Mayor Ana Ruiz said.</p>
      </article>
      <p role="status">{state}</p>
    </main>
  );
}
