//! One chromedriver for the whole test run, and sessions on it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, LoggingPrefsLogLevel};

/// A chromedriver that ends with this process.
struct Driver {
    url: String,
    /// Holds the write end of the pipe whose closing ends chromedriver.
    _lifeline: Child,
}

static DRIVER: OnceLock<Driver> = OnceLock::new();

/// A static is never dropped, so the end of this process cannot be caught here, least of all when it is killed.
/// A shell can: its standard input is a pipe from us, which closes when we are gone, however that came about.
const WITH_LIFELINE: &str = r#"chromedriver --port=0 < /dev/null & driver=$!; read _; kill "$driver""#;

impl Driver {
    fn start() -> Self {
        let mut shell = Command::new("sh")
            .args(["-c", WITH_LIFELINE])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("sh starts");
        let said = BufReader::new(shell.stdout.take().expect("its output is a pipe"));
        let port: u16 = said
            .lines()
            .map_while(Result::ok)
            .find_map(|line| {
                let (_, rest) = line.split_once("started successfully on port ")?;
                rest.trim_end_matches('.').parse().ok()
            })
            .expect("chromedriver starts; is it installed? `cargo xtask setup` sees to it");
        Self { url: format!("http://127.0.0.1:{port}"), _lifeline: shell }
    }
}

/// A new headless Chromium with a profile of its own, 1280 × 800.
pub async fn session() -> WebDriver {
    let driver = DRIVER.get_or_init(Driver::start);
    let mut chrome = DesiredCapabilities::chrome();
    for arg in [
        "--headless=new",
        // Chromium has no sandbox for root, and CI machines are root.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--window-size=1280,800",
        // No request that a test did not ask for.
        "--no-first-run",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--lang=en",
    ] {
        chrome.add_arg(arg).expect("an argument is text");
    }
    chrome.set_browser_log_level(LoggingPrefsLogLevel::All).expect("a log level is text");
    WebDriver::new(&driver.url, chrome).await.unwrap_or_else(|why| panic!("Chromium does not start: {why}"))
}
