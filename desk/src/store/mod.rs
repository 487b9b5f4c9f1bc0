//! What the desk keeps in the browser (`IndexedDB`): cards with their articles, and older states of each. Nothing is
//! sent anywhere.
//!
//! A save writes everything in one transaction that does not wait for any reading, so that it still goes through while
//! the page is being closed. Two tabs cannot overwrite each other unseen: each state of a card has a number, and only
//! one tab can write the state that comes after the one that it has loaded.

#[cfg(target_arch = "wasm32")]
mod database;
mod listed;
#[cfg(any(target_arch = "wasm32", test))]
mod peers;
#[cfg(any(target_arch = "wasm32", test))]
mod record;
#[cfg(target_arch = "wasm32")]
mod tabs;
mod thin;

use crate::article::SavedBlock;

#[cfg(target_arch = "wasm32")]
pub use database::Store;
pub use listed::Listed;
#[cfg(target_arch = "wasm32")]
pub use tabs::Tabs;
pub use thin::{MOST_VERSIONS, WINDOW_MS, to_drop};

/// A card as it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// Its name in the storage, from [`new_key`]: a card's id can change.
    pub key: String,
    /// The card file's text.
    pub card: String,
    /// The article's blocks. Empty where there is no article yet.
    pub article: Vec<SavedBlock>,
}

/// A state of a card that is still there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Version {
    /// States of a card are numbered upwards from 1; not every number is kept.
    pub number: u32,
    /// When it was saved, in milliseconds since 1970.
    pub saved: f64,
}

/// Why something was not read or written. The words for it are the view's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser gives this page no storage: a private window, or the user's settings.
    Refused,
    /// There is no room left.
    Full,
    /// Another tab has saved this card since it was loaded here. Nothing was written: load it again, or save it under
    /// a new key.
    Conflict,
    /// Something else, in the browser's words.
    Failed(String),
}

/// Who else has a card open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Others {
    /// No other tab.
    #[default]
    None,
    /// Another tab has it open.
    Open,
    /// Another tab has it open, and has saved it since it was loaded here: writing here would be refused.
    Saved,
}

/// A key for a new card: random, so that two tabs never take the same.
#[cfg(target_arch = "wasm32")]
pub fn new_key() -> String {
    let part = || format!("{:016x}", js_sys::Math::random().to_bits());
    part() + &part()
}
