//! The example of a build script for a site of static pages.

use std::fs;
use std::path::PathBuf;

use super::{CARD, PAGE, parse, texts, values};

#[path = "../../examples/static_site.rs"]
mod example;

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    // What an earlier run has left, if any.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn every_page_gets_its_card() {
    let (pages, output) = (folder("pages"), folder("output"));
    fs::write(pages.join("bridge.json"), CARD).unwrap();
    let page = PAGE.replace("</h1>", "</h1><!-- summary-card: bridge.json -->");
    assert_ne!(page, PAGE);
    fs::write(pages.join("bridge.html"), &page).unwrap();
    fs::write(pages.join("plain.html"), "<p>No card.</p>").unwrap();
    example::build(&pages, &output, "/summary-card/").unwrap();
    let built = parse(&fs::read_to_string(output.join("bridge.html")).unwrap());
    assert!(!texts(&built, ".quote.found").is_empty());
    assert_eq!(values(&built, "link", "href"), ["/summary-card/card.css"]);
    assert_eq!(fs::read_to_string(output.join("plain.html")).unwrap(), "<p>No card.</p>");
}

#[test]
fn a_file_that_is_no_card_is_named() {
    let (pages, output) = (folder("bad-pages"), folder("bad-output"));
    fs::write(pages.join("page.html"), "<!-- summary-card: bad.json -->").unwrap();
    fs::write(pages.join("bad.json"), "{").unwrap();
    let error = example::build(&pages, &output, "").unwrap_err().to_string();
    assert!(error.starts_with("bad.json: ") && error.contains("line 1"), "{error}");
}
