//! What is known of quotes in the article. A card is checked at each stroke of a key, and hardly ever has a new quote.

use std::collections::BTreeMap;
use std::ops::Range;

use card::{KnownQuotes, Quote, missing_context};

use super::Article;

/// Of how many quotes something is kept. No card has as many; the texts of a file that is typed elsewhere may.
const MAX_KNOWN: usize = 20_000;

/// What was found out about quotes.
#[derive(Default)]
pub(crate) struct Known {
    /// What is wrong with them.
    pub judged: KnownQuotes,
    places: BTreeMap<Quote, Option<Range<usize>>>,
    missing: BTreeMap<Quote, Vec<(&'static str, String)>>,
}

impl Article {
    /// Where a quote is in the text, in bytes; `None` where it is not found.
    pub fn place(&self, quote: &Quote) -> Option<Range<usize>> {
        let look = || {
            let found = self.index.find(&quote.exact, quote.prefix.as_deref(), quote.suffix.as_deref());
            found.span().map(|span| span.bytes.clone())
        };
        remembered(&mut self.known.borrow_mut().places, quote, look)
    }

    /// The fields that can be filled in for a quote, each with its words: see [`missing_context`].
    pub(crate) fn missing_context(&self, quote: &Quote) -> Vec<(&'static str, String)> {
        let look = || missing_context(quote, &self.index);
        remembered(&mut self.known.borrow_mut().missing, quote, look)
    }
}

fn remembered<T: Clone>(known: &mut BTreeMap<Quote, T>, quote: &Quote, look: impl FnOnce() -> T) -> T {
    if let Some(found) = known.get(quote) {
        return found.clone();
    }
    if known.len() >= MAX_KNOWN {
        known.clear();
    }
    let found = look();
    known.insert(quote.clone(), found.clone());
    found
}
