//! `cargo xtask serve`

use crate::process::run;
use crate::{Outcome, build, tools};
use std::net::TcpListener;

const FIRST_PORT: u16 = 8080;

/// Builds for development, serves, and rebuilds on change, until stopped.
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
    println!("\n    http://127.0.0.1:{port}/   (once built; Ctrl+C stops)\n");
    let port = port.to_string();
    // A folder of its own: dist/ stays the release build.
    let mut all = vec!["serve", "--port", &port, "--dist", "target/dist-serve"];
    if open {
        all.push("--open");
    }
    run(&mut build::trunk(&all))
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
