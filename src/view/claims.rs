//! The list of claims and what steers it.

use yew::prelude::*;

use super::{Ctx, claim::claim};
use crate::state::Action;

/// Every claim that passes the filter, each in its place of the card.
pub fn claims(ctx: &Ctx) -> Html {
    let (state, words) = (ctx.state, ctx.words());
    let shown = state.claims();
    let all_open = shown.iter().all(|claim| state.is_open(*claim));
    let any_open = (0..ctx.card().claims.len()).any(|claim| state.is_open(claim));
    html! {
        <section class="claims" part="claims">
            <div class="bar">
                { ctx.heading(1, Some(ctx.id("claims")), "label", html! {
                    <>{ words.claims }{ " " }<span class="count">{ crate::text::number(ctx.locale, ctx.card().claims.len()) }</span></>
                }) }
                <span class="live pair">
                    <button type="button" class="quiet" disabled={all_open || shown.is_empty()} onclick={ctx.ask(Action::ToggleAll(true))}>{ words.expand_all }</button>
                    <button type="button" class="quiet" disabled={!any_open} onclick={ctx.ask(Action::ToggleAll(false))}>{ words.collapse_all }</button>
                </span>
            </div>
            <p class="note">{ words.claims_note }</p>
            if shown.is_empty() {
                <p class="nothing">{ words.nothing_found }</p>
            }
            <ol role="list">
                { for shown.iter().map(|index| claim(ctx, *index)) }
            </ol>
        </section>
    }
}
