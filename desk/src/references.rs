//! The ids of a card: what refers to what.

use std::collections::HashSet;

use card::formats::is_id;
use draft::{MAX_SLUG, slug};
use serde_json::Value;

use crate::document::{Edit, Step, get, parse_path};

/// The lists whose entries have ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// `actors`
    Actors,
    /// `claims`
    Claims,
    /// `comments`
    Comments,
}

impl List {
    /// The field's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Actors => "actors",
            Self::Claims => "claims",
            Self::Comments => "comments",
        }
    }

    /// What an entry is called where its words give no id.
    const fn entry(self) -> &'static str {
        match self {
            Self::Actors => "actor",
            Self::Claims => "claim",
            Self::Comments => "comment",
        }
    }

    fn of_name(name: &str) -> Option<Self> {
        [Self::Actors, Self::Claims, Self::Comments].into_iter().find(|list| list.name() == name)
    }
}

/// The entries of a list of the card or of one of its entries; none where it is missing or no list.
pub(crate) fn entries<'v>(value: &'v Value, list: &str) -> &'v [Value] {
    value.get(list).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The text of a field, where it is one.
pub(crate) fn text<'v>(value: &'v Value, field: &str) -> Option<&'v str> {
    value.get(field).and_then(Value::as_str)
}

/// The ids of a list, in its order; `None` for an entry without one.
fn ids(card: &Value, list: List) -> impl Iterator<Item = Option<&str>> {
    entries(card, list.name()).iter().map(|entry| text(entry, "id"))
}

/// Where the entry with an id is in its list: the first, where two have it.
pub fn place_of(card: &Value, list: List, id: &str) -> Option<usize> {
    ids(card, list).position(|each| each == Some(id))
}

/// An id for a new entry, made of its words: letters, digits and `-`, not taken in the list, at most 40 characters.
pub fn free_id(card: &Value, list: List, words: &str) -> String {
    let taken: HashSet<&str> = ids(card, list).flatten().collect();
    let made = Some(slug(words)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| list.entry().to_owned());
    if !taken.contains(made.as_str()) {
        return made;
    }
    let mut number = 2;
    loop {
        let end = format!("-{number}");
        // A slug is ASCII.
        let start = &made[..made.len().min(MAX_SLUG - end.len())];
        let id = [start.trim_end_matches('-'), &end].concat();
        if !taken.contains(id.as_str()) {
            return id;
        }
        number += 1;
    }
}

/// The path of every field that refers to an id: `claims[0].author[1]`, `stances[2].actor`.
pub fn uses(card: &Value, list: List, id: &str) -> Vec<String> {
    let mut uses = Vec::new();
    // The entries of `list` whose `field` is the id, or has it in a list.
    let mut look = |list: &str, field: &str| {
        for (at, entry) in entries(card, list).iter().enumerate() {
            if text(entry, field) == Some(id) {
                uses.push(format!("{list}[{at}].{field}"));
            }
            for (inner, each) in entries(entry, field).iter().enumerate() {
                if each.as_str() == Some(id) {
                    uses.push(format!("{list}[{at}].{field}[{inner}]"));
                }
            }
        }
    };
    match list {
        List::Actors => {
            look("claims", "author");
            look("stances", "actor");
        }
        List::Claims => {
            look("abstract", "claims");
            look("stances", "target");
            look("comments", "about");
        }
        List::Comments => look("comments", "parentItem"),
    }
    uses
}

/// Why an id cannot be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRename {
    /// It is not of letters, digits, `-` and `_`, or is empty.
    NotAnId,
    /// Another entry of the list has it.
    Taken,
}

