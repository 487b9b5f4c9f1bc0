//! Every promise of `SECURITY.md` and `openacr.yaml` that names tests names such as are there.

use std::path::Path;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

/// Every Rust file in a folder and below it that is called so.
fn find(folder: &Path, name: &str, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be read").path();
        if path.is_dir() && !path.ends_with("node_modules") {
            find(&path, name, found);
        } else if path.file_stem().is_some_and(|stem| stem == name)
            && path.extension().is_some_and(|ending| ending == "rs")
        {
            found.push(read(&path));
        }
    }
}

/// Fails unless `name`, written `file::test`, is a test of the repository.
fn assert_is_test(name: &str) {
    let (file, test) = name.split_once("::").unwrap_or_else(|| panic!("no file: {name}"));
    let mut files = Vec::new();
    for folder in ["tests", "crates", "desk"] {
        find(&Path::new(ROOT).join(folder), file, &mut files);
    }
    let is_there = |text: &String| {
        text.split_once(&format!("fn {test}(")).is_some_and(|(before, _)| {
            // Nothing but its attribute and what is said of it stands before.
            before.rsplit("}\n").next().is_some_and(|near| near.contains("test]"))
        })
    };
    assert!(files.iter().any(is_there), "{name} is no test");
}

#[test]
fn every_promise_of_safety_names_tests_that_are_there() {
    let text = read(&Path::new(ROOT).join("SECURITY.md"));
    // One of the card, one of the desk, one of the plugin for WordPress.
    let tables: Vec<&str> = text.split("| promise | held by the tests |\n|---|---|\n").skip(1).collect();
    assert_eq!(tables.len(), 3);
    let rows: Vec<&str> =
        tables.iter().flat_map(|table| table.lines().take_while(|line| line.starts_with('|'))).collect();
    assert!(rows.len() > 20, "{rows:?}");
    for row in rows {
        let tests = row.trim_matches('|').rsplit('|').next().expect("a second cell");
        let names: Vec<&str> = tests.split('`').skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "no test: {row}");
        names.into_iter().for_each(assert_is_test);
    }
}

/// The success criteria of WCAG 2.2 at levels A and AA, among them 4.1.1, which the format still has.
const CRITERIA: [&str; 56] = [
    "1.1.1", "1.2.1", "1.2.2", "1.2.3", "1.3.1", "1.3.2", "1.3.3", "1.4.1", "1.4.2", "2.1.1", "2.1.2",
    "2.1.4", "2.2.1", "2.2.2", "2.3.1", "2.4.1", "2.4.2", "2.4.3", "2.4.4", "2.5.1", "2.5.2", "2.5.3",
    "2.5.4", "3.1.1", "3.2.1", "3.2.2", "3.2.6", "3.3.1", "3.3.2", "3.3.7", "4.1.1", "4.1.2", "1.2.4",
    "1.2.5", "1.3.4", "1.3.5", "1.4.3", "1.4.4", "1.4.5", "1.4.10", "1.4.11", "1.4.12", "1.4.13", "2.4.5",
    "2.4.6", "2.4.7", "2.4.11", "2.5.7", "2.5.8", "3.1.2", "3.2.3", "3.2.4", "3.3.3", "3.3.4", "3.3.8",
    "4.1.3",
];

/// In the form of <https://github.com/GSA/openacr>, with the catalog of WCAG 2.2.
#[test]
fn the_conformance_report_has_every_criterion_and_its_tests_are_there() {
    let text = read(&Path::new(ROOT).join("openacr.yaml"));
    let report: serde_json::Value = serde_yaml_ng::from_str(&text).expect("it is YAML");
    let chapters = ["success_criteria_level_a", "success_criteria_level_aa"];
    let criteria: Vec<_> = chapters
        .iter()
        .flat_map(|chapter| report["chapters"][chapter]["criteria"].as_array().expect("a list"))
        .collect();
    let numbers: Vec<_> = criteria.iter().filter_map(|each| each["num"].as_str()).collect();
    assert_eq!(numbers, CRITERIA);
    let mut tests = 0;
    for each in criteria {
        let adherence = &each["components"][0]["adherence"];
        let levels = ["supports", "partially-supports", "does-not-support", "not-applicable"];
        let level = adherence["level"].as_str().expect("a level");
        assert!(levels.contains(&level), "{each}");
        let notes = adherence["notes"].as_str().expect("notes");
        let names = notes.split_whitespace().filter(|word| word.contains("::"));
        for name in names.map(|name| name.trim_matches(|mark| ".,".contains(mark))) {
            assert_is_test(name);
            tests += 1;
        }
    }
    assert!(tests > 30, "{tests} tests named");
}
