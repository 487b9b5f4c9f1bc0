//! Quotes, each with its state in the article and the way to it.

use yew::prelude::*;

use super::{Ctx, icon};
use crate::card::Quote;
use crate::state::QuoteState;

/// The quotes of a claim, a stance or a reason.
pub fn quotes(ctx: &Ctx, quotes: &[Quote]) -> Html {
    if quotes.is_empty() {
        return html! { <p class="nothing">{ ctx.words().no_evidence }</p> };
    }
    quotes.iter().map(|each| quote(ctx, each)).collect()
}

fn quote(ctx: &Ctx, quote: &Quote) -> Html {
    let words = ctx.words();
    let state = ctx.state.anchor(quote);
    let (said, class) = match state {
        QuoteState::Found => (words.in_article, "found"),
        QuoteState::Near { .. } => (words.nearly, "near"),
        QuoteState::Orphan => (words.orphan, "orphan"),
        QuoteState::Elsewhere => (words.elsewhere, "elsewhere"),
        QuoteState::Unknown => (words.looking, "unknown"),
    };
    let show = {
        let (show, quote) = (ctx.show_quote.clone(), quote.clone());
        Callback::from(move |_: MouseEvent| show.emit(quote.clone()))
    };
    html! {
        <figure class={classes!("quote", class)} part="quote">
            <blockquote dir="auto" lang={ctx.card().in_language.clone()}><p>{ &quote.exact }</p></blockquote>
            <figcaption>
                <span class="state">{ icon::quote(&state) }{ said }</span>
                if matches!(state, QuoteState::Found | QuoteState::Near { .. }) {
                    <button type="button" class="quiet" onclick={show}>{ words.show }</button>
                }
            </figcaption>
        </figure>
    }
}
