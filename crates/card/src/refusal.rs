//! Why a text is no card file at all, so that nothing else in it is looked at.

use std::ops::Range;

use super::limits::{MAX_FILE_BYTES, VERSION};
use super::problem::shown;
use super::source::{SourceText, SyntaxError};
use super::{ErrorCode, LocatedProblem, Problem, Rule};

/// The character that some editors put at the start of a file in UTF-8. A browser passes it over.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// The reason, and the bytes to point at.
pub struct Refusal {
    pub code: ErrorCode,
    /// Where in the card; empty for the file as a whole.
    pub path: &'static str,
    pub message: String,
    pub range: Option<Range<usize>>,
}

/// Reads a text without a byte order mark, if it can be that of a card file by its size and its syntax.
pub fn open(text: &str) -> Result<SourceText<'_>, Refusal> {
    if text.len() > MAX_FILE_BYTES {
        let message = format!("the file has {} bytes; a card file has at most {MAX_FILE_BYTES}", text.len());
        return Err(Refusal { code: ErrorCode::TooLarge, path: "", message, range: None });
    }
    SourceText::new(text).map_err(|SyntaxError { offset, message }| {
        let length = text[offset..].chars().next().map_or(0, char::len_utf8);
        let range = Some(offset..offset + length);
        Refusal { code: ErrorCode::NotJson, path: "", message: message.into(), range }
    })
}

/// Why an object is of another version; `None` where it is of this one, says nothing, or is no object.
pub fn other_version(source: &SourceText<'_>) -> Option<Refusal> {
    let version = &source.root().object()?.get("version")?.node;
    if version.whole_number() == Some(VERSION) {
        return None;
    }
    let found = shown(&source.text()[version.range.clone()]);
    let message = format!("expected the version {VERSION}, found {found}");
    let range = Some(source.range_to_show(version));
    Some(Refusal { code: ErrorCode::WrongVersion, path: "version", message, range })
}

impl From<Refusal> for LocatedProblem {
    fn from(Refusal { code, path, message, range }: Refusal) -> Self {
        let rule = match code {
            ErrorCode::NotJson => Rule::NotJson,
            ErrorCode::TooLarge => Rule::TooLarge,
            ErrorCode::WrongVersion => Rule::WrongVersion,
            ErrorCode::WrongShape => Rule::WrongShape,
        };
        Self { problem: Problem::new(rule, path, message, ""), range }
    }
}
