//! The top of the desk: whose card this is, whether it is kept, and what is about all of it.

use serde_json::Value;
use web_sys::{Element, HtmlSelectElement};
use yew::prelude::*;

use super::{Ctx, Keeping, focus};
use crate::state::{Action, Dialog};
use crate::store::Others;

/// The languages of the interface, each in its own words.
pub const LANGUAGES: [(&str, &str); 2] = [("en", "English"), ("es", "Español")];

/// The arrows of undo and redo, as lines.
const UNDO: &str = "M7.5 4 4 7.5 7.5 11M4 7.5h8a4.25 4.25 0 0 1 0 8.5H8.5";
const REDO: &str = "M12.5 4 16 7.5 12.5 11M16 7.5H8a4.25 4.25 0 0 0 0 8.5h3.5";

/// What a [`Menu`] is given.
#[derive(Clone, PartialEq, Properties)]
struct MenuProps {
    /// What its button is called.
    name: &'static str,
    /// What is in it.
    label: &'static str,
    /// Its buttons.
    children: Html,
}

/// The tools: side by side where there is room, else folded behind a button.
#[component]
fn Menu(props: &MenuProps) -> Html {
    const ID: &str = "tools";
    const BUTTON: &str = "tools-button";
    let is_open = use_state(|| false);
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    // The focus goes to the button that stays in sight: it comes back there from what a button in the menu opens.
    let close = {
        let is_open = is_open.clone();
        move || {
            if *is_open {
                focus(BUTTON);
                is_open.set(false);
            }
        }
    };
    let onclick = {
        let close = close.clone();
        Callback::from(move |event: MouseEvent| {
            let target = event.target_dyn_into::<Element>();
            if target.is_some_and(|target| target.closest("button").ok().flatten().is_some()) {
                close();
            }
        })
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    });
    html! {
        <>
            <button type="button" id={BUTTON} class="button menu-button" aria-expanded={is_open.to_string()} aria-controls={ID} onclick={toggle}>{ props.name }</button>
            <nav id={ID} class={classes!("tools", is_open.then_some("open"))} aria-label={props.label} {onclick} {onkeydown}>{ props.children.clone() }</nav>
        </>
    }
}

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
    let step = |name: &'static str, keys: &'static str, line: &'static str, can: bool, action: Action| {
        html! {
            <button type="button" class="button step" disabled={!can} aria-label={name} title={name} aria-keyshortcuts={keys} onclick={ctx.ask(action)}>
                <svg viewBox="0 0 20 20" aria-hidden="true"><path d={line} /></svg>
            </button>
        }
    };
    html! {
        <header class="top">
            <div class="whose">
                <h1><span class="product">{ words.desk }</span>{ " " }<span class="card-title" dir="auto" lang={ctx.card_lang().filter(|_| !headline.is_empty())}>{ title.to_owned() }</span></h1>
                <p class={classes!("keeping", (matches!(ctx.keeping, Keeping::Refused | Keeping::Failed) || is_conflict(ctx)).then_some("alarm"))} role="status">{ keeping(ctx) }</p>
                if is_conflict(ctx) {
                    <button type="button" class="button" onclick={ctx.on_fork.reform(|_: MouseEvent| ())}>{ words.keep_as_new }</button>
                }
            </div>
            <span class="group steps">
                { step(words.undo, "Control+Z", UNDO, state.document.can_undo(), Action::Undo) }
                { step(words.redo, "Control+Shift+Z", REDO, state.document.can_redo(), Action::Redo) }
            </span>
            <Menu name={words.menu} label={words.tools}>
                { dialog(words.library, Dialog::Library) }
                { dialog(words.draft, Dialog::Draft) }
                <label class="language"><span class="hidden">{ words.language }</span>
                    <select ~value={ctx.locale.words_tag().to_owned()} {onchange}>
                        { for LANGUAGES.iter().map(|(tag, name)| html! {
                            <option key={*tag} value={*tag} lang={*tag} selected={*tag == ctx.locale.words_tag()}>{ *name }</option>
                        }) }
                    </select>
                </label>
                <button type="button" class="button main" aria-haspopup="dialog" onclick={ctx.ask(Action::Dialog(Some(Dialog::Export)))}>{ words.export }</button>
            </Menu>
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
        (Keeping::Failed, _) => words.keeping_failed,
        (Keeping::Waiting, _) => words.keeping_waiting,
        (Keeping::Kept, _) => words.keeping_kept,
    }
}
