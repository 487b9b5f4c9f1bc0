//! A position as text and icon, counts of them, and what stands behind one: reasons, factions, quotes.

use yew::prelude::*;

use super::{Ctx, icon, quote::quotes};
use crate::card::{EvidencePath, Label, Quote, Reason};
use crate::state::{Action, Copy};

/// The name of a label's class and of its custom property.
pub fn class(label: Label) -> &'static str {
    ["favor", "against", "mixed", "none"][label as usize]
}

/// "For", "Against", …: word and icon.
pub fn label(ctx: &Ctx, label: Label) -> Html {
    html! { <span class={classes!("position", class(label))}>{ icon::label(label) }{ ctx.words().label(label) }</span> }
}

/// "3 for, 2 against, 1 divided": what is zero is left out.
pub fn tally(ctx: &Ctx, counts: [usize; 4]) -> String {
    let words = ctx.words();
    let plurals = [&words.for_count, &words.against_count, &words.mixed_count, &words.none_count];
    let said: Vec<_> =
        plurals.iter().zip(counts).filter(|(_, n)| *n > 0).map(|(p, n)| p.count(ctx.locale, n)).collect();
    said.join(", ")
}

/// The reasons, factions and quotes of the stance at `index` of the card.
pub fn behind(ctx: &Ctx, index: usize) -> Html {
    let words = ctx.words();
    let stance = &ctx.card().stances[index];
    let cite = ctx.ask(Action::Copy(Copy::Stance(index)));
    html! {
        <div class="behind">
            { reasons(ctx, (index, None), &stance.reasons, &stance.evidence) }
            if !stance.parts.is_empty() {
                <p class="label">{ words.factions }</p>
                <ul class="parts">
                    { for stance.parts.iter().enumerate().map(|(at, part)| html! {
                        <li>
                            <p><strong dir="auto">{ &part.name }</strong>{ " " }{ label(ctx, part.label) }</p>
                            { reasons(ctx, (index, Some(at)), &part.reasons, &part.evidence) }
                        </li>
                    }) }
                </ul>
            }
            <p class="actions live"><button type="button" class="quiet" onclick={cite}>{ words.cite }</button></p>
        </div>
    }
}

/// The reasons and quotes of a stance or, with its index, of one of its factions.
fn reasons(
    ctx: &Ctx,
    (stance, part): (usize, Option<usize>),
    reasons: &[Reason],
    evidence: &[Quote],
) -> Html {
    let path = |reason| EvidencePath::Stance { stance, part, reason };
    html! {
        <>
            { for reasons.iter().enumerate().map(|(at, reason)| html! {
                <div class="reason">
                    <p dir="auto">{ &reason.text }</p>
                    if !reason.evidence.is_empty() { { quotes(ctx, path(Some(at))) } }
                </div>
            }) }
            if !evidence.is_empty() { { quotes(ctx, path(None)) } }
        </>
    }
}