/// Changes an id, and all that refers to it. Refers to the first entry where two have the id.
///
/// # Errors
/// Why not.
pub fn rename(card: &Value, list: List, at: usize, to: &str) -> Result<Vec<Edit>, NoRename> {
    if !is_id(to) {
        return Err(NoRename::NotAnId);
    }
    if ids(card, list).enumerate().any(|(other, id)| other != at && id == Some(to)) {
        return Err(NoRename::Taken);
    }
    let Some(entry) = entries(card, list.name()).get(at) else { return Ok(Vec::new()) };
    let old = text(entry, "id");
    if old == Some(to) {
        return Ok(Vec::new());
    }
    let mut paths = vec![format!("{}[{at}].id", list.name())];
    if let Some(old) = old.filter(|old| place_of(card, list, old) == Some(at)) {
        paths.extend(uses(card, list, old));
    }
    Ok(paths.into_iter().map(|path| Edit::Set { path, to: Some(to.into()) }).collect())
}

/// What goes with an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Falls {
    /// The paths of entries that are nothing without it: the stances of an actor or on a claim, the replies to a comment.
    pub entries: Vec<String>,
    /// The paths of fields that name it and go on without it: a claim's author, a point's claim, a comment's `about`.
    pub fields: Vec<String>,
}

/// What would go with the entry at a path such as `actors[0]`, `claims[1]`, `stances[0].reasons[1]`. Nothing does where
/// another entry has the same id.
pub fn falls(card: &Value, path: &str) -> Falls {
    let mut falls = Falls::default();
    let [Step::Field(name), Step::Entry(at)] = parse_path(path)[..] else { return falls };
    let Some(list) = List::of_name(name) else { return falls };
    // Ids lead to the entry that is left where two have one.
    let only = |gone: &[usize], id: &str| {
        !ids(card, list).enumerate().any(|(at, each)| each == Some(id) && !gone.contains(&at))
    };
    let mut gone = vec![at];
    let mut next = 0;
    // A reply that falls has replies that fall.
    while let Some(at) = gone.get(next).copied() {
        next += 1;
        let Some(id) = entries(card, name).get(at).and_then(|entry| text(entry, "id")) else { continue };
        if !only(&gone, id) {
            continue;
        }
        for path in uses(card, list, id) {
            let steps = parse_path(&path);
            match (list, &steps[..]) {
                (List::Comments, [_, Step::Entry(reply), _]) => {
                    if !gone.contains(reply) {
                        gone.push(*reply);
                    }
                }
                (_, [Step::Field("stances"), Step::Entry(stance), _]) => {
                    falls.entries.push(format!("stances[{stance}]"));
                }
                _ => falls.fields.push(path),
            }
        }
    }
    gone[1..].sort_unstable();
    falls.entries.extend(gone[1..].iter().map(|at| format!("{name}[{at}]")));
    falls
}

/// Removes the entry at a path, and what goes with it.
pub fn remove(card: &Value, path: &str) -> Vec<Edit> {
    if path.is_empty() || get(card, path).is_none() {
        return Vec::new();
    }
    let Falls { entries, fields } = falls(card, path);
    let mut edits = Vec::new();
    let mut removals: Vec<(String, usize)> = Vec::new();
    for path in std::iter::once(path.to_owned()).chain(fields).chain(entries) {
        match list_and_index(&path) {
            Some((list, at)) => removals.push((list.to_owned(), at)),
            None => edits.push(Edit::Set { path, to: None }),
        }
    }
    // The entry itself and what is in its list come first, and of each list the last entry, so that the others stay
    // where they are.
    let own = list_and_index(path).map(|(list, _)| list);
    removals.sort_by(|(list, at), (other, other_at)| {
        let key = |list: &str| (own != Some(list), list.to_owned());
        key(list).cmp(&key(other)).then(other_at.cmp(at))
    });
    edits.splice(0..0, removals.into_iter().map(|(list, at)| Edit::Remove { list, at }));
    edits
}

/// The list and the index of the entry at a path: `stances[0].reasons` and 1 of `stances[0].reasons[1]`.
pub(crate) fn list_and_index(path: &str) -> Option<(&str, usize)> {
    let Some(Step::Entry(at)) = parse_path(path).last().copied() else { return None };
    Some((&path[..path.rfind('[')?], at))
}
