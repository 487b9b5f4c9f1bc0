//! The card file: its types, parsing, lint rules and JSON-LD. Nothing here sees a DOM.

mod types;

pub use types::*;
