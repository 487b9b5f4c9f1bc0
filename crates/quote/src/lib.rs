//! Find a quote in a text. Nothing here sees a DOM.
//!
//! A quote is the W3C `TextQuoteSelector`: the `exact` words, and where they could be in two places some of
//! the words before (`prefix`) and after (`suffix`). [`Index`] folds and indexes an article once, then finds
//! any number of quotes in it:
//!
//! ```
//! use summary_card_quote::{Anchor, Index};
//!
//! let index = Index::new("The bill passed. \u{201c}We won\u{2019}t appeal,\u{201d} the ministry said.");
//! let Anchor::Exact(span) = index.find("\"We won't appeal,\"", None, None) else { panic!() };
//! assert_eq!(span.utf16, 17..35);
//! ```
//!
//! What is found is said to be so in three grades (see [`Anchor`]); where there is doubt a quote is an
//! orphan, because a quote shown as not found harms less than one attached to other words. The numbers
//! that decide are in [`gates`].

mod context;
mod diff;
mod fold;
mod fragment;
pub mod gates;
mod grams;
mod myers;
pub mod order;
mod percent;
mod search;
mod words;

use std::ops::Range;

pub use self::diff::{Diff, diff};
use self::fold::Folded;
pub use self::fold::is_invisible;
pub use self::fragment::text_fragment;
use self::gates::{Change, Context};
use self::grams::Grams;
pub use self::percent::percent_encode;

/// A part of a text, in the units of Rust and in those of the DOM.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// In UTF-8 bytes, on character boundaries.
    pub bytes: Range<usize>,
    /// In UTF-16 code units.
    pub utf16: Range<usize>,
}

/// What has become of a quote in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It is there, in the article's white space, quotation marks and dashes.
    Exact(Span),
    /// Nearly the same is there, with what differs.
    Near(Span, Vec<Diff>),
    /// It is not there, or it cannot be told where.
    Orphan(Orphan),
}

impl Anchor {
    /// Where the quote is, if it was found.
    pub fn span(&self) -> Option<&Span> {
        match self {
            Self::Exact(span) | Self::Near(span, _) => Some(span),
            Self::Orphan(_) => None,
        }
    }
}

/// Why a quote was not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Orphan {
    /// Nothing in the article is nearly the same, or the quote is empty.
    Missing,
    /// Something is nearly the same, but in a number, a negation or a name it is not.
    Changed,
    /// The words are there, but not between the given prefix and suffix, and they are too few, or not the same
    /// enough, to say that these are the ones.
    Context,
    /// So many places are equally good.
    Ambiguous(usize),
}

/// The passage of an article that is most like a quote, however unlike: for messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// Where it is.
    pub span: Span,
    /// What differs.
    pub diff: Vec<Diff>,
    /// How alike the two are, in thousandths of the quote's characters.
    pub likeness: usize,
}

/// A text prepared for finding quotes in it.
pub struct Index {
    folded: Folded,
    grams: Grams,
}

/// A quote ready to be looked for, with the places where it is word for word.
struct Search {
    quote: Folded,
    places: Vec<Range<usize>>,
}

impl Index {
    /// Prepares a text, in time linear in its length.
    pub fn new(text: &str) -> Self {
        let folded = Folded::new(text);
        let grams = Grams::new(&folded.chars);
        Self { folded, grams }
    }

    /// The text as it was given.
    pub fn text(&self) -> &str {
        &self.folded.text
    }

    /// Finds a quote. Character references in it (`&amp;`, `&#8217;`) are decoded where it is not there as
    /// it is written.
    pub fn find(&self, exact: &str, prefix: Option<&str>, suffix: Option<&str>) -> Anchor {
        let context = Context::new(prefix, suffix);
        let Search { quote, places } = self.search(exact, &context);
        let len = quote.chars.len();
        if places.is_empty() {
            return if len < gates::NEAR_FROM {
                Anchor::Orphan(Orphan::Missing)
            } else {
                self.near(&quote, &context)
            };
        }
        let count = places.len();
        let Ranked { place, score, lead } =
            self.rank(places.into_iter().map(|place| (0, place)), len, &context);
        // More places than are kept: the right one may be among the others.
        let is_cut = count == search::PLACES_MAX;
        if len < gates::STANDS_ALONE || is_cut {
            if score < gates::SCORE_MIN {
                return Anchor::Orphan(Orphan::Context);
            }
            if lead < gates::LEAD_MIN || is_cut {
                return Anchor::Orphan(Orphan::Ambiguous(count));
            }
        }
        Anchor::Exact(self.folded.span(&place))
    }

