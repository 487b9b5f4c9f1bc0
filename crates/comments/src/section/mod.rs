//! The state of a comment section: what is shown, what was done last, and what is waited for.
//!
//! [`Section::reduce`] is all that can happen to it. What has to be done outside of the state comes back as a list of
//! [`Effect`]s, in the order in which to do them.

mod action;
mod effect;
mod reduce;

use std::rc::Rc;

use super::comment::Comment;
use super::store::{Imported, Page, Query, StoreError};
use super::thread::Sort;

pub use action::{Action, Request, Saved};
pub use effect::{Effect, FocusTarget};

/// So many comments are shown at first, and more at each "Show more".
pub const PAGE_SIZE: usize = 20;

/// Everything that the view of a comment section shows, but what is in its forms.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "flags that are independent of each other")]
pub struct Section {
    /// Whether it is open. A closed one is a line with a count.
    pub open: bool,
    /// Whether it is open, or was: what nobody has seen yet need not be rendered.
    pub was_open: bool,
    /// The comments that are listed.
    pub page: Page,
    /// In which order.
    pub sort: Sort,
    /// The id of the claim whose comments alone are listed.
    pub about: Option<String>,
    /// The id of the comment that a reply is being written to.
    pub replying: Option<String>,
    /// The comment that is being changed, as it was before.
    pub editing: Option<Rc<Comment>>,
    /// The ids of long comments that are shown whole.
    pub unfolded: Vec<String>,
    /// What the reader was told last.
    pub status_message: Option<StatusMessage>,
    /// A comment arrived since that was said.
    pub arrived: bool,
    /// The comment as it was before the last edit or deletion, which can be undone.
    pub undo: Option<Rc<Comment>>,
    /// The reader is asked whether to delete everything.
    pub confirming_delete: bool,
    /// Names the main form: another number makes a new one, empty.
    pub form_key: u32,
    /// At most so many comments are listed.
    limit: usize,
    /// What to do once the list is there that was asked for.
    awaiting: Awaiting,
    /// The number of the last question for a list, and whether it is still open.
    question: u32,
    asking: bool,
    /// Something changed while it was open.
    outdated: bool,
    /// How many comments each claim has, as last told.
    counts: Rc<Vec<(String, usize)>>,
    /// What is to be done outside of the state.
    effects: Vec<Effect>,
}

/// What the reader is told after something was done, or was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusMessage {
    /// A comment was posted.
    Posted,
    /// A change to a comment was saved.
    Saved,
    /// A comment was deleted.
    Deleted,
    /// The last edit or deletion was undone.
    Undone,
    /// A file was brought in.
    Imported(Imported),
    /// The chosen file is not one of exported comments.
    NoFile,
    /// All that was written here was deleted.
    DeletedEverything,
    /// What is kept could not be read.
    CannotRead(StoreError),
    /// A change could not be kept.
    CannotWrite(StoreError),
}

/// What is to be done once a list is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Awaiting {
    /// Nothing more.
    #[default]
    Nothing,
    /// The focus goes to the first comment that was not shown before; so many were.
    More(usize),
    /// A comment has to be in the list, wherever it stands.
    Comment {
        /// Its id.
        id: String,
        /// It also gets the focus.
        focus: bool,
    },
}

impl Section {
    /// A section that is closed, and the effects with which it begins.
    pub fn new() -> (Self, Vec<Effect>) {
        let mut section = Self { limit: PAGE_SIZE, ..Self::default() };
        section.ask(true, false);
        let effects = std::mem::take(&mut section.effects);
        (section, effects)
    }

    /// Begins anew with other comments: open stays open.
    pub fn restart(&mut self) -> Vec<Effect> {
        let before = std::mem::replace(self, Self { limit: PAGE_SIZE, ..Self::default() });
        (self.open, self.was_open, self.sort) = (before.open, before.was_open, before.sort);
        // Answers to what was asked before are of no use.
        (self.form_key, self.question, self.counts) = (before.form_key + 1, before.question, before.counts);
        self.ask(true, false);
        std::mem::take(&mut self.effects)
    }

    /// Asks for the comments.
    fn list(&mut self) {
        self.ask(false, false);
    }

    /// Asks for the comments; `at_once` for what can be had without waiting, `soon` a moment later.
    fn ask(&mut self, at_once: bool, soon: bool) {
        self.question += 1;
        self.asking = true;
        let including = match &self.awaiting {
            Awaiting::Comment { id, .. } => Some(id.clone()),
            _ => None,
        };
        let query =
            Query { sort: self.sort, about: self.about.clone(), limit: self.limit, including, at_once };
        self.effects.push(Effect::List { question: self.question, query, soon });
    }

    fn focus(&mut self, target: FocusTarget) {
        self.effects.push(Effect::Focus(target));
    }

    fn say(&mut self, message: StatusMessage) {
        self.status_message = Some(message);
        self.arrived = false;
        self.undo = None;
    }
}
