import { passage } from "../../common/card.js";
import { QuoteIcon } from "./icons.jsx";

export const Quotes = ({ card, quotes }) =>
  quotes.map((quote) => {
    const href = passage(card, quote);
    return (
      <figure class="quote" key={quote.exact}>
        <blockquote dir="auto" lang={card.inLanguage}><p>{quote.exact}</p></blockquote>
        <figcaption>
          <span class="state"><QuoteIcon />Quote from the article</span>
          {href && <a href={href} target="_blank" rel="noopener">Open the article at this passage</a>}
        </figcaption>
      </figure>
    );
  });
