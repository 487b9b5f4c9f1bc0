//! The browsers of the tests, and the programs that drive them.

use super::apt;
use crate::{Outcome, paths};
use std::path::Path;

/// Chromium or Chrome, and chromedriver.
pub fn need_chromium() -> Outcome {
    let chromium = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
        .iter()
        .any(|name| paths::find(name).is_some())
        || Path::new("/Applications/Google Chrome.app").exists();
    if chromium && paths::find("chromedriver").is_some() {
        return Ok(());
    }
    apt::need(&["chromium", "chromium-driver"], "Chromium and chromedriver, for the tests in a browser")
}
