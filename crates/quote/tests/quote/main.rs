//! The tests of the quote engine.

mod find;
mod properties;
