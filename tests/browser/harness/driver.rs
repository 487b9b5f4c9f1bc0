//! One chromedriver for the whole test run, and sessions on it.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, LoggingPrefsLogLevel};

/// A chromedriver that ends with this process.
struct Driver {
    url: String,
    /// Holds the write end of the pipe whose closing ends chromedriver.
    _lifeline: Child,
}

static DRIVER: OnceLock<Driver> = OnceLock::new();

/// How long chromedriver may take to start.
const PATIENCE: Duration = Duration::from_secs(20);

/// A static is never dropped, so the end of this process cannot be caught here, least of all when it is killed.
/// A shell can: its standard input is a pipe from us, which closes when we are gone, however that came about.
const WITH_LIFELINE: &str = r#"chromedriver --port="$1" < /dev/null & driver=$!; read _; kill "$driver""#;

impl Driver {
    fn start() -> Self {
        // Another program may take the port between our looking and chromedriver's.
        (0..3).find_map(|_| Self::start_on(free_port())).unwrap_or_else(|| {
            panic!("chromedriver does not start; is it installed? `cargo xtask setup` sees to it")
        })
    }

    fn start_on(port: u16) -> Option<Self> {
        let shell = Command::new("sh")
            .args(["-c", WITH_LIFELINE, "sh", &port.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("sh starts");
        let start = Instant::now();
        while !is_ready(port) {
            if start.elapsed() > PATIENCE {
                return None;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Some(Self { url: format!("http://127.0.0.1:{port}"), _lifeline: shell })
    }
}

/// A port that nobody listens on. Asked of the system, since what a driver prints of its own choice is not settled.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("some port is free");
    listener.local_addr().expect("it is bound").port()
}

/// Whether a WebDriver server answers there.
fn is_ready(port: u16) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect(("127.0.0.1", port))?;
        stream.set_read_timeout(Some(Duration::from_secs(2)))?;
        write!(stream, "GET /status HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")?;
        // Not to its end: drivers leave the connection open.
        let mut answer = Vec::new();
        let mut part = [0; 1024];
        while !String::from_utf8_lossy(&answer).contains("\"ready\"") {
            match stream.read(&mut part)? {
                0 => return Ok(false),
                read => answer.extend(&part[..read]),
            }
        }
        Ok(true)
    };
    ask().unwrap_or(false)
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
