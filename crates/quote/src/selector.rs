//! What is looked for: a quote's words, and the words that should be before and after them.

use std::ops::Range;

use super::Index;
use super::diff::{Step, steps};
use super::fold::Folded;
use super::gates::{self, CONTEXT};
use super::myers::{Pattern, Start};
use super::search;
use super::words::{Words, are_opposites, is_name, is_protected};

/// A quote to be looked for.
pub(super) struct Selector {
    pub quote: Folded,
    before: Option<Side>,
    after: Option<Side>,
}

/// The words on one side of a quote.
pub(super) struct Side {
    pub is_before: bool,
    /// At most [`CONTEXT`] characters of ink, those next to the quote.
    pub words: Folded,
    /// Whether a tool may have cut it off in the middle of a word, far from the quote: it is as long as tools make it.
    is_cut: bool,
    /// Whether there is white space between it and the quote.
    is_apart: bool,
}

/// How a context and what is around a place compare.
#[derive(Clone, Copy)]
pub(super) struct Around {
    /// How many characters differ.
    pub errors: usize,
    /// Whether neither side names somebody else, another number or the opposite.
    pub agrees: bool,
}

impl Selector {
    /// Prepares a quote. What is missing or empty of its context is not asked for.
    pub fn new(exact: &str, prefix: Option<&str>, suffix: Option<&str>) -> Self {
        let quote = Folded::trimmed(exact);
        let before = prefix.and_then(|text| Side::new(text, exact, &quote, true));
        let after = suffix.and_then(|text| Side::new(text, exact, &quote, false));
        Self { quote, before, after }
    }

    /// The ink of the context's first side, of the quote, and of its other side.
    pub fn parts(&self) -> [&[char]; 3] {
        fn ink(side: Option<&Side>) -> &[char] {
            side.map_or(&[], |side| &side.words.ink)
        }
        [ink(self.before.as_ref()), &self.quote.ink, ink(self.after.as_ref())]
    }

    /// The sides that there are.
    pub fn sides(&self) -> impl Iterator<Item = &Side> {
        [&self.before, &self.after].into_iter().flatten()
    }

    /// Whether a place that has the quote's ink has its words: white space where it has, but for the end of a line,
    /// and no piece of a longer word, but where the context has the rest of it.
    ///
    /// Without this, "legal under the treaty" is in "illegal under the treaty", and "5 people" in "15 people".
    pub fn has_words(&self, article: &Folded, start: usize) -> bool {
        let end = start + self.quote.ink.len();
        let words = article.whole_words(start..end, CONTEXT);
        let completes = |side: &Option<Side>, rest: &[char]| {
            rest.is_empty() || side.as_ref().is_some_and(|side| side.completes(rest))
        };
        self.has_spaces(article, start)
            && completes(&self.before, &article.ink[words.start..start])
            && completes(&self.after, &article.ink[end..words.end])
    }

    /// The same where the context's ink is there too: only its far ends may be pieces of other words.
    pub fn has_whole(&self, article: &Folded, start: usize) -> bool {
        let place = start..start + self.quote.ink.len();
        let joins = |side: &Option<Side>, at: usize| {
            !article.is_inside_word(at) || side.as_ref().is_some_and(|side| !side.is_apart)
        };
        self.has_spaces(article, start)
            && joins(&self.before, place.start)
            && joins(&self.after, place.end)
            && self.sides().all(|side| side.ends_well(article, &place))
    }

    /// Whether a place has white space where the quote has it. Where a line ends or no word is parted, it does not
    /// count.
    fn has_spaces(&self, article: &Folded, start: usize) -> bool {
        let quote = &self.quote;
        (1..quote.ink.len()).all(|at| match (quote.is_apart(at), article.is_apart(start + at)) {
            (true, false) => !article.is_inside_word(start + at),
            (false, true) => !quote.is_inside_word(at) || article.is_line_start(start + at),
            _ => true,
        })
    }

    /// How the context and what is around a place compare.
    pub fn around(&self, index: &Index, place: &Range<usize>) -> Around {
        self.sides().fold(Around { errors: 0, agrees: true }, |around, side| {
            let own = side.around(index, place);
            Around { errors: around.errors + own.errors, agrees: around.agrees && own.agrees }
        })
    }

    /// Whether one side of the context is not here, but stands word for word elsewhere.
    pub fn is_elsewhere(&self, index: &Index, place: &Range<usize>) -> bool {
        self.sides().any(|side| {
            let own = &side.words.ink;
            let here = &index.folded.ink[side.beside(&index.folded, place, own.len())];
            here != own && !search::exact(&index.folded.ink, &index.grams, own, &|_| true).is_empty()
        })
    }
}

impl Side {
    fn new(text: &str, exact: &str, quote: &Folded, is_before: bool) -> Option<Self> {
        let all = Folded::trimmed(text);
        let (mut start, mut end) = (0, all.ink.len());
        if is_before {
            // Between two dashes of a run: the run is one dash, and the quote's.
            end -= usize::from(all.ink.last() == Some(&'-') && quote.ink.first() == Some(&'-'));
            start = end.saturating_sub(CONTEXT);
        } else {
            start += usize::from(all.ink.first() == Some(&'-') && quote.ink.last() == Some(&'-'));
            end = end.min(start + CONTEXT);
        }
        if start == end {
            return None;
        }
        let words = Folded::new(all.slice(start..end));
        let (left, right) = if is_before { (text, exact) } else { (exact, text) };
        Some(Self {
            is_before,
            is_cut: end - start < all.ink.len() || text.chars().count() >= CONTEXT,
            is_apart: left.ends_with(char::is_whitespace) || right.starts_with(char::is_whitespace),
            words,
        })
    }

