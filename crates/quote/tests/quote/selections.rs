//! Selections cut out of made-up pages: what becomes of them while the page stays as it is, and when it is edited.
//!
//! A selection is right at the very place that it was cut from, and wrong anywhere else. Where the same words with
//! the same context stand at two places, either could be meant: not finding it is counted apart (`twins`). Where the
//! page has been edited so that all that the selection says now stands elsewhere, word for word, that place counts as
//! right: it is what was asked for.
//!
//! `cargo test --package summary-card-quote selections -- --nocapture` prints the figures. There are half as many pages as
//! `PROPTEST_CASES` says, or 128.

#![cfg(not(target_arch = "wasm32"))]

use super::pages::{NAMES, NEGATIONS, NUMBERS, Random, WORDS, page};
use super::text::{is_blank, is_dash, trimmed};
use proptest::test_runner::Config;
use std::collections::BTreeMap;
use std::ops::Range;
use summary_card_quote::{Anchor, Index, is_invisible};

const SELECTIONS: usize = 20;

/// What became of selections.
#[derive(Default)]
struct Figures {
    right: usize,
    wrong: usize,
    not_found: usize,
    twins: usize,
}

/// A selection and its context, as a tool would give it.
struct Selection {
    exact: String,
    prefix: String,
    suffix: String,
}

impl Selection {
    /// Cuts a part of a text out, with so many characters around it.
    fn new(text: &str, range: &Range<usize>, context: usize, writing: usize) -> Self {
        let before = written(&text[..range.start], writing);
        let after = written(&text[range.end..], writing);
        let skipped = before.chars().count().saturating_sub(context);
        Self {
            exact: written(&text[range.clone()], writing),
            prefix: before.chars().skip(skipped).collect(),
            suffix: after.chars().take(context).collect(),
        }
    }

    fn find(&self, text: &str) -> Anchor {
        Index::new(text).find(&self.exact, Some(&self.prefix), Some(&self.suffix))
    }

    /// Whether all of it stands at a place word for word.
    fn stands_at(&self, text: &str, place: &Range<usize>) -> bool {
        ink(&text[place.clone()]).contains(&ink(&self.exact))
            && ink(&text[..place.start]).ends_with(&ink(&self.prefix))
            && ink(&text[place.end..]).starts_with(&ink(&self.suffix))
    }

    /// Whether all of it stands at two places.
    fn has_twin(&self, text: &str) -> bool {
        let (text, whole) = (ink(text), ink(&[&*self.prefix, &self.exact, &self.suffix].concat()));
        text.char_indices().filter(|(at, _)| text[*at..].starts_with(&whole)).count() > 1
    }
}

