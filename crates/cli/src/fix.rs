//! `summary-card check --fix`: fill in the missing `prefix` and `suffix` of quotes that are certain, and
//! change nothing else in the file.

use std::ops::Range;

use card::limits::MAX_CONTEXT;
use card::source::Source;
use card::{self, Quote, has_context};
use jsonc_parser::ast::{Object, ObjectProp};
use jsonc_parser::common::Ranged;
use quote::{Anchor, Index};

/// The text with the missing contexts filled in, and the number of quotes that got one; `None` where
/// there is nothing to fill in, or no card that could be read.
pub fn fix(text: &str, article: &Index) -> Option<(String, usize)> {
    let card = card::parse(text).ok()?;
    let source = Source::new(text);
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut count = 0;
    for entry in card.quotes() {
        let quote = entry.quote;
        let (Some(object), Some((prefix, suffix))) = (source.object(&entry.path()), context(quote, article))
        else {
            continue;
        };
        let mut fields = Vec::new();
        for (name, old, new) in [("prefix", &quote.prefix, prefix), ("suffix", &quote.suffix, suffix)] {
            if is_missing(old.as_ref()) && !new.is_empty() {
                fields.push((name, new));
            }
        }
        if !fields.is_empty() {
            count += 1;
            edit(text, object, &fields, &mut edits)?;
        }
    }
    if count == 0 {
        return None;
    }
    // From the end, so that earlier places stay where they are.
    edits.sort_by_key(|(range, _)| std::cmp::Reverse((range.start, range.end)));
    let mut fixed = text.to_owned();
    for (range, new) in edits {
        fixed.replace_range(range, &new);
    }
    Some((fixed, count))
}

/// The words around a quote, where it is certain which place in the article is meant.
fn context(quote: &Quote, article: &Index) -> Option<(String, String)> {
    let found = article.find(&quote.exact, quote.prefix.as_deref(), quote.suffix.as_deref());
    let Anchor::Exact(span) = found else { return None };
    if article.count(&quote.exact) != 1 && !has_context(quote) {
        return None;
    }
    let (prefix, suffix) = article.context(&span);
    let (prefix, suffix) = (last(&one_line(&prefix)), first(&one_line(&suffix)));
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

/// Writes fields into an object in the way in which it is written already.
fn edit(
    text: &str,
    object: &Object<'_>,
    fields: &[(&str, String)],
    edits: &mut Vec<(Range<usize>, String)>,
) -> Option<()> {
    let first = object.properties.first()?;
    let exact = object.get("exact")?;
    let gap = &text[object.range.start + 1..first.range.start];
    let colon = &text[name_end(exact)..exact.value.range().start];
    let mut added = String::new();
    for (name, value) in fields {
        let value = serde_json::Value::from(value.as_str()).to_string();
        match object.get(name) {
            // It is there, as null or as an empty text.
            Some(old) => edits.push((old.value.range().start..old.value.range().end, value)),
            None => added = format!("{added},{gap}\"{name}\"{colon}{value}"),
        }
    }
    if !added.is_empty() {
        let end = exact.range.end;
        edits.push((end..end, added));
    }
    Some(())
}

fn name_end(property: &ObjectProp<'_>) -> usize {
    use jsonc_parser::ast::ObjectPropName;
    match &property.name {
        ObjectPropName::String(literal) => literal.range.end,
        ObjectPropName::Word(word) => word.range.end,
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn first(text: &str) -> String {
    text.chars().take(MAX_CONTEXT).collect()
}

fn last(text: &str) -> String {
    text.chars().skip(text.chars().count().saturating_sub(MAX_CONTEXT)).collect()
}
