//! The editor's desk: an article comes in, an editor selects its words, a checked card file goes out. A program of its
//! own beside the widget, on the same crates. No server: nothing leaves the browser but what the editor copies or saves.
//!
//! # The map
//! Data flows one way, as in the widget: what the editor does is an [`state::Action`]; [`state::State`] holds all of it
//! and is tested natively; the view shows it.
//!
//! - [`article`]: the article on the desk: its blocks, text and sentences
//! - [`document`]: the card file as JSON, changed only by edits that can be undone
//! - [`references`]: ids: what refers to what, renaming, what falls with a deletion
//! - [`make`]: entries of the card made of selected words
//! - [`marks`]: which words of the article are in use, and by what
//! - [`problems`]: what `summary-card check` says, with a way to the field, and its fixes
//! - [`export`]: what goes out
//! - [`store`]: what is kept in the browser
//! - [`state`]: all that can happen on the desk
//! - `view` (browser only): Yew components
//! - `app` (browser only): the component that owns the state, and starts
//! - [`text`]: interface strings
//!
//! # Invariants
//! - All of these but the view compile and are tested without a browser.
//! - A quote's words are never typed: they are cut out of the article, and found again at that place only.
//! - A field that the desk does not know stays in the file as it is.

pub mod article;
pub mod document;
pub mod export;
pub mod make;
pub mod marks;
pub mod problems;
pub mod references;
pub mod state;
pub mod store;
pub mod text;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod view;
