//! A position as text and icon, counts of them, and what stands behind one: reasons, factions, quotes.

use yew::prelude::*;

use super::{Copy, Ctx, icon, quote::quotes};
use crate::card::{Label, Quote, Reason, Vocabulary};

/// "For", "Against", …: word and icon.
pub fn label(ctx: &Ctx, label: Label) -> Html {
    html! { <span class={classes!("position", label.word())}>{ icon::label(label) }{ ctx.words().label(label) }</span> }
}

/// "3 for, 2 against, 1 divided": what is zero is left out.
pub fn tally(ctx: &Ctx, counts: [usize; 4]) -> String {
    let words = ctx.words();
    let plurals = [&words.for_count, &words.against_count, &words.mixed_count, &words.none_count];
    let said: Vec<_> =
        plurals.iter().zip(counts).filter(|(_, n)| *n > 0).map(|(p, n)| p.count(&ctx.locale, n)).collect();
    said.join(", ")
}

/// The reasons, factions and quotes of the stance at `index` of the card.
pub fn behind(ctx: &Ctx, index: usize) -> Html {
    let words = ctx.words();
    let stance = &ctx.card().stances[index];
    let cite = ctx.copy.reform(move |_: MouseEvent| Copy::Stance(index));
    html! {
        <div class="behind">
            { reasons(ctx, &stance.reasons, &stance.evidence) }
            if !stance.parts.is_empty() {
                <p class="label">{ words.factions }</p>
                <ul class="parts">
                    { for stance.parts.iter().map(|part| html! {
                        <li>
                            <p><strong dir="auto">{ &part.name }</strong>{ " " }{ label(ctx, part.label) }</p>
                            { reasons(ctx, &part.reasons, &part.evidence) }
                        </li>
                    }) }
                </ul>
            }
            <p class="actions live"><button type="button" class="quiet" onclick={cite}>{ words.cite }</button></p>
        </div>
    }
}

fn reasons(ctx: &Ctx, reasons: &[Reason], evidence: &[Quote]) -> Html {
    html! {
        <>
            { for reasons.iter().map(|reason| html! {
                <div class="reason">
                    <p dir="auto">{ &reason.text }</p>
                    if !reason.evidence.is_empty() { { quotes(ctx, &reason.evidence) } }
                </div>
            }) }
            if !evidence.is_empty() { { quotes(ctx, evidence) } }
        </>
    }
}
