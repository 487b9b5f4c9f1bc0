//! What the reader sees: pure functions from [`State`] to `Html`, one small file each, under one
//! component, [`SummaryCard`]. All of it also renders natively.

mod bar;
mod body;
mod claim;
mod claims;
mod comments;
mod controller;
mod element;
mod filter;
mod header;
mod icon;
mod inside;
mod kept;
mod points;
mod positions;
mod quote;
mod rendered;
mod stances;
mod summary_card;
mod table;

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

pub use comments::{CommentSection, CommentSectionProps, LocalComments, LocalCommentsProps, Mailbox};
pub(crate) use comments::{StoredComments, StoredCommentsProps};
pub use controller::Controller;
pub(crate) use inside::{Effects, INSIDE, Inside};
use kept::KeptClaims;
#[doc(hidden)]
pub use rendered::{Rendered, take_rendered};
pub use summary_card::{SummaryCard, SummaryCardProps};

use crate::card::{Card, Source, WebUrl};
use crate::pieces::Status;
use crate::settings::Comments;
use crate::state::{Action, Section, State};
use crate::text::{InsideStrings, Locale, Strings};

/// With more claims than this, the card can be searched and filtered.
const FILTER_ABOVE: usize = 5;

/// What every part of the view is given.
pub(crate) struct Ctx<'a> {
    pub state: &'a State,
    pub locale: &'a Locale,
    pub dispatch: &'a Callback<Action>,
    pub props: &'a SummaryCardProps,
    /// Whether the browser has a share sheet.
    pub can_share: bool,
    /// The claims as they were rendered last.
    pub kept: &'a KeptClaims,
    /// What is inside of the card.
    pub inside: Status<&'static Inside>,
}

impl Ctx<'_> {
    pub fn card(&self) -> &Card {
        self.state.card()
    }

    pub fn words(&self) -> &'static Strings {
        self.locale.words
    }

    /// The words of what is inside.
    pub fn inside_words(&self) -> &'static InsideStrings {
        InsideStrings::of(self.locale)
    }

    /// What `render` makes of the inside; where it is not there, word of that. What `then` finds has the focus after it
    /// was tried again.
    pub fn inside(&self, then: &str, render: impl FnOnce(&Inside) -> Html) -> Html {
        match self.inside {
            Status::Here(inside) => render(inside),
            status => {
                let retry = self.ask(Action::Inside(then.to_owned()));
                coming(self.locale, status, self.words().inside_missing, &retry)
            }
        }
    }

    /// Whether the card is rendered for a page that is read without a script: what would do nothing there is left out,
    /// and only its room is kept for the live card. Never in the widget, where none of that is compiled.
    pub fn is_static(&self) -> bool {
        crate::prerender::is(self.props.without_script)
    }

    /// A callback for an event that asks for `action` whatever the event holds.
    pub fn ask<E: 'static>(&self, action: Action) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| dispatch.emit(action.clone()))
    }

    /// A button that looks like a link.
    pub fn link(&self, name: &str, action: Action) -> Html {
        if self.is_static() {
            return room("link", name);
        }
        element::button("link", None, name.to_owned().into(), self.ask(action))
    }

    /// What to do when the element of a section is opened or closed.
    pub fn toggle(&self, section: Section) -> Callback<Event> {
        self.dispatch.reform(move |event: Event| {
            Action::ToggleSection(section, event.target_unchecked_into::<HtmlDetailsElement>().open())
        })
    }

    /// Whether claims or stances are shown.
    pub fn has_claims(&self) -> bool {
        (self.props.sections.claims || self.props.sections.stances) && !self.card().claims.is_empty()
    }

    /// Whether the card has enough claims to choose from.
    pub fn can_filter(&self) -> bool {
        self.has_claims() && self.card().claims.len() > FILTER_ABOVE
    }

    /// Whether there is a comment section.
    pub fn has_comments(&self) -> bool {
        self.props.sections.comments && self.props.comments == Comments::Local
    }

    /// An id that is unique in the page while card ids are.
    pub fn id(&self, name: &str) -> String {
        [&self.card().id, "-", name].concat()
    }

    /// A heading `deeper` levels below the card's own.
    pub fn heading(&self, deeper: u8, id: Option<String>, class: &'static str, text: Html) -> Html {
        let tag = element::heading_tag(self.props.heading_level + deeper);
        html! { <@{tag} {id} {class}>{ text }</@> }
    }
}

