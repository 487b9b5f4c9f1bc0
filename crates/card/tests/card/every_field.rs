//! `tests/fixtures/every-field.json` fills every field of the card file: `read.rs` beside this reads it by the
//! hand-written code of the widget, and a field that the fixture lacked could be forgotten there.

use std::collections::BTreeSet;

use serde_json::Value;
use summary_card_card::Card;

use crate::files::every_field;

/// What the schema knows, or what a card has of it: `Claim.review`, `Status=disputed`.
type Names = BTreeSet<String>;

fn entries(value: &Value, key: &str) -> Vec<Value> {
    value.get(key).and_then(Value::as_array).cloned().unwrap_or_default()
}

fn word_of(name: &str, word: &Value) -> String {
    format!("{name}={}", word.as_str().expect("a word"))
}

/// The words of an enumeration, with or without descriptions.
fn words(schema: &Value) -> Vec<Value> {
    let described = entries(schema, "oneOf").into_iter().filter_map(|one| one.get("const").cloned());
    entries(schema, "oneOf")
        .iter()
        .chain([schema])
        .flat_map(|one| entries(one, "enum"))
        .chain(described)
        .collect()
}

/// Every field and every word that the schema knows.
fn known(schema: &Value) -> Names {
    let mut names = Names::new();
    let mut add = |name: &str, one: &Value| {
        let fields = one["properties"].as_object().into_iter().flatten();
        names.extend(fields.map(|(field, _)| format!("{name}.{field}")));
        names.extend(words(one).iter().map(|word| word_of(name, word)));
    };
    add("Card", schema);
    for (name, one) in schema["$defs"].as_object().expect("definitions") {
        add(name, one);
    }
    names
}

/// Notes what `value` has of `one`, a part of `schema`.
fn see(schema: &Value, name: &str, one: &Value, value: &Value, seen: &mut Names) {
    if let Some(path) = one.get("$ref").and_then(Value::as_str) {
        let name = path.strip_prefix("#/$defs/").expect("a definition");
        see(schema, name, &schema["$defs"][name], value, seen);
    }
    for option in entries(one, "anyOf").iter().chain(&entries(one, "allOf")) {
        see(schema, name, option, value, seen);
    }
    if words(one).contains(value) {
        seen.insert(word_of(name, value));
    }
    for (field, inner) in one.get("properties").and_then(Value::as_object).into_iter().flatten() {
        let empty = [Value::Null, Value::from(0), Value::from(""), Value::Array(Vec::new())];
        let Some(value) = value.get(field).filter(|value| !empty.contains(value)) else { continue };
        seen.insert(format!("{name}.{field}"));
        see(schema, name, inner, value, seen);
    }
    if let (Some(inner), Some(items)) = (one.get("items"), value.as_array()) {
        for item in items {
            see(schema, name, inner, item, seen);
        }
    }
}

fn schema() -> Value {
    schemars::schema_for!(Card).to_value()
}

fn seen_in(card: &Value) -> Names {
    let (schema, mut seen) = (schema(), Names::new());
    see(&schema, "Card", &schema, card, &mut seen);
    seen
}

#[test]
fn the_fixture_has_every_field_and_every_word() {
    let known = known(&schema());
    assert!(known.len() > 70, "the schema is read wrongly: {known:?}");
    let seen = seen_in(&every_field());
    assert_eq!(known.difference(&seen).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn a_field_or_a_word_that_is_left_out_is_noticed() {
    let mut card = every_field();
    card["claims"][0]["review"].as_object_mut().expect("an object").remove("datePublished");
    card["actors"][2]["anonymity"] = "named".into();
    card["claims"][0]["evidence"][0]["prefix"] = Value::Null;
    card["stances"][0]["reasons"][0]["evidence"][0]["prefix"] = "".into();
    card["stances"][0]["evidence"] = Value::Array(Vec::new());
    let left_out: Vec<_> = known(&schema()).difference(&seen_in(&card)).cloned().collect();
    assert_eq!(left_out, ["Anonymity=collective", "Quote.prefix", "Review.datePublished", "Stance.evidence"]);
}

/// Else two fields read in each other's place would go unseen.
#[test]
fn no_text_of_the_fixture_occurs_twice() {
    fn texts<'a>(value: &'a Value, all: &mut Vec<&'a str>) {
        match value {
            Value::String(text) => all.push(text),
            Value::Array(items) => items.iter().for_each(|item| texts(item, all)),
            Value::Object(fields) => fields.values().for_each(|field| texts(field, all)),
            _ => {}
        }
    }
    let card = every_field();
    let mut all = Vec::new();
    texts(&card, &mut all);
    all.sort_unstable();
    let twice: Vec<_> = all.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
}
