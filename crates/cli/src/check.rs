//! `summary-card check`: read each file, find its problems, print them.

use std::path::Path;
use std::process::ExitCode;

use article::Article;
use card::{BYTE_ORDER_MARK, Level, Levels, Problem, Rule, check_text, fill_in_contexts};
use quote::Index;

use super::report::Report;
use super::{CheckArgs, Format, explain, human, json, print};

/// Runs the command.
pub fn run(args: &CheckArgs) -> ExitCode {
    if let Some(rule) = args.explain {
        return print(|out| out.write_all(explain::explain(rule).as_bytes()));
    }
    if args.rules {
        return print(|out| out.write_all(explain::list().as_bytes()));
    }
    if let Some(rule) = set_twice(args) {
        eprintln!("error: the rule `{}` is given more than one level", rule.name());
        return ExitCode::from(2);
    }
    let mut reports = Vec::new();
    let article = args.article.as_ref().and_then(|file| {
        // Said as a problem of that file; the cards are still checked for what needs no article.
        let failure = |message| {
            reports.push(Report::without_text(file, Problem::new(Rule::Unreadable, "", message, "")));
        };
        Article::read(file).map_err(failure).ok()
    });
    let levels = levels(args);
    for file in &args.files {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let index = article.as_ref().map(|article| Index::of(&article.text(&name)));
        reports.push(report(file, args.fix, &levels, index.as_ref()));
    }
    let code = exit_code(&reports);
    let printed = print(|out| match args.format {
        Format::Human => human::write(&reports, args.all, out),
        Format::Json => json::write(&reports, out),
    });
    if printed == ExitCode::SUCCESS { code } else { printed }
}

/// Checks a file, after what can be fixed in it is fixed.
fn report(file: &Path, fix: bool, levels: &Levels, article: Option<&Index>) -> Report {
    let mut text = match read(file) {
        Ok(text) => text,
        Err(problem) => return Report::without_text(file, problem),
    };
    let mut fixed = 0;
    if fix
        && let Some(article) = article
        && let Some(new) = fill_in_contexts(&text, article)
    {
        if let Err(error) = std::fs::write(file, &new.text) {
            let message = format!("the file cannot be written: {error}");
            return Report::without_text(file, Problem::new(Rule::Unreadable, "", message, ""));
        }
        (text, fixed) = (new.text, new.quotes);
    }
    if text.starts_with(BYTE_ORDER_MARK) {
        text.remove(0);
    }
    let problems = check_text(&text, levels, article);
    Report { name: file.display().to_string(), text, problems, fixed }
}

/// Reads a card file.
pub fn read(file: &Path) -> Result<String, Problem> {
    let bytes = std::fs::read(file).map_err(|error| {
        let message = match error.kind() {
            std::io::ErrorKind::NotFound => String::from("there is no such file"),
            _ => format!("the file cannot be read: {error}"),
        };
        Problem::new(Rule::Unreadable, "", message, "")
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let message =
            format!("the file is not UTF-8: byte {} does not fit", error.utf8_error().valid_up_to());
        Problem::new(Rule::NotJson, "", message, "save the file as UTF-8")
    })
}

/// 2 where a file could not be read, 1 where there are errors, else 0.
pub fn exit_code(reports: &[Report]) -> ExitCode {
    let problems = || reports.iter().flat_map(|report| &report.problems).map(|located| &located.problem);
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

fn levels(args: &CheckArgs) -> Levels {
    let mut levels = Levels::default();
    for (rules, level) in [(&args.allow, Level::Allow), (&args.warn, Level::Warn), (&args.deny, Level::Deny)]
    {
        for rule in rules {
            levels.set(*rule, level);
        }
    }
    levels
}
