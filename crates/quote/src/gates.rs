//! What a place in the article must be like to count as the quote's. All the numbers are here.
//!
//! The score is Hypothesis's, `(50 quote + 20 prefix + 20 suffix + 2 position) / 92`, where each part is 1
//! for perfect or not asked for. Hypothesis takes the best place whatever its score; here a place that
//! does not pass is not taken, because a quote shown as not found harms less than one shown in the wrong
//! place. Scores are counted in thousandths, so that no floating point comes into the browser.

use std::ops::Range;

use super::diff::{Step, steps};
use super::fold::{self, Folded};
use super::myers::{Pattern, Start};
use super::words::{are_joined, are_opposites, is_inside_word, is_protected, tokens};

/// Quotes shorter than this many folded characters are found word for word or not at all: so few are
/// nearly the same as many things.
pub const NEAR_FROM: usize = 20;
/// A place may differ from the quote in one character of this many.
pub const CHARACTERS_PER_ERROR: usize = 10;
/// The score, in thousandths, that a place needs.
pub const SCORE_MIN: usize = 850;
/// How much better than the second-best place, in thousandths, the best must be.
pub const LEAD_MIN: usize = 50;
/// A quote of this many folded characters, found word for word, needs no context: the words themselves say
/// where they are from. A sentence keeps its place when the ones around it are edited or moved, and where
/// an article prints it twice (a pull quote), either is the truth; the one that the context likes better, else
/// the first, is taken.
pub const STANDS_ALONE: usize = 40;
/// How many folded characters of a prefix or a suffix are looked at, those next to the quote.
pub const CONTEXT: usize = 32;

/// The best score.
const PERFECT: usize = 1000;

/// The score of a place, in thousandths, from its parts in thousandths.
pub(super) fn score(quote: usize, (prefix, suffix): (usize, usize)) -> usize {
    (50 * quote + 20 * prefix + 20 * suffix + 2 * PERFECT) / 92
}

/// How alike two things are, in thousandths, that are so many errors apart.
pub(super) fn likeness(errors: usize, len: usize) -> usize {
    PERFECT - (errors.min(len) * PERFECT).checked_div(len).unwrap_or(0)
}

/// The words that should be before and after a quote.
pub(super) struct Context {
    before: Vec<Side>,
    after: Vec<Side>,
}

/// One side of a context, in reading order away from the quote.
struct Side {
    chars: Vec<char>,
    pattern: Pattern,
}

impl Side {
    /// Prepares one side: as it is written, and with character references decoded.
    fn new(text: Option<&str>, is_before: bool) -> Vec<Self> {
        let Some(text) = text else {
            return Vec::new();
        };
        let written = [Some(text.to_owned()), fold::decode(text)];
        let folded = written.into_iter().flatten().map(|text| {
            let mut chars = Folded::trimmed(&text).chars;
            if is_before {
                chars.reverse();
            }
            chars.truncate(CONTEXT);
            Self { pattern: Pattern::new(&chars), chars }
        });
        let sides: Vec<Self> = folded.collect();
        // `&nbsp;` alone is no context either.
        if sides.iter().any(|side| side.chars.is_empty()) { Vec::new() } else { sides }
    }

    /// How alike this side and the text are, in thousandths; the text in the same order.
    fn likeness<'a>(&self, text: impl Iterator<Item = &'a char> + Clone) -> usize {
        let mut text = text.peekable();
        // White space next to the quote is in neither.
        text.next_if(|c| **c == ' ');
        let len = self.chars.len();
        let mut least = len;
        if text.clone().take(len).eq(&self.chars) {
            least = 0;
        } else {
            self.pattern.run(Start::Fixed, text.take(len * 5 / 4 + 1), |_, errors| {
                least = least.min(errors);
            });
        }
        likeness(least, len)
    }

    /// Whether this side gives the part of a word that the quote's edge cuts off: these characters, and then
    /// no more of the word. Of a very long word a good piece is enough.
    fn completes(&self, part: impl ExactSizeIterator<Item = char>) -> bool {
        let len = part.len();
        let is_same = self.chars.iter().copied().zip(part).all(|(own, other)| own == other);
        is_same
            && match self.chars.get(len) {
                Some(next) => !are_joined(self.chars[len - 1], *next),
                None => self.chars.len() >= len.min(CONTEXT / 2),
            }
    }
}

impl Context {
    /// Prepares a context. What is missing or empty is not asked for.
    pub fn new(prefix: Option<&str>, suffix: Option<&str>) -> Self {
        Self { before: Side::new(prefix, true), after: Side::new(suffix, false) }
    }

