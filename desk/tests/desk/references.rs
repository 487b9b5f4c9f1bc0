//! Ids, and what refers to them.

use serde_json::{Value, json};
use summary_card_desk::document::{Document, get};
use summary_card_desk::references::{Falls, List, NoRename, falls, free_id, remove, rename, uses};

fn card() -> Value {
    json!({
        "abstract": ["A text", { "text": "T", "claims": ["one", "two", "one"] }, { "text": "U", "claims": ["two"] }],
        "actors": [{ "id": "ann" }, { "id": "bob" }, { "id": "twin" }, { "id": "twin" }],
        "claims": [
            { "id": "one", "author": ["bob", "ann", "bob"] },
            { "id": "two", "author": ["ann"], "evidence": [{ "exact": "a" }, { "exact": "b" }] },
        ],
        "stances": [
            { "actor": "ann", "target": "two" },
            { "actor": "bob", "target": "one", "reasons": [{ "text": "r" }, { "text": "s" }] },
            { "actor": "ann", "target": "one" },
            { "actor": "twin", "target": "one" },
        ],
        "comments": [
            { "id": "a", "about": "one", "text": "x" },
            { "id": "c", "parentItem": "b" },
            { "id": "b", "parentItem": "a", "about": "two" },
            { "id": "d" },
            { "id": "e", "parentItem": "c" },
        ],
    })
}

fn removed(path: &str) -> Value {
    let mut document = Document::of(card());
    let before = document.text();
    assert!(document.change(remove(&card(), path)), "{path}");
    let after = document.value().clone();
    document.undo();
    assert_eq!(document.text(), before);
    (*after).clone()
}

#[test]
fn an_id_is_made_of_words_and_is_free() {
    let card =
        json!({ "claims": [{ "id": "a-bill" }, { "id": "a-bill-2" }, { "id": "claim" }, { "no": "id" }, 7] });
    assert_eq!(free_id(&card, List::Claims, "A “bill” passed"), "a-bill-passed");
    assert_eq!(free_id(&card, List::Claims, "A bill"), "a-bill-3");
    assert_eq!(free_id(&card, List::Actors, "A bill"), "a-bill");
    assert_eq!(free_id(&card, List::Claims, "予算"), "claim-2");
    assert_eq!(free_id(&card, List::Comments, " "), "comment");
    assert_eq!(free_id(&Value::Null, List::Actors, "…"), "actor");
    let long = "abcdefghi ".repeat(5);
    let id = free_id(&json!({}), List::Claims, &long);
    assert_eq!(id, "abcdefghi-abcdefghi-abcdefghi-abcdefghi");
    let again = free_id(&json!({ "claims": [{ "id": id }] }), List::Claims, &long);
    assert_eq!(again, "abcdefghi-abcdefghi-abcdefghi-abcdefgh-2");
    assert_eq!(again.len(), 40);
}

#[test]
fn every_field_that_refers_to_an_id_is_found() {
    let card = card();
    let uses = |list, id| uses(&card, list, id).join(" ");
    assert_eq!(
        uses(List::Actors, "ann"),
        "claims[0].author[1] claims[1].author[0] stances[0].actor stances[2].actor"
    );
    assert_eq!(
        uses(List::Claims, "one"),
        "abstract[1].claims[0] abstract[1].claims[2] stances[1].target stances[2].target stances[3].target \
         comments[0].about"
    );
    assert_eq!(uses(List::Comments, "b"), "comments[1].parentItem");
    assert_eq!(uses(List::Comments, "one") + &uses(List::Actors, "none"), "");
}

#[test]
fn renaming_takes_along_all_that_refers_to_it() {
    for (list, at, old) in [(List::Actors, 0, "ann"), (List::Claims, 1, "two"), (List::Comments, 2, "b")] {
        let mut document = Document::of(card());
        let places = uses(&card(), list, old);
        assert!(document.change(rename(&card(), list, at, "new_Name").unwrap()));
        assert_eq!(get(document.value(), &format!("{}[{at}].id", list.name())), Some(&json!("new_Name")));
        assert_eq!(uses(document.value(), list, "new_Name"), places);
        assert_eq!(uses(document.value(), list, old), Vec::<String>::new());
    }
}

