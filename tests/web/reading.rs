//! The browser's hand-written reading of a card file is held to serde's, which the command line uses: the same
//! files are accepted, with the same card, and what is refused is refused at its own place.

use serde_json::{Map, Value, json};
use summary_card::card::Card;
use summary_card::page::read_card;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

#[path = "files.rs"]
mod files;

/// The card, or the code and the message of the error.
fn read(text: &str) -> Result<Card, (String, String)> {
    let value = js_sys::JSON::parse(text).expect("JSON");
    read_card(value).map(|card| (*card).clone()).map_err(|error| {
        let error: js_sys::Error = error.unchecked_into();
        let code = js_sys::Reflect::get(&error, &"code".into()).expect("a property");
        (code.as_string().expect("a code"), String::from(error.message()))
    })
}

fn fixture() -> Value {
    serde_json::from_str(files::EVERY_FIELD).expect("JSON")
}

/// Calls `each` with the path and the JSON pointer of every value in `value`, `value` itself first.
fn walk(value: &Value, path: &str, pointer: &str, each: &mut dyn FnMut(&str, &str)) {
    each(path, pointer);
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                let dot = if path.is_empty() { "" } else { "." };
                walk(inner, &format!("{path}{dot}{name}"), &format!("{pointer}/{name}"), each);
            }
        }
        Value::Array(items) => {
            for (at, inner) in items.iter().enumerate() {
                walk(inner, &format!("{path}[{at}]"), &format!("{pointer}/{at}"), each);
            }
        }
        _ => {}
    }
}

/// Reads `card` both ways; `path` is what was made wrong in it.
fn compare(card: &Value, path: &str) {
    let text = card.to_string();
    let path = if path.is_empty() { "the card" } else { path };
    match (serde_json::from_str::<Card>(&text), read(&text)) {
        (Ok(native), Ok(here)) => assert_eq!(native, here, "{path}"),
        (Err(_), Err((code, message))) => {
            assert_eq!(code, "wrong-shape", "{message}");
            // What is in an object is complained about below it.
            let rest = message.strip_prefix(path).unwrap_or_else(|| panic!("{path}: {message}"));
            assert!(rest.starts_with(": ") || rest.ends_with(": missing"), "{path}: {message}");
        }
        (native, here) => panic!("{path}: natively {native:?}, here {here:?}"),
    }
}

#[wasm_bindgen_test]
fn every_card_file_reads_as_serde_reads_it() {
    for (name, text) in files::CARDS.iter().chain(&[("every field", files::EVERY_FIELD)]) {
        assert_eq!(read(text), Ok(serde_json::from_str(text).expect("a card")), "{name}");
    }
}

#[wasm_bindgen_test]
async fn anything_in_any_place_is_taken_or_refused_as_serde_does() {
    let others = [
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
        json!({ "0": "some", "length": 1 }),
    ];
    let whole = fixture();
    let mut cases = 0;
    let mut places = Vec::new();
    walk(&whole, "", "", &mut |path, pointer| places.push((path.to_owned(), pointer.to_owned())));
    for (path, pointer) in &places {
        // Room for the test runner, which asks the page how far it is: a thousand cases take their time.
        crate::settle().await;
        // Any version but 1 has a code of its own.
        if pointer == "/version" {
            continue;
        }
        for other in &others {
            let mut card = whole.clone();
            *card.pointer_mut(pointer).expect("a place") = other.clone();
            if pointer.is_empty() && other.is_object() {
                continue;
            }
            if whole.pointer(pointer).is_some_and(Value::is_object) && other.is_array() {
                // Where serde takes an object's values in a row, the browser is as strict as the schema.
                let place = if path.is_empty() { "the card" } else { path };
                let message = format!("{place}: expected an object");
                assert_eq!(read(&card.to_string()), Err(("wrong-shape".into(), message)));
            } else {
                let inside = other.get(0).is_some() && whole.pointer(pointer).is_some_and(Value::is_array);
                compare(&card, &format!("{path}{}", if inside { "[0]" } else { "" }));
            }
            cases += 1;
        }
    }
    assert!(cases > 1000, "only {cases} cases");
}

#[wasm_bindgen_test]
fn without_any_one_field_a_card_is_taken_or_refused_as_serde_does() {
    let whole = fixture();
    walk(&whole, "", "", &mut |path, pointer| {
        let Some((parent, field)) = pointer.rsplit_once('/') else { return };
        let mut card = whole.clone();
        let Some(fields) = card.pointer_mut(parent).and_then(Value::as_object_mut) else { return };
        if pointer == "/version" {
            return;
        }
        fields.remove(field);
        compare(&card, path);
    });
}

#[wasm_bindgen_test]
fn unknown_fields_are_passed_over_everywhere() {
    let whole = fixture();
    walk(&whole, "", "", &mut |path, pointer| {
        let mut card = whole.clone();
        let Some(fields) = card.pointer_mut(pointer).and_then(Value::as_object_mut) else { return };
        fields.insert("unheardOf".into(), json!({ "any": ["thing"] }));
        fields.insert("__proto__".into(), Value::Object(Map::new()));
        compare(&card, path);
        assert_eq!(read(&card.to_string()), read(&whole.to_string()), "{path}");
    });
}

#[wasm_bindgen_test]
fn what_is_wrong_is_named_with_its_path() {
    let with = |pointer: &str, value: Value| {
        let mut card = fixture();
        *card.pointer_mut(pointer).expect("a place") = value;
        read(&card.to_string()).expect_err("no card")
    };
    for (pointer, value, message) in [
        ("", json!([]), "the card: expected an object"),
        ("/id", json!(null), "id: expected a string"),
        ("/abstract", json!("some"), "abstract: expected a list"),
        ("/abstract/1", json!(2), "abstract[1]: expected a string"),
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
        assert_eq!(with(pointer, value), ("wrong-shape".into(), message.into()), "{pointer}");
    }
}

#[wasm_bindgen_test]
fn another_version_is_said_before_anything_else() {
    for version in ["2", "0", "1.5", "-1", "\"1\"", "null", "[1]", "true"] {
        let refused = read(&format!(r#"{{ "version": {version}, "id": 5 }}"#));
        assert_eq!(refused, Err(("wrong-version".into(), "version: expected the number 1".into())));
    }
    assert_eq!(read("{}").map_err(|(code, _)| code), Err("wrong-version".into()));
    for nothing in ["null", "[]", "7", "\"text\"", "true"] {
        let refused = read(nothing);
        assert_eq!(refused, Err(("wrong-shape".into(), "the card: expected an object".into())), "{nothing}");
    }
}
