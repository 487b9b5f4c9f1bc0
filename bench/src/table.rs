//! `table.md`: the figures for people.

use std::fmt::Write;

use crate::cases::{CARDS, CLAIMS, COMMENTS, Group, Profile, SYSTEM_COMMENTS};
use crate::goals::goals;
use crate::pages::Variant;
use crate::results::{Results, exponent_of};
use crate::stats::Summary;

/// How a figure is written.
#[derive(Clone, Copy)]
enum Unit {
    Milliseconds,
    Kilobytes,
    Megabytes,
    Plain,
}

impl Unit {
    fn write(self, value: f64) -> String {
        match self {
            Self::Milliseconds if value < 100.0 => format!("{value:.1}"),
            Self::Milliseconds => format!("{value:.0}"),
            Self::Kilobytes => format!("{:.1}", value / 1e3),
            Self::Megabytes => format!("{:.1}", value / 1e6),
            Self::Plain => format!("{value:.3}"),
        }
    }

    /// The median, and from where to where the runs lie unless all are as good as the same.
    fn spread(self, summary: Option<Summary>) -> String {
        let Some(Summary { median, min, max }) = summary else { return "–".to_owned() };
        let [median, min, max] = [median, min, max].map(|value| self.write(value));
        if min == max { median } else { format!("{median} ({min}–{max})") }
    }
}

/// The figures of one card: what they are called, and how they are written.
const FIGURES: [(&str, &str, Unit); 10] = [
    ("readable, ms", "readable", Unit::Milliseconds),
    ("live, ms", "live", Unit::Milliseconds),
    ("blocking, ms", "blocking", Unit::Milliseconds),
    ("layout shift", "shift", Unit::Plain),
    ("click → paint p95, ms", "click", Unit::Milliseconds),
    ("KB before readable", "bytes-before-readable", Unit::Kilobytes),
    ("KB before live", "bytes-before-live", Unit::Kilobytes),
    ("KB in all", "bytes", Unit::Kilobytes),
    ("heap, MB", "heap", Unit::Megabytes),
    ("WebAssembly, MB", "wasm-memory", Unit::Megabytes),
];

/// All tables that there are figures for, in Markdown.
pub fn table(results: &Results) -> String {
    let mut out = head(results);
    for profile in [Profile::Throttled, Profile::Unthrottled] {
        one_card(results, profile, &mut out);
    }
    ratios(results, &mut out);
    growth(results, Group::Claims, &CLAIMS, "claims", &mut out);
    growth(results, Group::Cards, &CARDS, "cards on the page", &mut out);
    growth(results, Group::Comments, &COMMENTS, "stored comments", &mut out);
    systems(results, &mut out);
    let all = goals(results);
    if !all.is_empty() {
        start(&mut out, "Goals", &["goal", "at most", "measured", ""]);
        for goal in all {
            row(
                &mut out,
                &[goal.name.clone(), goal.write(goal.limit), goal.write(goal.measured), goal.verdict()],
            );
        }
    }
    out
}

fn head(results: &Results) -> String {
    let version = |name: &str| results.versions.get(name).map_or("?", String::as_str);
    let day = results.date.split('T').next().unwrap_or_default();
    format!(
        "Medians of {} runs (smallest–largest) on {day}, {}, {} processors; Preact {}, Lit {}, Vite {}, Waline {}, Artalk {}. KB are 1,000 bytes of brotli.\n",
        results.runs,
        version("browser").replace('/', " "),
        results.processors,
        version("preact"),
        version("lit"),
        version("vite"),
        version("waline"),
        version("artalk"),
    )
}

fn one_card(results: &Results, profile: Profile, out: &mut String) {
    let figure = |variant, name| results.figure(profile, Group::Card, variant, 0, name);
    let variants = Variant::CARDS.iter().filter(|variant| figure(**variant, "live").is_some());
    let mut rows = variants.peekable();
    if rows.peek().is_none() {
        return;
    }
    let columns: Vec<&str> = ["the card"].into_iter().chain(FIGURES.map(|(title, ..)| title)).collect();
    start(out, &format!("One card, {}", profile.name()), &columns);
    for &variant in rows {
        let cells = FIGURES.map(|(_, name, unit)| unit.spread(figure(variant, name)));
        row(out, &[&[variant.name().to_owned()], &cells[..]].concat());
    }
}

