//! `summary-card check`: read each file, find its problems, print them.

use std::path::Path;
use std::process::ExitCode;

use summary_card::card::{Level, Problem, Rule};

use super::inspect::{Found, inspect};
use super::{CheckArgs, Format, explain, human, json, print};

/// One file and what was found in it.
pub struct Report {
    /// The file's name as given.
    pub name: String,
    /// Its text without a byte order mark; empty where it could not be read.
    pub text: String,
    /// Its problems in the order of the file.
    pub found: Vec<Found>,
}

/// Runs the command.
pub fn run(args: &CheckArgs) -> ExitCode {
    if let Some(rule) = args.explain {
        return print(&explain::explain(rule));
    }
    if args.rules {
        return print(&explain::list());
    }
    if let Some(rule) = set_twice(args) {
        eprintln!("error: the rule `{}` is given more than one level", rule.name());
        return ExitCode::from(2);
    }
    let reports: Vec<Report> = args.files.iter().map(|file| report(file, args)).collect();
    let code = exit_code(&reports);
    let text = match args.format {
        Format::Human => human::render(&reports),
        Format::Json => json::render(&reports),
    };
    let printed = print(&text);
    if printed == ExitCode::SUCCESS { code } else { printed }
}

fn report(file: &Path, args: &CheckArgs) -> Report {
    let name = file.display().to_string();
    match read(file) {
        Ok(text) => {
            let found = inspect(&text, args).found;
            Report { name, text, found }
        }
        Err(problem) => Report { name, text: String::new(), found: vec![Found { problem, range: None }] },
    }
}

/// Reads a card file, without its byte order mark.
fn read(file: &Path) -> Result<String, Problem> {
    let bytes = std::fs::read(file).map_err(|error| {
        let message = match error.kind() {
            std::io::ErrorKind::NotFound => String::from("there is no such file"),
            _ => format!("the file cannot be read: {error}"),
        };
        Problem::new(Rule::Unreadable, "", message, "")
    })?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let message =
            format!("the file is not UTF-8: byte {} does not fit", error.utf8_error().valid_up_to());
        Problem::new(Rule::NotJson, "", message, "save the file as UTF-8")
    })?;
    Ok(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned))
}

fn exit_code(reports: &[Report]) -> ExitCode {
    let problems = || reports.iter().flat_map(|report| &report.found).map(|found| &found.problem);
    if problems().any(|problem| problem.rule == Rule::Unreadable) {
        ExitCode::from(2)
    } else if problems().any(|problem| problem.level == Level::Deny) {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    }
}

fn set_twice(args: &CheckArgs) -> Option<Rule> {
    let lists = [&args.allow, &args.warn, &args.deny];
    Rule::ALL.into_iter().find(|rule| lists.iter().filter(|list| list.contains(rule)).count() > 1)
}
