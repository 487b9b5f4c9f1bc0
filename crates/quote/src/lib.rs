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

mod article_text;
mod context;
mod describe;
mod diff;
mod find;
mod fold;
mod fragment;
pub mod gates;
mod grams;
mod myers;
pub mod order;
mod page;
mod percent;
mod rivals;
mod search;
mod selector;
mod words;

use std::cell::OnceCell;
use std::ops::Range;

pub use self::article_text::ArticleText;
pub use self::describe::{Described, WhyNot};
pub use self::diff::{Diff, diff};
use self::fold::Folded;
pub use self::fold::is_invisible;
pub use self::fragment::text_fragment;
use self::grams::Grams;
use self::page::Page;
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
    /// What of the article is not seen, each with the byte of the text that it stands before.
    unseen: Vec<(usize, String)>,
    /// With that in it. Few quotes ask for it.
    page: OnceCell<Page>,
}

impl Index {
    /// Prepares a text, in time linear in its length.
    pub fn new(text: &str) -> Self {
        Self::of(&ArticleText::from(text))
    }

    /// Prepares an article's text, so that also a quote is found whose context holds what is not seen.
    pub fn of(text: &ArticleText) -> Self {
        let folded = Folded::new(text.as_str());
        let grams = Grams::new(&folded.ink);
        Self { folded, grams, unseen: text.unseen.clone(), page: OnceCell::new() }
    }

    /// The text as it was given.
    pub fn text(&self) -> &str {
        &self.folded.text
    }
}

/// A text with each run of white space as one space, and none at its ends.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
