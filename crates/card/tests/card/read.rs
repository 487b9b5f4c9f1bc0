//! The hand-written reading of a card file, which the widget uses, is held to serde's and to the checks: the same
//! values are cards, with the same content, and what is refused is refused at its own place.

use crate::random::Random;
use serde_json::{Value, json};
use summary_card_card::{Card, ErrorCode, Json, ReadError, Rule, check, limits, read};

use crate::files::{cards, every_field};

/// Values that belong nowhere, or only here and there.
fn others() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(7),
        json!(-1),
        json!(1.5),
        json!(4_294_967_296_u64),
        json!(""),
        json!("toString"),
        json!([]),
        json!([null]),
        json!(["some"]),
        json!([[]]),
        json!([{}]),
        json!({}),
        json!({ "0": "some", "length": 1 }),
        json!("ñ".repeat(limits::MAX_ID + 1)),
        json!("ñ".repeat(limits::MAX_TEXT + 1)),
        json!(vec![Value::Null; limits::MAX_STANCES + 1]),
    ]
}

fn read_value(value: &Value) -> Result<Card, ReadError> {
    read(serde_json::from_value(value.clone()).expect("any value is JSON"))
}

/// A place in a value: its path as errors write it, and its JSON pointer.
type Place = (String, String);

/// Every place in `value`, `value` itself first.
fn places(value: &Value) -> Vec<Place> {
    fn walk(value: &Value, (path, pointer): Place, all: &mut Vec<Place>) {
        all.push((path.clone(), pointer.clone()));
        match value {
            Value::Object(fields) => {
                let dot = if path.is_empty() { "" } else { "." };
                for (name, inner) in fields {
                    walk(inner, (format!("{path}{dot}{name}"), format!("{pointer}/{name}")), all);
                }
            }
            Value::Array(items) => {
                for (at, inner) in items.iter().enumerate() {
                    walk(inner, (format!("{path}[{at}]"), format!("{pointer}/{at}")), all);
                }
            }
            _ => {}
        }
    }
    let mut all = Vec::new();
    walk(value, (String::new(), String::new()), &mut all);
    all
}

/// The value at a path such as `claims[3].evidence`.
fn at<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    value.pointer(&places(value).into_iter().find(|(each, _)| each == path)?.1)
}

/// Reads `value` both ways. Says how it came out: read, refused for its shape, or too large.
fn compare(value: &Value, what: &str) -> Result<(), ErrorCode> {
    let by_serde = serde_json::from_value::<Card>(value.clone());
    let too_large = |card: &Card| -> Vec<String> {
        let limited =
            [Rule::TooLong, Rule::TooMany, Rule::BadId, Rule::UnknownId, Rule::BadDate, Rule::BadLanguage];
        let problems = check(card).into_iter().filter(|problem| limited.contains(&problem.rule));
        problems.map(|problem| problem.path).collect()
    };
    match read_value(value) {
        Ok(card) => {
            let by_serde = by_serde.unwrap_or_else(|error| panic!("{what}: read, but {error}"));
            assert_eq!(card, by_serde, "{what}");
            let beyond: Vec<_> = check(&card)
                .into_iter()
                .filter(|problem| matches!(problem.rule, Rule::TooLong | Rule::TooMany))
                .collect();
            assert_eq!(beyond, [], "{what}");
            Ok(())
        }
        Err(ReadError { code: ErrorCode::WrongShape, path, message }) => {
            // Where serde takes an object's values in a row, this reading is as strict as the schema.
            let row = message == "expected an object" && at(value, &path).unwrap_or(value).is_array();
            assert!(by_serde.is_err() || row, "{what}: {path}: {message}, but serde reads it");
            Err(ErrorCode::WrongShape)
        }
        Err(ReadError { code: ErrorCode::TooLarge, path, message }) => {
            if let Ok(card) = by_serde {
                let found = too_large(&card);
                assert!(found.contains(&path), "{what}: {path}: {message}, but the checks find {found:?}");
            }
            Err(ErrorCode::TooLarge)
        }
        Err(error) => panic!("{what}: {error:?}"),
    }
}

#[test]
fn every_card_file_reads_as_serde_reads_it() {
    for (name, text) in cards() {
        let value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(compare(&value, &name), Ok(()), "{name}");
        // From the text itself, as stored comments are read.
        let from_text: Json = serde_json::from_str(&text).expect("JSON");
        assert_eq!(read(from_text), Ok(serde_json::from_str(&text).expect("a card")), "{name}");
    }
    assert_eq!(compare(&every_field(), "every field"), Ok(()));
}

