//! The forms, made from the description in [`fields`].

mod choice;
mod fields;
mod id_field;
mod lists;
mod quotes;
mod text_field;

use serde_json::Value;
use yew::prelude::*;

use self::choice::ChoiceField;
use self::fields::{ABOUT, ACTOR, CLAIM, CLAIM_MORE, COMMENT, Field, Kind, POINT, STANCE};
use self::id_field::IdField;
use self::text_field::{TextField, Writing};
use super::Ctx;
use crate::document::{Edit, get};
use crate::references::{List, entries, list_and_index};
use crate::state::{Action, EntryKind, Names};

/// The form of an entry.
pub fn entry_form(ctx: &Ctx, path: &str, kind: EntryKind) -> Html {
    let card = ctx.state.document.value();
    let fields = match kind {
        EntryKind::About => ABOUT,
        EntryKind::Point => POINT,
        EntryKind::Claim => CLAIM,
        EntryKind::Actor => ACTOR,
        EntryKind::Stance => STANCE,
        EntryKind::Comment => COMMENT,
    };
    let base = if kind == EntryKind::About { "" } else { path };
    let is_text_alone = kind == EntryKind::Point && get(card, path).is_some_and(Value::is_string);
    html! {
        <div class="form" key={path.to_owned()} role="group" aria-label={ctx.words.form}>
            if is_text_alone { { point_alone(ctx, path) } } else { { form_fields(ctx, base, fields) } }
            <details class="more" key="more" hidden={kind != EntryKind::Claim}>
                <summary>{ ctx.words.more_fields }</summary>
                if kind == EntryKind::Claim { { form_fields(ctx, base, CLAIM_MORE) } }
            </details>
            if kind != EntryKind::About { { entry_buttons(ctx, path) } }
        </div>
    }
}

/// A point that is its text alone. As soon as it gets claims it becomes an object.
fn point_alone(ctx: &Ctx, path: &str) -> Html {
    let text = get(ctx.state.document.value(), path).and_then(Value::as_str).unwrap_or_default();
    let [own, claims] = [POINT[0], POINT[1]];
    html! {
        <>
            { text_field(ctx, path, text, &own) }
            { lists::refs(ctx, path, &claims, List::Claims, Some(text)) }
        </>
    }
}

/// The buttons that are about the entry as a whole.
fn entry_buttons(ctx: &Ctx, path: &str) -> Html {
    let Some((list, at)) = list_and_index(path) else { return Html::default() };
    let count = get(ctx.state.document.value(), list).and_then(Value::as_array).map_or(0, Vec::len);
    let has_quote = ctx.state.quote_place(path).is_some();
    html! {
        <p class="buttons entry-buttons" key="buttons">
            { move_button(ctx, path, true, at.checked_sub(1)) }
            { move_button(ctx, path, false, (at + 1 < count).then_some(at + 1)) }
            <button type="button" class="button" disabled={!has_quote} onclick={ctx.ask(Action::ShowQuote(path.to_owned()))}>{ ctx.words.show_in_article }</button>
            <button type="button" class="button danger" onclick={ctx.ask(Action::Remove { path: path.to_owned(), is_sure: false })}>{ ctx.words.delete }</button>
        </p>
    }
}

/// A button that moves an entry; not to be pressed where it stands at the edge already, but still there for the focus.
fn move_button(ctx: &Ctx, path: &str, is_up: bool, to: Option<usize>) -> Html {
    let (id, name) = if is_up { ("up:", ctx.words.move_up) } else { ("down:", ctx.words.move_down) };
    let onclick = to.map(|to| ctx.ask::<MouseEvent>(Action::Move { path: path.to_owned(), to }));
    html! {
        <button type="button" id={[id, path].concat()} class="button" aria-disabled={to.is_none().to_string()} {onclick}>{ name }</button>
    }
}

/// The path of a field.
fn join(base: &str, name: &str) -> String {
    if base.is_empty() { name.to_owned() } else { format!("{base}.{name}") }
}

fn form_fields(ctx: &Ctx, base: &str, fields: &'static [Field]) -> Html {
    fields.iter().map(|field| form_field(ctx, base, field)).collect()
}

