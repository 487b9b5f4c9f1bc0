//! What goes out: the card file, and what to paste into a page.

use card::formats::is_id;
use serde_json::Value;

use crate::references::text;

/// The name of the card's file: `ID.json`.
pub fn file_name(card: &Value) -> String {
    let id = text(card, "id").filter(|id| is_id(id)).unwrap_or("card");
    format!("{id}.json")
}

/// What to paste where the page names the file. `embed` is the address of embed.js.
pub fn by_src(card: &Value, embed: &str) -> String {
    format!("{}\n<summary-card src=\"{}\"></summary-card>", script(embed), attribute(&file_name(card)))
}

/// What to paste where the page holds the card itself; whatever is in the card, it ends where its script ends.
pub fn inline(card: &Value, embed: &str) -> String {
    // Without `<` no tag and no comment can begin, and in JSON it stands in texts alone.
    let json = format!("{card:#}").replace('<', "\\u003c");
    format!(
        "{}\n<summary-card>\n<script type=\"application/json\">\n{json}\n</script>\n</summary-card>",
        script(embed)
    )
}

fn script(embed: &str) -> String {
    format!("<script type=\"module\" src=\"{}\"></script>", attribute(embed))
}

/// A text as the value of an attribute in double quotation marks.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}
