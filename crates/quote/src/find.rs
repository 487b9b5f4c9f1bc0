//! Which place in a text is a quote's.

use std::ops::Range;

use super::fold::{self, Folded};
use super::grams::GRAM;
use super::page::Page;
use super::search::Place;
use super::selector::{Around, Selector};
use super::words::{Words, is_name, is_protected, is_uncased};
use super::{Anchor, Diff, Index, Nearest, Orphan, diff, gates, search};

impl Index {
    /// Finds a quote. Character references in it (`&amp;`, `&#8217;`) are decoded where it is not there as
    /// it is written.
    pub fn find(&self, exact: &str, prefix: Option<&str>, suffix: Option<&str>) -> Anchor {
        let written = self.anchor(&Selector::new(exact, prefix, suffix));
        let texts = [Some(exact), prefix, suffix];
        if matches!(written, Anchor::Exact(_))
            || texts.iter().flatten().all(|text| fold::decode(text).is_none())
        {
            return written;
        }
        let [exact, prefix, suffix] =
            texts.map(|text| text.map(|text| fold::decode(text).unwrap_or_else(|| text.to_owned())));
        let exact = exact.unwrap_or_default();
        match self.anchor(&Selector::new(&exact, prefix.as_deref(), suffix.as_deref())) {
            Anchor::Orphan(_) if written.span().is_some() => written,
            decoded => decoded,
        }
    }

    /// How often a quote is in the text word for word; 1000 stands for that or more.
    pub fn count(&self, exact: &str) -> usize {
        let count = |exact: &str| self.places(&Selector::new(exact, None, None)).len();
        match (count(exact), fold::decode(exact)) {
            (0, Some(decoded)) => count(&decoded),
            (count, _) => count,
        }
    }

    /// The passage most like a quote, for saying what is there in its stead; `None` where nothing is alike.
    ///
    /// This reads the whole text: it is for the command line's messages, not for a page.
    pub fn nearest(&self, exact: &str) -> Option<Nearest> {
        let quote = Folded::trimmed(&fold::decode(exact).unwrap_or_else(|| exact.to_owned()));
        let near = search::nearest(&self.folded, &quote.ink)?;
        let span = self.folded.span(&near.range);
        let diff = diff(&quote.text, &self.folded.text[span.bytes.clone()]);
        Some(Nearest { span, diff, likeness: gates::likeness(near.errors, quote.ink.len()) })
    }

    fn anchor(&self, selector: &Selector) -> Anchor {
        let Place { range, errors } = match self.locate(selector) {
            Ok(found) => found,
            Err(why) => return Anchor::Orphan(why),
        };
        let span = self.folded.span(&range);
        if errors == 0 && selector.has_words(&self.folded, range.start) {
            return Anchor::Exact(span);
        }
        let diff = diff(&selector.quote.text, &self.folded.text[span.bytes.clone()]);
        if diff.iter().all(|part| matches!(part, Diff::Same(_))) {
            return Anchor::Exact(span);
        }
        Anchor::Near(span, diff)
    }

    /// Finds the one place that is a quote's.
    pub(super) fn locate(&self, selector: &Selector) -> Result<Place, Orphan> {
        let [before, quote, after] = selector.parts();
        if quote.is_empty() {
            return Err(Orphan::Missing);
        }
        let has_context = !before.is_empty() || !after.is_empty();
        // What stands there word for word, with all its context, is the quote.
        let has_whole = |start: usize| selector.has_whole(&self.folded, start + before.len());
        let whole = [before, quote, after].concat();
        let places = search::exact(&self.folded.ink, &self.grams, &whole, &has_whole);
        let place = |start: usize| Place { range: start..start + quote.len(), errors: 0 };
        match places.as_slice() {
            [start] => return Ok(place(start + before.len())),
            [] if has_context => {}
            [] => return self.near(selector),
            many => return Err(Orphan::Ambiguous(many.len())),
        }
        match self.places_on_page(selector).as_slice() {
            [start] => return Ok(place(*start)),
            [] => {}
            many => return Err(Orphan::Ambiguous(many.len())),
        }
        let places = self.places(selector);
        match places.len() {
            0 => self.near(selector),
            // The right one may be among those that are not kept.
            search::PLACES_MAX => Err(Orphan::Ambiguous(search::PLACES_MAX)),
            _ => {
                let places: Vec<Place> = places.into_iter().map(place).collect();
                match self.best(selector, &places, Vec::new()) {
                    // The quote's own place may be edited, and the words only be elsewhere.
                    Err(Orphan::Context) => self.near(selector).map_err(|_| Orphan::Context),
                    best => best,
                }
            }
        }
    }

    /// Where the quote is word for word, whatever its context.
    fn places(&self, selector: &Selector) -> Vec<usize> {
        let has_words = |start: usize| selector.has_words(&self.folded, start);
        search::exact(&self.folded.ink, &self.grams, &selector.quote.ink, &has_words)
    }

