//! Passages as quotes: what is made of any part of a page leads back to that part alone.

use super::pages::{Random, page};
use super::selections::cut;
use super::text::{is_blank, trimmed};
use std::collections::BTreeMap;
use summary_card_quote::{Anchor, Described, Index, WhyNot};

const LONGEST: usize = 2000;

fn described(text: &str, passage: &str) -> Described {
    let start = text.find(passage).unwrap();
    Index::new(text).describe(start..start + passage.len(), LONGEST).unwrap()
}

/// A text without white space and without what is not seen.
fn ink(text: &str) -> String {
    text.chars().filter(|c| !is_blank(*c)).collect()
}

#[test]
fn a_passage_gets_the_words_around_it() {
    let text = "A first line.\n  The bill \u{A0} passed “at last”, they said.\nA last line.";
    let passage = described(text, "passed “at last”");
    assert_eq!(passage.exact, "passed “at last”");
    assert_eq!((passage.prefix.as_str(), passage.suffix.as_str()), ("bill", ", they"));
    assert_eq!(&text[passage.span.bytes], "passed “at last”");
    // All of it has nothing around it, and white space is one space.
    let all = described(text, text);
    assert_eq!(all.exact, "A first line. The bill passed “at last”, they said. A last line.");
    assert_eq!((all.prefix.as_str(), all.suffix.as_str()), ("", ""));
}

#[test]
fn the_white_space_of_a_selection_does_not_count() {
    let text = "It rained.\n  The bill passed.  \u{200B}\nIt snowed.";
    let passage = described(text, "\n  The bill passed.  \u{200B}\n");
    assert_eq!(passage.exact, "The bill passed.");
    assert_eq!(&text[passage.span.bytes], "The bill passed.");
}

#[test]
fn words_that_stand_twice_get_as_much_context_as_tells_them_apart() {
    let text = "Alder said the budget will be cut. Birch said the budget will be cut.";
    let at = text.rfind("the budget").unwrap();
    let passage = Index::new(text).describe(at..at + 10, LONGEST).unwrap();
    assert_eq!(passage.prefix, "Birch said");
    assert_eq!(passage.span.bytes, at..at + 10);
}

#[test]
fn a_context_is_cut_within_a_word_only_where_it_has_to_be() {
    let long = "x".repeat(40);
    let text = format!("The {long}a said so. The {long}b said so.");
    let at = text.rfind("said").unwrap();
    let passage = Index::new(&text).describe(at..at + 4, LONGEST).unwrap();
    assert_eq!(passage.prefix, format!("{}b", "x".repeat(31)));
}

#[test]
fn why_a_passage_is_no_quote_is_said() {
    let text = "Éric: “…” \u{200B}\n So it is.\nSo it is.\nSo it is.\nSo it is.\nSo it is.\nSo it is.\nSo it is.\nSo it is.\nSo it is.\nSo it is.\nSo it is.";
    let why = |range, longest| Index::new(text).describe(range, longest).unwrap_err();
    let at = |part: &str| text.find(part).unwrap()..text.find(part).unwrap() + part.len();
    assert_eq!(why(0..text.len() + 1, LONGEST), WhyNot::OutOfText);
    assert_eq!(why(1..4, LONGEST), WhyNot::OutOfText);
    #[expect(clippy::reversed_empty_ranges, reason = "what a careless caller may give")]
    let reversed = 6..2;
    assert_eq!(why(reversed, LONGEST), WhyNot::OutOfText);
    assert_eq!(why(2..2, LONGEST), WhyNot::Empty);
    assert_eq!(why(at(" \u{200B}\n "), LONGEST), WhyNot::Empty);
    assert_eq!(why(at("“…”"), LONGEST), WhyNot::NoWords);
    assert_eq!(why(at("Éric:"), 4), WhyNot::TooLong(5));
    let fourth = text.match_indices("it").nth(5).unwrap().0;
    assert!(matches!(why(fourth..fourth + 2, LONGEST), WhyNot::Places(3..)));
    for message in [why(2..2, LONGEST).to_string(), why(fourth..fourth + 2, LONGEST).to_string()] {
        assert!(message.starts_with("the "), "{message}");
    }
}

/// There are as many pages as `PROPTEST_CASES` says.
#[test]
fn what_is_made_of_any_passage_leads_back_to_it_alone() {
    let mut refused: BTreeMap<String, usize> = BTreeMap::new();
    let mut made = 0;
    for seed in 0..u64::from(proptest::test_runner::Config::default().cases) {
        let random = &mut Random(seed);
        let text = page(random);
        let index = Index::new(&text);
        for _ in 0..20 {
            let range = cut(random, &text);
            let passage = &text[range.clone()];
            match index.describe(range.clone(), LONGEST) {
                Ok(Described { exact, prefix, suffix, span }) => {
                    made += 1;
                    let shown = format!("page {seed}: {prefix:?} [{exact:?}] {suffix:?} for {passage:?}");
                    let found = index.find(&exact, Some(&prefix), Some(&suffix));
                    assert_eq!(found, Anchor::Exact(span.clone()), "{shown}");
                    assert_eq!(trimmed(&text, &span.bytes), trimmed(&text, &range), "{shown}");
                    for part in [&exact, &prefix, &suffix] {
                        assert_eq!(*part, part.split_whitespace().collect::<Vec<_>>().join(" "), "{shown}");
                    }
                    assert!(prefix.chars().count() <= 32 && suffix.chars().count() <= 32, "{shown}");
                    assert!(ink(&text[..span.bytes.start]).ends_with(&ink(&prefix)), "{shown}");
                    assert!(ink(&text[span.bytes.end..]).starts_with(&ink(&suffix)), "{shown}");
                }
                Err(why) => {
                    let is_right = match why {
                        WhyNot::NoWords => !passage.contains(char::is_alphanumeric),
                        WhyNot::Places(count) => count > 1 && ink(&text).matches(&ink(passage)).count() > 1,
                        _ => false,
                    };
                    assert!(is_right, "page {seed}: {why:?} for {passage:?}");
                    let kind = format!("{why:?}").split('(').next().unwrap_or_default().to_owned();
                    *refused.entry(kind).or_default() += 1;
                }
            }
        }
    }
    println!("{made} quotes; none for {refused:?}");
    assert!(refused.get("Places").is_none_or(|count| count * 20 < made), "{refused:?}");
}
