//! Which panel is in front on a narrow screen, and which side of the card.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::Ctx;
use crate::state::{Action, Face, Tab};

/// The id of a tab's panel.
pub fn panel_id(tab: Tab) -> &'static str {
    match tab {
        Tab::Article => "panel-article",
        Tab::Card => "panel-card",
        Tab::Problems => "panel-problems",
    }
}

fn tab_id(tab: Tab) -> &'static str {
    match tab {
        Tab::Article => "tab-article",
        Tab::Card => "tab-card",
        Tab::Problems => "tab-problems",
    }
}

/// The three tabs. Where there is room for all panels the style sheet puts them away.
pub fn tabs(ctx: &Ctx) -> Html {
    let here = Tab::ALL.iter().position(|tab| *tab == ctx.state.tab).unwrap_or_default();
    let onkeydown = {
        let dispatch = ctx.dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            let count = Tab::ALL.len();
            let to = match &*event.key() {
                "ArrowRight" => (here + 1) % count,
                "ArrowLeft" => (here + count - 1) % count,
                "Home" => 0,
                "End" => count - 1,
                _ => return,
            };
            event.prevent_default();
            dispatch.emit(Action::Tab(Tab::ALL[to]));
            let button = super::by_id::element(tab_id(Tab::ALL[to]));
            if let Some(button) = button.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
                let _ = button.focus();
            }
        })
    };
    let count = ctx.state.checked.problems.len();
    html! {
        <div class="tabs" role="tablist" aria-label={ctx.words.panels} {onkeydown}>
            { for Tab::ALL.iter().map(|tab| {
                let is_here = *tab == ctx.state.tab;
                html! {
                    <button key={tab_id(*tab)} id={tab_id(*tab)} type="button" role="tab" aria-selected={is_here.to_string()} aria-controls={panel_id(*tab)}
                        tabindex={if is_here { "0" } else { "-1" }} onclick={ctx.ask(Action::Tab(*tab))}>
                        { name(ctx, *tab, count) }
                    </button>
                }
            }) }
        </div>
    }
}

fn name(ctx: &Ctx, tab: Tab, problems: usize) -> String {
    match tab {
        Tab::Article => ctx.words.article.to_owned(),
        Tab::Card => ctx.words.card.to_owned(),
        Tab::Problems if problems == 0 => ctx.words.problems.to_owned(),
        Tab::Problems => format!("{} ({problems})", ctx.words.problems),
    }
}

/// What a [`CardFaces`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct CardFacesProps {
    /// The words for the forms and for what readers see.
    pub names: [&'static str; 2],
    /// What the two are about.
    pub label: &'static str,
    /// Which side is in front.
    pub face: Face,
    /// Where the choice goes.
    pub dispatch: Callback<Action>,
}

/// The two sides of the card, where there is no room for both.
#[component]
pub fn CardFaces(props: &CardFacesProps) -> Html {
    let faces = [Face::Forms, Face::Reader].into_iter().zip(props.names);
    html! {
        <div class="faces" role="group" aria-label={props.label}>
            { for faces.map(|(face, name)| {
                let dispatch = props.dispatch.clone();
                let onclick = Callback::from(move |_: MouseEvent| dispatch.emit(Action::Face(face)));
                html! { <button key={name} type="button" class="button" aria-pressed={(face == props.face).to_string()} {onclick}>{ name }</button> }
            }) }
        </div>
    }
}
