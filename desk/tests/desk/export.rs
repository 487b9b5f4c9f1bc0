//! What goes out.

use article::{Article as Page, PageText};
use serde_json::{Value, json};
use summary_card_desk::article::{Article, Format};
use summary_card_desk::document::Document;
use summary_card_desk::export::{by_src, file_name, html_name, inline, rendering};
use summary_card_render::{Options, render};

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

#[test]
fn the_card_is_rendered_as_on_the_command_line() {
    let card = json!({
        "version": 1, "id": "levee", "headline": "The levee", "abstract": ["It held."],
        "claims": [{ "id": "held", "text": "It held.", "evidence": [{ "exact": "held for one night" }] }],
    });
    let card = card::parse(&card.to_string()).unwrap();
    assert_eq!(html_name(&json!({ "id": "levee" })), "levee.html");
    for title in ["<h1>The levee</h1>", "<h2>The levee</h2>", "<p>The levee</p>"] {
        let html = format!(
            "<article>{title}<h2>Rivers</h2><p>It held for  one\nnight, <b>Mayor Ruiz</b> said.</p><h3>May</h3></article>"
        );
        let article = Article::read(&html, Format::Html).unwrap();
        let options = Options { base: "/cards/".into(), ..Options::default() };
        let wanted = render(&card, &options.beside(&Page::Page(html.clone()), "levee.json"));
        assert_eq!(render(&card, &rendering(Some(&article), "/cards/embed.js")), wanted, "{html}");
        assert!(wanted.contains("In the article") && wanted.contains("/cards/card.css"), "{wanted}");
    }
    for (embed, base) in
        [("embed.js", ""), ("", ""), ("https://x.example/embed.js?a=/b#/", "https://x.example/")]
    {
        assert_eq!(rendering(None, embed).base, base);
    }
}
