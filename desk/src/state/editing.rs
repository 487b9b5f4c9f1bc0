//! Entries are added, removed, moved and renamed.

use serde_json::Value;

use super::{Dialog, Effect, EntryKind, Notice, State, entry_path};
use crate::document::{Edit, get};
use crate::references::{Falls, List, falls, list_and_index, remove, rename};

impl State {
    pub(super) fn add(&mut self, list: &str, value: Value) -> Vec<Effect> {
        let at = get(self.document.value(), list).and_then(Value::as_array).map_or(0, Vec::len);
        let is_new = self.document.change(vec![Edit::Insert { list: list.to_owned(), at, value }]);
        let mut effects = self.changed(is_new);
        if is_new {
            let field = EntryKind::first_field_in(list);
            effects.extend(self.show_field(&(entry_path(list, at) + &field)));
        }
        effects
    }

    pub(super) fn remove(&mut self, path: String, is_sure: bool) -> Vec<Effect> {
        let with = falls(self.document.value(), &path);
        if !is_sure && with != Falls::default() {
            self.dialog = Some(Dialog::Remove { path, falls: with });
            return Vec::new();
        }
        self.dialog = None;
        let edits = remove(self.document.value(), &path);
        let is_new = self.document.change(edits);
        let mut effects = self.changed(is_new);
        if is_new {
            self.tell(Notice::Removed);
            self.after_removal(&path, &mut effects);
        }
        effects
    }

    /// The focus goes to what has taken the place, or to the entry before, or to the list: it is never lost.
    fn after_removal(&mut self, path: &str, effects: &mut Vec<Effect>) {
        let Some((list, at)) = list_and_index(path) else { return };
        let count = get(self.document.value(), list).and_then(Value::as_array).map_or(0, Vec::len);
        let is_whole_entry = !list.contains('.');
        if is_whole_entry {
            self.open = None;
        }
        let next = if count == 0 { list.to_owned() } else { entry_path(list, at.min(count - 1)) };
        effects.push(Effect::Focus(next));
    }

    pub(super) fn move_entry(&mut self, path: &str, to: usize) -> Vec<Effect> {
        let Some((list, from)) = list_and_index(path) else { return Vec::new() };
        let count = get(self.document.value(), list).and_then(Value::as_array).map_or(0, Vec::len);
        if to >= count || from == to {
            return Vec::new();
        }
        let is_new = self.document.change(vec![Edit::Move { list: list.to_owned(), from, to }]);
        let mut effects = self.changed(is_new);
        if is_new {
            // The entry is another element now: the focus goes to the same button of it.
            let button = if to < from { "up" } else { "down" };
            effects.push(Effect::Focus(format!("{button}:{}", entry_path(list, to))));
            if self.open.as_deref() == Some(path) {
                self.open = Some(entry_path(list, to));
            } else if !list.contains('.') {
                // Another entry has the path of the open one now.
                self.open = None;
            }
            self.tell(Notice::Moved(to + 1, count));
        }
        effects
    }

    pub(super) fn rename(&mut self, list: List, at: usize, to: &str) -> Vec<Effect> {
        match rename(self.document.value(), list, at, to) {
            Ok(edits) => {
                let is_new = self.document.change(edits);
                self.no_rename = None;
                self.changed(is_new)
            }
            Err(why) => {
                let field = format!("{}.id", entry_path(list.name(), at));
                self.no_rename = Some((field, why));
                Vec::new()
            }
        }
    }
}
