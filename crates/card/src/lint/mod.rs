//! Lint rules: what makes a card less honest or less useful than it could be, judged from the card
//! alone. The rules that need the article's text are in [`check_quotes`](super::check_quotes()).

mod hedges;
mod numbers;
mod points;
pub mod words;

use std::collections::HashSet;

use self::words::Words;
use super::{Card, Claim, Label, Problem, Quote, Reason, Rule, Stance};

/// Every lint problem of a card, in the order of the file, each at its rule's own level.
pub fn lint(card: &Card) -> Vec<Problem> {
    let mut problems = Vec::new();
    let words = words::for_language(card.in_language.as_deref());
    points::lint(card, words, &mut problems);
    unused_actors(card, &mut problems);
    for (i, claim) in card.claims.iter().enumerate() {
        let path = format!("claims[{i}]");
        status(claim, &path, &mut problems);
        if claim.evidence.is_empty() {
            let message = format!("no quote shows the claim `{}`", claim.id);
            problems.push(Problem::new(
                Rule::ClaimWithoutQuote,
                path.as_str(),
                message,
                "add the article's sentence as `evidence`",
            ));
        } else {
            let quotes = claim.evidence.iter().collect();
            Quoted { what: "claim", text: &claim.text, quotes, path: format!("{path}.text") }
                .lint(words, &mut problems);
        }
        reviewer(claim, &path, &mut problems);
    }
    for (i, stance) in card.stances.iter().enumerate() {
        stance_quotes(stance, &format!("stances[{i}]"), &mut problems);
    }
    problems
}

/// A text of the editor's with the quotes that it has to keep to.
struct Quoted<'a> {
    /// What the text is: a claim or a point.
    what: &'static str,
    text: &'a str,
    quotes: Vec<&'a Quote>,
    /// Where the text stands.
    path: String,
}

impl Quoted<'_> {
    /// What the text says beyond its quotes. Hedges are looked for in languages with `words` alone.
    fn lint(&self, words: Option<&Words>, problems: &mut Vec<Problem>) {
        if let Some(words) = words {
            hedges::lost(self, words, problems);
        }
        numbers::missing(self, problems);
    }
}

fn unused_actors(card: &Card, problems: &mut Vec<Problem>) {
    let authors = card.claims.iter().flat_map(|claim| &claim.author);
    let used: HashSet<&str> =
        authors.chain(card.stances.iter().map(|stance| &stance.actor)).map(String::as_str).collect();
    for (i, actor) in card.actors.iter().enumerate() {
        if !used.contains(actor.id.as_str()) {
            let message = format!("the actor `{}` makes no claim and takes no stance", actor.id);
            let help = "remove the actor, or look for a misspelled id";
            problems.push(Problem::new(Rule::UnusedActor, format!("actors[{i}]"), message, help));
        }
    }
}

fn status(claim: &Claim, path: &str, problems: &mut Vec<Problem>) {
    if claim.status.is_none() {
        let message = format!("the claim `{}` has no status", claim.id);
        let help = "say what the article shows: `reported`, `attributed`, `disputed` or `unreviewed`";
        problems.push(Problem::new(Rule::ClaimWithoutStatus, path, message, help));
    }
}

fn reviewer(claim: &Claim, path: &str, problems: &mut Vec<Problem>) {
    if claim.review.as_ref().is_some_and(|review| review.author.name.trim().is_empty()) {
        let path = format!("{path}.review.author.name");
        let help = "name who published the fact check";
        problems.push(Problem::new(Rule::ReviewWithoutReviewer, path, "the review names no reviewer", help));
    }
}

fn stance_quotes(stance: &Stance, path: &str, problems: &mut Vec<Problem>) {
    let help = "add the article's sentence as `evidence`, or choose the label `none`";
    let mut report = |path: String, message: String| {
        problems.push(Problem::new(Rule::StanceWithoutQuote, path, message, help));
    };
    match stance.label {
        Label::Favor | Label::Against => {
            if !has_quote(&stance.evidence, &stance.reasons) {
                report(path.to_owned(), format!("no quote shows the stance of `{}`", stance.actor));
            }
        }
        Label::Mixed => {
            for (i, part) in stance.parts.iter().enumerate() {
                if part.label != Label::None && !has_quote(&part.evidence, &part.reasons) {
                    report(
                        format!("{path}.parts[{i}]"),
                        format!("no quote shows the stance of `{}`", part.name),
                    );
                }
            }
        }
        Label::None => {}
    }
}

fn has_quote(evidence: &[Quote], reasons: &[Reason]) -> bool {
    !evidence.is_empty() || reasons.iter().any(|reason| !reason.evidence.is_empty())
}
