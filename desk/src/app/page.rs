//! What is done to the page, and what comes from it beside what Yew listens to.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use summary_card::text::Locale;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, KeyboardEvent};
use yew::prelude::*;

use super::{Desk, Msg};
use crate::state::Action;
use crate::view::{dropped_file, listen};

/// What is listened to outside of Yew: undo and redo wherever the focus is, files wherever they are dropped, and the page
/// going away. `is_at_risk` says whether something would be lost with it.
pub fn listeners(ctx: &Context<Desk>, is_at_risk: &Rc<Cell<bool>>) -> Vec<EventListener> {
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
    let hidden = {
        let save = save.clone();
        listen(&page, "visibilitychange", move |_| {
            if is_hidden() {
                save.emit(());
            }
        })
    };
    // WebKit gives up a write that begins when the page is being left. One that begins here, while the next page is
    // still being asked for, comes to its end. The first of the three saves; the others find nothing to do.
    let leaving = {
        let (save, is_at_risk) = (save.clone(), Rc::clone(is_at_risk));
        listen(&window, "beforeunload", move |event| {
            save.emit(());
            // The browser asks whether to leave.
            if is_at_risk.get() {
                event.prevent_default();
            }
        })
    };
    // For browsers that do neither of both.
    let left = listen(&window, "pagehide", move |_| save.emit(()));
    let mut all = vec![keys, hidden, leaving, left];
    all.extend(drops(&page, &ctx.link().callback(Msg::Do)));
    all
}

/// A file that is dropped beside what takes one would be opened in the place of the desk.
fn drops(page: &web_sys::Document, dispatch: &Callback<Action>) -> [EventListener; 3] {
    let root = page.document_element();
    let show = move |is_over: bool| {
        if let Some(root) = &root {
            let _ = root.toggle_attribute_with_force("data-file-over", is_over);
        }
    };
    let holds_file = |event: &Event| {
        let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
        data.is_some_and(|data| data.types().includes(&"Files".into(), 0))
    };
    let over = {
        let show = show.clone();
        listen(page, "dragover", move |event| {
            if holds_file(event) {
                event.prevent_default();
                show(true);
            }
        })
    };
    let leave = {
        let show = show.clone();
        listen(page, "dragleave", move |event| {
            // It has left the window, and not one element for another.
            if event.dyn_ref::<DragEvent>().is_some_and(|event| event.related_target().is_none()) {
                show(false);
            }
        })
    };
    let dispatch = dispatch.clone();
    let drop = listen(page, "drop", move |event| {
        show(false);
        if !event.default_prevented()
            && holds_file(event)
            && let Some(event) = event.dyn_ref::<DragEvent>()
        {
            dropped_file(event, &dispatch);
        }
    });
    [over, leave, drop]
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