#[test]
fn anything_in_any_place_is_taken_or_refused_as_serde_does() {
    let whole = every_field();
    let mut counts = [0; 3];
    for (path, pointer) in places(&whole) {
        // Any version but 1 has a code of its own.
        if pointer == "/version" {
            continue;
        }
        for other in others() {
            if pointer.is_empty() && other.is_object() {
                continue;
            }
            let mut card = whole.clone();
            *card.pointer_mut(&pointer).expect("a place") = other.clone();
            match compare(&card, &format!("{path} = {other:.40}")) {
                Ok(()) => counts[0] += 1,
                Err(code) => {
                    counts[if code == ErrorCode::TooLarge { 2 } else { 1 }] += 1;
                    // The complaint is about this place, or about what is missing or wrong inside of it.
                    let error = read_value(&card).expect_err("refused just now");
                    assert!(error.path.starts_with(&path), "{path}: {error:?}");
                }
            }
        }
    }
    assert!(counts[0] > 200 && counts[1] > 1000 && counts[2] > 100, "{counts:?}");
}

#[test]
fn without_any_one_field_a_card_is_taken_or_refused_as_serde_does() {
    let whole = every_field();
    for (path, pointer) in places(&whole) {
        let Some((parent, field)) = pointer.rsplit_once('/') else { continue };
        let mut card = whole.clone();
        let Some(fields) = card.pointer_mut(parent).and_then(Value::as_object_mut) else { continue };
        if pointer == "/version" {
            continue;
        }
        fields.remove(field);
        if compare(&card, &path).is_err() {
            let missing = ReadError { code: ErrorCode::WrongShape, path, message: "missing".into() };
            assert_eq!(read_value(&card), Err(missing));
        }
    }
}

#[test]
fn unknown_fields_are_passed_over_everywhere() {
    let whole = every_field();
    for (path, pointer) in places(&whole) {
        let mut card = whole.clone();
        let Some(fields) = card.pointer_mut(&pointer).and_then(Value::as_object_mut) else { continue };
        fields.insert("unheardOf".into(), json!({ "any": ["thing"] }));
        fields.insert("__proto__".into(), json!({}));
        assert_eq!(compare(&card, &path), Ok(()));
        assert_eq!(read_value(&card), read_value(&whole), "{path}");
    }
}

#[test]
fn thousands_of_damaged_cards_are_taken_or_refused_as_serde_does() {
    let cards: Vec<Value> = cards()
        .iter()
        .map(|(_, text)| serde_json::from_str(text).expect("JSON"))
        .chain([every_field()])
        .collect();
    let mut random = Random(0x5eed);
    let mut counts = [0; 3];
    for round in 0..3000 {
        let mut card = random.of(&cards).clone();
        for _ in 0..=random.below(2) {
            damage(&mut card, &mut random);
        }
        if card["version"] != 1 {
            continue;
        }
        match compare(&card, &format!("round {round}")) {
            Ok(()) => counts[0] += 1,
            Err(ErrorCode::TooLarge) => counts[2] += 1,
            Err(_) => counts[1] += 1,
        }
    }
    assert!(counts.iter().all(|count| *count > 200), "one-sided: {counts:?}");
}

/// Makes one change to a card: another value in some place, a field or an entry less, or many more of one.
fn damage(card: &mut Value, random: &mut Random) {
    let places = places(card);
    let (_, pointer) = random.of(&places).clone();
    let (_, source) = random.of(&places).clone();
    let moved = card.pointer(&source).expect("a place").clone();
    let (parent, last) = pointer.rsplit_once('/').unwrap_or_default();
    match random.below(4) {
        0 => *card.pointer_mut(&pointer).expect("a place") = random.of(&others()).clone(),
        1 => *card.pointer_mut(&pointer).expect("a place") = moved,
        2 => match card.pointer_mut(parent).expect("a place") {
            Value::Object(fields) => drop(fields.remove(last)),
            Value::Array(items) => drop(items.pop()),
            _ => {}
        },
        _ => match card.pointer_mut(&pointer).expect("a place") {
            Value::Array(items) => {
                let more = items.first().cloned().unwrap_or(moved);
                let count = *random.of(&[limits::MAX_PARTS, limits::MAX_QUOTES, limits::MAX_CLAIMS]);
                items.resize(count + random.below(3) - 1, more);
            }
            Value::String(text) => {
                let count =
                    *random.of(&[limits::MAX_CONTEXT, limits::MAX_ID, limits::MAX_NAME, limits::MAX_TEXT]);
                *text = "ñ".repeat(count + random.below(3) - 1);
            }
            _ => {}
        },
    }
}

