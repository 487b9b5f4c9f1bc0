//! Words of the article are selected: by the browser, or sentence by sentence.

use std::ops::Range;

use super::{Edge, Effect, EntryKind, Notice, State, Tab, Walk};
use crate::make::{Make, make};
use crate::references::list_and_index;

impl State {
    pub(super) fn select(&mut self, range: Option<Range<usize>>) -> Vec<Effect> {
        self.selection = range.and_then(|range| self.trimmed(range));
        self.is_chosen = false;
        Vec::new()
    }

    /// A range without the white space at its ends; `None` where nothing else is in it.
    fn trimmed(&self, range: Range<usize>) -> Option<Range<usize>> {
        let words = self.article.as_ref()?.text().get(range.clone())?;
        let start = range.start + (words.len() - words.trim_start().len());
        let trimmed = words.trim();
        (!trimmed.is_empty()).then(|| start..start + trimmed.len())
    }

    pub(super) fn walk_sentences(&mut self, is_on: bool) -> Vec<Effect> {
        let count = self.article.as_ref().map_or(0, |article| article.sentences().len());
        self.anchor = None;
        self.sentence = (is_on && count > 0).then(|| {
            // One who has selected something goes on from there.
            let start = self.selection.as_ref().map_or(0, |range| range.start);
            self.sentence_at(start).unwrap_or(0)
        });
        self.here()
    }

    /// The sentence that holds a byte of the text, or the next one.
    fn sentence_at(&self, byte: usize) -> Option<usize> {
        let sentences = self.article.as_ref()?.sentences();
        let at = sentences.partition_point(|sentence| sentence.end <= byte);
        (at < sentences.len()).then_some(at)
    }

    fn here(&self) -> Vec<Effect> {
        let article = self.article.as_ref();
        let sentence = self.sentence.zip(article).and_then(|(at, article)| article.sentences().get(at));
        sentence.map(|sentence| Effect::ShowInArticle(sentence.start)).into_iter().collect()
    }

    pub(super) fn walk(&mut self, walk: Walk, extend: bool) -> Vec<Effect> {
        let (Some(at), Some(article)) = (self.sentence, self.article.clone()) else { return Vec::new() };
        let last = article.sentences().len().saturating_sub(1);
        let to = match walk {
            Walk::Back => at.saturating_sub(1),
            Walk::On => (at + 1).min(last),
            Walk::First => 0,
            Walk::Last => last,
            Walk::To(to) => to.min(last),
        };
        self.sentence = Some(to);
        if extend {
            let anchor = *self.anchor.get_or_insert(at);
            self.select_sentences(anchor.min(to), anchor.max(to));
        } else {
            self.anchor = None;
        }
        self.here()
    }

    pub(super) fn choose(&mut self) -> Vec<Effect> {
        let Some(at) = self.sentence else { return Vec::new() };
        match self.anchor {
            // What was extended is chosen already.
            Some(anchor) => self.select_sentences(anchor.min(at), anchor.max(at)),
            None => self.select_sentences(at, at),
        }
        vec![Effect::Unselect, Effect::FocusToolbar]
    }

    fn select_sentences(&mut self, first: usize, last: usize) {
        let Some(article) = &self.article else { return };
        let sentences = article.sentences();
        if let (Some(first), Some(last)) = (sentences.get(first), sentences.get(last)) {
            self.selection = Some(first.start..last.end);
            self.is_chosen = true;
        }
    }

    pub(super) fn trim(&mut self, edge: Edge, longer: bool) -> Vec<Effect> {
        let (Some(range), Some(article)) = (self.selection.clone(), &self.article) else { return Vec::new() };
        let text = article.text();
        let new = match (edge, longer) {
            (Edge::Start, true) => word_before(text, range.start)..range.end,
            (Edge::Start, false) => after_word(text, range.start)..range.end,
            (Edge::End, true) => range.start..word_after(text, range.end),
            (Edge::End, false) => range.start..before_word(text, range.end),
        };
        // The last word stays.
        if let Some(new) = (new.start < new.end).then(|| self.trimmed(new)).flatten() {
            self.selection = Some(new);
            self.is_chosen = true;
        }
        vec![Effect::Unselect]
    }

    pub(super) fn make(&mut self, what: &Make) -> Vec<Effect> {
        let (Some(range), Some(article)) = (self.selection.clone(), self.article.clone()) else {
            return Vec::new();
        };
        match make(self.document.value(), &article, range, what) {
            Ok(made) => {
                let is_new = self.document.change(made.edits);
                let mut effects = self.changed(is_new);
                // At once, not after the pause: a mark that comes later cuts the text under the next selection, and
                // the browser drops that then.
                self.check();
                self.selection = None;
                self.is_chosen = false;
                self.anchor = None;
                self.tab = Tab::Card;
                effects.push(Effect::Unselect);
                let list = list_and_index(&made.path).map_or("", |(list, _)| list);
                // A reason gets its words next.
                let field =
                    if list.ends_with(".reasons") { EntryKind::first_field_in(list) } else { String::new() };
                effects.extend(self.show_field(&(made.path.clone() + &field)));
                self.tell(Notice::Made(made.path));
                effects
            }
            Err(why) => {
                self.tell(Notice::CannotMake(why));
                Vec::new()
            }
        }
    }
}

/// Where the word before a place begins.
fn word_before(text: &str, at: usize) -> usize {
    let before = text[..at].trim_end();
    before
        .rfind(char::is_whitespace)
        .map_or(0, |space| space + before[space..].chars().next().map_or(1, char::len_utf8))
}

/// Where what comes after the word at a place begins.
fn after_word(text: &str, at: usize) -> usize {
    text[at..].find(char::is_whitespace).map_or(text.len(), |space| at + space)
}

/// Where the word after a place ends.
fn word_after(text: &str, at: usize) -> usize {
    let rest = text[at..].trim_start();
    let start = text.len() - rest.len();
    rest.find(char::is_whitespace).map_or(text.len(), |space| start + space)
}

/// Where what comes before the word that ends at a place ends.
fn before_word(text: &str, at: usize) -> usize {
    text[..at].rfind(char::is_whitespace).unwrap_or(0)
}
