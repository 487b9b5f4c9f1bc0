//! What rustup installs.

use crate::Outcome;
use crate::process::{ask, program, run};
use std::path::Path;

const WASM: &str = "wasm32-unknown-unknown";

/// The Rust target of the browser build.
pub fn wasm_target() -> Outcome {
    let folder = ask("rustc", &["--print", "target-libdir", "--target", WASM]);
    if folder.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    println!("adding the Rust target {WASM} (the browser build): a few seconds, once");
    run(&mut program("rustup", &["target", "add", WASM]))
        .map_err(|why| format!("{why}; try by hand: rustup target add {WASM}"))
}

/// rustfmt and clippy, which a minimal rustup profile leaves out.
pub fn components() -> Outcome {
    for (program_name, component) in [("rustfmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        if ask(program_name, &["--version"]).is_none() {
            println!("adding the Rust component {component} (checks the code): a few seconds, once");
            run(&mut program("rustup", &["component", "add", component]))
                .map_err(|why| format!("{why}; try by hand: rustup component add {component}"))?;
        }
    }
    Ok(())
}
