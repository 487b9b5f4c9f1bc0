//! The browsers of the test run, each with a driver of its own, and how they start and end.

use super::engine::Engine;
use serde_json::json;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;
use thirtyfour::{Capabilities, WindowHandle};

/// A browser with one session, and the driver that it listens to. Both end with this process.
pub struct Browser {
    /// The session.
    pub driver: WebDriver,
    /// Holds the write end of the pipe whose closing ends the driver.
    _lifeline: Child,
}

/// Browsers that a test has done with. Starting one takes a second or more; a new window takes none.
static FREE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// How long a driver may take to start.
const PATIENCE: Duration = Duration::from_secs(30);

/// A static is never dropped, so the end of this process cannot be caught here, least of all when it is killed.
/// A shell can: its standard input is a pipe from us, which closes when we are gone, however that came about. It is
/// the first of a process group, which the driver, the browser and the screen are in, and ends them all. What they
/// leave in the folder for temporary files goes with them.
/// That folder is in memory where there is a gigabyte for it: browsers put what their processes share into it, for every
/// picture of the page anew.
const BEGIN: &str = r#"
    room="$(df -Pk /dev/shm 2> /dev/null | awk 'NR == 2 { print $4 }')"
    if [ "${room:-0}" -gt 1048576 ]; then in_memory=/dev/shm; fi
    export TMPDIR="$(mktemp -d -p "${in_memory:-${TMPDIR:-/tmp}}")""#;
const END: &str = r#"read _; trap "" TERM; kill 0; wait; sleep 1; rm -rf "$TMPDIR""#;

const CHROMEDRIVER: &str = r#"chromedriver --port="$1" < /dev/null &"#;

/// It may set preferences in the browser's own context, which `media` does.
const GECKODRIVER: &str = r#"geckodriver --port="$1" --allow-system-access < /dev/null &"#;

/// On a screen that nobody sees, with a window manager, without which no window has the focus: a page then knows of none
/// either, and Tab does nothing. The style makes room for small windows: `MiniBrowser`'s tool bar has no less than 447
/// pixels otherwise.
const WEBKIT_DRIVER: &str = r#"
    export XDG_CONFIG_HOME="$TMPDIR/config" && mkdir -p "$XDG_CONFIG_HOME/gtk-3.0"
    echo '* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px }
          button, image { margin: 0 -9px }' > "$XDG_CONFIG_HOME/gtk-3.0/gtk.css"
    Xvfb -displayfd 3 -screen 0 1600x1200x24 -nolisten tcp 3> "$TMPDIR/display" < /dev/null &
    until [ -s "$TMPDIR/display" ]; do sleep 0.05; done
    export DISPLAY=":$(cat "$TMPDIR/display")"
    evilwm --bw 0 < /dev/null &
    WebKitWebDriver --port="$1" < /dev/null &"#;

impl Browser {
    /// One that is free, or a new one, with a window of 1280 × 800 CSS pixels that nothing was done in.
    pub async fn take() -> Self {
        let free = FREE.lock().unwrap_or_else(PoisonError::into_inner).pop();
        match free {
            Some(browser) => browser,
            None => Self::start().await,
        }
    }

    /// Hands it to the next test; or ends it, where the windows cannot be cleared away.
    pub async fn give_back(self) {
        match self.clear().await {
            Ok(()) => FREE.lock().unwrap_or_else(PoisonError::into_inner).push(self),
            Err(_) => self.end().await,
        }
    }

    /// Ends it. Nothing is left to do about one that does not end; its driver goes with this process.
    pub async fn end(self) {
        let _ = self.driver.quit().await;
    }

    /// A new window, and no other; nothing left in the log.
    async fn clear(&self) -> WebDriverResult<()> {
        if Engine::current() == Engine::Chromium {
            self.driver.get_log("browser").await?;
        }
        let before = self.driver.windows().await?;
        // One that a script opened has the focus in Chromium, and may be small in Firefox.
        self.driver.goto("about:blank").await?;
        let new = match Engine::current() {
            Engine::WebKit => self.driver.new_tab().await?,
            Engine::Chromium | Engine::Firefox => open_window(&self.driver).await?,
        };
        for old in before {
            self.driver.switch_to_window(old).await?;
            self.driver.close_window().await?;
        }
        self.driver.switch_to_window(new).await
    }

