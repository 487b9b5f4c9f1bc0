//! Quotes that go over the end of a line: where a block ends or a `<br>` is, some sources have a space, some a line
//! feed, and some nothing.

use summary_card_quote::{Anchor, Index, Orphan};

/// The text of the place where a quote is found word for word.
fn found<'a>(index: &'a Index, exact: &str) -> Option<&'a str> {
    match index.find(exact, None, None) {
        Anchor::Exact(span) => Some(&index.text()[span.bytes]),
        Anchor::Near(..) | Anchor::Orphan(_) => None,
    }
}

#[test]
fn a_line_s_end_is_a_space_a_line_feed_or_nothing() {
    for text in [
        "Zero. One.\nTwo. Three.",
        "Zero. One. Two. Three.",
        "Zero. One.Two. Three.",
        "Zero. One. \n \n Two. Three.",
    ] {
        let index = Index::new(text);
        let place = &text[6..text.find(" Three").unwrap()];
        for exact in ["One.Two.", "One. Two.", "One.\nTwo.", "One.\n\nTwo.", "One.\tTwo."] {
            assert_eq!(found(&index, exact), Some(place), "{exact:?} in {text:?}");
        }
    }
}

#[test]
fn cells_and_headings_need_no_sign_between_them() {
    let index = Index::new("Results\nThe north\n12\n15\n–\n–\nyes\nThe south\n12\n13");
    for exact in [
        "Results The north 12",
        "ResultsThe north12",
        "12\t15\t–\t–\tyes",
        "1215––yesThe south",
        "ResultsThe",
    ] {
        assert!(found(&index, exact).is_some(), "{exact:?}");
    }
    // But a cell is not a piece of a number.
    assert_eq!(found(&index, "5"), None);
    assert_eq!(found(&index, "121"), None);
}

#[test]
fn within_a_line_white_space_counts_between_words() {
    let index = Index::new("They go nowhere, and no one can not see it. A 1.5 and a 1. 5, and -5 or - 5.");
    assert_eq!(
        Index::new("it was no where to be seen").find("it was nowhere to be seen", None, None),
        Anchor::Orphan(Orphan::Changed)
    );
    for exact in ["no where", "noone", "cannot see", "1. 5 and", "1.5, and", "and - 5", "or -5"] {
        assert_eq!(found(&index, exact), None, "{exact}");
    }
    assert!(found(&index, "no one can not see").is_some());
    assert!(found(&index, "nowhere ,and").is_some());
}

#[test]
fn the_context_may_go_over_the_end_of_a_line_too() {
    let text = "Alder\nsaid yes.\nBirch\nsaid yes.\nCedar\nsaid no.";
    let index = Index::new(text);
    for (prefix, suffix) in [
        ("yes.Birch", "Cedarsaid"),
        ("yes. Birch ", " Cedar said"),
        ("yes.\n\nBirch\n\n", "\n\nCedar"),
        ("Birch", "Cedar"),
    ] {
        let anchor = index.find("said yes.", Some(prefix), Some(suffix));
        assert!(matches!(&anchor, Anchor::Exact(span) if span.bytes.start == 22), "{prefix:?} {anchor:?}");
    }
    let anchor = index.find("said yes.", Some("Hazel\n"), None);
    assert_eq!(anchor, Anchor::Orphan(Orphan::Context));
}
