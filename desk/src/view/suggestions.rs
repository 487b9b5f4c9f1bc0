//! What the article suggests, without a model. Each proposal is taken or put away by one key.

use draft::{Proposal, Suggestions, Why};
use summary_card::text::fill;
use yew::prelude::*;

use super::Ctx;
use crate::state::Action;

/// So many proposals are shown at a time.
const SHOWN: usize = 12;

/// The proposals, where they were asked for.
pub fn suggestions(ctx: &Ctx) -> Html {
    let words = ctx.words;
    let Some(_) = &ctx.state.article else { return Html::default() };
    let Some(all) = &ctx.state.suggestions else {
        return html! { <p class="buttons" key="ask">{ ctx.button(words.suggest, Action::Suggest(true)) }</p> };
    };
    let (claims, actors) = (ctx.state.open_claims(), ctx.state.open_actors());
    let more = claims.len().saturating_sub(SHOWN);
    html! {
        <section class="suggestions" key="list" aria-labelledby="suggestions-title">
            <div class="pane-head">
                <h3 id="suggestions-title" tabindex="-1">{ words.suggestions }</h3>
                { ctx.link(words.put_away, Action::Suggest(false)) }
            </div>
            <p class="note">{ words.suggestions_note }</p>
            <p class="note" key="none" hidden={!claims.is_empty() || !actors.is_empty()}>{ words.no_suggestions }</p>
            <h4 key="claims-title" hidden={claims.is_empty()}>{ words.suggested_claims }{ " " }<span class="count">{ claims.len() }</span></h4>
            <ul class="proposals" key="claims" hidden={claims.is_empty()}>
                { for claims.iter().take(SHOWN).map(|at| claim(ctx, all, *at)) }
            </ul>
            <p class="note" key="more" hidden={more == 0}>{ words.more.count(ctx.locale, more) }</p>
            <h4 key="actors-title" hidden={actors.is_empty()}>{ words.suggested_actors }{ " " }<span class="count">{ actors.len() }</span></h4>
            <ul class="proposals" key="actors" hidden={actors.is_empty()}>
                { for actors.iter().take(SHOWN).map(|at| actor(ctx, all, *at)) }
            </ul>
        </section>
    }
}

fn claim(ctx: &Ctx, all: &Suggestions, at: usize) -> Html {
    let words = ctx.words;
    let Some(proposal) = all.claims.get(at) else { return Html::default() };
    let sentence = ctx.state.article.as_ref().and_then(|article| article.text().get(proposal.range.clone()));
    let speaker = proposal.speaker.and_then(|speaker| all.actors.get(speaker));
    let kept = |list: &[String], label: &'static str| {
        (!list.is_empty())
            .then(|| html! { <span class="kept">{ label }{ " " }<b>{ list.join(", ") }</b></span> })
    };
    html! {
        <li key={at}>
            <p class="sentence" dir="auto" lang={ctx.card_lang()}>{ sentence.unwrap_or_default().to_owned() }</p>
            <p class="about">
                <span>{ speaker.map_or_else(|| words.article_voice.to_owned(), |actor| fill(words.said_by, &[&actor.name])) }</span>
                { for kept(&proposal.hedges, words.hedges) }
                { for kept(&proposal.negations, words.negations) }
                { for why(ctx, proposal).map(|why| html! { <span>{ why }</span> }) }
            </p>
            <p class="buttons">
                <button type="button" class="button proposal" onclick={ctx.ask(Action::AcceptClaim(at))}>{ words.take_claim }</button>
                { ctx.link(words.dismiss, Action::DismissClaim(at)) }
                { ctx.link(words.show_in_article, Action::ShowPlace(proposal.range.start)) }
            </p>
        </li>
    }
}

fn why(ctx: &Ctx, proposal: &Proposal) -> Option<String> {
    let words = ctx.words;
    Some(match proposal.why.first()? {
        Why::Says(verb) => fill(words.why_says, &[verb]),
        Why::According => words.why_according.to_owned(),
        Why::Quotation => words.why_quotation.to_owned(),
        Why::Hedge(word) => fill(words.why_hedge, &[word]),
        Why::Number(number) => fill(words.why_number, &[number]),
        Why::Future => words.why_future.to_owned(),
        Why::Rule => words.why_rule.to_owned(),
    })
}

fn actor(ctx: &Ctx, all: &Suggestions, at: usize) -> Html {
    let Some(actor) = all.actors.get(at) else { return Html::default() };
    html! {
        <li key={at}>
            <p class="sentence" dir="auto" lang={ctx.card_lang()}>{ &actor.name }</p>
            <p class="about">{ actor.description.clone().unwrap_or_default() }</p>
            <p class="buttons">
                <button type="button" class="button proposal" onclick={ctx.ask(Action::AcceptActor(at))}>{ ctx.words.take_actor }</button>
                { ctx.link(ctx.words.dismiss, Action::DismissActor(at)) }
            </p>
        </li>
    }
}
