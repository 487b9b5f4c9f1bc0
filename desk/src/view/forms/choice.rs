//! A field with few possible values.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::text_field::{described_by, notes};
use crate::document::Edit;
use crate::state::Action;

/// What a [`ChoiceField`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct ChoiceFieldProps {
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
    /// What stands for no value, where there may be none.
    pub none: Option<&'static str>,
    /// The values and their words.
    pub options: Vec<(AttrValue, AttrValue)>,
    /// Where the choice goes.
    pub dispatch: Callback<Action>,
}

/// A field with few possible values. One that is none of them stays, and can be seen.
#[component]
pub fn ChoiceField(props: &ChoiceFieldProps) -> Html {
    let onchange = {
        let (dispatch, path) = (props.dispatch.clone(), props.path.to_string());
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            let to = (!chosen.is_empty()).then(|| chosen.into());
            dispatch.emit(Action::Change(vec![Edit::Set { path: path.clone(), to }]));
        })
    };
    let is_wrong = !props.problem.is_empty();
    let is_other = !props.value.is_empty() && props.options.iter().all(|(value, _)| *value != props.value);
    let option = |value: &AttrValue, words: &AttrValue| {
        html! { <option key={&**value} value={value} selected={*value == props.value}>{ words }</option> }
    };
    html! {
        <div class={classes!("field", is_wrong.then_some("wrong"))}>
            <label for={&props.path}>{ &props.label }</label>
            <select id={&props.path} ~value={props.value.to_string()} aria-invalid={is_wrong.then_some("true")}
                aria-describedby={described_by(&props.path, &props.hint, &props.problem)} {onchange}>
                { for props.none.map(|none| option(&AttrValue::Static(""), &AttrValue::Static(none))) }
                { for is_other.then(|| option(&props.value, &props.value)) }
                { for props.options.iter().map(|(value, words)| option(value, words)) }
            </select>
            { notes(&props.path, &props.hint, &props.problem) }
        </div>
    }
}