    async fn start() -> Self {
        // Another program may take the port between our looking and the driver's.
        let started = (0..3).find_map(|_| start_driver(free_port()));
        let Some((url, lifeline)) = started else {
            panic!("no driver for {:?} starts; `cargo xtask setup` sees to it", Engine::current());
        };
        let driver = WebDriver::new(&url, capabilities()).await;
        let driver = driver.unwrap_or_else(|why| panic!("{:?} does not start: {why}", Engine::current()));
        let browser = Self { driver, _lifeline: lifeline };
        browser.clear().await.expect("a new browser opens a window");
        browser
    }
}

/// A new tab beside the one that is shown; nothing is switched to.
///
/// # Errors
/// The driver opens none.
pub async fn new_tab(driver: &WebDriver) -> WebDriverResult<WindowHandle> {
    match Engine::current() {
        // A window that a script opened has no tabs in Firefox, and its driver waits for one for ever.
        Engine::Firefox => open_window(driver).await,
        Engine::Chromium => driver.new_tab().await,
        // A tab stays hidden in WebKit's browser, also when its driver goes there.
        Engine::WebKit => driver.new_window().await,
    }
}

/// A window that knows nothing of the one it is opened from.
async fn open_window(driver: &WebDriver) -> WebDriverResult<WindowHandle> {
    let before = driver.windows().await?;
    let open = "open('about:blank', '_blank', 'noopener,popup,width=1280,height=800')";
    driver.execute(open, Vec::new()).await?;
    let start = Instant::now();
    loop {
        let new = driver.windows().await?.into_iter().find(|each| !before.contains(each));
        if let Some(new) = new {
            // It loads an empty page first. Where it is sent elsewhere before that is done, its driver may wait for the
            // other page for ever.
            let here = driver.window().await?;
            driver.switch_to_window(new.clone()).await?;
            while driver.execute("return document.readyState", Vec::new()).await?.json() != "complete" {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            driver.switch_to_window(here).await?;
            return Ok(new);
        }
        if start.elapsed() > PATIENCE {
            return Err(WebDriverError::Timeout("no new window".to_owned()));
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// The address of a new driver, and what it lives as long as.
fn start_driver(port: u16) -> Option<(String, Child)> {
    let middle = match Engine::current() {
        Engine::Chromium => CHROMEDRIVER,
        Engine::Firefox => GECKODRIVER,
        Engine::WebKit => WEBKIT_DRIVER,
    };
    let mut shell = Command::new("sh");
    shell.args(["-c", &[BEGIN, middle, END].join("\n"), "sh", &port.to_string()]);
    shell.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).process_group(0);
    let mut lifeline = shell.spawn().expect("sh starts");
    let start = Instant::now();
    while !is_ready(port) {
        if start.elapsed() > PATIENCE {
            // Lets go of the shell, which ends what it began.
            drop(lifeline.stdin.take());
            let _ = lifeline.wait();
            return None;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Some((format!("http://127.0.0.1:{port}"), lifeline))
}

/// A port that nobody listens on. Asked of the system, since what a driver prints of its own choice is not settled.
///
/// # Panics
/// No port is free.
pub fn free_port() -> u16 {
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

fn capabilities() -> Capabilities {
    let mut wanted = match Engine::current() {
        Engine::Chromium => json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "args": CHROMIUM },
            "goog:loggingPrefs": { "browser": "ALL" },
        }),
        Engine::Firefox => json!({
            "browserName": "firefox",
            // The tests are in English, whatever the machine speaks.
            "moz:firefoxOptions": { "args": ["-headless"], "prefs": { "intl.accept_languages": "en" } },
        }),
        Engine::WebKit => json!({ "browserName": "MiniBrowser" }),
    };
    // Half a minute otherwise, which is little for a long script on a busy machine.
    wanted["timeouts"] = json!({ "script": 2 * 60 * 1000 });
    serde_json::from_value(wanted).expect("they are an object")
}

const CHROMIUM: [&str; 11] = [
    "--headless=new",
    // Chromium has no sandbox for root, and CI machines are root.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    // No request that a test did not ask for.
    "--no-first-run",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--lang=en",
];
