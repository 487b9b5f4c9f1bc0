//! What a comment section does outside of its state.

use std::rc::Rc;

use super::Action;
use crate::comment::Comment;
use crate::store::{Later, OwnData, Query, StoreFuture};
use crate::stores::CommentStores;

/// Something to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// List comments.
    List {
        /// The number of the question: an answer to an earlier one is of no use.
        question: u32,
        /// Which comments.
        query: Query,
        /// A moment later: many changes at once are worth one list.
        soon: bool,
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
    /// Delete all that is the reader's; forms that are open must not keep their drafts when they close.
    DeleteEverything,
    /// Focus this, once the new state is rendered.
    Focus(FocusTarget),
    /// Let the main form be about the claim with this id.
    WriteAbout(String),
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
    /// The comment with this id; where it is not there, the choice of the order above the list.
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

impl Effect {
    /// Does it where it is a question to the stores: the answer is an action.
    ///
    /// # Errors
    /// The effect itself, where it is none: it is for the view.
    pub fn ask(self, stores: &CommentStores) -> Result<Later<Action>, Self> {
        type Make = fn(<StoreFuture<Rc<Comment>> as Future>::Output) -> Action;
        let comments = &stores.comments;
        let (answer, make): (_, Make) = match self {
            Self::List { question, query, soon } => return Ok(list(stores, question, query, soon)),
            Self::Delete(id) => (comments.delete(&id), Action::Deleted),
            Self::Restore(comment) => (comments.restore(comment), Action::Restored),
            Self::Like(id, liked) => (comments.like(&id, liked), Action::Liked),
            other => {
                let Some(own_data) = &stores.own_data else { return Err(other) };
                let action = ask_own_data(other, &**own_data)?;
                return Ok(Box::pin(std::future::ready(action)));
            }
        };
        Ok(Box::pin(async move { make(answer.await) }))
    }
}

fn list(stores: &CommentStores, question: u32, query: Query, soon: bool) -> Later<Action> {
    let (comments, platform) = (Rc::clone(&stores.comments), Rc::clone(&stores.platform));
    Box::pin(async move {
        if soon {
            platform.pause().await;
        }
        Action::Listed(question, comments.list(query).await)
    })
}

fn ask_own_data(effect: Effect, own_data: &dyn OwnData) -> Result<Action, Effect> {
    Ok(match effect {
        Effect::Export => Action::Exported(own_data.export()),
        Effect::Import(text) => Action::Imported(own_data.import(&text)),
        Effect::DeleteEverything => Action::DeletedEverything(own_data.delete_everything()),
        other => return Err(other),
    })
}
