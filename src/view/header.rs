//! The card's head: headline, publisher, dates, correction; and the summary.

use yew::prelude::*;

use super::{Ctx, link, time};
use crate::state::{Action, Copy};
use crate::text::fill;

/// Who published what, and when.
pub fn header(ctx: &Ctx) -> Html {
    let (card, words) = (ctx.card(), ctx.words());
    let lang = card.in_language.clone();
    html! {
        <header class="head" part="header">
            <p class="kicker">{ words.card }</p>
            { ctx.heading(0, Some(ctx.id("title")), "headline", html! { <span dir="auto" {lang}>{ &card.headline }</span> }) }
            <p class="byline">
                if let Some(publisher) = &card.publisher {
                    <span class="publisher">{ link(ctx, &publisher.name, publisher.url.as_deref()) }</span>
                }
                if !card.author.is_empty() {
                    <span>{ fill(words.by, &[&card.author.join(", ")]) }</span>
                }
                if let Some(date) = &card.date_published {
                    <span>{ time(ctx, date) }</span>
                }
                if let Some(date) = &card.date_modified {
                    <span>{ updated(ctx, date) }</span>
                }
                <span class="pair live">
                    <button type="button" class="quiet" onclick={ctx.ask(Action::Copy(Copy::Link(None)))}>{ words.copy_link }</button>
                    if ctx.can_share {
                        <button type="button" class="quiet" onclick={ctx.ask(Action::Share(None))}>{ words.share }</button>
                    }
                </span>
            </p>
            if let Some(correction) = &card.correction {
                <p class="correction"><strong>{ words.correction }</strong>{ " " }<span dir="auto">{ correction }</span></p>
            }
        </header>
    }
}

/// "Updated" around the date's own element, wherever the language puts the date.
fn updated(ctx: &Ctx, date: &str) -> Html {
    let (before, after) = ctx.words().updated.split_once("{0}").unwrap_or_default();
    html! { <>{ before }{ time(ctx, date) }{ after }</> }
}

/// The summary's points.
pub fn summary(ctx: &Ctx) -> Html {
    let card = ctx.card();
    let lang = card.in_language.clone();
    html! {
        <section class="summary" part="summary">
            { ctx.heading(1, Some(ctx.id("summary")), "label", html! { ctx.words().summary }) }
            <ul {lang}>
                { for card.summary.iter().map(|point| html! { <li dir="auto">{ point }</li> }) }
            </ul>
        </section>
    }
}
