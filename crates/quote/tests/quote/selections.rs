//! Selections cut out of made-up pages: what becomes of them as the page stays, and as it is edited.
//!
//! `cargo test --package summary-card-quote selections -- --nocapture` prints the figures; `PROPTEST_CASES` is how
//! many pages are made.

#![cfg(not(target_arch = "wasm32"))]

use super::pages::{NAMES, NEGATIONS, NUMBERS, Random, WORDS, page};
use proptest::test_runner::Config;
use std::collections::BTreeMap;
use std::ops::Range;
use summary_card_quote::{Anchor, Index, is_invisible};

/// What became of selections.
#[derive(Default)]
struct Figures {
    right: usize,
    wrong: usize,
    not_found: usize,
    /// Not found, and rightly: the same words with the same context are elsewhere too.
    twins: usize,
}

/// A selection and its context, as a tool would give it.
struct Selection {
    exact: String,
    prefix: String,
    suffix: String,
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// What counts when texts are compared here: no white space, nothing invisible, no dashes.
fn ink(text: &str) -> String {
    text.chars().filter(|c| !is_blank(*c) && !matches!(c, '-' | '–')).collect()
}

/// The same without what does not count at the ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let own = &text[range.clone()];
    let is_nothing = |c: char| is_blank(c) || matches!(c, '-' | '–');
    let start = range.start + (own.len() - own.trim_start_matches(is_nothing).len());
    start..start + own.trim_matches(is_nothing).len()
}

/// How different sources write what is between blocks: as the card reads it, as a browser's selection gives it, and
/// as the text of the nodes alone.
fn written(text: &str, writing: usize) -> String {
    if writing == 0 {
        return text.into();
    }
    let mut written = String::new();
    let mut is_after_space = false;
    for c in text.chars() {
        let is_edge = c == '\n';
        if is_edge {
            written.push_str(if writing == 1 { "\n\n" } else { "" });
        } else if !c.is_whitespace() {
            written.push(c);
        } else if !is_after_space {
            written.push(' ');
        }
        is_after_space = c.is_whitespace() && !(is_edge && writing == 2);
    }
    written
}

/// A random part of a text that has something in it: of any length, beginning and ending anywhere.
fn cut(random: &mut Random, text: &str) -> Range<usize> {
    loop {
        let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let start = random.below(bounds.len() - 1);
        let most = [4, 12, 40, 120, 300][random.below(5)];
        let end = (start + 1 + random.below(most)).min(bounds.len() - 1);
        let range = bounds[start]..bounds[end];
        // Not in what is one character to a reader.
        let is_inside = |at: usize| {
            text[at..]
                .starts_with(|c| is_invisible(c) || c == '\u{301}' || matches!(c, '\u{1F3FB}'..='\u{1F3FF}'))
        };
        if !trimmed(text, range.clone()).is_empty() && !is_inside(range.start) && !is_inside(range.end) {
            return range;
        }
    }
}

fn selection(text: &str, range: &Range<usize>, context: usize, writing: usize) -> Selection {
    let before = written(&text[..range.start], writing);
    let after = written(&text[range.end..], writing);
    let skipped = before.chars().count().saturating_sub(context);
    Selection {
        exact: written(&text[range.clone()], writing),
        prefix: before.chars().skip(skipped).collect(),
        suffix: after.chars().take(context).collect(),
    }
}

/// Whether a selection stands word for word, with its context, at so many places at least.
fn stands(text: &str, selection: &Selection, count: usize) -> bool {
    let (text, whole) = (ink(text), ink(&[&*selection.prefix, &selection.exact, &selection.suffix].concat()));
    text.char_indices().filter(|(at, _)| text[*at..].starts_with(&whole)).take(count).count() == count
}

/// Puts one word for another, adds one, or takes one out, in a part of the text. Gives the change of its place.
fn edit(
    random: &mut Random,
    text: &mut String,
    part: Range<usize>,
    is_harmless: bool,
) -> Option<(Range<usize>, usize)> {
    let words: Vec<Range<usize>> = text[part.clone()]
        .split_inclusive([' ', '\n'])
        .scan(part.start, |at, word| {
            let start = *at;
            *at += word.len();
            Some(start..start + word.trim_end().len())
        })
        .filter(|word| {
            let is_whole = |c: char| c.is_whitespace();
            !word.is_empty()
                && (word.start == 0 || text[..word.start].ends_with(is_whole))
                && (word.end == text.len() || text[word.end..].starts_with(is_whole))
        })
        .collect();
    let word = words.get(random.below(words.len()))?.clone();
    if is_harmless && !WORDS.contains(&&text[word.clone()]) {
        return None;
    }
    let list = [WORDS, WORDS, NAMES, NUMBERS, NEGATIONS][random.below(if is_harmless { 2 } else { 5 })];
    let new = random.pick(list);
    let (range, new) = match random.below(4) {
        2 if is_harmless => (word.clone(), new.to_owned()),
        0 => (word.start..word.start, format!("{new} ")),
        1 => (word.clone(), String::new()),
        2 => (word.start..word.start, format!("Then {new} {} {}. ", random.pick(WORDS), random.pick(WORDS))),
        _ => (word, new.to_owned()),
    };
    text.replace_range(range.clone(), &new);
    Some((range, new.len()))
}

