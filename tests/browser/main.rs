//! Tests of `dist/` in a real browser, over WebDriver. `cargo xtask test` builds `dist/` and runs them;
//! `cargo test --test browser` runs them on the `dist/` that is there.

mod harness;

mod attributes;
mod comments;
mod crashes;
mod desk;
mod embed;
mod failures;
mod float;
mod harness_works;
mod hosts;
mod languages;
mod layout;
mod lifetimes;
mod limits;
mod links;
mod loading;
mod methods;
mod newsroom;
mod pages;
mod parents;
mod pieces;
mod prerendered;
mod printing;
mod quotes;
mod readers;
mod shift;
mod shots;
mod stances;
mod strange_hosts;
mod takeover;
mod transcripts;
mod webassembly;
mod wordpress;
