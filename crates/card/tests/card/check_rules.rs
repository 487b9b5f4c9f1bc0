//! Every rule of the format and every limit, on both sides: the last value that is good, the first
//! that is bad. Where the JSON Schema says the same, it must agree.

use serde_json::{Value, json};
use summary_card_card::{Card, Problem, Rule, check, limits, lint, schema};

fn fixture() -> Value {
    serde_json::from_str(include_str!("../fixtures/bridge.json")).unwrap()
}

fn with(changes: &[(&str, Value)]) -> Value {
    let mut card = fixture();
    for (pointer, value) in changes {
        let (parent, last) = pointer.rsplit_once('/').unwrap();
        let parent = card.pointer_mut(parent).unwrap_or_else(|| panic!("no {pointer}"));
        match parent {
            Value::Array(items) => items[last.parse::<usize>().unwrap()] = value.clone(),
            _ => parent[last] = value.clone(),
        }
    }
    card
}

fn read(value: &Value) -> Card {
    serde_json::from_value(value.clone()).unwrap()
}

fn text(length: usize) -> Value {
    // Not ASCII, so that bytes are not mistaken for characters.
    Value::from("ñ".repeat(length))
}

fn many(count: usize, item: &Value) -> Value {
    Value::from(vec![item.clone(); count])
}

#[test]
fn the_fixture_breaks_no_rule() {
    let card = read(&fixture());
    assert_eq!(check(&card), []);
    assert_eq!(lint(&card), []);
}

#[test]
fn lengths() {
    let fields = [
        ("/headline", "headline", limits::MAX_NAME, true),
        ("/author/0", "author[0]", limits::MAX_NAME, true),
        ("/publisher/name", "publisher.name", limits::MAX_NAME, true),
        ("/correction", "correction", limits::MAX_TEXT, true),
        ("/abstract/1", "abstract[1]", limits::MAX_TEXT, true),
        ("/abstract/0/text", "abstract[0].text", limits::MAX_TEXT, true),
        ("/actors/0/name", "actors[0].name", limits::MAX_NAME, true),
        ("/actors/1/description", "actors[1].description", limits::MAX_NAME, true),
        ("/claims/0/text", "claims[0].text", limits::MAX_TEXT, true),
        ("/claims/0/evidence/0/exact", "claims[0].evidence[0].exact", limits::MAX_QUOTE, true),
        ("/claims/1/evidence/0/prefix", "claims[1].evidence[0].prefix", limits::MAX_CONTEXT, false),
        ("/claims/1/evidence/0/suffix", "claims[1].evidence[0].suffix", limits::MAX_CONTEXT, false),
        ("/claims/0/appearance/0/name", "claims[0].appearance[0].name", limits::MAX_NAME, true),
        ("/claims/0/review/author/name", "claims[0].review.author.name", limits::MAX_NAME, false),
        (
            "/claims/0/review/reviewRating/alternateName",
            "claims[0].review.reviewRating.alternateName",
            limits::MAX_NAME,
            true,
        ),
        ("/stances/0/reasons/0/text", "stances[0].reasons[0].text", limits::MAX_TEXT, true),
        ("/stances/2/parts/0/name", "stances[2].parts[0].name", limits::MAX_NAME, true),
        (
            "/stances/2/parts/1/reasons/0/evidence/0/exact",
            "stances[2].parts[1].reasons[0].evidence[0].exact",
            limits::MAX_QUOTE,
            true,
        ),
        ("/comments/0/text", "comments[0].text", limits::MAX_COMMENT, true),
        ("/comments/0/author", "comments[0].author", limits::MAX_NAME, true),
    ];
    for (pointer, path, max, required) in fields {
        good(&[(pointer, text(max))]);
        bad(&[(pointer, text(max + 1))], Rule::TooLong, path, true);
        if required {
            bad(&[(pointer, json!(" \n "))], Rule::Empty, path, true);
            bad(&[(pointer, json!(""))], Rule::Empty, path, true);
        }
    }
}

