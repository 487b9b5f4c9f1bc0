//! The tests of the quote engine.

mod context;
mod describe;
mod find;
mod lines;
mod pages;
mod properties;
mod selections;
mod text;
mod unseen;
