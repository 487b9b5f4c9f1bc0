//! The page around the card: attributes in, events out, the article's text, highlights. Browser only.

mod article;
mod browser_platform;
mod browser_storage;
mod float;
mod highlight;
mod host;
mod idle;
mod json;
mod passages;
mod print;
mod read;
mod share;
mod structured;
mod takeover;

pub use browser_platform::BrowserPlatform;
pub use browser_storage::{count_stored_comments, local_comments};
pub use float::Float;
pub use host::*;
pub(crate) use idle::when_idle;
pub use passages::Passages;
pub(crate) use passages::find_passages;
pub use print::on_print;
pub use read::*;
pub use share::*;
pub use structured::*;
pub(crate) use takeover::{Place, differences, known_quotes, open_parts};

use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, ShadowRoot,
};

/// Focuses what a selector finds in the card, and brings it into view; with a claim, all of it that there is room for.
pub(crate) fn focus(root: &Element, selector: &str) {
    let Some(found) = root.query_selector(selector).ok().flatten() else { return };
    open_around(root);
    if let Some(found) = found.dyn_ref::<HtmlElement>() {
        let _ = found.focus();
    }
    let whole = found.closest(".claim").ok().flatten().unwrap_or(found);
    scroll_to(&whole, ScrollLogicalPosition::Nearest, true);
}

/// Opens what the page has folded away around a card, as the browser does where a link leads into it.
fn open_around(root: &Element) {
    let host =
        root.get_root_node().dyn_into::<ShadowRoot>().map_or_else(|_| root.clone(), |root| root.host());
    while let Some(closed) = host.closest("details:not([open])").ok().flatten() {
        let _ = closed.toggle_attribute_with_force("open", true);
    }
    while let Some(hidden) = host.closest("[hidden=until-found]").ok().flatten() {
        // Tabs and accordions that stand ready for the browser's own search follow.
        send(&hidden, "beforematch", &[], false);
        let _ = hidden.remove_attribute("hidden");
    }
    click_to_show(&host);
}

/// Clicks what the page shows an element with, as a reader would: a tab that is not chosen, the button of an accordion
/// that is shut.
fn click_to_show(element: &Element) {
    let Some(document) = element.owner_document() else { return };
    let Ok(controls) = document.query_selector_all(
        "[aria-controls][aria-expanded=false], [role=tab][aria-controls][aria-selected=false]",
    ) else {
        return;
    };
    for at in 0..controls.length() {
        let Some(control) = controls.get(at).and_then(|node| node.dyn_into::<HtmlElement>().ok()) else {
            continue;
        };
        let panel = document.get_element_by_id(&control.get_attribute("aria-controls").unwrap_or_default());
        if panel.is_some_and(|panel| panel.contains(Some(element))) {
            control.click();
        }
    }
}

/// Scrolls an element into view, smoothly where that is asked for and the reader does not mind motion.
pub(crate) fn scroll_to(element: &Element, block: ScrollLogicalPosition, smooth: bool) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    options.set_behavior(if smooth { motion() } else { ScrollBehavior::Instant });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Smooth, or at once where the reader asked the system for less motion.
pub(crate) fn motion() -> ScrollBehavior {
    let query =
        web_sys::window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok());
    if query.flatten().is_some_and(|query| query.matches()) {
        ScrollBehavior::Instant
    } else {
        ScrollBehavior::Smooth
    }
}

/// Focuses what a selector finds, without scrolling anything.
pub(crate) fn focus_quietly(root: &Element, selector: &str) {
    if let Ok(Some(found)) = root.query_selector(selector) {
        focus_element(found.unchecked_ref());
    }
}

/// Focuses an element without scrolling anything.
pub(crate) fn focus_element(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Whether nothing in the page has the focus, as when the element that had it is gone.
pub(crate) fn is_focus_lost() -> bool {
    focused().is_none_or(|element| element.tag_name() == "BODY")
}

/// What has the focus, looking into open shadow roots.
pub(crate) fn focused() -> Option<HtmlElement> {
    let mut at = web_sys::window()?.document()?.active_element()?;
    while let Some(inner) = at.shadow_root().and_then(|root| root.active_element()) {
        at = inner;
    }
    at.dyn_into().ok()
}
