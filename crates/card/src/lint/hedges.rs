//! `lost-hedge`: the quotes are hedged or negated, and what rests on them is not.

use super::Quoted;
use super::words::{Words, find};
use crate::{Problem, Rule};

/// Compares a claim or a point with its quotes taken together. Any hedge of the list in the text will do for any
/// hedge in the quotes ("could" for "might"), and likewise with negations.
pub fn lost(quoted: &Quoted<'_>, words: &Words, problems: &mut Vec<Problem>) {
    let Quoted { what, text, quotes, path } = quoted;
    let mut report = |kind: &str, word: &str| {
        let message = format!("the quote has the {kind} \"{word}\", and the {what} has none");
        let help = format!("keep the {kind} in the {what}, so that it says no more than the article does");
        problems.push(Problem::new(Rule::LostHedge, path.as_str(), message, help));
    };
    let in_quotes = |list, phrases| quotes.iter().find_map(|quote| find(&quote.exact, list, phrases));
    if let Some(hedge) = in_quotes(words.hedges, words.hedge_phrases)
        && find(text, words.hedges, words.hedge_phrases).is_none()
    {
        report("hedge", &hedge);
    }
    if let Some(negation) = in_quotes(words.negations, &[])
        && find(text, words.negations, &[]).is_none()
        && find(text, words.refusals, &[]).is_none()
    {
        report("negation", &negation);
    }
}