/// The room that a button of that class and name takes, where a script is still to come: nothing to see or to read.
pub(crate) fn room(class: &'static str, name: &str) -> Html {
    html! { <span class={[class, " room"].concat()} data-name={(!name.is_empty()).then(|| name.to_owned())}></span> }
}

/// A link away from the page where there is an address to follow, else its text alone.
pub(crate) fn link(ctx: &Ctx, text: &str, url: Option<WebUrl>) -> Html {
    match url {
        Some(url) => html! {
            <a href={String::from(url)} target="_blank" rel="noopener">
                { element::text("bdi", "", text) }
                <span class="away" aria-hidden="true">{ icon::away() }</span>
                { element::text("span", "hidden", &[" (", ctx.words().new_tab, ")"].concat()) }
            </a>
        },
        None => element::text("bdi", "", text),
    }
}

/// A link to a named thing.
pub(crate) fn source_link(ctx: &Ctx, source: &Source) -> Html {
    link(ctx, &source.name, source.url.as_deref().and_then(WebUrl::parse))
}

/// A `<time>` for an ISO 8601 date.
pub(crate) fn time(ctx: &Ctx, iso: &str) -> Html {
    html! { <time datetime={iso.to_owned()}>{ crate::prerender::date(ctx.is_static(), ctx.locale, iso) }</time> }
}

/// The words before and after a date, around the date's own element, wherever the language puts it.
pub(crate) fn with_time(ctx: &Ctx, template: &'static str, iso: &str) -> Html {
    let (before, after) = template.split_once('{').unwrap_or_default();
    let after = after.strip_prefix("0}").unwrap_or_default();
    html! { <>{ before }{ time(ctx, iso) }{ after }</> }
}

/// What stands in the place of a piece of the program that is not there: that it comes, or that it could not be had.
pub(crate) fn coming<T: Copy>(
    locale: &Locale,
    status: Status<T>,
    missing: &'static str,
    retry: &Callback<MouseEvent>,
) -> Html {
    let words = locale.words;
    let is_missing = matches!(status, Status::Missing);
    let button = || element::button("button", None, words.try_again.into(), retry.clone());
    html! {
        <div class={(!is_missing).then_some("coming")}>
            <p class="note" role="status">{ if is_missing { missing } else { words.loading } }</p>
            // It stays while it is tried again: it has the focus.
            if is_missing || matches!(status, Status::Coming { again: true }) { { button() } }
        </div>
    }
}

/// Between two things that a section holds: a line breaks before the dot.
pub(crate) const NEXT: &str = " ·\u{a0}";

/// Words that stay on one line.
pub(crate) fn whole(words: &str) -> String {
    words.replace(' ', "\u{a0}")
}

/// A section of the card, and the one line from which it opens.
pub(crate) struct SectionLine<'a> {
    pub section: Section,
    pub class: &'static str,
    pub part: &'static str,
    pub heading: &'a str,
    /// What the section holds, in brief.
    pub gist: &'a str,
}

/// A section. Its content is rendered once it was open.
pub(crate) fn section(ctx: &Ctx, line: &SectionLine, content: impl FnOnce() -> Html) -> Html {
    let is_rendered = ctx.state.is_section_rendered(line.section);
    around_section(ctx, line, if is_rendered { content() } else { Html::default() })
}

fn around_section(ctx: &Ctx, line: &SectionLine, content: Html) -> Html {
    let SectionLine { section, class, part, heading, gist } = *line;
    let state = ctx.state;
    html! {
        <details {class} {part} open={state.is_section_open(section)} ontoggle={ctx.toggle(section)}>
            <summary>{ ctx.heading(1, None, "", html! { heading.to_owned() }) }{ element::text("span", "gist", gist) }</summary>
            { content }
        </details>
    }
}
