//! What `summary-card check` says of the card: the same code.

use card::{Card, Level};
use serde_json::Value;

use crate::article::Article;
use crate::document::Edit;

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskProblem {
    /// Where in the card: `claims[3].text`; empty for the card as a whole.
    pub path: String,
    /// How heavily it weighs.
    pub level: Level,
    /// The rule's name.
    pub rule: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// What the card is, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// The card with what could be read of it.
    pub card: Card,
    /// Its problems, in the order of the file.
    pub problems: Vec<DeskProblem>,
    /// How many quotes a fix would complete (`summary-card check --fix`).
    pub fixable: usize,
}

/// Checks a card file's text (see `Document::text`) against the article, where there is one.
pub fn check(text: &str, article: Option<&Article>) -> Checked {
    todo!("{text} {}", article.is_some())
}

/// Fills in the context of every quote that is certain, as `check --fix` does.
pub fn fix(card: &Value, article: &Article) -> Vec<Edit> {
    todo!("{card} {}", article.text())
}
