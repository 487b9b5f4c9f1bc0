//! The bar at the foot of the window that tells which claim a passage of the article belongs to, with the
//! way back to the card; and the line that says that something was copied.

use yew::prelude::*;

use super::{Ctx, element};
use crate::state::Action;
use crate::text::fill;

/// Both.
pub fn float(ctx: &Ctx) -> Html {
    html! { <>{ passage(ctx) }{ status_message(ctx) }</> }
}

/// The bar, while there is a passage to tell about.
fn passage(ctx: &Ctx) -> Html {
    let (state, words) = (&ctx.state, ctx.inside_words());
    let Some(passage) = &state.passage else { return html! {} };
    let Some(claim) = ctx.card().claims.get(passage.claim) else { return html! {} };
    let number = (passage.claim + 1).to_string();
    let button = |name: &'static str, action| element::button("", None, name.into(), ctx.ask(action));
    let text = fill(words.claim_with_text, &[&number, &claim.text]);
    html! {
        <div class="passage" role="group" aria-label={fill(words.passage, &[&number])}>
            <p dir="auto">{ text }</p>
            if passage.pinned {
                { element::list("span", "pair", vec![
                    match passage.shown {
                        Some(_) => button(words.back, Action::Back),
                        None => button(words.open_claim, Action::ShowClaim(claim.id.clone())),
                    },
                    button(words.close, Action::ClosePassage),
                ]) }
            }
        </div>
    }
}

/// The line, with a way to put it away.
fn status_message(ctx: &Ctx) -> Html {
    let message = &ctx.state.status_message;
    html! {
        <div class={classes!("toast", message.is_empty().then_some("hidden"))}>
            <p role="status">{ message }</p>
            if !message.is_empty() {
                { element::button("", None, ctx.inside_words().close.into(), ctx.ask(Action::StatusMessage(String::new()))) }
            }
        </div>
    }
}
