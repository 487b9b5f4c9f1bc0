//! The ids of a card: what refers to what.

use serde_json::Value;

use crate::document::Edit;

/// The lists whose entries have ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// `actors`
    Actors,
    /// `claims`
    Claims,
    /// `comments`
    Comments,
}

impl List {
    /// The field's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Actors => "actors",
            Self::Claims => "claims",
            Self::Comments => "comments",
        }
    }
}

/// An id for a new entry, made of its words: letters, digits and `-`, not taken in the list, at most 40 characters.
pub fn free_id(card: &Value, list: List, words: &str) -> String {
    todo!("{card} {list:?} {words}")
}

/// The path of every field that refers to an id: `claims[0].author[1]`, `stances[2].actor`.
pub fn uses(card: &Value, list: List, id: &str) -> Vec<String> {
    todo!("{card} {list:?} {id}")
}

/// Why an id cannot be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRename {
    /// It is not of letters, digits, `-` and `_`, or is empty.
    NotAnId,
    /// Another entry of the list has it.
    Taken,
}

/// Changes an id, and all that refers to it. Refers to the first entry where two have the id.
///
/// # Errors
/// Why not.
pub fn rename(card: &Value, list: List, at: usize, to: &str) -> Result<Vec<Edit>, NoRename> {
    todo!("{card} {list:?} {at} {to}")
}

/// What goes with an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Falls {
    /// The paths of entries that are nothing without it: the stances of an actor or on a claim, the replies to a comment.
    pub entries: Vec<String>,
    /// The paths of fields that name it and go on without it: a claim's author, a point's claim, a comment's `about`.
    pub fields: Vec<String>,
}

/// What would go with the entry at a path such as `actors[0]`, `claims[1]`, `stances[0].reasons[1]`.
pub fn falls(card: &Value, path: &str) -> Falls {
    todo!("{card} {path}")
}

/// Removes the entry at a path, and what goes with it.
pub fn remove(card: &Value, path: &str) -> Vec<Edit> {
    todo!("{card} {path}")
}
