//! How long it takes to read an article of 200,000 characters and to propose what is in it.
//!
//! `cargo bench --package summary-card-draft` prints the best and the median of 15 runs.

use std::time::Instant;

use summary_card_draft::{sentences, suggest};

const LENGTH: usize = 200_000;
const RUNS: usize = 15;

fn main() {
    for (language, article) in [
        ("en", include_str!("../tests/draft/gold/council.txt")),
        ("es", include_str!("../tests/draft/gold/salud.txt")),
    ] {
        let mut text = String::new();
        let mut copy = 0;
        while text.chars().count() < LENGTH {
            // Names of its own for each copy, so that a long article has many people.
            copy += 1;
            for word in article.split_inclusive(' ') {
                let is_name = word.starts_with(char::is_uppercase) && word.len() > 7 && word.ends_with(' ');
                text.push_str(word.trim_end_matches(' '));
                if is_name {
                    text.push(char::from(b'a' + u8::try_from(copy % 26).unwrap_or(0)));
                }
                text.push_str(&word[word.trim_end_matches(' ').len()..]);
            }
        }
        let text: String = text.chars().take(LENGTH).collect();
        let found = suggest(&text, Some(language));
        println!(
            "{language}: {} sentences, {} claims, {} actors",
            found.sentences.len(),
            found.claims.len(),
            found.actors.len()
        );
        measure("sentences", || sentences(&text).len());
        measure("suggest", || suggest(&text, Some(language)).claims.len());
    }
}

fn measure(what: &str, run: impl Fn() -> usize) {
    let mut times: Vec<u128> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(run());
            start.elapsed().as_micros()
        })
        .collect();
    times.sort_unstable();
    println!("  {what}: best {} µs, median {} µs", times[0], times[RUNS / 2]);
}
