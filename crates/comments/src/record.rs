//! How a comment is written down, and how older ways of writing are read.

use super::Time;
use super::comment::{Author, Comment, Origin, ShownText};
use super::form::{check_text, limits};
use super::json::{Fields, Malformed, Writer};
use card::WebUrl;

/// The version written now.
const VERSION: u32 = 1;

/// Version 0: all fields side by side, the date in milliseconds.
fn version_0(from: &Fields) -> Result<Comment, Malformed> {
    #[expect(clippy::cast_possible_truncation, reason = "saturates; held in range by from_ms")]
    let date = Time::from_ms(from.number("date").ok_or(Malformed)? as i64);
    Ok(Comment {
        id: from.required("id")?,
        text: from.required("text")?,
        author: Author { name: from.required("name")?, url: from.text("website") },
        date_created: date,
        date_modified: None,
        parent_item: from.text("parent"),
        upvote_count: from.count("likes"),
        about: from.text("claim"),
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
    Writer::new().raw("v", "1").raw("comment", &comment.json()).end()
}

/// A comment as it was kept under this id. A record of a version to come is malformed to this version.
pub(crate) fn decode(id: &str, text: &str) -> Result<Comment, Malformed> {
    let record = Fields::parse(text)?;
    // A record without a version is of version 0.
    let comment = match record.count("v") {
        0 => version_0(&record)?,
        VERSION => Comment::read(&record.object("comment").ok_or(Malformed)?)?,
        _ => return Err(Malformed),
    };
    // Under another's id it would be edited and deleted in its place.
    if comment.id == id { accept(comment) } else { Err(Malformed) }
}

/// A comment from outside, if it keeps to the limits; as one's own.
pub(crate) fn accept(mut comment: Comment) -> Result<Comment, Malformed> {
    let name_fits = comment.author.name.chars().count() <= limits::NAME;
    if comment.id.is_empty() || comment.id.len() > 200 || check_text(&comment.text).is_some() || !name_fits {
        return Err(Malformed);
    }
    comment.author.url = comment.author.url.filter(|url| WebUrl::parse(url).is_some());
    if comment.order == Time::default() {
        comment.order = comment.date_created;
    }
    comment.origin = Origin::Own;
    Ok(comment)
}
