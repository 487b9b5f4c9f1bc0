//! What goes out: the card file, what to paste into a page, and how it will look there.

use serde_json::Value;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::prerendered::Prerendered;
use super::preview::Preview;
use crate::article::Article;
use crate::export;
use crate::state::Action;
use crate::text::Strings;
use crate::view::Same;
use crate::view::outside::{copy, download};

/// What an [`ExportDialog`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct ExportProps {
    /// The interface's words.
    pub words: &'static Strings,
    /// The card file.
    pub card: Same<Value>,
    /// What is wrong with it, in words; empty where nothing keeps it from being published.
    pub errors: AttrValue,
    /// The article, for the preview.
    pub article: Option<Same<Article>>,
    /// Where the editor's clicks go.
    pub dispatch: Callback<Action>,
}

/// All that goes out.
#[component]
pub fn ExportDialog(props: &ExportProps) -> Html {
    let words = props.words;
    let embed = use_state(|| "/summary-card/embed.js".to_owned());
    let oninput = {
        let embed = embed.clone();
        Callback::from(move |event: InputEvent| {
            embed.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let file_name = export::file_name(&props.card);
    let file = export::file(&props.card);
    let by_src = export::by_src(&props.card, &embed);
    let inline = export::inline(&props.card, &embed);
    let base = file_name.strip_suffix(".json").unwrap_or(&file_name).to_owned();
    html! {
        <>
            <p class="problem-note" key="errors" hidden={props.errors.is_empty()}>{ &props.errors }</p>
            { out(props, "file", words.card_file, words.card_file_note, &file, &file_name, "application/json") }
            <div class="field" key="embed">
                <label for="export-embed">{ words.embed_address }</label>
                <input id="export-embed" class="code" type="text" spellcheck="false" value={(*embed).clone()} {oninput} />
            </div>
            { out(props, "src", words.by_src, words.by_src_note, &by_src, &format!("{base}-src.html"), "text/html") }
            { out(props, "inline", words.inline, words.inline_note, &inline, &format!("{base}-inline.html"), "text/html") }
            <Prerendered key="rendered" of={props.clone()} embed={AttrValue::from((*embed).clone())} />
            <div key="preview" class="part">
                <h3>{ words.preview }</h3>
                <Preview {words} card={props.card.clone()} article={props.article.clone()} />
            </div>
        </>
    }
}

/// One thing that goes out, with its two ways.
pub(super) fn out(
    props: &ExportProps,
    id: &'static str,
    title: &'static str,
    note: &'static str,
    text: &str,
    name: &str,
    kind: &'static str,
) -> Html {
    let copy = {
        let (text, dispatch) = (text.to_owned(), props.dispatch.clone());
        Callback::from(move |_: MouseEvent| copy(text.clone(), dispatch.clone()))
    };
    let save = {
        let (text, name) = (text.to_owned(), name.to_owned());
        Callback::from(move |_: MouseEvent| {
            download(&name, kind, &text);
        })
    };
    html! {
        <div key={id} class="part">
            <h3>{ title }</h3>
            <p class="note">{ note }</p>
            <pre class="code" tabindex="0" role="region" aria-label={title}>{ text.to_owned() }</pre>
            <p class="buttons">
                <button type="button" class="button main" aria-label={[props.words.copy, ": ", title].concat()} onclick={copy}>{ props.words.copy }</button>
                <button type="button" class="button" aria-label={[props.words.save, ": ", title].concat()} onclick={save}>{ props.words.save }</button>
                <code class="file-name">{ name.to_owned() }</code>
            </p>
        </div>
    }
}
