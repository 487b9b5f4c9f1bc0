//! An article's text together with what is not seen of it: what the context of some quotes holds.

use super::fold::Folded;
use super::selector::Selector;

/// The whole text of an article's page.
pub(super) struct Page {
    folded: Folded,
    /// Where each character of the seen text is in it.
    places: Vec<usize>,
}

impl Page {
    /// Puts the unseen texts, each with the byte that it stands before, into the seen one.
    pub fn new(seen: &Folded, unseen: &[(usize, String)]) -> Self {
        let mut text = String::new();
        let mut written = 0;
        for (at, part) in unseen {
            text.push_str(&seen.text[written..*at]);
            text.push_str(part);
            written = *at;
        }
        text.push_str(&seen.text[written..]);
        let folded = Folded::new(&text);
        let (mut rest, mut shift) = (unseen, 0);
        let places = (0..seen.ink.len()).map(|at| {
            let byte = seen.byte(at);
            while let [(before, part), others @ ..] = rest
                && *before <= byte
            {
                shift += part.len();
                rest = others;
            }
            folded.at_byte(byte + shift)
        });
        let places = places.collect();
        Self { folded, places }
    }

    /// Whether a quote stands word for word, with all its context, where its seen characters begin with this one. The
    /// quote itself must be seen from its start to its end.
    pub fn has_whole(&self, selector: &Selector, start: usize) -> bool {
        let [before, quote, after] = selector.parts();
        let place = self.places[start];
        let is_at = |at: usize, ink: &[char]| self.folded.ink[at..].starts_with(ink);
        self.places[start + quote.len() - 1] == place + quote.len() - 1
            && is_at(place, quote)
            && is_at(place + quote.len(), after)
            && place.checked_sub(before.len()).is_some_and(|at| is_at(at, before))
            && selector.has_whole(&self.folded, place)
    }
}
