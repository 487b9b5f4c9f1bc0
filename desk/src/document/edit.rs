//! The four things that can be done to a JSON value, each with its opposite.

use serde_json::Value;

/// One edit. Paths are those of `check`: `claims[3].evidence[0].exact`; the empty path is the card.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A field gets a value, or with `None` is removed. Missing objects on the way are made.
    Set {
        /// The field.
        path: String,
        /// Its value.
        to: Option<Value>,
    },
    /// A list gets an entry. A list that is missing is made.
    Insert {
        /// The list.
        list: String,
        /// The entry's index.
        at: usize,
        /// The entry.
        value: Value,
    },
    /// A list loses an entry.
    Remove {
        /// The list.
        list: String,
        /// The entry's index.
        at: usize,
    },
    /// An entry of a list goes to another index.
    Move {
        /// The list.
        list: String,
        /// The entry's index.
        from: usize,
        /// The index it has afterwards.
        to: usize,
    },
}
