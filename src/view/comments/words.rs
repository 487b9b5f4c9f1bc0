//! What the reader is told, in words.

use crate::comments::StoreError;
use crate::comments::section::StatusMessage;
use crate::text::{CommentStrings, fill};

/// What was done, or why it was not.
pub fn status(words: &CommentStrings, message: StatusMessage) -> String {
    let text = match message {
        StatusMessage::Posted => words.posted,
        StatusMessage::Saved => words.saved,
        StatusMessage::Deleted => words.deleted,
        StatusMessage::Undone => words.undone,
        StatusMessage::NoFile => words.no_file,
        StatusMessage::DeletedEverything => words.deleted_all,
        StatusMessage::CannotRead(error) => cannot_read(words, error),
        StatusMessage::CannotWrite(error) => cannot_write(words, error),
        StatusMessage::Imported(imported) => {
            let counts = [imported.added, imported.known, imported.damaged].map(|count| count.to_string());
            return fill(words.imported, &counts.each_ref().map(String::as_str));
        }
    };
    text.to_owned()
}

/// Why something could not be stored.
pub fn cannot_write(words: &CommentStrings, error: StoreError) -> &'static str {
    match error {
        StoreError::Full => words.full,
        StoreError::Refused => words.refused,
        _ => cannot_read(words, error),
    }
}

fn cannot_read(words: &CommentStrings, error: StoreError) -> &'static str {
    match error {
        StoreError::Full | StoreError::Refused => words.refused_reading,
        StoreError::NotFound => words.not_found,
        StoreError::Offline => words.offline,
        StoreError::Damaged => words.unreadable,
    }
}