/// Ours, and for comparison each peer, as multiples of static HTML, of Preact and of Lit.
fn ratios(results: &Results, out: &mut String) {
    const SHOWN: [(&str, &str); 5] = [
        ("readable", "readable"),
        ("live", "live"),
        ("click → paint", "click"),
        ("KB before live", "bytes-before-live"),
        ("heap", "heap"),
    ];
    let mut rows = Vec::new();
    for profile in [Profile::Throttled, Profile::Unthrottled] {
        let figure =
            |variant, name| results.figure(profile, Group::Card, variant, 0, name).map(|found| found.median);
        for variant in [Variant::Prerendered, Variant::Src] {
            let cell = |name| {
                let over = |base| {
                    Some(format!(
                        "{:.2}",
                        figure(variant, name)? / figure(base, name).filter(|base| *base > 0.0)?
                    ))
                };
                [Variant::Static, Variant::Preact, Variant::Lit]
                    .map(|base| over(base).unwrap_or_else(|| "–".to_owned()))
                    .join(" · ")
            };
            if figure(variant, "live").is_some() {
                let name = format!("{}, {}", variant.name(), profile.word());
                rows.push([&[name][..], &SHOWN.map(|(_, name)| cell(name))].concat());
            }
        }
    }
    if rows.is_empty() {
        return;
    }
    let columns: Vec<&str> =
        ["times static HTML · Preact · Lit"].into_iter().chain(SHOWN.map(|(title, _)| title)).collect();
    start(out, "Ratios", &columns);
    for cells in rows {
        row(out, &cells);
    }
}

/// How figures grow with what there is more and more of.
fn growth(results: &Results, group: Group, sizes: &[usize], of: &str, out: &mut String) {
    const SHOWN: [(&str, &str, Unit); 6] = [
        ("readable, ms", "readable", Unit::Milliseconds),
        ("live, ms", "live", Unit::Milliseconds),
        ("click → paint p95, ms", "click", Unit::Milliseconds),
        ("comments open, ms", "open-comments", Unit::Milliseconds),
        ("heap, MB", "heap", Unit::Megabytes),
        ("WebAssembly, MB", "wasm-memory", Unit::Megabytes),
    ];
    let grown = |variant, name| results.growth(Profile::Unthrottled, group, variant, name);
    let variants: Vec<Variant> =
        Variant::CARDS.into_iter().filter(|variant| !grown(*variant, "live").is_empty()).collect();
    let shown: Vec<_> = SHOWN
        .into_iter()
        .filter(|(_, name, _)| variants.iter().any(|variant| !grown(*variant, name).is_empty()))
        .collect();
    if variants.is_empty() {
        return;
    }
    let sizes: Vec<String> = sizes.iter().map(|size| with_commas(*size)).collect();
    let title = format!("Growth with {} {of}, unthrottled, and its exponent", sizes.join(" / "));
    let columns: Vec<&str> =
        ["growth of"].into_iter().chain(shown.iter().map(|(title, ..)| *title)).collect();
    start(out, &title, &columns);
    for variant in variants {
        let cells = shown.iter().map(|(_, name, unit)| {
            let growth = grown(variant, name);
            let values: Vec<String> = growth.iter().map(|(_, value)| unit.write(*value)).collect();
            match exponent_of(&growth) {
                // What rounds to nothing has no sign.
                Some(exponent) if exponent.abs() < 0.005 => {
                    format!("{} (n<sup>0.00</sup>)", values.join(" / "))
                }
                Some(exponent) => format!("{} (n<sup>{exponent:.2}</sup>)", values.join(" / ")),
                None => "–".to_owned(),
            }
        });
        row(out, &[variant.name().to_owned()].into_iter().chain(cells).collect::<Vec<_>>());
    }
}

