//! What goes out: the card file, what to paste into a page, and how the card becomes HTML.

use card::formats::is_id;
use serde_json::Value;
use summary_card_render::{Options, write_text};

use crate::article::{Article, BlockKind};
use crate::references::text;

/// The name of the card's file: `ID.json`.
pub fn file_name(card: &Value) -> String {
    let id = text(card, "id").filter(|id| is_id(id)).unwrap_or("card");
    format!("{id}.json")
}

/// The card file's text.
pub fn file(card: &Value) -> String {
    format!("{card:#}\n")
}

/// The name of the file with the card as HTML: `ID.html`.
pub fn html_name(card: &Value) -> String {
    file_name(card).replace(".json", ".html")
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

/// How the card is rendered as HTML: as `summary-card render CARD --article FILE --base FOLDER` does it for an article that
/// does not have the card yet. `embed` is the address of embed.js; beside it lies the style sheet.
pub fn rendering(article: Option<&Article>, embed: &str) -> Options {
    let path = embed.split(['?', '#']).next().unwrap_or_default();
    let base = path.rfind('/').map_or("", |slash| &path[..=slash]).to_owned();
    let headings = article.map(headings_above).unwrap_or_default();
    Options { base, headings, article: article.map(|article| article.text().into()), ..Options::default() }
}

/// The headings above a card that stands below the first `h1`.
fn headings_above(article: &Article) -> Vec<(u8, String)> {
    let mut above = Vec::new();
    for block in article.blocks() {
        let BlockKind::Heading(level) = block.kind else { continue };
        above.push((level, article.text()[block.range.clone()].to_owned()));
        if level == 1 {
            break;
        }
    }
    above
}

fn script(embed: &str) -> String {
    format!("<script type=\"module\" src=\"{}\"></script>", attribute(embed))
}

/// A text as the value of an attribute in double quotation marks.
fn attribute(text: &str) -> String {
    let mut written = String::new();
    write_text(text, &mut written);
    written
}
