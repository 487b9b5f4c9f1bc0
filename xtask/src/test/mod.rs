//! `cargo xtask test`: all that must hold, in order, ending with one line that sums every test run.

mod package;
mod steps;
mod tally;

pub use tally::Tally;

use crate::{Outcome, tools};
use std::time::{Duration, Instant};
use steps::{STEPS, Step};

/// Takes the steps named, or all, and goes on after one that fails. An error only for a name that is no step.
pub fn test(names: &[&str]) -> Outcome<Tally> {
    if let Some(name) = names.iter().find(|name| !STEPS.iter().any(|step| step.name == **name)) {
        return Err(format!("test has no step `{name}`"));
    }
    let mut report = Report::default();
    // A step without its tool fails in its turn, in its own words.
    report.take("tools", |_| tools::for_test());
    let chosen = |step: &&Step| names.is_empty() || names.contains(&step.name);
    let mut build_failed = false;
    for step in STEPS.iter().filter(chosen) {
        if step.needs_build && build_failed {
            report.fail(step.what, "not run, for want of a release build", 0);
        } else if !report.take(step.what, step.act) {
            build_failed |= step.name == "build";
        }
    }
    report.print();
    Ok(report.tally)
}

/// What came of the steps so far.
#[derive(Default)]
struct Report {
    tally: Tally,
    times: Vec<(&'static str, Duration)>,
    failures: Vec<String>,
}

impl Report {
    /// Does one part under a heading, says how long it took, and whether it went well.
    fn take(&mut self, what: &'static str, act: impl FnOnce(&mut Tally) -> Outcome) -> bool {
        println!("\n== {what}");
        let start = Instant::now();
        let failed_before = self.tally.failed;
        let outcome = act(&mut self.tally);
        let took = start.elapsed();
        self.times.push((what, took));
        let verdict = if outcome.is_ok() { "done" } else { "FAILED" };
        println!("== {what}: {verdict} in {:.1} s", took.as_secs_f64());
        let Err(why) = outcome else {
            return true;
        };
        eprintln!("xtask: {why}");
        let tests_failed = self.tally.failed - failed_before;
        self.fail(what, &why, tests_failed);
        false
    }

    /// A part that failed without a failing test (it did not compile, say) counts as one failed test.
    fn fail(&mut self, what: &str, why: &str, tests_failed: u32) {
        self.failures.push(format!("{what}: {why}"));
        if tests_failed == 0 {
            self.tally.failed += 1;
        }
    }

    fn print(&self) {
        println!("\n== how long");
        for (what, took) in &self.times {
            println!("{:8.1} s  {what}", took.as_secs_f64());
        }
        let all: Duration = self.times.iter().map(|(_, took)| *took).sum();
        println!("{:8.1} s  all", all.as_secs_f64());
        if !self.tally.left_out.is_empty() {
            println!("\n== what was left out\n{}", self.tally.left_out.join("\n"));
        }
        if !self.failures.is_empty() {
            println!("\n== what failed\n{}", self.failures.join("\n"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_no_step_is_said_before_anything_is_done() {
        assert_eq!(test(&["fmt", "lint"]), Err("test has no step `lint`".to_owned()));
    }

    #[test]
    fn a_part_that_fails_counts_as_one_failure_or_as_its_failed_tests() {
        let mut report = Report::default();
        assert!(report.take("good", |tally| {
            tally.see("test result: ok. 3 passed; 0 failed");
            Ok(())
        }));
        assert!(!report.take("does not compile", |_| Err("it does not".to_owned())));
        assert!(!report.take("two failed", |tally| {
            tally.see("test result: FAILED. 1 passed; 2 failed");
            Err("ended with 101".to_owned())
        }));
        report.fail("not run", "for want of something", 0);
        assert_eq!(report.tally, Tally { passed: 4, failed: 4, left_out: Vec::new() });
        assert_eq!(report.failures.len(), 3);
        assert_eq!(report.times.len(), 3);
    }
}
