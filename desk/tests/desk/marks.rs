//! Which words are in use.

use card::{Card, Claim, Quote, Stance};
use proptest::prelude::*;
use summary_card_desk::article::Article;
use summary_card_desk::marks::marks;

use super::article;

fn card(claims: &[&[&str]], stances: &[&[&str]]) -> Card {
    let quotes = |texts: &[&str]| {
        texts.iter().map(|text| Quote { exact: (*text).into(), ..Quote::default() }).collect()
    };
    Card {
        claims: claims.iter().map(|texts| Claim { evidence: quotes(texts), ..Claim::default() }).collect(),
        stances: stances
            .iter()
            .map(|texts| Stance { evidence: quotes(texts), ..Stance::default() })
            .collect(),
        ..Card::default()
    }
}

/// Each mark's words and who uses them.
fn shown(card: &Card, article: &Article) -> Vec<(String, String)> {
    let marks = marks(card, article).into_iter();
    marks.map(|mark| (article.text()[mark.range].to_owned(), mark.users.join(" "))).collect()
}

fn pair(words: &str, users: &str) -> (String, String) {
    (words.to_owned(), users.to_owned())
}

#[test]
fn quotes_that_overlap_are_cut_into_runs() {
    let article = article("The bridge will close in the spring of next year.");
    let card = card(
        &[&["bridge will close", "not there at all"], &["will close in the spring"]],
        &[&["close"], &["next year.", "will close in the spring"]],
    );
    let expected = [
        pair("bridge ", "claims[0].evidence[0]"),
        pair("will ", "claims[0].evidence[0] claims[1].evidence[0] stances[1].evidence[1]"),
        pair(
            "close",
            "claims[0].evidence[0] claims[1].evidence[0] stances[0].evidence[0] stances[1].evidence[1]",
        ),
        pair(" in the spring", "claims[1].evidence[0] stances[1].evidence[1]"),
        pair("next year.", "stances[1].evidence[0]"),
    ];
    assert_eq!(shown(&card, &article), expected);
}

#[test]
fn quotes_side_by_side_stay_apart() {
    let article = article("One two. Three four.\n\nFive six.");
    let card = card(&[&["One two.", "Three four. Five"], &[" Three"]], &[]);
    let expected = [
        pair("One two.", "claims[0].evidence[0]"),
        pair("Three", "claims[0].evidence[1] claims[1].evidence[0]"),
        pair(" four.\nFive", "claims[0].evidence[1]"),
    ];
    assert_eq!(shown(&card, &article), expected);
}

#[test]
fn a_quote_in_two_places_has_no_mark() {
    let article = article("It is so. It was not. It is so.");
    assert_eq!(shown(&card(&[&["It is so."]], &[]), &article), []);
    assert_eq!(shown(&Card::default(), &article), []);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_byte_has_the_users_that_lie_over_it(places in prop::collection::vec((0_usize..40, 1_usize..10), 0..12)) {
        let words: Vec<String> = (0..50).map(|number| format!("word{number:02}")).collect();
        let article = article(&words.join(" "));
        let texts: Vec<String> = places.iter().map(|(at, count)| words[*at..at + count].join(" ")).collect();
        let card = card(&[&texts.iter().map(String::as_str).collect::<Vec<_>>()], &[]);
        let mut users: Vec<Vec<String>> = vec![Vec::new(); article.text().len()];
        for (at, text) in texts.iter().enumerate() {
            let start = article.text().find(text).unwrap();
            for byte in &mut users[start..start + text.len()] {
                byte.push(format!("claims[0].evidence[{at}]"));
            }
        }
        let marks = marks(&card, &article);
        for pair in marks.windows(2) {
            prop_assert!(pair[0].range.end <= pair[1].range.start);
            prop_assert!(pair[0].range.end < pair[1].range.start || pair[0].users != pair[1].users);
        }
        for mark in marks {
            prop_assert!(!mark.users.is_empty() && !mark.range.is_empty());
            for byte in mark.range {
                prop_assert_eq!(&mark.users, &std::mem::take(&mut users[byte]));
            }
        }
        prop_assert!(users.iter().all(Vec::is_empty));
    }
}
