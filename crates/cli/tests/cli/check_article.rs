//! `summary-card check --article [--fix]`: the quotes of a card against its article.

use std::path::Path;

use serde_json::{Value, json};

use crate::file;

const CARD: &str = include_str!("../../../card/tests/fixtures/bridge.json");
const ARTICLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../card/tests/fixtures/bridge.html");

fn run(args: &[&str]) -> (Option<i32>, String, String) {
    crate::run(&[&["check"], args].concat())
}

fn problems(card: &str, article: &str) -> (Option<i32>, Vec<Value>) {
    let (code, out, err) = run(&[card, "--article", article, "--format", "json"]);
    assert_eq!(err, "");
    let report: Value = serde_json::from_str(&out).unwrap();
    (code, report["files"][0]["problems"].as_array().unwrap().clone())
}

/// A card with one claim and one quote.
fn card_with(quote: &Value) -> String {
    let claim =
        json!({ "id": "c", "text": "It could not be so.", "status": "reported", "evidence": [quote] });
    let point = json!({ "text": "It could not be so.", "claims": ["c"] });
    json!({ "version": 1, "id": "a", "headline": "A", "abstract": [point], "claims": [claim] }).to_string()
}

fn judged(name: &str, quote: &Value, text: &str) -> (Option<i32>, Vec<Value>) {
    let card = file(&format!("{name}.json"), &card_with(quote));
    problems(&card, &file(&format!("{name}.txt"), text))
}

#[test]
fn every_quote_of_the_fixture_is_in_its_article() {
    let card = file("whole.json", CARD);
    assert_eq!(run(&[&card, "--article", ARTICLE]), (Some(0), "ok: 1 file\n".into(), String::new()));
}

/// Every page of this repository with every card file that it embeds. On `elsewhere.html` the card
/// stands without its article, as the name says.
#[test]
fn every_card_of_this_repository_is_true_to_its_article() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut pages = vec![root.join("index.html")];
    pages.extend(std::fs::read_dir(root.join("static/embed")).unwrap().map(|entry| entry.unwrap().path()));
    let mut checked = 0;
    for page in pages.iter().filter(|page| !page.ends_with("elsewhere.html")) {
        let html = std::fs::read_to_string(page).unwrap();
        for src in html.split("src=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let Some(name) = src.strip_suffix(".json").and_then(|src| src.rsplit('/').next()) else {
                continue;
            };
            let card = root.join(format!("static/cards/{name}.json"));
            let (code, out, _) = run(&[card.to_str().unwrap(), "--article", page.to_str().unwrap()]);
            assert_eq!((code, out.as_str()), (Some(0), "ok: 1 file\n"), "{name} on {}", page.display());
            checked += 1;
        }
    }
    assert!(checked >= 6, "{checked}");
}

#[test]
fn a_quote_that_is_not_there() {
    let text = "The council met on Monday. It spoke of the old bridge and of the price of bread.";
    let (code, found) = judged("missing", &json!({ "exact": "residents marched through the night" }), text);
    assert_eq!((code, found.len()), (Some(1), 1));
    assert_eq!(found[0]["rule"], "quote-not-found");
    assert_eq!(found[0]["path"], "claims[0].evidence[0].exact");
    // Nothing comes near, so nothing is shown as if it did.
    assert_eq!(found[0]["help"], Value::Null);
}

#[test]
fn a_quote_with_another_number_shows_what_is_there() {
    let text = "An engineer said on Monday that the repairs could cost 1.2 million in all.";
    let (code, found) =
        judged("number", &json!({ "exact": "the repairs could cost 1.3 million in all" }), text);
    assert_eq!((code, &found[0]["rule"]), (Some(1), &json!("quote-not-found")));
    let help = found[0]["help"].as_str().unwrap();
    assert!(help.contains("the repairs could cost 1.2 million in all"), "{help}");
    assert!(help.contains("[-1.3-]") && help.contains("{+1.2+}"), "{help}");
}

