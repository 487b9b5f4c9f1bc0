//! Any text, any quote: nothing panics, and what is found is a part of the text.
//!
//! `cargo +nightly fuzz run quote -- -max_total_time=90`

#![no_main]

use libfuzzer_sys::fuzz_target;
use summary_card_quote::{Anchor, Index, Span};


/// Checks that a span is the same part of the text in both of its units.
fn check(index: &Index, span: &Span) {
    let text = index.text();
    let found = &text[span.bytes.clone()];
    let before = text[..span.bytes.start].encode_utf16().count();
    assert_eq!(span.utf16, before..before + found.encode_utf16().count());
    let (prefix, suffix) = index.context(span);
    assert!(prefix.is_empty() || text[..span.bytes.start].contains(&prefix));
    assert!(suffix.is_empty() || text[span.bytes.end..].contains(&suffix));
}

fuzz_target!(|input: (String, String, Option<String>, Option<String>, u16, u16)| {
    let (text, written, prefix, suffix, from, len) = input;
    let (prefix, suffix) = (prefix.as_deref(), suffix.as_deref());
    let index = Index::new(&text);
    // The quote as it came, one cut out of the text, and that one with the first put into it.
    let cut: String = text.chars().skip(usize::from(from)).take(usize::from(len)).collect();
    let middle = cut.char_indices().nth(cut.chars().count() / 2).map_or(0, |(at, _)| at);
    let mixed = format!("{}{written}{}", &cut[..middle], &cut[middle..]);
    for exact in [&written, &cut, &mixed] {
        let anchor = index.find(exact, prefix, suffix);
        if let Some(span) = anchor.span() {
            check(&index, span);
        }
        if let Anchor::Near(span, diff) = &anchor {
            let article: String = diff
                .iter()
                .filter_map(|part| match part {
                    quote::Diff::Same(text) | quote::Diff::Added(text) => Some(text.as_str()),
                    quote::Diff::Removed(_) => None,
                })
                .collect();
            assert_eq!(article, index.text()[span.bytes.clone()]);
        }
        if let Some(nearest) = index.nearest(exact) {
            check(&index, &nearest.span);
            assert!(nearest.likeness <= 1000);
        }
        index.count(exact);
        let directive = quote::text_fragment(exact, prefix, suffix);
        assert!(directive.bytes().all(|byte| byte.is_ascii_graphic()));
    }
});
