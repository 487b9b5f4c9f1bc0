//! The article, with what of it is in use.

use std::ops::Range;
use std::rc::Rc;

use summary_card::text::fill;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::block::{BlockView, Run, USED_BY_ID};
use super::intake::Intake;
use super::outside::dropped_file;
use super::selection::ARTICLE_ID;
use super::titles::title;
use super::toolbar::toolbar;
use super::walker::walker;
use super::{Ctx, Same};
use crate::article::{Article, LeftOutKind};
use crate::marks::Mark;
use crate::state::{Action, Dialog, Names, entry_of, segments};

/// The kinds of what is left out, in the order of their words.
const LEFT_OUT: [LeftOutKind; 9] = [
    LeftOutKind::Script,
    LeftOutKind::Media,
    LeftOutKind::Picture,
    LeftOutKind::Field,
    LeftOutKind::Hidden,
    LeftOutKind::Table,
    LeftOutKind::Outside,
    LeftOutKind::Metadata,
    LeftOutKind::Rest,
];

/// The pane: its tools, the text, what is pointed at, what can be made of a selection.
pub fn article_pane(ctx: &Ctx) -> Html {
    let words = ctx.words;
    let Some(article) = &ctx.state.article else {
        return html! {
            <div class="pane-body intake-pane" key="intake">
                <h2 id="article-title">{ words.article }</h2>
                <Intake words={words} dispatch={ctx.dispatch.clone()} />
            </div>
        };
    };
    let is_walking = ctx.state.sentence.is_some();
    let left_out = left_out(ctx, article);
    html! {
        <div class="pane-body" key="article">
            <div class="pane-head">
                <h2 id="article-title">{ words.article }</h2>
                <button type="button" class="button" aria-expanded={is_walking.to_string()} disabled={article.sentences().is_empty()} onclick={ctx.ask(Action::WalkSentences(!is_walking))}>{ words.by_sentence }</button>
                <button type="button" class="button" aria-haspopup="dialog" onclick={ctx.ask(Action::Dialog(Some(Dialog::Article)))}>{ words.other_article }</button>
            </div>
            <p class="note" key="left-out" hidden={left_out.is_empty()}>{ left_out }</p>
            <div class="walker-place" key="walker">{ walker(ctx) }</div>
            <ArticleText key="text" {words} lang={ctx.state.language()} article={Same(Rc::clone(article))} marks={Same(Rc::clone(&ctx.state.marks))}
                chosen={ctx.state.selection.clone().filter(|_| ctx.state.is_chosen)} pointed={ctx.state.pointed.clone()} dispatch={ctx.dispatch.clone()} />
            <div class="article-foot" key="foot">
                { used_by(ctx) }
                { toolbar(ctx) }
            </div>
        </div>
    }
}

/// What of the article was not taken, in words.
fn left_out(ctx: &Ctx, article: &Article) -> String {
    let parts: Vec<String> = article
        .left_out()
        .iter()
        .filter_map(|left| {
            let at = LEFT_OUT.iter().position(|kind| *kind == left.kind)?;
            Some(ctx.words.left_out_kinds[at].count(ctx.locale, left.count))
        })
        .collect();
    if parts.is_empty() { String::new() } else { fill(ctx.words.left_out, &[&parts.join(", ")]) }
}

