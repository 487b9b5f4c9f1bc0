//! The card files that other tests read.

use serde_json::Value;

/// A card in which every field and every word of the card file occurs, and no text twice.
pub const EVERY_FIELD: &str = include_str!("../fixtures/every-field.json");

/// The same as a value.
pub fn every_field() -> Value {
    serde_json::from_str(EVERY_FIELD).expect("JSON")
}

/// `static/cards`: each file's name and text.
pub fn cards() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/cards");
    let mut cards: Vec<_> = std::fs::read_dir(folder)
        .expect("the card files")
        .map(|entry| {
            let path = entry.expect("a card file").path();
            let text = std::fs::read_to_string(&path).expect("a text");
            (path.file_name().expect("a name").to_string_lossy().into_owned(), text)
        })
        .collect();
    cards.sort();
    assert!(cards.len() > 5, "only {} cards", cards.len());
    cards
}
