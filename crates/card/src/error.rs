//! Why a card file could not be read, in words that both the browser and the command line use.

use std::fmt;

/// The stable code of a failure to get a card out of a card file.
///
/// The names are public: they are the `code` in `summary-card:error` and the rule in the output of
/// `summary-card check`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorCode {
    /// The file is not JSON (RFC 8259), or not UTF-8.
    NotJson,
    /// The file is JSON, but not a card: something required is missing or of another type.
    WrongShape,
    /// The file says that it is of a version that this crate does not know.
    WrongVersion,
    /// The file is larger than [`MAX_FILE_BYTES`](super::limits::MAX_FILE_BYTES).
    TooLarge,
}

impl ErrorCode {
    /// The code's public name, in kebab case.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotJson => "not-json",
            Self::WrongShape => "wrong-shape",
            Self::WrongVersion => "wrong-version",
            Self::TooLarge => "too-large",
        }
    }
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A place in a file, as editors count: both numbers begin at 1, columns are code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineColumn {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// A card file that could not be read: the first cause found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// What kind of failure it is.
    pub code: ErrorCode,
    /// Where in the card, as `claims[3].evidence[0].exact`; empty for the file as a whole.
    pub path: String,
    /// Where in the file; `None` for the file as a whole.
    pub position: Option<LineColumn>,
    /// What is wrong, in one sentence without its place.
    pub message: String,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if !self.path.is_empty() {
            write!(f, ", at `{}`", self.path)?;
        }
        if let Some(LineColumn { line, column }) = self.position {
            write!(f, ", line {line} column {column}")?;
        }
        Ok(())
    }
}

impl std::error::Error for ParseError {}
