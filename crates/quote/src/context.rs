//! The words around a quote that tell it from its likes.

use std::ops::Range;

use super::gates::CONTEXT;
use super::selector::Selector;
use super::{Index, Span, one_line};

impl Index {
    /// The words before and after a passage: as few as make it the only such place, at least one on each side
    /// where there is one, at most 32 characters on each side, on word bounds, in one line.
    ///
    /// They stay in the passage's own line or paragraph (a text fragment cannot cross its edge) unless they are
    /// too few there. Where even the longest context leaves it ambiguous, the longest is given.
    pub fn context(&self, span: &Span) -> (String, String) {
        let folded = &self.folded;
        let place = folded.at_byte(span.bytes.start)..folded.at_byte(span.bytes.end);
        let mut longest = (String::new(), String::new());
        for is_bounded in [true, false] {
            let before = self.reaches(&place, true, is_bounded);
            let after = self.reaches(&place, false, is_bounded);
            for step in 0..before.len().max(after.len()) {
                let reach = |reaches: &[usize], none: usize| {
                    reaches.get(step).or(reaches.last()).copied().unwrap_or(none)
                };
                let (start, end) = (reach(&before, place.start), reach(&after, place.end));
                let prefix = one_line(folded.slice(start..place.start));
                let suffix = one_line(folded.slice(place.end..end));
                longest = (prefix, suffix);
                if self.is_only(&place, &longest.0, &longest.1) {
                    return longest;
                }
            }
        }
        longest
    }

    /// How far a context can reach on one side: the end of each word, nearest first.
    fn reaches(&self, place: &Range<usize>, is_before: bool, is_bounded: bool) -> Vec<usize> {
        let folded = &self.folded;
        let mut reaches = Vec::new();
        let mut has_word = false;
        for distance in 1.. {
            let at = if is_before { place.start.checked_sub(distance) } else { Some(place.end + distance) };
            let Some(at) = at.filter(|at| *at <= folded.ink.len()) else {
                break;
            };
            let (passed, part) = if is_before { (at, at..place.start) } else { (at - 1, place.end..at) };
            let is_over_line = folded.is_line_start(if is_before { at + 1 } else { passed });
            if is_bounded && is_over_line || folded.slice(part).trim().chars().count() > CONTEXT {
                break;
            }
            has_word |= folded.ink[passed].is_alphanumeric();
            if has_word && !folded.is_inside_word(at) {
                reaches.push(at);
            }
        }
        reaches
    }

    /// Whether a passage with this context can be only here.
    fn is_only(&self, place: &Range<usize>, prefix: &str, suffix: &str) -> bool {
        let exact = self.folded.slice(place.clone());
        let found = self.locate(&Selector::new(exact, Some(prefix), Some(suffix)));
        found.is_ok_and(|found| found.range == *place)
    }
}
