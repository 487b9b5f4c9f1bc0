//! A small web server for `dist/` and for pages made up by a test, which can also misbehave on purpose.

use super::record::RECORD;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

/// An answer that a test wants instead of the file in `dist/`. What is not set stays as for the file.
#[derive(Clone, Debug, Default)]
pub struct Reply {
    status: Option<u16>,
    mime: Option<String>,
    headers: Vec<(String, String)>,
    body: Option<Vec<u8>>,
    delay: Duration,
    /// How many bytes at the end of the body come later, and how long after the rest.
    cut: Option<(usize, Duration)>,
    dropped: bool,
}

impl Reply {
    /// The file of `dist/`, to be changed by the other methods.
    pub fn file() -> Self {
        Self::default()
    }

    /// An HTML page.
    pub fn html(body: impl Into<String>) -> Self {
        Self::body("text/html; charset=utf-8", body.into())
    }

    /// A JSON text.
    pub fn json(body: impl Into<String>) -> Self {
        Self::body("application/json", body.into())
    }

    /// Any body with its MIME type.
    pub fn body(mime: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { mime: Some(mime.to_owned()), body: Some(body.into()), ..Self::default() }
    }

    /// An empty answer with a status such as 404.
    pub fn status(status: u16) -> Self {
        Self { status: Some(status), body: Some(Vec::new()), ..Self::default() }
    }

    /// The connection is closed without a word.
    pub fn dropped() -> Self {
        Self { dropped: true, ..Self::default() }
    }

    /// Another MIME type.
    pub fn mime(mut self, mime: &str) -> Self {
        self.mime = Some(mime.to_owned());
        self
    }

    /// One more header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// What stands from this text on comes only after a while; the rest at once.
    ///
    /// # Panics
    /// The body does not have the text.
    pub fn cut(mut self, text: &str, delay: Duration) -> Self {
        let body = self.body.as_deref().unwrap_or_default();
        let at = body.windows(text.len()).position(|each| each == text.as_bytes());
        self.cut = Some((body.len() - at.expect("the body has the text"), delay));
        self
    }

    /// Answered only after a while.
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }
}

#[derive(Default)]
struct State {
    replies: BTreeMap<String, Reply>,
    headers: Vec<(String, String)>,
    requests: Vec<String>,
    held: BTreeSet<String>,
    /// What runs before the scripts of every page.
    first: String,
}

/// A web server with an origin of its own. It serves until the test process ends.
#[derive(Clone)]
pub struct Site {
    port: u16,
    state: Arc<Mutex<State>>,
}

impl Site {
    /// Serves `dist/`.
    pub fn dist() -> Self {
        let root = dist();
        assert!(
            root.join("index.html").is_file(),
            "dist/ has no index.html: run `cargo xtask build` first, or `cargo xtask test`, which does"
        );
        Self::serve(Some(root))
    }

    /// Serves a folder of what `cargo xtask package` and the step `package` have made.
    ///
    /// # Panics
    /// It is not there.
    pub fn folder(path: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        assert!(folder.is_dir(), "{path} is not there: run `cargo xtask test package`");
        Self::serve(Some(folder))
    }

    /// Serves only what the test sets with [`Site::set`]: another origin.
    pub fn empty() -> Self {
        Self::serve(None)
    }

    fn serve(root: Option<PathBuf>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("some port is free");
        let port = listener.local_addr().expect("it is bound").port();
        let state = State { first: RECORD.to_owned(), ..State::default() };
        let state = Arc::new(Mutex::new(state));
        let site = Self { port, state };
        let serving = site.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (serving, root) = (serving.clone(), root.clone());
                // A browser that goes away in mid-answer is no failure of the test.
                std::thread::spawn(move || serving.answer(&stream, root.as_deref()).ok());
            }
        });
        site
    }

    /// The address of a path, as `site.url("/index.html")`.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// From now on this path (without its query) is answered so.
    pub fn set(&self, path: &str, reply: Reply) {
        self.state().replies.insert(path.to_owned(), reply);
    }

    /// This script runs before those of every page from now on.
    pub fn run_first(&self, script: &str) {
        self.state().first.push_str(script);
    }

    /// The path is answered from `dist/` again.
    pub fn restore(&self, path: &str) {
        self.state().replies.remove(path);
    }

    /// From now on who asks for this path waits until it is let go.
    pub fn hold(&self, path: &str) {
        self.state().held.insert(path.to_owned());
    }

    /// The path is answered again, those who wait for it, too.
    pub fn let_go(&self, path: &str) {
        self.state().held.remove(path);
    }

    /// A header on every answer.
    pub fn header(&self, name: &str, value: &str) {
        let header = (name.to_owned(), value.to_owned());
        self.state().headers.push(header);
    }

    /// Lets pages of other origins load from here, as a card's host must.
    pub fn allow_other_origins(&self) {
        self.header("Access-Control-Allow-Origin", "*");
    }

    /// The paths asked for so far, with their queries, in order.
    pub fn requests(&self) -> Vec<String> {
        self.state().requests.clone()
    }

    /// How often a path was asked for, whatever query was behind it.
    pub fn asked(&self, path: &str) -> usize {
        self.requests().iter().filter(|request| request.split('?').next() == Some(path)).count()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no thread panics while it has it")
    }

    fn answer(&self, mut stream: &TcpStream, root: Option<&Path>) -> std::io::Result<()> {
        let mut lines = BufReader::new(stream).lines();
        let first = lines.next().unwrap_or_else(|| Ok(String::new()))?;
        let mut opens_a_page = false;
        // The request's headers are read to their end, or closing would reset the connection.
        for line in lines.by_ref() {
            let line = line?.to_ascii_lowercase();
            if line.is_empty() {
                break;
            }
            opens_a_page |= line.starts_with("accept:") && line.contains("text/html");
        }
        let Some(target) = first.split(' ').nth(1) else {
            return Ok(());
        };
        let path = target.split('?').next().unwrap_or(target);
        if path == FIRST {
            let script = self.state().first.clone();
            return send(&mut stream, 200, "text/javascript", &[], script.as_bytes(), None);
        }
        let (reply, everywhere) = {
            let mut state = self.state();
            state.requests.push(target.to_owned());
            let reply = state.replies.get(path).cloned().unwrap_or_default();
            (reply, state.headers.clone())
        };
        std::thread::sleep(reply.delay);
        while self.state().held.contains(path) {
            std::thread::sleep(Duration::from_millis(5));
        }
        if reply.dropped {
            return Ok(());
        }
        let (status, body) = match reply.body {
            Some(body) => (200, body),
            None => file(root, path),
        };
        let status = reply.status.unwrap_or(status);
        let mime = reply.mime.unwrap_or_else(|| mime_of(path).to_owned());
        let body = if opens_a_page && mime.starts_with("text/html") { with_first_script(body) } else { body };
        let headers: Vec<_> = everywhere.into_iter().chain(reply.headers).collect();
        send(&mut stream, status, &mime, &headers, &body, reply.cut)
    }
}

