//! The pieces of the program that are loaded apart from the card itself, once they are wanted.
//!
//! Only what is named in no other place than inside of one of these functions is in its piece. Without the feature
//! `split`, which the release build turns on, there is one piece, and each function answers at once.

use yew::Html;
#[cfg(target_arch = "wasm32")]
use {
    crate::card::Card,
    crate::page::{self, Passages},
    crate::state::Action,
    std::rc::Rc,
    web_sys::{Element, HtmlElement},
    yew::Callback,
};

use crate::view::{StoredComments, StoredCommentsProps};

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

/// Renders what is in the comment section.
pub type RenderComments = fn(StoredCommentsProps) -> Html;

/// The comment section.
///
/// # Errors
/// It cannot be had now. The next call tries again.
#[cfg_attr(not(feature = "split"), expect(clippy::unused_async, reason = "it waits where there are pieces"))]
pub async fn comments() -> Result<RenderComments, Missing> {
    let piece = comments_piece();
    #[cfg(feature = "split")]
    let piece = piece.await;
    piece
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(comments, fallible))]
#[allow(clippy::unnecessary_wraps, reason = "a piece can be missing")]
fn comments_piece() -> Result<RenderComments, Missing> {
    Ok(|props| yew::html! { <StoredComments ..props /> })
}

/// Reads the article around a card: [`page::find_passages`].
#[cfg(target_arch = "wasm32")]
pub type FindPassages =
    fn(Rc<Card>, &Element, &str, Option<HtmlElement>, Callback<Action>) -> Option<Box<dyn Passages>>;

/// The article: reading it, finding and marking quotes.
///
/// # Errors
/// It cannot be had now. The next call tries again.
#[cfg(target_arch = "wasm32")]
#[cfg_attr(not(feature = "split"), expect(clippy::unused_async, reason = "it waits where there are pieces"))]
pub async fn article() -> Result<FindPassages, Missing> {
    let piece = article_piece();
    #[cfg(feature = "split")]
    let piece = piece.await;
    piece
}

#[cfg(target_arch = "wasm32")]
#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(article, fallible))]
#[allow(clippy::unnecessary_wraps, reason = "a piece can be missing")]
fn article_piece() -> Result<FindPassages, Missing> {
    Ok(page::find_passages)
}

/// Writes a card's JSON-LD: [`page::write_json_ld`].
#[cfg(target_arch = "wasm32")]
pub type WriteJsonLd = fn(&HtmlElement, &Card);

/// The JSON-LD, which most pages do not ask for.
///
/// # Errors
/// It cannot be had now. The next call tries again.
#[cfg(target_arch = "wasm32")]
#[cfg_attr(not(feature = "split"), expect(clippy::unused_async, reason = "it waits where there are pieces"))]
pub async fn json_ld() -> Result<WriteJsonLd, Missing> {
    let piece = json_ld_piece();
    #[cfg(feature = "split")]
    let piece = piece.await;
    piece
}

#[cfg(target_arch = "wasm32")]
#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(json_ld, fallible))]
#[allow(clippy::unnecessary_wraps, reason = "a piece can be missing")]
fn json_ld_piece() -> Result<WriteJsonLd, Missing> {
    Ok(page::write_json_ld)
}
