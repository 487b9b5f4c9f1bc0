//! `check` and the widget agree on what a card is: what `check` passes without an error the widget shows, and what
//! the widget refuses has an error in `check`, at the same place.
//!
//! What the widget does with a text is `JSON.parse`, which is held to this crate's own reading of a text in
//! `tests/web/agreement.rs`, and then `read`.

use serde::de::IgnoredAny;
use summary_card_card::source::SourceText;
use summary_card_card::{
    BYTE_ORDER_MARK, Card, ErrorCode, Json, JsonLdOptions, Level, Levels, LocatedProblem, Rule, check_text,
    json_ld, limits, parse,
};

use crate::files::{EVERY_FIELD, cards};
use crate::mutations::Mutations;

const BRIDGE: &str = include_str!("../fixtures/bridge.json");

fn originals() -> Vec<String> {
    let files = [BRIDGE, EVERY_FIELD].map(str::to_owned);
    cards().into_iter().map(|(_, text)| text).chain(files).collect()
}

fn errors(text: &str) -> Vec<LocatedProblem> {
    let mut problems = check_text(text, &Levels::default(), None);
    problems.retain(|located| located.problem.level == Level::Deny);
    problems
}

/// Whether an error can be what the widget refuses the card for.
fn is_cause(located: &LocatedProblem, code: ErrorCode, path: &str) -> bool {
    let (rule, at) = (located.problem.rule, located.problem.path.as_str());
    // Where something is missing, `check` points at what it is missing in.
    let is_place = at == path || path.strip_prefix(at).is_some_and(|rest| !rest[1..].contains(['.', '[']));
    match code {
        ErrorCode::NotJson => rule == Rule::NotJson,
        ErrorCode::WrongVersion => {
            rule == Rule::WrongVersion
                || rule == Rule::WrongShape && located.problem.message.contains("version")
        }
        ErrorCode::WrongShape => rule == Rule::WrongShape && (is_place || at.is_empty()),
        // An id or a date that is too long is no id and no date.
        ErrorCode::TooLarge => match rule {
            Rule::TooLarge | Rule::TooDeep => path.is_empty(),
            Rule::TooLong | Rule::TooMany | Rule::BadId | Rule::BadDate | Rule::BadLanguage => at == path,
            _ => false,
        },
    }
}

/// What the widget works out of any card that it reads, whatever its ids and addresses: it must come to an end.
fn works_out(card: &Card) {
    let ids = card.quotes().iter().map(|entry| entry.id.index()).collect::<Vec<_>>();
    assert_eq!(ids, (0..ids.len()).collect::<Vec<_>>());
    serde_json::from_str::<IgnoredAny>(&json_ld(card, JsonLdOptions::default())).expect("JSON");
    for claim in &card.claims {
        let named = card.claim(&claim.id).expect("its own id is known");
        assert!(card.claim_number(&named.id).is_some() && card.search_text(claim).contains(&claim.text));
    }
}

#[test]
fn what_check_passes_is_shown_and_what_the_widget_refuses_is_an_error() {
    let mut mutations = Mutations::of(&originals(), 0x5eed);
    let (mut passed, mut harmless, mut refused) = (0, 0, [0; 4]);
    for round in 0..5200 {
        let text = mutations.next_text();
        let errors = errors(&text);
        let shown: String = text.chars().take(600).collect();
        match parse(&text) {
            Ok(card) => {
                works_out(&card);
                if errors.is_empty() { passed += 1 } else { harmless += 1 }
            }
            Err(error) => {
                let is_cause = |each: &LocatedProblem| is_cause(each, error.code, &error.path);
                // In a file of another version nothing else is looked at.
                let hides = |each: &LocatedProblem| each.problem.rule == Rule::WrongVersion;
                let has_cause = errors.iter().any(|each| is_cause(each) || hides(each));
                assert!(has_cause, "round {round}: refused: {error}\nerrors: {errors:.1200?}\n{shown}");
                refused[error.code as usize] += 1;
            }
        }
    }
    println!("passed {passed}, with errors and shown all the same {harmless}, refused {refused:?}");
    assert!(passed > 500 && harmless > 500 && refused.iter().all(|count| *count > 50), "one-sided");
}

/// Another reader of JSON, which takes what it does not look into however deep or large it is.
#[test]
fn a_text_is_json_here_and_for_serde() {
    let mut mutations = Mutations::of(&originals(), 0xcafe);
    let (mut refused, mut equal) = (0, 0);
    for round in 0..3000 {
        let text = mutations.next_text();
        let here = SourceText::new(&text);
        let shown: String = text.chars().take(600).collect();
        assert_eq!(here.is_ok(), serde_json::from_str::<IgnoredAny>(&text).is_ok(), "round {round}: {shown}");
        refused += usize::from(here.is_err());
        if let (Ok(here), Ok(by_serde)) = (here, serde_json::from_str::<Json>(&text)) {
            assert_eq!(Json::from(here.root()), by_serde, "round {round}: {shown}");
            equal += 1;
        }
    }
    assert!(refused > 200 && equal > 1500, "refused {refused}, equal {equal}");
}

