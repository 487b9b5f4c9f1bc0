//! The quotes of an entry. Their words are the article's: they are added by selecting, and never typed.

use serde_json::Value;
use summary_card::text::fill;
use yew::prelude::*;

use super::fields::Field;
use super::lists::list;
use super::{label, move_button, problem};
use crate::make::Make;
use crate::state::Action;
use crate::view::Ctx;

/// The quotes at a path.
pub fn quotes(ctx: &Ctx, path: &str, field: &Field) -> Html {
    let words = ctx.words;
    let list = list(ctx, path);
    let owner = path.strip_suffix(".evidence").unwrap_or(path).to_owned();
    let can_add = ctx.state.selection.is_some();
    let problem = problem(ctx, path);
    html! {
        <fieldset class="group quotes" key={field.name}>
            <legend>{ label(ctx, field) }</legend>
            <p class="problem-note" key="problem" hidden={problem.is_empty()}>{ problem.clone() }</p>
            <ul class="quote-list" key="list" hidden={list.is_empty()}>
                { for list.iter().enumerate().map(|(at, quote)| one(ctx, path, at, list.len(), quote)) }
            </ul>
            <p class="buttons" key="add">
                <button type="button" id={path.to_owned()} class="button" aria-disabled={(!can_add).to_string()} aria-describedby={format!("hint:{path}")}
                    onclick={can_add.then(|| ctx.ask::<MouseEvent>(Action::Make(Make::Evidence(owner))))}>{ words.add_selected }</button>
                <span class="note" id={format!("hint:{path}")} hidden={can_add}>{ words.select_first }</span>
            </p>
        </fieldset>
    }
}

fn one(ctx: &Ctx, path: &str, at: usize, count: usize, quote: &Value) -> Html {
    let words = ctx.words;
    let own = format!("{path}[{at}]");
    let exact = quote.get("exact").and_then(Value::as_str).unwrap_or_default().to_owned();
    let is_found = ctx.state.quote_place(&own).is_some();
    let is_looked_for = ctx.state.article.is_some() && !ctx.state.is_stale;
    // What the checks say of the quote or of a part of it.
    let wrong = ctx.state.checked.problems.iter().filter(|problem| problem.path.starts_with(&own));
    let wrong: Vec<&str> = wrong.map(|problem| words.problem(problem.rule, &problem.message)).collect();
    html! {
        <li key={at} id={own.clone()} tabindex="-1" class={classes!("quote", (is_looked_for && !is_found).then_some("missing"))}>
            <blockquote dir="auto" lang={ctx.card_lang()}>{ exact }</blockquote>
            <p class="problem-note" key="problem" hidden={wrong.is_empty()}>{ wrong.join("; ") }</p>
            <p class="buttons small" key="buttons">
                <button type="button" class="button" disabled={!is_found} onclick={ctx.ask(Action::ShowQuote(own.clone()))}>{ words.show_in_article }</button>
                if count > 1 {
                    { move_button(ctx, &own, true, at.checked_sub(1)) }
                    { move_button(ctx, &own, false, (at + 1 < count).then_some(at + 1)) }
                }
                <button type="button" class="button" aria-label={fill(words.remove_quote, &[&(at + 1).to_string()])}
                    onclick={ctx.ask(Action::Remove { path: own, is_sure: false })}>{ words.remove }</button>
            </p>
        </li>
    }
}
