//! Natively the section is rendered once, and nothing happens to it.

use web_sys::HtmlInputElement;
use yew::{Callback, NodeRef};

/// Nothing calls back.
pub type Listener = ();

/// There is no focus.
pub fn focus(_near: &NodeRef, _id: &str) -> bool {
    false
}

/// There is no focus to lose.
pub fn focus_where_lost(_node: &NodeRef) {}

/// What is rendered is what is chosen.
pub fn choose(_near: &NodeRef, _id: &str, _index: usize) {}

/// There is no clipboard.
pub fn copy(_area: &NodeRef, then: &Callback<bool>) {
    then.emit(false);
}

/// No page is left.
pub fn on_leaving(_callback: Callback<()>) -> Option<Listener> {
    None
}

/// Nobody saves files.
pub fn save_file(_name: &str, _text: &str) -> Option<()> {
    None
}

/// Nobody chooses files.
pub fn read_file(_input: &HtmlInputElement, _then: Callback<String>) {}
