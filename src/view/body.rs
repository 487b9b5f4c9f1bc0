//! What is in an open claim: the quote first, then who stands where, then what kind of statement it is.

use yew::prelude::*;

use super::{Ctx, element, link, positions, quote::quotes, room, source_link, time, with_time};
use crate::card::{Anonymity, Claim, EvidencePath, WebUrl};
use crate::state::{Action, Copy};
use crate::text::fill;

/// What is in the claim at an index.
pub fn body(ctx: &Ctx, index: usize) -> Html {
    let claim = &ctx.card().claims[index];
    html! {
        <div class="body" part="claim-body">
            { element::around("div", "", quotes(ctx, EvidencePath::Claim(index))) }
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
    let words = ctx.inside_words();
    let mut text = String::new();
    if claim.claim_type.is_some() || claim.attribution.is_some() {
        text.push_str(words.claim_type(claim.claim_type));
        text.push_str(words.attribution(claim.attribution));
        text.push(' ');
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
            { element::text("span", "label", ctx.inside_words().sources) }
            { for claim.appearance.iter().map(|source| html! { <span>{ source_link(ctx, source) }</span> }) }
        </p>
    }
}

fn review(ctx: &Ctx, claim: &Claim) -> Html {
    let Some(review) = &claim.review else { return html! {} };
    html! {
        <p class="review">
            { element::text("span", "label", &fill(ctx.inside_words().review_by, &[&review.author.name])) }
            { link(ctx, &review.review_rating.alternate_name, WebUrl::parse(&review.url)) }
            if let Some(date) = &review.date_published { { element::around("span", "", time(ctx, date)) } }
        </p>
    }
}

fn actions(ctx: &Ctx, index: usize, claim: &Claim) -> Html {
    let words = ctx.inside_words();
    let number = (index + 1).to_string();
    let count = if ctx.has_comments() { ctx.state.comments_on(&claim.id) } else { 0 };
    let link = |is_there: bool, name: &str, action| {
        if is_there { ctx.link(name, action) } else { Html::default() }
    };
    let named = |label, name: &'static str, action| {
        element::button("link", Some(fill(label, &[&number])), name.into(), ctx.ask(action))
    };
    let comments = words.comments_on.count(ctx.locale, count);
    element::list(
        "p",
        "actions live",
        vec![
            link(ctx.has_comments(), words.comment_on, Action::About(index, true)),
            link(count > 0, &comments, Action::About(index, false)),
            if ctx.is_static() {
                room("link", ctx.words().copy_link)
            } else {
                named(words.copy_claim_link, ctx.words().copy_link, Action::Copy(Copy::Link(Some(index))))
            },
            if ctx.can_share && !ctx.is_static() {
                named(words.share_claim, ctx.words().share, Action::Share(Some(index)))
            } else {
                Html::default()
            },
            ctx.link(words.cite, Action::Copy(Copy::Claim(index))),
        ],
    )
}
