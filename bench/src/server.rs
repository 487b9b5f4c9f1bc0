//! A small web server that sends what was compressed beforehand, and writes down what it sent to whom.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};

use crate::{brotli, site};

/// A file as it goes over the wire.
#[derive(Clone, Debug)]
struct File {
    mime: &'static str,
    packed: Vec<u8>,
}

/// What was sent in answer to one request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Path without its query.
    pub path: String,
    /// Bytes of the body as they went over the wire; its headers are not counted.
    pub bytes: usize,
    /// 200, or 404.
    pub status: u16,
}

/// Serves until the process ends, on any host name that leads to this machine: each name is an origin of its own, whose
/// requests are written down apart.
#[derive(Clone)]
pub struct Server {
    port: u16,
    files: Arc<HashMap<String, File>>,
    /// By host name.
    log: Arc<Mutex<HashMap<String, Vec<Sent>>>>,
}

/// The files of a server to be.
#[derive(Default)]
pub struct Files(HashMap<String, File>);

impl Files {
    /// Adds a file under its path; the MIME type is the ending's.
    ///
    /// # Errors
    /// The path has an ending that no MIME type is known for.
    pub fn add(&mut self, path: impl Into<String>, body: &[u8]) -> Result<(), String> {
        let path = path.into();
        let mime = mime(&path)?;
        self.0.insert(
            path,
            File { mime, packed: brotli::pack_once(&site::root().join("target/bench/brotli"), body) },
        );
        Ok(())
    }

    /// The paths of all pages, sorted.
    pub fn pages(&self) -> Vec<String> {
        let are_pages = self.0.iter().filter(|(_, file)| file.mime.starts_with("text/html"));
        let mut pages: Vec<String> = are_pages.map(|(path, _)| path.clone()).collect();
        pages.sort();
        pages
    }

    /// The sum of all bodies as they go over the wire.
    pub fn bytes(&self) -> usize {
        self.0.values().map(|file| file.packed.len()).sum()
    }
}

fn mime(path: &str) -> Result<&'static str, String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    Ok(match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        _ => return Err(format!("{path}: no MIME type is known for it")),
    })
}

impl Server {
    /// Starts to serve the files.
    ///
    /// # Errors
    /// No port is free.
    pub fn start(files: Files) -> Result<Self, String> {
        let failed = |why: std::io::Error| format!("the server does not start: {why}");
        let listener = TcpListener::bind("127.0.0.1:0").map_err(failed)?;
        let port = listener.local_addr().map_err(failed)?.port();
        let server = Self { port, files: Arc::new(files.0), log: Arc::default() };
        let serving = server.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let serving = serving.clone();
                // A browser that goes away in mid-answer is no failure.
                std::thread::spawn(move || serving.converse(&stream).ok());
            }
        });
        Ok(server)
    }

    /// The address of a path on a host.
    pub fn url(&self, host: &str, path: &str) -> String {
        format!("http://{host}:{}{path}", self.port)
    }

    /// What was sent to a host, in order; forgotten from then on.
    pub fn take(&self, host: &str) -> Vec<Sent> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).remove(host).unwrap_or_default()
    }

    /// Answers one request after the other, as long as the connection lasts.
    fn converse(&self, mut stream: &TcpStream) -> std::io::Result<()> {
        stream.set_nodelay(true)?;
        let mut reader = BufReader::new(stream);
        while let Some(request) = Request::read(&mut reader)? {
            let path = request.target.split('?').next().unwrap_or_default();
            let file = self.files.get(path).or_else(|| self.interface(path));
            let (status, body) = file.map_or((404, &[][..]), |file| (200, &file.packed[..]));
            let mut head = format!("HTTP/1.1 {status} .\r\nContent-Length: {}\r\n", body.len());
            if let Some(file) = file {
                // Pages are asked for anew; what they load is kept, so that a second card on a page asks for nothing.
                let keep = if file.mime.starts_with("text/html") { "no-store" } else { "max-age=3600" };
                head.extend([
                    "Content-Type: ",
                    file.mime,
                    "\r\nContent-Encoding: br\r\nCache-Control: ",
                    keep,
                    "\r\n",
                ]);
            }
            head += "\r\n";
            let sent = Sent { path: path.to_owned(), bytes: body.len(), status };
            let mut log = self.log.lock().unwrap_or_else(PoisonError::into_inner);
            log.entry(request.host).or_default().push(sent);
            drop(log);
            stream.write_all(&[head.as_bytes(), body].concat())?;
        }
        Ok(())
    }

    /// What a comment system asks its server for besides comments: the answer to everything under a folder that has
    /// an `any.json`.
    fn interface(&self, path: &str) -> Option<&File> {
        let folder = path.trim_start_matches('/').split('/').next()?;
        self.files.get(&format!("/{folder}/any.json")).filter(|_| path.contains("/api/"))
    }
}

/// The part of a request that matters here.
struct Request {
    target: String,
    /// Without the port.
    host: String,
}

impl Request {
    fn read(reader: &mut impl BufRead) -> std::io::Result<Option<Self>> {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let target = line.split(' ').nth(1).unwrap_or_default().to_owned();
        let (mut host, mut body) = (String::new(), 0);
        loop {
            line.clear();
            if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
                break;
            }
            let Some((name, value)) = line.split_once(':') else { continue };
            match name.to_ascii_lowercase().as_str() {
                "host" => value.trim().split(':').next().unwrap_or_default().clone_into(&mut host),
                "content-length" => body = value.trim().parse().unwrap_or(0),
                _ => {}
            }
        }
        std::io::copy(&mut reader.take(body), &mut std::io::sink())?;
        Ok(Some(Self { target, host }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(server: &Server, request: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port)).expect("it listens");
        stream.write_all(request.as_bytes()).expect("it reads");
        stream.shutdown(std::net::Shutdown::Write).expect("it was open");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers");
        String::from_utf8_lossy(&answer).into_owned()
    }

    #[test]
    fn two_requests_of_one_connection_are_answered_and_written_down() {
        let mut files = Files::default();
        files.add("/card.css", &b"a".repeat(1000)).expect("a known ending");
        let server = Server::start(files).expect("a port is free");
        let answer = ask(
            &server,
            "GET /card.css?x HTTP/1.1\r\nHost: one.localhost:1\r\nContent-Length: 2\r\n\r\nxxGET /none HTTP/1.1\r\nHost: one.localhost\r\n\r\n",
        );
        assert!(answer.contains("text/css") && answer.contains("Content-Encoding: br"), "{answer}");
        assert!(answer.contains("HTTP/1.1 404"), "{answer}");
        let sent = server.take("one.localhost");
        assert_eq!((sent[0].path.as_str(), sent[0].status, sent[1].status), ("/card.css", 200, 404));
        assert!((1..100).contains(&sent[0].bytes), "{sent:?}");
        assert_eq!(server.take("one.localhost"), []);
    }

    #[test]
    fn a_file_without_a_known_type_is_refused() {
        assert!(Files::default().add("/card.d.ts", b"").is_err());
    }
}