#[test]
fn counts() {
    let quote = json!({ "exact": "x" });
    let reason = json!({ "text": "x", "evidence": [{ "exact": "x" }] });
    let part = json!({ "name": "x", "label": "favor", "evidence": [{ "exact": "x" }] });
    let source = json!({ "name": "x" });
    let lists = [
        ("/abstract", "abstract", limits::MAX_SUMMARY_POINTS, json!("x")),
        ("/abstract/0/claims", "abstract[0].claims", limits::MAX_POINT_CLAIMS, json!("cost")),
        ("/author", "author", limits::MAX_AUTHORS, json!("x")),
        ("/actors/0/sameAs", "actors[0].sameAs", limits::MAX_LINKS, json!("https://a.example/")),
        ("/claims/0/author", "claims[0].author", limits::MAX_AUTHORS, json!("mayor")),
        ("/claims/0/evidence", "claims[0].evidence", limits::MAX_QUOTES, quote.clone()),
        ("/claims/0/appearance", "claims[0].appearance", limits::MAX_LINKS, source),
        ("/stances/0/reasons", "stances[0].reasons", limits::MAX_REASONS, reason.clone()),
        ("/stances/0/evidence", "stances[0].evidence", limits::MAX_QUOTES, quote.clone()),
        (
            "/stances/0/reasons/0/evidence",
            "stances[0].reasons[0].evidence",
            limits::MAX_QUOTES,
            quote.clone(),
        ),
        ("/stances/2/parts", "stances[2].parts", limits::MAX_PARTS, part),
        ("/stances/2/parts/0/evidence", "stances[2].parts[0].evidence", limits::MAX_QUOTES, quote),
        ("/stances/2/parts/0/reasons", "stances[2].parts[0].reasons", limits::MAX_REASONS, reason),
    ];
    for (pointer, path, max, item) in lists {
        good(&[(pointer, many(max, &item))]);
        bad(&[(pointer, many(max + 1, &item))], Rule::TooMany, path, true);
    }
    bad(&[("/abstract", json!([]))], Rule::Empty, "abstract", true);
}

/// The lists whose entries have ids, so that no two may be alike.
#[test]
fn counts_of_things_with_ids() {
    let actors = |count| (0..count).map(|i| json!({ "id": format!("a{i}"), "name": "x" })).collect::<Value>();
    let claims = |count| (0..count).map(|i| json!({ "id": format!("c{i}"), "text": "x" })).collect::<Value>();
    let comments = |count| {
        let one =
            |i| json!({ "id": format!("c{i}"), "text": "x", "author": "x", "dateCreated": "2025-01-01" });
        (0..count).map(one).collect::<Value>()
    };
    let none = json!([]);
    let alone = |pointer, list| {
        let empty = ["/claims", "/stances", "/comments", "/actors"].map(|pointer| (pointer, none.clone()));
        [empty.to_vec(), vec![(pointer, list)]].concat()
    };
    good(&alone("/actors", actors(limits::MAX_ACTORS)));
    bad(&alone("/actors", actors(limits::MAX_ACTORS + 1)), Rule::TooMany, "actors", true);
    good(&alone("/claims", claims(limits::MAX_CLAIMS)));
    bad(&alone("/claims", claims(limits::MAX_CLAIMS + 1)), Rule::TooMany, "claims", true);
    good(&alone("/comments", comments(limits::MAX_COMMENTS)));
    bad(&alone("/comments", comments(limits::MAX_COMMENTS + 1)), Rule::TooMany, "comments", true);
    let stances = |count: usize| {
        let one = |i: usize| json!({ "actor": format!("a{}", i / 100), "target": format!("c{}", i % 100), "label": "none" });
        [
            alone("/actors", actors(100)),
            vec![("/claims", claims(100)), ("/stances", (0..count).map(one).collect())],
        ]
        .concat()
    };
    good(&stances(limits::MAX_STANCES));
    bad(&stances(limits::MAX_STANCES + 1), Rule::TooMany, "stances", true);
}

#[test]
fn formats() {
    let id = "x".repeat(limits::MAX_ID);
    good(&[("/id", json!(id))]);
    for wrong in ["", "a b", "a.b", "ñ", &"x".repeat(limits::MAX_ID + 1)] {
        bad(&[("/id", json!(wrong))], Rule::BadId, "id", true);
        bad(&[("/actors/0/id", json!(wrong))], Rule::BadId, "actors[0].id", true);
        bad(&[("/claims/0/id", json!(wrong))], Rule::BadId, "claims[0].id", true);
        bad(&[("/comments/1/id", json!(wrong))], Rule::BadId, "comments[1].id", true);
    }
    let addresses = [
        ("/url", "url"),
        ("/publisher/url", "publisher.url"),
        ("/actors/0/sameAs/0", "actors[0].sameAs[0]"),
        ("/claims/0/appearance/0/url", "claims[0].appearance[0].url"),
        ("/claims/0/review/url", "claims[0].review.url"),
        ("/claims/0/review/author/url", "claims[0].review.author.url"),
    ];
    let long = |length: usize| json!(format!("{:a<length$}", "https://a.example/"));
    for (pointer, path) in addresses {
        good(&[(pointer, json!("HTTP://a.example"))]);
        good(&[(pointer, long(limits::MAX_URL))]);
        bad(&[(pointer, long(limits::MAX_URL + 1))], Rule::TooLong, path, true);
        for wrong in
            ["", "/story", "javascript:alert(1)", "https://u@a.example", "https:// a.example", "https://"]
        {
            bad(&[(pointer, json!(wrong))], Rule::BadUrl, path, true);
        }
    }
    let dates = [
        ("/datePublished", "datePublished"),
        ("/dateModified", "dateModified"),
        ("/claims/0/datePublished", "claims[0].datePublished"),
        ("/claims/0/review/datePublished", "claims[0].review.datePublished"),
        ("/comments/0/dateCreated", "comments[0].dateCreated"),
    ];
    for (pointer, path) in dates {
        good(&[(pointer, json!("2024-02-29"))]);
        good(&[(pointer, json!("2025-08-14T09:30:00.123-05:00"))]);
        bad(&[(pointer, json!("14/08/2025"))], Rule::BadDate, path, true);
        // What a pattern cannot say.
        bad(&[(pointer, json!("2025-02-29"))], Rule::BadDate, path, false);
    }
    good(&[("/inLanguage", json!("es-MX"))]);
    bad(&[("/inLanguage", json!("en_US"))], Rule::BadLanguage, "inLanguage", true);
    good(&[("/$schema", text(limits::MAX_URL))]);
    bad(&[("/$schema", text(limits::MAX_URL + 1))], Rule::TooLong, "$schema", true);
    bad(&[("/version", json!(2))], Rule::WrongVersion, "version", true);
}

