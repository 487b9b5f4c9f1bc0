//! The card file as JSON. What the desk does not know of it stays as it is.

mod edit;
mod path;

use std::rc::Rc;

use serde_json::Value;

pub use self::edit::Edit;
pub use self::path::{Step, get, parse_path};

/// How many changes can be undone.
pub const MAX_UNDO: usize = 500;

/// A card file with its history.
#[derive(Clone, Debug, Default)]
pub struct Document {
    value: Rc<Value>,
    // What undoes each change, and what does again each that was undone: inverse edits, not copies of the card.
    undo: Vec<Change>,
    redo: Vec<Change>,
}

/// One change: what the editor sees as one step.
#[derive(Clone, Debug, PartialEq)]
struct Change {
    edits: Vec<Edit>,
    /// Typing in one field is one change: the field's path.
    field: Option<String>,
}

impl Document {
    /// An empty card: version 1, an id, no text.
    pub fn empty(language: &str) -> Self {
        todo!("{language}")
    }

    /// An existing card file's value, with no history.
    pub fn of(value: Value) -> Self {
        Self { value: Rc::new(value), undo: Vec::new(), redo: Vec::new() }
    }

    /// The card file.
    pub fn value(&self) -> &Rc<Value> {
        &self.value
    }

    /// The card file's text: pretty-printed JSON that ends in a line feed.
    pub fn text(&self) -> String {
        todo!()
    }

    /// Makes a change out of edits, applied in their order; all or none. Whether anything is different now.
    pub fn change(&mut self, edits: Vec<Edit>) -> bool {
        todo!("{edits:?}")
    }

    /// Sets one field, by typing: what is typed in the same field with nothing between is one change.
    /// `None` removes it. Missing objects on the way are made.
    pub fn type_in(&mut self, path: &str, to: Option<Value>) -> bool {
        todo!("{path} {to:?}")
    }

    /// Ends typing: what comes next is a change of its own.
    pub fn end_typing(&mut self) {
        todo!()
    }

    /// Undoes the last change. The path of what it was about; `None` where there is nothing to undo.
    pub fn undo(&mut self) -> Option<String> {
        todo!()
    }

    /// Does the last undone change again, likewise.
    pub fn redo(&mut self) -> Option<String> {
        todo!()
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is something to do again.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }
}
