//! The list of claims and what steers it.

use yew::prelude::*;

use super::{Ctx, claim::claim};
use crate::state::Action;

/// Every claim that passes the filter, each in its place of the card.
pub fn claims(ctx: &Ctx) -> Html {
    let (state, words) = (&ctx.state, ctx.words());
    let shown: Vec<_> =
        ctx.card().claims.iter().enumerate().filter(|(_, claim)| state.shows(claim)).collect();
    let all_open = shown.iter().all(|(_, claim)| state.open.contains(&claim.id));
    html! {
        <section class="claims" part="claims">
            <div class="bar">
                { ctx.heading(1, Some(ctx.id("claims")), "label", html! {
                    <>{ words.claims }{ " " }<span class="count">{ crate::text::number(&ctx.locale, ctx.card().claims.len()) }</span></>
                }) }
                <span class="live pair">
                    <button type="button" class="quiet" disabled={all_open || shown.is_empty()} onclick={ctx.ask(Action::ToggleAll(true))}>{ words.expand_all }</button>
                    <button type="button" class="quiet" disabled={state.open.is_empty()} onclick={ctx.ask(Action::ToggleAll(false))}>{ words.collapse_all }</button>
                </span>
            </div>
            <p class="note">{ words.claims_note }</p>
            if shown.is_empty() {
                <p class="nothing">{ words.nothing_found }</p>
            }
            <ol role="list">
                { for shown.iter().map(|(at, each)| claim(ctx, at + 1, each)) }
            </ol>
        </section>
    }
}
