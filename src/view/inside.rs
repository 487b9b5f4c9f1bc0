//! What is inside of a card that is closed at first: in its claims and sections, over the page, and what actions do
//! outside of the card. It is in a piece of its own ([`crate::pieces`]), and to be named nowhere else.

use yew::{Callback, Html, NodeRef};

use super::{Ctx, Mailbox, bar, body, filter, table};
use crate::comments::section::Request;
use crate::effects;
use crate::state::{Action, State};
use crate::text::Locale;

/// What is inside of a card.
pub(crate) struct Inside {
    /// What is in the claim at an index.
    pub body: fn(&Ctx, usize) -> Html,
    /// Who stands where.
    pub table: fn(&Ctx) -> Html,
    /// The choices of claims.
    pub filter: fn(&Ctx) -> Html,
    /// What floats over the page.
    pub float: fn(&Ctx) -> Html,
    /// The effects of one card's actions.
    pub effects: BeginEffects,
}

/// The effects of one card's actions: what they do outside the state.
pub(crate) trait Effects {
    /// Looks for the card's quotes in the article that `selector` names, and goes on watching it.
    fn read_article(&mut self, state: &State, selector: &str);

    /// The card was rendered: what floats over the page is there, too.
    fn rendered(&self);

    /// Brings about what `action` does outside the state, which has changed already.
    fn after(&mut self, action: &Action, state: &State, locale: &Locale);
}

/// [`effects::begin`].
type BeginEffects = fn(NodeRef, NodeRef, Callback<Action>, Mailbox<Request>) -> Box<dyn Effects>;

pub(crate) static INSIDE: Inside = Inside {
    body: body::body,
    table: table::table,
    filter: filter::filter,
    float: bar::float,
    effects: effects::begin,
};
