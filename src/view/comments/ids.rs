//! The ids of the section's elements. They are unique in the page while card ids are.

use crate::comments::section::FocusTarget;
use crate::comments::{Comment, Field};

/// The id of an element of the section as a whole.
pub fn section(card: &str, name: &str) -> String {
    [card, "-comments-", name].concat()
}

/// The id of a comment's element.
pub fn comment(card: &str, comment: &str) -> String {
    [card, "-comment-", comment].concat()
}

/// The id of a button of a comment.
pub fn button(card: &str, name: &str, comment: &Comment) -> String {
    comment_button(card, name, &comment.id)
}

fn comment_button(card: &str, name: &str, comment: &str) -> String {
    [card, "-", name, "-", comment].concat()
}

/// What the ids of the main form's fields start with.
pub fn new_form(card: &str) -> String {
    section(card, "new-")
}

/// The id of a field in the form with this prefix.
pub fn field(prefix: &str, field: Field) -> String {
    [prefix, field_name(field)].concat()
}

/// The name of a field, as a form that is sent would have it.
pub fn field_name(field: Field) -> &'static str {
    match field {
        Field::Text => "text",
        Field::Name => "name",
        Field::Email => "email",
        Field::Website => "website",
    }
}

/// The id of what gets the focus.
pub fn of(card: &str, target: &FocusTarget) -> String {
    match target {
        FocusTarget::Comment(id) => comment(card, id),
        FocusTarget::ReplyButton(id) => comment_button(card, "reply", id),
        FocusTarget::EditButton(id) => comment_button(card, "edit", id),
        FocusTarget::Undo => section(card, "undo"),
        FocusTarget::Sort => section(card, "sort"),
        FocusTarget::ShowAll => section(card, "all"),
        FocusTarget::DeleteEverything => section(card, "delete-all"),
        FocusTarget::ConfirmDelete => section(card, "delete-yes"),
        FocusTarget::NewText => field(&new_form(card), Field::Text),
    }
}
