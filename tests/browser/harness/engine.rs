//! Which browser the tests run in, and what each of them can be made to do.

use std::fmt::Debug;
use std::io::Write;
use std::sync::OnceLock;

/// A browser engine, chosen by `SUMMARY_CARD_BROWSER`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium with chromedriver.
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
    /// `WebKitGTK`'s `MiniBrowser` with `WebKitWebDriver`, on a screen of its own.
    WebKit,
}

/// What a test needs besides a browser. A test that says so is left out where the engine does not have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Nothing of it depends on the engine: it runs in Chromium alone.
    OneEngine,
    /// The reader's system wants dark or forced colours, or less motion.
    Media,
    /// The network goes away.
    Offline,
    /// Layout shifts and long tasks are measured.
    Measures,
    /// The browser's debugging protocol, such as for collecting garbage.
    Protocol,
    /// A module that is fetched ahead is held to its hash.
    ModuleIntegrity,
}

impl Engine {
    /// The engine of this test run; Chromium where nothing is said.
    ///
    /// # Panics
    /// `SUMMARY_CARD_BROWSER` names none of them.
    pub fn current() -> Self {
        static CURRENT: OnceLock<Engine> = OnceLock::new();
        *CURRENT.get_or_init(|| match std::env::var("SUMMARY_CARD_BROWSER").as_deref() {
            Err(_) | Ok("" | "chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("SUMMARY_CARD_BROWSER is {other:?}, not chromium, firefox or webkit"),
        })
    }

    /// Whether a test that needs this runs here.
    pub fn has(self, need: Need) -> bool {
        match need {
            Need::Media | Need::ModuleIntegrity => self != Self::WebKit,
            Need::OneEngine | Need::Offline | Need::Measures | Need::Protocol => self == Self::Chromium,
        }
    }
}

/// Says that the test is not run for want of something, past the runner's capture: `cargo xtask test` counts these.
pub fn leave_out(need: impl Debug) {
    let name = std::thread::current().name().unwrap_or("a test").to_owned();
    let line = format!("left out in {:?}: {name} ({need:?})\n", Engine::current());
    // Where nobody listens, nobody counts.
    let _ = std::io::stdout().lock().write_all(line.as_bytes());
}
