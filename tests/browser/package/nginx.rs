//! The README's configuration of nginx, in nginx itself.

use super::{VERSION, assert_whole, story};
use crate::harness::{Reply, Site, browser};
use crate::newsroom::{FILE, STORY, bridge};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The part of the README that somebody copies.
fn configuration() -> String {
    let readme = std::fs::read_to_string(Path::new(ROOT).join("README.md")).expect("it is there");
    let block = readme.split("```nginx\n").nth(1).and_then(|rest| rest.split_once("```"));
    block.expect("the README has a configuration of nginx").0.to_owned()
}

/// A running nginx. It ends with this.
struct Nginx {
    process: Child,
    port: u16,
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Nothing can be done about one that does not end.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Nginx {
    /// Serves the versioned folder as `/summary-card/VERSION/`.
    fn start() -> Self {
        let program =
            std::env::var_os("SUMMARY_CARD_NGINX").expect("`cargo xtask test package` says where nginx is");
        let port = TcpListener::bind("127.0.0.1:0")
            .and_then(|listener| listener.local_addr())
            .expect("a port is free")
            .port();
        let folder = Path::new(ROOT).join("target/package/nginx");
        let www = folder.join("www/summary-card");
        std::fs::create_dir_all(&www).expect("there is room for it");
        copy(&Path::new(ROOT).join("dist").join(VERSION), &www.join(VERSION));
        let file = folder.join("nginx.conf");
        std::fs::write(&file, around(&configuration(), port, &folder)).expect("there is room for it");
        let process = Command::new(program)
            .arg("-p")
            .arg(&folder)
            .arg("-c")
            .arg(&file)
            .args(["-e", "stderr"])
            .stdin(Stdio::null())
            .spawn()
            .expect("nginx starts");
        let nginx = Self { process, port };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(start.elapsed() < Duration::from_secs(10), "nginx does not answer");
            std::thread::sleep(Duration::from_millis(20));
        }
        nginx
    }

    fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// The headers of the answer, in lower case, and its body, for who takes gzip.
    fn get(&self, path: &str) -> (String, Vec<u8>) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it answers");
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).expect("it listens");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers");
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("the headers end");
        (String::from_utf8_lossy(&answer[..end]).to_lowercase(), answer.split_off(end + 4))
    }
}

/// What a whole configuration has besides: one process that ends with the test, and keeps everything in its folder.
fn around(server: &str, port: u16, folder: &Path) -> String {
    let folder = folder.display();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("{name}_temp_path {folder}/temporary;\n"))
        .concat();
    format!(
        "daemon off;\nmaster_process off;\npid {folder}/nginx.pid;\nevents {{}}\n\
         http {{\naccess_log off;\n{temporary}\
         server {{\nlisten 127.0.0.1:{port};\nroot {folder}/www;\n{server}}}\n}}\n"
    )
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("there is room for it");
    for entry in std::fs::read_dir(from).expect("`cargo xtask package` makes it").flatten() {
        let target: PathBuf = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("it can be copied");
        }
    }
}

#[tokio::test]
#[ignore = "`cargo xtask test package` makes what it serves"]
async fn the_readme_s_configuration_of_nginx() {
    browser(|page| async move {
        let nginx = Nginx::start();
        let folder = format!("/summary-card/{VERSION}");
        let parts = std::fs::read_dir(Path::new(ROOT).join("dist").join(VERSION)).expect("it is there");
        let parts = parts.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        let parts = parts.into_iter().find(|name| name.starts_with("parts-")).expect("it has the parts");
        for (path, kind) in [
            ("embed.js".to_owned(), "text/javascript"),
            ("card.css".to_owned(), "text/css"),
            ("favicon.svg".to_owned(), "image/svg+xml"),
            ("frame.html".to_owned(), "text/html"),
            ("integrity.json".to_owned(), "application/json"),
            (format!("{parts}/live.js"), "text/javascript"),
            (format!("{parts}/comments.wasm"), "application/wasm"),
        ] {
            let (headers, body) = nginx.get(&format!("{folder}/{path}"));
            for line in [
                &format!("content-type: {kind}"),
                "content-encoding: gzip",
                "access-control-allow-origin: *",
                "cache-control: public, max-age=31536000, immutable",
            ] {
                assert!(headers.contains(line), "{path} has no {line}: {headers}");
            }
            let packed = std::fs::read(Path::new(ROOT).join("dist").join(VERSION).join(format!("{path}.gz")));
            assert!(body == packed.expect("it is packed"), "{path} is not sent as it was packed");
        }
        // A page of another origin takes all of it from there.
        let news = Site::empty();
        let script = nginx.url(&format!("{folder}/embed.js"));
        news.set(STORY, story(&format!(r#"<script type="module" src="{script}"></script>"#)));
        news.allow_other_origins();
        news.set(FILE, Reply::json(bridge().to_string()));
        page.open(&news, STORY).await;
        assert_whole(&page).await;
        // And so does a card in a frame.
        page.record_elsewhere().await;
        page.goto(&nginx.url(&format!("{folder}/frame.html?src={}", news.url(FILE)))).await;
        page.all_cards_ready().await;
        page.assert_quiet().await;
    })
    .await;
}
