//! Each quote of a card in the article: whether it is there, and the link that leads to it.

use card::{Card, Quote};
use quote::{Anchor, ArticleText, Index, Span, text_fragment};
use summary_card::state::{KnownQuote, QuoteState};

/// What is known of each quote of the card, by its id.
pub fn find(card: &Card, article: &ArticleText) -> Vec<KnownQuote> {
    let index = Index::of(article);
    card.quotes().into_iter().map(|entry| known(&index, entry.quote)).collect()
}

fn known(index: &Index, quote: &Quote) -> KnownQuote {
    let (state, span) = match index.find(&quote.exact, quote.prefix.as_deref(), quote.suffix.as_deref()) {
        Anchor::Exact(span) => (QuoteState::Found, span),
        Anchor::Near(span, diff) => (QuoteState::Near(diff), span),
        Anchor::Orphan(_) => return KnownQuote { state: QuoteState::Orphan, fragment: String::new() },
    };
    KnownQuote { state, fragment: fragment(index, &span) }
}

/// The fragment that leads to a passage, in the article's own words. It always names what stands beside the passage:
/// the card itself, where the same words stand without that, may come first in the page.
fn fragment(index: &Index, span: &Span) -> String {
    let (before, after) = index.context(span);
    text_fragment(&index.text()[span.bytes.clone()], Some(&before), Some(&after))
}
