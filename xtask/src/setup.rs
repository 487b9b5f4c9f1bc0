//! Seeing that everything a command needs is there, before it starts.

use crate::run::{Outcome, ask, command, find, run};
use crate::tools::{
    ESBUILD, FOR_TESTS, TRUNK, WASM_BINDGEN, need_apt_packages, need_cargo_tool, need_npm_packages,
    need_wasm_opt,
};

const WASM: &str = "wasm32-unknown-unknown";

/// What a development build and the server need.
pub fn for_serve() -> Outcome {
    wasm_target()?;
    need_cargo_tool(&TRUNK)?;
    need_cargo_tool(&WASM_BINDGEN)
}

/// What a release build needs.
pub fn for_build() -> Outcome {
    for_serve()?;
    need_wasm_opt()?;
    need_npm_packages(&[ESBUILD])
}

/// Everything; what could not be had is listed, one line each, and the rest is set up all the same.
pub fn all() -> Outcome {
    let problems: Vec<String> = [rust_components(), for_build(), need_npm_packages(&FOR_TESTS), browser()]
        .into_iter()
        .filter_map(Result::err)
        .collect();
    if problems.is_empty() {
        println!("all tools are there");
        Ok(())
    } else {
        Err(problems.join("\nxtask: "))
    }
}

/// The Rust target of the browser build.
fn wasm_target() -> Outcome {
    let there = ask("rustup", &["target", "list", "--installed"]);
    let sysroot_has_it = || {
        ask("rustc", &["--print", "target-libdir", "--target", WASM])
            .is_some_and(|dir| std::path::Path::new(&dir).is_dir())
    };
    if there.is_some_and(|list| list.lines().any(|line| line == WASM)) || sysroot_has_it() {
        return Ok(());
    }
    println!("adding the Rust target {WASM} (the browser build): a few seconds, once");
    run(&mut command("rustup", &["target", "add", WASM]))
        .map_err(|why| format!("{why}; try by hand: rustup target add {WASM}"))
}

/// rustfmt and clippy, which a minimal rustup profile leaves out.
fn rust_components() -> Outcome {
    for (program, component) in [("rustfmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        if ask(program, &["--version"]).is_none() {
            println!("adding the Rust component {component} (checks the code): a few seconds, once");
            run(&mut command("rustup", &["component", "add", component]))
                .map_err(|why| format!("{why}; try by hand: rustup component add {component}"))?;
        }
    }
    Ok(())
}

/// Chromium and the program that drives it.
fn browser() -> Outcome {
    let chromium = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
        .iter()
        .any(|name| find(name).is_some())
        || std::path::Path::new("/Applications/Google Chrome.app").exists();
    if chromium && find("chromedriver").is_some() {
        return Ok(());
    }
    need_apt_packages(
        &["chromium", "chromium-driver"],
        "Chromium and chromedriver, for the tests in a browser",
    )
}
