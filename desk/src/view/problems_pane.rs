//! What `summary-card check` says, each problem with a way to its field.

use card::{Level, Problem};
use yew::prelude::*;

use super::Ctx;
use super::titles::title;
use crate::state::{Action, Names, field_of};
use crate::text::Strings;

/// What is wrong, and what to do about it. The checks speak English: in another language the rule is said in one line,
/// and their own words stand below it.
pub fn what(words: &Strings, problem: &Problem) -> Html {
    let what = words.problem(problem.rule, &problem.message);
    let exactly =
        [&*problem.message, &problem.help].into_iter().filter(|each| !each.is_empty() && *each != what);
    html! {
        <>
            <span class="what">{ what }</span>
            { for exactly.map(|each| html! { <span class="help" lang="en">{ each }</span> }) }
        </>
    }
}

/// The problems, and what can be done about all of them at once.
pub fn problems_pane(ctx: &Ctx) -> Html {
    let words = ctx.words;
    let checked = &ctx.state.checked;
    let errors = checked.problems.iter().filter(|problem| problem.level == Level::Deny).count();
    let warnings = checked.problems.len() - errors;
    let names = Names::of(ctx.state.document.value());
    let rows = checked.problems.iter().enumerate().map(|(at, problem)| {
        let to = field_of(problem.rule, &problem.path);
        let (level, name) =
            if problem.level == Level::Deny { ("error", words.error) } else { ("warning", words.warning) };
        html! {
            <li key={at} class={classes!("problem", level)}>
                <button type="button" onclick={ctx.ask(Action::ShowField(to))}>
                    <span class="level">{ name }</span>
                    <span class="where">{ title(words, &names, &problem.path) }</span>
                    { what(words, problem) }
                    <code>{ &problem.path }</code>
                </button>
            </li>
        }
    });
    let rows: Html = rows.collect();
    html! {
        <div class="pane-body">
            <div class="pane-head">
                <h2 id="problems-title">{ words.problems }</h2>
                <p class="note counts">{ [words.errors.count(ctx.locale, errors), words.warnings.count(ctx.locale, warnings)].join(" · ") }</p>
            </div>
            <div class="fix" key="fix">
                if checked.fixable > 0 {
                    { ctx.main_button(words.fill_in.count(ctx.locale, checked.fixable), Action::Fix) }
                }
            </div>
            <p class="note" key="none" hidden={!checked.problems.is_empty()}>{ words.no_problems }</p>
            <p class="note" key="no-article" hidden={ctx.state.article.is_some()}>{ words.quotes_unchecked }</p>
            <ol class="problems" key="list" hidden={checked.problems.is_empty()}>{ rows }</ol>
        </div>
    }
}
