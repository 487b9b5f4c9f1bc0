//! Problems for tools: one JSON object on standard output, with a line for each problem.
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

use std::io::{Result, Write};

use card::source::Lines;
use card::{Level, LocatedProblem};
use serde::Serialize;

use super::report::{Report, count};

/// A problem as it is printed, in one line.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Problem<'a> {
    rule: &'static str,
    level: &'static str,
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    message: &'a str,
    help: Option<&'a str>,
}

/// Writes the problems of all files as JSON, with a newline at the end.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn write(reports: &[Report], out: &mut dyn Write) -> Result<()> {
    let (errors, warnings) = (count(reports, Level::Deny), count(reports, Level::Warn));
    write!(out, "{{\"version\":1,\"errors\":{errors},\"warnings\":{warnings},\"files\":[")?;
    list(reports, out, |report, out| {
        let (name, fixed) = (serde_json::to_string(&report.name)?, report.fixed);
        write!(out, "{{\"file\":{name},\"fixed\":{fixed},\"problems\":[")?;
        let lines = Lines::new(&report.text);
        list(&report.problems, out, |located, out| {
            Ok(serde_json::to_writer(out, &problem(located, &lines))?)
        })?;
        write!(out, "]}}")
    })?;
    writeln!(out, "]}}")
}

/// Writes the entries of a list, each in lines of its own.
fn list<T>(
    entries: &[T],
    out: &mut dyn Write,
    write: impl Fn(&T, &mut dyn Write) -> Result<()>,
) -> Result<()> {
    for (at, entry) in entries.iter().enumerate() {
        out.write_all(if at > 0 { b",\n" } else { b"\n" })?;
        write(entry, out)?;
    }
    Ok(())
}

fn problem<'a>(LocatedProblem { problem, range }: &'a LocatedProblem, lines: &Lines<'_>) -> Problem<'a> {
    let start = range.as_ref().map(|range| lines.line_column(range.start));
    let end = range.as_ref().map(|range| lines.line_column(range.end));
    Problem {
        rule: problem.rule.name(),
        level: problem.level.name(),
        path: &problem.path,
        line: start.map(|at| at.line),
        column: start.map(|at| at.column),
        end_line: end.map(|at| at.line),
        end_column: end.map(|at| at.column),
        message: &problem.message,
        help: (!problem.help.is_empty()).then_some(&problem.help),
    }
}
