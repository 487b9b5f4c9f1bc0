//! All problems of a card file's text, each with its place in the text.

use quote::Index;

use super::refusal::{self, BYTE_ORDER_MARK, Refusal};
use super::source::{Irregularity, SourceText};
use super::{
    Card, KnownQuotes, Level, Levels, LocatedProblem, Problem, Rule, check, check_quotes_again, lint, shape,
};
use crate::limits::MAX_DEPTH;

/// A card file's text after it was checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckedText {
    /// The card with what could be read of it: where something has the wrong shape, something empty is in its place.
    /// The list entries are those of the file, so that paths lead to the same places. Empty where nothing could be read.
    pub card: Card,
    /// What [`check_text`] finds.
    pub problems: Vec<LocatedProblem>,
}

/// Finds every problem of a card file's text, in the order of the text. With an `article`, every quote is looked
/// for in it. A problem whose rule has the level [`Level::Allow`] is left out.
///
/// Offsets count from the start of the text, or from after its byte order mark where it begins with one.
pub fn check_text(text: &str, levels: &Levels, article: Option<&Index>) -> Vec<LocatedProblem> {
    let mut known = KnownQuotes::default();
    read_and_check(text, levels, article.map(|article| (article, &mut known))).problems
}

/// The same as [`check_text`], with the card that was checked, and with what is known of quotes in the article from
/// before.
pub fn read_and_check(
    text: &str,
    levels: &Levels,
    article: Option<(&Index, &mut KnownQuotes)>,
) -> CheckedText {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let refused = |refusal: Refusal| CheckedText { card: Card::default(), problems: vec![refusal.into()] };
    let CheckedText { card, mut problems } = match refusal::open(text) {
        Err(refusal) => refused(refusal),
        Ok(source) => match refusal::other_version(&source) {
            Some(refusal) => refused(refusal),
            None => check_source(&source, article),
        },
    };
    for LocatedProblem { problem, .. } in &mut problems {
        problem.level = levels.of(problem.rule);
    }
    problems.retain(|located| located.problem.level != Level::Allow);
    problems.sort_by_cached_key(|LocatedProblem { problem, range }| {
        (range.as_ref().map_or(0, |range| range.start), problem.rule)
    });
    CheckedText { card, problems }
}

fn check_source(source: &SourceText<'_>, article: Option<(&Index, &mut KnownQuotes)>) -> CheckedText {
    let mut problems: Vec<LocatedProblem> = irregularities(source).collect();
    let mut shaped = shape::check_shape(source);
    problems.append(&mut shaped.problems);
    let card = &shaped.card;
    let quotes = article.map(|(article, known)| check_quotes_again(card, article, known)).unwrap_or_default();
    for problem in check(card).into_iter().chain(lint(card)).chain(quotes) {
        if !shaped.explains(&problem, source) {
            let range = Some(source.range_of(&problem.path));
            problems.push(LocatedProblem { problem, range });
        }
    }
    CheckedText { card: shaped.card, problems }
}

fn irregularities(source: &SourceText<'_>) -> impl Iterator<Item = LocatedProblem> {
    source.irregularities().iter().map(|(kind, range)| {
        let path = source.path_at(range.start);
        let (problem, length) = match kind {
            Irregularity::TooDeep => {
                let message = format!("more than {MAX_DEPTH} lists and objects stand within each other here");
                // Its first bracket: it may be long, and over many lines.
                (Problem::new(Rule::TooDeep, path, message, ""), 1)
            }
            Irregularity::LoneSurrogate => {
                let message = format!("`{}` is half of a character", &source.text()[range.clone()]);
                let help = "write the character itself; the widget shows U+FFFD here";
                (Problem::new(Rule::LoneSurrogate, path, message, help), range.len())
            }
        };
        LocatedProblem { problem, range: Some(range.start..range.start + length) }
    })
}
