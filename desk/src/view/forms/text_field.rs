//! A field that is typed in.

use serde_json::Value;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::state::Action;

/// What is written in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// A line of text.
    Line,
    /// A text of several lines.
    Long,
    /// What only machines read.
    Code,
    /// A whole number.
    Number,
}

/// What a [`TextField`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct TextFieldProps {
    /// The field's path, which is its id on the page, too.
    pub path: AttrValue,
    /// What stands in it.
    pub value: AttrValue,
    /// What it is called.
    pub label: AttrValue,
    /// What is said about it.
    pub hint: AttrValue,
    /// What is wrong with it.
    pub problem: AttrValue,
    /// What is written in it.
    pub writing: Writing,
    /// The language of what is written in it.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
    /// Where nothing is in it, it is not in the file.
    pub is_optional: bool,
    /// The label is for screen readers alone: it stands above already.
    #[prop_or_default]
    pub is_label_hidden: bool,
    /// Where what is typed goes.
    pub dispatch: Callback<Action>,
}

/// What stands in the file for what is typed.
fn stored(typed: String, is_optional: bool, is_number: bool) -> Option<Value> {
    if typed.is_empty() && is_optional {
        return None;
    }
    if is_number && let Ok(number) = typed.trim().parse::<u32>() {
        return Some(number.into());
    }
    Some(typed.into())
}

/// A field that is typed in.
#[component]
pub fn TextField(props: &TextFieldProps) -> Html {
    let send = {
        let (dispatch, path) = (props.dispatch.clone(), props.path.to_string());
        let (is_optional, is_number) = (props.is_optional, props.writing == Writing::Number);
        move |typed: String| {
            dispatch.emit(Action::Type { path: path.clone(), to: stored(typed, is_optional, is_number) });
        }
    };
    let onblur = props.dispatch.reform(|_: FocusEvent| Action::EndTyping);
    let is_wrong = !props.problem.is_empty();
    let dir = (!matches!(props.writing, Writing::Code | Writing::Number)).then_some("auto");
    let lang = props.lang.clone().filter(|_| dir.is_some());
    let described = described_by(&props.path, &props.hint, &props.problem);
    let is_code = matches!(props.writing, Writing::Code | Writing::Number);
    let input = if props.writing == Writing::Long {
        let oninput = Callback::from(move |event: InputEvent| {
            send(event.target_unchecked_into::<HtmlTextAreaElement>().value());
        });
        html! {
            <textarea id={&props.path} rows="2" {dir} {lang} value={&props.value} aria-invalid={is_wrong.then_some("true")} aria-describedby={described} {oninput} {onblur} />
        }
    } else {
        let oninput = Callback::from(move |event: InputEvent| {
            send(event.target_unchecked_into::<HtmlInputElement>().value());
        });
        html! {
            <input id={&props.path} type="text" {dir} {lang} class={is_code.then_some("code")} value={&props.value} autocomplete="off" spellcheck={is_code.then_some("false")}
                inputmode={(props.writing == Writing::Number).then_some("numeric")} aria-invalid={is_wrong.then_some("true")} aria-describedby={described} {oninput} {onblur} />
        }
    };
    html! {
        <div class={classes!("field", is_wrong.then_some("wrong"))}>
            <label for={&props.path} class={props.is_label_hidden.then_some("hidden")}>{ &props.label }</label>
            { input }
            { notes(&props.path, &props.hint, &props.problem) }
        </div>
    }
}

/// The ids of what describes a field.
pub fn described_by(path: &str, hint: &str, problem: &str) -> Option<String> {
    let ids: Vec<String> = [("hint:", hint), ("problem:", problem)]
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(kind, _)| [kind, path].concat())
        .collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// What is said about a field, and what is wrong with it.
pub fn notes(path: &str, hint: &AttrValue, problem: &AttrValue) -> Html {
    html! {
        <>
            <p class="note" key="hint" id={["hint:", path].concat()} hidden={hint.is_empty()}>{ hint }</p>
            <p class="problem-note" key="problem" id={["problem:", path].concat()} hidden={problem.is_empty()}>{ problem }</p>
        </>
    }
}
