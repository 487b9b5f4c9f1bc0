//! Read a card file natively, with the line, column and path of what is wrong.

use super::refusal::{self, BYTE_ORDER_MARK, Refusal};
use super::source::{Irregularity, Lines, SourceText};
use super::{Card, ErrorCode, ParseError, Rule, shape};
use crate::limits::{MAX_DEPTH, VERSION};

/// Reads a card from the text of a card file. A byte order mark at the start is passed over, as
/// browsers do.
///
/// Unknown fields are ignored, as the widget ignores them; `summary-card check` reports them. The
/// card's meaning (limits, ids, addresses) is not looked at: see [`check`](super::check()).
///
/// # Errors
/// The first cause why there is no card in `text`: too large, not JSON, another version, or another
/// shape, in this order.
pub fn parse(text: &str) -> Result<Card, ParseError> {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let error = |Refusal { code, path, message, range }: Refusal| {
        let position = range.map(|range| Lines::new(text).line_column(range.start));
        ParseError { code, path: path.into(), position, message }
    };
    let source = refusal::open(text).map_err(error)?;
    let refused =
        refusal::other_version(&source).or_else(|| no_version(&source)).or_else(|| too_deep(&source));
    if let Some(refusal) = refused {
        return Err(error(refusal));
    }
    let shape::Shaped { card, problems, .. } = shape::check_shape(&source);
    let wrong = problems.into_iter().filter(|located| located.problem.rule == Rule::WrongShape);
    match wrong.min_by_key(|located| located.range.as_ref().map(|range| range.start)) {
        None => Ok(card),
        Some(first) => Err(ParseError {
            code: ErrorCode::WrongShape,
            path: first.problem.path,
            position: first.range.map(|range| Lines::new(text).line_column(range.start)),
            message: first.problem.message,
        }),
    }
}

fn no_version(source: &SourceText<'_>) -> Option<Refusal> {
    let message = format!("expected the version {VERSION}, found none");
    let is_missing = source.root().object()?.get("version").is_none();
    is_missing.then_some(Refusal {
        code: ErrorCode::WrongVersion,
        path: "version",
        message,
        range: Some(0..0),
    })
}

fn too_deep(source: &SourceText<'_>) -> Option<Refusal> {
    let mut irregularities = source.irregularities().iter();
    let (_, range) = irregularities.find(|(kind, _)| *kind == Irregularity::TooDeep)?;
    let message = format!("more than {MAX_DEPTH} lists and objects stand within each other");
    Some(Refusal { code: ErrorCode::TooLarge, path: "", message, range: Some(range.clone()) })
}
