//! The card's head: headline, publisher, dates, correction, and the tools.

use yew::prelude::*;

use super::{Ctx, icon, room, source_link, time, with_time};
use crate::settings::Marks;
use crate::state::{Action, Copy};
use crate::text::{fill, join};
use crate::view::element;

/// Who published what, and when.
pub fn header(ctx: &Ctx) -> Html {
    let (card, words) = (ctx.card(), ctx.words());
    let lang = card.in_language.clone();
    let class = if ctx.props.hide_headline { "hidden" } else { "headline" };
    let headline = html! { <span dir="auto" {lang}>{ &card.headline }</span> };
    let span = |inner| element::around("span", "", inner);
    // Where the headline is on the page above, so is who wrote it.
    let by = (!ctx.props.hide_headline && !card.author.is_empty())
        .then(|| element::text("span", "", &fill(words.by, &[&join(&card.author, words.between)])));
    let byline = [
        card.publisher.as_ref().map(|publisher| span(source_link(ctx, publisher))),
        by,
        card.date_published.as_ref().map(|date| span(time(ctx, date))),
        card.date_modified.as_ref().map(|date| span(with_time(ctx, words.updated, date))),
    ];
    html! {
        <header class="head" part="header">
            { ctx.heading(0, Some(ctx.id("title")), class, headline) }
            { element::text("p", "kicker", words.summary) }
            { element::list("p", "byline", byline.map(Option::unwrap_or_default).into()) }
            { tools(ctx) }
            if let Some(correction) = &card.correction {
                <p class="correction">{ element::text("strong", "", words.correction) }{ " " }<span dir="auto">{ correction }</span></p>
            }
        </header>
    }
}

fn tools(ctx: &Ctx) -> Html {
    let (state, words) = (ctx.state, ctx.words());
    let has_marks = state.marks != Marks::Off && state.has_passages();
    if ctx.is_static() {
        let count = 1 + usize::from(has_marks) + usize::from(ctx.can_filter());
        return html! { <div class="tools live">{ for (0..count).map(|_| room("tool", "")) }</div> };
    }
    let is_all = state.marks == Marks::All;
    let other = if is_all { Marks::Open } else { Marks::All };
    // Whether what it switches is on, and whether what it opens is open, where it does so.
    let tool = |key: &'static str,
                name: &'static str,
                (pressed, expanded): (Option<bool>, Option<bool>),
                action,
                icon| {
        let word = |truth: bool| if truth { "true" } else { "false" };
        html! {
            <button {key} type="button" class="tool" title={name} aria-label={name} aria-pressed={pressed.map(word)}
                aria-expanded={expanded.map(word)} onclick={ctx.ask(action)}>{ icon }</button>
        }
    };
    html! {
        <div class="tools live">
            if has_marks {
                { tool("marks", words.mark_all, (Some(is_all), None), Action::Marks(other), icon::marks()) }
            }
            if ctx.can_filter() {
                { tool("filter", words.search_and_filter, (None, Some(state.is_filter_open)), Action::ToggleFilter, icon::search()) }
            }
            { tool("copy", words.copy_link, (None, None), Action::Copy(Copy::Link(None)), icon::link()) }
            if ctx.can_share {
                { tool("share", words.share, (None, None), Action::Share(None), icon::share()) }
            }
        </div>
    }
}
