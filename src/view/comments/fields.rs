//! The form's fields: label, input, and the error beside it.

use web_sys::InputEvent;
use yew::prelude::*;

use super::ids;
use crate::comments::{Field, Problem};
use crate::text::{CommentStrings, fill};

/// What all fields of a form share.
pub struct Fields<'a> {
    pub words: &'static CommentStrings,
    /// What the ids of the fields start with.
    pub prefix: &'a str,
    pub problems: &'a [(Field, Problem)],
}

impl Fields<'_> {
    pub fn id(&self, field: Field) -> String {
        ids::field(self.prefix, field)
    }

    fn error_id(&self, field: Field) -> String {
        self.id(field) + "-error"
    }

    pub fn problem(&self, field: Field) -> Option<Problem> {
        self.problems.iter().find(|(each, _)| *each == field).map(|(_, problem)| *problem)
    }

    pub fn label(&self, field: Field) -> Html {
        let (text, required) = match field {
            Field::Text => (self.words.text, true),
            Field::Name => (self.words.name, true),
            Field::Email => (self.words.email, true),
            Field::Website => (self.words.website, false),
        };
        // The star is said by `aria-required`.
        html! { <label class="label" for={self.id(field)}>{ text }if required { <span aria-hidden="true">{ "\u{a0}*" }</span> }</label> }
    }

    /// Always there, so that nothing beside it is made anew.
    pub fn error(&self, field: Field) -> Html {
        html! { <p id={self.error_id(field)} class="error">{ self.problem(field).map(|problem| self.explain(field, problem)) }</p> }
    }

    fn explain(&self, field: Field, problem: Problem) -> String {
        let words = self.words;
        match problem {
            Problem::Missing => words.missing[(field as usize).min(2)].into(),
            Problem::TooLong { limit, length } => {
                fill(words.too_long, &[&limit.to_string(), &length.to_string()])
            }
            Problem::NotAnEmail => words.not_email.into(),
            Problem::NotAnAddress => words.not_address.into(),
        }
    }
}

/// The ids of what describes a field: its error while there is one, and its hint where it has one.
pub fn described(fields: &Fields, field: Field, hint: &str) -> Option<String> {
    let hint = if hint.is_empty() { String::new() } else { [fields.prefix, hint].concat() };
    let error = fields.problem(field).map(|_| fields.error_id(field)).unwrap_or_default();
    let ids = [error, hint].join(" ").trim().to_owned();
    (!ids.is_empty()).then_some(ids)
}

/// A field of one line.
pub fn input(
    fields: &Fields,
    field: Field,
    kind: &'static str,
    autocomplete: &'static str,
    value: &str,
    oninput: Callback<InputEvent>,
) -> Html {
    let name = ids::field_name(field);
    html! {
        <div key={name} class="field">
            { fields.label(field) }
            <input
                id={fields.id(field)} {name} type={kind} {autocomplete} dir="auto"
                aria-required={(field != Field::Website).then_some("true")}
                aria-invalid={fields.problem(field).map(|_| "true")}
                aria-describedby={described(fields, field, "")}
                value={value.to_owned()} {oninput} />
            { fields.error(field) }
        </div>
    }
}
