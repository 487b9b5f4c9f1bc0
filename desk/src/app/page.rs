//! What is done to the page, and what comes from it beside what Yew listens to.

use gloo::events::EventListener;
use summary_card::text::Locale;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::{Desk, Msg};
use crate::state::Action;
use crate::view::listen;

/// What is listened to outside of Yew: undo and redo wherever the focus is, and the page going away.
pub fn listeners(ctx: &Context<Desk>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let Some(page) = window.document() else { return Vec::new() };
    let dispatch = ctx.link().callback(Msg::Do);
    let keys = listen(&page, "keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || is_typing(event) {
            return;
        }
        let action = match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => Action::Undo,
            ("z", true) | ("y", false) => Action::Redo,
            _ => return,
        };
        event.prevent_default();
        dispatch.emit(action);
    });
    let save = ctx.link().callback(|()| Msg::Save);
    let is_hidden = {
        let page = page.clone();
        move || page.visibility_state() == web_sys::VisibilityState::Hidden
    };
    let going = listen(&page, "visibilitychange", move |_| {
        if is_hidden() {
            save.emit(());
        }
    });
    vec![keys, going]
}

/// Whether a key belongs to a text field, which has an undo of its own.
fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let Some(target) = target else { return false };
    let is_field = target.matches("textarea, input:not([type=checkbox]):not([type=file]), [contenteditable]");
    is_field.unwrap_or(false)
}

/// The page says which language it is in.
pub fn set_page_language(locale: &Locale) {
    let page = web_sys::window().and_then(|window| window.document());
    if let Some(root) = page.and_then(|page| page.document_element()) {
        let _ = root.set_attribute("lang", locale.words_tag());
    }
}
