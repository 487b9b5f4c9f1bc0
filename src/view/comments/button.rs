//! The section's buttons: one place for the markup of all of them.

use yew::prelude::*;

/// What a button has besides its text.
#[derive(Default)]
pub struct Button {
    /// How it looks; like a link where nothing is said.
    pub class: &'static str,
    pub id: Option<String>,
    /// Its accessible name, where that is more than its text.
    pub label: Option<String>,
    /// Whether what it switches is on.
    pub pressed: Option<bool>,
    /// Whether what it opens is open.
    pub expanded: Option<bool>,
    /// The id of what it opens.
    pub controls: Option<String>,
}

/// A button.
pub fn button(text: String, onclick: Callback<MouseEvent>, button: Button) -> Html {
    let Button { class, id, label, pressed, expanded, controls } = button;
    let class = if class.is_empty() { "link" } else { class };
    let word = |truth: bool| if truth { "true" } else { "false" };
    html! {
        <button
            type="button" {class} {id} aria-label={label} aria-pressed={pressed.map(word)}
            aria-expanded={expanded.map(word)} aria-controls={controls} {onclick}>{ text }</button>
    }
}
