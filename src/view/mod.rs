//! What the reader sees: pure functions from [`State`] to `Html`, one small file each, under one
//! component, [`SummaryCard`]. All of it also renders natively.

mod actors;
mod bar;
mod claim;
mod claims;
mod comments;
mod controller;
mod filter;
mod header;
mod icon;
mod matrix;
mod position;
mod quote;
mod stances;
mod summary_card;

use yew::prelude::*;

pub use comments::{CommentSection, CommentSectionProps, LocalComments, LocalCommentsProps, Mailbox};
pub use controller::Controller;
pub use summary_card::{SummaryCard, SummaryCardProps};

use crate::card::Card;
use crate::state::{Action, State};
use crate::text::{Locale, Strings};

/// What every part of the view is given.
pub(crate) struct Ctx<'a> {
    pub state: &'a State,
    pub locale: &'a Locale,
    pub dispatch: &'a Callback<Action>,
    /// The level of the card's own heading: 2 for `<h2>`.
    pub level: u8,
    /// Whether there is a comment section.
    pub comments: bool,
    /// Whether the browser has a share sheet.
    pub can_share: bool,
    /// Render what a reader does not see yet, too: for a page that is read without a script.
    pub render_closed: bool,
}

impl Ctx<'_> {
    pub fn card(&self) -> &Card {
        self.state.card()
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

/// Whether a card file's URL may be followed: `http` and `https` alone.
pub(crate) fn safe_url(url: &str) -> Option<AttrValue> {
    let scheme = url.split_once(':')?.0;
    (scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http"))
        .then(|| AttrValue::from(url.to_owned()))
}

/// A link away from the page where the URL is safe, else its text alone.
pub(crate) fn link(ctx: &Ctx, text: &str, url: Option<&str>) -> Html {
    match url.and_then(safe_url) {
        Some(href) => html! {
            <a {href} target="_blank" rel="noopener">
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
    html! { <time datetime={iso.to_owned()}>{ crate::text::date(ctx.locale, iso) }</time> }
}
