//! `summary-card check` as a user runs it: the real program, its output and its exit code.

use serde_json::Value;

use crate::{file, run};

fn json(args: &[&str]) -> (Option<i32>, Value) {
    let (code, out, err) = run(&[&["check", "--format", "json"], args].concat());
    assert_eq!(err, "");
    (code, serde_json::from_str(&out).unwrap())
}

fn rules(report: &Value) -> Vec<&str> {
    let files = report["files"].as_array().unwrap().iter();
    files.flat_map(|file| file["problems"].as_array().unwrap()).map(|p| p["rule"].as_str().unwrap()).collect()
}

#[test]
fn a_good_card() {
    assert_eq!(run(&["check", "bridge.json"]), (Some(0), "ok: 1 file\n".into(), String::new()));
}

#[test]
fn every_problem_of_a_bad_card() {
    let (code, out, err) = run(&["check", "broken.json"]);
    assert_eq!((code, err.as_str()), (Some(1), ""));
    assert!(!out.contains('\u{1b}'), "no colour where there is no terminal");
    insta::assert_snapshot!(out);
}

#[test]
fn the_json_output() {
    let (code, report) = json(&["broken.json", "bridge.json"]);
    assert_eq!(code, Some(1));
    assert_eq!(report["version"], 1);
    let problems = report["files"][0]["problems"].as_array().unwrap();
    let errors = problems.iter().filter(|problem| problem["level"] == "error").count();
    assert_eq!(report["errors"], errors);
    assert_eq!(report["warnings"], problems.len() - errors);
    assert_eq!(report["files"][1], serde_json::json!({ "file": "bridge.json", "fixed": 0, "problems": [] }));
    let unknown = problems.iter().find(|problem| problem["rule"] == "unknown-field").unwrap();
    assert_eq!(
        *unknown,
        serde_json::json!({
            "rule": "unknown-field", "level": "warning", "path": "headlin",
            "line": 4, "column": 3, "endLine": 4, "endColumn": 12,
            "message": "unknown field `headlin`", "help": "did you mean `headline`?",
        })
    );
}

