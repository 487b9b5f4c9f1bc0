//! An article comes in: pasted, opened, dropped, or fetched from this site.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ClipboardEvent, HtmlInputElement, HtmlTextAreaElement, Response, Url};
use yew::prelude::*;

use super::outside::{Reading, dropped_file, guess, message, read_file, take_rich};
use crate::article::Format;
use crate::state::{Action, Notice};
use crate::text::Strings;

/// What an [`Intake`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct IntakeProps {
    /// The interface's words.
    pub words: &'static Strings,
    /// Where the article goes.
    pub dispatch: Callback<Action>,
}

/// All ways in.
#[component]
pub fn Intake(props: &IntakeProps) -> Html {
    let (words, dispatch) = (props.words, &props.dispatch);
    let typed = use_state(String::new);
    let address = use_state(String::new);
    let onpaste = {
        let (dispatch, typed) = (dispatch.clone(), typed.clone());
        Callback::from(move |event: Event| {
            let data = event.dyn_into::<ClipboardEvent>().ok().map(|event| (event.clipboard_data(), event));
            if let Some((Some(data), event)) = data {
                // Who has begun to type pastes into that.
                if typed.is_empty() && take_rich(&data, &dispatch) {
                    event.prevent_default();
                }
            }
        })
    };
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlTextAreaElement>().value());
        })
    };
    let use_text = {
        let (dispatch, typed) = (dispatch.clone(), typed.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            dispatch.emit(Action::Read { source: (*typed).clone(), format: guess(&typed) });
        })
    };
    let open = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                read_file(file, Reading::Any, dispatch.clone());
            }
            // The same file can be opened again.
            input.set_value("");
        })
    };
    let type_address = {
        let address = address.clone();
        Callback::from(move |event: InputEvent| {
            address.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let fetch = {
        let (dispatch, address) = (dispatch.clone(), address.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            fetch(&address, dispatch.clone());
        })
    };
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let ondrop = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: DragEvent| dropped_file(&event, &dispatch))
    };
    html! {
        <div class="intake" {ondragover} {ondrop}>
            <p class="lead">{ words.intake_lead }</p>
            <form class="field" onsubmit={use_text}>
                <label for="intake-text">{ words.paste_here }</label>
                <textarea id="intake-text" rows="6" value={(*typed).clone()} aria-describedby="intake-note" {oninput} {onpaste} />
                <p id="intake-note" class="note">{ words.text_only }</p>
                <button class="button main" disabled={typed.trim().is_empty()}>{ words.use_text }</button>
            </form>
            <p class="field file-place">
                <label for="intake-file">{ words.open_file }</label>
                <span class="note" id="intake-file-note">{ words.drop_note }</span>
                <input id="intake-file" type="file" aria-describedby="intake-file-note" accept=".html,.htm,.xhtml,.md,.markdown,.txt,text/html,text/markdown,text/plain,.json" onchange={open} />
            </p>
            <form class="field" onsubmit={fetch}>
                <label for="intake-address">{ words.fetch_address }</label>
                <span class="with-button">
                    <input id="intake-address" type="text" inputmode="url" spellcheck="false" value={(*address).clone()} oninput={type_address} aria-describedby="intake-address-note" />
                    <button class="button" disabled={address.trim().is_empty()}>{ words.fetch }</button>
                </span>
                <span id="intake-address-note" class="note">{ words.fetch_note }</span>
            </form>
        </div>
    }
}

/// Reads a page of this site; a page of another one cannot be read without a server.
fn fetch(address: &str, dispatch: Callback<Action>) {
    let Some(window) = web_sys::window() else { return };
    let here = window.location();
    let base = here.href().unwrap_or_default();
    let Ok(url) = Url::new_with_base(address.trim(), &base) else {
        return dispatch.emit(Action::Tell(Notice::NotFetched(address.to_owned())));
    };
    if Ok(url.origin()) != here.origin() {
        return dispatch.emit(Action::Tell(Notice::OtherOrigin));
    }
    spawn_local(async move {
        let read = async {
            let response: Response =
                JsFuture::from(window.fetch_with_str(&url.href())).await?.unchecked_into();
            if !response.ok() {
                return Err(format!("{} {}", response.status(), response.status_text()).into());
            }
            let kind = response.headers().get("content-type")?.unwrap_or_default();
            let text = JsFuture::from(response.text()?).await?;
            Ok::<_, wasm_bindgen::JsValue>((kind, text.as_string().unwrap_or_default()))
        };
        dispatch.emit(match read.await {
            Ok((kind, source)) => {
                let is_page = kind.contains("html") || kind.is_empty();
                let format = if is_page { Format::Html } else { Format::of_file(&url.pathname()) };
                Action::Read { source, format }
            }
            Err(why) => Action::Tell(Notice::NotFetched(message(&why))),
        });
    });
}
