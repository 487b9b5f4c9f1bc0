//! The pieces of the program that are loaded apart from the card itself, once they are wanted.
//!
//! Only what is named in no other place than inside of one of these functions is in its piece. Without the feature
//! `split`, which the release build turns on, there is one piece, and each function answers at once.

use std::cell::Cell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::{Callback, Html};
#[cfg(target_arch = "wasm32")]
use {
    crate::card::Card,
    crate::page::{self, Passages},
    crate::state::Action,
    web_sys::{Element, HtmlElement},
};

use crate::comments::{Later, now_or_never};
use crate::view::{INSIDE, Inside, StoredComments, StoredCommentsProps};

/// Whether the pieces have to be fetched.
pub const ARE_APART: bool = cfg!(all(feature = "split", target_arch = "wasm32"));

/// A piece could not be had. Why is in the browser's console.
#[derive(Clone, Copy, Debug)]
pub struct Missing;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Whether a piece is there, for somebody who wants it.
#[derive(Clone, Copy)]
pub enum Status<T> {
    /// Nobody has wanted it.
    Away,
    /// It was asked for; `again` after a failure.
    Coming { again: bool },
    /// It could not be had.
    Missing,
    /// What it is wanted for.
    Here(T),
}

/// A piece, for somebody who wants it.
pub struct Piece<T> {
    fetch: fn() -> Later<Result<T, Missing>>,
    status: Rc<Cell<Status<T>>>,
}

impl<T: Copy + 'static> Piece<T> {
    /// One that `fetch`, a function of this module, fetches when it is wanted.
    pub fn new(fetch: fn() -> Later<Result<T, Missing>>) -> Self {
        Self { fetch, status: Rc::new(Cell::new(Status::Away)) }
    }

    /// Whether it is there.
    pub fn status(&self) -> Status<T> {
        self.status.get()
    }

    /// Sees that it comes, unless it is here or coming. What does not have to be fetched is here at once; else `then` is
    /// called when it has come, or could not be had.
    pub fn fetch(&self, then: Callback<()>) {
        let again = match self.status.get() {
            Status::Away => false,
            Status::Missing => true,
            Status::Coming { .. } | Status::Here(_) => return,
        };
        self.status.set(Status::Coming { again });
        let status = Rc::clone(&self.status);
        let come = |came: Result<T, Missing>| came.map_or(Status::Missing, Status::Here);
        match now_or_never((self.fetch)()) {
            Ok(came) => status.set(come(came)),
            Err(later) => spawn_local(async move {
                status.set(come(later.await));
                then.emit(());
            }),
        }
    }
}

/// A function that fetches a piece, and gives what it is for.
macro_rules! piece {
    ($(#[$note:meta])* $name:ident: $value:ty = $is:expr) => {
        $(#[$note])*
        ///
        /// # Errors
        /// It cannot be had now. The next call tries again.
        pub fn $name() -> Later<Result<$value, Missing>> {
            #[cfg_attr(feature = "split", wasm_split_helpers::wasm_split($name, fallible))]
            #[allow(clippy::unnecessary_wraps, reason = "a piece can be missing")]
            fn $name() -> Result<$value, Missing> {
                Ok($is)
            }
            #[cfg(feature = "split")]
            return Box::pin($name());
            #[cfg(not(feature = "split"))]
            Box::pin(std::future::ready($name()))
        }
    };
}

piece! {
    /// What is inside of a card that is closed at first.
    inside: &'static Inside = &INSIDE
}

/// Renders what is in the comment section.
pub type RenderComments = fn(StoredCommentsProps) -> Html;

piece! {
    /// The comment section.
    comments: RenderComments = |props| yew::html! { <StoredComments ..props /> }
}

/// Reads the article around a card: [`page::find_passages`].
#[cfg(target_arch = "wasm32")]
pub type FindPassages =
    fn(Rc<Card>, &Element, &str, Option<HtmlElement>, Callback<Action>) -> Option<Box<dyn Passages>>;

#[cfg(target_arch = "wasm32")]
piece! {
    /// The article: reading it, finding and marking quotes.
    article: FindPassages = page::find_passages
}

/// Writes a card's JSON-LD: [`page::write_json_ld`].
#[cfg(target_arch = "wasm32")]
pub type WriteJsonLd = fn(&HtmlElement, &Card);

#[cfg(target_arch = "wasm32")]
piece! {
    /// The JSON-LD, which most pages do not ask for.
    json_ld: WriteJsonLd = page::write_json_ld
}
