//! How a comment is written down, and how older ways of writing are read.

use serde::Deserialize;

use super::comment::{Author, Comment, Origin};
use super::form::{check_text, limits, safe_url};
use super::json::{self, Malformed, Writer};
use super::time::Time;

/// The version written now.
const VERSION: u32 = 1;

/// A record without a version is of version 0.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Read {
    v: u32,
    comment: Option<Comment>,
}

/// Version 0: all fields side by side, the date in milliseconds.
#[derive(Deserialize)]
struct Version0 {
    id: String,
    text: String,
    name: String,
    website: Option<String>,
    date: f64,
    parent: Option<String>,
    claim: Option<String>,
    #[serde(default)]
    likes: u32,
}

impl From<Version0> for Comment {
    fn from(old: Version0) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "saturates; held in range by from_ms")]
        let date = Time::from_ms(old.date as i64);
        Self {
            id: old.id,
            text: old.text,
            author: Author { name: old.name, url: old.website },
            date_created: date,
            date_modified: None,
            parent_item: old.parent,
            upvote_count: old.likes,
            about: old.claim,
            position: None,
            order: date,
            origin: Origin::Own,
            liked: false,
            pending: false,
        }
    }
}

/// A comment as it is kept.
pub(crate) fn encode(comment: &Comment) -> String {
    Writer::new().raw("v", "1").raw("comment", &comment.json()).end()
}

/// A comment as it was kept under this id. A record of a version to come is malformed to this version.
pub(crate) fn decode(id: &str, text: &str) -> Result<Comment, Malformed> {
    let comment = match json::decode::<Read>(text)? {
        Read { v: 0, .. } => json::decode::<Version0>(text)?.into(),
        Read { v: VERSION, comment: Some(comment) } => comment,
        Read { .. } => return Err(Malformed),
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
    comment.author.url = comment.author.url.filter(|url| safe_url(url).is_some());
    if comment.order == Time::default() {
        comment.order = comment.date_created;
    }
    comment.origin = Origin::Own;
    Ok(comment)
}
