//! Undo and redo.

use super::{Effect, Notice, State, entry_of};

impl State {
    pub(super) fn undo(&mut self) -> Vec<Effect> {
        let Some(path) = self.document.undo() else { return Vec::new() };
        self.tell(Notice::Undone);
        self.went_to(&path)
    }

    pub(super) fn redo(&mut self) -> Vec<Effect> {
        let Some(path) = self.document.redo() else { return Vec::new() };
        self.tell(Notice::Redone);
        self.went_to(&path)
    }

    /// Shows what came back, where it is an entry that is there.
    fn went_to(&mut self, path: &str) -> Vec<Effect> {
        let entry = entry_of(path);
        if !self.is_there(&entry) {
            self.close_if_gone();
        } else if !entry.is_empty() {
            self.open = Some(entry);
        }
        self.changed(true)
    }
}
