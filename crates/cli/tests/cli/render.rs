//! `summary-card render`: the card as HTML, or why there is none.

use crate::file;

const CARD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../card/tests/fixtures/bridge.json");
const ARTICLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../card/tests/fixtures/bridge.html");

fn run(args: &[&str]) -> (Option<i32>, String, String) {
    crate::run(&[&["render"], args].concat())
}

#[test]
fn a_card_is_printed_as_html() {
    let (code, html, told) = run(&[CARD, "--base", "/card/", "--lang", "es", "--attribute", "theme=dark"]);
    assert_eq!((code, &*told), (Some(0), ""));
    assert!(
        html.starts_with("<summary-card theme=\"dark\" lang=\"es\">\n<template shadowrootmode=\"open\">"),
        "{html}"
    );
    assert!(html.ends_with("</summary-card>\n"));
    assert!(html.contains("href=\"/card/card.css\"") && html.contains("En breve"));
    assert!(!html.contains("En el artículo"), "no article was given");
}

#[test]
fn the_article_says_which_quotes_it_has() {
    let (code, html, told) = run(&[CARD, "--article", ARTICLE]);
    assert_eq!((code, &*told), (Some(0), ""));
    assert!(html.contains("In the article") && html.contains("href=\"#:~:text="));
    assert!(
        html.contains("class=\"hidden\"><span dir=\"auto\" lang=\"en\">Council delays the vote"),
        "as the page's h1"
    );
}

#[test]
fn plain_elements_where_asked_for() {
    let (_, html, _) = run(&[CARD, "--light"]);
    assert!(
        html.starts_with("<summary-card>\n<div data-card=\"bridge\"><div lang=\"en\"><section"),
        "{html}"
    );
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    let marked = file("marked.json", &["\u{feff}", &std::fs::read_to_string(CARD).unwrap()].concat());
    assert_eq!(run(&[&marked]), run(&[CARD]));
}

#[test]
fn what_is_no_card_is_told_with_its_place() {
    let broken = file("render-broken.json", "{\n  \"version\": 1,\n  \"id\": 7\n}");
    let (code, html, told) = run(&[&broken]);
    assert_eq!((code, &*html), (Some(1), ""));
    assert!(told.contains("render-broken.json:3:9") && !told.contains("warning"), "{told}");
}

#[test]
fn a_file_that_cannot_be_read_is_told() {
    for args in [["nowhere.json", "--light"], [CARD, "--article=nowhere.html"]] {
        let (code, html, told) = run(&args);
        assert_eq!((code, &*html), (Some(2), ""));
        assert!(told.contains("nowhere") && told.contains("there is no such file"), "{told}");
    }
}

#[test]
fn errors_print_nothing_of_a_card_that_is_checked() {
    let other = file("render-other.txt", "Another story altogether.");
    let (code, html, told) = run(&[CARD, "--article", &other, "--check"]);
    assert_eq!((code, &*html), (Some(1), ""));
    assert!(told.contains("quote-not-found"), "{told}");
    // Unchecked the card is printed, and says itself what is not there.
    let (code, html, told) = run(&[CARD, "--article", &other]);
    assert_eq!((code, &*told), (Some(0), ""));
    assert!(html.contains("Not found in this version of the article"));
}

#[test]
fn warnings_do_not_keep_a_card_from_being_printed() {
    let bare = file(
        "bare.json",
        r#"{ "version": 1, "id": "bare", "headline": "Bare", "abstract": ["One."], "x": 1 }"#,
    );
    let (code, html, told) = run(&[&bare, "--check"]);
    assert_eq!(code, Some(0));
    assert!(html.contains("Bare") && told.contains("warning"), "{told}");
    assert_eq!(run(&[&bare]).2, "");
}

#[test]
fn what_is_no_attribute_is_refused() {
    for wrong in ["=x", "on click=x", "\"=x", "1=x"] {
        let (code, html, told) = run(&[CARD, "--attribute", wrong]);
        assert_eq!((code, &*html), (Some(2), ""), "{wrong}");
        assert!(told.contains("no name of an attribute"), "{told}");
    }
}
