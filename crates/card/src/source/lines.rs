//! Lines and columns of a text.

use std::ops::Range;

use crate::LineColumn;

/// How many bytes lie between two places where the code points before them are known.
const BLOCK: usize = 64;

/// A text with the starts of its lines, so that a line and a column are found without reading all of it.
pub struct Lines<'a> {
    text: &'a str,
    /// The byte at which each line begins.
    starts: Vec<usize>,
    /// How many code points begin before each block of [`BLOCK`] bytes: a file may be one long line.
    code_points: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Finds the lines of a text. A line ends after `\n`.
    pub fn new(text: &'a str) -> Self {
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(newlines.map(|(at, _)| at + 1)).collect();
        let mut code_points = Vec::with_capacity(text.len() / BLOCK + 1);
        let mut count = 0;
        for block in text.as_bytes().chunks(BLOCK) {
            code_points.push(count);
            count += code_points_in(block);
        }
        if text.len().is_multiple_of(BLOCK) {
            code_points.push(count);
        }
        Self { text, starts, code_points }
    }

    /// The line and column of an offset in bytes. An offset inside a character is that of the character,
    /// one beyond the text that of its end.
    pub fn line_column(&self, offset: usize) -> LineColumn {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line_at(offset);
        let column = self.code_points_before(offset) - self.code_points_before(self.starts[line]);
        LineColumn { line: line + 1, column: column + 1 }
    }

    /// The bytes of the line in which an offset is, without its line break.
    pub fn line_range(&self, offset: usize) -> Range<usize> {
        let line = self.line_at(offset);
        let start = self.starts[line];
        let end = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        start..start + self.text[start..end].trim_end_matches(['\n', '\r']).len()
    }

    /// Whether two offsets are in one line.
    pub fn same_line(&self, one: usize, other: usize) -> bool {
        self.line_at(one) == self.line_at(other)
    }

    /// The index of the line in which an offset is.
    fn line_at(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset) - 1
    }

    fn code_points_before(&self, offset: usize) -> usize {
        let block = offset / BLOCK;
        self.code_points[block] + code_points_in(&self.text.as_bytes()[block * BLOCK..offset])
    }
}

/// A code point begins at every byte that does not continue one.
fn code_points_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The same, read from the start.
    fn counted(text: &str, offset: usize) -> LineColumn {
        let before = &text[..offset];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        LineColumn {
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }

    #[test]
    fn every_place_of_a_text() {
        let long = "ñ😀a".repeat(700);
        for text in
            ["", "a", "\n", "a\r\nñ\n", &long, &format!("x\n{long}\n\n{long}"), &"a".repeat(2 * BLOCK)]
        {
            let lines = Lines::new(text);
            for offset in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                assert_eq!(lines.line_column(offset), counted(text, offset), "{offset} of {text:?}");
            }
        }
    }

    #[test]
    fn odd_offsets() {
        let lines = Lines::new("a\nñb");
        assert_eq!(lines.line_column(3), LineColumn { line: 2, column: 1 });
        assert_eq!(lines.line_column(100), LineColumn { line: 2, column: 3 });
    }

    #[test]
    fn the_bytes_of_a_line() {
        let lines = Lines::new("ab\r\nc\n");
        assert_eq!([0, 3, 4, 6].map(|at| lines.line_range(at)), [0..2, 0..2, 4..5, 6..6]);
        assert!(lines.same_line(0, 3) && !lines.same_line(3, 4));
    }
}
