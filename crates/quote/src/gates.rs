//! What a place in the article must be like to count as the quote's. All the numbers are here.
//!
//! A quote that stands there word for word, with all the context it came with, needs no number. What is measured
//! otherwise is how many characters differ (insertions, deletions, substitutions), white space aside. A place that
//! does not pass is not taken, because a quote shown as not found harms less than one shown in the wrong place.

use std::ops::Range;

use super::diff::{Step, steps};
use super::fold::Folded;
use super::words::{Words, are_opposites, is_protected};

/// Quotes shorter than this many characters, with their spaces, are found word for word or not at all: so few are
/// nearly the same as many things.
pub const NEAR_FROM: usize = 20;
/// A place may differ from the quote in one character of this many.
pub const CHARACTERS_PER_ERROR: usize = 10;
/// The context of a short quote may differ in one character of this many, prefix and suffix together.
pub const CONTEXT_PER_ERROR: usize = 2;
/// A quote of this many characters, found word for word, needs no more of its context than that it names nobody else:
/// a sentence keeps its place when the ones around it are edited, or it is moved.
pub const STANDS_ALONE: usize = 40;
/// Of two places neither of which has all the quote and all its context, the better one is better by one character of
/// this many of both, or it is not known which is the quote's.
pub const LEAD: usize = 3;
/// Of two places of a quote whose context was edited, the better one keeps more of all the words by one character of this
/// many, whatever was put in between, or it is not known which is the quote's.
pub const KEPT_LEAD: usize = 6;
/// How far away, in lengths of what is looked for, words are that may have been parted by something put in.
pub const REACH: usize = 2;
/// How many characters of a prefix or a suffix are looked at, those next to the quote. Tools cut contexts at this
/// length, in the middle of a word if need be; a shorter one is read as whole words.
pub const CONTEXT: usize = 32;

/// How alike two things are, in thousandths, that are so many errors apart.
pub(super) fn likeness(errors: usize, len: usize) -> usize {
    1000 - (errors.min(len) * 1000).checked_div(len).unwrap_or(0)
}

/// Says whether a word may not change.
type Tells<'a> = &'a dyn Fn(&Range<usize>) -> bool;

/// Whether two texts differ in a word that may not change: there is one in only one of them, or two opposites stand
/// for each other. With each text comes what says which of its words may not change.
pub(super) fn differ_in_meaning(
    (a, a_tells): (&Words, Tells),
    (b, b_tells): (&Words, Tells),
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
                a.at(own) == b.at(other)
                    || is_capital_of(a, own, b.at(other))
                    || is_capital_of(b, other, a.at(own))
            });
        if is_moved_sentence_start {
            return false;
        }
        removed.clone().any(a_tells)
            || added.clone().any(b_tells)
            || removed.clone().any(|own| {
                let mut others = added.clone();
                others.any(|other| are_opposites(a.at(own), b.at(other)))
            })
    })
}

/// Whether a place differs from a quote in a number, a negation or a name.
pub(super) fn changes_meaning(quote: &Folded, text: &Folded, place: Range<usize>) -> bool {
    let (start, end) = (place.start, place.end);
    let (a, b) = (Words::all(quote), Words::new(text, place));
    let steps = steps(&a, &b);
    let a_tells = |word: &Range<usize>| is_protected(a.at(word));
    let b_tells = |word: &Range<usize>| is_protected(b.at(word));
    // A quote that goes on in other words than the article may have left out what comes next there.
    let last = steps.rsplit(|step| matches!(step, Step::Same(_))).next().unwrap_or_default();
    let first = steps.split(|step| matches!(step, Step::Same(_))).next().unwrap_or_default();
    let reach = quote.ink.len() / CHARACTERS_PER_ERROR;
    let is_left_out = |run: &[Step], is_end: bool| {
        let removed = |step: &Step| if let Step::Removed(at) = step { Some(a.get(*at)) } else { None };
        let added = |step: &Step| if let Step::Added(at) = step { Some(b.get(*at)) } else { None };
        let is_words = |word: &&[char]| word.iter().any(|c| c.is_alphanumeric());
        let mut own = run.iter().filter_map(removed).filter(is_words);
        let mut other = run.iter().filter_map(added).filter(is_words);
        let len = reach + own.clone().map(<[char]>::len).sum::<usize>();
        let pair = if is_end { (own.next_back(), other.next_back()) } else { (own.next(), other.next()) };
        let is_open = match pair {
            (None, _) => false,
            (Some(_), None) => true,
            (Some(own), Some(other)) => !are_alike(own, other),
        };
        let beyond = if is_end {
            end..text.whole_words(end..text.ink.len().min(end + len), CONTEXT).end
        } else {
            text.whole_words(start.saturating_sub(len)..start, CONTEXT).start..start
        };
        // A single letter without anything in its stead is a piece of no one knows what.
        is_open && (matches!(pair, (Some([_]), None)) || Words::new(text, beyond).has(is_protected))
    };
    differ_in_meaning((&a, &a_tells), (&b, &b_tells), &steps)
        || is_left_out(last, true)
        || is_left_out(first, false)
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
fn is_capital_of(words: &Words, word: &Range<usize>, lower: &[char]) -> bool {
    let (Some((first, rest)), Some((small, small_rest))) =
        (words.at(word).split_first(), lower.split_first())
    else {
        return false;
    };
    first.is_uppercase()
        && first.to_lowercase().eq([*small])
        && rest == small_rest
        && rest.iter().all(|c| !c.is_uppercase())
        && words.text.is_sentence_start(word.start)
}
