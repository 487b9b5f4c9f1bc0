//! The tests of comments and their stores.

mod common;
mod failing;
mod store;
mod text;
mod thread;
