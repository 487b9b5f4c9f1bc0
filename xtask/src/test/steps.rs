//! The steps of `cargo xtask test`.

use super::{Tally, package};
use crate::process::{program, run, run_and_read};
use crate::tools::browsers::{self, CHROMIUM, Engine, FIREFOX, WEBKIT};
use crate::tools::wordpress;
use crate::{Outcome, build, paths, size};

const WASM: &str = "wasm32-unknown-unknown";

/// One thing that must hold.
pub struct Step {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What it is, in words.
    pub what: &'static str,
    /// Whether it looks at `dist/`, which the step `build` makes.
    pub needs_build: bool,
    /// Does it, and adds the tests it ran to the tally.
    pub act: fn(&mut Tally) -> Outcome,
}

/// All of them, in their order.
pub const STEPS: [Step; 10] = [
    Step { name: "fmt", what: "formatting", needs_build: false, act: fmt },
    Step { name: "clippy", what: "lints, native and wasm32", needs_build: false, act: clippy },
    Step { name: "native", what: "native tests", needs_build: false, act: native },
    Step { name: "web", what: "component tests in headless Chromium", needs_build: false, act: web },
    Step { name: "build", what: "release build", needs_build: false, act: |_| build::release() },
    Step { name: "size", what: "size gate", needs_build: true, act: |_| size::gate() },
    Step { name: "package", what: "the packages, in use", needs_build: true, act: package::package },
    Step { name: "browser", what: "tests of dist/ in Chromium", needs_build: true, act: chromium },
    Step { name: "firefox", what: "tests of dist/ in Firefox", needs_build: true, act: firefox },
    Step { name: "webkit", what: "tests of dist/ in WebKit", needs_build: true, act: webkit },
];

fn fmt(_: &mut Tally) -> Outcome {
    run(&mut program("cargo", &["fmt", "--all", "--check"]))
}

/// Warnings are errors here, and only here: while one works they are warnings.
fn clippy(_: &mut Tally) -> Outcome {
    let deny = ["--", "--deny", "warnings"];
    let clippy = |args: &[&str]| run(program("cargo", &["clippy"]).args(args).args(deny));
    // The tests of dist/ are no target of plain `cargo test`: they have to be named, and alone, since beside
    // `--all-targets` cargo passes over their name.
    let native = clippy(&["--workspace", "--all-targets"]).and_then(|()| clippy(&["--test", "browser"]));
    // What runs in the browser: every crate but the native programs.
    let native_only = [
        "xtask",
        "xtask-split",
        "summary-card-bench",
        "summary-card-cli",
        "summary-card-docs",
        "summary-card-render",
    ];
    let mut browser = vec!["--workspace", "--lib", "--test", "web", "--target", WASM];
    browser.extend(native_only.iter().flat_map(|name| ["--exclude", name]));
    native.and(clippy(&browser))
}

fn native(tally: &mut Tally) -> Outcome {
    // One failing test program must not hide the others' results.
    cargo_test(&["--workspace", "--no-fail-fast"], tally)
}

/// Of the widget and of the desk, each with its own features.
fn web(tally: &mut Tally) -> Outcome {
    let mut outcome = Ok(());
    for package in ["summary-card", "summary-card-desk"] {
        let mut cargo = program("cargo", &["test", "--target", WASM, "--package", package, "--test", "web"]);
        cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
        // Where there is a geckodriver, too, the runner would take that.
        if let Some(driver) = paths::find("chromedriver") {
            cargo.env("CHROMEDRIVER", driver);
        }
        // Its own patience, 20 seconds, is short for a busy machine.
        cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
        // One failing test program must not hide the other's results.
        outcome = outcome.and(run_and_read(&mut cargo, |line| tally.see(line)));
    }
    outcome
}

fn chromium(tally: &mut Tally) -> Outcome {
    // A part of these tests is in a WordPress; each of them says so where it is left out.
    if let Err(why) = wordpress::need() {
        tally.leave_out("WordPress", &why);
    }
    dist(&CHROMIUM, tally)
}

fn firefox(tally: &mut Tally) -> Outcome {
    where_it_is(&FIREFOX, tally)
}

fn webkit(tally: &mut Tally) -> Outcome {
    where_it_is(&WEBKIT, tally)
}

/// The tests of `dist/` in an engine, or a word on why it is left out: not every machine has all three.
fn where_it_is(engine: &Engine, tally: &mut Tally) -> Outcome {
    match browsers::need(engine) {
        Ok(()) => dist(engine, tally),
        Err(why) => {
            tally.leave_out(engine.name, &why);
            Ok(())
        }
    }
}

fn dist(engine: &Engine, tally: &mut Tally) -> Outcome {
    // Each has a browser of its own, and waits for it a third of the time.
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let threads = format!("--test-threads={}", cores + 1);
    let mut cargo = program("cargo", &["test", "--test", "browser", "--", &threads]);
    run_and_read(cargo.env("SUMMARY_CARD_BROWSER", engine.name), |line| tally.see(line))
}

fn cargo_test(args: &[&str], tally: &mut Tally) -> Outcome {
    run_and_read(program("cargo", &["test"]).args(args), |line| tally.see(line))
}
