//! `plot.svg`: when a card can be read and when it is live, and how clicks and many cards go.

use std::fmt::Write;

use crate::cases::{CARDS, CLAIMS, Group, Profile};
use crate::pages::Variant;
use crate::results::Results;
use crate::stats::{Summary, as_float};

const WIDTH: f64 = 820.0;
/// Where the bars and the lines begin.
const LEFT: f64 = 210.0;
const BAR: f64 = 18.0;
const PANEL: f64 = 220.0;

/// What the whole drawing is styled with; a picture in a page follows the reader's colours, too.
const STYLE: &str = "
  text { font: 13px system-ui, sans-serif; fill: #1b1d22 }
  .title { font-weight: 600; font-size: 14px }
  .small { font-size: 11px; fill: #575b64 }
  .axis, .range { stroke: #8b8f98; stroke-width: 1 }
  .grid { stroke: #e2dfd9; stroke-width: 1 }
  .line { fill: none; stroke-width: 2 }
  @media (prefers-color-scheme: dark) { text { fill: #eceae5 } .small { fill: #a9acb4 } .grid { stroke: #34373d } }
";

fn colour(variant: Variant) -> &'static str {
    match variant {
        Variant::Static => "#7b828d",
        Variant::Prerendered => "#0b6e4f",
        Variant::Src => "#2f80c2",
        Variant::Preact => "#8458c9",
        _ => "#d9661f",
    }
}

/// The drawing. Panels without figures are left out.
pub fn plot(results: &Results) -> String {
    let mut body = String::new();
    let mut top = 10.0;
    bars(results, &mut body, &mut top);
    let clicks = series(results, Group::Claims, "click");
    lines(
        "Click → paint, 95th percentile, by claims in the card",
        &CLAIMS,
        &clicks,
        false,
        &mut body,
        &mut top,
    );
    let cards = series(results, Group::Cards, "live");
    lines(
        "All live, by cards on the page (both axes logarithmic)",
        &CARDS,
        &cards,
        true,
        &mut body,
        &mut top,
    );
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {top:.0}\" width=\"{WIDTH}\" height=\"{top:.0}\" role=\"img\" aria-label=\"{}\">\n<style>{STYLE}</style>\n{body}</svg>\n",
        escape(
            "How soon each card can be read and is live, and how clicks and many cards go; the figures are in the tables"
        )
    )
}

fn bars(results: &Results, out: &mut String, top: &mut f64) {
    let figure = |variant, name| results.figure(Profile::Throttled, Group::Card, variant, 0, name);
    let rows: Vec<(Variant, Summary, Summary)> = Variant::CARDS
        .into_iter()
        .filter_map(|variant| Some((variant, figure(variant, "readable")?, figure(variant, "live")?)))
        .collect();
    let Some(most) = rows.iter().map(|(.., live)| live.max).reduce(f64::max) else { return };
    let scale = Scale { from: (0.0, most), to: (LEFT, WIDTH - 80.0), is_log: false };
    let title = format!("Readable (full) and live (pale), {}, ms", Profile::Throttled.name());
    text(out, (10.0, *top + 14.0), "title", "start", &title);
    *top += 30.0;
    for (variant, readable, live) in rows {
        text(out, (LEFT - 8.0, *top + 14.0), "", "end", &variant.name().replace('`', ""));
        for (summary, opacity, height) in [(live, 0.35, BAR), (readable, 1.0, BAR * 0.55)] {
            let end = scale.at(summary.median);
            let _ = writeln!(
                out,
                "<rect x=\"{LEFT}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{height:.1}\" fill=\"{}\" fill-opacity=\"{opacity}\"/>",
                *top + (BAR - height) / 2.0,
                end - LEFT,
                colour(variant)
            );
        }
        for summary in [readable, live] {
            line(
                out,
                "range",
                (scale.at(summary.min), *top + BAR / 2.0),
                (scale.at(summary.max), *top + BAR / 2.0),
            );
        }
        let said = format!("{:.0} / {:.0}", readable.median, live.median);
        text(out, (scale.at(live.max) + 6.0, *top + 13.0), "small", "start", &said);
        *top += BAR + 10.0;
    }
    *top += 20.0;
}

/// The medians of one figure by size, for one variant.
type Series = (Variant, Vec<(usize, f64)>);

fn series(results: &Results, group: Group, name: &str) -> Vec<Series> {
    let grown = |variant| (variant, results.growth(Profile::Unthrottled, group, variant, name));
    Variant::CARDS.into_iter().map(grown).filter(|(_, points)| points.len() > 1).collect()
}

fn lines(title: &str, sizes: &[usize], all: &[Series], is_log: bool, out: &mut String, top: &mut f64) {
    let values = || all.iter().flat_map(|(_, points)| points.iter().map(|(_, value)| *value));
    let (Some(least), Some(most)) = (values().reduce(f64::min), values().reduce(f64::max)) else { return };
    let (Some(first), Some(last)) = (sizes.first(), sizes.last()) else { return };
    text(out, (10.0, *top + 14.0), "title", "start", &format!("{title}, unthrottled, ms"));
    *top += 30.0;
    let bottom = *top + PANEL;
    let low = if is_log { least / 1.2 } else { 0.0 };
    let down = Scale { from: (low, most * 1.1), to: (bottom, *top), is_log };
    let across = Scale { from: (as_float(*first), as_float(*last)), to: (LEFT, WIDTH - 200.0), is_log: true };
    for value in ticks(low, most * 1.1, is_log) {
        let y = down.at(value);
        line(out, "grid", (LEFT, y), (WIDTH - 200.0, y));
        text(out, (LEFT - 8.0, y + 4.0), "small", "end", &format!("{value:.0}"));
    }
    line(out, "axis", (LEFT, bottom), (WIDTH - 200.0, bottom));
    for size in sizes {
        text(out, (across.at(as_float(*size)), bottom + 16.0), "small", "middle", &size.to_string());
    }
    let mut names: Vec<(f64, Variant)> = Vec::new();
    for (variant, points) in all {
        let places: Vec<String> = points
            .iter()
            .map(|(size, value)| format!("{:.1},{:.1}", across.at(as_float(*size)), down.at(*value)))
            .collect();
        let colour = colour(*variant);
        let _ =
            writeln!(out, "<polyline class=\"line\" stroke=\"{colour}\" points=\"{}\"/>", places.join(" "));
        for place in &places {
            let (x, y) = place.split_once(',').unwrap_or_default();
            let _ = writeln!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"3\" fill=\"{colour}\"/>");
        }
        names.extend(points.last().map(|(_, value)| (down.at(*value) + 4.0, *variant)));
    }
    // Names beside the lines' ends, none over another.
    names.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut free = f64::MIN;
    for (y, variant) in names {
        let y = y.max(free);
        free = y + 16.0;
        let name = variant.name().replace('`', "");
        let _ = writeln!(
            out,
            "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"4\" fill=\"{}\"/>",
            WIDTH - 190.0,
            y - 4.0,
            colour(variant)
        );
        text(out, (WIDTH - 181.0, y), "small", "start", &name);
    }
    *top = bottom + 45.0;
}

/// Values to draw a line at.
fn ticks(low: f64, high: f64, is_log: bool) -> Vec<f64> {
    let step = 10_f64.powf((high / 3.0).log10().floor());
    let step = [1.0, 2.0, 5.0]
        .map(|times| times * step)
        .into_iter()
        .rfind(|step| high / step >= 3.0)
        .unwrap_or(step);
    let candidates: Vec<f64> = if is_log {
        (0..7).flat_map(|power| [1.0, 2.0, 5.0].map(|times| times * 10_f64.powi(power))).collect()
    } else {
        (0..=20).map(|times| step * f64::from(times)).collect()
    };
    candidates.into_iter().filter(|value| (low..=high).contains(value)).collect()
}

/// From values to places.
struct Scale {
    from: (f64, f64),
    to: (f64, f64),
    is_log: bool,
}

impl Scale {
    fn at(&self, value: f64) -> f64 {
        let log = |value: f64| if self.is_log { value.max(f64::MIN_POSITIVE).ln() } else { value };
        let (low, high) = (log(self.from.0), log(self.from.1));
        let part = if high > low { (log(value) - low) / (high - low) } else { 0.0 };
        self.to.0 + (self.to.1 - self.to.0) * part
    }
}

fn line(out: &mut String, class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
    let _ = writeln!(
        out,
        "<line class=\"{class}\" x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\"/>"
    );
}

fn text(out: &mut String, (x, y): (f64, f64), class: &str, anchor: &str, text: &str) {
    let _ = writeln!(
        out,
        "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{}</text>",
        escape(text)
    );
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::results::tests::add;

    #[test]
    fn a_scale_maps_both_ends_and_the_middle() {
        let linear = Scale { from: (0.0, 10.0), to: (100.0, 200.0), is_log: false };
        let log = Scale { from: (1.0, 100.0), to: (100.0, 0.0), is_log: true };
        for (scale, value, place) in
            [(&linear, 0.0, 100.0), (&linear, 5.0, 150.0), (&log, 10.0, 50.0), (&log, 100.0, 0.0)]
        {
            assert!((scale.at(value) - place).abs() < 1e-9, "{value}: {}", scale.at(value));
        }
    }

    #[test]
    fn ticks_are_round_and_few() {
        assert_eq!(ticks(0.0, 48.0, false), [0.0, 10.0, 20.0, 30.0, 40.0]);
        assert_eq!(ticks(70.0, 600.0, true), [100.0, 200.0, 500.0]);
        for high in [3.0, 17.0, 99.0, 2500.0] {
            let count = ticks(0.0, high, false).len();
            assert!((4..=11).contains(&count), "{count} up to {high}");
        }
    }

    #[test]
    fn the_drawing_has_a_bar_and_a_line_for_each_variant_and_every_element_is_closed() {
        let mut results = Results::default();
        for variant in Variant::CARDS {
            for name in ["readable", "live"] {
                add(
                    &mut results,
                    (Profile::Throttled, Group::Card, variant, 0),
                    name,
                    &[100.0, 110.0, 130.0],
                );
            }
            for size in CLAIMS {
                add(
                    &mut results,
                    (Profile::Unthrottled, Group::Claims, variant, size),
                    "click",
                    &[20.0, 21.0],
                );
            }
        }
        let svg = plot(&results);
        assert_eq!(svg.matches("<rect").count(), 2 * Variant::CARDS.len());
        assert_eq!(svg.matches("<polyline").count(), Variant::CARDS.len());
        assert_eq!(svg.matches("<text").count(), svg.matches("</text>").count());
        assert!(!svg.contains("NaN") && !svg.contains('`'), "{svg}");
    }
}
