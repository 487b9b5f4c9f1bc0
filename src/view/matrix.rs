//! The stances as a table: actors by claims, each cell opening the reasons below its row.

use yew::prelude::*;

use super::{Ctx, icon, position};
use crate::card::{Actor, Anonymity, Claim};
use crate::state::Action;
use crate::text::fill;

/// The table; claims that nobody takes a position on, and actors without any, have no place in it.
pub fn matrix(ctx: &Ctx) -> Html {
    let (card, words) = (ctx.card(), ctx.words());
    let shown = || ctx.state.stances().iter().map(|index| &card.stances[*index]);
    let columns: Vec<_> = card
        .claims
        .iter()
        .enumerate()
        .filter(|(_, claim)| shown().any(|stance| stance.target == claim.id))
        .map(|(at, claim)| (at + 1, claim))
        .collect();
    let actors: Vec<_> =
        card.actors.iter().filter(|actor| shown().any(|stance| stance.actor == actor.id)).collect();
    html! {
        <div class="matrix" role="group" aria-labelledby={ctx.id("stances")} tabindex="0">
            <table part="matrix">
                <caption><span>{ words.stances_caption }</span></caption>
                <thead><tr>
                    <th scope="col">{ words.actor }</th>
                    { for columns.iter().map(|(number, claim)| {
                        let label = fill(words.claim_number, &[&number.to_string(), &claim.text]);
                        html! {
                            <th scope="col" key={&*claim.id}>
                                <button type="button" class="quiet" aria-label={label.clone()} title={label} onclick={ctx.ask(Action::ShowClaim(claim.id.clone()))}>{ *number }</button>
                            </th>
                        }
                    }) }
                </tr></thead>
                <tbody>
                    { for actors.iter().map(|actor| row(ctx, actor, &columns)) }
                </tbody>
            </table>
        </div>
    }
}

fn row(ctx: &Ctx, actor: &Actor, columns: &[(usize, &Claim)]) -> Html {
    let (card, words) = (ctx.card(), ctx.words());
    let open = ctx.state.cell.filter(|index| card.stances.get(*index).is_some_and(|s| s.actor == actor.id));
    let detail = ctx.id("cell");
    let cells = columns.iter().map(|(number, claim)| {
        let found = card.stances.iter().position(|s| s.actor == actor.id && s.target == claim.id);
        let Some(index) = found else {
            return html! { <td key={&*claim.id}><span aria-hidden="true" class="blank">{ "–" }</span><span class="hidden">{ words.not_mentioned }</span></td> };
        };
        let stance = &card.stances[index];
        let expanded = open == Some(index);
        let name = fill(words.cell, &[&actor.name, &number.to_string(), words.label(stance.label)]);
        html! {
            <td key={&*claim.id}>
                <button type="button" class={classes!("cell", position::class(stance.label))} aria-label={name}
                    aria-expanded={expanded.to_string()} aria-controls={expanded.then(|| detail.clone())}
                    onclick={ctx.ask(Action::Cell((!expanded).then_some(index)))}>
                    { icon::label(stance.label) }<span>{ words.label_short(stance.label) }</span>
                </button>
            </td>
        }
    });
    html! {
        <>
            <tr key={&*actor.id}>
                <th scope="row"><bdi>{ &actor.name }</bdi>{ mark(ctx, actor) }</th>
                { for cells }
            </tr>
            if let Some(index) = open {
                <tr key={[&actor.id, "+"].concat()} class="opened" id={detail.clone()}>
                    <td colspan={(columns.len() + 1).to_string()}>
                        <div class="sticky"><p class="claim-text" dir="auto">{ position::label(ctx, card.stances[index].label) }{ " " }
                            { card.claim(&card.stances[index].target).map(|claim| claim.text.clone()) }</p>
                        { position::behind(ctx, index) }</div>
                    </td>
                </tr>
            }
        </>
    }
}

/// "Unnamed" or "Group" beside an actor's name, with what that means.
pub fn mark(ctx: &Ctx, actor: &Actor) -> Html {
    let words = ctx.words();
    let note = match actor.anonymity {
        Anonymity::Named => {
            return html! { <span class="who-else">{ actor.description.clone().unwrap_or_default() }</span> };
        }
        Anonymity::Unnamed => words.unnamed_note,
        Anonymity::Collective => words.collective_note,
    };
    html! { <span class="who-else"><span class="mark" title={note}>{ words.anonymity(actor.anonymity) }</span><span class="hidden">{ [". ", note].concat() }</span></span> }
}