#[test]
fn a_quote_that_is_nearly_there_is_a_warning() {
    let text = "The council said that it would gladly welcome a new bridge over the river next year.";
    let quote = json!({ "exact": "it would gladly welcome a new bridge over that river next year" });
    let (code, found) = judged("near", &quote, text);
    assert_eq!(
        (code, &found[0]["rule"], &found[0]["level"]),
        (Some(0), &json!("quote-inexact"), &json!("warning"))
    );
    let help = found[0]["help"].as_str().unwrap();
    assert!(help.contains("[-that-]") && help.contains("{+the+}"), "{help}");
}

#[test]
fn a_quote_in_the_wrong_place() {
    let text = "First the council said yes. Later, asked again, the council said yes.";
    let (code, found) =
        judged("place", &json!({ "exact": "said yes", "prefix": "the mayor of the town never " }), text);
    assert_eq!((code, &found[0]["rule"]), (Some(1), &json!("quote-not-found")));
}

#[test]
fn a_quote_at_several_places() {
    let text = "On Monday the council voted to keep the old bridge. On Friday the council voted to keep the old bridge.";
    let exact = "the council voted to keep the old bridge";
    let (code, found) = judged("long", &json!({ "exact": exact }), text);
    assert_eq!((code, &found[0]["rule"]), (Some(1), &json!("ambiguous-quote")), "{found:?}");
    assert_eq!(found[0]["message"], "the quote could be at 2 places in the article");
    assert_eq!(judged("told", &json!({ "exact": exact, "prefix": "On Friday" }), text), (Some(0), vec![]));
    // Nobody could say which it is, however long.
    let (code, found) = judged("short", &json!({ "exact": "old bridge" }), text);
    assert_eq!((code, &found[0]["rule"]), (Some(1), &json!("ambiguous-quote")));
}

#[test]
fn levels_of_these_rules_can_be_set() {
    let card = file("levels.json", &card_with(&json!({ "exact": "not there at all" })));
    let article = file("levels.txt", "Something else altogether.");
    let (code, out, _) = run(&[&card, "--article", &article, "--warn", "quote-not-found"]);
    assert_eq!(code, Some(0), "{out}");
    assert!(out.starts_with("warning[quote-not-found]"), "{out}");
}

#[test]
fn an_article_that_cannot_be_read_does_not_hide_the_rest() {
    let card = file("no-article.json", &CARD.replace("\"mayor\"]", "\"mayr\"]"));
    let (code, out, _) = run(&[&card, "--article", "nowhere.html"]);
    assert_eq!(code, Some(2), "{out}");
    assert!(out.contains("there is no such file") && out.contains("unknown-id"), "{out}");
    let (code, out, _) =
        run(&[&card, "--article", &file("blank.html", "<article><script>x</script></article>")]);
    assert!(code == Some(2) && out.contains("no article text"), "{out}");
}

#[test]
fn fix_fills_in_what_is_missing_and_changes_nothing_else() {
    let card = file("fix.json", CARD);
    let (code, out, _) = run(&[&card, "--article", ARTICLE, "--fix"]);
    assert_eq!(code, Some(0), "{out}");
    assert!(out.starts_with("fixed: filled in prefix and suffix of 4 quotes"), "{out}");
    let fixed = std::fs::read_to_string(&card).unwrap();
    // Line by line the same, but for what was put in.
    let changed: Vec<(&str, &str)> =
        CARD.lines().zip(fixed.lines()).filter(|(old, new)| old != new).collect();
    assert_eq!(fixed.lines().count(), CARD.lines().count());
    assert_eq!(changed.len(), 4);
    for (old, new) in changed {
        let (before, after) = new.split_at(new.find(", \"prefix\": \"").unwrap());
        let rest = &after[after.rfind("\" }").unwrap() + 1..];
        assert_eq!(old, format!("{before}{rest}"));
    }
    let read: Value = serde_json::from_str(&fixed).unwrap();
    let quote = &read["claims"][0]["evidence"][0];
    assert_eq!(quote["exact"], "repairs could cost 1.2 million");
    assert!(quote["prefix"].as_str().unwrap().ends_with("that"), "{quote}");
    assert!(quote["suffix"].as_str().unwrap().starts_with("; the"), "{quote}");
    // What was there stays.
    assert_eq!(read["claims"][1], serde_json::from_str::<Value>(CARD).unwrap()["claims"][1]);
    // A second time there is nothing left to do, and the file is not written.
    let (code, out, _) = run(&[&card, "--article", ARTICLE, "--fix"]);
    assert_eq!((code, out.as_str()), (Some(0), "ok: 1 file\n"));
    assert_eq!(std::fs::read_to_string(&card).unwrap(), fixed);
}

