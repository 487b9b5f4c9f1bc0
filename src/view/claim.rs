//! One claim as it is closed: its text with who says it and its status.

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::{Ctx, element, icon};
use crate::card::{Claim, Vocabulary};
use crate::pieces::Status;
use crate::state::Action;

/// The claim at an index of the card.
pub fn claim(ctx: &Ctx, index: usize) -> Html {
    let claim = &ctx.card().claims[index];
    // Fires for a click, for "Expand all" and for a deep link alike: the element's own `open` is what the reader sees.
    let ontoggle = ctx.dispatch.reform(move |event: Event| {
        Action::Toggle(index, event.target_unchecked_into::<HtmlDetailsElement>().open())
    });
    let number = (index + 1).to_string();
    html! {
        <li key={&*claim.id} class="claim" part="claim">
            <details open={ctx.state.is_open(index)} {ontoggle} data-claim={number.clone()}>
                <summary part="claim-summary">
                    <span class="number" aria-hidden="true">{ number }</span>
                    { statement(ctx, claim) }
                    <span class="meta">
                        { authors(ctx, claim) }
                        if let Some(status) = claim.status {
                            <span class={classes!("status", status.word())}>{ icon::status(status) }{ ctx.words().status(status) }</span>
                        }
                    </span>
                </summary>
                if ctx.state.is_rendered(index) { { inside(ctx, index, claim) } }
            </details>
        </li>
    }
}

/// What is in a claim; where that is not there, at least its quotes can be read.
fn inside(ctx: &Ctx, index: usize, claim: &Claim) -> Html {
    let content = ctx.inside(&line_of(index), |inside| (inside.body)(ctx, index));
    if matches!(ctx.inside, Status::Here(_)) {
        return content;
    }
    let quotes = claim.evidence.iter().map(|quote| element::text("blockquote", "", &quote.exact));
    std::iter::once(content).chain(quotes).collect()
}

/// A claim's text.
pub fn statement(ctx: &Ctx, claim: &Claim) -> Html {
    html! { <span class="statement" dir="auto" lang={ctx.card().in_language.clone()}>{ &claim.text }</span> }
}

fn authors(ctx: &Ctx, claim: &Claim) -> Html {
    let words = ctx.words();
    if claim.author.is_empty() {
        return element::text("span", "", words.article_voice);
    }
    let author = |id: &String| {
        let mark = ctx.card().actor(id).map_or("", |actor| words.anonymity(actor.anonymity));
        html! {
            <span>{ element::text("bdi", "", ctx.card().actor_name(id)) }if !mark.is_empty() { { element::text("span", "mark", mark) } }</span>
        }
    };
    claim.author.iter().map(author).collect()
}

/// A selector for the line of the claim at an index.
pub fn line_of(index: usize) -> String {
    ["[data-claim=\"", &(index + 1).to_string(), "\"] > summary"].concat()
}
