//! Quotes whose context holds what is in the page and not seen, as `Range.toString()` gives it.

use summary_card_quote::{Anchor, ArticleText, Index, Orphan};

/// An article whose unseen parts are in brackets; a line feed ends a line.
fn article(written: &str) -> Index {
    let mut text = ArticleText::default();
    for part in written.split_inclusive(['[', ']', '\n']) {
        let is_unseen = part.ends_with(']');
        let own = part.trim_end_matches(['[', ']', '\n']);
        if is_unseen {
            text.push_unseen(own);
        } else {
            text.push(own);
        }
        if part.ends_with('\n') {
            text.end_line();
        }
    }
    Index::of(&text)
}

/// The byte at which a quote begins that is found word for word.
fn found(index: &Index, exact: &str, prefix: &str, suffix: &str) -> Result<usize, Anchor> {
    match index.find(exact, Some(prefix), Some(suffix)) {
        Anchor::Exact(span) if index.text()[span.bytes.clone()] == *exact => Ok(span.bytes.start),
        other => Err(other),
    }
}

#[test]
fn a_context_may_hold_what_is_not_seen() {
    let index =
        article("The bill passed.\n[.ad { color: red }]We won.\nThey left. We won.\n[let x = 5;]The end.");
    assert_eq!(index.text(), "The bill passed.\nWe won.\nThey left. We won.\nThe end.");
    let first = index.text().find("We won");
    assert_eq!(found(&index, "We won", "ed. .ad { color: red } ", ". They left.").ok(), first);
    let second = index.text().rfind("We won");
    assert_eq!(found(&index, "We won", "left. ", ".\n let x = 5; The end").ok(), second);
    // The whole of it may be unseen.
    assert_eq!(found(&index, "We won", ".ad { color: red }", "").ok(), first);
    // A selection gives only what is seen, and is found as before.
    assert_eq!(found(&index, "We won", "passed. ", ". They left.").ok(), first);
}

#[test]
fn a_quote_is_never_found_in_what_is_not_seen() {
    let index = article("The bill passed. [The minister of the river denied it.] So it was.");
    for exact in ["The minister of the river denied it.", "minister", "passed. The minister"] {
        let anchor = index.find(exact, Some("The bill passed. "), Some(" So it was."));
        assert_eq!(anchor, Anchor::Orphan(Orphan::Missing), "{exact}");
        assert_eq!(index.find(exact, None, None), Anchor::Orphan(Orphan::Missing), "{exact}");
    }
    // Nor where what is not seen would part it: a reader sees other words.
    let index = article("The town did [not ]agree with the river council on the new bridge.");
    let anchor = index.find("did not agree", Some("The town "), Some(" with the river"));
    assert_eq!(anchor, Anchor::Orphan(Orphan::Missing));
}

#[test]
fn a_copy_that_is_not_seen_is_no_second_place() {
    let index = article("[Mayor Alder said the bridge is closed.] Mayor Alder said the bridge is closed.");
    let seen = index.text().find("bridge");
    assert_eq!(found(&index, "bridge", "Mayor Alder said the ", " is closed").ok(), seen);
    // Nor is it what the quote is found by, when what is seen was edited.
    let index = article("[Mayor Alder said the bridge is closed.] Mayor Birch said the bridge is closed.");
    let anchor = index.find("bridge", Some("Mayor Alder said the "), Some(" is closed"));
    assert_eq!(anchor, Anchor::Orphan(Orphan::Context));
}

#[test]
fn two_places_with_the_same_unseen_context_are_doubt() {
    let index = article("We won.\n[ad]Next.\nWe won.\n[ad]Next.");
    let anchor = index.find("We won", None, Some(". ad Next."));
    assert_eq!(anchor, Anchor::Orphan(Orphan::Ambiguous(2)));
    // Context that is nowhere decides nothing.
    let anchor = index.find("We won", None, Some(". no Next."));
    assert!(matches!(anchor, Anchor::Orphan(_)), "{anchor:?}");
}

#[test]
fn of_a_long_unseen_text_the_ends_are_known() {
    let script = format!("let first = 1; {} let last = 9;", "x = y; ".repeat(100_000));
    let index = article(&format!("It rained. [{script}]It snowed. It rained. It snowed."));
    let first = index.text().find("It snowed");
    assert_eq!(found(&index, "It snowed", "x = y; let last = 9;", "").ok(), first);
    assert_eq!(found(&index, "It rained", "", ". let first = 1; x = y; ").ok(), Some(0));
    // What only the two ends put together would give is nowhere.
    let joined = index.find("It snowed", Some("let first = 1; let last = 9;"), None);
    assert!(matches!(joined, Anchor::Orphan(_)), "{joined:?}");
}
