//! Who stands where: a table of actors by claims, and the same as a list by actor where the card is
//! narrow. The style sheet shows one of the two; without a script it is the list, which needs none.

use yew::prelude::*;

use super::{Ctx, actors::by_actor, matrix::matrix};

/// The stances that pass the filter.
pub fn stances(ctx: &Ctx) -> Html {
    let words = ctx.words();
    html! {
        <section class="stances" part="stances">
            { ctx.heading(1, Some(ctx.id("stances")), "label", html! { words.stances }) }
            if ctx.state.stances().is_empty() {
                <p class="nothing">{ words.nothing_found }</p>
            } else {
                { matrix(ctx) }
                { by_actor(ctx) }
            }
        </section>
    }
}
