//! What tabs with the same card open say to each other, without the browser.

use std::collections::BTreeSet;

use super::Others;

/// What a tab says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// It has opened the card, and asks who else has.
    Hello,
    /// It has it open, too.
    Here,
    /// It has saved it.
    Saved,
    /// It has it no longer open.
    Bye,
}

const WORDS: [(Word, &str); 4] =
    [(Word::Hello, "hello"), (Word::Here, "here"), (Word::Saved, "saved"), (Word::Bye, "bye")];

/// A message of the tab `from`.
pub fn message(word: Word, from: &str) -> String {
    let name = WORDS.iter().find(|(one, _)| *one == word).map_or("", |(_, name)| name);
    format!("{name} {from}")
}

/// What was said, and by whom; nothing where it is no such message.
fn read(message: &str) -> Option<(Word, &str)> {
    let (name, from) = message.split_once(' ')?;
    let (word, _) = WORDS.iter().find(|(_, one)| *one == name)?;
    (!from.is_empty()).then_some((*word, from))
}

/// The other tabs.
#[derive(Debug, Default)]
pub struct Peers {
    open: BTreeSet<String>,
    /// Those that have not answered the last question yet.
    silent: BTreeSet<String>,
    saved: bool,
}

impl Peers {
    /// Who else has the card open.
    pub fn others(&self) -> Others {
        match (self.saved, self.open.is_empty()) {
            (true, _) => Others::Saved,
            (false, false) => Others::Open,
            (false, true) => Others::None,
        }
    }

    /// Takes in what another tab said. Gives what to answer, if anything.
    pub fn hear(&mut self, message: &str) -> Option<Word> {
        let (word, from) = read(message)?;
        self.silent.remove(from);
        if word == Word::Bye {
            self.open.remove(from);
        } else {
            self.open.insert(from.to_owned());
        }
        self.saved |= word == Word::Saved;
        (word == Word::Hello).then_some(Word::Here)
    }

    /// The others are being asked: a tab that was killed has not said goodbye.
    pub fn ask(&mut self) {
        self.silent.clone_from(&self.open);
    }

    /// They have had time to answer.
    pub fn give_up(&mut self) {
        for silent in std::mem::take(&mut self.silent) {
            self.open.remove(&silent);
        }
    }

    /// The card was loaded here again.
    pub fn loaded(&mut self) {
        self.saved = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tab_that_opens_the_card_is_answered_and_counts_until_it_leaves() {
        let mut peers = Peers::default();
        assert_eq!(peers.others(), Others::None);
        assert_eq!(peers.hear(&message(Word::Hello, "a")), Some(Word::Here));
        assert_eq!(peers.hear(&message(Word::Here, "b")), None, "an answer is not answered");
        assert_eq!(peers.others(), Others::Open);
        peers.hear(&message(Word::Bye, "a"));
        assert_eq!(peers.others(), Others::Open);
        peers.hear(&message(Word::Bye, "b"));
        assert_eq!(peers.others(), Others::None);
    }

    #[test]
    fn what_another_has_saved_stays_unseen_until_it_is_loaded() {
        let mut peers = Peers::default();
        peers.hear(&message(Word::Saved, "a"));
        peers.hear(&message(Word::Bye, "a"));
        assert_eq!(peers.others(), Others::Saved, "though that tab is gone");
        peers.loaded();
        assert_eq!(peers.others(), Others::None);
    }

    #[test]
    fn a_tab_that_does_not_answer_is_gone() {
        let mut peers = Peers::default();
        for tab in ["a", "b"] {
            peers.hear(&message(Word::Here, tab));
        }
        peers.ask();
        peers.hear(&message(Word::Here, "b"));
        peers.give_up();
        assert_eq!(peers.open, BTreeSet::from(["b".to_owned()]));
        peers.give_up();
        assert_eq!(peers.others(), Others::Open, "only those that were asked are given up");
    }

    #[test]
    fn other_messages_are_passed_over() {
        let mut peers = Peers::default();
        for text in ["", "hello", "hello ", "good day", "saved"] {
            assert_eq!(peers.hear(text), None);
        }
        assert_eq!(peers.others(), Others::None);
    }
}
