//! What `check` says, and its fixes.

use card::{Card, Level, Levels, check_text, fill_in_contexts};
use serde_json::{Value, json};
use summary_card_desk::article::{Article, Format};
use summary_card_desk::document::{Document, get};
use summary_card_desk::problems::{Checked, check, fix};

use super::{article, page};

#[test]
fn it_says_what_check_says_and_gives_the_card() {
    let text = page("static/cards/cartel-strategy.json");
    let article = Article::read(&page("index.html"), Format::Html).unwrap();
    let broken = text.replace("\"favor\"", "\"for\"").replace("Officials described", "Nobody described");
    for text in [&text, &broken] {
        let Checked { card, problems, .. } = check(text, Some(&article));
        let expected = check_text(text, &Levels::default(), Some(article.index()));
        assert_eq!(problems.len(), expected.len());
        for (problem, expected) in problems.iter().zip(&expected) {
            let expected = &expected.problem;
            assert_eq!(
                (&*problem.path, problem.level, problem.rule),
                (&*expected.path, expected.level, expected.rule)
            );
            assert_eq!((&problem.message, &problem.help), (&expected.message, &expected.help));
        }
        assert_eq!(problems.is_empty(), text == &page("static/cards/cartel-strategy.json"));
        assert!(!card.claims.is_empty() && card.quotes().len() > 10);
    }
}

#[test]
fn a_card_with_wrong_shapes_is_read_as_far_as_it_goes() {
    let card =
        json!({ "version": 1, "id": "a", "abstract": "no", "claims": [7, { "id": "b", "text": "B" }] });
    let Checked { card, problems, fixable } = check(&card.to_string(), None);
    assert_eq!(
        (card.id.as_str(), card.claims[1].text.as_str(), card.headline.as_str(), fixable),
        ("a", "B", "", 0)
    );
    let paths: Vec<(&str, &str)> =
        problems.iter().map(|problem| (&*problem.path, problem.rule.name())).collect();
    assert!(
        paths.contains(&("abstract", "wrong-shape")) && paths.contains(&("claims[0]", "wrong-shape")),
        "{paths:?}"
    );
}

#[test]
fn a_text_that_is_no_card_is_one_problem() {
    for (text, rule) in [("{", "not-json"), ("", "not-json"), ("{\"version\": 2}", "wrong-version")] {
        let Checked { card, problems, fixable } = check(text, Some(&article("A.")));
        assert_eq!((card, fixable), (Card::default(), 0));
        assert_eq!(problems.len(), 1);
        assert_eq!((problems[0].rule.name(), problems[0].level), (rule, Level::Deny));
    }
    let long = format!("{{\"x\": \"{}\"}}", "x".repeat(600_000));
    assert_eq!(check(&long, None).problems[0].rule.name(), "too-large");
}

fn incomplete() -> Value {
    json!({
        "version": 1, "id": "a", "headline": "H", "abstract": ["P"],
        "claims": [{ "id": "b", "text": "B", "evidence": [
            { "exact": "It was sold.", "x-note": "kept" },
            { "exact": "The bridge is old.", "suffix": null },
            { "exact": "It is", "prefix": "old." },
            { "exact": "Nowhere to be found." },
            { "exact": "It is closed.", "prefix": "old.", "suffix": "It" },
        ] }],
        "x-own": { "b": 1 },
    })
}

#[test]
fn fixing_completes_what_is_certain_as_check_does() {
    let article = article("The bridge is old. It is closed. It was sold.");
    let card = incomplete();
    let checked = check(&card.to_string(), Some(&article));
    let mut document = Document::of(card.clone());
    assert!(document.change(fix(&card, &article)));
    let fixed = fill_in_contexts(&card.to_string(), article.index()).unwrap();
    assert_eq!((**document.value()).clone(), serde_json::from_str::<Value>(&fixed.text).unwrap());
    assert_eq!((checked.fixable, fixed.quotes), (3, 3));
    let first = get(document.value(), "claims[0].evidence[0]").unwrap();
    assert_eq!(first, &json!({ "exact": "It was sold.", "x-note": "kept", "prefix": "closed." }));
    assert_eq!(check(&document.text(), Some(&article)).fixable, 0);
    assert_eq!(fix(document.value(), &article), []);
    document.undo();
    assert_eq!(**document.value(), card);
}

#[test]
fn a_card_that_is_wrong_elsewhere_is_fixed_too() {
    let article = article("The bridge is old. It is closed. It was sold.");
    let mut card = incomplete();
    card["actors"] = json!("none");
    card["claims"].as_array_mut().unwrap().insert(0, json!(7));
    let checked = check(&card.to_string(), Some(&article));
    let edits = fix(&card, &article);
    assert_eq!((checked.fixable, edits.len()), (3, 3));
    let mut document = Document::of(card);
    assert!(document.change(edits));
    assert_eq!(get(document.value(), "claims[1].evidence[0].prefix"), Some(&json!("closed.")));
    assert_eq!(fix(&Value::Null, &article), []);
}