fn form_field(ctx: &Ctx, base: &str, field: &'static Field) -> Html {
    let path = join(base, field.name);
    let value = get(ctx.state.document.value(), &path);
    let text = text_of(value);
    match field.kind {
        Kind::Text | Kind::Long | Kind::Code | Kind::Number => text_field(ctx, &path, &text, field),
        Kind::Id(list) => {
            let problem = ctx.state.no_rename.as_ref().filter(|(of, _)| *of == path).map(|(_, why)| *why);
            let at = list_and_index(base).map_or(0, |(_, at)| at);
            html! {
                <IdField key={field.name} id={path.clone()} value={text.clone()} {list} {at} label={label(ctx, field)} hint={hint(ctx, field)}
                    problem={id_problem(ctx, problem, &path)} dispatch={ctx.dispatch.clone()} />
            }
        }
        Kind::Choice(words, names) => {
            let names = names(&ctx.words.fields);
            let text = if text.is_empty() { field.default } else { &text };
            let options = words().into_iter().zip(names).map(|(word, name)| (word.into(), (*name).into()));
            choice(ctx, &path, text, field, options.collect())
        }
        Kind::Ref(list) => choice(ctx, &path, &text, field, options(ctx, list)),
        Kind::Refs(list) => lists::refs(ctx, base, field, list, None),
        Kind::Texts => lists::texts(ctx, &path, field),
        Kind::Quotes => quotes::quotes(ctx, &path, field),
        Kind::Object(fields, blank) => lists::object(ctx, &path, field, fields, blank),
        Kind::Objects(fields, blank) => lists::objects(ctx, &path, field, fields, blank),
    }
}

/// What a field shows: a number in the place of a text is seen, too, so that it can be put right.
fn text_of(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(other @ (Value::Number(_) | Value::Bool(_))) => other.to_string(),
        _ => String::new(),
    }
}

fn label(ctx: &Ctx, field: &Field) -> AttrValue {
    AttrValue::Static((field.label)(&ctx.words.fields))
}

fn hint(ctx: &Ctx, field: &Field) -> AttrValue {
    AttrValue::Static((field.hint)(&ctx.words.fields))
}

/// What the checks say of a field.
fn problem(ctx: &Ctx, path: &str) -> AttrValue {
    let messages = ctx
        .state
        .checked
        .problems
        .iter()
        .filter(|problem| crate::state::field_of(problem.rule, &problem.path) == path);
    let words = messages.map(|problem| ctx.words.problem(problem.rule, &problem.message));
    words.collect::<Vec<_>>().join("; ").into()
}

fn id_problem(ctx: &Ctx, why: Option<crate::references::NoRename>, path: &str) -> AttrValue {
    use crate::references::NoRename;
    match why {
        Some(NoRename::NotAnId) => AttrValue::Static(ctx.words.not_an_id),
        Some(NoRename::Taken) => AttrValue::Static(ctx.words.id_taken),
        None => problem(ctx, path),
    }
}

fn text_field(ctx: &Ctx, path: &str, value: &str, field: &Field) -> Html {
    let writing = match field.kind {
        Kind::Long => Writing::Long,
        Kind::Code => Writing::Code,
        Kind::Number => Writing::Number,
        _ => Writing::Line,
    };
    html! {
        <TextField key={field.name} path={path.to_owned()} value={value.to_owned()} label={label(ctx, field)} hint={hint(ctx, field)} problem={problem(ctx, path)}
            {writing} lang={ctx.card_lang()}
            is_optional={field.is_optional} dispatch={ctx.dispatch.clone()} />
    }
}

fn choice(ctx: &Ctx, path: &str, value: &str, field: &Field, options: Vec<(AttrValue, AttrValue)>) -> Html {
    html! {
        <ChoiceField key={field.name} path={path.to_owned()} value={value.to_owned()} label={label(ctx, field)} hint={hint(ctx, field)} problem={problem(ctx, path)}
            none={(field.is_optional || value.is_empty()).then_some(ctx.words.not_said)} {options} dispatch={ctx.dispatch.clone()} />
    }
}

/// The entries of a list: their ids and their words.
fn options(ctx: &Ctx, list: List) -> Vec<(AttrValue, AttrValue)> {
    let card = ctx.state.document.value();
    let names = Names::of(card);
    let text =
        |entry: &Value, name: &str| entry.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let words = |entry: &Value, id: &str| match list {
        List::Actors => names.actor(id).to_owned(),
        List::Claims => super::titles::short(names.claim(id)),
        List::Comments => super::titles::short(&text(entry, "text")),
    };
    let with_ids = entries(card, list.name())
        .iter()
        .map(|entry| (text(entry, "id"), entry))
        .filter(|(id, _)| !id.is_empty());
    with_ids.map(|(id, entry)| (id.clone().into(), words(entry, &id).into())).collect()
}

/// One edit as an action.
fn edit(edit: Edit) -> Action {
    Action::Change(vec![edit])
}
