//! An article as the suggestions read it: its sentences, their words, and what of them is in quotation marks.

use std::borrow::Cow;
use std::ops::Range;

use super::language::{Class, FUNCTION, Language};
use super::sentences::{blocks, of_block};

/// An article cut into sentences and words.
pub struct Text<'a> {
    /// The article's text.
    pub text: &'a str,
    /// Its sentences in order.
    pub sentences: Vec<Sentence<'a>>,
}

/// One sentence.
pub struct Sentence<'a> {
    /// Where it is, in bytes.
    pub range: Range<usize>,
    /// Its words in order.
    pub words: Vec<Word<'a>>,
    /// Which paragraph it is in, counted from 0.
    pub block: usize,
    /// Whether it is no sentence but a heading, a byline or the item of a list: it ends without a full stop.
    pub is_heading: bool,
    /// What is in quotation marks, in bytes; from the start where the quotation began before.
    pub quoted: Vec<Range<usize>>,
}

/// One word.
pub struct Word<'a> {
    /// As it is written, without `’s`.
    pub text: &'a str,
    /// In lower case, with straight apostrophes.
    pub lower: Cow<'a, str>,
    /// Where it is, in bytes.
    pub range: Range<usize>,
    /// What it can be.
    pub class: Class,
    /// Whether it begins with a capital.
    pub is_capital: bool,
    /// Whether `’s` follows.
    pub is_possessive: bool,
}

impl Word<'_> {
    /// Whether it can be one of these.
    pub fn is(&self, class: Class) -> bool {
        self.class & class != 0
    }
}

impl<'a> Text<'a> {
    /// Reads a text in a language.
    pub fn read(text: &'a str, language: &Language) -> Self {
        let mut sentences = Vec::new();
        for (block, range) in blocks(text).into_iter().enumerate() {
            // A quotation goes on from sentence to sentence, but not beyond its paragraph.
            let mut open: Option<char> = None;
            for range in of_block(text, range) {
                let own = &text[range.clone()];
                let words = words(own, range.start, language);
                let quoted = quoted(own, range.start, &mut open);
                let end = own.trim_end_matches(|c: char| !c.is_alphanumeric());
                let is_heading = !own[end.len()..].contains(['.', '!', '?', '…', '。', '！', '？', ':']);
                sentences.push(Sentence { range, words, block, is_heading, quoted });
            }
        }
        Self { text, sentences }
    }
}

impl Sentence<'_> {
    /// What stands between a word and the one before it.
    pub fn gap<'t>(&self, text: &'t str, word: usize) -> &'t str {
        let start = if word == 0 { self.range.start } else { self.words[word - 1].range.end };
        let end = self.words.get(word).map_or(self.range.end, |word| word.range.start);
        &text[start.min(end)..end]
    }

    /// Whether a word begins the sentence, or what is quoted in it.
    pub fn is_start(&self, text: &str, word: usize) -> bool {
        word == 0 || self.gap(text, word).contains(['“', '"', '«', '‘', ':', '¿', '¡', '—', '('])
    }

    /// Whether a byte is in quotation marks.
    pub fn is_quoted(&self, byte: usize) -> bool {
        self.quoted.iter().any(|part| part.contains(&byte))
    }

    /// How many of its words are in quotation marks.
    pub fn quoted_words(&self) -> usize {
        self.words.iter().filter(|word| self.is_quoted(word.range.start)).count()
    }

    /// Whether some word can be one of these.
    pub fn has(&self, class: Class) -> bool {
        self.words.iter().any(|word| word.is(class))
    }
}

fn words<'a>(sentence: &'a str, offset: usize, language: &Language) -> Vec<Word<'a>> {
    let mut words = Vec::with_capacity(sentence.len() / 5);
    let mut chars = sentence.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        if !first.is_alphanumeric() && first != '&' {
            continue;
        }
        let mut end = start + first.len_utf8();
        let mut last = first;
        while let Some((at, c)) = chars.peek().copied() {
            let next = || sentence[at + c.len_utf8()..].chars().next().unwrap_or(' ');
            let joins = match c {
                _ if c.is_alphanumeric() => true,
                '\'' | '’' | '-' | '\u{2010}' | '\u{2011}' => {
                    last.is_alphanumeric() && next().is_alphanumeric()
                }
                // "U.S." and "4.50", but not the end of a sentence.
                '.' | ',' if last.is_ascii_digit() => next().is_ascii_digit(),
                '.' => {
                    let is_letter =
                        end - start == last.len_utf8() || sentence[..end - last.len_utf8()].ends_with('.');
                    let goes_on = next().is_alphabetic() || sentence[start..end].contains('.');
                    is_letter && last.is_alphabetic() && goes_on
                }
                _ => false,
            };
            if !joins {
                break;
            }
            end = at + c.len_utf8();
            last = c;
            chars.next();
        }
        let whole = &sentence[start..end];
        let bare = whole.strip_suffix("'s").or_else(|| whole.strip_suffix("’s")).unwrap_or(whole);
        // Most words are in lower case as they are.
        let is_lower = bare.bytes().all(|byte| byte.is_ascii_lowercase())
            || !bare.contains(|c: char| c.is_uppercase() || c == '’');
        let lower = if is_lower { bare.into() } else { Cow::Owned(bare.to_lowercase().replace('’', "'")) };
        let mut class = language.classes(&lower);
        // The month is no hedge, and begins no name either.
        if bare == "May" && !words.is_empty() {
            class = super::language::DATE | FUNCTION;
        }
        words.push(Word {
            text: bare,
            lower,
            range: offset + start..offset + start + bare.len(),
            class,
            is_capital: first.is_uppercase(),
            is_possessive: bare.len() < whole.len(),
        });
    }
    words
}

/// The parts of a paragraph in quotation marks, in bytes and without the marks; a quotation that is not closed goes to
/// the end.
pub fn quotations(paragraph: &str) -> Vec<Range<usize>> {
    quoted(paragraph, 0, &mut None)
}

/// The parts of a sentence in quotation marks. `open` is the mark that closes a quotation begun before, and is left
/// so for the next sentence.
fn quoted(sentence: &str, offset: usize, open: &mut Option<char>) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut from = offset;
    for (at, c) in sentence.char_indices() {
        match *open {
            Some(close) if c == close => {
                parts.push(from..offset + at);
                *open = None;
            }
            Some(_) => {}
            None => {
                *open = match c {
                    '“' | '„' => Some('”'),
                    '«' => Some('»'),
                    '"' => Some('"'),
                    '「' => Some('」'),
                    _ => None,
                };
                from = offset + at + c.len_utf8();
            }
        }
    }
    if open.is_some() {
        parts.push(from..offset + sentence.len());
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::quotations;

    #[test]
    fn quotations_are_without_their_marks() {
        let text = "“We won,” she said. “It is late. «Very» late";
        let parts: Vec<&str> = quotations(text).into_iter().map(|part| &text[part]).collect();
        assert_eq!(parts, ["We won,", "It is late. «Very» late"]);
        assert_eq!(quotations("It's 5' long."), []);
    }
}
