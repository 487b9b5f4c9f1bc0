//! Which place in a text is a quote's.

use std::ops::Range;

use super::fold::{self, Folded};
use super::grams::GRAM;
use super::search::Place;
use super::selector::{Around, Selector};
use super::words::{Words, is_name, is_protected, starts_sentence};
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
        let span = self.folded.span(&self.folded.in_chars(&near.range));
        let diff = diff(&quote.text, &self.folded.text[span.bytes.clone()]);
        Some(Nearest { span, diff, likeness: gates::likeness(near.errors, quote.ink.len()) })
    }

    fn anchor(&self, selector: &Selector) -> Anchor {
        let Place { range, errors } = match self.locate(selector) {
            Ok(found) => found,
            Err(why) => return Anchor::Orphan(why),
        };
        let span = self.folded.span(&self.folded.in_chars(&range));
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
        let places = self.places(selector);
        match places.len() {
            0 => self.near(selector),
            // The right one may be among those that are not kept.
            search::PLACES_MAX => Err(Orphan::Ambiguous(search::PLACES_MAX)),
            _ => self.best(selector, &places.into_iter().map(place).collect::<Vec<_>>()).or_else(|why| {
                // The quote's own place may be edited, so that the words are only elsewhere.
                if why == Orphan::Context { self.near(selector).map_err(|_| why) } else { Err(why) }
            }),
        }
    }

    /// Where the quote is word for word, whatever its context.
    fn places(&self, selector: &Selector) -> Vec<usize> {
        let has_words = |start: usize| selector.has_words(&self.folded, start);
        search::exact(&self.folded.ink, &self.grams, &selector.quote.ink, &has_words)
    }

    /// Looks for what is nearly the same.
    fn near(&self, selector: &Selector) -> Result<Place, Orphan> {
        let quote = &selector.quote;
        if quote.chars.len() < gates::NEAR_FROM {
            return Err(Orphan::Missing);
        }
        let most = quote.ink.len() / gates::CHARACTERS_PER_ERROR;
        let needed = (quote.ink.len() / GRAM).saturating_sub(most);
        let mut places = search::near(&self.folded, &self.grams, &quote.ink, most, needed);
        if places.is_empty() {
            return Err(Orphan::Missing);
        }
        // A place with another number, negation or name is not the quote's.
        places.retain(|near| {
            let place = self.folded.in_chars(&near.range);
            !gates::changes_meaning(&quote.chars, &self.folded.chars, place)
        });
        // Where the quote's ink is, but as a piece of longer words, no other place is it.
        let pieces = search::exact(&self.folded.ink, &self.grams, &quote.ink, &|_| true);
        places.retain(|place| {
            let is_in = |at: &usize| *at < place.range.end && place.range.start < at + quote.ink.len();
            pieces.is_empty() || pieces.iter().any(is_in)
        });
        if places.is_empty() {
            return Err(Orphan::Changed);
        }
        self.best(selector, &places)
    }

    /// The best of several places, if it is good enough and no other is nearly as good. None has the quote with all
    /// its context.
    fn best(&self, selector: &Selector, places: &[Place]) -> Result<Place, Orphan> {
        let [before, quote, after] = selector.parts();
        let arounds: Vec<Around> = places.iter().map(|place| selector.around(self, &place.range)).collect();
        let errors = |at: usize| places[at].errors + arounds[at].errors;
        let agreeing = (0..places.len()).filter(|at| arounds[*at].agrees);
        let best = agreeing.min_by_key(|at| errors(*at)).ok_or(Orphan::Context)?;
        let place = places[best].clone();
        let stands_alone = place.errors == 0 && quote.len() >= gates::STANDS_ALONE;
        let is_context_lost = arounds[best].errors * 2 > before.len() + after.len();
        if !stands_alone && (is_context_lost || selector.is_elsewhere(self, &place.range)) {
            return Err(Orphan::Context);
        }
        // A place that says something else is no place for the quote, but a rival: it may be the quote's, edited.
        let whole = [before, quote, after].concat();
        let most = errors(best) + whole.len() / gates::RIVAL;
        let likes = (0..places.len()).filter(|at| errors(*at) <= most).count();
        let rivals = if likes > 1 {
            likes
        } else {
            1 + self.rivals(selector, &whole, place.range.start.saturating_sub(before.len()), most)
        };
        if rivals > 1 { Err(Orphan::Ambiguous(rivals)) } else { Ok(place) }
    }

    /// How many other places are like a quote with all its context.
    fn rivals(&self, selector: &Selector, whole: &[char], own: usize, most: usize) -> usize {
        let needed = whole.len() / GRAM / gates::RIVAL;
        let rivals = search::near(&self.folded, &self.grams, whole, most, needed);
        let quote = Words::all(&selector.quote.chars);
        let is_rival = |rival: &&Place| {
            let other = Words::new(&self.folded.chars, self.folded.in_chars(&rival.range));
            // Without context, a place that has not all the quote's names and numbers is none.
            let lacks = |word: &[char]| is_protected(word) && !other.has(|other| other == word);
            rival.range.start.abs_diff(own) > whole.len() / 2
                && (whole.len() > selector.quote.ink.len() || !quote.has(lacks))
        };
        rivals.iter().filter(is_rival).count()
    }

    /// Whether a word has its capital only because a sentence begins with it: the article has it small, too.
    pub(super) fn is_sentence_start(&self, words: &Words, word: &Range<usize>) -> bool {
        let mut small = words.chars[word.clone()].to_vec();
        if !is_name(&small) || !starts_sentence(words.chars, word.start) {
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
