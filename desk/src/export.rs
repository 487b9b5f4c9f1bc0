//! What goes out: the card file, and what to paste into a page.

use serde_json::Value;

/// The name of the card's file: `ID.json`.
pub fn file_name(card: &Value) -> String {
    todo!("{card}")
}

/// What to paste where the page names the file. `embed` is the address of embed.js.
pub fn by_src(card: &Value, embed: &str) -> String {
    todo!("{card} {embed}")
}

/// What to paste where the page holds the card itself; whatever is in the card, it ends where its script ends.
pub fn inline(card: &Value, embed: &str) -> String {
    todo!("{card} {embed}")
}
