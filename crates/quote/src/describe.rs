//! A quote made out of a passage of the article: what a person selects, or a program points at.

use std::fmt;
use std::ops::Range;

use super::fold::is_invisible;
use super::gates::CONTEXT;
use super::{Anchor, Index, Orphan, Span, one_line};

/// A quote that is known to be found at one place only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// The words of the passage, in one line.
    pub exact: String,
    /// The words before it, at most 32 characters, in one line; empty where the article begins with the passage.
    pub prefix: String,
    /// The words after it, likewise.
    pub suffix: String,
    /// Where [`Index::find`] finds it: the passage without the white space at its ends.
    pub span: Span,
}

/// Why a passage cannot be a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// The passage is not in the text, or begins or ends within a character.
    OutOfText,
    /// There is nothing in it but white space.
    Empty,
    /// There is no letter and no digit in it.
    NoWords,
    /// It has so many characters, which is more than are allowed.
    TooLong(usize),
    /// The same words stand at so many places (1000: or more), each with the same words before and after them.
    Places(usize),
    /// What is cut out does not lead back to the passage: it begins or ends within what is one character to a reader.
    Broken,
}

impl fmt::Display for WhyNot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfText => f.write_str("the passage is not in the article"),
            Self::Empty => f.write_str("the passage is empty"),
            Self::NoWords => f.write_str("there are no words in the passage"),
            Self::TooLong(count) => write!(f, "the passage is too long: it has {count} characters"),
            Self::Places(count) => {
                write!(f, "the article has these words at {count} places, with the same words around them")
            }
            Self::Broken => f.write_str("the passage begins or ends within a character"),
        }
    }
}

impl Index {
    /// Makes a quote out of some bytes of the text, of at most `longest` characters, and finds it again: what is
    /// returned is found word for word at that place, and nowhere else.
    ///
    /// `prefix` and `suffix` are those of [`context`](Self::context), on word bounds; where such words do not tell the
    /// passage from its likes, all the 32 characters on each side are taken.
    ///
    /// # Errors
    /// Why there is no such quote.
    pub fn describe(&self, range: Range<usize>, longest: usize) -> Result<Described, WhyNot> {
        let passage = self.text().get(range.clone()).ok_or(WhyNot::OutOfText)?;
        if passage.chars().all(is_blank) {
            return Err(WhyNot::Empty);
        }
        if !passage.contains(char::is_alphanumeric) {
            return Err(WhyNot::NoWords);
        }
        let place = self.folded.at_byte(range.start)..self.folded.at_byte(range.end);
        let span = self.folded.span(&place);
        let exact = one_line(&self.text()[span.bytes.clone()]);
        let length = exact.chars().count();
        if length > longest {
            return Err(WhyNot::TooLong(length));
        }
        let mut why = WhyNot::Broken;
        for (prefix, suffix) in [self.context(&span), self.widest(&span)] {
            match self.find(&exact, Some(&prefix), Some(&suffix)) {
                Anchor::Exact(found) if found == span => {
                    return Ok(Described { exact, prefix, suffix, span });
                }
                Anchor::Orphan(Orphan::Ambiguous(count)) => why = WhyNot::Places(count),
                _ => {}
            }
        }
        Err(why)
    }

    /// As many characters as a context can have on each side of a passage, though they begin or end within a word.
    fn widest(&self, span: &Span) -> (String, String) {
        let (before, after) = (&self.text()[..span.bytes.start], &self.text()[span.bytes.end..]);
        // White space in a row is one space in the end; there can hardly be more of it than this.
        let before: String = {
            let from = before.char_indices().rev().nth(CONTEXT * 8).map_or(0, |(at, _)| at);
            let line: Vec<char> = one_line(&before[from..]).chars().collect();
            line[line.len().saturating_sub(CONTEXT)..].iter().collect()
        };
        let to = after.char_indices().nth(CONTEXT * 8).map_or(after.len(), |(at, _)| at);
        let after: String = one_line(&after[..to]).chars().take(CONTEXT).collect();
        (before.trim().to_owned(), after.trim().to_owned())
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}