    /// So much ink beside a place, or what there is.
    fn beside(&self, article: &Folded, place: &Range<usize>, len: usize) -> Range<usize> {
        if self.is_before {
            place.start.saturating_sub(len)..place.start
        } else {
            place.end..article.ink.len().min(place.end + len)
        }
    }

    /// The words that have some of so much ink beside a place.
    pub fn words_beside<'a>(&self, article: &'a Folded, place: &Range<usize>, len: usize) -> Words<'a> {
        let part = self.beside(article, place, len);
        let mut whole = article.whole_words(part.clone(), CONTEXT);
        if self.is_before {
            whole.end = part.end;
        } else {
            whole.start = part.start;
        }
        Words::new(article, whole)
    }

    /// Whether this side gives the part of a word that the quote's edge cuts off: these characters, and then
    /// no more of the word. Of a very long word a good piece is enough.
    fn completes(&self, rest: &[char]) -> bool {
        let own = &self.words.ink;
        let shared = own.len().min(rest.len());
        let (is_same, bound) = if self.is_before {
            (own.ends_with(&rest[rest.len() - shared..]), own.len() - shared)
        } else {
            (own.starts_with(&rest[..shared]), shared)
        };
        let is_whole = shared == own.len() || !self.words.is_inside_word(bound);
        !self.is_apart && is_same && is_whole && shared >= rest.len().min(CONTEXT / 4)
    }

    /// Whether this side, whose ink is beside a place, does not end there in a piece of a word that is rather another
    /// word.
    fn ends_well(&self, article: &Folded, place: &Range<usize>) -> bool {
        let far = self.beside(article, place, self.words.ink.len());
        let at = if self.is_before { far.start } else { far.end };
        let own = Words::all(&self.words);
        let mut near = self.words_beside(article, place, self.words.ink.len());
        !article.is_inside_word(at) || self.cut_far_word(&own, &mut near) != Far::OtherWord
    }

    /// How this side and what is beside a place compare.
    fn around(&self, index: &Index, place: &Range<usize>) -> Around {
        let article = &index.folded;
        let len = self.words.ink.len();
        // Words may have been put in.
        let reach = len * 3 / 2 + 1;
        let mut own_ink = self.words.ink.clone();
        let mut other_ink = article.ink[self.beside(article, place, reach)].to_vec();
        if self.is_before {
            own_ink.reverse();
            other_ink.reverse();
        }
        // How much of what is beside the place is most like this side, and how many characters differ.
        let (mut most_like, mut errors) = (len, len);
        Pattern::new(&own_ink).run(Start::Fixed, other_ink.iter(), |at, so_many| {
            if so_many < errors {
                (most_like, errors) = (at + 1, so_many);
            }
        });
        if errors == 0 {
            return Around { errors, agrees: self.ends_well(article, place) };
        }
        let own = Words::all(&self.words);
        let mut near = self.words_beside(article, place, most_like);
        // What stands in the stead of the far end counts too.
        if self.cut_far_word(&own, &mut near) != Far::Same && most_like < len {
            near = self.words_beside(article, place, len);
        }
        let wide = self.words_beside(article, place, reach);
        Around { errors, agrees: agree(index, &own, &near, &wide) }
    }

    /// Cuts the word at the far end of a part of the article where this side has only a piece of it.
    pub fn cut_far_word(&self, own: &Words, other: &mut Words) -> Far {
        let (piece, word) = if self.is_before {
            (own.words.first(), other.words.first_mut())
        } else {
            (own.words.last(), other.words.last_mut())
        };
        let (Some(piece), Some(word)) = (piece, word) else { return Far::Unlike };
        let (piece, whole) = (own.at(piece), &other.text.ink[word.clone()]);
        if !self.is_cut && is_other_word(piece, whole) {
            Far::OtherWord
        } else if self.is_before && whole.ends_with(piece) {
            word.start = word.end - piece.len();
            Far::Same
        } else if !self.is_before && whole.starts_with(piece) {
            word.end = word.start + piece.len();
            Far::Same
        } else {
            Far::Unlike
        }
    }
}

/// How the word at the far end of a context and the article's word there compare.
#[derive(PartialEq, Eq)]
pub(super) enum Far {
    /// The same, or a piece of it.
    Same,
    /// Not the same.
    Unlike,
    /// Perhaps a piece of it, but rather another number, or the opposite: "5 people" is not "15 people".
    OtherWord,
}

/// Whether what may be a piece of a word is rather a word of its own that means something else.
fn is_other_word(piece: &[char], whole: &[char]) -> bool {
    let is_listed = piece.len() > 2 && !is_name(piece) && is_protected(piece);
    piece != whole
        && (piece.iter().any(|c| c.is_numeric())
            || is_listed
            || whole.len() > piece.len() + 1 && are_opposites(piece, whole))
}

/// Whether a context and the words in its place have the same names, numbers and negations.
///
/// Its own may also be a little further away, where something was put in before them (`wide`).
fn agree(index: &Index, own: &Words, near: &Words, wide: &Words) -> bool {
    let steps = steps(own, near);
    let is_word = |at: usize| near.get(at).iter().any(|c| c.is_alphanumeric());
    let has_shared = steps.iter().any(|step| matches!(step, Step::Same(at) if is_word(*at)));
    let is_telling = |words: &Words, word: &Range<usize>| {
        is_protected(words.at(word)) && !index.is_sentence_start(words, word)
    };
    let own_tells = |word: &Range<usize>| is_telling(own, word) && !wide.has(|other| other == own.at(word));
    if has_shared {
        !gates::differ_in_meaning((own, &own_tells), (near, &|word| is_telling(near, word)), &steps)
    } else {
        // Other words altogether: what is there now says nothing about the quote, what was there may.
        !own.words.iter().any(own_tells)
    }
}
