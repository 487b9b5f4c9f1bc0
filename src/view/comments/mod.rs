//! The comment section: form, list, and what belongs to the reader. One component for the section, one
//! for each form, so that typing renders nothing but the form.

mod ago;
mod body;
mod dom;
mod fields;
mod form;
mod item;
mod mine;
mod place;
mod section;

pub use section::{CommentSection, CommentSectionProps};

use crate::comments::StoreError;
use crate::text::CommentStrings;

/// Why something did not work, for the reader.
fn cause(words: &'static CommentStrings, error: StoreError) -> &'static str {
    match error {
        StoreError::Full => words.full,
        StoreError::Refused => words.refused,
        StoreError::NotFound => words.not_found,
        StoreError::Offline => words.offline,
        StoreError::Damaged => words.unreadable,
    }
}