    /// How alike the context and what is around a place are: before and after, in thousandths.
    pub fn likeness(&self, text: &[char], place: &Range<usize>) -> (usize, usize) {
        let before = self.before.iter().map(|side| side.likeness(text[..place.start].iter().rev()));
        let after = self.after.iter().map(|side| side.likeness(text[place.end..].iter()));
        (before.max().unwrap_or(PERFECT), after.max().unwrap_or(PERFECT))
    }

    /// Whether a place begins and ends where words do, or the context has the rest of the word.
    ///
    /// Without this, "legal under the treaty" is in "illegal under the treaty", and "5 people" in "15 people".
    pub fn allows_edges(&self, text: &[char], place: &Range<usize>) -> bool {
        let start = (0..CONTEXT).take_while(|n| is_inside_word(text, place.start.wrapping_sub(*n))).count();
        let end = (0..CONTEXT).take_while(|n| is_inside_word(text, place.end + n)).count();
        let before = &text[place.start - start..place.start];
        let after = &text[place.end..place.end + end];
        (start == 0 || self.before.iter().any(|side| side.completes(before.iter().rev().copied())))
            && (end == 0 || self.after.iter().any(|side| side.completes(after.iter().copied())))
    }
}

/// How a place that is not word for word the quote compares with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// Only in white space or punctuation's spacing: the same words and signs.
    Spacing,
    /// In words that may change.
    Wording,
    /// In a number, a negation or a name.
    Meaning,
}

/// Compares a quote with a place in the text.
pub(super) fn change(quote: &[char], text: &[char], place: Range<usize>) -> Change {
    let (start, end) = (place.start, place.end);
    let article = &text[place];
    let (a, b) = (tokens(quote), tokens(article));
    let steps = steps(quote, &a, article, &b);
    if steps.iter().all(|step| matches!(step, Step::Same(_))) {
        return Change::Spacing;
    }
    // A run of what was removed and then of what was added in its stead.
    let mut runs = steps.split(|step| matches!(step, Step::Same(_)));
    let is_meaning = runs.any(|run| {
        let removed = run.iter().filter_map(|step| match step {
            Step::Removed(at) => Some(&a[*at]),
            _ => None,
        });
        let added = run.iter().filter_map(|step| match step {
            Step::Added(at) => Some(&b[*at]),
            _ => None,
        });
        let is_moved_sentence_start = removed.clone().count() == added.clone().count()
            && removed.clone().zip(added.clone()).all(|(a, b)| {
                quote[a.clone()] == article[b.clone()]
                    || is_capital_of(quote, a, &article[b.clone()])
                    || is_capital_of(text, &(start + b.start..start + b.end), &quote[a.clone()])
            });
        if is_moved_sentence_start {
            return false;
        }
        removed.clone().any(|a| is_protected(&quote[a.clone()]))
            || added.clone().any(|b| is_protected(&article[b.clone()]))
            || removed
                .clone()
                .any(|a| added.clone().any(|b| are_opposites(&quote[a.clone()], &article[b.clone()])))
    });
    // A quote that goes on in other words than the article may have left out what comes next there.
    let last = steps.rsplit(|step| matches!(step, Step::Same(_))).next().unwrap_or_default();
    let first = steps.split(|step| matches!(step, Step::Same(_))).next().unwrap_or_default();
    let reach = quote.len() / CHARACTERS_PER_ERROR;
    let is_left_out = |run: &[Step], is_end: bool| {
        let removed = |step: &Step| {
            if let Step::Removed(at) = step { Some(&quote[a[*at].clone()]) } else { None }
        };
        let added = |step: &Step| {
            if let Step::Added(at) = step { Some(&article[b[*at].clone()]) } else { None }
        };
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
        let beyond = &text[beyond];
        is_open && tokens(beyond).into_iter().any(|word| is_protected(&beyond[word]))
    };
    if is_meaning || is_left_out(last, true) || is_left_out(first, false) {
        Change::Meaning
    } else {
        Change::Wording
    }
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
    let mut before = text[..word.start].iter().rev().filter(|c| !matches!(c, ' ' | '\'' | '(' | '['));
    first.is_uppercase()
        && first.to_lowercase().eq([*small])
        && rest == small_rest
        && rest.iter().all(|c| !c.is_uppercase())
        && before.next().is_none_or(|c| matches!(c, '.' | '!' | '?' | ':'))
}
