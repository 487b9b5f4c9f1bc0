//! What the selected words can become.

use card::{Label, Vocabulary};
use serde_json::Value;
use summary_card::text::fill;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Ctx;
use super::once_drawn::OnceDrawn;
use super::titles::{short, title};
use crate::make::Make;
use crate::references::entries;
use crate::state::{Action, Edge, Names};
use crate::text::Strings;

/// The id of the toolbar.
pub const TOOLBAR_ID: &str = "make";

/// Something that can be chosen from: its value and its words.
type Choices = Vec<(AttrValue, AttrValue)>;

/// The toolbar, where words are selected.
pub fn toolbar(ctx: &Ctx) -> Html {
    let article = ctx.state.article.as_ref();
    let selected = ctx.state.selection.clone().zip(article);
    let Some(quote) = selected.and_then(|(range, article)| article.text().get(range)) else {
        return html! { <p class="note hint" key="hint">{ ctx.words.select_hint }</p> };
    };
    let card = &**ctx.state.document.value();
    let names = Names::of(card);
    let open = ctx.state.open.clone().unwrap_or_default();
    let (owners, reason_owners) = (owners(ctx.words, &names, card), reason_owners(ctx.words, &names, card));
    let (actors, claims) = (by_id(card, "actors", "name"), by_id(card, "claims", "text"));
    html! {
        <section class="toolbar" id={TOOLBAR_ID} key="toolbar" aria-label={ctx.words.make_of_selection}>
            <p class="selected" dir="auto" lang={ctx.card_lang()}><q>{ short(quote) }</q></p>
            <p class="buttons trim">
                { trim(ctx, ctx.words.begin, [ctx.words.start_earlier, ctx.words.start_later], Edge::Start) }
                { trim(ctx, ctx.words.end, [ctx.words.end_earlier, ctx.words.end_later], Edge::End) }
                { ctx.link(ctx.words.clear, Action::Select(None)) }
            </p>
            <p class="buttons">
                { ctx.main_button(ctx.words.new_claim, Action::Make(Make::Claim { author: None })) }
                { ctx.button(ctx.words.new_point, Action::Make(Make::Point(Vec::new()))) }
                { ctx.button(ctx.words.new_actor, Action::Make(Make::Actor)) }
            </p>
            <OnceDrawn class="make-rows">
                // Not an empty component where there is nothing to choose from: between siblings Yew loses its place.
                if !owners.is_empty() {
                    <EvidenceFor key="evidence" words={ctx.words} dispatch={ctx.dispatch.clone()} {owners} open={open.clone()} />
                }
                if !actors.is_empty() && !claims.is_empty() {
                    <StanceOf key="stance" words={ctx.words} dispatch={ctx.dispatch.clone()} {actors} {claims} />
                }
                if !reason_owners.is_empty() {
                    <ReasonOf key="reason" words={ctx.words} dispatch={ctx.dispatch.clone()} owners={reason_owners} {open} />
                }
            </OnceDrawn>
        </section>
    }
}

/// An edge of the selection goes back or on by a word.
fn trim(ctx: &Ctx, title: &'static str, names: [&'static str; 2], edge: Edge) -> Html {
    let button = |name: &'static str, sign: &'static str, longer: bool| {
        html! { <button type="button" class="button" aria-label={name} onclick={ctx.ask(Action::Trim { edge, longer })}>{ sign }</button> }
    };
    html! {
        <span class="group" role="group" aria-label={title}>
            <span class="note" aria-hidden="true">{ title }</span>
            { button(names[0], "←", edge == Edge::Start) }
            { button(names[1], "→", edge == Edge::End) }
        </span>
    }
}

/// The entries of a list by their ids.
fn by_id(card: &Value, of: &str, field: &str) -> Choices {
    let text =
        |entry: &Value, name: &str| entry.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let with_id = entries(card, of).iter().map(|entry| (text(entry, "id"), text(entry, field)));
    with_id.filter(|(id, _)| !id.is_empty()).map(|(id, words)| (id.into(), short(&words).into())).collect()
}

/// All that has quotes.
fn owners(words: &Strings, names: &Names, card: &Value) -> Choices {
    let mut paths: Vec<String> =
        (0..entries(card, "claims").len()).map(|at| format!("claims[{at}]")).collect();
    for (at, stance) in entries(card, "stances").iter().enumerate() {
        let path = format!("stances[{at}]");
        paths.push(path.clone());
        reasons(stance, &path, &mut paths);
        for (part, faction) in entries(stance, "parts").iter().enumerate() {
            let path = format!("{path}.parts[{part}]");
            paths.push(path.clone());
            reasons(faction, &path, &mut paths);
        }
    }
    titled(words, names, paths)
}

