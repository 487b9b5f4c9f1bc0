//! Read a card file natively, with the line, column and path of what is wrong.

use serde::Deserialize;
use serde_json::Value;

use super::limits::{MAX_FILE_BYTES, VERSION};
use super::source::Source;
use super::{Card, ErrorCode, ParseError, Place};

/// The only part of a card file that every version has.
#[derive(Deserialize)]
struct Head {
    version: Option<Value>,
}

/// Reads a card from the text of a card file. A byte order mark at the start is passed over, as
/// browsers do.
///
/// Unknown fields are ignored, as the widget ignores them; `summary-card check` reports them. The
/// card's meaning (limits, ids, addresses) is not looked at: see [`check`](super::check).
///
/// # Errors
/// The first cause why there is no card in `text`: too large, not JSON, another version, or another
/// shape, in this order.
pub fn parse(text: &str) -> Result<Card, ParseError> {
    let fail = |code, message| ParseError { code, path: String::new(), place: None, message };
    if text.len() > MAX_FILE_BYTES {
        let message = format!("the file has {} bytes; a card file has at most {MAX_FILE_BYTES}", text.len());
        return Err(fail(ErrorCode::TooLarge, message));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // The syntax of the whole file comes first, so that every later error is one of shape.
    if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(text) {
        let place = Some(place(text, error.line(), error.column()));
        return Err(ParseError { place, ..fail(ErrorCode::NotJson, reason(&error)) });
    }
    if let Ok(Head { version }) = serde_json::from_str(text)
        && version.as_ref().is_none_or(|version| *version != VERSION)
    {
        let found = version.as_ref().map_or_else(|| "none".to_owned(), Value::to_string);
        let message = format!("expected the version {VERSION}, found {found}");
        let place = Some(Source::new(text).place("version"));
        return Err(ParseError { path: "version".into(), place, ..fail(ErrorCode::WrongVersion, message) });
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = match error.path().to_string() {
            path if path == "." => String::new(),
            path => path,
        };
        let inner = error.into_inner();
        let place = Some(Source::new(text).place(&path));
        ParseError { path, place, ..fail(ErrorCode::WrongShape, reason(&inner)) }
    })
}

/// What serde says, without the place that it adds to the end.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rfind(" at line ") {
        Some(end) => text[..end].to_owned(),
        None => text,
    }
}

/// A place with its column in code points: serde counts bytes.
fn place(text: &str, line: usize, column: usize) -> Place {
    let content = text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default();
    let before = content.bytes().take(column.saturating_sub(1));
    // A code point begins at every byte that does not continue one.
    let column = before.filter(|byte| byte & 0b1100_0000 != 0b1000_0000).count() + 1;
    Place { line: line.max(1), column }
}
