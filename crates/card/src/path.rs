//! A path into a card, as `claims[3].evidence[0].exact`, that grows and shrinks with a walk over the card.

use std::fmt::Write;

/// A path. Empty, it leads to the card itself.
#[derive(Default)]
pub struct Path(String);

impl Path {
    /// Goes to a field. Returns what [`leave`](Self::leave) takes to come back.
    pub fn enter_field(&mut self, name: &str) -> usize {
        let length = self.0.len();
        if length > 0 {
            self.0.push('.');
        }
        self.0.push_str(name);
        length
    }

    /// Goes to an entry of a list. Returns what [`leave`](Self::leave) takes to come back.
    pub fn enter_entry(&mut self, index: usize) -> usize {
        let length = self.0.len();
        // Writing to a String cannot fail.
        let _ = write!(self.0, "[{index}]");
        length
    }

    /// Comes back from where one went.
    pub fn leave(&mut self, length: usize) {
        self.0.truncate(length);
    }

    /// The path as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path to a field; to the same place where the name is empty.
    pub fn to(&self, field: &str) -> String {
        let dot = if self.0.is_empty() || field.is_empty() { "" } else { "." };
        [&self.0, dot, field].concat()
    }
}
