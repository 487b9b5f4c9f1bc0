//! A form for a comment, a reply, or a change to one's own comment.
//!
//! [`FormState::reduce`] is all that can happen to it. What has to be done outside of the state comes back as a list
//! of [`FormEffect`]s, in the order in which to do them.

mod check;
mod effect;
mod reduce;

use std::rc::Rc;

use super::comment::Comment;
use super::draft::{Draft, DraftTarget};
use super::store::StoreError;
use super::stores::CommentStores;
use card::Card;

pub(crate) use check::check_text;
pub use check::{Field, Form, Problem, limits};
pub use effect::FormEffect;
pub use reduce::FormAction;

/// Everything that the view of a form shows.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "flags that are independent of each other")]
pub struct FormState {
    /// What is written; it does not change while the form lives.
    pub target: DraftTarget,
    /// The comment that is changed.
    pub original: Option<Rc<Comment>>,
    /// What was typed.
    pub form: Form,
    /// Whether the name, email and website are to be kept for the next comment.
    pub remember: bool,
    /// Whether the reader has begun to write: until then the text alone is shown.
    pub entered: bool,
    /// What is wrong with the fields, since posting was last tried.
    pub problems: Vec<(Field, Problem)>,
    /// Why posting failed.
    pub failure: Option<FormFailure>,
    /// The draft could not be kept.
    pub draft_lost: bool,
    /// What came of copying the text to the clipboard, once it is known.
    pub copied: Option<bool>,
    /// Whether the text is shown as it will be.
    pub preview: bool,
    /// The text that is on its way to the store.
    pub sending: Option<String>,
    /// The text was changed since the draft was last kept.
    unsaved: bool,
    /// The draft was deleted by the reader's wish: nothing of it is kept until they type on.
    released: bool,
}

/// Why posting failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormFailure {
    /// The page did not accept the comment.
    Declined,
    /// The store did not keep it.
    Store(StoreError),
}

impl FormState {
    /// A form with what was kept for it.
    pub fn open(
        stores: &CommentStores,
        card: &Card,
        target: DraftTarget,
        original: Option<Rc<Comment>>,
    ) -> Self {
        // What cannot be read is as good as absent: nothing was typed into this form yet.
        let author = stores.drafts.author().ok().flatten();
        let remember = author.is_some();
        let author = author.unwrap_or_default();
        let draft = stores.drafts.load(&target).ok().flatten();
        let draft = draft.unwrap_or_else(|| Draft {
            text: original.as_ref().map_or_else(String::new, |comment| comment.text.clone()),
            ..Draft::default()
        });
        let form = Form {
            text: draft.text,
            name: author.name,
            email: author.email,
            website: author.website,
            parent_item: if let DraftTarget::Reply(id) = &target { Some(id.clone()) } else { None },
            about: draft.about.filter(|claim| card.claim(claim).is_some()),
            position: draft.position,
        };
        Self {
            entered: target != DraftTarget::New || !form.text.is_empty(),
            target,
            original,
            form,
            remember,
            problems: Vec::new(),
            failure: None,
            draft_lost: false,
            copied: None,
            preview: false,
            sending: None,
            unsaved: false,
            released: false,
        }
    }

    /// What is to be kept: nothing where a comment is not changed.
    fn draft(&self) -> Draft {
        let unchanged = self.original.as_ref().is_some_and(|comment| comment.text == self.form.text);
        Draft {
            text: if unchanged { String::new() } else { self.form.text.clone() },
            about: self.form.about.clone(),
            position: self.form.position,
        }
    }
}
