//! `lost-hedge`: the quote is hedged or negated, and the claim is not.

use super::words::{Words, find};
use crate::{Claim, Problem, Rule};

/// Compares a claim with its quotes taken together. Any hedge of the list in the claim will do for any
/// hedge in the quotes ("could" for "might"), and likewise with negations.
pub fn lost(claim: &Claim, words: &Words, path: &str, problems: &mut Vec<Problem>) {
    let path = format!("{path}.text");
    let mut report = |kind: &str, word: &str| {
        let message = format!("the quote has the {kind} \"{word}\", and the claim has none");
        let help = format!("keep the {kind} in the claim, so that it says no more than the article does");
        problems.push(Problem::new(Rule::LostHedge, path.as_str(), message, help));
    };
    let in_quotes = |list, phrases| claim.evidence.iter().find_map(|quote| find(&quote.exact, list, phrases));
    if let Some(hedge) = in_quotes(words.hedges, words.hedge_phrases)
        && find(&claim.text, words.hedges, words.hedge_phrases).is_none()
    {
        report("hedge", &hedge);
    }
    if let Some(negation) = in_quotes(words.negations, &[])
        && find(&claim.text, words.negations, &[]).is_none()
        && find(&claim.text, words.refusals, &[]).is_none()
    {
        report("negation", &negation);
    }
}
