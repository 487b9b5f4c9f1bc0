//! The list of the cards.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A card in the list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Listed {
    /// Its key in the storage.
    pub key: String,
    /// The card's id; empty where it has none.
    pub id: String,
    /// The headline; empty where it has none.
    pub headline: String,
    /// How many claims it has.
    pub claims: usize,
    /// When it was last saved, in milliseconds since 1970.
    pub changed: f64,
}

impl Listed {
    /// The entry of a card file's text. Whatever the text is, there is one: a card that cannot be read can still be
    /// found and opened.
    pub fn of(key: &str, card: &str, changed: f64) -> Self {
        let card: Value = serde_json::from_str(card).unwrap_or_default();
        let text = |field: &str| card[field].as_str().unwrap_or_default().to_owned();
        let claims = card["claims"].as_array().map_or(0, Vec::len);
        Self { key: key.to_owned(), id: text("id"), headline: text("headline"), claims, changed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_says_what_the_card_is_about() {
        let card = r#"{"id": "levee", "headline": "The levee held", "claims": [{}, {}]}"#;
        let listed = Listed::of("k", card, 5.0);
        let wanted = Listed {
            key: "k".to_owned(),
            id: "levee".to_owned(),
            headline: "The levee held".to_owned(),
            claims: 2,
            changed: 5.0,
        };
        assert_eq!(listed, wanted);
    }

    #[test]
    fn a_card_that_cannot_be_read_is_listed_all_the_same() {
        for card in ["", "{", "[]", "7", r#"{"id": 7, "headline": null, "claims": "none"}"#] {
            assert_eq!(
                Listed::of("k", card, 5.0),
                Listed { key: "k".to_owned(), changed: 5.0, ..Listed::default() }
            );
        }
    }
}