    /// How often a quote is in the text word for word; 1000 stands for that or more.
    pub fn count(&self, exact: &str) -> usize {
        self.search(exact, &Context::new(None, None)).places.len()
    }

    /// The passage most like a quote, for saying what is there in its stead; `None` where nothing is alike.
    ///
    /// This reads the whole text: it is for the command line's messages, not for a page.
    pub fn nearest(&self, exact: &str) -> Option<Nearest> {
        let quote = Folded::trimmed(&fold::decode(exact).unwrap_or_else(|| exact.to_owned()));
        let near = search::nearest(&self.folded.chars, &quote.chars)?;
        let span = self.folded.span(&near.range);
        let diff = diff(&quote.text, &self.folded.text[span.bytes.clone()]);
        Some(Nearest { span, diff, likeness: gates::likeness(near.errors, quote.chars.len()) })
    }

    /// Looks for a quote word for word: as it is written, then with its character references decoded.
    fn search(&self, exact: &str, context: &Context) -> Search {
        let text = &self.folded.chars;
        let places = |quote: &Folded| -> Vec<Range<usize>> {
            let starts = search::exact(text, &self.grams, &quote.chars);
            let places = starts.into_iter().map(|start| start..start + quote.chars.len());
            places.filter(|place| context.allows_edges(text, place)).collect()
        };
        let quote = Folded::trimmed(exact);
        let found = places(&quote);
        if found.is_empty()
            && let Some(decoded) = fold::decode(exact)
        {
            let quote = Folded::trimmed(&decoded);
            return Search { places: places(&quote), quote };
        }
        Search { quote, places: found }
    }

    /// Looks for what is nearly the same.
    fn near(&self, quote: &Folded, context: &Context) -> Anchor {
        let (text, len) = (&self.folded.chars, quote.chars.len());
        let most = len / gates::CHARACTERS_PER_ERROR;
        let mut places = search::near(text, &self.grams, &quote.chars, most);
        if places.is_empty() {
            return Anchor::Orphan(Orphan::Missing);
        }
        let mut is_spacing = false;
        // A place with another number, negation or name is not the quote's, and no rival of the one that is.
        places.retain(|near| {
            let change = gates::change(&quote.chars, text, near.range.clone());
            is_spacing |= change == Change::Spacing;
            change != Change::Meaning
        });
        if places.is_empty() {
            return Anchor::Orphan(Orphan::Changed);
        }
        let count = places.len();
        let Ranked { place, score, lead } =
            self.rank(places.into_iter().map(|near| (near.errors, near.range)), len, context);
        if score < gates::SCORE_MIN {
            return Anchor::Orphan(Orphan::Context);
        }
        if lead < gates::LEAD_MIN {
            return Anchor::Orphan(Orphan::Ambiguous(count));
        }
        let span = self.folded.span(&place);
        if is_spacing && gates::change(&quote.chars, text, place) == Change::Spacing {
            return Anchor::Exact(span);
        }
        let diff = diff(&quote.text, &self.folded.text[span.bytes.clone()]);
        Anchor::Near(span, diff)
    }

    /// The place with the best score, the first of equals, and how far it leads.
    fn rank(
        &self,
        places: impl Iterator<Item = (usize, Range<usize>)>,
        len: usize,
        context: &Context,
    ) -> Ranked {
        let mut best = Ranked { place: 0..0, score: 0, lead: 0 };
        let mut second = 0;
        for (errors, place) in places {
            let around = context.likeness(&self.folded.chars, &place);
            let score = gates::score(gates::likeness(errors, len), around);
            if score > best.score {
                second = best.score;
                best = Ranked { place, score, lead: 0 };
            } else {
                second = second.max(score);
            }
        }
        best.lead = best.score - second;
        best
    }
}

/// The best of several places.
struct Ranked {
    place: Range<usize>,
    /// In thousandths.
    score: usize,
    /// In thousandths; the score itself where there is no other place.
    lead: usize,
}
