//! Problems for people: in the manner of rustc, with the line of the file.

use std::fmt::Write;
use std::io::IsTerminal;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level as Severity, Origin, Renderer, Snippet};
use card::source::Lines;
use card::{Level, LocatedProblem};

use super::report::{Report, count};

/// How many problems of one file are printed unless all are asked for.
const MAX_SHOWN: usize = 50;

/// How many bytes of a line are given to the renderer from where a problem begins: more than it shows.
const MAX_BEHIND: usize = 1000;

/// The problems of all files, and a last line that counts them. Of a file with many problems, only the errors
/// that come first, and warnings where there is room; `all` prints all. In colour only on a terminal, and not
/// where the environment sets `NO_COLOR`.
pub fn render(reports: &[Report], all: bool) -> String {
    let colour =
        std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    for report in reports {
        let lines = Lines::new(&report.text);
        for located in shown(report, if all { usize::MAX } else { MAX_SHOWN }) {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "{}\n", renderer.render(&groups(report, &lines, located)));
        }
    }
    for report in reports.iter().filter(|report| !all && report.problems.len() > MAX_SHOWN) {
        let more = plural(report.problems.len() - MAX_SHOWN, "more problem");
        let _ = writeln!(
            text,
            "not shown: {more} of {}; --all prints all, and so does --format json",
            report.name
        );
    }
    for report in reports.iter().filter(|report| report.fixed > 0) {
        let quotes = plural(report.fixed, "quote");
        let _ = writeln!(text, "fixed: filled in prefix and suffix of {quotes} in {}", report.name);
    }
    text + &summary(reports)
}

/// At most so many problems of a file, in the order of the file. Errors go before warnings, because one error
/// among a hundred warnings must be seen.
fn shown(report: &Report, most: usize) -> impl Iterator<Item = &LocatedProblem> {
    let mut errors = report.count(Level::Deny).min(most);
    let mut warnings = most - errors;
    report.problems.iter().filter(move |located| {
        let room = if located.problem.level == Level::Deny { &mut errors } else { &mut warnings };
        let fits = *room > 0;
        *room = room.saturating_sub(1);
        fits
    })
}

fn groups<'a>(report: &'a Report, lines: &Lines<'_>, located: &'a LocatedProblem) -> Vec<Group<'a>> {
    let LocatedProblem { problem, range } = located;
    let severity = if problem.level == Level::Deny { Severity::ERROR } else { Severity::WARNING };
    let title = severity.primary_title(&problem.message).id(problem.rule.name());
    let mut group = match range {
        Some(range) => {
            let excerpt = excerpt(&report.text, lines, range);
            let span = range.start - excerpt.start..range.end.min(excerpt.end) - excerpt.start;
            let mark = AnnotationKind::Primary.span(span).label(label(&problem.path));
            let line = lines.line_column(range.start).line;
            let snippet = Snippet::source(&report.text[excerpt]).line_start(line).path(&report.name);
            title.element(snippet.annotation(mark))
        }
        None => title.element(Origin::path(&report.name)),
    };
    if !problem.help.is_empty() {
        group = group.element(Severity::HELP.message(&problem.help));
    }
    vec![group]
}

/// What the renderer is given to show a problem. It reads all that it is given, so that is only the problem's
/// line, and of a long line not what is far behind the problem.
fn excerpt(text: &str, lines: &Lines<'_>, range: &Range<usize>) -> Range<usize> {
    let line = lines.line_range(range.start);
    let end = text.ceil_char_boundary(range.start + MAX_BEHIND).min(line.end);
    line.start..end.max(range.start)
}

/// A path as a label: names of unknown fields may hold anything, control characters included.
fn label(path: &str) -> String {
    path.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// `2 errors, 1 warning in 1 file`, or `ok: 1 file`.
fn summary(reports: &[Report]) -> String {
    let files = plural(reports.len(), "file");
    let (errors, warnings) = (count(reports, Level::Deny), count(reports, Level::Warn));
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
