//! What a place in the article must be like to count as the quote's. All the numbers are here.
//!
//! Other ways of finding quotes take the best place whatever it is like; here a place that leaves a doubt is not taken,
//! because a quote shown as not found harms less than one shown in the wrong place. What decides is the quote with all
//! its context, word for word; else that one place alone is like it, and says the same in names, numbers and negations.
//! Likeness is counted in thousandths, so that no floating point comes into the browser.

use std::ops::Range;

use super::diff::{Step, steps};
use super::words::{Words, are_opposites, is_inside_word, is_protected, starts_sentence};

/// Quotes shorter than this many folded characters are found word for word or not at all: so few are
/// nearly the same as many things.
pub const NEAR_FROM: usize = 20;
/// A place may differ from the quote in one character of this many.
pub const CHARACTERS_PER_ERROR: usize = 10;
/// A quote of this many folded characters, found word for word, need not have its context around it any more: its
/// neighbours may be edited or moved. But a context that names somebody else, another number or the opposite is doubt
/// at any length.
pub const STANDS_ALONE: usize = 40;
/// One character of so many may differ for another place to be a rival: so like the quote with its context that the
/// quote may be from there, edited.
pub const RIVAL: usize = 3;
/// How many folded characters of a prefix or a suffix are looked at, those next to the quote.
pub const CONTEXT: usize = 32;

/// The best score.
pub(super) const PERFECT: usize = 1000;

/// How alike two things are, in thousandths, that are so many errors apart.
pub(super) fn likeness(errors: usize, len: usize) -> usize {
    PERFECT - (errors.min(len) * PERFECT).checked_div(len).unwrap_or(0)
}

/// Says of a word whether it may not change.
pub(super) type Tells<'a> = &'a dyn Fn(&Range<usize>) -> bool;

/// Whether two texts differ in a word that may not change: there is one in only one of them, or two opposites stand
/// for each other. With each text comes what says which of its words may not change.
pub(super) fn differ_in_meaning(
    (a, a_tells): (&Words, Tells<'_>),
    (b, b_tells): (&Words, Tells<'_>),
    steps: &[Step],
) -> bool {
    // A run of what was removed and then of what was added in its stead.
    let mut runs = steps.split(|step| matches!(step, Step::Same(_)));
    runs.any(|run| {
        let removed = run.iter().filter_map(|step| match step {
            Step::Removed(at) => Some(&a.words[*at]),
            _ => None,
        });
        let added = run.iter().filter_map(|step| match step {
            Step::Added(at) => Some(&b.words[*at]),
            _ => None,
        });
        let is_moved_sentence_start = removed.clone().count() == added.clone().count()
            && removed.clone().zip(added.clone()).all(|(own, other)| {
                let (small, other_small) = (&a.chars[own.clone()], &b.chars[other.clone()]);
                small == other_small
                    || is_capital_of(a.chars, own, other_small)
                    || is_capital_of(b.chars, other, small)
            });
        if is_moved_sentence_start {
            return false;
        }
        removed.clone().any(a_tells)
            || added.clone().any(b_tells)
            || removed.clone().any(|own| {
                let mut others = added.clone();
                others.any(|other| are_opposites(&a.chars[own.clone()], &b.chars[other.clone()]))
            })
    })
}

/// Whether a place differs from a quote in a number, a negation or a name.
pub(super) fn changes_meaning(quote: &[char], text: &[char], place: Range<usize>) -> bool {
    let (start, end) = (place.start, place.end);
    let (a, b) = (Words::all(quote), Words::new(text, place));
    let steps = steps(&a, &b);
    let a_tells = |word: &Range<usize>| is_protected(&a.chars[word.clone()]);
    let b_tells = |word: &Range<usize>| is_protected(&b.chars[word.clone()]);
    // A quote that goes on in other words than the article may have left out what comes next there.
    let last = steps.rsplit(|step| matches!(step, Step::Same(_))).next().unwrap_or_default();
    let first = steps.split(|step| matches!(step, Step::Same(_))).next().unwrap_or_default();
    let reach = quote.len() / CHARACTERS_PER_ERROR;
    let is_left_out = |run: &[Step], is_end: bool| {
        let removed = |step: &Step| if let Step::Removed(at) = step { Some(a.get(*at)) } else { None };
        let added = |step: &Step| if let Step::Added(at) = step { Some(b.get(*at)) } else { None };
        let is_words = |word: &&[char]| word.iter().any(|c| c.is_alphanumeric());
        let mut own = run.iter().filter_map(removed).filter(is_words);
        let mut other = run.iter().filter_map(added).filter(is_words);
        let len = reach + own.clone().map(|word| word.len() + 1).sum::<usize>();
        let pair = if is_end { (own.next_back(), other.next_back()) } else { (own.next(), other.next()) };
        let is_open = match pair {
            (None, _) => false,
            (Some(_), None) => true,
            (Some(own), Some(other)) => !are_alike(own, other),
        };
        let beyond = if is_end {
            end..whole_words(text, (end + len).min(text.len()), true)
        } else {
            whole_words(text, start.saturating_sub(len), false)..start
        };
        is_open && Words::all(&text[beyond]).has(is_protected)
    };
    differ_in_meaning((&a, &a_tells), (&b, &b_tells), &steps)
        || is_left_out(last, true)
        || is_left_out(first, false)
}

/// The next word bound, forwards or backwards, but not far.
fn whole_words(text: &[char], mut at: usize, is_forwards: bool) -> usize {
    for _ in 0..CONTEXT {
        if !is_inside_word(text, at) {
            break;
        }
        at = if is_forwards { at + 1 } else { at - 1 };
    }
    at
}

/// Whether two words look like two forms or spellings of one: beginning and ending alike for more than half.
fn are_alike(a: &[char], b: &[char]) -> bool {
    let shorter = a.len().min(b.len());
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take(shorter - head).take_while(|(a, b)| a == b).count();
    (head + tail) * 2 > a.len().max(b.len())
}

/// Whether a word at the start of a sentence is another word with a capital and nothing else changed.
///
/// That capital is the sentence's, not a name's: "Regional leaders" where the article goes on "and regional
/// leaders".
fn is_capital_of(text: &[char], word: &Range<usize>, lower: &[char]) -> bool {
    let (Some((first, rest)), Some((small, small_rest))) =
        (text[word.clone()].split_first(), lower.split_first())
    else {
        return false;
    };
    first.is_uppercase()
        && first.to_lowercase().eq([*small])
        && rest == small_rest
        && rest.iter().all(|c| !c.is_uppercase())
        && starts_sentence(text, word.start)
}