#[test]
fn an_id_is_not_renamed_to_what_is_none_or_is_taken() {
    let card = card();
    let to = |to: &str| rename(&card, List::Actors, 0, to);
    let long = "x".repeat(65);
    for bad in ["", "a b", "ä", "a.b", &long] {
        assert_eq!(to(bad), Err(NoRename::NotAnId), "{bad}");
    }
    assert_eq!(to("bob"), Err(NoRename::Taken));
    assert_eq!(to("ann"), Ok(Vec::new()));
    assert_eq!(rename(&card, List::Claims, 9, "x"), Ok(Vec::new()));
    // An actor may have the id of a claim.
    assert_eq!(to("one").unwrap().len(), 5);
}

#[test]
fn of_two_with_one_id_the_first_is_referred_to() {
    let of = |at| rename(&card(), List::Actors, at, "new").unwrap().len();
    assert_eq!((of(2), of(3)), (2, 1));
    // The other one is still there.
    assert_eq!(falls(&card(), "actors[2]"), Falls::default());
    assert_eq!(removed("actors[2]")["stances"].as_array().unwrap().len(), 4);
}

#[test]
fn an_actor_falls_with_its_stances() {
    let fallen = falls(&card(), "actors[0]");
    assert_eq!(fallen.entries, ["stances[0]", "stances[2]"]);
    assert_eq!(fallen.fields, ["claims[0].author[1]", "claims[1].author[0]"]);
    let card = removed("actors[1]");
    assert_eq!(card["claims"][0]["author"], json!(["ann"]));
    assert_eq!(card["stances"].as_array().unwrap().len(), 3);
    assert_eq!(card["actors"], json!([{ "id": "ann" }, { "id": "twin" }, { "id": "twin" }]));
}

#[test]
fn a_claim_falls_with_its_stances_and_is_named_no_more() {
    let fallen = falls(&card(), "claims[0]");
    assert_eq!(fallen.entries, ["stances[1]", "stances[2]", "stances[3]"]);
    assert_eq!(fallen.fields, ["abstract[1].claims[0]", "abstract[1].claims[2]", "comments[0].about"]);
    let card = removed("claims[0]");
    assert_eq!(card["abstract"][1], json!({ "text": "T", "claims": ["two"] }));
    assert_eq!(card["comments"][0], json!({ "id": "a", "text": "x" }));
    assert_eq!(card["stances"], json!([{ "actor": "ann", "target": "two" }]));
    assert_eq!(uses(&card, List::Claims, "one"), Vec::<String>::new());
}

#[test]
fn a_comment_falls_with_all_its_replies() {
    assert_eq!(falls(&card(), "comments[0]").entries, ["comments[1]", "comments[2]", "comments[4]"]);
    assert_eq!(removed("comments[0]")["comments"], json!([{ "id": "d" }]));
    assert_eq!(falls(&card(), "comments[1]").entries, ["comments[4]"]);
    let circle = json!({ "comments": [{ "id": "a", "parentItem": "b" }, { "id": "b", "parentItem": "a" }] });
    assert_eq!(falls(&circle, "comments[1]").entries, ["comments[0]"]);
    let mut document = Document::of(circle.clone());
    assert!(document.change(remove(&circle, "comments[1]")));
    assert_eq!(**document.value(), json!({ "comments": [] }));
}

#[test]
fn other_entries_fall_alone() {
    for (path, list, left) in [
        ("stances[1].reasons[0]", "stances[1].reasons", json!([{ "text": "s" }])),
        ("claims[1].evidence[1]", "claims[1].evidence", json!([{ "exact": "a" }])),
        ("abstract[1].claims[0]", "abstract[1].claims", json!(["two", "one"])),
    ] {
        assert_eq!(falls(&card(), path), Falls::default());
        assert_eq!(get(&removed(path), list), Some(&left), "{path}");
    }
    assert_eq!(removed("claims[0].author").get("claims").unwrap()[0], json!({ "id": "one" }));
    for path in ["", "actors[9]", "none", "actors[0].none"] {
        assert_eq!(remove(&card(), path), [], "{path}");
    }
}

#[test]
fn in_a_file_of_another_shape_nothing_else_falls() {
    let card = json!({
        "actors": [{ "id": "ann" }, 7],
        "claims": [{ "id": "one", "author": "ann" }, 7],
        "stances": [{ "actor": ["ann", "ann"] }, { "actor": "bob" }, 7],
    });
    let mut document = Document::of(card.clone());
    assert!(document.change(remove(&card, "actors[0]")));
    let left = json!({ "actors": [7], "claims": [{ "id": "one" }, 7], "stances": [{ "actor": [] }, { "actor": "bob" }, 7] });
    assert_eq!(**document.value(), left);
}
