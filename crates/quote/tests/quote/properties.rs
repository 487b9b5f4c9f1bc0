//! Properties: a quote cut out of any text is found at its very place, however it is written; one with
//! another number, name or negation never is.

#![cfg(not(target_arch = "wasm32"))]

use super::text::{is_blank, is_dash, trimmed};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use summary_card_quote::{Anchor, Index, is_invisible, text_fragment};

/// Texts of every kind: all of Unicode, and a small alphabet of troublesome characters.
fn any_text() -> impl Strategy<Value = String> {
    let troublesome = prop::sample::select(
        "ab cde  fgh ij.,-—–…“”'’\"&;#<>\u{A0}\u{AD}\u{200B}\u{200D}\u{FE0F}\u{301}é東京でาם😀👍🏽19\n\tNn't\0"
            .chars()
            .collect::<Vec<_>>(),
    );
    prop_oneof![
        "\\PC{1,200}",
        prop::collection::vec(troublesome, 1..300).prop_map(String::from_iter),
        prose().prop_map(|words| words.join(" ")),
    ]
}

const WORDS: &[&str] = &[
    "the",
    "a",
    "of",
    "ministers",
    "agreed",
    "on",
    "treaty",
    "with",
    "neighbours",
    "after",
    "long",
    "talks",
    "and",
    "people",
    "said",
    "they",
    "would",
    "leave",
    "city",
    "before",
    "winter",
    "“soon”",
    "border—open",
    "prices",
    "rose",
    "by",
    "voted",
    "for",
    "law",
    "council",
    "officials",
    "expected",
    "support",
    "from",
    "farmers",
    "river",
    "dam",
];
const NAMES: &[&str] = &["Trump", "Sheinbaum", "Washington", "Sinaloa", "NATO", "Ávila", "MS-13"];
const NUMBERS: &[&str] = &["5", "15", "2019", "1,000", "3.5", "two", "seven", "million", "veinte"];
const NEGATIONS: &[&str] = &["not", "no", "never", "don't", "without", "nunca", "sin"];

/// Words as in a news article, with names, numbers and negations in them.
fn prose() -> impl Strategy<Value = Vec<&'static str>> {
    let word = prop_oneof![
        12 => prop::sample::select(WORDS),
        1 => prop::sample::select(NAMES),
        1 => prop::sample::select(NUMBERS),
        1 => prop::sample::select(NEGATIONS),
    ];
    prop::collection::vec(word, 20..120)
}

/// The same words in another writing.
fn noisy(text: &str, choices: &[u8], is_html: bool) -> String {
    let mut noisy = String::new();
    let mut is_after_dash = false;
    for (at, c) in text.chars().enumerate() {
        let choice = usize::from(choices[at % choices.len()]);
        let pick = |writings: &[&str]| writings[choice % writings.len()].to_owned();
        let dash = is_dash(c);
        let written = match c {
            ' ' | '\n' | '\t' | '\u{A0}' if is_html => pick(&[" ", "\n", "&nbsp;", "&#160;", "\u{2003} "]),
            ' ' | '\n' | '\t' | '\u{A0}' => pick(&[" ", "\n", "  ", "\u{A0}", "\u{202F}"]),
            '\'' | '’' | '‘' if is_html => pick(&["'", "&#8217;", "&apos;", "&#x27;", "&rsquo;", "’"]),
            '\'' | '’' | '‘' => pick(&["'", "’", "‘"]),
            '"' | '“' | '”' if is_html => pick(&["&quot;", "&ldquo;", "”", "&#x201C;"]),
            '"' | '“' | '”' => pick(&["\"", "“", "”", "«"]),
            '…' => pick(&["…", "..."]),
            '&' if is_html => pick(&["&amp;", "&#38;"]),
            '<' if is_html => pick(&["&lt;"]),
            '>' if is_html => pick(&["&gt;"]),
            _ if dash && is_after_dash => pick(&["", "-"]),
            _ if dash && is_html => pick(&["-", "&ndash;", "&#8212;", "\u{2212}"]),
            _ if dash => pick(&["-", "–", "—", "--", "\u{2011}"]),
            _ => c.to_string(),
        };
        noisy.push_str(&written);
        if !is_blank(c) || c.is_whitespace() {
            is_after_dash = dash;
        }
        if choice > 240 {
            noisy.push_str(if is_html { "&shy;" } else { "\u{AD}" });
        }
    }
    noisy
}

