//! What a form looks like: one text area until it is entered, then all fields.

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, InputEvent, KeyboardEvent};
use yew::prelude::*;

use super::button::{Button, button};
use super::events::on_event;
use super::fields::{Fields, described, input};
use super::form::CommentFormProps;
use super::{body, words};
use crate::card::Position;
use crate::comments::{DraftTarget, Field, FormAction, FormFailure, FormState, limits, markdown};
use crate::text::{CommentStrings, fill};
use crate::view::element;

/// The positions in the order offered; the last is the one taken where none is chosen.
pub const POSITIONS: [Position; 4] = [Position::Support, Position::Deny, Position::Query, Position::Comment];

/// The form. `area` is its text area.
pub fn form(
    state: &FormState,
    props: &CommentFormProps,
    area: &NodeRef,
    dispatch: &Callback<FormAction>,
) -> Html {
    let words = CommentStrings::of(&props.context.locale);
    let fields = Fields { words, prefix: &props.prefix, problems: &state.problems };
    let onsubmit = on_event(dispatch, |event: SubmitEvent| {
        event.prevent_default();
        FormAction::Submit
    });
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !event.is_composing() {
                event.prevent_default();
                dispatch.emit(FormAction::Submit);
            }
        })
    };
    let at_rest = !state.entered;
    // Every part has a key: what comes and goes must not take the text area with it. What is not shown yet is there all
    // the same, so that what fills in forms for the reader finds the fields.
    html! {
        // `novalidate`: the browser's own bubbles are neither kept on the page nor linked to a field.
        <form key="form" class="comment-form live" part="comment-form" novalidate=true {onsubmit} {onkeydown}>
            { about(state, props, words, dispatch) }
            { text(state, props, &fields, area, dispatch) }
            <div key="more" hidden={at_rest}>
                <div class="more-fields">
                    <p key="markdown" id={[&props.prefix, "markdown"].concat()} class="note">{ words.markdown }</p>
                    if state.original.is_none() {
                        <p key="rules" class="note">{ words.rules }</p>
                        <div key="who" class="fields">{ who(state, &fields, dispatch) }</div>
                    }
                    { actions(state, props, words, dispatch) }
                </div>
            </div>
            <div key="failure" role="alert">{ failure(state, words, dispatch) }</div>
            if state.preview {
                <div key="preview" class="preview" role="group" aria-label={words.preview}>{ body::blocks(&markdown::parse(&state.form.text)) }</div>
            }
        </form>
    }
}

/// The claim that is written about, and the position toward it.
fn about(
    state: &FormState,
    props: &CommentFormProps,
    words: &'static CommentStrings,
    dispatch: &Callback<FormAction>,
) -> Html {
    let card = &props.context.card;
    let Some(number) = state.form.about.as_deref().and_then(|claim| card.claim_number(claim)) else {
        return html! {};
    };
    let claim = card.claims.get(number - 1).map_or("", |claim| claim.text.as_str());
    let chosen = state.form.position.unwrap_or(Position::Comment);
    let onchange = on_event(dispatch, |event: Event| {
        let index = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
        let position = usize::try_from(index).ok().and_then(|index| POSITIONS.get(index)).copied();
        FormAction::Position(position.unwrap_or(Position::Comment))
    });
    html! {
        <div key="about" class="about">
            <p dir="auto">{ fill(words.about, &[&number.to_string(), claim]) }</p>
            <label>
                { element::text("span", "label", words.position) }
                <select {onchange}>
                    { for POSITIONS.iter().zip(words.positions).map(|(position, name)| html! {
                        <option selected={*position == chosen}>{ name }</option>
                    }) }
                </select>
            </label>
            { button(words.about_none.into(), on_event(dispatch, |_| FormAction::NotAbout), Button::default()) }
        </div>
    }
}

