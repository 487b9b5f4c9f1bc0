//! Files in and out, and the clipboard.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, DragEvent, File, HtmlAnchorElement, Url};
use yew::Callback;

use crate::article::{Format, MAX_BYTES};
use crate::state::{Action, Notice};

/// What a file that comes in is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// An article, or a card file where its name ends in `.json`.
    Any,
    /// A card file.
    Card,
}

/// Reads a file, and does with it what its name says.
pub fn read_file(file: File, what: Reading, dispatch: Callback<Action>) {
    if file.size() > f64::from(u32::try_from(MAX_BYTES).unwrap_or(u32::MAX)) {
        return dispatch.emit(Action::Tell(Notice::ArticleRefused(crate::article::Refusal::TooLong)));
    }
    spawn_local(async move {
        let text = match JsFuture::from(file.text()).await {
            Ok(text) => text.as_string().unwrap_or_default(),
            Err(why) => return dispatch.emit(Action::Tell(Notice::Failed(message(&why)))),
        };
        let name = file.name();
        if what == Reading::Card || name.to_ascii_lowercase().ends_with(".json") {
            dispatch.emit(Action::Import(text));
        } else {
            dispatch.emit(Action::Read { source: text, format: Format::of_file(&name) });
        }
    });
}

/// A file, or text from another window, was dropped.
pub fn dropped_file(event: &DragEvent, dispatch: &Callback<Action>) {
    event.prevent_default();
    let Some(data) = event.data_transfer() else { return };
    if let Some(file) = data.files().and_then(|files| files.get(0)) {
        return read_file(file, Reading::Any, dispatch.clone());
    }
    take_rich(&data, dispatch);
}

/// Takes an article from what was pasted or dropped: rich text before plain. Whether there was any.
pub fn take_rich(data: &web_sys::DataTransfer, dispatch: &Callback<Action>) -> bool {
    for (kind, format) in [("text/html", Format::Html), ("text/plain", Format::Text)] {
        let source = data.get_data(kind).unwrap_or_default();
        if !source.trim().is_empty() {
            let format = if format == Format::Text { guess(&source) } else { format };
            dispatch.emit(Action::Read { source, format });
            return true;
        }
    }
    false
}

/// Text that begins with a tag is a page.
pub fn guess(source: &str) -> Format {
    let start = source.trim_start();
    let is_tag = start
        .strip_prefix('<')
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!'));
    if is_tag { Format::Html } else { Format::Text }
}

/// Puts a text on the clipboard.
pub fn copy(text: String, dispatch: Callback<Action>) {
    let Some(window) = web_sys::window() else { return };
    spawn_local(async move {
        // In a page that is not secure there is no clipboard at all.
        let navigator = window.navigator();
        let has_clipboard =
            js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|found| !found.is_undefined());
        let is_copied =
            has_clipboard && JsFuture::from(navigator.clipboard().write_text(&text)).await.is_ok();
        dispatch.emit(Action::Tell(if is_copied { Notice::Copied } else { Notice::NotCopied }));
    });
}

/// Saves a text as a file.
pub fn download(name: &str, kind: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
    let page = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = page.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has to have begun before the address goes.
    gloo::timers::callback::Timeout::new(10_000, move || {
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Some(())
}

/// What a JavaScript error says.
pub fn message(error: &wasm_bindgen::JsValue) -> String {
    let text = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    text.or_else(|| error.as_string()).unwrap_or_else(|| format!("{error:?}"))
}

/// Listens until it is dropped, and may keep the browser from doing what it would.
pub fn listen(
    target: &web_sys::EventTarget,
    name: &'static str,
    then: impl FnMut(&web_sys::Event) + 'static,
) -> EventListener {
    EventListener::new_with_options(
        target,
        name,
        gloo::events::EventListenerOptions::enable_prevent_default(),
        then,
    )
}