#[test]
fn what_is_wrong_is_named_with_its_path() {
    for (pointer, value, message) in [
        ("", json!([]), "the card: expected an object"),
        ("/id", json!(null), "id: expected a string"),
        ("/abstract", json!("some"), "abstract: expected a list"),
        ("/abstract/1", json!(2), "abstract[1]: expected a string"),
        ("/abstract/1/claims", json!("some"), "abstract[1].claims: expected a list"),
        ("/abstract/1/claims/0", json!(2), "abstract[1].claims[0]: expected a string"),
        ("/abstract/1", json!({}), "abstract[1].text: missing"),
        ("/claims/3", json!("some"), "claims[3]: expected an object"),
        ("/claims/0/evidence/1/exact", json!(3), "claims[0].evidence[1].exact: expected a string"),
        ("/claims/0/evidence/1", json!({}), "claims[0].evidence[1].exact: missing"),
        ("/claims/0/review/author", json!({}), "claims[0].review.author.name: missing"),
        (
            "/claims/0/status",
            json!("true"),
            "claims[0].status: found \"true\", expected one of: reported, attributed, disputed, unreviewed",
        ),
        ("/stances/1/label", json!(1), "stances[1].label: expected one of: favor, against, mixed, none"),
        ("/comments/0/upvoteCount", json!(-1), "comments[0].upvoteCount: expected a whole number from 0"),
    ] {
        assert_eq!(error(pointer, value), (ErrorCode::WrongShape, message.into()), "{pointer}");
    }
}

#[test]
fn the_limits_hold_with_their_place() {
    let many = |count| Value::Array(vec![json!({ "exact": "x" }); count]);
    for (pointer, value, message) in [
        ("/claims/0/evidence", many(21), "claims[0].evidence: 21 entries, at most 20"),
        ("/headline", json!("ñ".repeat(301)), "headline: 301 characters, at most 300"),
        ("/abstract/0", json!("ñ".repeat(2001)), "abstract[0]: 2001 characters, at most 2000"),
        (
            "/stances/0/reasons/0/text",
            json!("ñ".repeat(2001)),
            "stances[0].reasons[0].text: 2001 characters, at most 2000",
        ),
    ] {
        assert_eq!(error(pointer, value), (ErrorCode::TooLarge, message.into()), "{pointer}");
    }
    for (pointer, value) in [("/claims/0/evidence", many(20)), ("/headline", json!("ñ".repeat(300)))] {
        let mut card = every_field();
        *card.pointer_mut(pointer).expect("a place") = value;
        assert!(read_value(&card).is_ok(), "{pointer}");
    }
}

/// Why the card is refused with another value in a place.
fn error(pointer: &str, value: Value) -> (ErrorCode, String) {
    let mut card = every_field();
    *card.pointer_mut(pointer).expect("a place") = value;
    let error = read_value(&card).expect_err("no card");
    (error.code, error.text())
}

#[test]
fn another_version_is_said_before_anything_else() {
    let text = |value| read_value(&value).map_err(|error| (error.code, error.text()));
    for version in
        [json!(2), json!(0), json!(1.5), json!(-1), json!("1"), json!(null), json!([1]), json!(true)]
    {
        let refused = text(json!({ "version": version, "id": 5 }));
        assert_eq!(refused, Err((ErrorCode::WrongVersion, "version: expected the number 1".into())));
    }
    assert_eq!(text(json!({})).map_err(|(code, _)| code), Err(ErrorCode::WrongVersion));
    for nothing in [json!(null), json!([]), json!(7), json!("text"), json!(true)] {
        let refused = text(nothing);
        assert_eq!(refused, Err((ErrorCode::WrongShape, "the card: expected an object".into())));
    }
}

/// Of two fields with one name the last counts, as `JSON.parse` has it.
#[test]
fn the_last_of_two_fields_counts() {
    let text = r#"{ "version": 7, "version": 1, "id": "x", "headline": "First", "abstract": [], "headline": "Last" }"#;
    let card = read(serde_json::from_str(text).expect("JSON")).expect("a card");
    assert_eq!(card.headline, "Last");
}
