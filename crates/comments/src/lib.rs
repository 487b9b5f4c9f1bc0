//! A comment, a thread, the `CommentStore` trait and its stores.
//!
//! Nothing here sees a DOM. What a reader typed is kept as typed; [`clean`] and [`markdown`] decide how it
//! is shown. The browser is reached through two small traits, [`Storage`] and [`Platform`], so that every
//! failure of theirs is tested natively.

pub mod clean;
mod comment;
mod draft;
mod form;
mod json;
mod keys;
mod local;
pub mod markdown;
mod memory;
mod record;
mod storage;
mod store;
mod table;
pub mod thread;
mod time;
mod transfer;

pub use comment::{Author, Comment, NewComment, Origin};
pub use draft::{Draft, DraftTarget, Drafts, SavedAuthor};
pub use form::{Field, Form, Problem, limits, safe_url};
pub use keys::Keys;
pub use local::LocalStore;
pub use memory::MemoryStorage;
#[cfg(not(target_arch = "wasm32"))]
pub use memory::SystemPlatform;
pub use storage::{OnKey, Platform, Storage, Subscription};
pub use store::{Capabilities, Change, CommentStore, OnChange, Page, Query, StoreError, StoreFuture};
pub use thread::{Node, ReplyTo, Sort};
pub use time::Time;
pub use transfer::{Imported, Notebook};
