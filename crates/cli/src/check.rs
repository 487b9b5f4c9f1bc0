//! `summary-card check`: read each file, find its problems, print them.

use std::path::Path;
use std::process::ExitCode;

use card::{Level, Problem, Rule};
use quote::Index;

use super::article::Article;
use super::inspect::{Found, inspect};
use super::{CheckArgs, Format, explain, fix, human, json, print};

/// One file and what was found in it.
pub struct Report {
    /// The file's name as given.
    pub name: String,
    /// Its text without a byte order mark; empty where it could not be read.
    pub text: String,
    /// Its problems in the order of the file.
    pub found: Vec<Found>,
    /// How many quotes had their prefix or suffix filled in.
    pub fixed: usize,
}

const BYTE_ORDER_MARK: &str = "\u{feff}";

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
    let mut reports = Vec::new();
    let article = args.article.as_ref().and_then(|file| {
        // Said as a problem of that file; the cards are still checked for what needs no article.
        let failure = |message| reports.push(failed(file, Problem::new(Rule::Unreadable, "", message, "")));
        Article::read(file).map_err(failure).ok()
    });
    for file in &args.files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let index = article.as_ref().map(|article| Index::new(&article.text(&name)));
        reports.push(report(file, args, index.as_ref()));
    }
    let code = exit_code(&reports);
    let text = match args.format {
        Format::Human => human::render(&reports),
        Format::Json => json::render(&reports),
    };
    let printed = print(&text);
    if printed == ExitCode::SUCCESS { code } else { printed }
}

fn report(file: &Path, args: &CheckArgs, article: Option<&Index>) -> Report {
    let (mut text, mark) = match read(file) {
        Ok(read) => read,
        Err(problem) => return failed(file, problem),
    };
    let mut fixed = 0;
    if args.fix
        && let Some(article) = article
        && let Some((new, count)) = fix::fix(&text, article)
    {
        if let Err(error) = std::fs::write(file, [mark, &new].concat()) {
            let message = format!("the file cannot be written: {error}");
            return failed(file, Problem::new(Rule::Unreadable, "", message, ""));
        }
        (text, fixed) = (new, count);
    }
    let found = inspect(&text, args, article);
    Report { name: file.display().to_string(), text, found, fixed }
}

fn failed(file: &Path, problem: Problem) -> Report {
    let found = vec![Found { problem, range: None }];
    Report { name: file.display().to_string(), text: String::new(), found, fixed: 0 }
}

/// Reads a card file: its text, and apart from it the byte order mark that it begins with, if any.
fn read(file: &Path) -> Result<(String, &'static str), Problem> {
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
    Ok(match text.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => (rest.to_owned(), BYTE_ORDER_MARK),
        None => (text, ""),
    })
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
