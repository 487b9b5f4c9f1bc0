//! The card file: its types, parsing, lint rules and JSON-LD. Nothing here sees a DOM.

mod cite;
mod cut;
mod date;
mod deep_link;
mod error;
pub mod formats;
pub mod json;
mod jsonld;
pub mod limits;
mod lookup;
mod point;
mod quotes;
mod read;
mod types;
mod vocabulary;
mod web_url;

#[cfg(feature = "check")]
mod check;
#[cfg(feature = "check")]
mod check_quotes;
#[cfg(feature = "check")]
mod check_text;
#[cfg(feature = "check")]
mod fix;
#[cfg(feature = "check")]
mod lint;
#[cfg(feature = "check")]
mod parse;
#[cfg(feature = "check")]
mod path;
#[cfg(feature = "check")]
mod problem;
#[cfg(feature = "check")]
mod refusal;
#[cfg(feature = "check")]
mod rules;
#[cfg(feature = "check")]
mod rules_text;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "check")]
pub mod shape;
#[cfg(feature = "check")]
pub mod source;
#[cfg(feature = "check")]
mod spelling;

pub use date::Time;
pub use deep_link::{DeepLink, Filter};
pub use error::{ErrorCode, LineColumn, ParseError};
pub use json::Json;
pub use json::fields::ReadError;
pub use jsonld::{JsonLdOptions, json_ld};
pub use point::Point;
pub use quotes::{Evidence, EvidencePath, QuoteEntry, QuoteId};
pub use read::read;
pub use types::*;
pub use vocabulary::*;
pub use web_url::WebUrl;

#[cfg(feature = "check")]
pub use check::check;
#[cfg(feature = "check")]
pub use check_quotes::{KnownQuotes, check_quotes, check_quotes_again};
#[cfg(feature = "check")]
pub use check_text::{CheckedText, check_text, read_and_check};
#[cfg(feature = "check")]
pub use fix::{Fixed, fill_in_contexts, missing_context};
#[cfg(feature = "check")]
pub use lint::{lint, words};
#[cfg(feature = "check")]
pub use parse::parse;
#[cfg(feature = "check")]
pub use problem::{Level, Levels, LocatedProblem, Problem};
#[cfg(feature = "check")]
pub use refusal::BYTE_ORDER_MARK;
#[cfg(feature = "check")]
pub use rules::Rule;
#[cfg(feature = "check")]
pub use rules_text::Explanation;
#[cfg(feature = "check")]
pub use spelling::nearest as nearest_name;
