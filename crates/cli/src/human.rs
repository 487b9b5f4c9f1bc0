//! Problems for people: in the manner of rustc, with the line of the file.

use std::io::{IsTerminal, Result, Write};
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level as Severity, Origin, Renderer, Snippet};
use card::source::Lines;
use card::{Level, LineColumn, LocatedProblem};

use super::report::{Report, count};

/// How many problems of one file are printed unless all are asked for.
const MAX_SHOWN: usize = 50;

/// How many bytes on each side of a problem are given to the renderer: more than it shows of one line.
const MAX_AROUND: usize = 1000;

/// How many bytes from the start of its line a problem may be for the renderer to count its column.
const MAX_BEFORE: usize = 16 * 1024;

/// Writes the problems of all files, and a last line that counts them. Of a file with many problems, only the
/// errors that come first, and warnings where there is room; `all` writes all. In colour only on a terminal, and
/// not where the environment sets `NO_COLOR`.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn write(reports: &[Report], all: bool, out: &mut dyn Write) -> Result<()> {
    let colour =
        std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    for report in reports {
        let lines = Lines::new(&report.text);
        for located in shown(report, if all { usize::MAX } else { MAX_SHOWN }) {
            writeln!(out, "{}\n", renderer.render(&groups(report, &lines, located)))?;
        }
    }
    for report in reports.iter().filter(|report| !all && report.problems.len() > MAX_SHOWN) {
        let more = plural(report.problems.len() - MAX_SHOWN, "more problem");
        writeln!(out, "not shown: {more} of {}; --all prints all, and so does --format json", report.name)?;
    }
    for report in reports.iter().filter(|report| report.fixed > 0) {
        let quotes = plural(report.fixed, "quote");
        writeln!(out, "fixed: filled in prefix and suffix of {quotes} in {}", report.name)?;
    }
    out.write_all(summary(reports).as_bytes())
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
    let origin = Origin::path(&report.name);
    let mut group = match range {
        Some(range) => {
            let LineColumn { line, column } = lines.line_column(range.start);
            let (excerpt, is_whole) = excerpt(&report.text, lines, range);
            let span = range.start - excerpt.start..range.end.min(excerpt.end) - excerpt.start;
            let mark = AnnotationKind::Primary.span(span).label(label(&problem.path));
            let snippet = Snippet::source(&report.text[excerpt]).line_start(line).annotation(mark);
            if is_whole {
                title.element(snippet.path(&report.name))
            } else {
                title.element(origin.line(line).char_column(column)).element(snippet)
            }
        }
        None => title.element(origin),
    };
    if !problem.help.is_empty() {
        group = group.element(Severity::HELP.message(&problem.help));
    }
    vec![group]
}

/// What the renderer is given to show a problem, and whether that begins where the line begins. The renderer reads
/// all that it is given, so that is only the problem's line, and of a very long line what is around the problem.
fn excerpt(text: &str, lines: &Lines<'_>, range: &Range<usize>) -> (Range<usize>, bool) {
    let line = lines.line_range(range.start);
    let end = text.ceil_char_boundary(range.start + MAX_AROUND).min(line.end).max(range.start);
    if range.start - line.start <= MAX_BEFORE {
        return (line.start..end, true);
    }
    (text.floor_char_boundary(range.start - MAX_AROUND)..end, false)
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
