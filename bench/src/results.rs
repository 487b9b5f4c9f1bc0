//! The raw figures of a bench: what `results.json` holds.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;

use crate::browser::Figures;
use crate::cases::{Case, Group, Profile};
use crate::pages::Variant;
use crate::stats::{Summary, as_float, exponent};

/// All that was measured, and with what.
#[derive(Debug, Default)]
pub struct Results {
    /// When it began, in ISO 8601.
    pub date: String,
    /// How often each page was loaded.
    pub runs: usize,
    /// The machine's processors.
    pub processors: usize,
    /// The versions of all that was at work.
    pub versions: BTreeMap<String, String>,
    /// One for each page load, in the order in which they were made.
    pub samples: Vec<Sample>,
}

/// What one page load came to. Times are in milliseconds, sizes in bytes.
#[derive(Debug, Serialize)]
pub struct Sample {
    /// What the browser was held to.
    pub profile: Profile,
    /// The series.
    pub group: Group,
    /// How the card was made.
    pub variant: Variant,
    /// How many claims, comments or cards; 0 for the real card.
    pub size: usize,
    /// Which run, from 1.
    pub run: usize,
    /// The figures by name.
    pub figures: Figures,
}

impl Sample {
    /// The figures of a case.
    pub fn new(profile: Profile, case: &Case, run: usize, figures: Figures) -> Self {
        Self { profile, group: case.group, variant: case.variant, size: case.size, run, figures }
    }
}

impl Results {
    /// All of it as JSON, a line for each page load.
    ///
    /// # Errors
    /// A figure is no number.
    pub fn to_json(&self) -> Result<String, String> {
        let Self { date, runs, processors, versions, samples } = self;
        let failed = |why: serde_json::Error| why.to_string();
        let head = json!({ "date": date, "runs": runs, "processors": processors, "versions": versions });
        let mut out = serde_json::to_string_pretty(&head).map_err(failed)?;
        out.truncate(out.trim_end_matches("\n}").len());
        let lines: Vec<String> =
            samples.iter().map(serde_json::to_string).collect::<Result<_, _>>().map_err(failed)?;
        out.extend([",\n  \"samples\": [\n    ", &lines.join(",\n    "), "\n  ]\n}\n"]);
        Ok(out)
    }

    /// A figure over all runs; `None` where it was not measured.
    pub fn figure(
        &self,
        profile: Profile,
        group: Group,
        variant: Variant,
        size: usize,
        name: &str,
    ) -> Option<Summary> {
        let of_case = |sample: &&Sample| {
            (sample.profile, sample.group, sample.variant, sample.size) == (profile, group, variant, size)
        };
        let values: Vec<f64> = self
            .samples
            .iter()
            .filter(of_case)
            .filter_map(|sample| sample.figures.get(name).copied())
            .collect();
        Summary::of(&values)
    }

    /// The medians of a figure by size, smallest first.
    pub fn growth(&self, profile: Profile, group: Group, variant: Variant, name: &str) -> Vec<(usize, f64)> {
        let mut sizes: Vec<usize> =
            self.samples.iter().filter(|sample| sample.group == group).map(|sample| sample.size).collect();
        sizes.sort_unstable();
        sizes.dedup();
        let median = |size| Some((size, self.figure(profile, group, variant, size, name)?.median));
        sizes.into_iter().filter_map(median).collect()
    }
}

/// The exponent of a growth by size.
pub fn exponent_of(growth: &[(usize, f64)]) -> Option<f64> {
    let points: Vec<_> = growth.iter().map(|(size, value)| (as_float(*size), *value)).collect();
    exponent(&points)
}

/// Tests, and results made up for those of other modules.
#[cfg(test)]
pub mod tests {
    use super::*;

    /// Results with one figure of one case.
    pub fn add(
        results: &mut Results,
        (profile, group, variant, size): (Profile, Group, Variant, usize),
        name: &str,
        values: &[f64],
    ) {
        for (run, value) in values.iter().enumerate() {
            let figures = Figures::from([(name.to_owned(), *value)]);
            results.samples.push(Sample { profile, group, variant, size, run, figures });
        }
    }

    #[test]
    fn the_json_is_whole() {
        let mut results = Results { runs: 2, ..Results::default() };
        add(&mut results, (Profile::Throttled, Group::Card, Variant::Src, 0), "live", &[1.5, 2.0]);
        let text = results.to_json().expect("all are numbers");
        let read: serde_json::Value = serde_json::from_str(&text).expect("it is JSON");
        assert_eq!(read["samples"][1]["figures"]["live"], 2.0);
        assert_eq!((&read["runs"], &read["samples"][0]["variant"]), (&json!(2), &json!("src")));
    }

    #[test]
    fn figures_are_told_apart_by_case_and_grow_by_size() {
        let mut results = Results::default();
        for (size, values) in [(200, [40.0, 42.0, 41.0]), (10, [1.0, 2.0, 3.0])] {
            add(&mut results, (Profile::Throttled, Group::Claims, Variant::Lit, size), "live", &values);
        }
        add(&mut results, (Profile::Throttled, Group::Claims, Variant::Src, 10), "live", &[9.0]);
        let growth = results.growth(Profile::Throttled, Group::Claims, Variant::Lit, "live");
        assert_eq!(growth, [(10, 2.0), (200, 41.0)]);
        assert_eq!(results.figure(Profile::Unthrottled, Group::Claims, Variant::Lit, 10, "live"), None);
        assert!(exponent_of(&growth).is_some_and(|exponent| exponent > 1.0));
    }
}
