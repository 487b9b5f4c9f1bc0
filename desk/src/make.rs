//! Entries of the card made of words selected in the article. The words of a quote are cut out of it, never typed.

use std::ops::Range;

use card::Label;
use quote::WhyNot;
use serde_json::Value;

use crate::article::Article;
use crate::document::Edit;

/// What selected words can become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Make {
    /// A claim with this quote as its evidence and its words as its text; with an author where an id is given.
    Claim {
        /// The id of the actor who says it.
        author: Option<String>,
    },
    /// One more quote of an `evidence` list's owner: `claims[0]`, `stances[1]`, `stances[1].reasons[0]`, ...
    Evidence(String),
    /// An actor's stance on a claim: an existing one of the two gets the quote and, where it differs, keeps its label.
    Stance {
        /// The actor's id.
        actor: String,
        /// The claim's id.
        claim: String,
        /// The position.
        label: Label,
    },
    /// A reason of a stance or of a faction: `stances[0]`, `stances[0].parts[1]`. Its text is the selected words.
    Reason(String),
    /// A point of the summary, with the ids of claims that it rests on: those given, and those whose evidence the
    /// selected words overlap.
    Point(Vec<String>),
    /// A person or a group whose name are the selected words. Needs no quote.
    Actor,
}

/// What was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// The edits, for [`Document::change`](crate::document::Document::change).
    pub edits: Vec<Edit>,
    /// The path of the new entry, to show its form.
    pub path: String,
}

/// Why nothing was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CannotMake {
    /// The words cannot be a quote.
    Quote(WhyNot),
    /// The same quote is there already, at this path.
    Doubled(String),
    /// What it should belong to is not there.
    Gone,
    /// The list is full: the most entries it may have.
    Full(usize),
}

/// Makes something of some bytes of the article.
///
/// # Errors
/// Why not.
pub fn make(card: &Value, article: &Article, range: Range<usize>, what: &Make) -> Result<Made, CannotMake> {
    todo!("{card} {range:?} {what:?} {}", article.text())
}
