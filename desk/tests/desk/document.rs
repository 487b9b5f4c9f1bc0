//! Edits, one at a time, and what takes them back.

use serde_json::{Value, json};
use summary_card_desk::document::{Document, Edit, MAX_UNDO, Step, get, parse_path};

fn card() -> Document {
    Document::of(json!({
        "version": 1, "id": "card", "x-own": { "b": 1, "a": [1, 2, 3] },
        "claims": [{ "id": "one", "author": ["a"] }, { "id": "two", "author": null }],
    }))
}

fn set(path: &str, to: Value) -> Edit {
    Edit::Set { path: path.into(), to: Some(to) }
}

fn unset(path: &str) -> Edit {
    Edit::Set { path: path.into(), to: None }
}

fn insert(list: &str, at: usize, value: Value) -> Edit {
    Edit::Insert { list: list.into(), at, value }
}

fn remove(list: &str, at: usize) -> Edit {
    Edit::Remove { list: list.into(), at }
}

fn move_entry(list: &str, from: usize, to: usize) -> Edit {
    Edit::Move { list: list.into(), from, to }
}

#[test]
fn paths_are_those_of_check() {
    use Step::{Entry, Field};
    let steps = [Field("claims"), Entry(3), Field("evidence"), Entry(0), Field("exact")];
    assert_eq!(parse_path("claims[3].evidence[0].exact"), steps);
    assert_eq!(parse_path(""), []);
    assert_eq!(parse_path("id"), [Field("id")]);
    for (path, step) in [("[x]", "[x]"), ("[", "["), ("[+1]", "[+1]"), ("[-1]", "[-1]")] {
        assert_eq!(parse_path(path), [Field(step)], "{path}");
    }
    let document = card();
    assert_eq!(get(document.value(), "claims[1].id"), Some(&json!("two")));
    assert_eq!(get(document.value(), ""), Some(&**document.value()));
    for path in ["claims[2].id", "claims.id", "id[0]", "claims[0].", "nothing", "[0]", "..", "claims[0"] {
        assert_eq!(get(document.value(), path), None, "{path}");
    }
}

#[test]
fn an_empty_card_has_what_a_card_must_have() {
    let text = "{\n  \"version\": 1,\n  \"id\": \"card\",\n  \"headline\": \"\",\n  \"inLanguage\": \"es\",\n  \"abstract\": []\n}\n";
    assert_eq!(Document::empty("es").text(), text);
    assert_eq!(get(Document::empty("").value(), "inLanguage"), None);
}

#[test]
fn each_edit_does_one_thing_and_is_taken_back_to_the_same_text() {
    for (edit, path, value) in [
        (set("id", json!("other")), "id", Some(json!("other"))),
        (set("headline", json!("New")), "headline", Some(json!("New"))),
        (set("publisher.name", json!("P")), "publisher", Some(json!({ "name": "P" }))),
        (set("claims[1].author", json!(["b"])), "claims[1].author", Some(json!(["b"]))),
        (set("claims[1].author.name", json!("b")), "claims[1].author", Some(json!({ "name": "b" }))),
        (set("x-own.a[1]", json!("x")), "x-own.a", Some(json!([1, "x", 3]))),
        (set("", json!({})), "", Some(json!({}))),
        (unset("id"), "id", None),
        (unset("x-own.b"), "x-own", Some(json!({ "a": [1, 2, 3] }))),
        (unset("x-own.a[0]"), "x-own.a", Some(json!([2, 3]))),
        (insert("claims", 1, json!({ "id": "new" })), "claims[1].id", Some(json!("new"))),
        (insert("claims", 2, json!({ "id": "new" })), "claims[2].id", Some(json!("new"))),
        (insert("stances", 0, json!(7)), "stances", Some(json!([7]))),
        (insert("claims[1].author", 0, json!("b")), "claims[1].author", Some(json!(["b"]))),
        (insert("a.b", 0, json!("c")), "a", Some(json!({ "b": ["c"] }))),
        (remove("claims", 0), "claims[0].id", Some(json!("two"))),
        (remove("claims[0].author", 0), "claims[0].author", Some(json!([]))),
        (move_entry("x-own.a", 0, 2), "x-own.a", Some(json!([2, 3, 1]))),
        (move_entry("x-own.a", 2, 1), "x-own.a", Some(json!([1, 3, 2]))),
    ] {
        let mut document = card();
        let before = document.text();
        assert!(document.change(vec![edit.clone()]), "{edit:?}");
        assert_eq!(get(document.value(), path), value.as_ref(), "{edit:?}");
        let after = document.text();
        assert!(document.undo().is_some() && !document.can_undo());
        assert_eq!(document.text(), before, "{edit:?}");
        assert!(document.redo().is_some() && !document.can_redo());
        assert_eq!(document.text(), after, "{edit:?}");
    }
}

#[test]
fn an_edit_that_leads_to_nothing_changes_nothing() {
    for edit in [
        set("claims[5].id", json!(1)),
        set("claims[2]", json!(1)),
        set("id.name", json!(1)),
        set("stances[0].actor", json!(1)),
        set("claims.id", json!(1)),
        unset(""),
        unset("claims[4]"),
        insert("claims", 3, json!(1)),
        insert("stances", 1, json!(1)),
        insert("id", 0, json!(1)),
        remove("claims", 2),
        remove("stances", 0),
        remove("id", 0),
        move_entry("claims", 0, 2),
        move_entry("claims", 2, 0),
        move_entry("stances", 0, 0),
    ] {
        let mut document = card();
        let before = document.text();
        // What comes before it is taken back as well.
        let edits = vec![unset("version"), move_entry("x-own.a", 0, 1), set("a.b.c", json!(1)), edit.clone()];
        assert!(!document.change(edits), "{edit:?}");
        assert_eq!(document.text(), before, "{edit:?}");
        assert!(!document.can_undo() && !document.can_redo());
    }
}

