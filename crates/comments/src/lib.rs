//! A comment, a thread, the `CommentStore` trait and its stores, the state of the comment section and of its forms.
//!
//! Nothing here sees a DOM. What a reader typed is kept as typed; [`clean`] and [`markdown`] decide how it
//! is shown. The browser is reached through two small traits, [`Storage`] and [`Platform`], so that every
//! failure of theirs is tested natively.

pub mod clean;
mod comment;
mod draft;
mod form;
mod keys;
mod local;
pub mod markdown;
mod memory;
mod number;
mod record;
pub mod section;
mod storage;
mod store;
mod stores;
#[cfg(not(target_arch = "wasm32"))]
mod system;
mod table;
pub mod thread;

pub use card::Time;
pub use comment::{Author, Comment, NewComment, Origin, ShownText};
pub use draft::{Draft, DraftChange, DraftTarget, Drafts, SavedAuthor};
pub use form::{Field, Form, FormAction, FormEffect, FormFailure, FormState, Problem, limits};
pub use keys::Keys;
pub use local::LocalStore;
pub use memory::MemoryStorage;
pub use storage::{KeyList, OnKey, Platform, Storage, Subscription};
pub use store::{
    Capabilities, Change, CommentStore, Imported, Later, OnChange, OwnData, Page, Query, StoreError,
    StoreFuture, now_or_never,
};
pub use stores::CommentStores;
#[cfg(not(target_arch = "wasm32"))]
pub use system::SystemPlatform;
pub use thread::{Node, ReplyTo, Sort};
