//! One claim: closed, its text with who says it and its status; open, the quote first, then who stands where, then
//! what kind of statement it is.

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::{Ctx, icon, link, positions, quote::quotes, room, source_link, time, with_time};
use crate::card::{Anonymity, Claim, EvidencePath, Vocabulary, WebUrl};
use crate::state::{Action, Copy};
use crate::text::fill;
use crate::view::element;

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
        return element::text("span", "", words.article_voice);
    }
    let author = |id: &String| {
        let mark = ctx.card().actor(id).map_or("", |actor| words.anonymity(actor.anonymity));
        html! {
            <span>{ element::text("bdi", "", ctx.card().actor_name(id)) }if !mark.is_empty() { { element::text("span", "mark", mark) } }</span>
        }
    };
    claim.author.iter().map(author).collect()
}

fn body(ctx: &Ctx, index: usize, claim: &Claim) -> Html {
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
            { element::text("span", "label", ctx.words().sources) }
            { for claim.appearance.iter().map(|source| html! { <span>{ source_link(ctx, source) }</span> }) }
        </p>
    }
}

fn review(ctx: &Ctx, claim: &Claim) -> Html {
    let Some(review) = &claim.review else { return html! {} };
    html! {
        <p class="review">
            { element::text("span", "label", &fill(ctx.words().review_by, &[&review.author.name])) }
            { link(ctx, &review.review_rating.alternate_name, WebUrl::parse(&review.url)) }
            if let Some(date) = &review.date_published { { element::around("span", "", time(ctx, date)) } }
        </p>
    }
}

fn actions(ctx: &Ctx, index: usize, claim: &Claim) -> Html {
    let words = ctx.words();
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
                room("link", words.copy_link)
            } else {
                named(words.copy_claim_link, words.copy_link, Action::Copy(Copy::Link(Some(index))))
            },
            if ctx.can_share {
                named(words.share_claim, words.share, Action::Share(Some(index)))
            } else {
                Html::default()
            },
            ctx.link(words.cite, Action::Copy(Copy::Claim(index))),
        ],
    )
}
