//! Fields with several values: ids, texts, objects.

use serde_json::{Map, Value};
use summary_card::text::fill;
use yew::prelude::*;

use super::fields::Field;
use super::text_field::{TextField, Writing};
use super::{edit, form_fields, hint, join, label, move_button, options, problem};
use crate::document::{Edit, get};
use crate::references::List;
use crate::state::Action;
use crate::view::Ctx;

/// The list at a path of the card; empty where there is none.
pub fn list<'v>(ctx: &'v Ctx, path: &str) -> &'v [Value] {
    get(ctx.state.document.value(), path).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

/// Ids of another list's entries, each with a box to tick. `text` is that of a point which is its text alone: with its
/// first claim it becomes an object.
pub fn refs(ctx: &Ctx, base: &str, field: &Field, of: List, text: Option<&str>) -> Html {
    let path = join(base, field.name);
    let chosen: Vec<&str> =
        if text.is_some() { Vec::new() } else { list(ctx, &path).iter().filter_map(Value::as_str).collect() };
    let mut all = options(ctx, of);
    // An id that nothing has any more stays until it is taken out.
    let lost = chosen.iter().filter(|id| all.iter().all(|(known, _)| known != **id));
    let lost: Vec<(AttrValue, AttrValue)> =
        lost.map(|id| ((*id).to_owned().into(), (*id).to_owned().into())).collect();
    all.extend(lost);
    let (hint, problem) = (hint(ctx, field), problem(ctx, &path));
    let boxes = all.into_iter().enumerate().map(|(at, (id, words))| {
        let is_chosen = chosen.contains(&&*id);
        let ids = chosen.iter().filter(|each| ***each != *id).copied().chain((!is_chosen).then_some(&*id));
        let ids: Vec<Value> = ids.map(Value::from).collect();
        let action = if let Some(text) = text {
            let mut point = Map::new();
            point.insert("text".into(), text.into());
            point.insert(field.name.into(), ids.into());
            Edit::Set { path: base.to_owned(), to: Some(point.into()) }
        } else {
            Edit::Set { path: path.clone(), to: (!ids.is_empty()).then(|| ids.into()) }
        };
        html! {
            <li key={id.to_string()}><label class="tick">
                <input type="checkbox" id={(at == 0).then(|| path.clone())} checked={is_chosen} onchange={ctx.ask::<Event>(edit(action))} />
                <span dir="auto" lang={ctx.card_lang()}>{ words }</span>
            </label></li>
        }
    });
    let boxes: Vec<Html> = boxes.collect();
    let is_empty = boxes.is_empty();
    html! {
        <fieldset class="group" key={field.name}>
            <legend>{ label(ctx, field) }</legend>
            <p class="note" key="hint" hidden={hint.is_empty()}>{ hint }</p>
            <p class="problem-note" key="problem" hidden={problem.is_empty()}>{ problem }</p>
            <p class="note" key="none" hidden={!is_empty}>{ ctx.words.nothing_to_choose }</p>
            <ul class="ticks" key="boxes" hidden={is_empty}>{ for boxes }</ul>
        </fieldset>
    }
}

/// Several texts.
pub fn texts(ctx: &Ctx, path: &str, field: &Field) -> Html {
    let texts = list(ctx, path);
    let writing = if field.name == "sameAs" { Writing::Code } else { Writing::Line };
    let rows = texts.iter().enumerate().map(|(at, text)| {
        let own = format!("{path}[{at}]");
        let name = fill(ctx.words.numbered, &[(field.label)(&ctx.words.fields), &(at + 1).to_string()]);
        html! {
            <li key={at} class="with-button">
                <TextField path={own.clone()} value={text.as_str().unwrap_or_default().to_owned()} label={name.clone()} is_label_hidden={true} hint="" problem={problem(ctx, &own)}
                    {writing} lang={ctx.card_lang()} is_optional={false} dispatch={ctx.dispatch.clone()} />
                <button type="button" class="button" aria-label={fill(ctx.words.remove_named, &[&name])}
                    onclick={ctx.ask(edit(Edit::Remove { list: path.to_owned(), at }))}>{ ctx.words.remove }</button>
            </li>
        }
    });
    let rows: Html = rows.collect();
    html! {
        <fieldset class="group" key={field.name}>
            <legend>{ label(ctx, field) }</legend>
            <ul class="texts" key="rows" hidden={texts.is_empty()}>{ rows }</ul>
            <p class="buttons" key="add">{ add(ctx, path, "".into(), field) }</p>
        </fieldset>
    }
}

