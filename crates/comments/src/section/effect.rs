//! What a comment section does outside of its state.

use std::rc::Rc;

use super::Action;
use crate::comment::Comment;
use crate::store::{Later, Query, StoreError};
use crate::stores::CommentStores;

/// Something to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Ask the store; what it answers is an [`Action`].
    Store(StoreCall),
    /// Focus the first of these that is there, once the new state is rendered.
    Focus(Vec<FocusTarget>),
    /// Let the main form be about the claim with this id.
    WriteAbout(String),
    /// Forms that are open must not keep their drafts when they close.
    DiscardDrafts,
    /// Offer a text as a file to save.
    SaveFile(String),
    /// Tell the card how many comments each claim has.
    TellCounts(Rc<Vec<(String, usize)>>),
    /// Tell the card that a comment was posted.
    TellPosted(Rc<Comment>),
}

/// What can get the focus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The comment with this id.
    Comment(String),
    /// The button that opens the reply to the comment with this id.
    ReplyButton(String),
    /// The button that opens the change of the comment with this id.
    EditButton(String),
    /// The button that undoes the last edit or deletion.
    Undo,
    /// The choice of the order.
    Sort,
    /// The button that shows all comments again.
    ShowAll,
    /// The button that asks whether to delete everything.
    DeleteEverything,
    /// The button that says yes to that.
    ConfirmDelete,
    /// The text of the main form.
    NewText,
}

/// A question to the store.
#[derive(Clone, Debug, PartialEq)]
pub enum StoreCall {
    /// List comments.
    List {
        /// The number of the question: an answer to an earlier one is of no use.
        question: u32,
        /// Which comments.
        query: Query,
    },
    /// The same a moment later: many changes at once are worth one list.
    ListSoon {
        /// The number of the question.
        question: u32,
        /// Which comments.
        query: Query,
    },
    /// Delete the comment with this id.
    Delete(String),
    /// Put a comment back as it was.
    Restore(Rc<Comment>),
    /// Like the comment with this id, or no longer.
    Like(String, bool),
    /// Make a file of all that is the reader's.
    Export,
    /// Bring in a file with this text.
    Import(String),
    /// Delete all that is the reader's.
    DeleteEverything,
}

impl StoreCall {
    /// Asks the store.
    pub fn run(self, stores: &CommentStores) -> Later<Action> {
        let stores = stores.clone();
        Box::pin(async move {
            let comments = &stores.comments;
            match self {
                Self::List { question, query } => Action::Listed(question, comments.list(query).await),
                Self::ListSoon { question, query } => {
                    stores.platform.pause().await;
                    Action::Listed(question, comments.list(query).await)
                }
                Self::Delete(id) => Action::Deleted(comments.delete(&id).await),
                Self::Restore(comment) => Action::Restored(comments.restore(comment).await),
                Self::Like(id, liked) => Action::Liked(comments.like(&id, liked).await),
                Self::Export => Action::Exported(match &stores.own_data {
                    Some(own_data) => own_data.export().await,
                    None => Err(StoreError::Refused),
                }),
                Self::Import(text) => Action::Imported(match &stores.own_data {
                    Some(own_data) => own_data.import(text).await,
                    None => Err(StoreError::Refused),
                }),
                Self::DeleteEverything => Action::DeletedEverything(match &stores.own_data {
                    Some(own_data) => own_data.delete_everything().await,
                    None => Err(StoreError::Refused),
                }),
            }
        })
    }
}
