//! Fill in the missing `prefix` and `suffix` of quotes that are certain, and change nothing else in the text of
//! a card file.

use std::ops::Range;

use quote::{Anchor, Index};

use super::refusal::BYTE_ORDER_MARK;
use super::source::{Object, SourceText};
use super::{Quote, parse};

/// A text in which something was filled in.
pub struct Fixed {
    /// The text as it should be.
    pub text: String,
    /// How many quotes got a `prefix`, a `suffix` or both.
    pub quotes: usize,
}

/// Some bytes of the text, and what stands there instead.
type Edit = (Range<usize>, String);

/// Fills in the words of the article before and after every quote that is found at one place. A byte order mark
/// stays. `None` where there is nothing to fill in, or no card that could be read.
pub fn fill_in_contexts(text: &str, article: &Index) -> Option<Fixed> {
    let mark = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
    let (mark, text) = text.split_at(mark);
    let card = parse(text).ok()?;
    let source = SourceText::new(text).ok()?;
    let mut edits: Vec<Edit> = Vec::new();
    let mut count = 0;
    for entry in card.quotes() {
        let quote = entry.quote;
        let object = source.find(&entry.path()).and_then(|node| Some((node.range.start, node.object()?)));
        let fields = missing_context(quote, article);
        if let (Some((start, object)), false) = (object, fields.is_empty()) {
            count += 1;
            edit(text, start, object, &fields, &mut edits)?;
        }
    }
    if count == 0 {
        return None;
    }
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let mut fixed = mark.to_owned();
    let mut done = 0;
    for (range, new) in edits {
        fixed.push_str(&text[done..range.start]);
        fixed.push_str(&new);
        done = range.end;
    }
    fixed.push_str(&text[done..]);
    Some(Fixed { text: fixed, quotes: count })
}

/// The fields `prefix` and `suffix` that a quote lacks, each with the article's words for it, where it is certain which
/// place in the article is meant. Few quotes lack one, so that most cost nothing.
pub fn missing_context(quote: &Quote, article: &Index) -> Vec<(&'static str, String)> {
    let is_missing = [&quote.prefix, &quote.suffix].map(|text| is_missing(text.as_ref()));
    if is_missing == [false, false] {
        return Vec::new();
    }
    let Some((prefix, suffix)) = context(quote, article) else { return Vec::new() };
    let fields = [("prefix", prefix), ("suffix", suffix)].into_iter().zip(is_missing);
    fields.filter(|((_, new), is_missing)| *is_missing && !new.is_empty()).map(|(field, _)| field).collect()
}

/// The words around a quote, where it is certain which place in the article is meant.
fn context(quote: &Quote, article: &Index) -> Option<(String, String)> {
    let found = article.find(&quote.exact, quote.prefix.as_deref(), quote.suffix.as_deref());
    let Anchor::Exact(span) = found else { return None };
    let (prefix, suffix) = article.context(&span);
    let with = |old: &Option<String>, new: &str| {
        if is_missing(old.as_ref()) { new.to_owned() } else { old.clone().unwrap_or_default() }
    };
    // With the new context the quote must still be found, and at the same place.
    let again =
        article.find(&quote.exact, Some(&with(&quote.prefix, &prefix)), Some(&with(&quote.suffix, &suffix)));
    (again == Anchor::Exact(span)).then_some((prefix, suffix))
}

fn is_missing(text: Option<&String>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}

/// Writes fields into an object that begins at `start`, in the way in which it is written already.
fn edit(
    text: &str,
    start: usize,
    object: &Object,
    fields: &[(&str, String)],
    edits: &mut Vec<Edit>,
) -> Option<()> {
    let first = object.fields().first()?;
    let exact = object.get("exact")?;
    let gap = &text[start + 1..first.name_range.start];
    let colon = &text[exact.name_range.end..exact.node.range.start];
    let mut added = String::new();
    for (name, value) in fields {
        let value = serde_json::Value::from(value.as_str()).to_string();
        match object.get(name) {
            // It is there, as null or as an empty text.
            Some(old) => edits.push((old.node.range.clone(), value)),
            None => added = format!("{added},{gap}\"{name}\"{colon}{value}"),
        }
    }
    if !added.is_empty() {
        let end = exact.node.range.end;
        edits.push((end..end, added));
    }
    Some(())
}