#[test]
fn a_byte_order_mark_is_read_alike() {
    let marked = format!("{BYTE_ORDER_MARK}{BRIDGE}");
    assert_eq!(errors(&marked), []);
    assert_eq!(parse(&marked), parse(BRIDGE));
    // One, at the start, and no other.
    for text in
        [format!("{BYTE_ORDER_MARK}{marked}"), format!(" {marked}"), format!("{BRIDGE}{BYTE_ORDER_MARK}")]
    {
        assert_eq!(errors(&text)[0].problem.rule, Rule::NotJson);
        assert_eq!(parse(&text).map_err(|error| error.code), Err(ErrorCode::NotJson));
    }
}

/// A small card with a part of it replaced.
fn with(part: &str, other: &str) -> String {
    const CARD: &str = r#"{ "version": 1, "id": "x", "headline": "H", "abstract": ["A."], "url": "https://a.example/",
        "inLanguage": "en", "datePublished": "2025-08-14", "actors": [{ "id": "a", "name": "A" }],
        "claims": [{ "id": "c", "text": "T" }, { "id": "d", "text": "T" }],
        "stances": [{ "actor": "a", "target": "c", "label": "none" }, { "actor": "a", "target": "d", "label": "none" }],
        "comments": [{ "id": "m", "text": "T", "author": "N", "dateCreated": "2025-08-14", "parentItem": null }] }"#;
    assert_eq!(errors(CARD), []);
    assert_eq!(CARD.matches(part).count(), 1, "{part}");
    CARD.replace(part, other)
}

/// The rules of the format are errors because the widget relies on them: here is what it does where each is broken.
#[test]
fn the_widget_refuses_what_it_cannot_read_and_comes_to_no_harm_by_the_rest() {
    let long = format!("\"{}\"", "x".repeat(limits::MAX_NAME + 1));
    let many = format!("[{}\"A.\"]", "\"A.\", ".repeat(limits::MAX_SUMMARY_POINTS));
    let deep = format!("\"x\", \"more\": {}{}", "[".repeat(limits::MAX_DEPTH), "]".repeat(limits::MAX_DEPTH));
    for (rule, text, code) in [
        (Rule::NotJson, with("[\"A.\"]", "[\"A.\",]"), Some(ErrorCode::NotJson)),
        (Rule::TooLarge, with("\"H\"", &format!("\"H\"{}", " ".repeat(600_000))), Some(ErrorCode::TooLarge)),
        (Rule::TooDeep, with("\"x\"", &deep), Some(ErrorCode::TooLarge)),
        (Rule::TooLong, with("\"H\"", &long), Some(ErrorCode::TooLarge)),
        (Rule::TooMany, with("[\"A.\"]", &many), Some(ErrorCode::TooLarge)),
        (Rule::WrongVersion, with(": 1,", ": 2,"), Some(ErrorCode::WrongVersion)),
        (Rule::WrongShape, with("\"H\"", "5"), Some(ErrorCode::WrongShape)),
        // U+FFFD stands in for it.
        (Rule::LoneSurrogate, with("\"H\"", r#""\ud83d""#), None),
        // The last one counts.
        (Rule::DuplicateKey, with("\"H\"", "\"H\", \"headline\": \"I\""), None),
        // Read as they stand: a blank text is shown blank, only a `WebUrl` becomes a link, and what is found by an
        // id is the first that has it.
        (Rule::Empty, with("\"H\"", "\"\""), None),
        (Rule::BadId, with("\"x\"", "\"x y\""), None),
        (Rule::BadDate, with("\"datePublished\": \"2025-08-14\"", "\"datePublished\": \"soon\""), None),
        (Rule::BadUrl, with("https:", "javascript:"), None),
        (Rule::BadLanguage, with("\"en\"", "\"English!\""), None),
        (Rule::DuplicateId, with("{ \"id\": \"d\"", "{ \"id\": \"c\""), None),
        (Rule::UnknownId, with("\"target\": \"d\"", "\"target\": \"e\""), None),
        (Rule::DuplicateStance, with("\"target\": \"d\"", "\"target\": \"c\""), None),
        (Rule::MisplacedParts, with("\"d\", \"label\": \"none\"", "\"d\", \"label\": \"mixed\""), None),
        (Rule::CommentCycle, with("null", "\"m\""), None),
    ] {
        assert!(errors(&text).iter().any(|each| each.problem.rule == rule), "{}: {text}", rule.name());
        let read = parse(&text);
        assert_eq!(read.as_ref().err().map(|error| error.code), code, "{}", rule.name());
        if let Ok(card) = read {
            works_out(&card);
        }
    }
}
