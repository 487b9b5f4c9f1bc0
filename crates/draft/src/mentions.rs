//! Who is mentioned in a sentence: runs of words with capitals, and groups such as "Pentagon sources".

use std::collections::HashSet;
use std::ops::Range;

use super::language::{
    BETWEEN, DATE, DEFINITE, DOCUMENT, FUNCTION, GOVERNMENT, GROUP, HEDGE, INDEFINITE, LINK, MODIFIER,
    ORGANIZATION, POSITION, POSSESSIVE, QUANTIFIER, ROLE, SAY, UNNAMED,
};
use super::text::{Sentence, Text};

/// What a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A name.
    Name,
    /// Several people spoken of as one, or not named.
    Group,
}

/// A place in a sentence where somebody is mentioned.
#[derive(Clone, Debug)]
pub struct Mention {
    /// What it is.
    pub what: What,
    /// The words of the name, counted within the sentence.
    pub words: Range<usize>,
    /// The words of the title before it: "Mexican President".
    pub title: Range<usize>,
}

/// The words that have a capital where no sentence begins: with these a sentence can begin with a name.
pub fn known_names<'t>(text: &Text<'t>) -> HashSet<&'t str> {
    let mut known = HashSet::new();
    for sentence in text.sentences.iter().filter(|sentence| !sentence.is_heading) {
        for (at, word) in sentence.words.iter().enumerate() {
            if word.is_capital && !word.is(FUNCTION | DATE) && !sentence.is_start(text.text, at) {
                known.insert(word.text);
            }
        }
    }
    known
}

/// Everybody who is mentioned in a sentence, in order.
pub fn mentions(
    text: &Text<'_>,
    sentence: &Sentence<'_>,
    known: &HashSet<&str>,
    is_spanish: bool,
) -> Vec<Mention> {
    let reader = Reader { text: text.text, sentence, known, is_spanish };
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < sentence.words.len() {
        match reader.group(at, found.last().map_or(0, |last| last.words.end)).or_else(|| reader.name(at)) {
            Some(mention) => {
                at = mention.words.end.max(at + 1);
                found.push(mention);
            }
            None => at += 1,
        }
    }
    found
}

struct Reader<'a> {
    text: &'a str,
    sentence: &'a Sentence<'a>,
    known: &'a HashSet<&'a str>,
    is_spanish: bool,
}

