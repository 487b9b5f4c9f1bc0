//! How long the desk takes for what an editor waits for: an article of 200,000 characters, a card of 200 claims with two
//! quotes each. In WebAssembly it takes about twice as long.
//!
//! `cargo bench --package summary-card-desk` prints the best and the median of 15 runs.

use std::time::Instant;

use card::Label;
use serde_json::{Value, json};
use summary_card_desk::article::{Article, Format};
use summary_card_desk::document::Document;
use summary_card_desk::make::{Make, make};
use summary_card_desk::marks::marks;
use summary_card_desk::problems::{check, fix};

const LENGTH: usize = 200_000;
const CLAIMS: usize = 200;
const RUNS: usize = 15;

fn main() {
    let text = long_text();
    let html = text.split('\n').fold(String::from("<article>"), |html, line| html + "<p>" + line + "</p>\n");
    measure("read text", || Article::read(&text, Format::Text).map_or(0, |article| article.blocks().len()));
    measure("read HTML", || Article::read(&html, Format::Html).map_or(0, |article| article.blocks().len()));
    measure("read Markdown", || {
        Article::read(&text, Format::Markdown).map_or(0, |article| article.blocks().len())
    });
    let Ok(article) = Article::read(&text, Format::Text) else { return };

    let places = article.sentences();
    let middle = places[places.len() / 2].clone();
    measure("quote", || article.quote(middle.clone()).map_or(0, |quote| quote.exact.len()));
    measure("quote of twenty sentences", || {
        let range = middle.start..places[places.len() / 2 + 20].end;
        article.quote(range).map_or(0, |quote| quote.exact.len())
    });

    let mut document = full_card(&article);
    for (what, kind) in [
        ("claim", Make::Claim { author: None }),
        ("evidence", Make::Evidence("claims[7]".to_owned())),
        ("stance", Make::Stance { actor: "ann".to_owned(), claim: "c7".to_owned(), label: Label::Favor }),
        ("point", Make::Point(Vec::new())),
    ] {
        let card = document.value().clone();
        measure(&format!("make a {what}"), || {
            make(&card, &article, middle.clone(), &kind).map_or(1, |made| made.edits.len())
        });
    }

    let text = document.text();
    let checked = check(&text, Some(&article));
    println!(
        "a card of {} bytes, {} claims, {} quotes, {} problems",
        text.len(),
        checked.card.claims.len(),
        checked.card.quotes().len(),
        checked.problems.len()
    );
    let kept = article.saved();
    measure("read what was kept", || {
        Article::of_blocks(kept.clone()).map_or(0, |article| article.blocks().len())
    });
    measure("read what was kept, check and marks", || {
        let Ok(article) = Article::of_blocks(kept.clone()) else { return 0 };
        let checked = check(&text, Some(&article));
        checked.problems.len() + marks(&checked.card, &article).len()
    });
    measure("marks", || marks(&checked.card, &article).len());
    measure("check", || check(&text, Some(&article)).problems.len());
    measure("check without the article", || check(&text, None).problems.len());
    let held = document.value().clone();
    let mut typed = String::new();
    measure("type_in and text", || {
        typed.push('x');
        let _ = document.type_in("claims[100].text", Some(json!(typed)));
        document.text().len()
    });
    drop(held);

    let bare = without_contexts(document.value());
    let text = Document::of(bare.clone()).text();
    measure("check of quotes without context", || check(&text, Some(&article)).fixable);
    measure("fix", || fix(&bare, &article).len());
    let lost = text.replace("\"exact\": \"", "\"exact\": \"Zebras ");
    measure("check of quotes that are changed, at first", || {
        let Ok(article) = Article::of_blocks(kept.clone()) else { return 0 };
        check(&lost, Some(&article)).problems.len()
    });
    let _ = check(&lost, Some(&article));
    measure("check of quotes that are changed, again", || check(&lost, Some(&article)).problems.len());
}

/// An article that repeats itself, with names of its own for each copy.
fn long_text() -> String {
    let source = include_str!("../../crates/draft/tests/draft/gold/council.txt");
    let mut text = String::new();
    let mut copy = 0;
    while text.chars().count() < LENGTH {
        copy += 1;
        for word in source.split_inclusive(' ') {
            text.push_str(word);
            if word.len() > 8 {
                text.push_str(&copy.to_string());
                text.push(' ');
            }
        }
        text.push('\n');
    }
    text.chars().take(LENGTH).collect()
}

fn full_card(article: &Article) -> Document {
    let mut document = Document::empty("en");
    let quotes: Vec<Value> = article
        .sentences()
        .iter()
        .step_by(article.sentences().len() / (2 * CLAIMS) - 1)
        .filter_map(|range| article.quote(range.clone()).ok())
        .map(|quote| json!(quote))
        .collect();
    let claims: Vec<Value> = quotes
        .chunks(2)
        .take(CLAIMS)
        .enumerate()
        .map(|(at, quotes)| {
            json!({ "id": format!("c{at}"), "text": quotes[0]["exact"], "author": ["ann"], "evidence": quotes })
        })
        .collect();
    let set = |path: &str, to| summary_card_desk::document::Edit::Set { path: path.to_owned(), to: Some(to) };
    let _ = document
        .change(vec![set("actors", json!([{ "id": "ann", "name": "Ann" }])), set("claims", claims.into())]);
    document
}

fn without_contexts(card: &Value) -> Value {
    let mut card = card.clone();
    for claim in card["claims"].as_array_mut().into_iter().flatten() {
        for quote in claim["evidence"].as_array_mut().into_iter().flatten() {
            *quote = json!({ "exact": quote["exact"] });
        }
    }
    card
}

fn measure(what: &str, mut run: impl FnMut() -> usize) {
    let mut result = 0;
    let mut times: Vec<u128> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            result = std::hint::black_box(run());
            start.elapsed().as_micros()
        })
        .collect();
    times.sort_unstable();
    println!("  {what}: best {} µs, median {} µs ({result})", times[0], times[RUNS / 2]);
}
