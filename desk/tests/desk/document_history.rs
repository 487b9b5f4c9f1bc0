//! Any history, there and back again.

use proptest::prelude::*;
use serde_json::{Value, json};
use summary_card_desk::document::{Document, Edit, get};

/// What happens to a card.
#[derive(Clone, Debug)]
enum Event {
    Change(Vec<Edit>),
    Type(String, Option<Value>),
    EndTyping,
    Undo,
    Redo,
}

/// Paths that are there, that are not, and that lead into one another.
fn paths() -> impl Strategy<Value = String> {
    let names = prop::sample::select(vec!["a", "b", "list", "text", "none", "list[0]", "list[1]", "[0]"]);
    prop::collection::vec(names, 1..4).prop_map(|names| names.join(".").replace(".[", "["))
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<u8>().prop_map(Value::from),
        "[a-c]{0,2}".prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let names = prop::sample::select(vec!["a", "b", "list", "text"]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::vec((names, inner), 0..4).prop_map(|fields| Value::Object(
                fields.into_iter().map(|(name, v)| (name.into(), v)).collect()
            )),
        ]
    })
}

fn edits() -> impl Strategy<Value = Edit> {
    prop_oneof![
        3 => (paths(), prop::option::of(values())).prop_map(|(path, to)| Edit::Set { path, to }),
        2 => (paths(), 0_usize..3, values()).prop_map(|(list, at, value)| Edit::Insert { list, at, value }),
        1 => (paths(), 0_usize..3).prop_map(|(list, at)| Edit::Remove { list, at }),
        1 => (paths(), 0_usize..3, 0_usize..3).prop_map(|(list, from, to)| Edit::Move { list, from, to }),
    ]
}

fn events() -> impl Strategy<Value = Event> {
    let field = prop::sample::select(vec!["a", "list[0].text", "b.text"]);
    prop_oneof![
        6 => prop::collection::vec(edits(), 1..3).prop_map(Event::Change),
        6 => (field, prop::option::of("[a-c]{0,2}")).prop_map(|(path, to)| Event::Type(path.into(), to.map(Value::from))),
        1 => Just(Event::EndTyping),
        2 => Just(Event::Undo),
        1 => Just(Event::Redo),
    ]
}

fn start() -> Value {
    json!({ "text": "t", "list": [{ "b": 1, "text": "x", "a": 2 }, [1, 2, 3]], "a": { "list": [], "b": {} }, "b": null })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undoing_all_gives_the_first_text_and_doing_all_again_the_last(events in prop::collection::vec(events(), 0..40)) {
        let mut document = Document::of(start());
        let first = document.text();
        for event in events {
            let before = document.text();
            match event {
                Event::Change(edits) => {
                    let is_changed = document.change(edits);
                    prop_assert!(is_changed || document.text() == before);
                }
                Event::Type(path, to) => {
                    let is_changed = document.type_in(&path, to.clone());
                    prop_assert_eq!(is_changed, document.text() != before);
                    if is_changed {
                        prop_assert_eq!(get(document.value(), &path), to.as_ref());
                    }
                }
                Event::EndTyping => document.end_typing(),
                Event::Undo => {
                    if document.undo().is_some() {
                        let undone = document.text();
                        prop_assert!(document.redo().is_some());
                        prop_assert_eq!(document.text(), before);
                        document.undo();
                        prop_assert_eq!(document.text(), undone);
                    }
                }
                Event::Redo => {
                    document.redo();
                }
            }
        }
        while document.redo().is_some() {}
        let mut texts = vec![document.text()];
        while document.undo().is_some() {
            texts.push(document.text());
        }
        prop_assert_eq!(document.text(), first);
        while let Some(text) = texts.pop() {
            prop_assert_eq!(document.text(), text);
            prop_assert_eq!(document.redo().is_some(), !texts.is_empty());
        }
    }
}
