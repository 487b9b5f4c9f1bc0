//! Which words of the article are in use, and by what.

use std::collections::BTreeSet;
use std::ops::Range;

use card::Card;

use crate::article::Article;

/// A run of the article's text with the same users.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// The paths of the quotes that lie over it: `claims[0].evidence[1]`, in the order of the card. Never empty.
    pub users: Vec<String>,
}

/// The runs in use, in the order of the text, none overlapping another. Quotes that are not found have none.
pub fn marks(card: &Card, article: &Article) -> Vec<Mark> {
    let quotes = card.quotes();
    // Where quotes begin and end: the byte, whether one begins there, which.
    let mut edges: Vec<(usize, bool, usize)> = Vec::new();
    for (at, entry) in quotes.iter().enumerate() {
        if let Some(place) = article.place(entry.quote).filter(|place| !place.is_empty()) {
            edges.extend([(place.start, true, at), (place.end, false, at)]);
        }
    }
    edges.sort_unstable();
    let mut marks = Vec::new();
    let mut over: BTreeSet<usize> = BTreeSet::new();
    let mut start = 0;
    for (at, begins, quote) in edges {
        if start < at && !over.is_empty() {
            marks.push(Mark {
                range: start..at,
                users: over.iter().map(|quote| quotes[*quote].path()).collect(),
            });
        }
        start = at;
        if begins {
            over.insert(quote);
        } else {
            over.remove(&quote);
        }
    }
    marks
}
