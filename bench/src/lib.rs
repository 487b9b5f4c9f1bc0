//! What a summary card costs its reader, measured beside its peers: the same card as static HTML, written by hand with
//! Preact and with Lit, and comment systems beside its comments. `cargo xtask bench` builds everything and runs this.
//!
//! - [`cards`], [`pages`], [`site`]: what is served
//! - [`server`], [`brotli`]: how
//! - [`cases`]: what is measured
//! - [`browser`]: one page load; `probe.js` runs on the page
//! - [`stats`], [`results`], [`table`], [`plot`], [`goals`], [`report`]: what comes of it

pub mod arguments;
pub mod brotli;
pub mod browser;
pub mod cards;
pub mod cases;
#[path = "../../tests/browser/harness/driver.rs"]
pub mod driver;
#[path = "../../tests/browser/harness/engine.rs"]
pub mod engine;
pub mod goals;
pub mod pages;
pub mod plot;
pub mod readme;
pub mod report;
pub mod results;
pub mod server;
pub mod site;
pub mod stats;
pub mod table;
pub mod versions;
