//! The command line.

use crate::cases::{Group, Profile};

/// How to run the bench.
pub const USAGE: &str = "\
cargo xtask bench [--runs N] [--only SERIES,...] [--profile NAME] [--quick] [--serve] [--no-build]

  --runs N          load each page N times (7)
  --only SERIES     only these series: card, claims, comments, cards, systems
  --profile NAME    only `unthrottled` or `throttled`
  --quick           two runs, unthrottled
  --serve           only serves the pages, to look at
  --no-build        measures the dist/ that is there

Only a whole bench of at least 7 runs writes to bench/results/ and the README; any other to target/bench/.";

/// Fewer runs than this say too little to be published.
const ENOUGH_RUNS: usize = 7;

/// What is asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Arguments {
    /// How often each page is loaded.
    pub runs: usize,
    /// The series to measure.
    pub groups: Vec<Group>,
    /// What the browser is held to, one after the other.
    pub profiles: Vec<Profile>,
    /// Whether only to serve the pages.
    pub is_serving: bool,
    /// Whether only to look at these words.
    pub is_dry: bool,
}

impl Arguments {
    /// Reads the command line's words.
    ///
    /// # Errors
    /// A word is not known, or lacks its value.
    pub fn parse(words: &[String]) -> Result<Self, String> {
        let mut asked = Self {
            runs: ENOUGH_RUNS,
            groups: Group::ALL.map(|(_, group)| group).to_vec(),
            profiles: vec![Profile::Unthrottled, Profile::Throttled],
            is_serving: false,
            is_dry: false,
        };
        let mut words = words.iter().map(String::as_str);
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or_else(|| format!("{word} needs a value\n\n{USAGE}"));
            match word {
                "--quick" => (asked.runs, asked.profiles) = (2, vec![Profile::Unthrottled]),
                // `cargo xtask bench` has seen to it.
                "--no-build" => {}
                "--serve" => asked.is_serving = true,
                "--dry-run" => asked.is_dry = true,
                "--runs" => {
                    let text = value()?;
                    asked.runs = text
                        .parse()
                        .ok()
                        .filter(|runs| *runs > 0)
                        .ok_or_else(|| format!("--runs needs a number above 0, not `{text}`"))?;
                }
                "--only" => {
                    asked.groups = value()?.split(',').map(group).collect::<Result<_, _>>()?;
                }
                "--profile" => {
                    asked.profiles = match value()? {
                        "unthrottled" => vec![Profile::Unthrottled],
                        "throttled" => vec![Profile::Throttled],
                        other => return Err(format!("there is no profile `{other}`\n\n{USAGE}")),
                    };
                }
                other => return Err(format!("bench does not know `{other}`\n\n{USAGE}")),
            }
        }
        Ok(asked)
    }

    /// Whether the results are whole enough to be published.
    pub fn is_whole(&self) -> bool {
        self.runs >= ENOUGH_RUNS && self.groups.len() == Group::ALL.len() && self.profiles.len() == 2
    }
}

fn group(name: &str) -> Result<Group, String> {
    let found = Group::ALL.into_iter().find(|(each, _)| *each == name);
    found.map(|(_, group)| group).ok_or_else(|| format!("there is no series `{name}`\n\n{USAGE}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Arguments, String> {
        Arguments::parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn only_a_whole_bench_is_published() {
        assert!(parse("").expect("nothing is asked").is_whole());
        assert!(parse("--runs 9").expect("known").is_whole());
        for partial in ["--quick", "--runs 3", "--only card,claims", "--profile throttled"] {
            assert!(!parse(partial).expect("known").is_whole(), "{partial}");
        }
    }

    #[test]
    fn what_is_not_known_is_said() {
        for wrong in ["--runs", "--runs none", "--runs 0", "--only all", "--profile slow", "--fast"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
