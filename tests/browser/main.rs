//! Tests of `dist/` in a real browser, over WebDriver. `cargo xtask test` builds `dist/` and runs them;
//! `cargo test --test browser` runs them on the `dist/` that is there.

mod harness;

mod comments;
mod embed;
mod harness_works;
mod pages;
mod shots;
