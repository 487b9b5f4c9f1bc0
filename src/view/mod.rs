//! What the reader sees: pure functions from [`State`] to `Html`, one small file each, under one
//! component, [`SummaryCard`]. All of it also renders natively.

mod actors;
mod bar;
mod claim;
mod claims;
mod comments;
mod filter;
mod header;
mod hooks;
mod icon;
mod matrix;
mod position;
mod quote;
mod stances;
mod summary_card;

use std::rc::Rc;

use yew::prelude::*;

pub use comments::{CommentSection, CommentSectionProps};
pub use summary_card::{Comments, Controller, Sections, SummaryCard, SummaryCardProps};

use crate::card::{Card, Quote, WebUrl};
use crate::state::{Action, State};
use crate::text::{Locale, Strings};

/// What every part of the view is given.
#[derive(Clone)]
pub(crate) struct Ctx {
    pub state: Rc<State>,
    pub locale: Locale,
    pub dispatch: Callback<Action>,
    /// The level of the card's own heading: 2 for `<h2>`.
    pub level: u8,
    /// The quote whose passage is to be shown, and what to do then, belong to the page.
    pub show_quote: Callback<Quote>,
    pub copy: Callback<Copy>,
    pub on_toggle: Callback<(AttrValue, bool)>,
    pub comments: bool,
    /// Whether the browser has a share sheet.
    pub can_share: bool,
}

/// Something to put on the clipboard, or to share.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Copy {
    /// The link to the card as it is filtered, or to one of its claims.
    Link(Option<String>),
    /// The same, handed to the system's share sheet.
    Share(Option<String>),
    /// A claim's citation.
    Claim(String),
    /// The citation of a stance: its place in the card.
    Stance(usize),
}

impl Ctx {
    pub fn card(&self) -> &Card {
        &self.state.card
    }

    pub fn words(&self) -> &'static Strings {
        self.locale.words
    }

    /// A callback for an event that asks for `action` whatever the event holds.
    pub fn ask<E: 'static>(&self, action: Action) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| dispatch.emit(action.clone()))
    }

    /// An id that is unique in the page while card ids are.
    pub fn id(&self, name: &str) -> String {
        [&self.card().id, "-", name].concat()
    }

    /// A heading `deeper` levels below the card's own.
    pub fn heading(&self, deeper: u8, id: Option<String>, class: &'static str, text: Html) -> Html {
        const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let tag = TAGS[usize::from((self.level + deeper).clamp(1, 6) - 1)];
        html! { <@{tag} {id} {class}>{ text }</@> }
    }
}

/// A link away from the page where there is an address to follow, else its text alone.
pub(crate) fn link(ctx: &Ctx, text: &str, url: Option<WebUrl>) -> Html {
    match url {
        Some(url) => html! {
            <a href={String::from(url)} target="_blank" rel="noopener">
                <bdi>{ text }</bdi>
                <span class="away" aria-hidden="true">{ icon::away() }</span>
                <span class="hidden">{ [" (", ctx.words().new_tab, ")"].concat() }</span>
            </a>
        },
        None => html! { <bdi>{ text }</bdi> },
    }
}

/// A `<time>` for an ISO 8601 date.
pub(crate) fn time(ctx: &Ctx, iso: &str) -> Html {
    html! { <time datetime={iso.to_owned()}>{ crate::text::date(&ctx.locale, iso) }</time> }
}
