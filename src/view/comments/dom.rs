//! The few things that the section does to its own elements and to the browser. Called from events and after
//! rendering alone.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, JsString};
use wasm_bindgen::JsCast;
use web_sys::{
    Blob, Document, Element, FileReader, HtmlElement, HtmlInputElement, HtmlSelectElement,
    HtmlTextAreaElement, Node, Url, window,
};
use yew::{Callback, NodeRef};

use crate::page;

/// Calls back until it is dropped.
pub type Listener = EventListener;

/// The element with an id in the same tree: the shadow root, or the page.
fn find<T: JsCast>(near: &NodeRef, id: &str) -> Option<T> {
    // A page can take the card's insides away; what is left has neither for a root.
    let near = near.cast::<Node>().filter(Node::is_connected)?;
    // A shadow root has the same method under the same name.
    let found: Option<Element> = near.get_root_node().unchecked_into::<Document>().get_element_by_id(id);
    found?.dyn_into().ok()
}

/// Focuses the element with an id, scrolled into view. False where there is none.
pub fn focus(near: &NodeRef, id: &str) -> bool {
    find(near, id).is_some_and(|element: HtmlElement| element.focus().is_ok())
}

/// Focuses an element where nothing in the page has the focus any more.
pub fn focus_where_lost(node: &NodeRef) {
    if let Some(element) = node.cast().filter(|_| page::is_focus_lost()) {
        page::focus_element(&element);
    }
}

/// Chooses an option of a `<select>`: the attribute `selected` says only which is chosen at first.
pub fn choose(near: &NodeRef, id: &str, index: usize) {
    if let Some(select) = find::<HtmlSelectElement>(near, id) {
        select.set_selected_index(i32::try_from(index).unwrap_or_default());
    }
}

/// Selects a text area's text and puts it on the clipboard. Tells whether that was allowed.
pub fn copy(area: &NodeRef, then: &Callback<bool>) {
    let Some(area) = area.cast::<HtmlTextAreaElement>() else { return then.emit(false) };
    let _ = area.focus();
    area.select();
    page::copy(&area.value(), then.clone());
}

/// Calls back when the page is being left: the tab is closed, or put aside on a telephone.
pub fn on_leaving(callback: Callback<()>) -> Option<Listener> {
    let window = window()?;
    Some(EventListener::new(&window, "pagehide", move |_| callback.emit(())))
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
    Timeout::new(10_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Some(())
}

/// Reads the file that was chosen. One that cannot be read is an empty text.
pub fn read_file(input: &HtmlInputElement, then: Callback<String>) {
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    // The same file can be chosen again.
    input.set_value("");
    let Ok(reader) = FileReader::new() else { return };
    let source = reader.clone();
    EventListener::once(&reader, "loadend", move |_| {
        let text = source.result().ok().and_then(|text| text.dyn_into::<JsString>().ok());
        then.emit(text.map(String::from).unwrap_or_default());
    })
    .forget();
    let _ = reader.read_as_text(&file);
}
