//! Searching a folded text for a folded quote: word for word, then with a few errors.

use std::ops::Range;

use super::fold::Folded;
use super::grams::{GRAM, Grams};
use super::myers::{Pattern, Start};
use crate::order::sort;

/// The most places kept for one quote. A text with more has nothing to tell them apart by.
pub(super) const PLACES_MAX: usize = 1000;
/// The most near places looked at closely, the nearest first.
const NEAR_MAX: usize = 16;

/// A place in the text that is like the quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Where, in the text's ink, on word bounds.
    pub range: Range<usize>,
    /// Edit distance between the quote and the place.
    pub errors: usize,
}

/// Where each word-for-word occurrence of some ink begins: the first [`PLACES_MAX`] that are kept.
pub(super) fn exact(text: &[char], grams: &Grams, ink: &[char], keep: &dyn Fn(usize) -> bool) -> Vec<usize> {
    let is_there = |start: &usize| text[*start..].starts_with(ink) && keep(*start);
    let runs = grams.fitting(text, ink.len());
    // The run of the quote that is rarest in the text.
    let rarest = ink.windows(runs.len).enumerate().min_by_key(|(_, run)| runs.places(run).len());
    let Some((offset, run)) = rarest else { return Vec::new() };
    let starts = runs.places(run).iter().filter_map(|place| place.checked_sub(offset));
    starts.filter(is_there).take(PLACES_MAX).collect()
}

/// Places that are like the quote with at most `most` errors, each once.
pub(super) fn near(text: &Folded, grams: &Grams, quote: &[char], most: usize, needed: usize) -> Vec<Place> {
    let pattern = Pattern::new(quote);
    let mut ends = Vec::new();
    let everywhere = || std::iter::once(0..text.ink.len()).collect();
    for region in regions(text.ink.len(), grams, quote, most, needed).unwrap_or_else(everywhere) {
        ends_in(text, &pattern, region, quote.len(), most, &mut ends);
    }
    let mut nearest: Vec<(usize, usize)> = Vec::new();
    for (end, errors) in ends {
        let at = nearest.partition_point(|(_, others)| *others <= errors);
        if at < NEAR_MAX {
            nearest.insert(at, (end, errors));
            nearest.truncate(NEAR_MAX);
        }
    }
    let mut found: Vec<Place> = Vec::new();
    for (end, _) in nearest {
        let place = place_ending_at(text, quote, &pattern, end);
        if place.errors <= most && !found.iter().any(|other| overlap(&other.range, &place.range)) {
            found.push(place);
        }
    }
    found
}

/// The place that is most like the quote, however unlike; `None` where quote or text is empty or nothing
/// is alike.
pub(super) fn nearest(text: &Folded, quote: &[char]) -> Option<Place> {
    let pattern = Pattern::new(quote);
    let mut best = (0, quote.len());
    pattern.run(Start::Anywhere, text.ink.iter(), |at, errors| {
        if errors < best.1 {
            best = (at + 1, errors);
        }
    });
    (best.1 < quote.len()).then(|| place_ending_at(text, quote, &pattern, best.0))
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// The parts of the text where the quote can be with at most `most` errors; `None` where looking
/// everywhere costs less than knowing.
///
/// The quote is cut into pieces of six. Each error breaks one at most, so all the others are in the text
/// unbroken, and within `most` characters of the same shift.
fn regions(
    text_len: usize,
    grams: &Grams,
    quote: &[char],
    most: usize,
    mut needed: usize,
) -> Option<Vec<Range<usize>>> {
    let places = |piece: usize| grams.sixes.places(&quote[piece * GRAM..][..GRAM]);
    let mut pieces: Vec<usize> = (0..quote.len() / GRAM).collect();
    if needed == 0 {
        return None;
    }
    // Half of what is needed can be left out, and the commonest pieces cost most.
    sort(&mut pieces, &|a, b| places(a).len() < places(b).len());
    pieces.truncate(pieces.len() - needed / 2);
    needed -= needed / 2;
    let total: usize = pieces.iter().map(|piece| places(*piece).len()).sum();
    // A text that repeats itself: reading all of it costs less than sorting so many places.
    if total > text_len * quote.len().div_ceil(64) / 8 + 64 {
        return None;
    }
    // Counted from `quote.len()` so that no shift is negative.
    let mut shifts: Vec<usize> = Vec::with_capacity(total);
    for piece in pieces {
        shifts.extend(places(piece).iter().map(|place| place + quote.len() - piece * GRAM));
    }
    sort(&mut shifts, &|a, b| a < b);
    let mut regions: Vec<Range<usize>> = Vec::new();
    for group in shifts.windows(needed) {
        let (first, last) = (group[0], group[needed - 1]);
        if last - first > most {
            continue;
        }
        let start = first.saturating_sub(quote.len() + most);
        let end = (last + most).min(text_len);
        match regions.last_mut() {
            Some(region) if start <= region.end => region.end = region.end.max(end),
            _ => regions.push(start..end),
        }
    }
    Some(regions)
}

/// Adds where in a region the quote can end, the best of each neighbourhood, with the errors there.
fn ends_in(
    text: &Folded,
    pattern: &Pattern,
    region: Range<usize>,
    len: usize,
    most: usize,
    ends: &mut Vec<(usize, usize)>,
) {
    let first = ends.len();
    let from = region.start;
    pattern.run(Start::Anywhere, text.ink[region].iter(), |at, errors| {
        if errors > most {
            return;
        }
        let end = from + at + 1;
        match ends[first..].last_mut() {
            Some(last) if end - last.0 < len / 2 => {
                // Of two equally good ends the first on a word bound, else the first.
                let is_better = errors < last.1
                    || errors == last.1 && text.is_inside_word(last.0) && !text.is_inside_word(end);
                if is_better {
                    *last = (end, errors);
                }
            }
            _ => ends.push((end, errors)),
        }
    });
}

/// The whole words from where the quote best begins to a given end, and how far they are from the quote.
fn place_ending_at(text: &Folded, quote: &[char], pattern: &Pattern, end: usize) -> Place {
    let reversed: Vec<char> = quote.iter().rev().copied().collect();
    let mut best = (end, usize::MAX);
    let before = &text.ink[end.saturating_sub(quote.len() * 2)..end];
    Pattern::new(&reversed).run(Start::Fixed, before.iter().rev(), |at, errors| {
        let start = end - at - 1;
        let is_better =
            errors < best.1 || errors == best.1 && text.is_inside_word(best.0) && !text.is_inside_word(start);
        if is_better {
            best = (start, errors);
        }
    });
    // No further than the quote is long: there are texts that are one word.
    let range = text.whole_words(best.0..end, quote.len());
    Place { errors: pattern.distance(&text.ink[range.clone()]), range }
}
