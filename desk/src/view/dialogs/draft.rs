//! A draft with a language model of the editor's own: nothing is sent from here. The prompt is copied, the answer pasted;
//! what the article does not prove is refused and named, and nothing is taken before the editor says so.

use card::Level;
use summary_card::text::fill;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::state::Action;
use crate::text::Strings;
use crate::view::Ctx;
use crate::view::outside::copy;
use crate::view::problems_pane::what;

/// The two steps.
pub fn draft_dialog(ctx: &Ctx) -> Html {
    let words = ctx.words;
    let Some(article) = &ctx.state.article else {
        return html! { <p>{ words.draft_needs_article }</p> };
    };
    let copy_prompt = {
        let (article, language, dispatch) = (article.clone(), ctx.state.language(), ctx.dispatch.clone());
        Callback::from(move |_: MouseEvent| {
            copy(draft::prompt(article.text(), language.as_deref()), dispatch.clone());
        })
    };
    html! {
        <>
            <p class="note" key="note">{ words.draft_note }</p>
            <section key="prompt">
                <h3>{ words.draft_first }</h3>
                <p class="buttons"><button type="button" class="button main" onclick={copy_prompt}>{ words.copy_prompt }</button></p>
            </section>
            <section key="answer">
                <h3>{ words.draft_second }</h3>
                <Answer {words} dispatch={ctx.dispatch.clone()} />
            </section>
            <section key="result" class="result" role="status">{ result(ctx) }</section>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AnswerProps {
    words: &'static Strings,
    dispatch: Callback<Action>,
}

#[component]
fn Answer(props: &AnswerProps) -> Html {
    let typed = use_state(String::new);
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlTextAreaElement>().value());
        })
    };
    let onsubmit = {
        let (dispatch, typed) = (props.dispatch.clone(), typed.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            dispatch.emit(Action::Answer((*typed).clone()));
        })
    };
    html! {
        <form class="field" {onsubmit}>
            <label for="draft-answer">{ props.words.paste_answer }</label>
            <textarea id="draft-answer" class="code" rows="7" spellcheck="false" value={(*typed).clone()} {oninput} />
            <p class="buttons"><button class="button" disabled={typed.trim().is_empty()}>{ props.words.read_answer }</button></p>
        </form>
    }
}

fn result(ctx: &Ctx) -> Html {
    let (state, words) = (ctx.state, ctx.words);
    let Some(answer) = &state.answer else { return Html::default() };
    let problems = answer.problems.iter().enumerate().map(|(at, located)| {
        let problem = &located.problem;
        let level = if problem.level == Level::Deny { words.left_out_of_answer } else { words.warning };
        html! {
            <li key={at}>
                <span class="level">{ level }</span>{ " " }<code>{ &problem.path }</code>{ " " }
                { what(words, problem) }
            </li>
        }
    });
    let problems: Html = problems.collect();
    let counted = answer.card.as_ref().map(|card| {
        let counts = [card.summary.len(), card.claims.len(), card.actors.len(), card.stances.len()];
        let counts = counts.map(|count| count.to_string());
        fill(words.answer_has, &[&counts[0], &counts[1], &counts[2], &counts[3]])
    });
    html! {
        <>
            <h3 key="title">{ words.answer_read }</h3>
            <p key="has">{ counted.unwrap_or_else(|| words.no_card_in_answer.to_owned()) }</p>
            <p class="note" key="whole" hidden={!answer.problems.is_empty()}>{ words.answer_whole }</p>
            <ol class="refused" key="problems" hidden={answer.problems.is_empty()}>{ problems }</ol>
            <p class="buttons" key="use">
                if answer.card.is_some() {
                    { ctx.main_button(words.use_card, Action::UseAnswer) }
                }
                <span class="note" hidden={answer.card.is_none() || state.is_untouched()}>{ words.use_card_note }</span>
            </p>
        </>
    }
}
