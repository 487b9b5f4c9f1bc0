//! The clipboard and the system's share sheet.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    // Both are missing outside a secure context, and `share` in many browsers: `catch` takes either.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(catch, js_namespace = navigator)]
    fn share(data: &Object) -> Result<Promise, JsValue>;
}

/// This page's address without its fragment.
pub fn address() -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Whether the browser has a share sheet.
pub fn can_share() -> bool {
    let navigator = web_sys::window().map(|window| window.navigator());
    navigator.is_some_and(|navigator| Reflect::has(&navigator, &"share".into()).unwrap_or(false))
}

/// Puts a text on the clipboard, and tells whether that was allowed.
pub fn copy(text: &str, then: Callback<bool>) {
    settle(write_text(text), then);
}

/// Opens the share sheet with a link and its title. A reader who closes it again has shared nothing, and
/// is told nothing.
pub fn open_share(title: &str, url: &str) {
    let data = Object::new();
    let _ = Reflect::set(&data, &"title".into(), &title.into());
    let _ = Reflect::set(&data, &"url".into(), &url.into());
    settle(share(&data), Callback::noop());
}

fn settle(promise: Result<Promise, JsValue>, then: Callback<bool>) {
    let Ok(promise) = promise else { return then.emit(false) };
    yew::platform::spawn_local(async move {
        let done = wasm_bindgen_futures::JsFuture::from(promise).await;
        then.emit(done.is_ok());
    });
}
