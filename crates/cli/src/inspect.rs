//! All problems of one card file's text, each with its place in the text.

use std::ops::Range;

use card::source::Source;
use card::{self, ErrorCode, Level, ParseError, Place, Problem, Rule, shape};

use quote::Index;

use super::CheckArgs;

/// A problem and the bytes of the text to point at; `None` for the file as a whole.
pub struct Found {
    /// The problem.
    pub problem: Problem,
    /// The bytes to point at.
    pub range: Option<Range<usize>>,
}

/// Finds the problems of a card file's text (without a byte order mark) in the order of the file, at the
/// levels that the command line asks for.
pub fn inspect(text: &str, args: &CheckArgs, article: Option<&Index>) -> Vec<Found> {
    let source = Source::new(text);
    let mut found = Vec::new();
    match card::parse(text) {
        Err(error) if error.code != ErrorCode::WrongShape && !forgot_version(text) => {
            found.push(unreadable(&error, &source));
        }
        // Whatever its first error of shape, the walk below finds it again, with all the others.
        _ => {
            for problem in problems_of(text, article) {
                let range = match problem.rule {
                    Rule::UnknownField => source.key_range(&problem.path),
                    _ => source.value_range(&problem.path),
                };
                found.push(Found { problem, range: Some(range) });
            }
            for (path, range) in source.duplicate_keys() {
                let message = format!("the field `{path}` stands here a second time");
                let problem = Problem::new(Rule::DuplicateKey, path, message, "remove one of the two");
                found.push(Found { problem, range: Some(range) });
            }
        }
    }
    for Found { problem, .. } in &mut found {
        problem.level = level(problem.rule, args);
    }
    found.retain(|found| found.problem.level != Level::Allow);
    found.sort_by_key(|found| (found.range.as_ref().map_or(0, |range| range.start), found.problem.rule));
    found
}

/// Whether this is an object with no version at all: a slip, rather than a file of another version.
fn forgot_version(text: &str) -> bool {
    let value: Option<serde_json::Value> = serde_json::from_str(text).ok();
    value.is_some_and(|value| value.is_object() && value.get("version").is_none())
}

/// The level of a rule on this command line.
pub fn level(rule: Rule, args: &CheckArgs) -> Level {
    if args.deny.contains(&rule) {
        Level::Deny
    } else if args.warn.contains(&rule) {
        Level::Warn
    } else if args.allow.contains(&rule) {
        Level::Allow
    } else {
        rule.level()
    }
}

fn problems_of(text: &str, article: Option<&Index>) -> Vec<Problem> {
    let Ok(value) = serde_json::from_str(text) else { return Vec::new() };
    let shape::Shaped { card, mut problems, replaced } = shape::check_shape(value);
    if let Some(card) = &card {
        let quotes = article.map(|article| card::against(card, article)).unwrap_or_default();
        let more = card::check(card).into_iter().chain(card::lint(card)).chain(quotes);
        problems.extend(more.filter(|problem| !follows_from(problem, &replaced)));
    }
    problems
}

/// Whether a problem is but a consequence of something empty that stands in for a wrong shape.
fn follows_from(problem: &Problem, replaced: &[String]) -> bool {
    replaced.iter().any(|path| {
        if path.is_empty() {
            return true;
        }
        let inside = problem.path.strip_prefix(path.as_str());
        let list = path.split(['[', '.']).next().unwrap_or_default();
        // An actor or a claim whose id could not be read leaves others pointing at nothing.
        let ids_lost = matches!(list, "actors" | "claims" | "stances" | "comments")
            && matches!(problem.rule, Rule::UnknownId | Rule::UnusedActor);
        inside.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '['])) || ids_lost
    })
}

fn unreadable(error: &ParseError, source: &Source<'_>) -> Found {
    let rule = match error.code {
        ErrorCode::NotJson => Rule::NotJson,
        ErrorCode::TooLarge => Rule::TooLarge,
        ErrorCode::WrongVersion => Rule::WrongVersion,
        ErrorCode::WrongShape => Rule::WrongShape,
    };
    let range = if error.path.is_empty() {
        error.place.map(|place| range_at(source.text(), place))
    } else {
        Some(source.value_range(&error.path))
    };
    Found { problem: Problem::new(rule, error.path.clone(), error.message.clone(), ""), range }
}

/// The bytes of the character at a place.
fn range_at(text: &str, place: Place) -> Range<usize> {
    let line: usize = text.split_inclusive('\n').take(place.line - 1).map(str::len).sum();
    let rest = &text[line..];
    let start = rest.char_indices().nth(place.column - 1).map_or(rest.len(), |(index, _)| index);
    let length = rest[start..].chars().next().map_or(0, char::len_utf8);
    line + start..line + start + length
}