fn reasons(of: &Value, path: &str, paths: &mut Vec<String>) {
    paths.extend((0..entries(of, "reasons").len()).map(|at| format!("{path}.reasons[{at}]")));
}

/// All that has reasons.
fn reason_owners(words: &Strings, names: &Names, card: &Value) -> Choices {
    let mut paths = Vec::new();
    for (at, stance) in entries(card, "stances").iter().enumerate() {
        paths.push(format!("stances[{at}]"));
        paths.extend((0..entries(stance, "parts").len()).map(|part| format!("stances[{at}].parts[{part}]")));
    }
    titled(words, names, paths)
}

fn titled(words: &Strings, names: &Names, paths: Vec<String>) -> Choices {
    paths.into_iter().map(|path| (path.clone().into(), title(words, names, &path).into())).collect()
}

/// A select among choices; the first of them where nothing is chosen.
fn select(
    id: &'static str,
    label: &'static str,
    choices: &Choices,
    chosen: &UseStateHandle<AttrValue>,
) -> Html {
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            chosen.set(event.target_unchecked_into::<HtmlSelectElement>().value().into());
        })
    };
    let here = picked(choices, chosen);
    html! {
        <span class="choice">
            <label for={id}>{ label }</label>
            <select {id} ~value={here.to_string()} {onchange}>
                { for choices.iter().map(|(value, words)| html! {
                    <option key={&**value} value={value} selected={*value == here}>{ words }</option>
                }) }
            </select>
        </span>
    }
}

fn picked(choices: &Choices, chosen: &AttrValue) -> AttrValue {
    let known = choices.iter().find(|(value, _)| value == chosen).or_else(|| choices.first());
    known.map(|(value, _)| value.clone()).unwrap_or_default()
}

fn submit(dispatch: &Callback<Action>, make: Make) -> Callback<SubmitEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        dispatch.emit(Action::Make(make.clone()));
    })
}

#[derive(Clone, PartialEq, Properties)]
struct OwnerProps {
    words: &'static Strings,
    dispatch: Callback<Action>,
    owners: Choices,
    /// The entry whose form is open is the likeliest.
    open: String,
}

#[component]
fn EvidenceFor(props: &OwnerProps) -> Html {
    let chosen = use_state(|| AttrValue::from(props.open.clone()));
    let onsubmit = submit(&props.dispatch, Make::Evidence(picked(&props.owners, &chosen).to_string()));
    html! {
        <form class="make-row" {onsubmit}>
            { select("make-evidence", props.words.evidence_for, &props.owners, &chosen) }
            <button class="button">{ props.words.add_evidence }</button>
        </form>
    }
}

#[component]
fn ReasonOf(props: &OwnerProps) -> Html {
    let chosen = use_state(|| AttrValue::from(props.open.clone()));
    let onsubmit = submit(&props.dispatch, Make::Reason(picked(&props.owners, &chosen).to_string()));
    html! {
        <form class="make-row" {onsubmit}>
            { select("make-reason", props.words.reason_of, &props.owners, &chosen) }
            <button class="button">{ props.words.add_reason }</button>
        </form>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct StanceProps {
    words: &'static Strings,
    dispatch: Callback<Action>,
    actors: Choices,
    claims: Choices,
}

#[component]
fn StanceOf(props: &StanceProps) -> Html {
    let (actor, claim) = (use_state(AttrValue::default), use_state(AttrValue::default));
    let label = use_state(AttrValue::default);
    let labels: Choices = Label::WORDS
        .iter()
        .map(|(word, _)| (AttrValue::Static(word), AttrValue::Static(props.words.label(word))))
        .collect();
    let make = Make::Stance {
        actor: picked(&props.actors, &actor).to_string(),
        claim: picked(&props.claims, &claim).to_string(),
        label: Label::from_word(&picked(&labels, &label)).unwrap_or_default(),
    };
    html! {
        <form class="make-row" onsubmit={submit(&props.dispatch, make)}>
            { select("make-stance-actor", props.words.stance_of, &props.actors, &actor) }
            { select("make-stance-label", props.words.stance_label, &labels, &label) }
            { select("make-stance-claim", props.words.stance_on, &props.claims, &claim) }
            <button class="button">{ props.words.add_stance }</button>
        </form>
    }
}

/// What is told of a selection that could not be used, besides why.
pub fn cannot(words: &Strings, why: &str) -> String {
    fill(words.cannot_make, &[why])
}
