//! The card's entries by kind, each list with its rows; the form of the open one stands below its row.

use serde_json::{Value, json};
use summary_card::text::fill;
use yew::prelude::*;

use super::Ctx;
use super::drag::Drag;
use super::forms::entry_form;
use super::row::Row;
use super::suggestions::suggestions;
use super::titles::{index, short};
use crate::references::{List, free_id};
use crate::state::{Action, EntryKind, Names, entry_path};

/// All of the card's forms.
pub fn entries(ctx: &Ctx) -> Html {
    let names = Names::of(ctx.state.document.value());
    let is_about_open = ctx.state.open.as_deref() == Some("about");
    let (problems, has_error) = problems(ctx, "about");
    html! {
        <div class="entries">
            <div class="suggestions-place" key="suggestions">{ suggestions(ctx) }</div>
            <section class="kind" key="about" aria-labelledby="about-title">
                <h3 id="about-title">{ ctx.words.about_card }</h3>
                <ol class="rows">
                    <li key="about">
                        <Row words={ctx.words} path="about" number={0} title={headline(ctx)} note={AttrValue::Static(ctx.words.about_note)} lang={ctx.card_lang()} {problems} {has_error}
                            is_open={is_about_open} dispatch={ctx.dispatch.clone()} />
                        if is_about_open { { entry_form(ctx, "about", EntryKind::About) } }
                    </li>
                </ol>
            </section>
            { for EntryKind::LISTS.into_iter().map(|kind| list(ctx, &names, kind)) }
        </div>
    }
}

fn headline(ctx: &Ctx) -> String {
    let headline = ctx.state.document.value().get("headline").and_then(Value::as_str).unwrap_or_default();
    short(headline)
}

/// The problems of an entry in words, and whether one of them is an error.
fn problems(ctx: &Ctx, path: &str) -> (AttrValue, bool) {
    let Some(count) = ctx.state.counts.get(path) else { return (AttrValue::default(), false) };
    let has_error = count.errors > 0;
    let words = if has_error {
        ctx.words.errors.count(ctx.locale, count.errors)
    } else {
        ctx.words.warnings.count(ctx.locale, count.warnings)
    };
    (words.into(), has_error)
}

fn list(ctx: &Ctx, names: &Names, kind: EntryKind) -> Html {
    let words = ctx.words;
    let list = kind.list();
    let count = ctx.state.document.value().get(list).and_then(Value::as_array).map_or(0, Vec::len);
    let title = format!("{list}-title");
    let rows = (0..count).map(|at| row(ctx, names, kind, at));
    let rows: Html = rows.collect();
    // A claim, a point and a stance come out of the article; an empty one can be made all the same.
    html! {
        <details class="kind" key={list} open={true}>
            <summary><h3 id={title}>{ words.kinds[index(kind)] }{ " " }<span class="count">{ count }</span></h3></summary>
            <ol class="rows" hidden={count == 0}>{ rows }</ol>
            <p class="note" hidden={count > 0}>{ words.kinds_empty[index(kind)] }</p>
            <p class="buttons">
                <button type="button" id={list} class="button" onclick={ctx.ask(Action::Add { list: list.to_owned(), value: blank(ctx, kind) })}>{ words.kinds_add[index(kind)] }</button>
            </p>
        </details>
    }
}

fn row(ctx: &Ctx, names: &Names, kind: EntryKind, at: usize) -> Html {
    let path = entry_path(kind.list(), at);
    let is_open = ctx.state.open.as_deref() == Some(&path);
    let (problems, has_error) = problems(ctx, &path);
    let (title, note) = words_of(ctx, names, &path);
    let is_note_own = matches!(kind, EntryKind::Actor | EntryKind::Comment);
    let drag = Drag::of(ctx, kind, at);
    html! {
        <li key={at} ondragover={drag.over} ondragleave={drag.leave} ondrop={drag.drop}>
            <span class="grip" draggable="true" aria-hidden="true" ondragstart={drag.start}></span>
            <Row words={ctx.words} path={path.clone()} number={at + 1} {title} {note} lang={ctx.card_lang()} {is_note_own} {problems} {has_error} {is_open} dispatch={ctx.dispatch.clone()} />
            if is_open { { entry_form(ctx, &path, kind) } }
        </li>
    }
}

/// What a row says.
fn words_of(ctx: &Ctx, names: &Names, path: &str) -> (AttrValue, AttrValue) {
    let Some(entry) = names.entry(path) else { return <(AttrValue, AttrValue)>::default() };
    let value = ctx.state.document.value();
    let own = value.get(entry.kind.list()).and_then(|list| list.get(entry.at));
    let text = |name: &str| own.and_then(|own| own.get(name)).and_then(Value::as_str).unwrap_or_default();
    let note = match entry.kind {
        EntryKind::Claim => {
            let authors = own.and_then(|own| own.get("author")).and_then(Value::as_array);
            let ids = authors.into_iter().flatten().filter_map(Value::as_str);
            let said: Vec<&str> = ids.map(|id| names.actor(id)).collect();
            if said.is_empty() { ctx.words.article_voice.to_owned() } else { said.join(", ") }
        }
        EntryKind::Actor => text("description").to_owned(),
        EntryKind::Comment => text("author").to_owned(),
        EntryKind::Stance => entry
            .toward
            .as_ref()
            .map(|(label, claim)| fill(ctx.words.stance_note, &[ctx.words.label(label), &short(claim)]))
            .unwrap_or_default(),
        EntryKind::Point | EntryKind::About => String::new(),
    };
    (short(&entry.words).into(), note.into())
}

/// An entry in which nothing is written yet.
fn blank(ctx: &Ctx, kind: EntryKind) -> Value {
    let card = ctx.state.document.value();
    let first =
        |list: &str| card.pointer(&format!("/{list}/0/id")).and_then(Value::as_str).unwrap_or_default();
    match kind {
        EntryKind::Point => json!({ "text": "", "claims": [] }),
        EntryKind::Claim => json!({ "id": free_id(card, List::Claims, "claim"), "text": "" }),
        EntryKind::Actor => {
            json!({ "id": free_id(card, List::Actors, "actor"), "name": "", "type": "Person", "anonymity": "named" })
        }
        EntryKind::Stance => json!({ "actor": first("actors"), "target": first("claims"), "label": "none" }),
        EntryKind::Comment => {
            json!({ "id": free_id(card, List::Comments, "comment"), "text": "", "author": "", "dateCreated": "" })
        }
        EntryKind::About => Value::Null,
    }
}
