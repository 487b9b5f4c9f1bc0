//! What stands in the storage, as JSON text.

use serde::{Deserialize, Serialize};

/// A state of a card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// Its number.
    pub number: u32,
    /// When it was saved, in milliseconds since 1970.
    pub saved: f64,
    /// The card file's text.
    pub card: String,
    /// The number of the state with which its article was written: an article is long and seldom changes.
    pub article: u32,
}