#[test]
fn levels_can_be_set() {
    let card =
        include_str!("../../../card/tests/fixtures/bridge.json").replace(r#""status": "disputed","#, "");
    let card = file("levels.json", card.as_bytes());
    let (code, out, _) = run(&["check", &card]);
    assert_eq!((code, out.lines().last()), (Some(0), Some("1 warning in 1 file")));
    let (code, out, _) = run(&["check", &card, "--deny", "claim-without-status"]);
    assert_eq!((code, out.lines().last()), (Some(1), Some("1 error in 1 file")));
    assert!(out.starts_with("error[claim-without-status]"), "{out}");
    let (code, out, _) = run(&["check", &card, "--allow", "claim-without-status"]);
    assert_eq!((code, out.as_str()), (Some(0), "ok: 1 file\n"));
    let (code, out, _) =
        run(&["check", "broken.json", "--warn", "stance-without-quote", "--warn", "review-without-reviewer"]);
    assert_eq!(code, Some(1));
    assert!(
        out.contains("warning[stance-without-quote]") && out.contains("warning[review-without-reviewer]"),
        "{out}"
    );
}

#[test]
fn a_file_that_cannot_be_read_does_not_hide_the_others() {
    let (code, report) = json(&["missing.json", "broken.json", "."]);
    assert_eq!(code, Some(2));
    let files = report["files"].as_array().unwrap();
    assert_eq!(files[0]["problems"][0]["message"], "there is no such file");
    assert!(files[1]["problems"].as_array().unwrap().len() > 10);
    assert_eq!(files[2]["problems"][0]["rule"], "unreadable");
    assert_eq!(files[2]["problems"][0]["line"], Value::Null);
    let (code, out, _) = run(&["check", "missing.json"]);
    assert_eq!(code, Some(2));
    assert!(out.contains("there is no such file") && out.contains("missing.json"), "{out}");
}

#[test]
fn what_is_no_card_at_all() {
    for (name, bytes, rule) in [
        ("empty.json", &b""[..], "not-json"),
        ("html.json", b"<!doctype html>", "not-json"),
        ("comma.json", b"{ \"version\": 1, }", "not-json"),
        ("comment.json", b"{ // no\n}", "not-json"),
        ("latin1.json", b"{ \"id\": \"\xf1\" }", "not-json"),
        ("utf16.json", b"\xff\xfe{\0}\0", "not-json"),
        ("list.json", b"[]", "wrong-shape"),
        ("null.json", b"null", "wrong-shape"),
        ("version.json", b"{ \"version\": 2, \"id\": 5 }", "wrong-version"),
        ("version-text.json", b"{ \"version\": \"1\", \"id\": 5 }", "wrong-version"),
        ("large.json", &b" ".repeat(600_000), "too-large"),
    ] {
        let file = file(name, bytes);
        let (code, report) = json(&[&file]);
        assert_eq!((code, rules(&report)), (Some(1), vec![rule]), "{name}");
        let (code, out, _) = run(&["check", &file]);
        assert!(code == Some(1) && out.contains(&format!("error[{rule}]")), "{name}: {out}");
    }
}

#[test]
fn a_forgotten_version_does_not_hide_the_rest() {
    let (_, report) = json(&[&file("no-version.json", b"{ \"id\": 5 }")]);
    assert_eq!(rules(&report), ["wrong-shape"; 2]);
    let problems = &report["files"][0]["problems"];
    assert_eq!(problems[0]["message"], "the fields `version`, `headline` and `abstract` are missing");
    assert_eq!(problems[1]["path"], "id");
}

#[test]
fn a_byte_order_mark_moves_nothing() {
    let text = format!("\u{feff}{}", include_str!("../../../card/tests/fixtures/broken.json"));
    let (_, with) = json(&[&file("bom.json", text.as_bytes())]);
    let (_, without) = json(&["broken.json"]);
    assert_eq!(with["files"][0]["problems"], without["files"][0]["problems"]);
}

#[test]
fn names_and_texts_that_are_odd_do_no_harm() {
    let card = br#"{ "version": 1, "id": "a", "headline": "A", "abstract": ["A."],
        "a.b[0]": 1, "": 2, "\u001b[31m": 3, "__proto__": 4, "id2\r\n": 5 }"#;
    let (code, report) = json(&[&file("odd.json", card)]);
    assert_eq!((code, rules(&report)), (Some(0), vec!["unknown-field"; 5]));
    let (_, out, _) = run(&["check", &file("odd2.json", card)]);
    assert!(!out.contains('\u{1b}'), "{out}");
}

#[test]
fn explanations() {
    for rule in card::Rule::ALL {
        let (code, out, _) = run(&["check", "--explain", rule.name()]);
        assert!(code == Some(0) && out.starts_with(rule.name()), "{out}");
        let (_, list, _) = run(&["check", "--rules"]);
        assert!(list.contains(rule.name()));
    }
    insta::assert_snapshot!(run(&["check", "--explain", "lost-hedge"]).1);
}

#[test]
fn usage_errors() {
    for (args, says) in [
        (&["check"][..], "CARD"),
        (&["check", "--deny", "lost-hegde", "bridge.json"], "did you mean `lost-hedge`?"),
        (&["check", "--allow", "bad-url", "bridge.json"], "cannot be set"),
        (&["check", "--allow", "lost-hedge", "--deny", "lost-hedge", "bridge.json"], "more than one level"),
        (&["check", "--format", "xml", "bridge.json"], "xml"),
        (&["chekc"], "check"),
    ] {
        let (code, out, err) = run(args);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{args:?}");
        assert!(err.contains(says), "{args:?}: {err}");
    }
}

#[test]
fn the_schema_command_prints_the_published_schema() {
    let (code, out, _) = run(&["schema"]);
    assert_eq!(code, Some(0));
    assert_eq!(out, include_str!("../../../../static/schema/card.v1.json"));
}
