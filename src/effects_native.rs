//! Natively, where there is no page around the card, no action does anything outside the state.

use yew::{Callback, NodeRef};

use crate::comments::section::Request;
use crate::state::{Action, State};
use crate::text::Locale;
use crate::view::Mailbox;

/// Whether the browser has a share sheet: there is no browser.
pub fn can_share() -> bool {
    false
}

/// Nobody asks for anything.
pub const CAN_SEARCH: bool = false;

/// No effects.
pub struct Effects;

#[expect(clippy::unused_self, reason = "as in the browser")]
impl Effects {
    /// No effects.
    pub fn new(
        _root: NodeRef,
        _layer: NodeRef,
        _dispatch: Callback<Action>,
        _comments: Mailbox<Request>,
    ) -> Self {
        Self
    }

    /// Does nothing.
    pub fn rendered(&self) {}

    /// Does nothing.
    pub fn read_article(&mut self, _state: &State, _selector: &str) {}

    /// Does nothing.
    pub fn after(&mut self, _action: &Action, _state: &State, _locale: &Locale) {}
}
