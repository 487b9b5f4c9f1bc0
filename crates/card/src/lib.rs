//! The card file: its types, parsing, lint rules and JSON-LD. Nothing here sees a DOM.

mod against;
mod check;
mod cite;
mod error;
pub mod formats;
mod json;
mod jsonld;
pub mod limits;
mod link;
mod lint;
mod look;
mod problem;
mod quotes;
mod rules;
mod rules_text;
mod spelling;
mod types;

#[cfg(feature = "check")]
mod parse;
#[cfg(feature = "check")]
pub mod schema;
#[cfg(feature = "check")]
pub mod shape;
#[cfg(feature = "check")]
pub mod source;

pub use against::{against, has_context};
pub use check::check;
pub use error::{ErrorCode, ParseError, Place};
pub use jsonld::{JsonLdOptions, json_ld};
pub use link::*;
pub use lint::lint;
#[cfg(feature = "check")]
pub use parse::parse;
pub use problem::{Level, Problem};
pub use quotes::{Evidence, EvidencePath, QuoteEntry, QuoteId};
pub use rules::Rule;
pub use rules_text::Explanation;
pub use spelling::nearest as nearest_name;
pub use types::*;
