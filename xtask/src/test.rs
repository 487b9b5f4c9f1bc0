//! `cargo xtask test`: all that must hold, in order, ending with one line that sums every test run.

use crate::run::{Outcome, command, run, run_and_read, timed};
use crate::{build, setup, size};
use std::process::Command;

const WASM: &str = "wasm32-unknown-unknown";

/// How many tests passed and failed, over all runners.
#[derive(Debug, Default, PartialEq)]
struct Tally {
    passed: u32,
    failed: u32,
}

impl Tally {
    /// Counts in a line such as `test result: ok. 3 passed; 1 failed; 0 ignored; ...`; ignores any other.
    fn see(&mut self, line: &str) {
        let Some((_, counts)) = line.split_once("test result:") else {
            return;
        };
        let mut before = "";
        for word in counts.split([' ', ';', '.']).filter(|word| !word.is_empty()) {
            match word {
                "passed" => self.passed += before.parse().unwrap_or(0),
                "failed" => self.failed += before.parse().unwrap_or(0),
                _ => {}
            }
            before = word;
        }
    }
}

/// A step of the run; it adds the tests it ran to the tally.
type Step = (&'static str, &'static str, fn(&mut Tally) -> Outcome);

const STEPS: [Step; 7] = [
    ("fmt", "formatting", |_| run(&mut command("cargo", &["fmt", "--all", "--check"]))),
    ("clippy", "lints, native and wasm32", |_| clippy()),
    ("native", "native tests", |tally| {
        // --no-fail-fast: one failing test binary must not hide the others' results.
        cargo_test(&["--workspace", "--no-fail-fast"], tally)
    }),
    ("web", "component tests in headless Chromium", web),
    ("build", "release build", |_| build::release()),
    ("size", "size gate", |_| size::compare_with_file()),
    ("browser", "tests of dist/ in headless Chromium", |tally| {
        // Two at a time: each has a browser of its own.
        cargo_test(&["--test", "browser", "--", "--test-threads=2"], tally)
    }),
];

/// Runs the steps named, or all, and goes on after one that fails.
pub fn test(names: &[&str]) -> Outcome {
    if let Some(name) = names.iter().find(|name| !STEPS.iter().any(|step| step.0 == **name)) {
        return Err(format!("test has no step `{name}`"));
    }
    let mut tally = Tally::default();
    let mut report = Vec::new();
    let (set_up, took) = timed("set-up", setup::all);
    let mut failures: Vec<String> = set_up.err().map(|why| format!("set-up: {why}")).into_iter().collect();
    // A step without its tool fails in its turn, in its own words.
    tally.failed += u32::from(!failures.is_empty());
    report.push(("set-up", took));
    let mut built = true;
    for (name, what, step) in STEPS {
        if !names.is_empty() && !names.contains(&name) {
            continue;
        }
        if !built && matches!(name, "size" | "browser") {
            failures.push(format!("{what}: not run, for want of a release build"));
            tally.failed += 1;
            continue;
        }
        let failed_before = tally.failed;
        let (outcome, took) = timed(what, || step(&mut tally));
        report.push((what, took));
        if let Err(why) = outcome {
            eprintln!("xtask: {why}");
            built &= name != "build";
            failures.push(format!("{what}: {why}"));
            // A step that failed without a failing test (it did not compile, say) counts as one.
            if tally.failed == failed_before {
                tally.failed += 1;
            }
        }
    }
    println!("\n== how long");
    for (what, took) in report {
        println!("{:8.1} s  {what}", took.as_secs_f64());
    }
    if !failures.is_empty() {
        println!("\n== what failed\n{}", failures.join("\n"));
    }
    println!("\n{} passed, {} failed", tally.passed, tally.failed);
    if tally.failed > 0 || !failures.is_empty() {
        // All has been said; the closing line stays the last.
        std::process::exit(1);
    }
    Ok(())
}

fn cargo_test(args: &[&str], tally: &mut Tally) -> Outcome {
    run_and_read(command("cargo", &["test"]).args(args), |line| {
        tally.see(line);
    })
}

/// `cargo xtask shots`: the release build, then pictures of its pages. Not a check.
pub fn shots() -> Outcome {
    setup::all()?;
    build::release()?;
    let args = ["test", "--test", "browser", "shots", "--", "--ignored"];
    run(&mut command("cargo", &args))?;
    println!("the pictures are in target/screenshots/");
    Ok(())
}

/// Warnings are errors here, and only here: while one works they are warnings.
fn clippy() -> Outcome {
    let deny = ["--", "--deny", "warnings"];
    let clippy = |args: &[&str]| -> Command {
        let mut cargo = command("cargo", &["clippy"]);
        cargo.args(args).args(deny);
        cargo
    };
    let native = run(&mut clippy(&["--workspace", "--all-targets"]));
    let browser = run(&mut clippy(&["--lib", "--test", "web", "--target", WASM]));
    native.and(browser)
}

fn web(tally: &mut Tally) -> Outcome {
    let mut cargo = command("cargo", &["test", "--target", WASM, "--test", "web"]);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    // Its own patience, 20 seconds, is short for a busy machine.
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    run_and_read(&mut cargo, |line| tally.see(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(lines: &[&str]) -> (u32, u32) {
        let mut tally = Tally::default();
        for line in lines {
            tally.see(line);
        }
        (tally.passed, tally.failed)
    }

    #[test]
    fn results_of_all_runners_add_up() {
        let lines = [
            "running 3 tests",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: FAILED. 10 passed; 2 failed; 0 ignored",
        ];
        assert_eq!(tally(&lines), (13, 2));
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(tally(&["5 passed, 5 failed", "all 7 passed"]), (0, 0));
    }
}
