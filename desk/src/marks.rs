//! Which words of the article are in use, and by what.

use std::ops::Range;

use card::Card;

use crate::article::Article;

/// A run of the article's text with the same users.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// The paths of the quotes that lie over it: `claims[0].evidence[1]`. Never empty.
    pub users: Vec<String>,
}

/// The runs in use, in the order of the text, none overlapping another. Quotes that are not found have none.
pub fn marks(card: &Card, article: &Article) -> Vec<Mark> {
    todo!("{card:?} {}", article.text())
}