/// What counts when texts are compared here: no white space, nothing invisible, no dashes, quotation marks alike.
fn ink(text: &str) -> String {
    let kept = text.chars().filter(|c| !is_blank(*c) && !is_dash(*c));
    kept.map(|c| if matches!(c, '“' | '”' | '’') { '\'' } else { c }).collect()
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

/// A random part of a text that has something in it: of any length, beginning and ending anywhere but within what is
/// one character to a reader.
pub fn cut(random: &mut Random, text: &str) -> Range<usize> {
    let is_within = |at: usize| {
        text[at..].starts_with(|c| is_invisible(c) || matches!(c, '\u{301}' | '\u{1F3FB}'..='\u{1F3FF}'))
    };
    let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    loop {
        let start = random.below(bounds.len() - 1);
        let most = [4, 12, 40, 120, 300][random.below(5)];
        let end = (start + 1 + random.below(most)).min(bounds.len() - 1);
        let range = bounds[start]..bounds[end];
        if !trimmed(text, &range).is_empty() && !is_within(range.start) && !is_within(range.end) {
            return range;
        }
    }
}

/// The whole words in a part of a text.
fn words(text: &str, part: Range<usize>) -> Vec<Range<usize>> {
    let is_bound = |at: usize| {
        text[..at].chars().next_back().is_none_or(char::is_whitespace)
            || text[at..].chars().next().is_none_or(char::is_whitespace)
    };
    let mut start = part.start;
    let pieces = text[part].split_inclusive(char::is_whitespace).map(|piece| {
        let word = start..start + piece.trim_end().len();
        start += piece.len();
        word
    });
    pieces.filter(|word| !word.is_empty() && is_bound(word.start) && is_bound(word.end)).collect()
}

/// Puts one word for another, adds one or a short sentence, or takes one out, in a part of a text; and gives where a
/// place in it is now. A harmless edit is one of a word that is no name, number or negation.
fn edit(
    random: &mut Random,
    text: &mut String,
    part: Range<usize>,
    place: &mut Range<usize>,
    is_harmless: bool,
) {
    let words = words(text, part);
    let Some(word) = words.get(random.below(words.len())).cloned() else { return };
    if is_harmless && !WORDS.contains(&&text[word.clone()]) {
        return;
    }
    let lists = if is_harmless { &[WORDS][..] } else { &[WORDS, WORDS, NAMES, NUMBERS, NEGATIONS] };
    let list = lists[random.below(lists.len())];
    let new = random.pick(list);
    let (old, new) = match random.below(4) {
        0 => (word.start..word.start, format!("{new} ")),
        1 => (word, String::new()),
        2 if !is_harmless => {
            (word.start..word.start, format!("Then {new} {} {}. ", random.pick(WORDS), random.pick(WORDS)))
        }
        _ => (word, new.to_owned()),
    };
    // What is put in at the place's very start is before it.
    let moved = |at: usize| {
        if at < old.start {
            at
        } else if at >= old.end {
            at - old.len() + new.len()
        } else {
            old.start
        }
    };
    let end = if place.end == old.start { place.end } else { moved(place.end) };
    *place = moved(place.start)..end.max(moved(place.start));
    text.replace_range(old, &new);
}

/// Edits a text near a place, or in it too.
fn edited(random: &mut Random, text: &str, place: &Range<usize>, kind: usize) -> (String, Range<usize>) {
    let (mut text, mut place) = (text.to_owned(), place.clone());
    for _ in 0..=random.below(if kind == 0 { 1 } else { 2 }) {
        let bound =
            |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let part = match random.below(if kind == 2 { 3 } else { 2 }) {
            0 => bound(place.start.saturating_sub(60))..place.start,
            1 => place.end..bound(place.end + 60),
            _ => place.clone(),
        };
        edit(random, &mut text, part, &mut place, kind == 0);
    }
    (text, place)
}

#[test]
fn selections_are_found_where_they_were_cut_or_not_at_all() {
    let mut all: BTreeMap<(usize, usize), Figures> = BTreeMap::new();
    let mut wrong = Vec::new();
    for seed in 0..u64::from(Config::default().cases / 2) {
        let random = &mut Random(seed);
        let text = page(random);
        for _ in 0..SELECTIONS {
            let range = cut(random, &text);
            let (context, writing) = ([32, 32, 32, 16, 8, 0][random.below(6)], random.below(3));
            let selection = Selection::new(&text, &range, context, writing);
            for kind in 0..4 {
                let (text, place) = match kind {
                    0 => (text.clone(), range.clone()),
                    _ => edited(random, &text, &range, kind - 1),
                };
                let figures = all.entry((kind, context)).or_default();
                let anchor = selection.find(&text);
                let Some(span) = anchor.span() else {
                    figures.twins += usize::from(selection.has_twin(&text));
                    figures.not_found += usize::from(!selection.has_twin(&text));
                    continue;
                };
                let (place, found) = (trimmed(&text, &place), trimmed(&text, &span.bytes));
                let shared = place.start.max(found.start)..place.end.min(found.end);
                let is_there = if kind == 0 && matches!(anchor, Anchor::Exact(_)) {
                    place == found
                } else {
                    shared.len() * 2 >= place.len().min(found.len())
                };
                if is_there || (kind > 0 || context == 0) && selection.stands_at(&text, &span.bytes) {
                    figures.right += 1;
                } else {
                    figures.wrong += 1;
                    let Selection { exact, prefix, suffix } = &selection;
                    wrong.push(format!(
                        "page {seed}: {:?} for {:?}, of {prefix:?} [{exact:?}] {suffix:?}",
                        &text[found], &text[place]
                    ));
                }
            }
        }
    }
    println!("{:<55} {:>7} {:>7} {:>9} {:>7}", "", "right", "wrong", "not found", "twins");
    for ((kind, context), figures) in &all {
        let kind = ["as it was", "one word edited near it", "edited near it", "edited near and in it"][*kind];
        println!(
            "{:<55} {:>7} {:>7} {:>9} {:>7}",
            format!("{kind}, {context} characters of context"),
            figures.right,
            figures.wrong,
            figures.not_found,
            figures.twins
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let whole = &all[&(0, 32)];
    assert!(whole.not_found * 100 <= whole.right, "{} of {}", whole.not_found, whole.right);
}
