//! The comment section: pure functions of the section's and the forms' states to `Html`, and two components that run
//! the effects: one for the section, one for each form, so that typing renders nothing but the form.
//!
//! The card around it knows of [`LocalComments`] alone: it hands in the card and callbacks, and sends [`Request`]s. That is
//! the section's line; all the rest is in a piece of its own ([`crate::pieces`]), and to be named nowhere else.
//!
//! [`Request`]: crate::comments::section::Request

mod ago;
mod body;
mod button;
#[cfg(target_arch = "wasm32")]
mod dom;
#[cfg(not(target_arch = "wasm32"))]
#[path = "dom_native.rs"]
mod dom;
mod events;
mod fields;
mod form;
mod form_view;
mod ids;
#[cfg(target_arch = "wasm32")]
mod intl;
#[cfg(not(target_arch = "wasm32"))]
#[path = "intl_native.rs"]
mod intl;
mod item;
mod layout;
mod list;
mod local;
mod mailbox;
mod own_data;
mod section;
mod stored;
#[cfg(not(target_arch = "wasm32"))]
mod stores_native;
mod toolbar;
mod words;

pub use local::{LocalComments, LocalCommentsProps};
pub use mailbox::Mailbox;
pub use section::{CommentSection, CommentSectionProps};
pub(crate) use stored::{StoredComments, StoredCommentsProps};

#[cfg(target_arch = "wasm32")]
use crate::page::{count_stored_comments, local_comments};
#[cfg(not(target_arch = "wasm32"))]
use stores_native::{count_stored_comments, local_comments};
