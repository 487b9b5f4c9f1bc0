//! Finding one's way: one actor's claims and stances, one status, and a search in a long card.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::Ctx;
use crate::card::{Filter, Status, Vocabulary};
use crate::state::Action;
use crate::text::{fill, number};

/// With more claims than this, the card can be searched.
const SEARCH_ABOVE: usize = 8;

/// The choices, and what they leave.
pub fn filter(ctx: &Ctx) -> Html {
    let (card, words, state) = (ctx.card(), ctx.words(), &ctx.state);
    let chosen = &state.filter;
    let shown = card.claims.iter().filter(|claim| state.shows(claim)).count();
    let by_actor = choose(ctx, |filter, value| filter.actor = (!value.is_empty()).then_some(value));
    let by_status = choose(ctx, |filter, value| filter.status = Status::from_word(&value));
    let search = {
        let (dispatch, chosen) = (ctx.dispatch.clone(), chosen.clone());
        Callback::from(move |event: InputEvent| {
            let query = event.target_unchecked_into::<HtmlInputElement>().value();
            dispatch.emit(Action::Filter(Filter { query, ..chosen.clone() }));
        })
    };
    html! {
        <div class="filter live" role="group" aria-label={words.filter}>
            <label><span class="hidden">{ words.actor }</span>
                <select onchange={by_actor}>
                    <option value="" selected={chosen.actor.is_none()}>{ words.everyone }</option>
                    { for card.actors.iter().map(|actor| html! {
                        <option key={&*actor.id} value={actor.id.clone()} selected={chosen.actor.as_deref() == Some(&*actor.id)}>{ &actor.name }</option>
                    }) }
                </select>
            </label>
            <label><span class="hidden">{ words.status }</span>
                <select onchange={by_status}>
                    <option value="" selected={chosen.status.is_none()}>{ words.any_status }</option>
                    { for Status::WORDS.iter().map(|(word, status)| html! {
                        <option value={*word} selected={chosen.status == Some(*status)}>{ words.status(Some(*status)) }</option>
                    }) }
                </select>
            </label>
            if card.claims.len() > SEARCH_ABOVE {
                <label class="search"><span class="hidden">{ words.search }</span>
                    <input type="search" placeholder={words.search} value={chosen.query.clone()} oninput={search} autocomplete="off" />
                </label>
            }
            <p class="showing" role="status">
                if !chosen.is_empty() {
                    { fill(words.showing, &[&number(&ctx.locale, shown), &number(&ctx.locale, card.claims.len())]) }
                }
            </p>
            if !chosen.is_empty() {
                <button type="button" class="quiet" onclick={ctx.ask(Action::Filter(Filter::default()))}>{ words.show_all }</button>
            }
        </div>
    }
}

fn choose(ctx: &Ctx, set: fn(&mut Filter, String)) -> Callback<Event> {
    let (dispatch, chosen) = (ctx.dispatch.clone(), ctx.state.filter.clone());
    Callback::from(move |event: Event| {
        let mut filter = chosen.clone();
        set(&mut filter, event.target_unchecked_into::<HtmlSelectElement>().value());
        dispatch.emit(Action::Filter(filter));
    })
}
