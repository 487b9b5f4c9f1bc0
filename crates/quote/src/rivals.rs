//! Whether a quote whose context was edited may rather be at another place, where more was edited.

use std::ops::Range;

use super::Index;
use super::diff::{Step, steps};
use super::fold::Folded;
use super::gates::{CONTEXT, KEPT_LEAD, LEAD, REACH};
use super::search::{self, Place};
use super::selector::{Selector, Side};
use super::words::Words;

impl Selector {
    /// Whether another place than the best keeps nearly as many of the words. What was put in counts for nothing here: a
    /// sentence is one edit, however long it is.
    pub fn has_rival(&self, index: &Index, places: &[Place], best: &Place) -> bool {
        let text = &index.folded;
        let lost = |place: &Place| {
            place.errors + self.sides().map(|side| side.lost(text, &place.range)).sum::<usize>()
        };
        let [before, quote, after] = self.parts();
        let context = before.len() + after.len();
        let most = lost(best) + (context + quote.len()) / KEPT_LEAD;
        // A place that keeps little of the context is only the quote's words once more.
        let is_rival = |place: &Place| lost(place) <= most.min(context - context / LEAD);
        places.iter().any(|place| place != best && is_rival(place))
            || self.sides().any(|side| self.is_parted(index, side, &best.range, most))
    }

    /// Whether one side stands word for word elsewhere, near nearly all the words of the quote and of the other side.
    fn is_parted(&self, index: &Index, side: &Side, best: &Range<usize>, most: usize) -> bool {
        let (text, own) = (&index.folded, &side.words.ink);
        if own.len() < CONTEXT / 2 {
            return false;
        }
        let others =
            || self.sides().filter(|other| other.is_before != side.is_before).map(|other| &other.words);
        let rest = || std::iter::once(&self.quote).chain(others());
        let reach = rest().map(|part| part.ink.len()).sum::<usize>() * REACH;
        let is_rival = |start: usize| {
            let place = start..start + own.len();
            let (is_beside, near) = if side.is_before {
                (place.end == best.start, place.end..text.ink.len().min(place.end + reach))
            } else {
                (place.start == best.end, place.start.saturating_sub(reach)..place.start)
            };
            let near = Words::new(text, near);
            !is_beside && rest().map(|part| lost(&Words::all(part), &near)).sum::<usize>() <= most
        };
        !search::exact(&text.ink, &index.grams, own, &is_rival).is_empty()
    }
}

impl Side {
    /// How many characters of this side's words are not near a place.
    fn lost(&self, article: &Folded, place: &Range<usize>) -> usize {
        let own = Words::all(&self.words);
        let mut near = self.words_beside(article, place, self.words.ink.len() * REACH);
        self.cut_far_word(&own, &mut near);
        lost(&own, &near)
    }
}

/// How many characters of some words are not among others in the same order.
fn lost(own: &Words, near: &Words) -> usize {
    let steps = steps(own, near);
    let lost = steps.iter().map(|step| if let Step::Removed(at) = step { own.words[*at].len() } else { 0 });
    lost.sum()
}
