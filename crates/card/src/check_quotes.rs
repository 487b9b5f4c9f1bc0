//! A card against its article: whether every quote is there, and only once.

use std::collections::BTreeMap;

use super::limits::MAX_QUOTE;
use super::{Card, Problem, Quote, Rule};
use quote::{Anchor, Diff, Index, Orphan, one_line};

/// How alike a passage must be to be worth showing, in thousandths: below this it is chance.
const LIKE_ENOUGH: usize = 400;

/// How much text of the article may be read for the nearest passages, in characters times the quote's length in
/// blocks of 64. Finding them costs far more than finding out that a quote is not there; a card with thousands of
/// such quotes needs another article, not thousands of nearest passages.
const MAX_READ_FOR_NEAREST: usize = 30_000_000;

/// Of how many quotes something is kept, which is more than a card file has.
const MAX_KNOWN: usize = 20_000;

/// What was found out about quotes in one article, so that checking again costs little where few quotes are new.
#[derive(Clone, Debug, Default)]
pub struct KnownQuotes {
    /// What is wrong with each, without its path.
    judged: BTreeMap<Quote, Option<Problem>>,
}

/// Every quote of a card that the article does not have, has differently, or has more than once, in the
/// order of the file. A quote longer than the format allows is not looked for.
pub fn check_quotes(card: &Card, article: &Index) -> Vec<Problem> {
    check_quotes_again(card, article, &mut KnownQuotes::default())
}

/// The same as [`check_quotes`], with what is known of quotes in this same article from before.
pub fn check_quotes_again(card: &Card, article: &Index, known: &mut KnownQuotes) -> Vec<Problem> {
    if known.judged.len() > MAX_KNOWN {
        known.judged.clear();
    }
    let mut room = MAX_READ_FOR_NEAREST;
    let mut problems = Vec::new();
    for entry in card.quotes() {
        if entry.quote.exact.chars().count() > MAX_QUOTE {
            continue;
        }
        // The same words are looked for once, however often they are quoted.
        if !known.judged.contains_key(entry.quote) {
            known.judged.insert(entry.quote.clone(), judge(entry.quote, article, &mut room));
        }
        if let Some(problem) = &known.judged[entry.quote] {
            problems.push(Problem { path: [&entry.path(), ".exact"].concat(), ..problem.clone() });
        }
    }
    problems
}

/// What is wrong with a quote, without its path.
fn judge(quote: &Quote, article: &Index, room: &mut usize) -> Option<Problem> {
    let problem = |rule, message: &str, help: String| Some(Problem::new(rule, "", message, help));
    match article.find(&quote.exact, quote.prefix.as_deref(), quote.suffix.as_deref()) {
        Anchor::Exact(_) => None,
        Anchor::Near(span, diff) => {
            let help = passage(&article.text()[span.bytes], &diff, "the article has");
            problem(Rule::QuoteInexact, "the article has this quote nearly, but not word for word", help)
        }
        Anchor::Orphan(orphan) => {
            let message = match orphan {
                Orphan::Missing => "the quote is not in the article",
                Orphan::Changed => "the article has this quote with another number, negation or name",
                Orphan::Context => "the quote is not in the article with this `prefix` and `suffix`",
                Orphan::Ambiguous(count) => {
                    return problem(
                        Rule::AmbiguousQuote,
                        &format!("the quote could be at {} places in the article", many(count)),
                        "add the words before it as `prefix` and those after it as `suffix`".into(),
                    );
                }
            };
            problem(Rule::QuoteNotFound, message, nearest(quote, article, room))
        }
    }
}

fn many(count: usize) -> String {
    // The index counts no further.
    if count >= 1000 { "1000 or more".into() } else { count.to_string() }
}

fn nearest(quote: &Quote, article: &Index, room: &mut usize) -> String {
    let cost = article.text().len() * (quote.exact.len() / 64 + 1);
    let Some(left) = room.checked_sub(cost) else { return String::new() };
    *room = left;
    let Some(nearest) = article.nearest(&quote.exact).filter(|nearest| nearest.likeness >= LIKE_ENOUGH)
    else {
        return String::new();
    };
    if nearest.diff.iter().all(|part| matches!(part, Diff::Same(_))) {
        let (before, after) = article.context(&nearest.span);
        return format!("the article has these words between {before:?} and {after:?}");
    }
    passage(&article.text()[nearest.span.bytes], &nearest.diff, "the nearest passage is")
}

/// A passage of the article and how the quote differs from it, as word diffs are usually written.
fn passage(text: &str, diff: &[Diff], title: &str) -> String {
    let mut difference = String::new();
    for part in diff {
        match part {
            Diff::Same(text) => difference.push_str(text),
            Diff::Removed(text) => difference.push_str(&marked(text, "[-", "-]")),
            Diff::Added(text) => difference.push_str(&marked(text, "{+", "+}")),
        }
    }
    format!(
        "{title}:\n  {}\nwhich differs ([-only in the quote-], {{+only in the article+}}):\n  {}",
        one_line(text),
        one_line(&difference)
    )
}

/// Puts marks around a text, inside the white space at its ends.
fn marked(text: &str, open: &str, close: &str) -> String {
    let inner = text.trim();
    let start = text.len() - text.trim_start().len();
    let (before, after) = (&text[..start], &text[start + inner.len()..]);
    [before, open, inner, close, after].concat()
}
