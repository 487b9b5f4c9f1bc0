//! The checks, with what the view needs of them: how many problems an entry has, and where the quotes are.

use std::collections::HashMap;
use std::rc::Rc;

use card::Level;

use super::{Effect, Notice, State, entry_of};
use crate::marks::marks;
use crate::problems::{check, fix};

/// How many problems an entry has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Those that keep the card from being published.
    pub errors: usize,
    /// The others.
    pub warnings: usize,
}

impl State {
    /// Checks the card, and looks for its quotes in the article.
    pub(super) fn check(&mut self) {
        let article = self.article.as_deref();
        let checked = check(&self.document.text(), article);
        let found = article.map(|article| marks(&checked.card, article)).unwrap_or_default();
        let mut counts: HashMap<String, Count> = HashMap::new();
        for problem in &checked.problems {
            let count = counts.entry(entry_of(&problem.path)).or_default();
            match problem.level {
                Level::Deny => count.errors += 1,
                _ => count.warnings += 1,
            }
        }
        if *self.card != checked.card {
            self.card = Rc::new(checked.card.clone());
        }
        // What did not change keeps its identity, and is not rendered again.
        if *self.checked != checked {
            self.checked = Rc::new(checked);
        }
        if *self.marks != found {
            self.marks = Rc::new(found);
        }
        if *self.counts != counts {
            self.counts = Rc::new(counts);
        }
        self.is_stale = false;
    }

    pub(super) fn fix(&mut self) -> Vec<Effect> {
        let Some(article) = &self.article else { return Vec::new() };
        let edits = fix(self.document.value(), article);
        let count = self.checked.fixable;
        let is_new = self.document.change(edits);
        let effects = self.changed(is_new);
        if is_new {
            self.tell(Notice::Fixed(count));
            self.check();
        }
        effects
    }
}
