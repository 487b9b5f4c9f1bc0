//! Read a card file natively, with the line, column and path of what is wrong.

use super::refusal::{self, BYTE_ORDER_MARK, Refusal};
use super::source::{Irregularity, Lines, Node, SourceText, Value};
use super::{Card, ErrorCode, Json, ParseError, read};
use crate::limits::MAX_DEPTH;

/// Reads a card from the text of a card file, as the widget reads it: within the limits of a card file, without
/// a byte order mark, and whatever fields the format does not know. Ids and addresses are not looked at: see
/// [`check_text`](super::check_text()).
///
/// # Errors
/// The first cause why there is no card in `text`: too large, not JSON, another version, or another shape.
pub fn parse(text: &str) -> Result<Card, ParseError> {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let error = |Refusal { code, path, message, range }: Refusal| {
        let position = range.map(|range| Lines::new(text).line_column(range.start));
        ParseError { code, path: path.into(), position, message }
    };
    let source = refusal::open(text).map_err(error)?;
    if let Some(refusal) = too_deep(&source) {
        return Err(error(refusal));
    }
    read(source.root().into()).map_err(|wrong| ParseError {
        code: wrong.code,
        position: Some(source.line_column(source.range_of(&wrong.path).start)),
        path: wrong.path,
        message: wrong.message,
    })
}

fn too_deep(source: &SourceText<'_>) -> Option<Refusal> {
    let mut irregularities = source.irregularities().iter();
    let (_, range) = irregularities.find(|(kind, _)| *kind == Irregularity::TooDeep)?;
    let message = format!("more than {MAX_DEPTH} lists and objects stand within each other");
    Some(Refusal { code: ErrorCode::TooLarge, path: "", message, range: Some(range.clone()) })
}

/// The value without its places.
impl From<&Node> for Json {
    fn from(node: &Node) -> Self {
        match &node.value {
            Value::Null => Self::Null,
            Value::Boolean(value) => Self::Bool(*value),
            Value::Number(value) => Self::Number(*value),
            Value::Text(text) => Self::Text(text.clone()),
            Value::List(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Object(object) => {
                let fields = object.fields().iter();
                Self::Object(fields.map(|field| (field.name.clone(), Self::from(&field.node))).collect())
            }
        }
    }
}