/// Where the script is that runs before a page's own. A file of the site's own, so that a policy which lets the page
/// have scripts lets it have this one.
const FIRST: &str = "/__first.js";

/// The page with that script in it, as the first thing of its head.
fn with_first_script(page: Vec<u8>) -> Vec<u8> {
    let Ok(text) = String::from_utf8(page) else {
        panic!("a page of a test is UTF-8");
    };
    let lower = text.to_ascii_lowercase();
    let after = |tag: &str| lower.find(tag).and_then(|at| Some(at + lower[at..].find('>')? + 1));
    let at = after("<head>").or_else(|| after("<html")).or_else(|| after("<!doctype")).unwrap_or(0);
    [&text[..at], "<script src=\"", FIRST, "\"></script>", &text[at..]].concat().into_bytes()
}

fn send(
    stream: &mut &TcpStream,
    status: u16,
    mime: &str,
    headers: &[(String, String)],
    body: &[u8],
    cut: Option<(usize, Duration)>,
) -> std::io::Result<()> {
    let mut head = format!(
        "HTTP/1.1 {status} .\r\nContent-Type: {mime}\r\nContent-Length: {}\r\n\
         Connection: close\r\n",
        body.len()
    );
    if !headers.iter().any(|(name, _)| name == "Cache-Control") {
        head += "Cache-Control: no-store\r\n";
    }
    for (name, value) in headers {
        head.extend([name, ": ", value, "\r\n"]);
    }
    head += "\r\n";
    stream.write_all(head.as_bytes())?;
    let Some((rest, delay)) = cut else {
        return stream.write_all(body);
    };
    // Counted from the end: the script that runs first may have been put in before.
    let (first, rest) = body.split_at(body.len() - rest);
    stream.write_all(first)?;
    stream.flush()?;
    std::thread::sleep(delay);
    stream.write_all(rest)
}

/// A file of the folder with status 200, or a 404.
fn file(root: Option<&Path>, path: &str) -> (u16, Vec<u8>) {
    let name = path.trim_start_matches('/');
    let index = format!("{name}index.html");
    let name = if name.is_empty() || name.ends_with('/') { &index } else { name };
    // Browsers ask for the icon unasked; a 404 would be a line in the console that is not ours.
    if name == "favicon.ico" {
        return (204, Vec::new());
    }
    let inside = !name.split('/').any(|part| part == "..");
    root.filter(|_| inside)
        .and_then(|root| std::fs::read(root.join(name)).ok())
        .map_or_else(|| (404, b"not found".to_vec()), |bytes| (200, bytes))
}

fn mime_of(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "js" => "text/javascript",
        "css" => "text/css",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "txt" | "ts" => "text/plain; charset=utf-8",
        _ => "text/html; charset=utf-8",
    }
}

fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dist")
}

/// Where a part of the program is in `dist/`: in the folder that the release build names after its contents, or, in a
/// development build, beside `embed.js`.
pub fn part(name: &str) -> String {
    let names = std::fs::read_dir(dist()).into_iter().flatten().flatten().map(|entry| entry.file_name());
    let folder =
        names.map(|name| name.to_string_lossy().into_owned()).find(|name| name.starts_with("parts-"));
    folder.map_or_else(|| format!("/{name}"), |folder| format!("/{folder}/{name}"))
}

/// The bytes of such a part.
///
/// # Panics
/// It is not there.
pub fn part_bytes(name: &str) -> Vec<u8> {
    let path = format!("{}{}", dist().display(), part(name));
    std::fs::read(&path).unwrap_or_else(|why| panic!("{path}: {why}: only `cargo xtask build` makes it"))
}

/// The files in a folder of `dist/` with this ending, as paths of a [`Site`], sorted:
/// `dist_files("embed", "html")` gives `/embed/dark.html`, ...
pub fn dist_files(folder: &str, ending: &str) -> Vec<String> {
    let mut paths: Vec<String> = std::fs::read_dir(dist().join(folder))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(&format!(".{ending}")))
        .map(|name| format!("/{folder}/{name}"))
        .collect();
    paths.sort();
    paths
}