impl Reader<'_> {
    /// Whether a word stands beside the one before it, with nothing between but white space or an abbreviation's full
    /// stop.
    fn joins(&self, at: usize) -> bool {
        at > 0 && at < self.sentence.words.len() && {
            let gap = self.sentence.gap(self.text, at);
            let before = &self.sentence.words[at - 1];
            let is_short = before.range.len() <= 4;
            !before.is_possessive
                && !gap.is_empty()
                && (gap.trim().is_empty() || is_short && gap.trim() == ".")
        }
    }

    fn is_name_word(&self, at: usize) -> bool {
        let word = &self.sentence.words[at];
        if !word.is_capital || word.is(FUNCTION | DATE) {
            return false;
        }
        if !self.sentence.is_start(self.text, at) || self.known.contains(word.text) {
            return true;
        }
        // The first word of a sentence is part of a name where the next one is.
        self.joins(at + 1) && {
            let next = &self.sentence.words[at + 1];
            next.is_capital && !next.is(FUNCTION | DATE | UNNAMED | GROUP)
        }
    }

    /// The name that begins with a word.
    fn name(&self, start: usize) -> Option<Mention> {
        let words = &self.sentence.words;
        if !self.is_name_word(start) {
            return None;
        }
        let mut end = start + 1;
        loop {
            if self.joins(end) && words[end].is_capital && !words[end].is(DATE) && !words[end].is(FUNCTION) {
                end += 1;
                continue;
            }
            // "University of Fenwick", "Luis de la Torre", "Pell & Rudd".
            let mut next = end;
            while next < end + 3 && self.joins(next) && words[next].is(LINK) && !words[next].is_capital {
                next += 1;
            }
            let is_list = words[end..next].iter().any(|word| matches!(word.text, "and" | "y" | "e" | "for"));
            let is_body = words[start..end].iter().any(|word| word.is(ORGANIZATION | GOVERNMENT));
            // "Mara Ellison of the Fact Desk" is not all one name.
            let is_apart = words.get(end).is_some_and(|word| word.text == "of") && end - start > 1;
            let is_link = next > end
                && (!is_apart || is_body)
                && !matches!(words[end].text, "the" | "la" | "las" | "los" | "el")
                && (!is_list || is_body);
            if !is_link || !self.joins(next) || !words[next].is_capital || words[next].is(DATE | FUNCTION) {
                break;
            }
            end = next + 1;
        }
        // "President Ana Ruiz": the name begins after the last title.
        let first = (start..end - 1).rev().find(|at| words[*at].is(ROLE) && !words[*at + 1].is(LINK));
        let first = first.map_or(start, |at| at + 1);
        if end - first == 1 && words[first].is(ROLE) && words[first].lower.len() > 2 {
            return None;
        }
        let mut title = start..first;
        // "la doctora Nuria Belmonte", "the consulting firm Pell & Rudd".
        while title.start > 0
            && self.joins(title.start)
            && (words[title.start - 1].is(ROLE | ORGANIZATION | MODIFIER)
                && !words[title.start - 1].is(FUNCTION & !MODIFIER & !QUANTIFIER)
                || title.start < start && words[title.start - 1].lower.ends_with("ing"))
        {
            title.start -= 1;
        }
        if first == start && !words[title.clone()].iter().any(|word| word.is(ROLE | ORGANIZATION)) {
            title = start..start;
        }
        if first > start && title.start == start || title.start < start {
            return Some(Mention { what: What::Name, words: first..end, title });
        }
        let end = self.body_after(first, end);
        Some(Mention { what: What::Name, words: first..end, title })
    }

    /// "Harrow Bay" with the "town council" after it.
    fn body_after(&self, start: usize, end: usize) -> usize {
        let words = &self.sentence.words;
        let is_body = |at: usize| {
            self.joins(at)
                && words[at].is(GOVERNMENT)
                && !words[at].is_capital
                && !words[at].is(SAY | POSITION)
        };
        if words[start..end].iter().any(|word| word.is(ORGANIZATION | GOVERNMENT)) {
            end
        } else if is_body(end) {
            end + 1
        } else if self.joins(end) && words[end].is(MODIFIER) && is_body(end + 1) {
            end + 2
        } else {
            end
        }
    }

    /// The group whose words begin at a word or before it, but not before `from`: the noun is looked for, then the
    /// words that belong to it.
    fn group(&self, start: usize, from: usize) -> Option<Mention> {
        let words = &self.sentence.words;
        // Most words are near none.
        if !words[start..words.len().min(start + 5)].iter().any(|word| word.is(GROUP | UNNAMED)) {
            return None;
        }
        let belongs = |at: usize| {
            let word = &words[at];
            let is_adjective =
                ["al", "ic", "ary", "ern", "ous", "ish", "ican"].iter().any(|end| word.lower.ends_with(end));
            !word.is_possessive
                && (word.is(MODIFIER | QUANTIFIER)
                    || word.is(GROUP) && !self.is_spanish
                    || word.is(GOVERNMENT | ORGANIZATION) && !self.is_spanish
                    || !word.is(FUNCTION | SAY | POSITION | DATE | HEDGE)
                        && (word.is_capital || is_adjective && word.lower.len() > 4))
        };
        // From here on, the first noun that only such words part from the start.
        let mut noun = start;
        while noun + 1 < words.len() && self.joins(noun + 1) && belongs(noun) && noun - start < 4 {
            if words[noun].is(GROUP | UNNAMED) && !belongs_to_next(words[noun + 1].class) {
                break;
            }
            noun += 1;
        }
        if !words[noun].is(GROUP | UNNAMED) {
            return None;
        }
        // "Island Commuters Union"
        let is_in_name =
            words[noun].is_capital && (noun > start || self.joins(noun + 1) && words[noun + 1].is_capital);
        if is_in_name {
            return None;
        }
        let mut first = start;
        // "Los vecinos": Spanish has the article.
        if self.is_spanish && first > from && self.joins(first) && words[first - 1].is(DEFINITE) {
            first -= 1;
        }
        let end = self.complement(noun + 1).unwrap_or(noun + 1);
        Some(Mention { what: What::Group, words: first..end, title: first..first })
    }

    /// Where "of the city", "in the region", "cercanas a la negociación" ends.
    fn complement(&self, start: usize) -> Option<usize> {
        let words = &self.sentence.words;
        let mut at = start;
        if self.is_spanish && self.joins(at) && words[at].lower.starts_with("cercan") {
            at += 1;
        }
        if !self.joins(at) {
            return None;
        }
        let links: &[&str] = if self.is_spanish { &["de", "del", "a"] } else { &["of", "in"] };
        // "cercanas a": only that goes on with "a".
        if !links.contains(&words[at].text) || words[at].text == "a" && at == start {
            return None;
        }
        let is_in = words[at].text == "in";
        at += 1;
        let has_article = self.joins(at) && words[at].is(DEFINITE) && !words[at].is_capital;
        at += usize::from(has_article);
        let is_noun = |at: usize| {
            self.joins(at)
                && !words[at].is(FUNCTION | SAY | POSITION | BETWEEN | INDEFINITE | POSSESSIVE | DOCUMENT)
        };
        if !is_noun(at) || is_in && !has_article && !words[at].is_capital {
            return None;
        }
        at += 1;
        while is_noun(at) && words[at].is_capital {
            at += 1;
        }
        Some(at)
    }
}

fn belongs_to_next(next: u32) -> bool {
    next & (GROUP | UNNAMED) != 0 && next & SAY == 0
}
