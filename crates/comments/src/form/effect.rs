//! What a form does outside of its state.

use std::rc::Rc;

use super::check::Field;
use super::{FormAction, FormState};
use crate::comment::{Comment, NewComment};
use crate::draft::{Draft, SavedAuthor};
use crate::section::Saved;
use crate::stores::CommentStores;

/// Something to do.
#[derive(Clone, Debug, PartialEq)]
pub enum FormEffect {
    /// Post a comment: [`FormAction::Answered`].
    Post(Box<NewComment>),
    /// Change the text of a comment: [`FormAction::Answered`].
    Edit(Rc<Comment>, String),
    /// Keep a draft: [`FormAction::DraftKept`].
    SaveDraft(Draft),
    /// Forget the draft of a text that was posted or given up.
    ForgetDraft(String),
    /// Keep the name, email and website, or forget them.
    KeepAuthor(Option<SavedAuthor>),
    /// Keep the draft once the reader has paused: [`FormAction::KeepDraft`].
    KeepDraftLater,
    /// No need for that any more.
    ForgetKeepDraftLater,
    /// Focus a field, once the new state is rendered.
    Focus(Field),
    /// Put the text on the clipboard, selected: [`FormAction::Copied`].
    Copy,
    /// Ask the page whether it accepts a comment: [`FormAction::Accepted`] or [`FormAction::Declined`].
    AskPage(Box<NewComment>),
    /// Tell the section that a comment was stored.
    Done(Saved),
    /// Tell the section that the form is given up.
    Cancelled,
}

impl FormState {
    /// Does what concerns the draft and the saved name; there may be an action in answer.
    ///
    /// # Errors
    /// The effect itself, where it concerns neither: it is for the view.
    pub fn keep(&self, effect: FormEffect, stores: &CommentStores) -> Result<Option<FormAction>, FormEffect> {
        let drafts = &stores.drafts;
        match effect {
            FormEffect::SaveDraft(draft) => {
                return Ok(Some(FormAction::DraftKept(drafts.save(&self.target, &draft).is_ok())));
            }
            // What fails here loses nothing: it is kept for longer than it need be.
            FormEffect::ForgetDraft(text) => drop(drafts.forget(&self.target, &text)),
            FormEffect::KeepAuthor(author) => drop(drafts.keep_author(author.as_ref())),
            other => return Err(other),
        }
        Ok(None)
    }
}
