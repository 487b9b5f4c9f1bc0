//! The few things that the section does to its own elements. Called from events and after rendering
//! alone, so never where no browser is.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, Document, Element, HtmlElement, HtmlTextAreaElement, Node, Url, window};
use yew::NodeRef;

/// The element with an id in the same tree: the shadow root, or the page.
pub fn find(near: &NodeRef, id: &str) -> Option<Element> {
    let root = near.cast::<Node>()?.get_root_node();
    // A shadow root has the same method under the same name.
    root.unchecked_into::<Document>().get_element_by_id(id)
}

/// Focuses the element with an id, scrolled into view. False where there is none.
pub fn focus(near: &NodeRef, id: &str) -> bool {
    find(near, id)
        .and_then(|element| element.dyn_into::<HtmlElement>().ok())
        .is_some_and(|element| element.focus().is_ok())
}

/// Selects a text area's text and puts it on the clipboard where the browser has one. Whether it has.
pub fn copy(area: &NodeRef) -> bool {
    let Some(area) = area.cast::<HtmlTextAreaElement>() else { return false };
    let _ = area.focus();
    area.select();
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or_default();
    let clipboard = get(&get(&js_sys::global(), "navigator"), "clipboard");
    get(&clipboard, "writeText")
        .dyn_into::<Function>()
        .is_ok_and(|write| write.call1(&clipboard, &area.value().into()).is_ok())
}

/// Offers a text as a file to save.
pub fn save_file(name: &str, text: &str) -> Option<()> {
    let blob = Blob::new_with_str_sequence(&Array::of1(&text.into())).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let anchor: HtmlElement = window()?.document()?.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_attribute("href", &url).ok()?;
    anchor.set_attribute("download", name).ok()?;
    anchor.click();
    // The download holds its own reference once it has begun.
    gloo::timers::callback::Timeout::new(10_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Some(())
}
