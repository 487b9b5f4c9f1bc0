//! The entries of a card, as lists show them.

use std::collections::HashMap;

use card::Rule;
use serde_json::Value;

use crate::document::{Step, get, parse_path};
use crate::references::entries;

/// What kind of entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// The card as a whole.
    About,
    /// A point of the summary.
    Point,
    /// A claim.
    Claim,
    /// A person or a group.
    Actor,
    /// A stance.
    Stance,
    /// A sample comment.
    Comment,
}

impl EntryKind {
    /// In the order in which they are shown.
    pub const LISTS: [Self; 5] = [Self::Point, Self::Claim, Self::Actor, Self::Stance, Self::Comment];

    /// The name of its list in the card file.
    pub const fn list(self) -> &'static str {
        match self {
            Self::About => "",
            Self::Point => "abstract",
            Self::Claim => "claims",
            Self::Actor => "actors",
            Self::Stance => "stances",
            Self::Comment => "comments",
        }
    }

    /// The field in which one begins to write.
    pub const fn first_field(self) -> &'static str {
        match self {
            Self::About => "headline",
            Self::Point | Self::Claim | Self::Comment => "text",
            Self::Actor => "name",
            Self::Stance => "actor",
        }
    }

    /// The field in which one begins to write in a new entry of any list: within its path, with its dot. Empty where the
    /// entry is a text itself.
    pub fn first_field_in(list: &str) -> String {
        match list.rsplit_once('.').map_or(list, |(_, name)| name) {
            "reasons" => ".text".to_owned(),
            "parts" | "appearance" => ".name".to_owned(),
            name if Self::of_list(name) != Self::About => format!(".{}", Self::of_list(name).first_field()),
            _ => String::new(),
        }
    }

    /// The kind of a list's entries.
    pub fn of_list(name: &str) -> Self {
        Self::LISTS.into_iter().find(|kind| kind.list() == name).unwrap_or(Self::About)
    }
}

/// The path of the entry that a path lies in: `claims[3]` of `claims[3].evidence[0].exact`; `about` for what belongs to
/// none.
pub fn entry_of(path: &str) -> String {
    match parse_path(path)[..] {
        [Step::Field(list), Step::Entry(at), ..] if EntryKind::of_list(list) != EntryKind::About => {
            entry_path(list, at)
        }
        _ => "about".to_owned(),
    }
}

/// The path of the field that a problem of a rule is solved in: some rules are about what is missing.
pub fn field_of(rule: Rule, path: &str) -> String {
    match rule {
        Rule::ClaimWithoutStatus => format!("{path}.status"),
        Rule::ClaimWithoutQuote | Rule::StanceWithoutQuote => format!("{path}.evidence"),
        Rule::PointWithoutClaim => format!("{path}.claims"),
        _ => path.to_owned(),
    }
}

/// The path of a list's entry.
pub fn entry_path(list: &str, at: usize) -> String {
    format!("{list}[{at}]")
}

/// One entry in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: EntryKind,
    /// Its index in its list.
    pub at: usize,
    /// Its words: the text of a claim, the name of an actor; of a stance the actor's.
    pub words: String,
    /// Of a stance: its label, and the text of the claim.
    pub toward: Option<(String, String)>,
}

/// The names of actors and the texts of claims by their ids: made once for many entries.
pub struct Names<'v> {
    card: &'v Value,
    actors: HashMap<&'v str, &'v str>,
    claims: HashMap<&'v str, &'v str>,
}

impl<'v> Names<'v> {
    /// Reads them.
    pub fn of(card: &'v Value) -> Self {
        Self { card, actors: by_id(card, "actors", "name"), claims: by_id(card, "claims", "text") }
    }

    /// The name of an actor; its id where it has none.
    pub fn actor<'s>(&'s self, id: &'s str) -> &'s str {
        self.actors.get(id).copied().filter(|name| !name.is_empty()).unwrap_or(id)
    }

    /// The text of a claim, likewise.
    pub fn claim<'s>(&'s self, id: &'s str) -> &'s str {
        self.claims.get(id).copied().filter(|text| !text.is_empty()).unwrap_or(id)
    }

    /// The entry that a path lies in.
    pub fn entry(&self, path: &str) -> Option<Entry> {
        let [Step::Field(list), Step::Entry(at), ..] = parse_path(path)[..] else { return None };
        let kind = EntryKind::of_list(list);
        let value = self.card.get(list)?.get(at)?;
        let text = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
        let words = match kind {
            EntryKind::About => return None,
            EntryKind::Point => value.as_str().unwrap_or_else(|| text("text")),
            EntryKind::Claim | EntryKind::Comment => text("text"),
            EntryKind::Actor => text("name"),
            EntryKind::Stance => self.actor(text("actor")),
        };
        let toward = (kind == EntryKind::Stance)
            .then(|| (text("label").to_owned(), self.claim(text("target")).to_owned()));
        Some(Entry { kind, at, words: words.to_owned(), toward })
    }
}

/// The path of the first quote in an entry, or of the quote itself.
pub fn first_quote(card: &Value, path: &str) -> Option<String> {
    let value = get(card, path)?;
    if value.get("exact").is_some() {
        return Some(path.to_owned());
    }
    let has_quote = |of: &str| get(card, of).is_some();
    let own = format!("{path}.evidence[0]");
    if has_quote(&own) {
        return Some(own);
    }
    let inner = ["reasons", "parts"].iter().flat_map(|list| {
        let count = value.get(list).and_then(Value::as_array).map_or(0, Vec::len);
        (0..count).map(move |at| format!("{path}.{list}[{at}]"))
    });
    inner.into_iter().find_map(|path| first_quote(card, &path))
}

fn by_id<'v>(card: &'v Value, list: &str, field: &str) -> HashMap<&'v str, &'v str> {
    let pairs = entries(card, list).iter().filter_map(|entry| {
        let id = entry.get("id")?.as_str()?;
        Some((id, entry.get(field).and_then(Value::as_str).unwrap_or_default()))
    });
    pairs.collect()
}
