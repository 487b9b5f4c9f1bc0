//! The form's fields: label, input, and the error beside it.

use web_sys::InputEvent;
use yew::prelude::*;

use crate::comments::{Field, Problem};
use crate::text::{CommentStrings, fill};

/// What all fields of a form share.
pub struct Shared<'a> {
    pub words: &'static CommentStrings,
    pub prefix: &'a str,
    pub problems: &'a [(Field, Problem)],
}

fn name(field: Field) -> &'static str {
    match field {
        Field::Text => "text",
        Field::Name => "name",
        Field::Email => "email",
        Field::Website => "website",
    }
}

/// The id of a field in the form with this prefix.
pub fn id(prefix: &str, field: Field) -> String {
    [prefix, name(field)].concat()
}

impl Shared<'_> {
    pub fn id(&self, field: Field) -> String {
        id(self.prefix, field)
    }

    fn error_id(&self, field: Field) -> String {
        self.id(field) + "-error"
    }

    pub fn problem(&self, field: Field) -> Option<Problem> {
        self.problems.iter().find(|(each, _)| *each == field).map(|(_, problem)| *problem)
    }

    /// What describes a field: its hint where it has one, and its error while there is one.
    pub fn described(&self, field: Field, hint: &str) -> Option<String> {
        let hint = if hint.is_empty() { String::new() } else { [self.prefix, hint].concat() };
        let error = self.problem(field).map(|_| self.error_id(field)).unwrap_or_default();
        let ids = [error, hint].join(" ").trim().to_owned();
        (!ids.is_empty()).then_some(ids)
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

    pub fn error(&self, field: Field) -> Html {
        // Always there, so that nothing beside it is made anew.
        html! { <p id={self.error_id(field)} class="error">{ self.problem(field).map(|problem| self.say(field, problem)) }</p> }
    }

    fn say(&self, field: Field, problem: Problem) -> String {
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

    pub fn input(
        &self,
        field: Field,
        kind: &'static str,
        autocomplete: &'static str,
        value: &str,
        oninput: Callback<InputEvent>,
    ) -> Html {
        html! {
            <div key={name(field)} class="field">
                { self.label(field) }
                <input
                    id={self.id(field)} name={name(field)} type={kind} {autocomplete} dir="auto"
                    aria-required={(field != Field::Website).then_some("true")}
                    aria-invalid={self.problem(field).map(|_| "true")}
                    aria-describedby={self.described(field, "")}
                    value={value.to_owned()} {oninput} />
                { self.error(field) }
            </div>
        }
    }
}
