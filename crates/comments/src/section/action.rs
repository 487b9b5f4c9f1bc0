//! All that can happen to a comment section.

use std::rc::Rc;

use crate::comment::Comment;
use crate::store::{Change, Imported, Page, StoreError};
use crate::thread::Sort;

/// What the card around the section asks of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Bring the comment with this id into view.
    ShowComment(String),
    /// Show the comments about the claim with this id.
    ShowClaim(String),
    /// Let the reader write about the claim with this id.
    WriteAbout(String),
}

/// A comment that a form stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// The comment.
    pub comment: Rc<Comment>,
    /// The reader has typed on meanwhile: the form has to stay, with the focus in it.
    pub still_writing: bool,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The reader opened the section, or closed it.
    Opened(bool),
    /// The card asks for something.
    Requested(Request),
    /// The answer to the question of this number.
    Listed(u32, Result<Page, StoreError>),
    /// Another order was chosen.
    SortBy(Sort),
    /// More comments are wanted.
    ShowMore,
    /// All comments are wanted, not only those about a claim.
    ShowAll,
    /// The form for a reply to this comment is opened, or closed where it is open.
    Reply(String),
    /// A reply is not written on.
    CancelReply,
    /// The form for a change to this comment is opened.
    Edit(String),
    /// A change is given up.
    CancelEdit,
    /// A form posted a new comment or a reply.
    Posted(Saved),
    /// A form stored a change.
    Edited(Saved),
    /// This comment is to be deleted.
    Delete(String),
    /// The comment that was deleted.
    Deleted(Result<Rc<Comment>, StoreError>),
    /// The last edit or deletion is to be undone.
    Undo,
    /// The comment that was put back.
    Restored(Result<Rc<Comment>, StoreError>),
    /// This comment is liked, or no longer.
    Like(String, bool),
    /// The comment that was liked.
    Liked(Result<Rc<Comment>, StoreError>),
    /// A long comment is shown whole, or folded again.
    Unfold(String),
    /// Somebody else changed the comments.
    Changed(Change),
    /// The reader wants a file of all that is theirs.
    Export,
    /// The file's text.
    Exported(Result<String, StoreError>),
    /// The text of a file to bring in.
    Import(String),
    /// What came of it.
    Imported(Result<Imported, StoreError>),
    /// The question whether to delete everything is shown, or put away.
    ConfirmDelete(bool),
    /// It was answered with yes.
    DeleteEverything,
    /// How many entries went.
    DeletedEverything(Result<usize, StoreError>),
}
