//! What a form does outside of its state.

use std::rc::Rc;

use super::FormAction;
use super::check::Field;
use crate::comment::{Comment, NewComment};
use crate::draft::{Draft, DraftTarget, SavedAuthor};
use crate::section::Saved;
use crate::store::Later;
use crate::stores::CommentStores;

/// Something to do.
#[derive(Clone, Debug, PartialEq)]
pub enum FormEffect {
    /// Ask the stores; what they answer, where they do, is a [`FormAction`].
    Store(FormCall),
    /// Keep the draft once the reader has paused: [`FormAction::KeepDraft`].
    KeepDraftLater,
    /// No need for that any more.
    ForgetKeepDraftLater,
    /// Focus a field, once the new state is rendered.
    Focus(Field),
    /// Put the text on the clipboard, selected: [`FormAction::Copied`].
    Copy,
    /// Ask the page whether it accepts a comment: [`FormAction::Accepted`] or [`FormAction::Declined`].
    AskPage(NewComment),
    /// Tell the section that a comment was stored.
    Done(Saved),
    /// Tell the section that the form is given up.
    Cancelled,
}

/// A question to the stores.
#[derive(Clone, Debug, PartialEq)]
pub enum FormCall {
    /// Post a comment.
    Post(NewComment),
    /// Change the text of a comment.
    Edit(Rc<Comment>, String),
    /// Keep a draft.
    SaveDraft(DraftTarget, Draft),
    /// Forget the draft of a text that was posted or given up.
    ForgetDraft(DraftTarget, String),
    /// Keep the name, email and website, or forget them.
    KeepAuthor(Option<SavedAuthor>),
}

impl FormCall {
    /// Asks the stores. Drafts and the name are kept before this returns anything to wait for.
    pub fn run(self, stores: &CommentStores) -> Later<Option<FormAction>> {
        let stores = stores.clone();
        Box::pin(async move {
            match self {
                Self::Post(new) => Some(FormAction::Answered(stores.comments.post(new).await)),
                Self::Edit(comment, text) => {
                    Some(FormAction::Answered(stores.comments.edit(&comment.id, text).await))
                }
                Self::SaveDraft(target, draft) => {
                    Some(FormAction::DraftKept(stores.drafts.save(&target, &draft).is_ok()))
                }
                // What fails here loses nothing: it is kept for longer than it need be.
                Self::ForgetDraft(target, text) => {
                    let _ = stores.drafts.forget(&target, &text);
                    None
                }
                Self::KeepAuthor(author) => {
                    let _ = stores.drafts.keep_author(author.as_ref());
                    None
                }
            }
        })
    }
}
