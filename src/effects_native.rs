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

/// Nothing waits.
pub fn when_idle(_then: impl FnOnce()) {}

/// Nobody asks for anything.
pub const CAN_SEARCH: bool = false;

/// The effects of one card's actions.
pub trait Effects {
    /// Looks for the card's quotes in the article.
    fn read_article(&mut self, state: &State, selector: &str);

    /// The card was rendered.
    fn rendered(&self);

    /// Brings about what `action` does.
    fn after(&mut self, action: &Action, state: &State, locale: &Locale);
}

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
