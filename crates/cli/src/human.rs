//! Problems for people: in the manner of rustc, with the line of the file.

use std::fmt::Write;
use std::io::IsTerminal;

use annotate_snippets::{AnnotationKind, Group, Level as Severity, Renderer, Snippet};
use card::Level;

use super::check::Report;
use super::inspect::Found;

/// The problems of all files, and a last line that counts them. In colour only on a terminal, and not
/// where the environment sets `NO_COLOR`.
pub fn render(reports: &[Report]) -> String {
    let colour =
        std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    for report in reports {
        for found in &report.found {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{}\n", renderer.render(&groups(report, found)));
        }
    }
    for report in reports.iter().filter(|report| report.fixed > 0) {
        let quotes = plural(report.fixed, "quote");
        let _ = writeln!(text, "fixed: filled in prefix and suffix of {quotes} in {}", report.name);
    }
    text + &summary(reports)
}

fn groups<'a>(report: &'a Report, found: &'a Found) -> Vec<Group<'a>> {
    let problem = &found.problem;
    let severity = if problem.level == Level::Deny { Severity::ERROR } else { Severity::WARNING };
    let title = severity.primary_title(&problem.message).id(problem.rule.name());
    let mut group = match &found.range {
        Some(range) => {
            let mark = AnnotationKind::Primary.span(range.clone()).label(label(&problem.path));
            title.element(Snippet::source(&report.text).path(&report.name).annotation(mark))
        }
        None => title.element(annotate_snippets::Origin::path(&report.name)),
    };
    if !problem.help.is_empty() {
        group = group.element(Severity::HELP.message(&problem.help));
    }
    vec![group]
}

/// A path as a label: names of unknown fields may hold anything, control characters included.
fn label(path: &str) -> String {
    path.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// `2 errors, 1 warning in 1 file`, or `ok: 1 file`.
fn summary(reports: &[Report]) -> String {
    let count =
        |level| reports.iter().flat_map(|report| &report.found).filter(|f| f.problem.level == level).count();
    let files = plural(reports.len(), "file");
    let (errors, warnings) = (count(Level::Deny), count(Level::Warn));
    match (errors, warnings) {
        (0, 0) => format!("ok: {files}\n"),
        (0, _) => format!("{} in {files}\n", plural(warnings, "warning")),
        (_, 0) => format!("{} in {files}\n", plural(errors, "error")),
        _ => format!("{}, {} in {files}\n", plural(errors, "error"), plural(warnings, "warning")),
    }
}

fn plural(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}
