//! `summary-card oembed`: the document that tells another site how to show the card in a frame.

use serde_json::{Value, json};

use crate::file;

const CARD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../card/tests/fixtures/bridge.json");
const BASE: &str = "https://news.example/summary-card";

fn run(args: &[&str]) -> (Option<i32>, String, String) {
    crate::run(&[&["oembed"], args].concat())
}

/// The document that these arguments give.
fn document(args: &[&str]) -> Value {
    let (code, text, told) =
        run(&[&[CARD, "--base", BASE, "--card-url", "/cards/bridge.json"], args].concat());
    assert_eq!((code, &*told), (Some(0), ""));
    serde_json::from_str(&text).expect("it is JSON")
}

/// What must be said of the command line, which prints nothing.
fn refused(args: &[&str]) -> String {
    let (code, text, told) = run(&[&[CARD], args].concat());
    assert_eq!((code, &*text), (Some(2), ""));
    told
}

#[test]
fn it_has_what_the_standard_asks_of_the_rich_type() {
    let frame = "https://news.example/summary-card/frame.html?src=%2Fcards%2Fbridge.json";
    let expected = json!({
        "version": "1.0",
        "type": "rich",
        "title": "Council delays the vote on the old bridge",
        "author_name": "A. Writer",
        "provider_name": "The Example Post",
        "provider_url": "https://news.example/",
        "html": format!(
            "<iframe src=\"{frame}\" title=\"Council delays the vote on the old bridge\" width=\"600\" height=\"640\" \
             loading=\"lazy\" allow=\"clipboard-write; web-share\" style=\"border:0;max-width:100%\"></iframe>"
        ),
        "width": 600,
        "height": 640,
    });
    assert_eq!(document(&[]), expected);
}

#[test]
fn it_is_no_wider_than_asked_for() {
    for (most, width) in [("200", 200), ("400", 400), ("1200", 600)] {
        let document = document(&["--max-width", most]);
        assert_eq!(document["width"], width);
        let html = document["html"].as_str().unwrap();
        assert!(html.contains(&format!(" width=\"{width}\" ")), "{html}");
    }
    let told = refused(&["--base", BASE, "--card-url", "/bridge.json", "--max-width", "199"]);
    assert!(told.contains("199 is not in 200.."), "{told}");
}

#[test]
fn a_card_of_another_site_is_refused() {
    for card in [
        "https://other.example/bridge.json",
        "//other.example/bridge.json",
        "http://news.example/bridge.json",
    ] {
        let told = refused(&["--base", BASE, "--card-url", card]);
        assert!(told.contains("a site answers for its own cards alone"), "{card}: {told}");
    }
    let told = refused(&["--base", BASE, "--card-url", "javascript:alert(1)"]);
    assert!(told.contains("the card is on null and the frame on https://news.example"), "{told}");
}

#[test]
fn the_card_s_address_is_its_path_however_it_is_given() {
    for given in ["https://news.example/cards/bridge.json", "../cards/bridge.json", "/cards/bridge.json#part"]
    {
        let (_, text, _) = run(&[CARD, "--base", "https://news.example/summary-card/", "--card-url", given]);
        assert!(text.contains("/summary-card/frame.html?src=%2Fcards%2Fbridge.json\\\""), "{given}: {text}");
    }
    let (_, text, _) = run(&[CARD, "--base", BASE, "--card-url", "/card?id=1&v=2"]);
    assert!(text.contains("frame.html?src=%2Fcard%3Fid%3D1%26v%3D2\\\""), "{text}");
}

#[test]
fn attributes_go_to_the_frame_as_far_as_it_takes_them() {
    let html = document(&["--attribute", "theme=dark", "--attribute", "sections=summary claims"]);
    let html = html["html"].as_str().unwrap();
    assert!(html.contains("bridge.json&amp;theme=dark&amp;sections=summary+claims\""), "{html}");
    let told = refused(&["--base", BASE, "--card-url", "/bridge.json", "--attribute", "article=main"]);
    assert!(told.contains("takes no attribute `article`"), "{told}");
}

#[test]
fn a_base_that_is_no_web_address_is_refused() {
    for base in ["", "/summary-card/", "summary-card", "ftp://news.example/", "data:text/html,x"] {
        let told = refused(&["--base", base, "--card-url", "/bridge.json"]);
        assert!(told.contains("--base is no http or https address"), "{base}: {told}");
    }
}

#[test]
fn text_of_the_card_stays_text() {
    let hostile = file(
        "oembed-hostile.json",
        r#"{ "version": 1, "id": "x", "headline": "\"><script>alert(1)</script>", "abstract": ["One."] }"#,
    );
    let (code, text, _) = run(&[&hostile, "--base", BASE, "--card-url", "/x.json"]);
    assert_eq!(code, Some(0));
    let document: Value = serde_json::from_str(&text).expect("it is JSON");
    let html = document["html"].as_str().unwrap();
    assert!(html.contains("title=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\""), "{html}");
    // Where nobody published it, it is the site that the frame is on.
    assert_eq!(document["provider_name"], "news.example");
    assert_eq!(document["provider_url"], "https://news.example");
    assert!(document.get("author_name").is_none());
}

#[test]
fn what_is_no_card_is_told_with_its_place() {
    let broken = file("oembed-broken.json", "{\n  \"version\": 1,\n  \"id\": 7\n}");
    let (code, text, told) = run(&[&broken, "--base", BASE, "--card-url", "/x.json"]);
    assert_eq!((code, &*text), (Some(1), ""));
    assert!(told.contains("oembed-broken.json:3:9"), "{told}");
    let (code, _, told) = run(&["nowhere.json", "--base", BASE, "--card-url", "/x.json"]);
    assert_eq!(code, Some(2));
    assert!(told.contains("there is no such file"), "{told}");
}
