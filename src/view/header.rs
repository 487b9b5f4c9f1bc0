//! The card's head: headline, publisher, dates, correction, and the tools.

use yew::prelude::*;

use super::{Ctx, icon, room, source_link, time, with_time};
use crate::settings::Marks;
use crate::state::{Action, Copy};
use crate::text::fill;

/// Who published what, and when.
pub fn header(ctx: &Ctx) -> Html {
    let (card, words) = (ctx.card(), ctx.words());
    let lang = card.in_language.clone();
    let class = if ctx.props.hide_headline { "hidden" } else { "headline" };
    let headline = html! { <span dir="auto" {lang}>{ &card.headline }</span> };
    html! {
        <header class="head" part="header">
            { ctx.heading(0, Some(ctx.id("title")), class, headline) }
            <p class="kicker">{ words.summary }</p>
            <p class="byline">
                if let Some(publisher) = &card.publisher {
                    <span>{ source_link(ctx, publisher) }</span>
                }
                // Where the headline is on the page above, so is who wrote it.
                if !ctx.props.hide_headline && !card.author.is_empty() {
                    <span>{ fill(words.by, &[&card.author.join(", ")]) }</span>
                }
                if let Some(date) = &card.date_published {
                    <span>{ time(ctx, date) }</span>
                }
                if let Some(date) = &card.date_modified {
                    <span>{ with_time(ctx, words.updated, date) }</span>
                }
            </p>
            { tools(ctx) }
            if let Some(correction) = &card.correction {
                <p class="correction"><strong>{ words.correction }</strong>{ " " }<span dir="auto">{ correction }</span></p>
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
    html! {
        <div class="tools live">
            if has_marks {
                <button key="marks" type="button" class="tool" title={words.mark_all} aria-label={words.mark_all} aria-pressed={is_all.to_string()} onclick={ctx.ask(Action::Marks(other))}>{ icon::marks() }</button>
            }
            if ctx.can_filter() {
                <button key="filter" type="button" class="tool" title={words.search_and_filter} aria-label={words.search_and_filter} aria-expanded={state.is_filter_open.to_string()} onclick={ctx.ask(Action::ToggleFilter)}>{ icon::search() }</button>
            }
            { tool("copy", words.copy_link, ctx.ask(Action::Copy(Copy::Link(None))), icon::link()) }
            if ctx.can_share {
                { tool("share", words.share, ctx.ask(Action::Share(None)), icon::share()) }
            }
        </div>
    }
}

fn tool(key: &'static str, name: &'static str, onclick: Callback<MouseEvent>, icon: Html) -> Html {
    html! { <button {key} type="button" class="tool" title={name} aria-label={name} {onclick}>{ icon }</button> }
}
