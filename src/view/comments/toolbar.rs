//! In which order comments are listed, and about which claim.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::button::{Button, button};
use super::events::on_event;
use super::layout::Ctx;
use crate::comments::Sort;
use crate::comments::section::Action;
use crate::text::fill;
use crate::view::element;

/// The orders as they are offered.
const SORTS: [Sort; 3] = [Sort::Newest, Sort::Oldest, Sort::MostLiked];

/// The place of an order among those offered.
pub fn index(sort: Sort) -> usize {
    SORTS.iter().position(|each| *each == sort).unwrap_or_default()
}

/// The choice of the order, and the way back from the comments about one claim to all.
pub fn toolbar(ctx: &Ctx) -> Html {
    let (state, words) = (ctx.section, ctx.words);
    let onchange = on_event(ctx.dispatch, |event: Event| {
        let index = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
        let sort = usize::try_from(index).ok().and_then(|index| SORTS.get(index)).copied();
        Action::SortBy(sort.unwrap_or_default())
    });
    let about = state.about.as_deref().and_then(|claim| ctx.card.claim_number(claim));
    html! {
        <p key="bar" class="bar live">
            <label key="sort">
                { element::text("span", "hidden", words.sort) }
                <select id={ctx.id("sort")} {onchange}>
                    { for SORTS.iter().zip(words.sorts).map(|(sort, name)| html! { <option selected={*sort == state.sort}>{ name }</option> }) }
                </select>
            </label>
            if let Some(claim) = about {
                <span key="about" class="only">
                    { fill(words.only_about, &[&claim.to_string()]) }{ " " }
                    { button(words.show_all.into(), on_event(ctx.dispatch, |_| Action::ShowAll), Button { id: Some(ctx.id("all")), ..Button::default() }) }
                </span>
            }
        </p>
    }
}