/// The last, or the first, so many characters.
fn edge(text: &str, count: usize, is_end: bool) -> &str {
    let mut bounds = text.char_indices().map(|(at, _)| at);
    if is_end {
        &text[bounds.rev().nth(count - 1).unwrap_or(0)..]
    } else {
        &text[..bounds.nth(count).unwrap_or(text.len())]
    }
}

/// The same cases at every run; `PROPTEST_RNG_SEED` and `PROPTEST_CASES` try others and more.
fn config() -> ProptestConfig {
    let default = ProptestConfig::default();
    let rng_seed = match default.rng_seed {
        RngSeed::Random => RngSeed::Fixed(2026),
        given @ RngSeed::Fixed(_) => given,
    };
    let cases = default.cases.max(1000);
    ProptestConfig { cases, rng_seed, failure_persistence: None, max_global_rejects: 20_000, ..default }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_quote_is_found_at_its_place(
        text in any_text(),
        from: prop::sample::Index,
        len in 1_usize..160,
        choices in prop::collection::vec(any::<u8>(), 1..40),
        writing in 0..3,
    ) {
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        let start = from.index(chars.len());
        let end = (start + len).min(chars.len());
        // A cut is at no white space, and not before what belongs to a character.
        prop_assume!(!chars.get(end).is_some_and(|(_, c)| is_invisible(*c)));
        prop_assume!(!is_blank(chars[start].1) && !is_blank(chars[end - 1].1));
        // Nor between a minus and its number: that is half of a value.
        let is_number = chars[end..].iter().find(|(_, c)| !is_blank(*c) && !is_dash(*c)).is_some_and(|(_, c)| c.is_numeric());
        prop_assume!(!(is_dash(chars[end - 1].1) && is_number));
        let range = chars[start].0..chars.get(end).map_or(text.len(), |(at, _)| *at);
        prop_assume!(!trimmed(&text, &range).is_empty());
        let (prefix, suffix) = (edge(&text[..range.start], 32, true), edge(&text[range.end..], 32, false));
        let written = |text: &str| match writing {
            0 => text.to_owned(),
            1 => noisy(text, &choices, false),
            _ => noisy(text, &choices, true),
        };
        let exact = written(&text[range.clone()]);
        let index = Index::new(&text);
        match index.find(&exact, Some(&written(prefix)), Some(&written(suffix))) {
            Anchor::Exact(span) => {
                let found = &text[span.bytes.clone()];
                // A context of 32 characters cannot tell all places apart: then the words are the same.
                if trimmed(&text, &span.bytes) != trimmed(&text, &range) {
                    prop_assert!(index.count(&text[range.clone()]) != 1, "{found:?} for {exact:?}");
                }
                let before = text[..span.bytes.start].encode_utf16().count();
                prop_assert_eq!(span.utf16, before..before + found.encode_utf16().count());
            }
            Anchor::Orphan(summary_card_quote::Orphan::Ambiguous(_)) => {
                prop_assert!(index.count(&text[range.clone()]) != 1);
            }
            other => prop_assert!(false, "{other:?} for {exact:?}"),
        }
    }

    #[test]
    fn a_changed_number_name_or_negation_is_never_found(
        words in prose(),
        from: prop::sample::Index,
        len in 3_usize..40,
        at: prop::sample::Index,
        kind in 0..3_usize,
        replacement: prop::sample::Index,
        is_insertion: bool,
        has_context: bool,
    ) {
        let list = [NAMES, NUMBERS, NEGATIONS][kind];
        let start = from.index(words.len());
        let end = (start + len).min(words.len());
        let mut quote = words[start..end].to_vec();
        let text = words.join(" ");
        let new = list[replacement.index(list.len())];
        let at = at.index(quote.len());
        // One of this kind more, or another of the kind in its place, or none.
        // With the same word near by, the change can be read as another one of harmless words: "NATO on the" is
        // not only "NATO on NATO the" without a NATO, it is also "NATO the" with an "on".
        let is_alone = |place: usize, word: &str| {
            let around = start + place;
            let near = &words[around.saturating_sub(4)..(around + 5).min(words.len())];
            near.iter().filter(|other| **other == word).count() <= usize::from(words.get(around) == Some(&word))
        };
        let places: Vec<usize> = (0..quote.len()).filter(|at| list.contains(&quote[*at])).collect();
        if is_insertion || places.is_empty() {
            prop_assume!(is_alone(at, new) && words[start + at] != new);
            quote.insert(at, new);
        } else {
            let place = places[at % places.len()];
            prop_assume!(quote[place] != new && is_alone(place, quote[place]) && is_alone(place, new));
            if at % 2 == 0 {
                quote[place] = new;
            } else {
                // A first or last word left out makes a shorter quote, not a changed one.
                prop_assume!(place > 0 && place + 1 < quote.len());
                // "for NATO for the" without NATO is "for the" with a harmless word more, too.
                prop_assume!(quote[place - 1] != quote[place + 1]);
                quote.remove(place);
            }
        }
        let quote = quote.join(" ");
        prop_assume!(!format!(" {text} ").contains(&format!(" {quote} ")));
        let prefix = words[..start].join(" ");
        let suffix = words[end..].join(" ");
        let context = |text| has_context.then_some(text);
        let anchor = Index::new(&text).find(&quote, context(prefix.as_str()), context(suffix.as_str()));
        prop_assert!(matches!(anchor, Anchor::Orphan(_)), "{anchor:?} for {quote:?}");
    }

    #[test]
    fn changed_lower_case_words_are_found_where_they_were(
        words in prose(),
        from: prop::sample::Index,
        at: prop::sample::Index,
    ) {
        // Thirty words of which one long one is misspelt by one letter, with its context.
        let start = from.index(words.len() - 10);
        let end = (start + 30).min(words.len());
        let mut quote: Vec<String> = words[start..end].iter().map(ToString::to_string).collect();
        let plain: Vec<usize> = (1..quote.len() - 1)
            .filter(|at| WORDS.contains(&words[start + at]) && words[start + at].len() > 4)
            .collect();
        prop_assume!(!plain.is_empty());
        let at = plain[at.index(plain.len())];
        quote[at].insert(words[start + at].chars().take(2).map(char::len_utf8).sum(), 'x');
        let text = words.join(" ");
        let byte = if start == 0 { 0 } else { words[..start].join(" ").len() + 1 };
        let anchor = Index::new(&text).find(
            &quote.join(" "),
            Some(&words[..start].join(" ")),
            Some(&words[end..].join(" ")),
        );
        let expected = byte..byte + words[start..end].join(" ").len();
        prop_assert!(
            matches!(&anchor, Anchor::Near(span, _) if span.bytes == expected),
            "{anchor:?}, expected {expected:?}"
        );
    }

    #[test]
    fn a_context_finds_its_passage_again(words in prose(), from: prop::sample::Index, len in 1_usize..6) {
        let text = words.join(" ");
        let start = from.index(words.len());
        let end = (start + len).min(words.len());
        let byte = if start == 0 { 0 } else { words[..start].join(" ").len() + 1 };
        let exact = words[start..end].join(" ");
        let index = Index::new(&text);
        let (prefix, suffix) = (words[..start].join(" "), words[end..].join(" "));
        if let Anchor::Exact(span) = index.find(&exact, Some(&prefix), Some(&suffix))
            && span.bytes.start == byte
        {
                let (prefix, suffix) = index.context(&span);
                prop_assert!(prefix.chars().count() <= 32 && suffix.chars().count() <= 32);
                prop_assert!(text[..byte].trim_end().ends_with(&prefix));
                prop_assert!(text[span.bytes.end..].trim_start().starts_with(&suffix));
                let again = index.find(&exact, Some(&prefix), Some(&suffix));
                prop_assert_eq!(again.span(), Some(&span), "{:?} | {:?} | {:?}", prefix, exact, suffix);
        }
    }

    #[test]
    fn nothing_panics(text in any::<String>(), exact in any::<String>(), prefix in any::<Option<String>>(), suffix in any::<Option<String>>()) {
        let index = Index::new(&text);
        let anchor = index.find(&exact, prefix.as_deref(), suffix.as_deref());
        if let Some(span) = anchor.span() {
            index.context(span);
        }
        index.nearest(&exact);
        let directive = text_fragment(&exact, prefix.as_deref(), suffix.as_deref());
        prop_assert!(directive.bytes().all(|byte| byte.is_ascii_graphic()));
    }
}