fn text(
    state: &FormState,
    props: &CommentFormProps,
    fields: &Fields,
    area: &NodeRef,
    dispatch: &Callback<FormAction>,
) -> Html {
    let rows = if state.entered { "4" } else { "1" };
    html! {
        <div key="text" class="field">
            { fields.label(Field::Text) }
            <textarea
                ref={area.clone()} id={fields.id(Field::Text)} {rows} dir="auto" aria-required="true"
                aria-invalid={fields.problem(Field::Text).map(|_| "true")}
                aria-describedby={described(fields, Field::Text, "markdown")}
                value={state.form.text.clone()}
                onfocus={on_event(dispatch, |_| FormAction::Entered)}
                oninput={on_event(dispatch, |event: InputEvent| {
                    FormAction::Typed(Field::Text, event.target_unchecked_into::<HtmlTextAreaElement>().value())
                })} />
            { counter(state, props, fields.words) }
            { fields.error(Field::Text) }
        </div>
    }
}

/// Shown once the limit is near. It is not announced at each key: the field's error is, on posting.
fn counter(state: &FormState, props: &CommentFormProps, words: &'static CommentStrings) -> Html {
    let length = state.form.text.chars().count();
    if length + limits::TEXT_NEAR < limits::TEXT {
        return html! { <p class="note counter" /> };
    }
    let is_over = length > limits::TEXT;
    let (plural, count) =
        if is_over { (&words.over, length - limits::TEXT) } else { (&words.left, limits::TEXT - length) };
    html! { <p class={classes!("note", "counter", is_over.then_some("over"))}>{ plural.count(&props.context.locale, count) }</p> }
}

/// Who writes.
fn who(state: &FormState, fields: &Fields, dispatch: &Callback<FormAction>) -> Html {
    let input = |field: Field, kind: &'static str, autocomplete: &'static str, value: &str| {
        let dispatch = dispatch.clone();
        let oninput = Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            dispatch.emit(FormAction::Typed(field, text));
        });
        input(fields, field, kind, autocomplete, value, oninput)
    };
    html! {
        <>
            { input(Field::Name, "text", "name", &state.form.name) }
            { input(Field::Email, "email", "email", &state.form.email) }
            { input(Field::Website, "url", "url", &state.form.website) }
            <label class="remember">
                <input type="checkbox" checked={state.remember} onchange={on_event(dispatch, |event: Event| {
                    FormAction::Remember(event.target_unchecked_into::<HtmlInputElement>().checked())
                })} />
                { element::text("span", "", fields.words.remember) }
            </label>
        </>
    }
}

fn actions(
    state: &FormState,
    props: &CommentFormProps,
    words: &'static CommentStrings,
    dispatch: &Callback<FormAction>,
) -> Html {
    let post = match state.target {
        DraftTarget::New => words.post,
        DraftTarget::Reply(_) => words.post_reply,
        DraftTarget::Edit(_) => words.save,
    };
    // A frame that may not submit forms sends no event for it, but a click is a click; Enter in a field is one, too.
    let onclick = on_event(dispatch, |event: MouseEvent| {
        event.prevent_default();
        FormAction::Submit
    });
    html! {
        <p key="do" class="actions">
            <button type="submit" class="button primary" aria-disabled={state.sending.is_some().then_some("true")} {onclick}>{ post }</button>
            { button(words.preview.into(), on_event(dispatch, |_| FormAction::Preview), Button { pressed: Some(state.preview), ..Button::default() }) }
            if props.cancel.is_some() {
                { button(words.cancel.into(), on_event(dispatch, |_| FormAction::Cancel), Button::default()) }
            }
        </p>
    }
}

/// Why the text is still there, and a way to save it.
fn failure(state: &FormState, words: &'static CommentStrings, dispatch: &Callback<FormAction>) -> Html {
    let cause = match state.failure {
        Some(FormFailure::Declined) => words.cancelled,
        Some(FormFailure::Store(error)) => words::cannot_write(words, error),
        None if state.draft_lost => words.draft_lost,
        None => return html! {},
    };
    let copied = state.copied.map(|copied| if copied { words.copied } else { words.selected });
    html! {
        <div class="failure">
            <p>{ cause }{ " " }if state.failure.is_some() { { words.text_kept } }</p>
            { button(words.copy_text.into(), on_event(dispatch, |_| FormAction::Copy), Button::default()) }
            <span>{ copied }</span>
        </div>
    }
}
