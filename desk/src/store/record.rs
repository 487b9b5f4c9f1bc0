//! What stands in the storage, as JSON text, and what a save changes in it.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{Listed, Saved, Version, to_drop};
use crate::article::SavedBlock;

/// A state of a card.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// The card file's text.
    pub card: String,
}

/// What is known of a state without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// Its number.
    pub number: u32,
    /// When it was saved, in milliseconds since 1970.
    pub saved: f64,
    /// The number of the state with which its article was written: an article is long and seldom changes.
    pub article: u32,
}

impl Kept {
    /// For those who ask for it.
    pub fn version(self) -> Version {
        Version { number: self.number, saved: self.saved }
    }
}

/// A card: its place in the list, and the states that are there, the present one last.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// What the list shows.
    pub listed: Listed,
    /// The states, in the order of their numbers.
    pub states: Vec<Kept>,
}

/// What this tab knows of a card: the state that it loaded or saved last.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The states that were there then.
    pub states: Vec<Kept>,
    /// The article of the last of them.
    pub article: Rc<Vec<SavedBlock>>,
}

/// What a save writes and removes.
#[derive(Debug)]
pub struct Save {
    /// The number of the new state.
    pub number: u32,
    /// The new state.
    pub state: State,
    /// Whether its article is to be written as well.
    pub writes_article: bool,
    /// The card's new entry.
    pub entry: Entry,
    /// The numbers of the states that go.
    pub dropped: Vec<u32>,
    /// The numbers of the articles that no state has any more.
    pub dropped_articles: Vec<u32>,
}

impl Save {
    /// The state after the known one, at `now` in milliseconds since 1970.
    pub fn after(known: &Known, saved: &Saved, now: f64) -> Self {
        let last = known.states.last();
        let number = last.map_or(1, |last| last.number.saturating_add(1));
        let article = last.filter(|_| *known.article == saved.article).map_or(number, |last| last.article);
        let mut states = known.states.clone();
        states.push(Kept { number, saved: now, article });
        let versions: Vec<Version> = states.iter().map(|state| state.version()).collect();
        let dropped = to_drop(&versions);
        states.retain(|state| !dropped.contains(&state.number));
        let mut dropped_articles: Vec<u32> = known.states.iter().map(|state| state.article).collect();
        dropped_articles.dedup();
        dropped_articles.retain(|article| states.iter().all(|state| state.article != *article));
        Self {
            number,
            state: State { card: saved.card.clone() },
            writes_article: article == number,
            entry: Entry { listed: Listed::of(&saved.key, &saved.card, now), states },
            dropped,
            dropped_articles,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::BlockKind;

    fn saved(card: &str, article: &str) -> Saved {
        let article = vec![(BlockKind::Paragraph, article.to_owned())];
        Saved { key: "k".to_owned(), card: card.to_owned(), article }
    }

    fn known(save: Save, saved: Saved) -> Known {
        Known { states: save.entry.states, article: Rc::new(saved.article) }
    }

    #[test]
    fn the_first_state_has_number_one_and_writes_its_article() {
        let save = Save::after(&Known::default(), &saved("{}", "Words."), 7.0);
        assert_eq!(save.number, 1);
        assert!(save.writes_article);
        assert_eq!(save.entry.states, [Kept { number: 1, saved: 7.0, article: 1 }]);
        assert!(save.dropped.is_empty() && save.dropped_articles.is_empty());
    }

    #[test]
    fn an_empty_article_is_written_too() {
        let empty = Saved { key: "k".to_owned(), ..Saved::default() };
        assert!(Save::after(&Known::default(), &empty, 7.0).writes_article);
    }

    #[test]
    fn an_article_that_has_not_changed_is_not_written_again() {
        let first = saved("{}", "Words.");
        let first = known(Save::after(&Known::default(), &first, 0.0), first);
        let save = Save::after(&first, &saved("{\"id\": \"a\"}", "Words."), 500_000.0);
        assert_eq!((save.number, save.writes_article), (2, false));
        assert_eq!(save.entry.states.last().map(|state| state.article), Some(1));
    }

    #[test]
    fn an_article_goes_with_the_last_state_that_has_it() {
        let first = saved("{}", "Words.");
        let first = known(Save::after(&Known::default(), &first, 0.0), first);
        let second = saved("{}", "Other words.");
        let save = Save::after(&first, &second, 1000.0);
        assert!(save.writes_article);
        assert!(save.dropped_articles.is_empty(), "the first state still has it");
        let second = known(save, second);
        // In the same two minutes as the two before: the first goes.
        let save = Save::after(&second, &saved("{}", "Other words."), 2000.0);
        assert_eq!((save.dropped, save.dropped_articles), (vec![1], vec![1]));
    }

    #[test]
    fn what_stands_in_the_storage_is_read_back() {
        let save = Save::after(&Known::default(), &saved("{\"id\": \"a\"}", "Words."), 7.5);
        let text = serde_json::to_string(&save.entry).expect("it can be written");
        assert_eq!(serde_json::from_str::<Entry>(&text).expect("it can be read"), save.entry);
        let text = serde_json::to_string(&save.state).expect("it can be written");
        assert_eq!(serde_json::from_str::<State>(&text).expect("it can be read"), save.state);
    }
}
