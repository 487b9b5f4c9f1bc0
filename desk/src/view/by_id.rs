//! Finding what has an id: fields and rows are named by the path of what they show.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The element of an id.
pub fn element(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

/// Puts the focus on the field of a path, or on what is nearest to it: what it lies in, or the row of the entry.
/// Whether there was anything.
pub fn focus(path: &str) -> bool {
    let mut path = path;
    loop {
        let found = element(path).or_else(|| element(&["row:", path].concat()));
        if let Some(found) = found {
            return focus_element(&found);
        }
        let Some(end) = path.rfind(['.', '[']) else { return false };
        path = &path[..end];
    }
}

/// Puts the focus on the first thing that takes it in what a selector finds.
pub fn focus_first(selector: &str) -> bool {
    let page = web_sys::window().and_then(|window| window.document());
    let found = page.and_then(|page| page.query_selector(selector).ok().flatten());
    found.is_some_and(|found| focus_element(&found))
}

fn focus_element(found: &Element) -> bool {
    // What is folded away cannot have the focus.
    let mut around = found.closest("details").ok().flatten();
    while let Some(details) = around {
        let _ = details.set_attribute("open", "");
        around = details.parent_element().and_then(|parent| parent.closest("details").ok().flatten());
    }
    if let Some(found) = found.dyn_ref::<HtmlElement>() {
        let _ = found.focus();
        scroll_to(found, ScrollLogicalPosition::Nearest);
        return true;
    }
    false
}

/// Scrolls until an element is in sight. How fast is for the style sheet to say, which knows who wants no motion.
pub fn scroll_to(found: &Element, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    options.set_behavior(ScrollBehavior::Auto);
    found.scroll_into_view_with_scroll_into_view_options(&options);
}
