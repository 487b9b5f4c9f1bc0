//! Quotes, each with its state in the article and the way to it.

use yew::prelude::*;

use super::{Ctx, icon};
use crate::card::{Evidence, EvidencePath, Quote, QuoteId, WebUrl};
use crate::effects::CAN_SEARCH;
use crate::quote::{Diff, text_fragment};
use crate::state::{Action, QuoteState};
use crate::view::element;

/// The quotes of a claim, a stance or a reason. A claim without one says so.
pub fn quotes(ctx: &Ctx, path: EvidencePath) -> Html {
    let list = ctx.card().evidence(path);
    let all: Vec<_> =
        list.into_iter().flat_map(Evidence::iter).map(|(id, each)| quote(ctx, id, each)).collect();
    if all.is_empty() && matches!(path, EvidencePath::Claim(_)) {
        return element::text("p", "nothing", ctx.inside_words().no_evidence);
    }
    all.into_iter().collect()
}

fn quote(ctx: &Ctx, id: QuoteId, quote: &Quote) -> Html {
    let words = ctx.inside_words();
    let state = ctx.state.anchor(id);
    let (said, class) = match state {
        QuoteState::Found => (words.in_article, "found"),
        QuoteState::Near(_) => (words.nearly, "near"),
        QuoteState::Orphan => (words.orphan, "orphan"),
        QuoteState::Elsewhere => (words.elsewhere, "elsewhere"),
        QuoteState::Unknown => (words.looking, "unknown"),
        QuoteState::Unread => (words.unread, "unknown"),
    };
    // No second pair of quotation marks around a quote that has its own.
    let marked = quote.exact.contains(['“', '”', '„', '«', '「', '『', '"']).then_some("marked");
    html! {
        <figure class={classes!("quote", class, marked)} part="quote">
            <blockquote dir="auto" lang={ctx.card().in_language.clone()}>{ element::text("p", "", &quote.exact) }</blockquote>
            <figcaption>
                { element::list("span", "state", vec![icon::quote(state), said.into()]) }
                { way(ctx, id, quote, state) }
                if let QuoteState::Near(diff) = state {
                    <p class="difference" dir="auto">{ element::text("span", "note", words.nearly_note) }{ " " }{ difference(diff) }</p>
                }
            </figcaption>
        </figure>
    }
}

/// The button that shows the passage, or the link to it: on this page where the card has not read the article itself,
/// or on another.
fn way(ctx: &Ctx, id: QuoteId, quote: &Quote, state: &QuoteState) -> Html {
    let words = ctx.inside_words();
    match state {
        QuoteState::Unread => html! {
            <button type="button" class="link live" onclick={ctx.ask(Action::ReadArticle(true))}>{ ctx.words().try_again }</button>
        },
        QuoteState::Unknown | QuoteState::Found | QuoteState::Near(_)
            if can_search(ctx) || state.has_passage() =>
        {
            let [show, in_the_article] = words.show;
            let text = html! { <>{ show }{ element::text("span", "hidden", in_the_article) }</> };
            // A button from the start where a script is at work: nothing takes its place later, and the focus stays.
            if !can_search(ctx)
                && let Some(fragment) = ctx.state.fragment(id)
            {
                return html! { <a class="link" href={["#", fragment].concat()}>{ text }</a> };
            }
            element::button("link live", None, text, ctx.ask(Action::ShowQuote(id)))
        }
        QuoteState::Elsewhere | QuoteState::Unknown | QuoteState::Found | QuoteState::Near(_) => {
            let Some(url) = ctx.card().url.as_deref().and_then(WebUrl::parse) else { return html! {} };
            let directive = text_fragment(&quote.exact, quote.prefix.as_deref(), quote.suffix.as_deref());
            super::link(ctx, words.show_elsewhere, Some(url.with_fragment(&directive)))
        }
        QuoteState::Orphan => html! {},
    }
}

/// What the quote says struck out, what the article says in its place underlined.
fn difference(diff: &[Diff]) -> Html {
    diff.iter()
        .map(|run| match run {
            Diff::Same(text) => html! { { text } },
            Diff::Removed(text) => html! { <del>{ text }</del> },
            Diff::Added(text) => html! { <ins>{ text }</ins> },
        })
        .collect()
}

/// Whether a quote can be looked for when the reader asks for it.
fn can_search(ctx: &Ctx) -> bool {
    CAN_SEARCH && !ctx.is_static()
}
