//! Problems for tools: one JSON object on standard output.
//!
//! ```text
//! {
//!   "version": 1,                   the version of this output; new fields do not change it
//!   "errors": 1, "warnings": 0,     over all files
//!   "files": [{
//!     "file": "card.json",          as given on the command line
//!     "fixed": 0,                   quotes whose prefix or suffix `--fix` filled in
//!     "problems": [{                in the order of the file
//!       "rule": "bad-id",           see `summary-card check --rules`
//!       "level": "error",           or "warning"
//!       "path": "claims[0].id",     empty for the card as a whole
//!       "line": 3, "column": 5,     where it begins: from 1, columns in code points; null for
//!       "endLine": 3, "endColumn": 9,   the file as a whole. The end is the first place after it
//!       "message": "…",
//!       "help": "…"                 or null
//!     }]
//!   }]
//! }
//! ```

use card::source::Lines;
use card::{Level, LocatedProblem};
use serde_json::{Value, json};

use super::report::{Report, count};

/// The problems of all files as JSON, with a newline at the end.
pub fn render(reports: &[Report]) -> String {
    let output = json!({
        "version": 1,
        "errors": count(reports, Level::Deny),
        "warnings": count(reports, Level::Warn),
        "files": reports.iter().map(file).collect::<Vec<_>>(),
    });
    format!("{output:#}\n")
}

fn file(report: &Report) -> Value {
    let lines = Lines::new(&report.text);
    let problems = report.problems.iter().map(|LocatedProblem { problem, range }| {
        let start = range.as_ref().map(|range| lines.line_column(range.start));
        let end = range.as_ref().map(|range| lines.line_column(range.end));
        json!({
            "rule": problem.rule.name(),
            "level": problem.level.name(),
            "path": problem.path,
            "line": start.map(|at| at.line),
            "column": start.map(|at| at.column),
            "endLine": end.map(|at| at.line),
            "endColumn": end.map(|at| at.column),
            "message": problem.message,
            "help": (!problem.help.is_empty()).then_some(&problem.help),
        })
    });
    json!({ "file": report.name, "fixed": report.fixed, "problems": problems.collect::<Vec<_>>() })
}