#[test]
fn fix_writes_as_the_file_is_written() {
    let article =
        file("styles.txt", "The mayor said \"enough\", and the council voted to keep the bridge for now.");
    for (name, before, after) in [
        (
            "compact",
            r#"{"exact":"the council voted to keep"}"#,
            r#"{"exact":"the council voted to keep","prefix":"and","suffix":"the"}"#,
        ),
        (
            "lines",
            "{\r\n\t\"exact\" : \"the council voted to keep\"\r\n}",
            "{\r\n\t\"exact\" : \"the council voted to keep\",\r\n\t\"prefix\" : \"and\",\r\n\t\"suffix\" : \"the\"\r\n}",
        ),
        (
            "null",
            r#"{ "prefix": null, "exact": "the council voted to keep", "suffix": "" }"#,
            r#"{ "prefix": "and", "exact": "the council voted to keep", "suffix": "the" }"#,
        ),
        (
            "half",
            r#"{ "exact": "the council voted to keep", "suffix": "the bridge" }"#,
            r#"{ "exact": "the council voted to keep", "prefix": "and", "suffix": "the bridge" }"#,
        ),
        (
            "escapes",
            r#"{ "exact": "and the council voted", "suffix": "to" }"#,
            r#"{ "exact": "and the council voted", "prefix": "enough\",", "suffix": "to" }"#,
        ),
    ] {
        let whole = |quote: &str| {
            format!(
                "\u{feff}{{\"version\":1,\"id\":\"a\",\"headline\":\"A\",\"abstract\":[\"A.\"],\"claims\":[\
                 {{\"id\":\"c\",\"text\":\"x\",\"status\":\"reported\",\"evidence\":[{quote}]}}]}}"
            )
        };
        let card = file(&format!("{name}.json"), &whole(before));
        let (code, out, _) = run(&[&card, "--article", &article, "--fix"]);
        assert_eq!(code, Some(0), "{out}");
        assert_eq!(std::fs::read_to_string(&card).unwrap(), whole(after), "{name}");
    }
}

#[test]
fn fix_leaves_alone_what_is_not_certain() {
    let article = file(
        "twice.txt",
        "On Monday the council voted to keep the old bridge. On Friday the council voted to keep the old bridge.",
    );
    for quote in [
        json!({ "exact": "the council voted to keep the old bridge" }),
        json!({ "exact": "the council voted to keep the new bridge" }),
        json!({ "exact": "nothing of the kind" }),
    ] {
        let text = card_with(&quote);
        let card = file("uncertain.json", &text);
        let (_, out, _) = run(&[&card, "--article", &article, "--fix"]);
        assert!(!out.contains("fixed"), "{out}");
        assert_eq!(std::fs::read_to_string(&card).unwrap(), text);
    }
    // A card that cannot be read as a whole is not written to.
    let broken = CARD.replace("\"headline\"", "\"headlin\"");
    let card = file("unread.json", &broken);
    run(&[&card, "--article", ARTICLE, "--fix"]);
    assert_eq!(std::fs::read_to_string(&card).unwrap(), broken);
    let (code, _, err) = run(&[&card, "--fix"]);
    assert!(code == Some(2) && err.contains("--article"), "{err}");
}