#[test]
fn what_makes_no_difference_is_no_change() {
    let mut document = card();
    document.change(vec![set("id", json!("a"))]);
    document.undo();
    assert!(!document.change(Vec::new()));
    assert!(!document.change(vec![set("id", json!("card")), unset("none"), unset("none.at.all")]));
    assert!(!document.change(vec![move_entry("claims", 1, 1)]));
    assert!(!document.type_in("id", Some(json!("card"))));
    assert!(document.can_redo() && !document.can_undo());
}

#[test]
fn a_change_is_undone_as_a_whole_and_says_where_it_was() {
    let mut document = card();
    let before = document.text();
    let edits = vec![
        insert("claims", 2, json!({ "id": "three" })),
        set("claims[2].text", json!("T")),
        unset("x-own"),
    ];
    assert!(document.change(edits));
    let after = document.text();
    assert_eq!(document.undo().as_deref(), Some("claims[2]"));
    assert_eq!(document.text(), before);
    assert_eq!(document.undo(), None);
    assert_eq!(document.redo().as_deref(), Some("claims[2]"));
    assert_eq!(document.text(), after);
    assert_eq!(document.redo(), None);
    document.change(vec![move_entry("claims", 0, 2)]);
    assert_eq!(document.undo().as_deref(), Some("claims[0]"));
    assert_eq!(document.redo().as_deref(), Some("claims[2]"));
    document.change(vec![unset("id")]);
    assert_eq!(document.undo().as_deref(), Some("id"));
}

#[test]
fn typing_in_a_field_is_one_change() {
    let mut document = card();
    let before = document.text();
    for text in ["N", "Ne", "New"] {
        assert!(document.type_in("claims[0].text", Some(json!(text))));
    }
    assert!(document.type_in("id", Some(json!("x"))));
    assert!(document.type_in("claims[0].text", Some(json!("Newer"))));
    assert_eq!(document.undo().as_deref(), Some("claims[0].text"));
    assert_eq!(get(document.value(), "claims[0].text"), Some(&json!("New")));
    assert_eq!(document.undo().as_deref(), Some("id"));
    assert_eq!(document.undo().as_deref(), Some("claims[0].text"));
    assert_eq!(document.text(), before);
    assert_eq!(document.undo(), None);
}

#[test]
fn what_is_typed_and_deleted_again_is_nothing_to_undo() {
    let mut document = card();
    document.type_in("version", Some(json!(2)));
    for text in ["card s", "card", "cards"] {
        document.type_in("id", Some(json!(text)));
    }
    assert!(document.type_in("id", Some(json!("card"))));
    assert_eq!(document.undo().as_deref(), Some("version"));
    assert!(!document.can_undo());
}

#[test]
fn typing_ends_when_told_and_with_any_other_change() {
    let mut document = card();
    document.type_in("id", Some(json!("a")));
    document.end_typing();
    document.type_in("id", Some(json!("ab")));
    document.undo();
    assert_eq!(get(document.value(), "id"), Some(&json!("a")));
    // Not a part of what was typed before what was undone.
    document.type_in("id", Some(json!("ac")));
    assert!(!document.can_redo());
    document.change(vec![set("version", json!(2))]);
    document.type_in("id", Some(json!("acd")));
    document.undo();
    assert_eq!(get(document.value(), "id"), Some(&json!("ac")));
    document.undo();
    document.undo();
    assert_eq!(get(document.value(), "id"), Some(&json!("a")));
    document.redo();
    document.type_in("id", Some(json!("z")));
    document.undo();
    assert_eq!(get(document.value(), "id"), Some(&json!("ac")));
}

#[test]
fn a_field_that_is_typed_away_and_again_comes_back_to_its_place() {
    for texts in [[Some("x"), None, Some("y")], [None, Some("x"), None], [None, None, Some("z")]] {
        for path in ["id", "x-own.b", "publisher.name", "claims[1].author.name"] {
            let mut document = card();
            let before = document.text();
            for text in texts {
                document.type_in(path, text.map(Value::from));
            }
            let after = document.text();
            document.undo();
            assert_eq!(document.text(), before, "{texts:?} {path}");
            assert!(!document.can_undo());
            if document.redo().is_some() {
                assert_eq!(document.text(), after, "{texts:?} {path}");
            }
        }
    }
}

#[test]
fn at_least_the_last_500_changes_can_be_undone() {
    let mut document = card();
    for number in 0..MAX_UNDO + 20 {
        assert!(document.change(vec![set("number", json!(number))]));
    }
    let mut undone = 0;
    while document.undo().is_some() {
        undone += 1;
    }
    assert_eq!(undone, MAX_UNDO);
    assert_eq!(get(document.value(), "number"), Some(&json!(19)));
    while document.redo().is_some() {
        undone -= 1;
    }
    assert_eq!((undone, get(document.value(), "number")), (0, Some(&json!(MAX_UNDO + 19))));
}

#[test]
fn who_has_the_old_value_keeps_it() {
    let mut document = card();
    let old = document.value().clone();
    document.type_in("id", Some(json!("new")));
    assert_eq!((get(&old, "id"), get(document.value(), "id")), (Some(&json!("card")), Some(&json!("new"))));
}
