//! What was found in one file.

use std::path::Path;

use card::{Level, LocatedProblem, Problem};

/// One file and what was found in it.
pub struct Report {
    /// The file's name as given.
    pub name: String,
    /// Its text without a byte order mark; empty where it could not be read.
    pub text: String,
    /// Its problems in the order of the file.
    pub problems: Vec<LocatedProblem>,
    /// How many quotes had their prefix or suffix filled in.
    pub fixed: usize,
}

impl Report {
    /// The report on a file of which there is no text.
    pub fn without_text(file: &Path, problem: Problem) -> Self {
        let problems = vec![LocatedProblem { problem, range: None }];
        Self { name: file.display().to_string(), text: String::new(), problems, fixed: 0 }
    }

    /// How many problems of a level there are.
    pub fn count(&self, level: Level) -> usize {
        self.problems.iter().filter(|located| located.problem.level == level).count()
    }
}

/// How many problems of a level there are in all files.
pub fn count(reports: &[Report], level: Level) -> usize {
    reports.iter().map(|report| report.count(level)).sum()
}