fn add(ctx: &Ctx, path: &str, value: Value, field: &Field) -> Html {
    let name = fill(ctx.words.add_named, &[(field.label)(&ctx.words.fields)]);
    let insert = Action::Add { list: path.to_owned(), value };
    html! { <button type="button" id={path.to_owned()} class="button" aria-label={name} onclick={ctx.ask(insert)}>{ ctx.words.add }</button> }
}

/// An object that may be missing.
pub fn object(ctx: &Ctx, path: &str, field: &Field, fields: &'static [Field], blank: fn() -> Value) -> Html {
    let name = (field.label)(&ctx.words.fields);
    let is_there = get(ctx.state.document.value(), path).is_some();
    let set = |to: Option<Value>| ctx.ask::<MouseEvent>(edit(Edit::Set { path: path.to_owned(), to }));
    html! {
        <fieldset class="group" key={field.name}>
            <legend>{ name }</legend>
            <div class="inner" key="fields" hidden={!is_there}>
                if is_there { { form_fields(ctx, path, fields) } }
            </div>
            <p class="buttons" key="button">
                if is_there && field.is_optional {
                    <button type="button" key="remove" class="button" aria-label={fill(ctx.words.remove_named, &[name])} onclick={set(None)}>{ ctx.words.remove }</button>
                } else if !is_there {
                    <button type="button" key="add" id={path.to_owned()} class="button" aria-label={fill(ctx.words.add_named, &[name])} onclick={set(Some(blank()))}>{ ctx.words.add }</button>
                }
            </p>
        </fieldset>
    }
}

/// Several objects.
pub fn objects(ctx: &Ctx, path: &str, field: &Field, fields: &'static [Field], blank: fn() -> Value) -> Html {
    let count = list(ctx, path).len();
    let name = (field.label)(&ctx.words.fields);
    let hint = hint(ctx, field);
    let problem = problem(ctx, path);
    let rows = (0..count).map(|at| {
        let own = format!("{path}[{at}]");
        let each = match field.name {
            "reasons" => ctx.words.reason,
            "parts" => ctx.words.part,
            _ => name,
        };
        let title = fill(ctx.words.numbered, &[each, &(at + 1).to_string()]);
        html! {
            <li key={at}>
                <fieldset class="group inner" id={own.clone()} tabindex="-1">
                    <legend>{ title.clone() }</legend>
                    { form_fields(ctx, &own, fields) }
                    <p class="buttons small" key="buttons">
                        { move_button(ctx, &own, true, at.checked_sub(1)) }
                        { move_button(ctx, &own, false, (at + 1 < count).then_some(at + 1)) }
                        <button type="button" class="button" aria-label={fill(ctx.words.remove_named, &[&title])}
                            onclick={ctx.ask(Action::Remove { path: own, is_sure: false })}>{ ctx.words.remove }</button>
                    </p>
                </fieldset>
            </li>
        }
    });
    let rows: Html = rows.collect();
    html! {
        <fieldset class="group" key={field.name}>
            <legend>{ name }</legend>
            <p class="note" key="hint" hidden={hint.is_empty()}>{ hint }</p>
            <p class="problem-note" key="problem" hidden={problem.is_empty()}>{ problem }</p>
            <ol class="objects" key="rows" hidden={count == 0}>{ rows }</ol>
            <p class="buttons" key="add">{ add(ctx, path, blank(), field) }</p>
        </fieldset>
    }
}
