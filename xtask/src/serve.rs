//! `cargo xtask serve`

use crate::process::start;
use crate::{Outcome, build, desk, tools};
use std::net::{TcpListener, TcpStream};
use std::process::Child;
use std::time::Duration;

const FIRST_PORT: u16 = 8080;

/// Builds for development, serves, and rebuilds on change, until stopped: the page with its card, and the editor's desk,
/// which has a server of its own behind the first one.
pub fn serve(args: &[&str]) -> Outcome {
    let mut wanted = FIRST_PORT;
    let mut open = false;
    let mut args = args.iter();
    while let Some(&arg) = args.next() {
        match arg {
            "--open" => open = true,
            "--port" => {
                let text = args.next().ok_or("--port needs a number")?;
                wanted = text
                    .parse()
                    .map_err(|_| format!("--port needs a number from 1 to 65535, not `{text}`"))?;
            }
            other => return Err(format!("serve does not know `{other}`")),
        }
    }
    tools::for_serve()?;
    let port = free_port(wanted)?;
    if port != wanted {
        println!("port {wanted} is in use: taking {port}");
    }
    let desk_port = free_port(port.saturating_add(1))?;
    let desk_port_text = desk_port.to_string();
    println!("\n    http://127.0.0.1:{port}/        an article with its card");
    println!("    http://127.0.0.1:{port}/desk/   the editor's desk, which is built after that");
    println!("\n(Ctrl+C stops.)\n");
    let port_text = port.to_string();
    let backend = format!("http://127.0.0.1:{desk_port}/desk/");
    // A folder of its own: dist/ stays the release build.
    let folder = ["--dist", "target/dist-serve", "--proxy-backend", &backend, "--proxy-no-system-proxy"];
    let mut all = vec!["serve", "--port", &port_text];
    all.extend(folder);
    if open {
        all.push("--open");
    }
    let mut page = start(&mut build::trunk(&all))?;
    // One build at a time: who wants to see the page is not to wait for the desk.
    while !answers(port) {
        if has_ended(&mut page) {
            return ended(page);
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    let mut desk = start(&mut desk::server(&desk_port_text)).inspect_err(|_| stop(&mut page))?;
    let mut desk_is_there = true;
    while !has_ended(&mut page) {
        if desk_is_there && has_ended(&mut desk) {
            desk_is_there = false;
            eprintln!("xtask: the desk's server has ended; the page with the card is still served");
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    stop(&mut desk);
    ended(page)
}

/// Whether something takes connections on a port.
fn answers(port: u16) -> bool {
    TcpStream::connect(("127.0.0.1", port)).is_ok()
}

/// Whether a process is over. One that cannot be asked is.
fn has_ended(process: &mut Child) -> bool {
    process.try_wait().map_or(true, |status| status.is_some())
}

/// Ctrl+C reaches both servers by itself: this is for when one of them ends without it.
fn stop(process: &mut Child) {
    // It fails only where the process is over.
    let _ = process.kill();
    let _ = process.wait();
}

fn ended(mut process: Child) -> Outcome {
    let status = process.wait().map_err(|why| format!("the server was lost: {why}"))?;
    if status.success() { Ok(()) } else { Err(format!("the server ended with {status}")) }
}

/// The first free port from `wanted` upwards.
fn free_port(wanted: u16) -> Outcome<u16> {
    (wanted..=u16::MAX)
        .take(100)
        .find(|&port| TcpListener::bind(("127.0.0.1", port)).is_ok())
        .ok_or_else(|| format!("no free port from {wanted} to {}", wanted.saturating_add(99)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_gives_the_next_one() {
        let taken = TcpListener::bind("127.0.0.1:0").expect("some port is free");
        let port = taken.local_addr().expect("it is bound").port();
        assert!(free_port(port).expect("another is free") > port);
    }

    #[test]
    fn a_port_that_is_no_number_is_said() {
        let why = serve(&["--port", "http"]).expect_err("not a number");
        assert!(why.contains("`http`"), "{why}");
    }
}
