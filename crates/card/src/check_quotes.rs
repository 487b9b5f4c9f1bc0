//! A card against its article: whether every quote is there, and only once.

use super::{Card, Problem, Quote, QuoteEntry, Rule};
use quote::{Anchor, Diff, Index, Orphan};

/// How alike a passage must be to be worth showing, in thousandths: below this it is chance.
const LIKE_ENOUGH: usize = 400;

/// Every quote of a card that the article does not have, has differently, or has more than once, in the
/// order of the file.
pub fn check_quotes(card: &Card, article: &Index) -> Vec<Problem> {
    let judge = |entry: QuoteEntry<'_>| judge(entry.quote, &[&entry.path(), ".exact"].concat(), article);
    card.quotes().into_iter().filter_map(judge).collect()
}

fn judge(quote: &Quote, path: &str, article: &Index) -> Option<Problem> {
    let problem = |rule, message: &str, help: String| Some(Problem::new(rule, path, message, help));
    match article.find(&quote.exact, quote.prefix.as_deref(), quote.suffix.as_deref()) {
        Anchor::Exact(_) => {
            let count = article.count(&quote.exact);
            if count < 2 || has_context(quote) {
                return None;
            }
            let message = format!("the quote is at {} places in the article", many(count));
            problem(
                Rule::AmbiguousQuote,
                &message,
                "add the words before it as `prefix` or those after it as `suffix`".into(),
            )
        }
        Anchor::Near(span, diff) => {
            let help = passage(&article.text()[span.bytes], &diff, "the article has");
            problem(Rule::QuoteInexact, "the article has this quote nearly, but not word for word", help)
        }
        Anchor::Orphan(orphan) => {
            let (message, help) = match orphan {
                Orphan::Missing => ("the quote is not in the article".into(), nearest(quote, article)),
                Orphan::Changed => (
                    "the article has this quote with another number, negation or name".into(),
                    nearest(quote, article),
                ),
                Orphan::Context => (
                    "the quote is not in the article with this `prefix` and `suffix`".into(),
                    nearest(quote, article),
                ),
                Orphan::Ambiguous(count) => (
                    format!("the quote could be at {} places in the article", many(count)),
                    "add the words before it as `prefix` and those after it as `suffix`".into(),
                ),
            };
            problem(Rule::QuoteNotFound, &message, help)
        }
    }
}

/// Whether a quote says anything about what is around it.
pub fn has_context(quote: &Quote) -> bool {
    [&quote.prefix, &quote.suffix].into_iter().flatten().any(|text| !text.trim().is_empty())
}

fn many(count: usize) -> String {
    // The index counts no further.
    if count >= 1000 { "1000 or more".into() } else { count.to_string() }
}

fn nearest(quote: &Quote, article: &Index) -> String {
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

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
