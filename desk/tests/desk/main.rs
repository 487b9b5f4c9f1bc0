//! The desk without its view.

mod article;
mod article_hostile;
mod document;
mod document_history;
mod export;
mod make;
mod marks;
mod problems;
mod references;
mod whole;

use summary_card_desk::article::{Article, Format};

/// An article of plain text.
fn article(text: &str) -> Article {
    Article::read(text, Format::Text).unwrap_or_else(|why| panic!("{why:?}: {text}"))
}

/// A page of the project.
fn page(name: &str) -> String {
    std::fs::read_to_string(format!("{}/../{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The bytes of the one place of some words.
fn place(article: &Article, words: &str) -> std::ops::Range<usize> {
    let text = article.text();
    assert_eq!(text.matches(words).count(), 1, "{words:?}");
    let start = text.find(words).unwrap();
    start..start + words.len()
}
