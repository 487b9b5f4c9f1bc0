//! Every promise of `SECURITY.md` names tests, and they are there.

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

#[test]
fn every_promise_names_tests_that_are_there() {
    let text = read(&Path::new(ROOT).join("SECURITY.md"));
    let (_, table) =
        text.split_once("| promise | held by the tests |\n|---|---|\n").expect("it has the table");
    let rows: Vec<&str> = table.lines().take_while(|line| line.starts_with('|')).collect();
    assert!(rows.len() > 10, "{rows:?}");
    for row in rows {
        let tests = row.trim_matches('|').rsplit('|').next().expect("a second cell");
        let names: Vec<&str> = tests.split('`').skip(1).step_by(2).collect();
        assert!(!names.is_empty(), "no test: {row}");
        for name in names {
            let (file, test) = name.split_once("::").unwrap_or_else(|| panic!("no file: {name}"));
            let mut files = Vec::new();
            for folder in ["tests", "crates"] {
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
    }
}
