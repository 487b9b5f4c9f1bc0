//! Finding one's way: one actor's claims and stances, one status, and a search in a long card.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::Ctx;
use crate::card::{Status, Vocabulary};
use crate::state::Action;
use crate::text::{fill, number};
use crate::view::element;

/// The choices, and what they leave.
pub fn filter(ctx: &Ctx) -> Html {
    let (card, words, state) = (ctx.card(), ctx.inside_words(), &ctx.state);
    let chosen = state.filter();
    let by_actor = choose(ctx, |value| Action::FilterActor((!value.is_empty()).then_some(value)));
    let by_status = choose(ctx, |value| Action::FilterStatus(Status::from_word(&value)));
    let search = ctx.dispatch.reform(|event: InputEvent| {
        Action::Search(event.target_unchecked_into::<HtmlInputElement>().value())
    });
    html! {
        <div class="filter live" role="group" aria-label={words.filter}>
            <label>{ element::text("span", "hidden", words.actor) }
                // The property as well: once somebody chose, a browser may listen to `selected` no more.
                <select ~value={chosen.actor.clone().unwrap_or_default()} onchange={by_actor}>
                    <option value="" selected={chosen.actor.is_none()}>{ words.everyone }</option>
                    { for card.actors.iter().map(|actor| html! {
                        <option key={&*actor.id} value={actor.id.clone()} selected={chosen.actor.as_deref() == Some(&*actor.id)}>{ &actor.name }</option>
                    }) }
                </select>
            </label>
            <label>{ element::text("span", "hidden", words.status) }
                <select ~value={chosen.status.map_or("", Status::word)} onchange={by_status}>
                    <option value="" selected={chosen.status.is_none()}>{ words.any_status }</option>
                    { for Status::WORDS.iter().map(|(word, status)| html! {
                        <option value={*word} selected={chosen.status == Some(*status)}>{ ctx.words().status(*status) }</option>
                    }) }
                </select>
            </label>
            <label class="search">{ element::text("span", "hidden", words.search) }
                <input type="search" placeholder={words.search} value={chosen.query.clone()} oninput={search} autocomplete="off" />
            </label>
            <p class="showing" role="status">
                if !chosen.is_empty() {
                    { fill(words.showing, &[&number(ctx.locale, state.shown_claims()), &number(ctx.locale, card.claims.len())]) }
                }
            </p>
            if !chosen.is_empty() {
                { ctx.link(words.show_all, Action::ShowAll) }
            }
        </div>
    }
}

fn choose(ctx: &Ctx, action: fn(String) -> Action) -> Callback<Event> {
    ctx.dispatch
        .reform(move |event: Event| action(event.target_unchecked_into::<HtmlSelectElement>().value()))
}
