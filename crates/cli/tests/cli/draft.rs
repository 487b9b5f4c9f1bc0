//! `summary-card draft`: what is proposed, what a model is asked, and what becomes of its answer.

use serde_json::json;

use crate::file;

const ARTICLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../draft/tests/draft/gold/council.txt");
const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../static/embed/river.html");

fn run(args: &[&str]) -> (Option<i32>, String, String) {
    crate::run(&[&["draft"], args].concat())
}

/// The number of the sentence that has some words, as the prompt gives it.
fn number(prompt: &str, words: &str) -> usize {
    let line = prompt.lines().find(|line| line.contains(words)).unwrap();
    line[1..].split(']').next().unwrap().parse().unwrap()
}

fn answer(claim: &str, numbers: &[usize]) -> String {
    let value = json!({
        "headline": 1,
        "abstract": [{ "text": "The council raises ferry fares.", "claims": ["vote"] }],
        "actors": [{ "id": "marsh", "name": "Delia Marsh", "type": "Person", "anonymity": "named" }],
        "claims": [{
            "id": "vote", "text": claim, "author": ["marsh"], "claimType": "event", "attribution": "indirect",
            "status": "reported", "evidence": numbers
        }],
        "stances": []
    });
    format!("Here it is:\n```json\n{value:#}\n```\n")
}

#[test]
fn alone_it_prints_proposals() {
    let (code, out, told) = run(&[ARTICLE]);
    assert_eq!((code, told.as_str()), (Some(0), ""));
    assert!(out.contains("Delia Marsh, in quotation marks: said"), "{out}");
    assert!(out.contains("- Gus Whitfield, chairman"), "{out}");
    assert!(out.contains("keep: never"), "{out}");
}

#[test]
fn the_prompt_has_every_sentence_and_the_schema() {
    let (code, prompt, told) = run(&[PAGE, "--prompt", "--lang", "en-US"]);
    assert_eq!((code, told.as_str()), (Some(0), ""));
    assert!(prompt.contains("\n[1] ") && prompt.contains("\"$defs\"") && prompt.contains("en-US"));
}

#[test]
fn an_answer_becomes_a_card_that_check_passes() {
    let (_, prompt, _) = run(&[ARTICLE, "--prompt"]);
    let text = answer("The council voted 7-4 to raise fares by 12 percent.", &[number(&prompt, "voted 7-4")]);
    let (answer, card) = (file("good-answer.md", &text), file("drafted.json", ""));
    let (code, out, told) = run(&[ARTICLE, "--answer", &answer, "--output", &card]);
    assert_eq!((code, out.as_str(), told.as_str()), (Some(0), "", ""));
    let (code, out, _) = crate::run(&["check", &card, "--article", ARTICLE]);
    assert_eq!((code, out.as_str()), (Some(0), "ok: 1 file\n"));
    let (code, printed, _) = run(&[ARTICLE, "--answer", &answer]);
    assert_eq!((code, printed), (Some(0), std::fs::read_to_string(&card).unwrap()));
}

#[test]
fn what_the_article_does_not_prove_is_named_with_its_line() {
    let (_, prompt, _) = run(&[ARTICLE, "--prompt"]);
    let text = answer("The council voted 8-4.", &[number(&prompt, "voted 7-4"), 999]);
    let (code, card, told) = run(&[ARTICLE, "--answer", &file("bad-answer.md", &text)]);
    assert_eq!(code, Some(1), "{told}");
    assert!(!card.contains("8-4") && card.contains("\"headline\""), "{card}");
    assert!(told.contains("there is no sentence 999") && told.contains("bad-answer.md:"), "{told}");
    assert!(told.contains("the number 8 is in none of the claim's quotes"), "{told}");
}

#[test]
fn what_cannot_be_read_is_said() {
    let no_json = file("no-answer.txt", "I am sorry.");
    let (code, out, told) = run(&[ARTICLE, "--answer", &no_json]);
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert!(told.contains("there is no JSON object with `claims` in the answer"), "{told}");
    let empty = file("no-sentence.txt", "***");
    for args in [
        &["nowhere.txt"][..],
        &[ARTICLE, "--answer", "nowhere.json"],
        &[&empty],
        &[ARTICLE, "--prompt", "--answer", &no_json],
        &[ARTICLE, "--output", "x.json"],
        &[ARTICLE, "--lang", "english!"],
    ] {
        let (code, out, told) = run(args);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{args:?} {told}");
        assert!(!told.is_empty());
    }
}

#[test]
fn the_answer_of_the_readme_is_good() {
    let answer = concat!(env!("CARGO_MANIFEST_DIR"), "/../draft/examples/river-answer.md");
    let (code, card, told) = run(&[PAGE, "--answer", answer]);
    assert_eq!((code, told.as_str()), (Some(0), ""));
    assert!(card.contains("Alder Falls splits over a plan"), "{card}");
}
