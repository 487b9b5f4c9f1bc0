//! An interactive summary card for a news article: summary, claims with their evidence, stances,
//! comments. A page embeds it with `static/embed.js` and `<summary-card>`; a Yew program uses
//! [`SummaryCard`](view::SummaryCard); the command line checks card files.
//!
//! # The map
//! Data flows one way: attributes and card file → [`state::State`] → [`view`]; a click is a [`state::Action`]; what
//! an action does to the page is an effect; what leaves the card is an event or a call on a comment store.
//!
//! - [`card`]: the card file: types, parsing, lint rules, JSON-LD
//! - [`quote`]: find a quote in a text
//! - [`comments`]: a comment, a thread, the stores, the states of the section and its forms
//! - [`settings`]: what the page's author chooses for a card
//! - [`state`]: all that can happen to a card
//! - `effects`: what an action does outside the state: scroll, focus, clipboard, share, highlight
//! - `reading` (browser only): when the article is read, and what of
//! - [`view`]: Yew components
//! - `pieces`: what is loaded apart from the card itself, once it is wanted
//! - `prerender`: what differs in a card that is rendered before anybody reads it (not in the widget)
//! - [`text`]: interface strings, dates and numbers
//! - `page` (browser only): attributes in, events out, the article's text, highlights
//! - `embed`, `mount` (browser only): what `static/live.js` calls, and the elements that cards are mounted in
//!
//! # Invariants
//! - `card`, `quote`, `state` and the thread logic are tested natively; they never see a DOM.
//! - Text from a card file or a comment never becomes markup: there is no raw-HTML API anywhere.
//! - The host page is never changed: no node outside the element is added, wrapped or styled. Only what it has folded
//!   away around the card is opened when a link leads into it: as the browser does, and by the page's own controls.
//! - No global state but the one WebAssembly module; two cards on a page know nothing of each other.
//! - No request goes to anything the page's author did not name. No cookies, no tracking.
//! - A card that fails leaves what was readable readable, says why, and harms nothing else on the page.

#[cfg(target_arch = "wasm32")]
pub mod page;
mod pieces;
mod prerender;
mod relations;
pub mod settings;
pub mod state;
pub mod text;
pub mod view;

#[cfg(target_arch = "wasm32")]
mod effects;
#[cfg(not(target_arch = "wasm32"))]
#[path = "effects_native.rs"]
mod effects;
#[cfg(target_arch = "wasm32")]
mod embed;
#[cfg(target_arch = "wasm32")]
mod mount;
#[cfg(target_arch = "wasm32")]
mod reading;

#[cfg(all(feature = "untraced", target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// The card's style sheet, `static/card.css`.
#[cfg(any(not(target_arch = "wasm32"), feature = "prerender"))]
pub const STYLE: &str = include_str!("../static/card.css");

pub use card;
pub use comments;
pub use quote;

/// Compiles the README's Rust.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
