// <preact-card src="card.json">: the summary card as a Preact app in a custom element.

import { render } from "preact";
import style from "../../../../static/card.css?inline";
import { prepare } from "../../common/card.js";
import { Card } from "./Card.jsx";

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

class PreactCard extends HTMLElement {
  async connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    try {
      const response = await fetch(this.getAttribute("src"));
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      const card = prepare(await response.json());
      render(<Card card={card} />, root);
    } catch (error) {
      render(<p class="notice" role="alert">This card could not be loaded.</p>, root);
      console.error(error);
    }
  }
}

customElements.define("preact-card", PreactCard);