/// What the words under the pointer are used by.
fn used_by(ctx: &Ctx) -> Html {
    let names = Names::of(ctx.state.document.value());
    let pointed = ctx.state.pointed.iter().filter(|path| path.contains(".evidence["));
    html! {
        <ul id={USED_BY_ID} class="used-by" aria-label={ctx.words.used_by} aria-live="polite">
            { for pointed.map(|path| html! {
                <li key={path.clone()}>{ ctx.link(title(ctx.words, &names, path), Action::ShowField(entry_of(path))) }</li>
            }) }
        </ul>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ArticleTextProps {
    words: &'static crate::text::Strings,
    lang: Option<String>,
    article: Same<Article>,
    marks: Same<Vec<Mark>>,
    chosen: Option<Range<usize>>,
    pointed: Vec<String>,
    dispatch: Callback<Action>,
}

/// The text.
#[component]
fn ArticleText(props: &ArticleTextProps) -> Html {
    let point = {
        let dispatch = props.dispatch.clone();
        move |target: Option<Element>| {
            if let Some(users) = users(target) {
                dispatch.emit(Action::Point(users));
            }
        }
    };
    let onmouseover = {
        let point = point.clone();
        Callback::from(move |event: MouseEvent| point(event.target_dyn_into()))
    };
    let onfocusin = Callback::from(move |event: FocusEvent| point(event.target_dyn_into()));
    let onclick = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: MouseEvent| {
            // Who selects words that are in use does not want to go away from them.
            if is_selecting() {
                return;
            }
            open_user(event.target_dyn_into(), &dispatch);
        })
    };
    let onkeydown = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            let target: Option<Element> = event.target_dyn_into();
            let is_handled = match &*event.key() {
                "Enter" | " " => open_user(target, &dispatch),
                "ArrowRight" | "ArrowDown" => next_mark(target, 1),
                "ArrowLeft" | "ArrowUp" => next_mark(target, -1),
                _ => false,
            };
            if is_handled {
                event.prevent_default();
            }
        })
    };
    // Its words are selected, not taken elsewhere: dropped on it they would be another article.
    let ondragstart = Callback::from(|event: DragEvent| event.prevent_default());
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let ondrop = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: DragEvent| dropped_file(&event, &dispatch))
    };
    let mut has_stop = false;
    let text = props.article.text();
    let blocks = props.article.blocks().iter().enumerate().map(|(at, block)| {
        let cut = segments(&block.range, &props.marks, props.chosen.as_ref());
        let runs = cut.into_iter().map(|segment| {
            let is_stop = !segment.users.is_empty() && !std::mem::replace(&mut has_stop, true);
            Run {
                words: text.get(segment.range).unwrap_or_default().to_owned().into(),
                kinds: kinds(&segment.users).into(),
                is_pointed: segment.users.iter().any(|user| is_pointed(&props.pointed, user)),
                is_chosen: segment.is_chosen,
                is_stop: is_stop || segment.users.is_empty(),
                users: segment.users.join(" ").into(),
            }
        });
        html! { <BlockView key={at} {at} kind={block.kind} runs={runs.collect::<Vec<_>>()} /> }
    });
    let blocks: Html = blocks.collect();
    html! {
        <div id={ARTICLE_ID} class="article-text" role="region" tabindex="0" aria-label={props.words.article_text} lang={props.lang.clone()} {onmouseover} {onfocusin} {onclick} {onkeydown} {ondragstart} {ondragover} {ondrop}>
            { blocks }
        </div>
    }
}

/// Whether a quote, or the entry that it belongs to, is pointed at.
fn is_pointed(pointed: &[String], user: &str) -> bool {
    pointed.iter().any(|path| {
        user.strip_prefix(path.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    })
}

/// The kinds of what uses some words, as classes.
fn kinds(users: &[String]) -> String {
    let is_claim = users.iter().any(|user| user.starts_with("claims"));
    let is_stance = users.iter().any(|user| user.starts_with("stances"));
    match (is_claim, is_stance) {
        (true, true) => "of-claim of-stance".to_owned(),
        (false, true) => "of-stance".to_owned(),
        _ => "of-claim".to_owned(),
    }
}

fn mark(target: Option<Element>) -> Option<Element> {
    target?.closest(".mark").ok().flatten()
}

fn users(target: Option<Element>) -> Option<Vec<String>> {
    let users = mark(target)?.get_attribute("data-users")?;
    Some(users.split(' ').map(str::to_owned).collect())
}

/// Opens what uses some words. Whether anything does.
fn open_user(target: Option<Element>, dispatch: &Callback<Action>) -> bool {
    let Some(users) = users(target) else { return false };
    let first = users.first().map(|user| entry_of(user));
    dispatch.emit(Action::Point(users));
    if let Some(entry) = first {
        dispatch.emit(Action::ShowField(entry));
    }
    true
}

fn is_selecting() -> bool {
    let page = web_sys::window().and_then(|window| window.document());
    let selection = page.and_then(|page| page.get_selection().ok().flatten());
    selection.is_some_and(|selection| !selection.is_collapsed())
}

/// The focus goes to the mark before or after. Whether it is on one.
fn next_mark(target: Option<Element>, step: i32) -> bool {
    let Some(here) = mark(target) else { return false };
    let pane = here.closest(".article-text").ok().flatten();
    let Some(marks) = pane.and_then(|pane| pane.query_selector_all(".mark").ok()) else { return false };
    let is_here = |at: &u32| marks.item(*at).is_some_and(|node| node.is_same_node(Some(&here)));
    let Some(at) = (0..marks.length()).find(is_here) else { return false };
    let next = at.checked_add_signed(step).and_then(|next| marks.item(next));
    if let Some(next) = next.and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
        let _ = next.focus();
    }
    true
}
