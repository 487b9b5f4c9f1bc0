//! What is open and what is shown: entries, fields, quotes.

use super::entries::first_quote;
use super::{Effect, Face, State, Tab, entry_of};
use crate::document::get;

impl State {
    pub(super) fn open(&mut self, path: Option<String>) -> Vec<Effect> {
        self.no_rename = None;
        self.document.end_typing();
        self.open = path;
        let Some(path) = self.open.clone() else { return Vec::new() };
        self.quote_place(&path).map(Effect::ShowInArticle).into_iter().collect()
    }

    pub(super) fn show_field(&mut self, path: &str) -> Vec<Effect> {
        self.open = Some(entry_of(path));
        self.tab = Tab::Card;
        self.face = Face::Forms;
        vec![Effect::Focus(path.to_owned())]
    }

    pub(super) fn show_quote(&mut self, path: &str) -> Vec<Effect> {
        let Some(place) = self.quote_place(path) else { return Vec::new() };
        self.tab = Tab::Article;
        self.pointed = vec![path.to_owned()];
        vec![Effect::ShowInArticle(place)]
    }

    pub(super) fn look_at(&mut self, path: String) -> Vec<Effect> {
        let place = self.quote_place(&path);
        self.pointed = vec![path];
        place.map(Effect::ShowInArticle).into_iter().collect()
    }

    pub(super) fn point(&mut self, paths: Vec<String>) -> Vec<Effect> {
        self.pointed = paths;
        Vec::new()
    }

    /// Where the quote of a path begins in the article, or an entry's first quote.
    pub fn quote_place(&self, path: &str) -> Option<usize> {
        let quote = first_quote(self.document.value(), path)?;
        let mark = self.marks.iter().find(|mark| mark.users.contains(&quote))?;
        Some(mark.range.start)
    }

    /// Whether a path leads to something.
    pub(super) fn is_there(&self, path: &str) -> bool {
        path == "about" || get(self.document.value(), path).is_some()
    }

    /// Closes the form of an entry that is not there any more.
    pub(super) fn close_if_gone(&mut self) {
        if self.open.as_deref().is_some_and(|path| !self.is_there(path)) {
            self.open = None;
        }
    }
}