#[test]
fn ids_and_references() {
    bad(&[("/actors/1/id", json!("council"))], Rule::DuplicateId, "actors[1].id", false);
    bad(&[("/claims/1/id", json!("cost"))], Rule::DuplicateId, "claims[1].id", false);
    bad(&[("/comments/1/id", json!("c1"))], Rule::DuplicateId, "comments[1].id", false);
    // An actor and a claim may have one id: nothing refers to both.
    good(&[("/actors/3/id", json!("cost")), ("/claims/0/author/0", json!("cost"))]);
    bad(&[("/abstract/0/claims/0", json!("nothing"))], Rule::UnknownId, "abstract[0].claims[0]", false);
    bad(&[("/claims/0/author/0", json!("nobody"))], Rule::UnknownId, "claims[0].author[0]", false);
    bad(&[("/stances/0/actor", json!("nobody"))], Rule::UnknownId, "stances[0].actor", false);
    bad(&[("/stances/0/target", json!("nothing"))], Rule::UnknownId, "stances[0].target", false);
    bad(&[("/comments/0/about", json!("nothing"))], Rule::UnknownId, "comments[0].about", false);
    bad(&[("/comments/1/parentItem", json!("c9"))], Rule::UnknownId, "comments[1].parentItem", false);
    bad(&[("/comments/1/parentItem", json!("c2"))], Rule::CommentCycle, "comments[1].parentItem", false);
    bad(&[("/comments/0/parentItem", json!("c2"))], Rule::CommentCycle, "comments[0].parentItem", false);
    let near = problems(&with(&[("/stances/0/actor", json!("mayr"))]));
    assert_eq!(near[0].help, "did you mean `mayor`?");
    let again = [("/stances/1/actor", json!("mayor")), ("/stances/1/target", json!("cost"))];
    bad(&again, Rule::DuplicateStance, "stances[1]", false);
}

#[test]
fn parts_go_with_mixed_alone() {
    bad(&[("/stances/2/label", json!("favor"))], Rule::MisplacedParts, "stances[2].parts", false);
    bad(&[("/stances/1/label", json!("mixed"))], Rule::MisplacedParts, "stances[1].parts", false);
    let one = fixture()["stances"][2]["parts"][0].clone();
    bad(&[("/stances/2/parts", json!([one]))], Rule::MisplacedParts, "stances[2].parts", false);
    bad(
        &[("/stances/2/parts/0/label", json!("mixed"))],
        Rule::MisplacedParts,
        "stances[2].parts[0].label",
        false,
    );
}

#[test]
fn a_hostile_value_is_shown_harmless_and_short() {
    let shown = &problems(&with(&[("/id", json!("\u{1b}[31m\u{202e}".repeat(100)))]))[0].message;
    assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown}");
    assert!(shown.chars().count() < 1000, "{shown}");
}

fn problems(card: &Value) -> Vec<Problem> {
    check(&read(card))
}

fn good(changes: &[(&str, Value)]) {
    let card = with(changes);
    // References are looked at elsewhere: a new id may leave old ones pointing at nothing.
    let found: Vec<Problem> = problems(&card).into_iter().filter(|p| p.rule != Rule::UnknownId).collect();
    assert_eq!(found, [], "{changes:?}");
    assert!(valid(&card), "the schema refuses {changes:?}");
}

fn bad(changes: &[(&str, Value)], rule: Rule, path: &str, in_schema: bool) {
    let card = with(changes);
    let found = problems(&card);
    assert!(found.iter().any(|p| p.rule == rule && p.path == path), "{changes:?}: {found:?}");
    if in_schema {
        assert!(!valid(&card), "the schema accepts {changes:?}");
    }
}

fn valid(card: &Value) -> bool {
    static VALIDATOR: std::sync::OnceLock<jsonschema::Validator> = std::sync::OnceLock::new();
    VALIDATOR.get_or_init(|| jsonschema::validator_for(&schema::schema()).unwrap()).is_valid(card)
}