    /// Where the quote is word for word with a context that holds what is not seen.
    fn places_on_page(&self, selector: &Selector) -> Vec<usize> {
        if self.unseen.is_empty() {
            return Vec::new();
        }
        let page = self.page.get_or_init(|| Page::new(&self.folded, &self.unseen));
        let has_whole = |start: usize| page.has_whole(selector, start);
        search::exact(&self.folded.ink, &self.grams, &selector.quote.ink, &has_whole)
    }

    /// Looks for what is nearly the same.
    fn near(&self, selector: &Selector) -> Result<Place, Orphan> {
        let quote = &selector.quote;
        let len = quote.ink.len();
        // With the spaces.
        if len + (1..len).filter(|at| quote.is_apart(*at)).count() < gates::NEAR_FROM {
            return Err(Orphan::Missing);
        }
        let most = len / gates::CHARACTERS_PER_ERROR;
        let (likes, others): (Vec<Place>, Vec<Place>) = self
            .like(&quote.ink, most + len / gates::LEAD)
            .into_iter()
            .partition(|place| place.errors <= most);
        if likes.is_empty() {
            return Err(Orphan::Missing);
        }
        // Where the quote's ink is, but as a piece of longer words, no other place is it.
        let pieces = search::exact(&self.folded.ink, &self.grams, &quote.ink, &|_| true);
        let is_in = |place: &Place| {
            pieces.is_empty() || pieces.iter().any(|at| *at < place.range.end && place.range.start < at + len)
        };
        // A place with another number, negation or name is not the quote's.
        let is_same = |place: &Place| !gates::changes_meaning(quote, &self.folded, place.range.clone());
        let (places, changed): (Vec<Place>, Vec<Place>) =
            likes.into_iter().partition(|place| is_same(place) && is_in(place));
        // But it may be what has become of the quote's, as a place may that is less like it.
        let others = [changed, others].concat();
        if places.is_empty() { Err(Orphan::Changed) } else { self.best(selector, &places, others) }
    }

    /// The places that are like some characters with at most so many errors.
    fn like(&self, ink: &[char], most: usize) -> Vec<Place> {
        // An edit breaks the sixes that it touches; of a place worth the name a half is whole.
        search::near(&self.folded, &self.grams, ink, most, ink.len() / GRAM / 2)
    }

    /// The best of several places for a quote that is nowhere with all its context, if it is good enough and no other
    /// place is nearly as good. Without context, `others` are the places that are a little like the quote.
    fn best(&self, selector: &Selector, places: &[Place], others: Vec<Place>) -> Result<Place, Orphan> {
        let [before, quote, after] = selector.parts();
        let context = before.len() + after.len();
        let arounds: Vec<Around> = places.iter().map(|place| selector.around(self, &place.range)).collect();
        let errors = |at: usize| places[at].errors + arounds[at].errors;
        let agreeing = (0..places.len()).filter(|at| arounds[*at].agrees);
        let best = agreeing.min_by_key(|at| errors(*at)).ok_or(Orphan::Context)?;
        let place = &places[best];
        let stands_alone = place.errors == 0 && quote.len() >= gates::STANDS_ALONE;
        let is_context_lost = arounds[best].errors * gates::CONTEXT_PER_ERROR > context;
        if !stands_alone && (is_context_lost || selector.is_elsewhere(self, &place.range)) {
            return Err(Orphan::Context);
        }
        // A place with another name is no place for the quote, but may be the quote's, edited: it counts here.
        let most = errors(best) + (context + quote.len()) / gates::LEAD;
        let likes = (0..places.len()).filter(|at| errors(*at) <= most).count();
        let others = if context == 0 { others } else { self.like(&[before, quote, after].concat(), most) };
        let words = Words::all(&selector.quote);
        let start = place.range.start.saturating_sub(before.len());
        let is_rival = |other: &&Place| {
            let has = Words::new(&self.folded, other.range.clone());
            // Without context, a place that has not all the quote's names and numbers is no rival.
            // Of a script without capitals it is not known which words are names.
            let is_telling = |word: &[char]| is_protected(word) && !is_uncased(word);
            let is_missing = |word: &[char]| is_telling(word) && !has.has(|other| other == word);
            other.errors <= most
                && other.range.start.abs_diff(start) * 2 > context + quote.len()
                && (context > 0 || !words.has(is_missing))
        };
        match likes.max(1 + others.iter().filter(is_rival).count()) {
            1 if context > 0 && selector.has_rival(self, places, place) => Err(Orphan::Ambiguous(2)),
            1 => Ok(place.clone()),
            many => Err(Orphan::Ambiguous(many)),
        }
    }

    /// Whether a word has its capital only because a sentence begins with it: the article has it small, too.
    pub(super) fn is_sentence_start(&self, words: &Words, word: &Range<usize>) -> bool {
        let mut small = words.at(word).to_vec();
        if !is_name(&small) || !words.text.is_sentence_start(word.start) {
            return false;
        }
        let Some(first) = small[0].to_lowercase().next().filter(|c| *c != small[0]) else {
            return false;
        };
        small[0] = first;
        let text = &self.folded;
        let is_word = |start: usize| !text.is_inside_word(start) && !text.is_inside_word(start + small.len());
        !is_protected(&small) && !search::exact(&text.ink, &self.grams, &small, &is_word).is_empty()
    }
}
