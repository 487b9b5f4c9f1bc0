//! The pieces of the program that are loaded apart from the card itself, once they are wanted.
//!
//! Only what is named in no other place than inside of one of these functions is in its piece. Without the feature
//! `split`, which the release build turns on, there is one piece, and each function answers at once.

use yew::Html;

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
