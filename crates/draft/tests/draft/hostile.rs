//! Articles and answers that are made to do harm, or are not made with care.

use std::time::{Duration, Instant};

use card::{Levels, Rule, check_text};
use proptest::prelude::*;
use quote::Index;
use serde_json::json;
use summary_card_draft::{MAX_ANSWER_BYTES, answer, prompt, sentences, suggest};

/// Far more than any of these takes, in a build for tests on a slow machine.
const LIMIT: Duration = Duration::from_secs(20);

fn read(text: &str) -> summary_card_draft::Answer {
    let start = Instant::now();
    let found = answer(text, &Index::new("Ana Ruiz said so. It may rain."), Some("en"));
    assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
    found
}

#[test]
fn a_large_or_deep_answer_is_refused_soon() {
    let deep = format!("{{\"claims\":{}", "[".repeat(MAX_ANSWER_BYTES / 2));
    let nested = "{\"claims\":[0,0,0,0,0,0,0,0,0,0,".repeat(MAX_ANSWER_BYTES / 40);
    for text in [
        deep,
        nested,
        "{".repeat(MAX_ANSWER_BYTES),
        "{\"".repeat(MAX_ANSWER_BYTES / 2),
        "{} ".repeat(MAX_ANSWER_BYTES / 4),
    ] {
        let found = read(&text);
        assert_eq!(found.card, None);
        assert_eq!(found.problems[0].problem.rule, Rule::NotJson);
    }
    assert_eq!(read(&"x".repeat(MAX_ANSWER_BYTES + 1)).problems[0].problem.rule, Rule::TooLarge);
}

#[test]
fn lists_without_end_are_read_as_far_as_a_card_may_go() {
    let claim = |at: usize| json!({ "id": format!("c{at}"), "text": "It may rain.", "evidence": [2] });
    let claims: Vec<_> = (0..3000).map(claim).collect();
    let found = read(&json!({ "claims": claims }).to_string());
    assert_eq!(found.card.unwrap().claims.len(), card::limits::MAX_CLAIMS);
    assert_eq!(found.problems[0].problem.rule, Rule::TooMany);
    let wrong = json!({ "claims": vec![json!(null); 100_000], "actors": vec![json!([]); 100_000] });
    assert!(read(&wrong.to_string()).problems.len() < 1000);
}

#[test]
fn markup_stays_text() {
    let text = "<img src=x onerror=alert(1)>";
    let article = format!("{text} said so. It may rain.");
    let index = Index::new(&article);
    let value = json!({
        "headline": 1,
        "abstract": [{ "text": "<script>It may rain</script>", "claims": ["a"] }],
        "actors": [{ "id": "x", "name": text, "type": "Person", "anonymity": "named" }],
        "claims": [{ "id": "a", "text": "<b>It may rain</b>", "author": ["x"], "status": "attributed", "evidence": [2] }]
    });
    let found = answer(&value.to_string(), &index, Some("en"));
    assert_eq!(found.problems, []);
    let card = found.card.unwrap();
    assert_eq!((card.actors[0].name.as_str(), card.claims[0].text.as_str()), (text, "<b>It may rain</b>"));
    let file = serde_json::to_string(&card).unwrap();
    assert_eq!(check_text(&file, &Levels::default(), Some(&index)), []);
}

#[test]
fn an_article_that_is_one_line_or_one_word_or_none_is_read_soon() {
    for text in [
        "Ana Ruiz, the mayor, of the said, the union of ".repeat(4000),
        "said ".repeat(40_000),
        "A.".repeat(100_000),
        "“".repeat(60_000),
        "x".repeat(200_000),
        "the Mayor ".repeat(20_000),
        "según el ".repeat(20_000),
        "\n. \n".repeat(50_000),
        String::new(),
    ] {
        for language in ["en", "es", "ja"] {
            let start = Instant::now();
            let found = suggest(&text, Some(language));
            assert_eq!(found.sentences, sentences(&text));
            assert!(start.elapsed() < LIMIT, "{:?} for {:?}", start.elapsed(), &text[..text.len().min(20)]);
        }
    }
}

/// Texts of pieces that the rules look at.
fn any_article() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "said",
        "dijo",
        "según",
        "according to",
        "the mayor",
        "Ana Ruiz",
        "Dr.",
        "U.S.",
        ",",
        ". ",
        "“",
        "”",
        "«",
        "»",
        "\"",
        "\n",
        "\n\n",
        "may",
        "not",
        "5",
        "3.5 percent",
        "of",
        "de",
        "la",
        "Union",
        "’s",
        "sources",
        "who",
        "—",
        "?",
        "¿",
        "he",
        "é",
        "東京。",
        "&",
        "(",
        ")",
    ]);
    prop_oneof![
        prop::collection::vec(pieces, 0..80).prop_map(|pieces| pieces.join(" ")),
        "\\PC{0,200}",
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_place_is_in_the_text_and_in_order(text in any_article(), language in prop::sample::select(vec!["en", "es"])) {
        let found = suggest(&text, Some(language));
        prop_assert_eq!(&found.sentences, &sentences(&text));
        for pair in found.sentences.windows(2) {
            prop_assert!(pair[0].end <= pair[1].start);
        }
        for range in &found.sentences {
            prop_assert!(text[range.clone()].contains(char::is_alphanumeric));
            prop_assert_eq!(text[range.clone()].trim(), &text[range.clone()]);
        }
        for claim in &found.claims {
            prop_assert_eq!(&claim.range, &found.sentences[claim.sentence]);
            prop_assert!(claim.speaker.is_none_or(|id| id < found.actors.len()));
        }
        for actor in &found.actors {
            let first = &text[actor.mentions[0].clone()];
            prop_assert_eq!(first.split_whitespace().collect::<Vec<_>>().join(" "), actor.name.clone());
        }
        // Nothing but letters and digits is lost between the sentences.
        let kept: usize = found.sentences.iter().map(|range| text[range.clone()].matches(char::is_alphanumeric).count()).sum();
        prop_assert_eq!(kept, text.matches(char::is_alphanumeric).count());
        let last = format!("\n[{}] ", found.sentences.len());
        let is_numbered = found.sentences.is_empty() || prompt(&text, Some(language)).contains(&last);
        prop_assert!(is_numbered);
    }

    #[test]
    fn nothing_unproven_is_in_a_card(text in any_article(), numbers in prop::collection::vec(0_usize..12, 0..6), name in "[A-Z][a-z]{0,5}") {
        let index = Index::new(&text);
        let claims: Vec<_> = numbers.iter().enumerate().map(|(at, number)| {
            json!({ "id": format!("c{at}"), "text": "It may not be so.", "author": ["x"], "evidence": [number] })
        }).collect();
        let value = json!({ "claims": claims, "actors": [{ "id": "x", "name": name }] });
        let found = answer(&value.to_string(), &index, Some("en"));
        let card = found.card.unwrap();
        prop_assert_eq!(card::check_quotes(&card, &index), vec![]);
        let is_there = index.count(&name) > 0 || index.count(&name.to_lowercase()) > 0;
        prop_assert!(card.claims.iter().all(|claim| !claim.evidence.is_empty() && is_there));
    }
}
