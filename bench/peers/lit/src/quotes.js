import { html, nothing } from "lit";
import { passage } from "../../common/card.js";
import { quoteIcon } from "./icons.js";

export const quoteList = (card, quotes) =>
  quotes.map((quote) => {
    const href = passage(card, quote);
    return html`
      <figure class="quote">
        <blockquote dir="auto" lang=${card.inLanguage ?? nothing}><p>${quote.exact}</p></blockquote>
        <figcaption>
          <span class="state">${quoteIcon}Quote from the article</span>
          ${href ? html`<a href=${href} target="_blank" rel="noopener">Open the article at this passage</a>` : nothing}
        </figcaption>
      </figure>`;
  });
