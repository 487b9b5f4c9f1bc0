//! The card file: its types, parsing, lint rules and JSON-LD. Nothing here sees a DOM.

mod cite;
mod link;
mod look;
mod types;

pub use link::*;
pub use types::*;
