//! The elements that a card has most of, each made by one function: written out in `html!`, each of them would be code
//! of its own.

use yew::prelude::*;

/// An element with a class, or with an empty one without, around what is in it.
pub fn around(tag: &'static str, class: &'static str, inner: Html) -> Html {
    html! { <@{tag} class={(!class.is_empty()).then_some(class)}>{ inner }</@> }
}

/// The same around a text.
pub fn text(tag: &'static str, class: &'static str, words: &str) -> Html {
    around(tag, class, html! { words })
}

/// The same around several parts; one that is not there is an empty one, so that those after it keep their place.
pub fn list(tag: &'static str, class: &'static str, parts: Vec<Html>) -> Html {
    around(tag, class, parts.into_iter().collect())
}

/// The tag of a heading of a level: the deepest there is where it would be deeper.
pub fn heading_tag(level: u8) -> &'static str {
    ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(1, 6) - 1)]
}

/// A button. `label` is its accessible name, where that is not what is in it.
pub fn button(
    class: &'static str,
    label: Option<String>,
    inner: Html,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! { <button type="button" class={(!class.is_empty()).then_some(class)} aria-label={label} {onclick}>{ inner }</button> }
}
