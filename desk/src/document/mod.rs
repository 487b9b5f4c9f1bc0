//! The card file as JSON. What the desk does not know of it stays as it is.

mod edit;
mod path;

use std::rc::Rc;

use serde_json::{Map, Value, json};

use self::edit::{Inverse, apply_all};

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
    /// What takes it back, or does it again, in the order in which it has to be applied.
    edits: Vec<Inverse>,
    /// Typing in one field is one change: the field's path, as long as typing goes on.
    field: Option<String>,
}

impl Document {
    /// An empty card: version 1, an id, no text.
    pub fn empty(language: &str) -> Self {
        let mut card = Map::from_iter([
            ("version".to_owned(), json!(card::limits::VERSION)),
            ("id".to_owned(), json!("card")),
            ("headline".to_owned(), json!("")),
        ]);
        if !language.is_empty() {
            card.insert("inLanguage".to_owned(), language.into());
        }
        card.insert("abstract".to_owned(), json!([]));
        Self::of(card.into())
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
        format!("{:#}\n", self.value)
    }

    /// Makes a change out of edits, applied in their order; all or none. Whether anything is different now.
    pub fn change(&mut self, edits: Vec<Edit>) -> bool {
        match self.apply(edits.into_iter().map(Inverse::Edit)) {
            Some(inverse) if !inverse.is_empty() => {
                self.push(Change { edits: inverse, field: None });
                true
            }
            _ => false,
        }
    }

    /// Sets one field, by typing: what is typed in the same field with nothing between is one change.
    /// `None` removes it. Missing objects on the way are made.
    pub fn type_in(&mut self, path: &str, to: Option<Value>) -> bool {
        let set = Inverse::Edit(Edit::Set { path: path.to_owned(), to });
        let Some(inverse) = self.apply([set]).filter(|inverse| !inverse.is_empty()) else { return false };
        let Some(last) = self.undo.last_mut().filter(|last| last.field.as_deref() == Some(path)) else {
            self.push(Change { edits: inverse, field: Some(path.to_owned()) });
            return true;
        };
        self.redo.clear();
        // Where only one value follows another, what takes back the first takes back both.
        let sets = |inverse: &Inverse| matches!(inverse, Inverse::Edit(Edit::Set { path: own, to: Some(_) }) if own == path);
        if !inverse.iter().all(sets) {
            last.edits.splice(0..0, inverse);
        }
        if let [Inverse::Edit(Edit::Set { path, to: Some(first) })] = &last.edits[..]
            && get(&self.value, path) == Some(first)
        {
            // All that was typed is deleted again.
            self.undo.pop();
        }
        true
    }

    /// Ends typing: what comes next is a change of its own.
    pub fn end_typing(&mut self) {
        if let Some(last) = self.undo.last_mut() {
            last.field = None;
        }
    }

    /// Undoes the last change. The path of what it was about; `None` where there is nothing to undo.
    pub fn undo(&mut self) -> Option<String> {
        let Change { edits, .. } = self.undo.pop()?;
        // The first edit of a change is the last to be taken back.
        let about = edits.last().map(Inverse::about);
        let edits = self.apply(edits)?;
        self.redo.push(Change { edits, field: None });
        self.end_typing();
        about
    }

    /// Does the last undone change again, likewise.
    pub fn redo(&mut self) -> Option<String> {
        let Change { edits, .. } = self.redo.pop()?;
        let about = edits.first().map(Inverse::about);
        let edits = self.apply(edits)?;
        self.undo.push(Change { edits, field: None });
        about
    }

    /// Applies edits, all or none. What takes them back.
    fn apply(&mut self, edits: impl IntoIterator<Item = Inverse>) -> Option<Vec<Inverse>> {
        apply_all(Rc::make_mut(&mut self.value), edits)
    }

    fn push(&mut self, change: Change) {
        self.redo.clear();
        self.undo.push(change);
        if self.undo.len() > MAX_UNDO {
            self.undo.remove(0);
        }
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
