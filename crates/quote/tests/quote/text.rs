//! What the tests take to be nothing, and to be alike.

use std::ops::Range;
use summary_card_quote::is_invisible;

/// White space or nothing to the eye.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

pub fn is_dash(c: char) -> bool {
    "-\u{5BE}\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}\u{FE58}\u{FE63}\u{FF0D}".contains(c)
}

/// A part of a text without what is nothing at its ends, and without dashes: of dashes in a row, which are one dash,
/// it is not known which is the first.
pub fn trimmed(text: &str, range: &Range<usize>) -> Range<usize> {
    let own = text[range.clone()].trim_end_matches(|c| is_blank(c) || is_dash(c));
    let words = own.trim_start_matches(|c| is_blank(c) || is_dash(c));
    let end = range.start + own.len();
    end - words.len()..end
}
