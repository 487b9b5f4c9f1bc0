//! How long it takes to find 200 quotes in an article of 200,000 characters, beside doing it the plain way.
//!
//! `cargo bench --package summary-card-quote`. The article is made up of invented words as frequent as English ones
//! (Zipf's law), always the same. A plain program: it prints, and asserts nothing about time.

use std::hint::black_box;
use std::time::{Duration, Instant};

use summary_card_quote::{Anchor, Index};

const ARTICLE: usize = 200_000;
const QUOTES: usize = 200;
const ROUNDS: usize = 15;

/// A small generator of numbers that look random (Knuth's constants).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit
    }
}

/// Words of two to four syllables, the first ones the most frequent.
fn article(random: &mut Random) -> Vec<String> {
    const SYLLABLES: [&str; 24] = [
        "the", "in", "ter", "re", "con", "a", "ti", "on", "er", "an", "de", "pro", "ing", "men", "so", "ver",
        "e", "is", "al", "per", "ma", "ne", "st", "ou",
    ];
    let vocabulary: Vec<String> = (0..8000)
        .map(|rank: usize| {
            let syllables = 1 + rank.min(2) + random.below(2);
            (0..syllables).map(|_| SYLLABLES[random.below(SYLLABLES.len())]).collect()
        })
        .collect();
    let mut words = Vec::new();
    let mut len = 0;
    while len < ARTICLE {
        // A power of a uniform number falls off about as word frequencies do.
        let mut rank = vocabulary.len() - 1;
        for _ in 0..3 {
            rank = random.below(rank + 1);
        }
        let word = &vocabulary[rank];
        len += word.len() + 1;
        words.push(word.clone());
    }
    words
}

/// Quotes of 8 to 40 words: as they are, with a word changed now and then, or from nowhere.
fn quotes(random: &mut Random, words: &[String], kind: &str) -> Vec<String> {
    (0..QUOTES)
        .map(|_| {
            let len = 8 + random.below(33);
            let start = random.below(words.len() - len);
            let mut quote = words[start..start + len].to_vec();
            match kind {
                "exact" => {}
                "near" => {
                    // One letter in twenty or so.
                    for word in quote.iter_mut().skip(1).step_by(4) {
                        word.insert(word.len() / 2, 'x');
                    }
                }
                // The article's words, but in no order that it has.
                _ => quote.iter_mut().for_each(|word| word.clone_from(&words[random.below(words.len())])),
            }
            quote.join(" ")
        })
        .collect()
}

/// The best and the middle one of several measurements: the best is what it costs, the middle one what else
/// the machine was doing.
fn measure(rounds: usize, mut run: impl FnMut()) -> [Duration; 2] {
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    [times[0], times[rounds / 2]]
}

/// Prints a line; of a peer's, how many times as long as ours it takes at its best.
fn report(name: &str, [best, middle]: [Duration; 2], ours: Option<[Duration; 2]>) {
    let ratio =
        ours.map_or(String::new(), |ours| format!("{:9.1} x", best.as_secs_f64() / ours[0].as_secs_f64()));
    println!("{name:<56} {:9.2} {:9.2}{ratio}", best.as_secs_f64() * 1e3, middle.as_secs_f64() * 1e3);
}

fn main() {
    let mut random = Random(42);
    let words = article(&mut random);
    let text = words.join(" ");
    println!("{} characters, {QUOTES} quotes of each kind, {ROUNDS} rounds", text.chars().count());
    println!("{:<56} {:>9} {:>9}", "milliseconds", "best", "median");
    let kinds = ["exact", "near", "orphan"].map(|kind| (kind, quotes(&mut random, &words, kind)));

    report("index", measure(ROUNDS, || drop(black_box(Index::new(&text)))), None);
    for (kind, quotes) in &kinds {
        let mut found = [0; 3];
        let time = measure(ROUNDS, || {
            let index = Index::new(&text);
            found = [0; 3];
            for quote in quotes {
                match black_box(index.find(quote, None, None)) {
                    Anchor::Exact(_) => found[0] += 1,
                    Anchor::Near(..) => found[1] += 1,
                    Anchor::Orphan(_) => found[2] += 1,
                }
            }
        });
        let [exact, near, orphans] = found;
        report(&format!("{kind}: index + find ({exact} exact, {near} near, {orphans} orphans)"), time, None);
        let plain = measure(ROUNDS, || {
            for quote in quotes {
                black_box(text.find(quote.as_str()));
            }
        });
        report("  str::find for each (word for word, no folding)", plain, Some(time));
        let refolding = measure(ROUNDS, || {
            for quote in quotes.iter().take(QUOTES / 10) {
                let folded = plainly_folded(&text);
                black_box(folded.find(&plainly_folded(quote)));
            }
        });
        report("  folding the article for each (word for word)", refolding.map(|time| time * 10), Some(time));
        let sellers = measure(1, || {
            for quote in quotes.iter().take(2) {
                black_box(sellers(&text, quote));
            }
        });
        report("  Sellers' algorithm for each", sellers.map(|time| time * 100), Some(time));
    }
}

/// White space, quotes and dashes made alike, the plain way.
fn plainly_folded(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace(['“', '”'], "\"")
        .replace('’', "'")
        .replace('—', "-")
}

/// The smallest number of errors between the quote and any part of the text: the textbook's table.
fn sellers(text: &str, quote: &str) -> usize {
    let quote: Vec<char> = quote.chars().collect();
    let mut column: Vec<usize> = (0..=quote.len()).collect();
    let mut best = quote.len();
    for c in text.chars() {
        let mut diagonal = 0;
        for (row, q) in quote.iter().enumerate() {
            let substituted = diagonal + usize::from(*q != c);
            diagonal = column[row + 1];
            column[row + 1] = substituted.min(diagonal + 1).min(column[row] + 1);
        }
        best = best.min(column[quote.len()]);
    }
    best
}
