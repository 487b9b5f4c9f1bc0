//! The published JSON Schema: it is the one that the types give, it is a valid schema, and the walk
//! that `check` uses for shapes agrees with a full JSON Schema validator.

use serde_json::{Value, json};
use summary_card_card::source::SourceText;
use summary_card_card::{Card, Levels, Rule, check_text, parse, schema, shape};

const PUBLISHED: &str = include_str!("../../../../static/schema/card.v1.json");

fn card() -> Value {
    serde_json::from_str(include_str!("../fixtures/bridge.json")).unwrap()
}

#[test]
fn the_published_schema_is_generated_from_the_types() {
    assert!(
        PUBLISHED == schema::schema_text(),
        "static/schema/card.v1.json is not what the types give; run: cargo summary-card schema > static/schema/card.v1.json"
    );
}

#[test]
fn it_is_a_valid_schema_of_draft_2020_12() {
    let schema: Value = serde_json::from_str(PUBLISHED).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    jsonschema::meta::validate(&schema).unwrap();
}

#[test]
fn a_good_card_is_valid() {
    let validator = jsonschema::validator_for(&schema::schema()).unwrap();
    let errors: Vec<String> = validator.iter_errors(&card()).map(|error| error.to_string()).collect();
    assert_eq!(errors, [""; 0]);
    // Empty lists and nulls stand for absence, as the types read them.
    let least = json!({ "version": 1, "id": "a", "headline": "A", "abstract": ["A."], "url": null, "publisher": null });
    assert!(validator.is_valid(&least));
    assert!(parse(&least.to_string()).is_ok());
}

/// Every value of the card, replaced one after the other by values of every type, removed, or given an
/// unknown neighbour: the validator, the walk and serde must agree on which cards have the right shape.
#[test]
fn the_walk_agrees_with_a_full_validator() {
    let validator = jsonschema::validator_for(&schema::shape()).unwrap();
    let mut compared = 0;
    for pointer in pointers(&card(), "") {
        let others =
            [json!(null), json!(true), json!(-1), json!(7), json!(1.5), json!("x"), json!([]), json!({})];
        for other in others.into_iter().map(Some).chain([None]) {
            let mut card = card();
            match other {
                Some(value) => *card.pointer_mut(&pointer).unwrap() = value,
                None => remove(&mut card, &pointer),
            }
            compare(&validator, &card, &pointer);
            compared += 1;
        }
        let mut card = card();
        if let Some(object) = card.pointer_mut(&pointer).unwrap().as_object_mut() {
            object.insert("stranger".into(), json!(1));
            compare(&validator, &card, &pointer);
        }
    }
    assert!(compared > 1000, "{compared}");
}

fn compare(validator: &jsonschema::Validator, card: &Value, pointer: &str) {
    let valid = validator.is_valid(card);
    let text = card.to_string();
    let shaped = shape::check_shape(&SourceText::new(&text).unwrap());
    assert_eq!(valid, shaped.problems.is_empty(), "at {pointer}: {:?}\n{text}", shaped.problems);
    let wrong: Vec<_> = shaped.problems.iter().filter(|each| each.problem.rule == Rule::WrongShape).collect();
    // Each has its place in the text: the types read what the walk makes of a card.
    assert!(wrong.iter().all(|each| each.range.is_some()), "at {pointer}: {wrong:?}");
    // Serde also reads a struct from a list, which the schema refuses.
    if !text.contains("[]") {
        assert_eq!(serde_json::from_str::<Card>(&text).is_ok(), wrong.is_empty(), "at {pointer}: {text}");
    }
    // Another version is an error of its own.
    if pointer != "/version" {
        assert_eq!(parse(&text).is_ok(), wrong.is_empty(), "at {pointer}: {text}");
    }
}

#[test]
fn what_may_be_two_things_is_said_to_be() {
    for (point, path, message) in [
        ("7", "abstract[0]", "expected a text in quotation marks or an object { }, found the number 7"),
        ("[]", "abstract[0]", "expected a text in quotation marks or an object { }, found a list"),
        ("{}", "abstract[0]", "the field `text` is missing"),
        (r#"{ "text": "x", "claims": "a" }"#, "abstract[0].claims", "expected a list [ ], found a text"),
        (r#"{ "text": "x", "claim": ["a"] }"#, "abstract[0].claim", "unknown field `claim`"),
    ] {
        let mut card = card();
        card["abstract"] = json!([serde_json::from_str::<Value>(point).unwrap()]);
        let problems = check_text(&card.to_string(), &Levels::default(), None);
        let said: Vec<_> =
            problems.iter().map(|each| (&*each.problem.path, &*each.problem.message)).collect();
        assert!(said.contains(&(path, message)), "{said:?}");
    }
    // A list of claims that is no list is not said to be missing as well.
    let mut card = card();
    card["abstract"] = json!([{ "text": "x", "claims": 7 }]);
    let problems = check_text(&card.to_string(), &Levels::default(), None);
    assert_eq!(problems.len(), 1, "{problems:?}");
}

fn pointers(value: &Value, path: &str) -> Vec<String> {
    let mut all = vec![path.to_owned()];
    match value {
        Value::Array(items) => {
            all.extend(items.iter().enumerate().flat_map(|(i, item)| pointers(item, &format!("{path}/{i}"))));
        }
        Value::Object(fields) => {
            all.extend(fields.iter().flat_map(|(name, item)| pointers(item, &format!("{path}/{name}"))));
        }
        _ => {}
    }
    all
}

fn remove(card: &mut Value, pointer: &str) {
    let Some((parent, last)) = pointer.rsplit_once('/') else {
        return;
    };
    match card.pointer_mut(parent).unwrap() {
        Value::Object(fields) => {
            fields.shift_remove(last);
        }
        Value::Array(items) => {
            items.remove(last.parse().unwrap());
        }
        _ => unreachable!(),
    }
}
