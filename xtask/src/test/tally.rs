//! How many tests passed and failed, over all runners.

use std::process::ExitCode;

/// The sum of every test run.
#[derive(Debug, Default, PartialEq)]
pub struct Tally {
    pub passed: u32,
    pub failed: u32,
    /// What was not run, and why.
    pub left_out: Vec<String>,
}

impl Tally {
    /// Counts in a line such as `test result: ok. 3 passed; 1 failed; 0 ignored; ...`, and one that says that a test
    /// is left out in an engine, which its runner counts as passed; ignores any other.
    pub fn see(&mut self, line: &str) {
        // The runner may have begun the line with the name of another test.
        if let Some(at) = line.find("left out in ") {
            self.left_out.push(line[at..].to_owned());
        }
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

    /// Notes, and says aloud, that something is not run.
    pub fn leave_out(&mut self, what: &str, why: &str) {
        let line = format!("{what} is left out: {why}");
        println!("{line}");
        self.left_out.push(line);
    }

    /// Prints the closing line, and gives the exit code that goes with it.
    pub fn close(&self) -> ExitCode {
        println!("\n{} passed, {} failed", self.passed, self.failed);
        if self.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
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
    fn what_is_left_out_is_kept() {
        let mut tally = Tally::default();
        tally.see("test quotes::one ... left out in WebKit: quotes::two (Media)");
        tally.leave_out("firefox", "please install firefox-esr");
        assert_eq!(
            tally.left_out,
            ["left out in WebKit: quotes::two (Media)", "firefox is left out: please install firefox-esr"]
        );
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(tally(&["5 passed, 5 failed", "all 7 passed"]), (0, 0));
    }
}
