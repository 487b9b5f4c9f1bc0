//! How a comment is written down, and how older ways of writing are read.

use super::Time;
use super::comment::{Author, Comment, Origin, ShownText, count, text};
use super::form::{check_text, limits};
use card::{Json, WebUrl};

/// The version written now.
const VERSION: u32 = 1;

/// Version 0: all fields side by side, the date in milliseconds.
fn version_0(from: &Json) -> Option<Comment> {
    #[expect(clippy::cast_possible_truncation, reason = "saturates; held in range by from_ms")]
    let date = Time::from_ms(from.get("date")?.as_number()? as i64);
    Some(Comment {
        id: text(from, "id")?,
        text: text(from, "text")?,
        author: Author { name: text(from, "name")?, url: text(from, "website") },
        date_created: date,
        date_modified: None,
        parent_item: text(from, "parent"),
        upvote_count: count(from, "likes"),
        about: text(from, "claim"),
        position: None,
        order: date,
        origin: Origin::Own,
        liked: false,
        pending: false,
        shown: ShownText::default(),
    })
}

/// A comment as it is kept.
pub(crate) fn encode(comment: &Comment) -> String {
    Json::object().with("v", VERSION).with("comment", comment.to_json()).to_text()
}

/// A comment as it was kept under this id. A record of a version to come is none to this version.
pub(crate) fn decode(id: &str, record: &Json) -> Option<Comment> {
    // A record without a version is of version 0.
    let comment = match count(record, "v") {
        0 => version_0(record)?,
        VERSION => Comment::read(record.get("comment")?)?,
        _ => return None,
    };
    // Under another's id it would be edited and deleted in its place.
    if comment.id == id { accept(comment) } else { None }
}

/// A comment from outside, if it keeps to the limits; as one's own.
pub(crate) fn accept(mut comment: Comment) -> Option<Comment> {
    let name_fits = comment.author.name.chars().count() <= limits::NAME;
    if comment.id.is_empty() || comment.id.len() > 200 || check_text(&comment.text).is_some() || !name_fits {
        return None;
    }
    comment.author.url = comment.author.url.filter(|url| WebUrl::parse(url).is_some());
    if comment.order == Time::default() {
        comment.order = comment.date_created;
    }
    comment.origin = Origin::Own;
    Some(comment)
}
