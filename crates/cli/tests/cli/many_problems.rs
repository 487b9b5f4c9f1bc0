//! `summary-card check` of files with very many problems.

use serde_json::Value;

use crate::{file, run};

fn check(args: &[&str]) -> (Option<i32>, String) {
    let (code, out, err) = run(&[&["check"], args].concat());
    assert_eq!(err, "");
    (code, out)
}

/// A card with so many unknown fields, and after them a headline of the wrong type.
fn card(unknown: usize, gap: &str) -> String {
    let fields: Vec<String> = (0..unknown).map(|i| format!("{gap}\"field{i}\":1,")).collect();
    let fields = fields.concat();
    format!("{{\"version\":1,\"id\":\"x\",\"abstract\":[\"A.\"],{fields}{gap}\"headline\":5}}")
}

#[test]
fn fifty_are_printed_the_errors_among_them_and_how_to_see_all() {
    let file = file("sixty.json", &card(60, "\n"));
    let (code, out) = check(&[&file]);
    assert_eq!(code, Some(1));
    assert_eq!((out.matches("warning[").count(), out.matches("error[").count()), (49, 1));
    let end: Vec<&str> = out.lines().rev().take(2).collect();
    assert_eq!(end[0], "1 error, 60 warnings in 1 file");
    assert_eq!(
        end[1],
        format!("not shown: 11 more problems of {file}; --all prints all, and so does --format json")
    );
    let (code, out) = check(&[&file, "--all"]);
    assert_eq!((code, out.matches("warning[").count(), out.matches("error[").count()), (Some(1), 60, 1));
    assert!(!out.contains("not shown"), "{out}");
    let (code, out) = check(&[&file, "--format", "json"]);
    let report: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, report["files"][0]["problems"].as_array().unwrap().len()), (Some(1), 61));
}

#[test]
fn a_long_line_is_shown_in_part_with_its_own_column() {
    let text = card(5_000, "");
    let column = text.rfind('5').unwrap() + 1;
    let (code, out) = check(&[&file("long-line.json", &text)]);
    assert_eq!(code, Some(1));
    let error = &out[out.find("error[wrong-shape]").unwrap()..];
    let lines: Vec<&str> = error.lines().collect();
    assert!(lines[1].ends_with(&format!("long-line.json:1:{column}")), "{error}");
    assert!(error.contains("\"headline\":5}") && error.contains("^ headline"), "{error}");
    assert!(lines.iter().all(|line| line.len() < 300), "{error}");
}

/// Odd places to point at: the end of the file, a line break, the start of a long text.
#[test]
fn every_kind_of_mistake_in_the_syntax_is_shown() {
    for (name, text, says) in [
        ("end.json", "{\"version\": 1", "the file ends too early"),
        ("nothing.json", "", "the file is empty"),
        ("break.json", "{\"headline\": \"a\nb\"}", "a line break in a text is written `\\n`"),
        (
            "control.json",
            "{\"headline\": \"a\u{7}b\"}",
            "a control character in a text is written as an escape",
        ),
        ("escape.json", "{\"headline\": \"\\x\"}", "there is no such escape"),
        ("hex.json", "{\"headline\": \"\\u12\"}", "four digits"),
        ("single.json", "{'version': 1}", "in double quotation marks"),
        ("comma.json", "{\"version\": 1,\n}", "a comma before `}` is not allowed"),
        ("list.json", "[1,]", "a comma before `]` is not allowed"),
        ("colon.json", "{\"version\" 1}", "expected `:`"),
        ("zero.json", "{\"version\": 01}", "a number does not begin with 0"),
        ("number.json", "{\"version\": -}", "expected a digit"),
        ("word.json", "{\"version\": True}", "expected a value"),
        ("note.json", "{\"version\": 1 // one\n}", "expected `,` or `}`"),
        ("more.json", "{}{}", "expected the end of the file"),
    ] {
        let (code, out) = check(&[&file(name, text)]);
        assert!(
            code == Some(1) && out.starts_with("error[not-json]: ") && out.contains(says),
            "{name}: {out}"
        );
        assert!(out.lines().nth(1).unwrap().contains(name), "{out}");
    }
}
