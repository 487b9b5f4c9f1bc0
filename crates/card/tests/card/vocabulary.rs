//! The words of each enum are those that serde and the JSON Schema know, in the same order.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use summary_card_card::schema::schema;
use summary_card_card::{ActorKind, Anonymity, Attribution, ClaimType, Label, Position, Status, Vocabulary};

fn hold<T: Vocabulary + Serialize + DeserializeOwned + Debug>(name: &str) {
    let schema = schema();
    let one_of = schema["$defs"][name]["oneOf"].as_array().expect("an enum");
    let known: Vec<&Value> = one_of.iter().map(|one| &one["const"]).collect();
    let words: Vec<Value> = T::WORDS.iter().map(|(word, _)| json!(word)).collect();
    assert_eq!(known, words.iter().collect::<Vec<_>>(), "{name}");
    for (word, value) in T::WORDS {
        assert_eq!(serde_json::to_value(value).expect("a word"), json!(word));
        assert_eq!(serde_json::from_value::<T>(json!(word)).expect("a value"), *value);
        assert_eq!((value.word(), T::from_word(word)), (*word, Some(*value)));
    }
    assert_eq!(T::from_word(""), None);
    assert_eq!(T::from_word("Named "), None);
}

#[test]
fn every_enum_has_the_words_of_the_file() {
    hold::<ActorKind>("ActorKind");
    hold::<Anonymity>("Anonymity");
    hold::<ClaimType>("ClaimType");
    hold::<Attribution>("Attribution");
    hold::<Status>("Status");
    hold::<Label>("Label");
    hold::<Position>("Position");
    let enums = schema()["$defs"]
        .as_object()
        .expect("types")
        .values()
        .filter(|one| one.get("oneOf").is_some())
        .count();
    assert_eq!(enums, 7, "an enum is not held");
}

/// Tables of words in other languages go by a value's place in its type.
#[test]
fn the_order_is_that_of_the_type() {
    assert!(ActorKind::WORDS.iter().enumerate().all(|(at, (_, value))| *value as usize == at));
    assert!(Anonymity::WORDS.iter().enumerate().all(|(at, (_, value))| *value as usize == at));
    assert!(ClaimType::WORDS.iter().enumerate().all(|(at, (_, value))| *value as usize == at));
    assert!(Attribution::WORDS.iter().enumerate().all(|(at, (_, value))| *value as usize == at));
    assert!(Status::WORDS.iter().enumerate().all(|(at, (_, value))| *value as usize == at));
    assert!(Label::WORDS.iter().enumerate().all(|(at, (_, value))| *value as usize == at));
    assert!(Position::WORDS.iter().enumerate().all(|(at, (_, value))| *value as usize == at));
}
