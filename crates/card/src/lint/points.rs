//! The points of the summary: whether they name claims, and keep to their quotes.

use super::Quoted;
use super::words::Words;
use crate::limits::{MAX_POINT_CLAIMS, MAX_SUMMARY_POINTS};
use crate::{Card, Claim, Point, Problem, Quote, Rule};

/// Looks at every point that a good card may have.
pub fn lint(card: &Card, words: Option<&Words>, problems: &mut Vec<Problem>) {
    for (i, point) in card.summary.iter().enumerate().take(MAX_SUMMARY_POINTS) {
        let path = format!("abstract[{i}]");
        if point.claims.is_empty() && !card.claims.is_empty() {
            let message = "the point names no claim that it rests on";
            let help = "write it as `{ \"text\": …, \"claims\": [the ids of the claims] }`";
            problems.push(Problem::new(Rule::PointWithoutClaim, path.as_str(), message, help));
        }
        let quotes = quotes_of(card, point);
        if !quotes.is_empty() {
            Quoted { what: "point", text: &point.text, quotes, path: point.text_path(&path) }
                .lint(words, problems);
        }
    }
}

/// The quotes of the claims that a point names, as many as it may, those of each claim once.
fn quotes_of<'a>(card: &'a Card, point: &Point) -> Vec<&'a Quote> {
    let is_named = |claim: &&Claim| point.claims.iter().take(MAX_POINT_CLAIMS).any(|id| *id == claim.id);
    card.claims.iter().filter(is_named).flat_map(|claim| &claim.evidence).collect()
}
