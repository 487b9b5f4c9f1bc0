//! The id of an entry. While it is typed it is nobody's but the field's: only when it is done do all references follow.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::text_field::{described_by, notes};
use crate::references::List;
use crate::state::Action;

/// What an [`IdField`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct IdFieldProps {
    /// The field's path, which is its id on the page, too.
    pub id: AttrValue,
    /// The id in the card.
    pub value: AttrValue,
    /// The list of the entry.
    pub list: List,
    /// The index of the entry.
    pub at: usize,
    /// What it is called.
    pub label: AttrValue,
    /// What is said about it.
    pub hint: AttrValue,
    /// What is wrong with it.
    pub problem: AttrValue,
    /// Where the new id goes.
    pub dispatch: Callback<Action>,
}

/// The field.
#[component]
pub fn IdField(props: &IdFieldProps) -> Html {
    let typed = use_state(|| props.value.to_string());
    {
        let typed = typed.clone();
        use_effect_with(props.value.clone(), move |value| typed.set(value.to_string()));
    }
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let onchange = {
        let (dispatch, list, at) = (props.dispatch.clone(), props.list, props.at);
        Callback::from(move |event: Event| {
            let to = event.target_unchecked_into::<HtmlInputElement>().value();
            dispatch.emit(Action::Rename { list, at, to });
        })
    };
    let is_wrong = !props.problem.is_empty();
    html! {
        <div class={classes!("field", is_wrong.then_some("wrong"))}>
            <label for={&props.id}>{ &props.label }</label>
            <input id={&props.id} type="text" class="code" spellcheck="false" autocomplete="off" value={(*typed).clone()} aria-invalid={is_wrong.then_some("true")}
                aria-describedby={described_by(&props.id, &props.hint, &props.problem)} {oninput} {onchange} />
            { notes(&props.id, &props.hint, &props.problem) }
        </div>
    }
}
