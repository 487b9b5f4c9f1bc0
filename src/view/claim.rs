//! One claim: closed, its text with who says it and its status; open, its evidence.

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::{Ctx, icon, link, position::tally, quote::quotes, time};
use crate::card::{Anonymity, Card, Claim, EvidencePath, status_name};
use crate::state::{Action, Copy};
use crate::text::fill;

/// The claim at an index of the card.
pub fn claim(ctx: &Ctx, index: usize) -> Html {
    let words = ctx.words();
    let claim = &ctx.card().claims[index];
    let open = ctx.state.is_open(index);
    // Fires for a click, for "Expand all" and for a deep link alike: the element's own `open` is what the reader sees.
    let ontoggle = ctx.dispatch.reform(move |event: Event| {
        Action::Toggle(index, event.target_unchecked_into::<HtmlDetailsElement>().open())
    });
    let number = (index + 1).to_string();
    html! {
        <li key={&*claim.id} class="claim" part="claim">
            <details {open} {ontoggle} data-claim={number.clone()}>
                <summary part="claim-summary">
                    <span class="number" aria-hidden="true">{ &number }</span>
                    <span class="statement" dir="auto" lang={ctx.card().in_language.clone()}>{ &claim.text }</span>
                    <span class="meta">
                        { authors(ctx, claim) }
                        <span class={classes!("status", claim.status.map(status_name))}>
                            { icon::status(claim.status) }{ words.status(claim.status) }
                        </span>
                    </span>
                </summary>
                if ctx.render_closed || ctx.state.was_open(index) {
                    <div class="body" part="claim-body">
                        { facts(ctx, index, claim) }
                        <section class="evidence">
                            { ctx.heading(2, None, "label", html! { words.evidence }) }
                            { quotes(ctx, EvidencePath::Claim(index)) }
                        </section>
                        { sources(ctx, claim) }
                        { review(ctx, claim) }
                        { actions(ctx, index, &number, claim) }
                    </div>
                }
            </details>
        </li>
    }
}

fn authors(ctx: &Ctx, claim: &Claim) -> Html {
    let words = ctx.words();
    if claim.author.is_empty() {
        return html! { <span class="who">{ words.article_voice }</span> };
    }
    claim
        .author
        .iter()
        .map(|id| {
            let card = ctx.card();
            let mark = card.actor(id).map_or("", |actor| words.anonymity(actor.anonymity));
            html! {
                <span class="who" key={&**id}>
                    <bdi>{ card.actor_name(id) }</bdi>
                    if !mark.is_empty() { { " " }<span class="mark">{ mark }</span> }
                </span>
            }
        })
        .collect()
}

fn facts(ctx: &Ctx, index: usize, claim: &Claim) -> Html {
    let words = ctx.words();
    let stances = ctx.state.relations().stances_on(index);
    let tallied = Card::tally(stances.iter().map(|stance| &ctx.card().stances[*stance]));
    let notes = [(Anonymity::Unnamed, words.unnamed_note), (Anonymity::Collective, words.collective_note)];
    let has = |kind| claim.author.iter().any(|id| ctx.card().actor(id).is_some_and(|a| a.anonymity == kind));
    html! {
        <dl class="facts">
            if let Some(status) = claim.status {
                <div><dt>{ words.status }</dt><dd>{ words.status(Some(status)) }{ ": " }{ words.status_note(status) }</dd></div>
            }
            if let Some(kind) = claim.claim_type {
                <div><dt>{ words.kind }</dt><dd>{ words.claim_type(kind) }</dd></div>
            }
            if let Some(attribution) = claim.attribution {
                <div><dt>{ words.wording }</dt><dd>{ words.attribution(attribution) }</dd></div>
            }
            if let Some(date) = &claim.date_published {
                <div><dt>{ words.said_on }</dt><dd>{ time(ctx, date) }</dd></div>
            }
            if tallied != [0; 4] {
                <div><dt>{ words.stances_here }</dt><dd>{ tally(ctx, tallied) }</dd></div>
            }
            { for notes.iter().filter(|(kind, _)| has(*kind)).map(|(kind, note)| html! {
                <div><dt>{ words.anonymity(*kind) }</dt><dd>{ *note }</dd></div>
            }) }
        </dl>
    }
}

fn sources(ctx: &Ctx, claim: &Claim) -> Html {
    if claim.appearance.is_empty() {
        return html! {};
    }
    html! {
        <p class="sources">
            <span class="label">{ ctx.words().sources }</span>
            { for claim.appearance.iter().map(|source| html! { <span>{ link(ctx, &source.name, source.url.as_deref()) }</span> }) }
        </p>
    }
}

fn review(ctx: &Ctx, claim: &Claim) -> Html {
    let Some(review) = &claim.review else { return html! {} };
    html! {
        <p class="review">
            <span class="label">{ fill(ctx.words().review_by, &[&review.author.name]) }</span>
            { link(ctx, &review.review_rating.alternate_name, Some(&review.url)) }
            if let Some(date) = &review.date_published { <span>{ time(ctx, date) }</span> }
        </p>
    }
}

fn actions(ctx: &Ctx, index: usize, number: &str, claim: &Claim) -> Html {
    let words = ctx.words();
    let count = ctx.state.comments_on(&claim.id);
    html! {
        <p class="actions live">
            if ctx.comments {
                <button type="button" class="quiet" onclick={ctx.ask(Action::About(index, true))}>{ words.comment_on }</button>
            }
            if ctx.comments && count > 0 {
                <button type="button" class="quiet" onclick={ctx.ask(Action::About(index, false))}>{ words.comments_on.count(ctx.locale, count) }</button>
            }
            <button type="button" class="quiet" aria-label={fill(words.copy_claim_link, &[number])} onclick={ctx.ask(Action::Copy(Copy::Link(Some(index))))}>{ words.copy_link }</button>
            if ctx.can_share {
                <button type="button" class="quiet" aria-label={fill(words.share_claim, &[number])} onclick={ctx.ask(Action::Share(Some(index)))}>{ words.share }</button>
            }
            <button type="button" class="quiet" onclick={ctx.ask(Action::Copy(Copy::Claim(index)))}>{ words.cite }</button>
        </p>
    }
}
