//! What an entry, or a part of one, is called in a list or a sentence.

use summary_card::text::fill;

use crate::document::{Step, parse_path};
use crate::state::{EntryKind, Names};
use crate::text::Strings;

/// The longest that the words of an entry may be in a title, in characters.
const MOST: usize = 90;

/// A title such as "Claim 3: The bridge is closed".
pub fn title(words: &Strings, names: &Names, path: &str) -> String {
    let Some(entry) = names.entry(path) else { return words.about_card.to_owned() };
    let number = (entry.at + 1).to_string();
    let kind = words.entry_kinds[index(entry.kind)];
    let text = match &entry.toward {
        Some((label, claim)) => fill(words.stance_title, &[&entry.words, words.label(label), claim]),
        None if entry.words.is_empty() => words.no_words.to_owned(),
        None => entry.words,
    };
    let title = fill(words.entry_title, &[kind, &number, &short(&text)]);
    match parse_path(path)[..] {
        [_, _, Step::Field(part @ ("reasons" | "parts")), Step::Entry(at), ..] => {
            let part = if part == "parts" { words.part } else { words.reason };
            fill(words.part_of, &[part, &(at + 1).to_string(), &title])
        }
        _ => title,
    }
}

/// The place of a kind in the tables of words.
pub fn index(kind: EntryKind) -> usize {
    EntryKind::LISTS.iter().position(|each| *each == kind).unwrap_or_default()
}

/// The beginning of a text.
pub fn short(text: &str) -> String {
    if text.chars().nth(MOST).is_none() {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(MOST).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}
