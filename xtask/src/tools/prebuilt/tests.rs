//! Downloads from a server of this process.

use super::*;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::time::{Duration, Instant};

const QUICK: Limits = Limits { connect: 1, silence: 1, whole: 2 };

/// What the server does with a request.
enum Reply {
    Body(Vec<u8>),
    NotFound,
    /// Nothing, until the other side gives up.
    Silence,
}

/// The address of a file on a server that replies so to whoever asks.
fn serve(reply: Reply) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("some port is free");
    let address = format!("http://{}/archive.tar.gz", listener.local_addr().expect("it is bound"));
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut lines = BufReader::new(&stream).lines().map_while(Result::ok);
            while lines.next().is_some_and(|line| !line.is_empty()) {}
            // Whoever went away gets no answer.
            let _ = match &reply {
                Reply::Body(body) => {
                    write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", body.len())
                        .and_then(|()| stream.write_all(body))
                }
                Reply::NotFound => write!(stream, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"),
                Reply::Silence => {
                    std::thread::sleep(Duration::from_secs(30));
                    Ok(())
                }
            };
        }
    });
    address
}

/// A folder of this test's own.
fn folder(name: &str) -> Scratch {
    let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a temporary folder can be made");
    Scratch(folder)
}

/// A `.tar.gz` with this file in it.
fn archive(work: &Path, file: &str, text: &str) -> Vec<u8> {
    let inside = work.join("inside").join(file);
    std::fs::create_dir_all(inside.parent().expect("it is in a folder")).expect("a folder can be made");
    std::fs::write(&inside, text).expect("a file can be written");
    let packed = work.join("packed.tar.gz");
    let done =
        Command::new("tar").arg("-czf").arg(&packed).arg("-C").arg(work.join("inside")).arg(".").status();
    assert!(done.expect("tar is here").success());
    std::fs::read(packed).expect("the archive is there")
}

/// Whether the folder has nothing but these files.
fn has_only(folder: &Path, files: &[&str]) -> bool {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be read").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names == files
}

#[test]
fn a_program_comes_out_of_an_archive_and_nothing_else_stays() {
    let (work, into) = (folder("good"), folder("good-into"));
    let program = format!("tool{}", std::env::consts::EXE_SUFFIX);
    for path in [program.clone(), format!("tool-1.0/{program}")] {
        let packed = archive(&work.0, &path, &path);
        let sha256 = digest(&packed);
        take(&serve(Reply::Body(packed)), &sha256, &["tool"], &into.0, &LIMITS).expect("it is taken");
        assert!(has_only(&into.0, &[&program]));
        // The newer one replaced the older.
        assert!(std::fs::read_to_string(into.0.join(&program)).expect("it is there").starts_with("tool"));
    }
}

#[test]
fn another_digest_is_refused_and_said() {
    let (work, into) = (folder("digest"), folder("digest-into"));
    let packed = archive(&work.0, "tool", "not the one");
    let (found, wanted) = (digest(&packed), "0".repeat(64));
    let why =
        take(&serve(Reply::Body(packed)), &wanted, &["tool"], &into.0, &LIMITS).expect_err("another file");
    assert!(why.contains(&found) && why.contains(&wanted), "{why}");
    assert!(has_only(&into.0, &[]));
}

#[test]
fn an_archive_without_the_program_is_said() {
    let (work, into) = (folder("without"), folder("without-into"));
    let packed = archive(&work.0, "readme.txt", "nothing");
    let sha256 = digest(&packed);
    let why =
        take(&serve(Reply::Body(packed)), &sha256, &["tool"], &into.0, &LIMITS).expect_err("no program");
    assert!(why.contains("has no tool"), "{why}");
    assert!(has_only(&into.0, &[]));
}

#[test]
fn what_is_no_archive_is_said() {
    let into = folder("noise");
    let noise = b"<html>please log in</html>".to_vec();
    let sha256 = digest(&noise);
    let why = take(&serve(Reply::Body(noise)), &sha256, &["tool"], &into.0, &LIMITS).expect_err("no archive");
    assert!(why.contains("cannot be unpacked"), "{why}");
}

#[test]
fn a_page_that_is_not_there_and_a_closed_port_are_said() {
    let into = folder("missing");
    let why = take(&serve(Reply::NotFound), "", &["tool"], &into.0, &LIMITS).expect_err("a 404");
    assert!(why.contains("404"), "{why}");
    let closed = {
        let listener = TcpListener::bind("127.0.0.1:0").expect("some port is free");
        format!("http://{}/", listener.local_addr().expect("it is bound"))
    };
    let why = take(&closed, "", &["tool"], &into.0, &LIMITS).expect_err("nobody listens");
    assert!(why.contains("cannot be had"), "{why}");
    assert!(has_only(&into.0, &[]));
}

#[test]
fn silence_is_waited_for_no_longer_than_said() {
    let into = folder("silence");
    let start = Instant::now();
    let why = take(&serve(Reply::Silence), "", &["tool"], &into.0, &QUICK).expect_err("no answer");
    assert!(why.contains("cannot be had"), "{why}");
    // Far from the server's own 30 seconds.
    assert!(start.elapsed() < Duration::from_secs(15), "{:?}", start.elapsed());
}

#[test]
fn digests_are_those_of_the_standard() {
    // FIPS 180-2, appendix B.1.
    assert_eq!(digest(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn a_system_without_a_known_digest_is_said() {
    let nothing = Release { address: "http://127.0.0.1:1", programs: &["tool"], archives: &[] };
    let why = fetch(&nothing, Path::new("nowhere")).expect_err("no archive");
    assert!(why.contains("no digest is known"), "{why}");
}