/// The place of a part of a text after an edit.
fn moved(part: &Range<usize>, (edited, len): &(Range<usize>, usize)) -> Range<usize> {
    let at = |place: usize, is_end: bool| {
        if place < edited.start || (place == edited.start && is_end) {
            place
        } else if place >= edited.end {
            place - edited.len() + len
        } else if is_end {
            edited.start + len
        } else {
            edited.start
        }
    };
    at(part.start, false)..at(part.end, true).max(at(part.start, false))
}

#[test]
fn selections_are_found_where_they_were_cut_or_not_at_all() {
    let mut all: BTreeMap<String, Figures> = BTreeMap::new();
    let mut wrong = Vec::new();
    for seed in 0..u64::from(Config::default().cases) {
        let random = &mut Random(seed);
        let text = page(random);
        let index = Index::new(&text);
        for _ in 0..20 {
            let range = cut(random, &text);
            let writing = random.below(3);
            let context = [32, 32, 32, 16, 8, 0][random.below(6)];
            let selection = selection(&text, &range, context, writing);
            let find = |index: &Index| {
                index.find(&selection.exact, Some(&selection.prefix), Some(&selection.suffix))
            };
            let wanted = trimmed(&text, range.clone());
            let figures = all.entry(format!("unedited, {context:2} characters of context")).or_default();
            let anchor = find(&index);
            match anchor.span() {
                Some(span) if trimmed(&text, span.bytes.clone()) == wanted => figures.right += 1,
                Some(span) => {
                    // Without context, the same words elsewhere are all that was asked for.
                    if context > 0 || !stands(&text[span.bytes.clone()], &selection, 1) {
                        figures.wrong += 1;
                        wrong.push(format!(
                            "{seed} {context} {:?} for {:?} {:?} | {:?} | {:?}",
                            &text[span.bytes.clone()],
                            &text[wanted],
                            selection.prefix,
                            selection.exact,
                            selection.suffix
                        ));
                    }
                }
                None if stands(&text, &selection, 2) => figures.twins += 1,
                None => figures.not_found += 1,
            }

            // The article is edited: near the place, or in it.
            for kind in 0..3 {
                let (is_harmless, is_inside) = (kind == 0, kind == 2);
                let mut edited = text.clone();
                let mut place = range.clone();
                for _ in 0..=random.below(if is_harmless { 1 } else { 3 }) {
                    let near = |at: usize, by: isize| {
                        let mut at = at.saturating_add_signed(by).min(edited.len());
                        while !edited.is_char_boundary(at) {
                            at -= 1;
                        }
                        at
                    };
                    let part = match random.below(if is_inside { 3 } else { 2 }) {
                        0 => near(place.start, -60)..place.start,
                        1 => place.end..near(place.end, 60),
                        _ => place.clone(),
                    };
                    if let Some(change) = edit(random, &mut edited, part, is_harmless) {
                        place = moved(&place, &change);
                    }
                }
                if is_harmless && edited == text {
                    continue;
                }
                let what = ["harmlessly around", "around", "in and around"][kind];
                let figures =
                    all.entry(format!("edited {what}, {context:2} characters of context")).or_default();
                let index = Index::new(&edited);
                let anchor = find(&index);
                match anchor.span() {
                    Some(span) => {
                        let place = trimmed(&edited, place.clone());
                        let found = trimmed(&edited, span.bytes.clone());
                        let shared = place.start.max(found.start)..place.end.min(found.end);
                        let is_right = shared.len() * 2 >= place.len().min(found.len());
                        if is_right
                            || ink(&edited[span.bytes.clone()]).contains(&ink(&selection.exact))
                                && ink(&edited[..span.bytes.start]).ends_with(&ink(&selection.prefix))
                                && ink(&edited[span.bytes.end..]).starts_with(&ink(&selection.suffix))
                        {
                            figures.right += 1;
                        } else {
                            figures.wrong += 1;
                            wrong.push(format!("{what} {seed} {context}: {:?}\n    IS {:?} [{}] {:?}\n     FOR {:?} [{}] {:?}\n    SEL {:?} [{}] {:?}",
                                matches!(anchor, Anchor::Exact(_)), tail(&edited[..span.bytes.start]), &edited[span.bytes.clone()], head(&edited[span.bytes.end..]),
                                tail(&edited[..place.start]), &edited[place.clone()], head(&edited[place.end..]),
                                selection.prefix, selection.exact, selection.suffix));
                        }
                    }
                    None => figures.not_found += 1,
                }
            }
        }
    }
    println!("{:<45} {:>7} {:>7} {:>9} {:>7}", "", "right", "wrong", "not found", "twins");
    for (kind, figures) in &all {
        println!(
            "{kind:<45} {:>7} {:>7} {:>9} {:>7}",
            figures.right, figures.wrong, figures.not_found, figures.twins
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The last 50 characters.
fn tail(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    chars[chars.len().saturating_sub(50)..].iter().collect()
}

/// The first 50 characters.
fn head(text: &str) -> String {
    text.chars().take(50).collect()
}
