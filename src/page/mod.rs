//! The page around the card: attributes in, events out, the article's text, highlights. Browser only.

mod host;
mod json;
mod read;

pub use host::*;
pub use read::*;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Brings the claim with a number (from 1) into view, its summary focused.
pub(crate) fn focus_claim(root: &Element, number: usize) {
    let selector = ["details[data-claim=\"", &number.to_string(), "\"] > summary"].concat();
    let Some(summary) = root.query_selector(&selector).ok().flatten() else { return };
    scroll_to(&summary, ScrollLogicalPosition::Nearest);
    if let Some(summary) = summary.dyn_ref::<HtmlElement>() {
        let _ = summary.focus();
    }
}

/// Scrolls an element into view, as fast as the page's own `scroll-behavior` says.
pub(crate) fn scroll_to(element: &Element, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
