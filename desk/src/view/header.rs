//! The top of the desk: whose card this is, whether it is kept, and what is about all of it.

use serde_json::Value;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{Ctx, Keeping};
use crate::state::{Action, Dialog};
use crate::store::Others;

/// The languages of the interface, each in its own words.
pub const LANGUAGES: [(&str, &str); 2] = [("en", "English"), ("es", "Español")];

/// The top.
pub fn header(ctx: &Ctx) -> Html {
    let words = ctx.words;
    let state = ctx.state;
    let headline = state.document.value().get("headline").and_then(Value::as_str).unwrap_or_default();
    let title = if headline.is_empty() { words.untitled } else { headline };
    let dialog = |name: &'static str, which: Dialog| {
        html! { <button type="button" class="button" aria-haspopup="dialog" onclick={ctx.ask(Action::Dialog(Some(which)))}>{ name }</button> }
    };
    let onchange = ctx.on_language.reform(|event: Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
        LANGUAGES.iter().find(|(tag, _)| *tag == chosen).map_or("en", |(tag, _)| tag)
    });
    html! {
        <header class="top">
            <div class="whose">
                <h1><span class="product">{ words.desk }</span>{ " " }<span class="card-title">{ title.to_owned() }</span></h1>
                <p class={classes!("keeping", (ctx.keeping == Keeping::Refused || is_conflict(ctx)).then_some("alarm"))} role="status">{ keeping(ctx) }</p>
                if is_conflict(ctx) {
                    <button type="button" class="button" onclick={ctx.on_fork.reform(|_: MouseEvent| ())}>{ words.keep_as_new }</button>
                }
            </div>
            <nav class="tools" aria-label={words.tools}>
                <span class="group">
                    <button type="button" class="button" disabled={!state.document.can_undo()} aria-keyshortcuts="Control+Z" onclick={ctx.ask(Action::Undo)}>{ words.undo }</button>
                    <button type="button" class="button" disabled={!state.document.can_redo()} aria-keyshortcuts="Control+Shift+Z" onclick={ctx.ask(Action::Redo)}>{ words.redo }</button>
                </span>
                { dialog(words.library, Dialog::Library) }
                { dialog(words.draft, Dialog::Draft) }
                { dialog(words.export, Dialog::Export) }
                <label class="language"><span class="hidden">{ words.language }</span>
                    <select ~value={ctx.locale.words_tag().to_owned()} {onchange}>
                        { for LANGUAGES.iter().map(|(tag, name)| html! {
                            <option key={*tag} value={*tag} lang={*tag} selected={*tag == ctx.locale.words_tag()}>{ *name }</option>
                        }) }
                    </select>
                </label>
            </nav>
        </header>
    }
}

fn is_conflict(ctx: &Ctx) -> bool {
    ctx.keeping == Keeping::Conflict || ctx.others == Others::Saved
}

fn keeping(ctx: &Ctx) -> &'static str {
    let words = ctx.words;
    match (ctx.keeping, ctx.others) {
        (Keeping::Refused, _) => words.keeping_refused,
        (Keeping::Conflict, _) | (_, Others::Saved) => words.keeping_conflict,
        (_, Others::Open) => words.open_elsewhere,
        (Keeping::Waiting, _) => words.keeping_waiting,
        (Keeping::Kept, _) => words.keeping_kept,
    }
}
