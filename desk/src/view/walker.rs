//! Choosing without a pointer: a list of the sentences around the one where one stands. A listbox, as screen readers
//! know it; only a few of the article's sentences are in it at a time, and it says how many there are.

use yew::prelude::*;

use super::Ctx;
use crate::state::{Action, Walk};

/// The id of the list.
const LIST_ID: &str = "sentences";
/// How many sentences are shown before and after.
const AROUND: usize = 1;

/// The list, where somebody walks.
pub fn walker(ctx: &Ctx) -> Html {
    let (Some(at), Some(article)) = (ctx.state.sentence, &ctx.state.article) else { return Html::default() };
    let sentences = article.sentences();
    let first = at.saturating_sub(AROUND);
    let last = (at + AROUND + 1).min(sentences.len());
    let selection = ctx.state.selection.as_ref();
    let options = (first..last).map(|index| {
        let range = sentences[index].clone();
        let is_chosen = selection.is_some_and(|chosen| chosen.start <= range.start && range.end <= chosen.end);
        let words = article.text().get(range).unwrap_or_default().to_owned();
        let to = ctx.ask::<MouseEvent>(Action::Walk { walk: Walk::To(index), extend: false });
        html! {
            <li key={index} id={option_id(index)} role="option" dir="auto" lang={ctx.card_lang()} class={classes!("sentence", (index == at).then_some("here"))} aria-selected={is_chosen.to_string()}
                aria-setsize={sentences.len().to_string()} aria-posinset={(index + 1).to_string()} onclick={to}>{ words }</li>
        }
    });
    let options: Html = options.collect();
    let onkeydown = {
        let dispatch = ctx.dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            let walk = match &*event.key() {
                "ArrowDown" | "ArrowRight" => Walk::On,
                "ArrowUp" | "ArrowLeft" => Walk::Back,
                "Home" => Walk::First,
                "End" => Walk::Last,
                "Enter" | " " => {
                    event.prevent_default();
                    return dispatch.emit(Action::Choose);
                }
                "Escape" => return dispatch.emit(Action::WalkSentences(false)),
                _ => return,
            };
            event.prevent_default();
            dispatch.emit(Action::Walk { walk, extend: event.shift_key() });
        })
    };
    let step = |name: &'static str, sign: &'static str, walk: Walk| {
        let onclick = ctx.ask::<MouseEvent>(Action::Walk { walk, extend: false });
        html! { <button type="button" class="button sign" aria-label={name} title={name} {onclick}>{ sign }</button> }
    };
    html! {
        <div class="walker">
            <ul id={LIST_ID} role="listbox" aria-multiselectable="true" tabindex="0" aria-label={ctx.words.sentences} aria-describedby="walker-help"
                aria-activedescendant={option_id(at)} {onkeydown}>{ options }</ul>
            <p class="buttons">
                { ctx.main_button(ctx.words.choose_sentence, Action::Choose) }
                <span class="group">
                    { step(ctx.words.sentence_before, "↑", Walk::Back) }
                    { step(ctx.words.sentence_after, "↓", Walk::On) }
                </span>
                <button type="button" class="button" aria-label={ctx.words.extend} title={ctx.words.extend} onclick={ctx.ask(Action::Walk { walk: Walk::On, extend: true })}>
                    <span class="wide">{ ctx.words.extend }</span><span class="slim">{ "+" }</span>
                </button>
            </p>
            <p id="walker-help" class="note">{ ctx.words.walker_help }</p>
        </div>
    }
}

fn option_id(at: usize) -> String {
    format!("sentence-{at}")
}
