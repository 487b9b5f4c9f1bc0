//! What belongs to the reader: taking it along, bringing it in, deleting it.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{FileReader, HtmlInputElement};
use yew::html::Scope;
use yew::prelude::*;

use super::section::{CommentSection, Msg};
use crate::text::CommentStrings;

/// The tools; `sure` while the reader is asked whether to delete everything.
pub fn mine(link: &Scope<CommentSection>, words: &'static CommentStrings, prefix: &str, sure: bool) -> Html {
    let onchange = {
        let link = link.clone();
        Callback::from(move |event: Event| read_file(&link, &event.target_unchecked_into()))
    };
    let file = [prefix, "-import"].concat();
    html! {
        <details key="mine" class="mine live">
            <summary>{ words.yours }</summary>
            <p class="note">{ words.yours_note }</p>
            <p key="files" class="actions">
                <button type="button" class="quiet" onclick={link.callback(|_| Msg::Export)}>{ words.export }</button>
                <label for={file.clone()}>{ words.import }</label>
                <input id={file} type="file" accept=".json,application/json" {onchange} />
            </p>
            <div key="delete" class="actions">
                <button type="button" class="quiet" id={[prefix, "-delete-all"].concat()} aria-expanded={sure.to_string()} onclick={link.callback(move |_| Msg::Sure(!sure))}>{ words.delete_all }</button>
                if sure {
                    <div role="group" aria-label={words.delete_all}>
                        <p>{ words.delete_all_sure }</p>
                        <button type="button" id={[prefix, "-delete-yes"].concat()} onclick={link.callback(|_| Msg::DeleteAll)}>{ words.delete_all_yes }</button>
                        { " " }
                        <button type="button" class="quiet" onclick={link.callback(|_| Msg::Sure(false))}>{ words.cancel }</button>
                    </div>
                }
            </div>
        </details>
    }
}

/// Reads the chosen file as text. A file that cannot be read is no file of comments.
fn read_file(link: &Scope<CommentSection>, input: &HtmlInputElement) {
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    // The same file can be chosen again.
    input.set_value("");
    let Ok(reader) = FileReader::new() else { return };
    let (link, source) = (link.clone(), reader.clone());
    EventListener::once(&reader, "loadend", move |_| {
        let text = source.result().ok().and_then(|text| text.dyn_into::<js_sys::JsString>().ok());
        link.send_message(Msg::Import(text.map(String::from).unwrap_or_default()));
    })
    .forget();
    let _ = reader.read_as_text(&file);
}
