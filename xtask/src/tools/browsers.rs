//! The browsers of the tests, and the programs that drive them.

use super::{apt, programs};
use crate::{Outcome, paths};
use std::path::Path;

/// A browser engine that the tests of `dist/` run in.
pub struct Engine {
    /// What the tests know it by, in `SUMMARY_CARD_BROWSER`.
    pub name: &'static str,
    /// Of each list one program has to be there.
    programs: &'static [&'static [&'static str]],
    /// The packages of Debian that have them.
    packages: &'static [&'static str],
    /// What they are for, said when they are installed.
    why: &'static str,
}

/// Chromium or Chrome, and chromedriver. Component tests run in it, too.
pub const CHROMIUM: Engine = Engine {
    name: "chromium",
    programs: &[
        &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
        &["chromedriver"],
    ],
    packages: &["chromium", "chromium-driver"],
    why: "Chromium and chromedriver, for the tests in a browser",
};

/// Firefox, and geckodriver.
pub const FIREFOX: Engine = Engine {
    name: "firefox",
    programs: &[&["firefox", "firefox-esr"]],
    packages: &["firefox-esr"],
    why: "Firefox, for the tests in a second engine",
};

/// `WebKitGTK` with its driver, a screen that nobody sees, and what gives a window on it the keyboard.
pub const WEBKIT: Engine = Engine {
    name: "webkit",
    programs: &[&["WebKitWebDriver"], &["Xvfb"], &["evilwm"]],
    packages: &["webkit2gtk-driver", "xvfb", "evilwm"],
    why: "WebKit, its driver and a screen for it, for the tests in a third engine",
};

/// Sees that a browser and its driver are there.
pub fn need(engine: &Engine) -> Outcome {
    let is_there = |names: &[&str]| names.iter().any(|name| paths::find(name).is_some() || is_app(name));
    if !engine.programs.iter().all(|names| is_there(names)) {
        apt::need(engine.packages, engine.why)?;
    }
    if engine.name == FIREFOX.name { programs::need(&programs::GECKODRIVER) } else { Ok(()) }
}

/// Whether it is an application of macOS.
fn is_app(name: &str) -> bool {
    let app = match name {
        "google-chrome" => "Google Chrome",
        "firefox" => "Firefox",
        _ => return false,
    };
    Path::new("/Applications").join(app).with_extension("app").exists()
}
