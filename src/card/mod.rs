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
mod rules;
mod rules_text;
mod spelling;
mod types;

#[cfg(not(target_arch = "wasm32"))]
mod parse;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
#[cfg(not(target_arch = "wasm32"))]
pub mod shape;
#[cfg(not(target_arch = "wasm32"))]
pub mod source;

pub use against::{against, has_context, quotes};
pub use check::check;
pub use error::{ErrorCode, ParseError, Place};
pub use jsonld::{JsonLdOptions, json_ld};
pub use link::*;
pub use lint::lint;
#[cfg(not(target_arch = "wasm32"))]
pub use parse::parse;
pub use problem::{Level, Problem};
pub use rules::Rule;
pub use rules_text::Explanation;
pub use spelling::nearest as nearest_name;
pub use types::*;
