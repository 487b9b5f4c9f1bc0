//! The stances as a list by actor: for a narrow card, and for one without a script.

use yew::prelude::*;

use super::{Ctx, position};
use crate::card::{Actor, Anonymity, Card};
use crate::text::fill;

/// Each actor with their positions, which open to the reasons.
pub fn by_actor(ctx: &Ctx) -> Html {
    let card = ctx.card();
    html! {
        <ul class="by-actor" role="list">
            { for card.actors.iter().filter_map(|each| actor(ctx, each)) }
        </ul>
    }
}

fn actor(ctx: &Ctx, actor: &Actor) -> Option<Html> {
    let (card, words) = (ctx.card(), ctx.words());
    let shown = ctx.state.stances().iter().map(|index| (*index, &card.stances[*index]));
    let own: Vec<_> = shown.filter(|(_, stance)| stance.actor == actor.id).collect();
    if own.is_empty() {
        return None;
    }
    let note = match actor.anonymity {
        Anonymity::Named => actor.description.as_deref().unwrap_or_default(),
        Anonymity::Unnamed => words.unnamed_note,
        Anonymity::Collective => words.collective_note,
    };
    let counts = Card::tally(own.iter().map(|(_, stance)| *stance));
    Some(html! {
        <li key={&*actor.id}>
            <p class="actor">
                <strong><bdi>{ &actor.name }</bdi></strong>{ " " }
                <span class="mark">{ words.anonymity(actor.anonymity) }</span>{ " " }
                <span class="tally">{ position::tally(ctx, counts) }</span>
            </p>
            if !note.is_empty() { <p class="note" dir="auto">{ note.to_owned() }</p> }
            <ul role="list">
                { for own.iter().map(|(index, stance)| {
                    let number = card.claim_number(&stance.target).unwrap_or_default();
                    let claim = card.claim(&stance.target).map_or("", |claim| &claim.text);
                    html! {
                        <li key={*index}>
                            <details>
                                <summary>{ position::label(ctx, stance.label) }<span dir="auto">{ fill(words.claim_number, &[&number.to_string(), claim]) }</span></summary>
                                { position::behind(ctx, *index) }
                            </details>
                        </li>
                    }
                }) }
            </ul>
        </li>
    })
}
