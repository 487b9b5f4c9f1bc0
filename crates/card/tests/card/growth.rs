//! However a card file is made up, the time to check it grows with its size and no faster.

use std::time::{Duration, Instant};

use quote::Index;
use summary_card_card::{Levels, check_text, fill_in_contexts};

const START: &str = r#"{"version":1,"id":"x","headline":"H","abstract":["A."]"#;

/// A file with a list of so many entries.
fn list(name: &str, count: usize, entry: &dyn Fn(usize) -> String) -> String {
    let entries: Vec<String> = (0..count).map(entry).collect();
    format!("{START},\"{name}\":[{}]}}", entries.join(","))
}

/// A file with so many more fields.
fn fields(count: usize, field: &dyn Fn(usize) -> String) -> String {
    let fields: Vec<String> = (0..count).map(field).collect();
    format!("{START},{}}}", fields.join(","))
}

/// Fails where four times as much takes more than ten times as long; sixteen times is what a walk over everything
/// for everything takes. Whatever else the machine does only adds to a time, so the least of a few is taken.
fn grows_with_size(what: &str, work: impl Fn(usize)) {
    let time = |size: usize| -> Duration {
        let once = |_| {
            let start = Instant::now();
            work(size);
            start.elapsed()
        };
        (0..3).map(once).min().expect("three times")
    };
    let mut tries = Vec::new();
    for _ in 0..5 {
        let (one, four) = (time(1), time(4));
        if four < one * 10 {
            return;
        }
        tries.push((one, four));
    }
    panic!("{what}: four times as much takes too long: {tries:?}");
}

fn checks(what: &str, file: impl Fn(usize) -> String) {
    grows_with_size(what, |size| {
        let problems = check_text(&file(size), &Levels::default(), None);
        assert!(!problems.is_empty(), "{what}");
    });
}

#[test]
fn of_a_file_with_thousands_of_problems() {
    let claim = |i: usize| format!(r#"{{"id":"c{i}","text":"t","author":["a{i}"]}}"#);
    checks("claims by nobody", |size| list("claims", size * 1000, &claim));
    checks("claims of the wrong shape", |size| {
        list("claims", size * 1000, &|_| r#"{"id":5,"text":7}"#.into())
    });
    checks("empty claims", |size| list("claims", size * 2000, &|_| "{}".into()));
    checks("actors of one id", |size| list("actors", size * 1000, &|_| r#"{"id":"a","name":"n"}"#.into()));
    let stance = |i: usize| format!(r#"{{"actor":"a{i}","target":"b","label":"none"}}"#);
    checks("stances of nobody", |size| list("stances", size * 1000, &stance));
    let comment = |i: usize| {
        let date = "2025-01-01";
        format!(r#"{{"id":"c{i}","text":"t","author":"n","dateCreated":"{date}","parentItem":"c{}"}}"#, i + 1)
    };
    checks("a long thread", |size| list("comments", size * 1000, &comment));
    checks("unknown fields", |size| fields(size * 2000, &|i| format!("\"f{i}\":1")));
    checks("fields that stand twice", |size| fields(size * 2000, &|_| r#""url":"x""#.into()));
    checks("halves of characters", |size| list("author", size * 2000, &|_| r#""\ud800""#.into()));
    checks("nested too deep", |size| {
        let inner = vec!["[]"; size * 2000].join(",");
        format!("{START},\"x\":{}{inner}{}}}", "[".repeat(126), "]".repeat(126))
    });
    let numbers = |size: usize| (0..size * 8000).map(|i| i.to_string()).collect::<Vec<_>>().join(" ");
    checks("numbers", |size| {
        let claim = format!(r#"{{"id":"c","text":"{}","evidence":[{{"exact":"x"}}]}}"#, numbers(size));
        list("claims", 1, &|_| claim.clone())
    });
}

#[test]
fn with_an_article() {
    let sentence = |i: usize| format!("Sentence {i} is about number {}.", i * 7);
    let article = (0..3000).map(sentence).collect::<Vec<_>>().join(" ");
    let article = Index::new(&article);
    let quote = |i: usize| format!(r#"{{"exact":"Sentence {} is about number"}}"#, i % 3000);
    let card = |size: usize, quote: &dyn Fn(usize) -> String| {
        let claim = |i: usize| {
            let evidence: Vec<String> = (0..20).map(|j| quote(i * 20 + j)).collect();
            format!(r#"{{"id":"c{i}","text":"t","evidence":[{}]}}"#, evidence.join(","))
        };
        list("claims", size * 40, &claim)
    };
    grows_with_size("quotes that are there", |size| {
        check_text(&card(size, &quote), &Levels::default(), Some(&article));
    });
    let missing = |i: usize| format!(r#"{{"exact":"There is no sentence {i} that is about this"}}"#);
    grows_with_size("quotes that are not there", |size| {
        check_text(&card(size, &missing), &Levels::default(), Some(&article));
    });
    grows_with_size("filling in", |size| {
        let fixed = fill_in_contexts(&card(size, &quote), &article).expect("something is filled in");
        assert!(fixed.quotes >= size * 40 * 20 / 2, "{}", fixed.quotes);
    });
}
