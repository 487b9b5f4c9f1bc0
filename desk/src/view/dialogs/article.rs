//! Another article takes the place of this one.

use yew::prelude::*;

use crate::view::Ctx;
use crate::view::intake::Intake;

/// The ways in, and what becomes of the card.
pub fn article(ctx: &Ctx) -> Html {
    html! {
        <>
            <p class="note">{ ctx.words.other_article_note }</p>
            <Intake words={ctx.words} dispatch={ctx.dispatch.clone()} />
        </>
    }
}
