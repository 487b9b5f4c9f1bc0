//! One claim: closed, its text with who says it and its status; open, the quote first, then who stands where, then
//! what kind of statement it is.

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::{Ctx, icon, link, positions, quote::quotes, room, source_link, time, with_time};
use crate::card::{Anonymity, Claim, EvidencePath, Vocabulary, WebUrl};
use crate::state::{Action, Copy};
use crate::text::fill;

/// The claim at an index of the card.
pub fn claim(ctx: &Ctx, index: usize) -> Html {
    let claim = &ctx.card().claims[index];
    // Fires for a click, for "Expand all" and for a deep link alike: the element's own `open` is what the reader sees.
    let ontoggle = ctx.dispatch.reform(move |event: Event| {
        Action::Toggle(index, event.target_unchecked_into::<HtmlDetailsElement>().open())
    });
    let number = (index + 1).to_string();
    html! {
        <li key={&*claim.id} class="claim" part="claim">
            <details open={ctx.state.is_open(index)} {ontoggle} data-claim={number.clone()}>
                <summary part="claim-summary">
                    <span class="number" aria-hidden="true">{ number }</span>
                    { statement(ctx, claim) }
                    <span class="meta">
                        { authors(ctx, claim) }
                        if let Some(status) = claim.status {
                            <span class={classes!("status", status.word())}>{ icon::status(status) }{ ctx.words().status(status) }</span>
                        }
                    </span>
                </summary>
                if ctx.state.is_rendered(index) { { body(ctx, index, claim) } }
            </details>
        </li>
    }
}

/// A claim's text.
pub fn statement(ctx: &Ctx, claim: &Claim) -> Html {
    html! { <span class="statement" dir="auto" lang={ctx.card().in_language.clone()}>{ &claim.text }</span> }
}

fn authors(ctx: &Ctx, claim: &Claim) -> Html {
    let words = ctx.words();
    if claim.author.is_empty() {
        return html! { <span>{ words.article_voice }</span> };
    }
    let author = |id: &String| {
        let mark = ctx.card().actor(id).map_or("", |actor| words.anonymity(actor.anonymity));
        html! {
            <span><bdi>{ ctx.card().actor_name(id) }</bdi>if !mark.is_empty() { <span class="mark">{ mark }</span> }</span>
        }
    };
    claim.author.iter().map(author).collect()
}

fn body(ctx: &Ctx, index: usize, claim: &Claim) -> Html {
    html! {
        <div class="body" part="claim-body">
            <div>{ quotes(ctx, EvidencePath::Claim(index)) }</div>
            { positions::lanes(ctx, index) }
            { explanation(ctx, claim) }
            { sources(ctx, claim) }
            { review(ctx, claim) }
            { actions(ctx, index, claim) }
        </div>
    }
}

/// What kind of statement it is, in whose words, and what its status means.
fn explanation(ctx: &Ctx, claim: &Claim) -> Html {
    let words = ctx.words();
    let mut text = String::new();
    if claim.claim_type.is_some() || claim.attribution.is_some() {
        text.push_str(words.claim_type(claim.claim_type));
        text.push_str(claim.attribution.map_or("", |attribution| words.attribution(attribution)));
        text.push_str(". ");
    }
    if let Some(status) = claim.status {
        text.push_str(words.status_note(status));
    }
    let is_by =
        |kind| claim.author.iter().any(|id| ctx.card().actor(id).is_some_and(|a| a.anonymity == kind));
    for (kind, note) in
        [(Anonymity::Unnamed, words.unnamed_note), (Anonymity::Collective, words.collective_note)]
    {
        if is_by(kind) {
            text.push(' ');
            text.push_str(note);
        }
    }
    if text.is_empty() && claim.date_published.is_none() {
        return html! {};
    }
    html! {
        <p class="note">
            { text }
            if let Some(date) = &claim.date_published { { " " }{ with_time(ctx, words.said_on, date) } }
        </p>
    }
}

fn sources(ctx: &Ctx, claim: &Claim) -> Html {
    if claim.appearance.is_empty() {
        return html! {};
    }
    html! {
        <p class="sources">
            <span class="label">{ ctx.words().sources }</span>
            { for claim.appearance.iter().map(|source| html! { <span>{ source_link(ctx, source) }</span> }) }
        </p>
    }
}

fn review(ctx: &Ctx, claim: &Claim) -> Html {
    let Some(review) = &claim.review else { return html! {} };
    html! {
        <p class="review">
            <span class="label">{ fill(ctx.words().review_by, &[&review.author.name]) }</span>
            { link(ctx, &review.review_rating.alternate_name, WebUrl::parse(&review.url)) }
            if let Some(date) = &review.date_published { <span>{ time(ctx, date) }</span> }
        </p>
    }
}

fn actions(ctx: &Ctx, index: usize, claim: &Claim) -> Html {
    let words = ctx.words();
    let number = (index + 1).to_string();
    let count = if ctx.has_comments() { ctx.state.comments_on(&claim.id) } else { 0 };
    html! {
        <p class="actions live">
            if ctx.has_comments() { { ctx.link(words.comment_on, Action::About(index, true)) } }
            if count > 0 { { ctx.link(&words.comments_on.count(ctx.locale, count), Action::About(index, false)) } }
            if ctx.is_static() {
                { room("link", words.copy_link) }
            } else {
                <button type="button" class="link" aria-label={fill(words.copy_claim_link, &[&number])} onclick={ctx.ask(Action::Copy(Copy::Link(Some(index))))}>{ words.copy_link }</button>
            }
            if ctx.can_share {
                <button type="button" class="link" aria-label={fill(words.share_claim, &[&number])} onclick={ctx.ask(Action::Share(Some(index)))}>{ words.share }</button>
            }
            { ctx.link(words.cite, Action::Copy(Copy::Claim(index))) }
        </p>
    }
}
