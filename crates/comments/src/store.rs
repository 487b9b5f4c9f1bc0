//! What a place that keeps comments can be asked, wherever it is.

use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use super::comment::{Comment, NewComment};
use super::storage::Subscription;
use super::thread::{Node, Sort};

/// What will be there later, or already is.
pub type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// What a store answers.
pub type StoreFuture<T> = Later<Result<T, StoreError>>;

/// The value where it is there already, as with a storage of few entries; else the future, to be waited for.
///
/// # Errors
/// The future, where it has to wait.
pub fn now_or_never<T>(mut future: Later<T>) -> Result<T, Later<T>> {
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Ok(value),
        Poll::Pending => Err(future),
    }
}

/// Called when somebody else changed the comments.
pub type OnChange = Rc<dyn Fn(Change)>;

/// A place that keeps the comments of one article.
///
/// The page offers what [`CommentStore::capabilities`] allows. An operation that fails has changed
/// nothing that was kept before.
pub trait CommentStore {
    /// What this store can do.
    fn capabilities(&self) -> Capabilities;

    /// The first comments in reading order, and what there is to count.
    fn list(&self, query: Query) -> StoreFuture<Page>;

    /// Keeps a comment and gives it its id and date.
    fn post(&self, new: NewComment) -> StoreFuture<Rc<Comment>>;

    /// Changes the text of one's own comment.
    fn edit(&self, id: &str, text: String) -> StoreFuture<Rc<Comment>>;

    /// Deletes one's own comment and gives it back, for [`CommentStore::restore`].
    fn delete(&self, id: &str) -> StoreFuture<Rc<Comment>>;

    /// Puts a comment back as it was: undoes an edit or a deletion.
    fn restore(&self, comment: Rc<Comment>) -> StoreFuture<Rc<Comment>>;

    /// Likes a comment, or no longer. Liking twice counts once.
    fn like(&self, id: &str, liked: bool) -> StoreFuture<Rc<Comment>>;

    /// Calls back when the comments change by another hand, until the watch is dropped.
    fn subscribe(&self, on_change: OnChange) -> Subscription;
}

/// What the reader may do with all that is kept here of theirs. Only a store in the reader's own browser has it.
pub trait OwnData {
    /// The reader's comments as a JSON file: version, article, comments. Without the email address, without what
    /// cannot be read.
    ///
    /// # Errors
    /// The storage is refused.
    fn export(&self) -> Result<String, StoreError>;

    /// Brings in an exported file. A comment that is here already stays as it is.
    ///
    /// # Errors
    /// `Damaged` when the text is no such file; `Full` or `Refused` from the storage, with what was brought in
    /// before still here: importing again goes on.
    fn import(&self, text: &str) -> Result<Imported, StoreError>;

    /// Deletes everything that was written here: comments, likes, drafts, damaged entries, and the saved name.
    /// Says how many entries went.
    ///
    /// # Errors
    /// The first failure, after trying all.
    fn delete_everything(&self) -> Result<usize, StoreError>;
}

/// What came of an import.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Comments that are now here.
    pub added: usize,
    /// Comments that were here already, by their id; they were left as they are.
    pub known: usize,
    /// Entries that could not be read.
    pub damaged: usize,
}

/// What a store can do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "flags that are independent of each other")]
pub struct Capabilities {
    /// Comments can answer comments.
    pub reply: bool,
    /// One's own comments can be changed.
    pub edit: bool,
    /// One's own comments can be deleted.
    pub delete: bool,
    /// Comments can be liked.
    pub vote: bool,
    /// A new comment may wait for a moderator.
    pub pending: bool,
    /// Nothing leaves this browser.
    pub private: bool,
    /// What is posted is still there tomorrow.
    pub lasting: bool,
}

/// Which comments, and how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// In which order.
    pub sort: Sort,
    /// Only threads about the claim with this id.
    pub about: Option<String>,
    /// At most so many comments, replies included.
    pub limit: usize,
    /// More, up to the comment with this id, within reason.
    pub including: Option<String>,
    /// Answer at once with what can be had at once: [`Page::complete`] says whether that was all.
    pub at_once: bool,
}

/// Comments, as many as were asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// The comments on the article, each with its replies.
    pub threads: Vec<Node>,
    /// How many comments there are in all for the query, replies included.
    pub total: usize,
    /// How many comments `threads` holds, replies included.
    pub shown: usize,
    /// How many comments there are about each claim that has any, by its id, whatever the query.
    pub counts: Vec<(String, usize)>,
    /// How many comments there are, whatever the query.
    pub all: usize,
    /// How many kept entries could not be read. They are left as they are.
    pub damaged: usize,
    /// Whether this is the answer to the query, and not merely what could be had of it at once.
    pub complete: bool,
}

impl Page {
    /// Whether there are more than are shown.
    pub fn has_more(&self) -> bool {
        self.shown < self.total
    }
}

/// Why a store could not do as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// No room is left.
    Full,
    /// The store may not be used, or did not allow this.
    Refused,
    /// The comment is not there (any more), or is not one's own.
    NotFound,
    /// The store cannot be reached.
    Offline,
    /// What is kept there cannot be read.
    Damaged,
}

/// What somebody else, such as another tab, did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Posted the comment with this id.
    New(String),
    /// Anything else: ask again.
    Other,
}
