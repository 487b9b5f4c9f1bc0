//! The summary's points, each with links to the claims that it rests on.

use yew::prelude::*;

use super::Ctx;
use crate::card::DeepLink;
use crate::state::Action;
use crate::text::fill;
use crate::view::element;

/// The points. A claim that the card does not have is passed over.
pub fn points(ctx: &Ctx) -> Html {
    let card = ctx.card();
    let lang = card.in_language.clone();
    let links = |ids: &[String]| -> Html {
        let numbers = ids.iter().filter_map(|id| card.claim_number(id));
        numbers.map(|number| claim_link(ctx, number - 1)).collect()
    };
    html! {
        <ul class="points" part="summary" role="list" {lang}>
            { for card.summary.iter().map(|point| html! { <li dir="auto">{ &point.text }{ "\u{a0}" }{ links(&point.claims) }</li> }) }
        </ul>
    }
}

/// A small numbered link that opens the claim at an index; a number alone where no script runs.
pub fn claim_link(ctx: &Ctx, claim: usize) -> Html {
    let id = &ctx.card().claims[claim].id;
    let number = (claim + 1).to_string();
    let name = fill(ctx.words().claim, &[&number]);
    if ctx.is_static() {
        // A link finds nothing in a shadow root without a script.
        return html! { <span class="ref"><span aria-hidden="true">{ number }</span>{ element::text("span", "hidden", &name) }</span> };
    }
    let link = DeepLink { item: Some(id.clone()), ..DeepLink::default() };
    let action = Action::ShowClaim(id.clone());
    let dispatch = ctx.dispatch.clone();
    // The link can be copied, and opened elsewhere; here a click opens the claim, as often as it is made.
    let onclick = Callback::from(move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            dispatch.emit(action.clone());
        }
    });
    html! { <a class="ref" href={link.format(ctx.card())} aria-label={name} {onclick}>{ number }</a> }
}
