//! What goes out.

use article::PageText;
use serde_json::{Value, json};
use summary_card_desk::document::Document;
use summary_card_desk::export::{by_src, file_name, inline};

#[test]
fn the_file_has_the_name_of_the_card() {
    assert_eq!(file_name(&json!({ "id": "river-park" })), "river-park.json");
    for id in [json!("../../etc/x"), json!("a b"), json!(""), json!(7), Value::Null] {
        assert_eq!(file_name(&json!({ "id": id })), "card.json");
    }
}

#[test]
fn a_page_can_name_the_file() {
    let html = "<script type=\"module\" src=\"https://x.example/embed.js\"></script>\n<summary-card src=\"a.json\"></summary-card>";
    assert_eq!(by_src(&json!({ "id": "a" }), "https://x.example/embed.js"), html);
    let hostile = by_src(&json!({ "id": "a\"><script>" }), "\"><b>&amp;");
    assert!(
        hostile.starts_with("<script type=\"module\" src=\"&quot;&gt;&lt;b&gt;&amp;amp;\">"),
        "{hostile}"
    );
    assert!(hostile.ends_with("<summary-card src=\"card.json\"></summary-card>"));
}

#[test]
fn a_page_can_hold_the_card_whatever_is_in_it() {
    let hostile = "</script><script>alert(1)</script><!-- <script> ]]> \u{2028} \\u003c & \"";
    let card = Document::of(json!({ "id": "a", "headline": hostile, "</script>": [hostile] }));
    let html = inline(card.value(), "embed.js");
    let start = "<script type=\"module\" src=\"embed.js\"></script>\n<summary-card>\n<script type=\"application/json\">\n";
    let json = html.strip_prefix(start).and_then(|rest| rest.strip_suffix("\n</script>\n</summary-card>"));
    let json = json.unwrap_or_else(|| panic!("{html}"));
    assert!(!json.contains('<'));
    assert_eq!(serde_json::from_str::<Value>(json).unwrap(), **card.value());
    // Nothing gets out of the element.
    let page = PageText::read(&format!("<article>Before {html} after.</article>"), "");
    let words: Vec<&str> = page.text.as_str().split_whitespace().collect();
    assert_eq!(words, ["Before", "after."]);
}