fn systems(results: &Results, out: &mut String) {
    let [none, many] = SYSTEM_COMMENTS;
    let mut rows = Vec::new();
    for profile in [Profile::Throttled, Profile::Unthrottled] {
        for variant in Variant::COMMENT_SYSTEMS {
            let figure = |size, name| results.figure(profile, Group::Systems, variant, size, name);
            if figure(none, "live").is_none() {
                continue;
            }
            let both = |name, unit: Unit| [none, many].map(|size| unit.spread(figure(size, name)));
            let [live_none, live_many] = both("live", Unit::Milliseconds);
            let [blocking_none, blocking_many] = both("blocking", Unit::Milliseconds);
            let [bytes, _] = both("bytes", Unit::Kilobytes);
            rows.push([
                format!("{}, {}", variant.name(), profile.word()),
                bytes,
                live_none,
                live_many,
                blocking_none,
                blocking_many,
            ]);
        }
    }
    if rows.is_empty() {
        return;
    }
    let many = with_commas(many);
    let columns = [
        "comment system",
        "KB in all",
        "there with no comment, ms",
        &format!("with {many}, ms"),
        "blocking with none, ms",
        &format!("with {many}, ms"),
    ];
    start(out, "Comments alone", &columns);
    for cells in rows {
        row(out, &cells);
    }
}

/// Begins a table below a line in bold.
fn start(out: &mut String, title: &str, columns: &[&str]) {
    // Writing to a string does not fail.
    let _ = write!(out, "\n**{title}**\n\n");
    row(out, &columns.iter().map(ToString::to_string).collect::<Vec<_>>());
    let _ = writeln!(out, "|{}", "---|".repeat(columns.len()));
}

fn row(out: &mut String, cells: &[String]) {
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

/// 10,000
fn with_commas(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::results::tests::add;

    #[test]
    fn a_table_has_a_row_for_each_variant_measured_and_none_of_others() {
        let mut results = Results { runs: 3, ..Results::default() };
        add(
            &mut results,
            (Profile::Throttled, Group::Card, Variant::Src, 0),
            "live",
            &[900.0, 1000.0, 1100.4],
        );
        let text = table(&results);
        assert!(text.contains("| summary-card from `src` | – | 1000 (900–1100) |"), "{text}");
        assert!(!text.contains("| Lit |") && !text.contains("unthrottled"), "{text}");
    }

    #[test]
    fn growth_is_written_with_its_exponent() {
        let mut results = Results::default();
        for size in CARDS {
            let value = crate::stats::as_float(size) * 3.0;
            add(&mut results, (Profile::Unthrottled, Group::Cards, Variant::Lit, size), "live", &[value]);
        }
        let text = table(&results);
        assert!(text.contains("Growth with 1 / 10 / 100 cards on the page"), "{text}");
        assert!(text.contains("| Lit | 3.0 / 30.0 / 300 (n<sup>1.00</sup>) |"), "{text}");
    }

    #[test]
    fn every_row_has_as_many_cells_as_its_head() {
        let mut results = Results::default();
        for variant in Variant::CARDS {
            for (name, _, _) in FIGURES.map(|(_, name, unit)| (name, (), unit)) {
                add(&mut results, (Profile::Unthrottled, Group::Card, variant, 0), name, &[1.0, 2.0]);
            }
        }
        let text = table(&results);
        let cells = |line: &str| line.matches('|').count();
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
        assert!(rows.len() > 10, "{text}");
        for block in text.split("\n\n").filter(|block| block.starts_with('|')) {
            let first = block.lines().next().map(cells);
            assert!(block.lines().all(|line| Some(cells(line)) == first), "{block}");
        }
    }

    #[test]
    fn thousands_have_commas() {
        assert_eq!(
            [1, 20, 1_000, 10_000, 1_234_567].map(with_commas),
            ["1", "20", "1,000", "10,000", "1,234,567"]
        );
    }
}
