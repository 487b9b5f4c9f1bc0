//! Natively, where there is no page around the card, no action does anything outside the state.

use gloo::events::EventListener;
use yew::{Callback, NodeRef};

use crate::comments::section::Request;
use crate::state::{Action, State};
use crate::text::Locale;
use crate::view::{Effects, Mailbox};

/// Whether the browser has a share sheet: there is no browser.
pub fn can_share() -> bool {
    false
}

/// Nothing waits.
pub fn when_idle(_then: impl FnOnce()) {}

/// Nothing is printed.
pub fn on_print(_render: &Callback<bool>) -> Option<[EventListener; 2]> {
    None
}

/// Nobody asks for anything.
pub const CAN_SEARCH: bool = false;

/// No effects.
pub fn begin(
    _root: NodeRef,
    _layer: NodeRef,
    _dispatch: Callback<Action>,
    _comments: Mailbox<Request>,
) -> Box<dyn Effects> {
    Box::new(NoEffects)
}

struct NoEffects;

impl Effects for NoEffects {
    fn read_article(&mut self, _state: &State, _selector: &str) {}

    fn rendered(&self) {}

    fn after(&mut self, _action: &Action, _state: &State, _locale: &Locale) {}
}
