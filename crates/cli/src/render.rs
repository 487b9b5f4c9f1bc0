//! `summary-card render`: the card as HTML on standard output, what is wrong with it on standard error.

use std::path::Path;
use std::process::ExitCode;

use article::Article;
use card::{BYTE_ORDER_MARK, Level, Levels, Problem, Rule, check_text};
use quote::Index;
use summary_card_render::{Options, render};

use super::report::Report;
use super::{RenderArgs, check, human, print};

/// Runs the command.
pub fn run(args: &RenderArgs) -> ExitCode {
    match html(args) {
        Ok((html, report)) => {
            tell(&[report]);
            print(|out| out.write_all(html.as_bytes()))
        }
        Err(report) => {
            let reports = [report];
            tell(&reports);
            check::exit_code(&reports)
        }
    }
}

/// The card as HTML with what it is warned of, or why there is none.
fn html(args: &RenderArgs) -> Result<(String, Report), Report> {
    let unreadable =
        |file: &Path, message| Report::without_text(file, Problem::new(Rule::Unreadable, "", message, ""));
    let article = args.article.as_ref().map(|file| Article::read(file).map_err(|why| unreadable(file, why)));
    let article = article.transpose()?;
    let mut text = check::read(&args.file).map_err(|problem| Report::without_text(&args.file, problem))?;
    if text.starts_with(BYTE_ORDER_MARK) {
        text.remove(0);
    }
    let name = args.file.file_name().unwrap_or_default().to_string_lossy();
    let mut options = Options {
        base: args.base.clone(),
        attributes: args.attribute.clone(),
        page: args.page.clone(),
        light: args.light,
        inline_style: args.inline_style,
        ..Options::default()
    };
    options.attributes.extend(args.lang.iter().map(|tag| (String::from("lang"), tag.clone())));
    if let Some(article) = &article {
        options = options.beside(article, &name);
    }
    let index = options.article.as_ref().filter(|_| args.check).map(Index::of);
    let problems = check_text(&text, &Levels::default(), index.as_ref());
    let card = card::parse(&text).ok();
    let mut report = Report { name: args.file.display().to_string(), text, problems, fixed: 0 };
    if !args.check && card.is_some() {
        report.problems.clear();
    } else if !args.check {
        // Only why there is no card, not what could be better in one.
        report.problems.retain(|located| located.problem.level == Level::Deny);
    }
    match card {
        Some(card) if report.count(Level::Deny) == 0 => Ok((render(&card, &options), report)),
        _ => Err(report),
    }
}

/// Prints problems, if there are any, on standard error.
pub fn tell(reports: &[Report]) {
    if reports.iter().any(|report| !report.problems.is_empty()) {
        // Where nobody hears it, nobody can be told.
        let _ = human::write(reports, false, &mut std::io::stderr().lock());
    }
}
