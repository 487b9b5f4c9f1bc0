//! The size gate: the exact brotli bytes of every file of `dist/` but for the desk's and the docs', committed in `tests/size.txt`.
//!
//! It fails both ways. Larger is a cost that somebody must want; smaller is a gain to be written down, or the
//! next change could spend it unseen.

use crate::build::{self, Sizes};
use crate::{Outcome, paths, tools};
use std::fmt::Write;
use std::path::PathBuf;

/// Brotli bytes that no change of `tests/size.txt` can lift.
const CEILINGS: [(&str, usize); 5] = [
    ("embed.js", 3 * 1024),
    ("card.css", 6 * 1024),
    ("frame-parent.js", 1024),
    ("parts/article.wasm", 30 * 1024),
    ("parts/comments.wasm", 55 * 1024),
];
/// The same for all that is loaded before a card is live. It only goes down.
const CEILING_LOADED: usize = 100 * 1024;

const HEADER: &str = "\
# Brotli bytes (quality 11) of every file of dist/.
# Checked by `cargo xtask test`; written by `cargo xtask size --accept`.
";

fn file() -> PathBuf {
    paths::root().join("tests/size.txt")
}

/// `cargo xtask size`
pub fn size() -> Outcome {
    tools::for_build()?;
    build::release()?;
    gate()
}

/// `cargo xtask size --accept`
pub fn accept() -> Outcome {
    tools::for_build()?;
    build::release()?;
    let sizes = build::measure()?;
    build::list(&sizes);
    std::fs::write(file(), write(&sizes))
        .map_err(|why| format!("tests/size.txt could not be written: {why}"))?;
    println!("\nwritten to tests/size.txt");
    over_ceilings(&sizes).map_or(Ok(()), Err)
}

/// Compares the `dist/` that is there with the committed figures.
pub fn gate() -> Outcome {
    let sizes = build::measure()?;
    build::list(&sizes);
    let text = std::fs::read_to_string(file())
        .map_err(|why| format!("tests/size.txt: {why}; write it: cargo xtask size --accept"))?;
    let mut problems = compare(&read(&text)?, &sizes);
    problems.extend(over_ceilings(&sizes));
    if problems.is_empty() {
        println!("sizes are as in tests/size.txt");
        Ok(())
    } else {
        Err(format!("the size gate:\n  {}", problems.join("\n  ")))
    }
}

/// One line for each file whose size is not the committed one.
fn compare(committed: &Sizes, now: &Sizes) -> Vec<String> {
    const ACCEPT: &str = "cargo xtask size --accept";
    let mut lines = Vec::new();
    for (name, &size) in now {
        match committed.get(name) {
            None => lines.push(format!("{name} is new, {size} bytes: if wanted, {ACCEPT}")),
            Some(&was) if size > was => lines.push(format!(
                "{name} grew by {} bytes, from {was} to {size}: make it smaller, or if it is worth it, {ACCEPT}",
                size - was
            )),
            Some(&was) if size < was => lines.push(format!(
                "{name} shrank by {} bytes, from {was} to {size}: keep the gain, {ACCEPT}",
                was - size
            )),
            Some(_) => {}
        }
    }
    for name in committed.keys().filter(|name| !now.contains_key(*name)) {
        lines.push(format!("{name} is gone from dist/: if wanted, {ACCEPT}"));
    }
    lines
}

/// What is larger than it may ever be.
fn over_ceilings(sizes: &Sizes) -> Option<String> {
    let mut lines: Vec<String> = CEILINGS
        .iter()
        .filter_map(|&(name, ceiling)| {
            let &size = sizes.get(name)?;
            (size > ceiling).then(|| format!("{name} is {size} bytes; it may have {ceiling}"))
        })
        .collect();
    let loaded = build::loaded(sizes);
    if loaded > CEILING_LOADED {
        lines.push(format!(
            "what is loaded before a card is live is {loaded} bytes; it may be {CEILING_LOADED}"
        ));
    }
    (!lines.is_empty()).then(|| lines.join("\n  "))
}

fn write(sizes: &Sizes) -> String {
    let mut text = HEADER.to_owned();
    for (name, size) in sizes {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{size:7} {name}");
    }
    text
}

fn read(text: &str) -> Outcome<Sizes> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| {
            line.trim()
                .split_once(' ')
                .and_then(|(size, name)| Some((name.to_owned(), size.parse().ok()?)))
                .ok_or_else(|| format!("tests/size.txt has a line that is no `BYTES FILE`: {line}"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(files: &[(&str, usize)]) -> Sizes {
        files.iter().map(|&(name, size)| (name.to_owned(), size)).collect()
    }

    #[test]
    fn what_is_written_is_read_back() {
        let some = sizes(&[("cards/a b.json", 12), ("embed.js", 2900)]);
        assert_eq!(read(&write(&some)), Ok(some));
        assert!(read("many embed.js").is_err());
    }

    #[test]
    fn the_same_sizes_pass() {
        let some = sizes(&[("embed.js", 2900)]);
        assert!(compare(&some, &some).is_empty());
    }

    #[test]
    fn one_byte_more_or_less_fails_in_different_words() {
        let was = sizes(&[("embed.js", 2900)]);
        let more = compare(&was, &sizes(&[("embed.js", 2901)]));
        let less = compare(&was, &sizes(&[("embed.js", 2899)]));
        assert!(more[0].contains("grew by 1 bytes"), "{more:?}");
        assert!(less[0].contains("shrank by 1 bytes"), "{less:?}");
    }

    #[test]
    fn a_new_and_a_vanished_file_fail() {
        let lines = compare(&sizes(&[("a", 1)]), &sizes(&[("b", 1)]));
        assert_eq!(lines.len(), 2);
        assert!(lines[0].starts_with("b is new"), "{lines:?}");
        assert!(lines[1].starts_with("a is gone"), "{lines:?}");
    }

    #[test]
    fn no_accepted_figure_lifts_a_ceiling() {
        assert_eq!(over_ceilings(&sizes(&[("embed.js", 3072), ("card.css", 6144)])), None);
        assert!(over_ceilings(&sizes(&[("embed.js", 3073)])).is_some());
        assert!(over_ceilings(&sizes(&[("card.css", 6145)])).is_some());
        assert!(over_ceilings(&sizes(&[("parts/summary-card_bg.wasm", CEILING_LOADED + 1)])).is_some());
    }
}
