//! Folding: two writings of the same words become the same characters, and every folded character
//! still knows where it came from.
//!
//! Quotation marks and apostrophes become one `'`, dashes one `-` a run, an ellipsis three dots; what is invisible
//! disappears. Case, letters and digits stay as they are. White space is no character of a folded text, but kept
//! beside: where a line or a paragraph ends, some sources of a quote have a space, some a line feed, some nothing.

use std::ops::Range;

use super::Span;
use super::words;

/// A folded text with the way back to the text it was made from.
#[derive(Clone, Debug)]
pub(super) struct Folded {
    /// The text as it was given.
    pub text: String,
    /// The folded characters, without white space.
    pub ink: Vec<char>,
    /// What is before each of them.
    gaps: Vec<Gap>,
    /// Where the original of each of them begins: UTF-8 bytes and UTF-16 code units. One more at the end, for the
    /// text's own end. An article is shorter than 4 GB.
    origins: Vec<(u32, u32)>,
}

/// White space before a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Space,
    /// With the end of a line in it.
    Line,
}

/// What one character folds to.
enum Fold {
    Drop,
    Space,
    Dash,
    Dots,
    Keep(char),
}

/// Whether a character shows nothing and takes up no room: soft hyphens, zero-width and bidi control characters,
/// variation selectors, tags. White space is not among them, nor are combining marks.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{E0000}'..='\u{E0FFF}')
}

fn fold(c: char) -> Fold {
    match c {
        // The letters in the flags of England, Scotland and Wales: they say which it is.
        '\u{E0020}'..='\u{E007F}' => Fold::Keep(c),
        _ if is_invisible(c) => Fold::Drop,
        '-' | '\u{5BE}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => {
            Fold::Dash
        }
        // Single and double alike: inside a JSON string editors write 'so' for "so".
        '"'
        | '\''
        | '`'
        | '\u{B4}'
        | '\u{AB}'
        | '\u{BB}'
        | '\u{2BC}'
        | '\u{2018}'..='\u{201F}'
        | '\u{2032}'
        | '\u{2033}'
        | '\u{2039}'
        | '\u{203A}'
        | '\u{FF02}'
        | '\u{FF07}' => Fold::Keep('\''),
        '\u{2026}' => Fold::Dots,
        _ if c.is_whitespace() => Fold::Space,
        _ => Fold::Keep(c),
    }
}

impl Folded {
    /// Folds a text in one pass.
    pub fn new(text: &str) -> Self {
        let (ink, gaps) = (Vec::with_capacity(text.len()), Vec::with_capacity(text.len()));
        let mut folded =
            Self { text: text.to_owned(), ink, gaps, origins: Vec::with_capacity(text.len() + 1) };
        let mut gap = Gap::None;
        let mut minus = None;
        let mut utf16 = 0;
        for (byte, c) in text.char_indices() {
            let origin = (u32::try_from(byte).unwrap_or(u32::MAX), utf16);
            let is_after_dash = folded.ink.last() == Some(&'-');
            let (kept, times) = match fold(c) {
                Fold::Drop => (c, 0),
                Fold::Space => {
                    gap = gap.max(if c == '\n' { Gap::Line } else { Gap::Space });
                    minus = None;
                    (c, 0)
                }
                // Dashes in a row are one also over white space, but for a minus: a table's empty cells, with or
                // without what separates them.
                Fold::Dash if is_after_dash => {
                    minus = (gap > Gap::None).then_some(origin);
                    (c, 0)
                }
                Fold::Dash => ('-', 1),
                Fold::Dots => ('.', 3),
                Fold::Keep(kept) => (kept, 1),
            };
            if let Some(origin) = minus.filter(|_| kept.is_numeric()) {
                folded.push('-', gap, origin);
                gap = Gap::None;
            }
            for _ in 0..times {
                folded.push(kept, gap, origin);
                gap = Gap::None;
                minus = None;
            }
            utf16 += if c < '\u{10000}' { 1 } else { 2 };
        }
        folded.origins.push((u32::try_from(text.len()).unwrap_or(u32::MAX), utf16));
        folded
    }

    fn push(&mut self, c: char, gap: Gap, origin: (u32, u32)) {
        self.ink.push(c);
        self.gaps.push(gap);
        self.origins.push(origin);
    }

    /// Folds a text and takes the white space off its ends.
    pub fn trimmed(text: &str) -> Self {
        Self::new(text.trim_matches(|c| matches!(fold(c), Fold::Space | Fold::Drop)))
    }

    /// Where a range of folded characters is in the original text.
    ///
    /// An empty range is an empty span at the same place.
    pub fn span(&self, range: &Range<usize>) -> Span {
        let start = self.origin(range.start);
        if range.is_empty() {
            return Span { bytes: start.0..start.0, utf16: start.1..start.1 };
        }
        let (byte, utf16) = self.origin(range.end - 1);
        let mut rest = self.text[byte..self.origin(range.end).0.max(byte)].char_indices();
        // Of the three dots of an ellipsis each begins where it does.
        let first = rest.next().or_else(|| self.text[byte..].char_indices().next());
        let mut end = first.map_or(byte, |(_, c)| byte + c.len_utf8());
        let is_dash = first.is_some_and(|(_, c)| matches!(fold(c), Fold::Dash));
        // What belongs to the last character: the rest of a row of dashes, an emoji's variation selector.
        for (at, c) in rest {
            let is_selector = matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}');
            if is_selector && byte + at == end || is_dash && matches!(fold(c), Fold::Dash) {
                end = byte + at + c.len_utf8();
            }
        }
        Span { bytes: start.0..end, utf16: start.1..utf16 + self.text[byte..end].encode_utf16().count() }
    }

    /// Whether there is white space before a folded character.
    pub fn is_apart(&self, at: usize) -> bool {
        self.gaps.get(at).is_some_and(|gap| *gap > Gap::None)
    }

    /// Whether a line ends before a folded character.
    pub fn is_line_start(&self, at: usize) -> bool {
        self.gaps.get(at) == Some(&Gap::Line)
    }

    /// Whether the place before a folded character is inside a word.
    pub fn is_inside_word(&self, at: usize) -> bool {
        if at == 0 || at >= self.ink.len() || self.is_apart(at) {
            return false;
        }
        let (before, after) = (self.ink[at - 1], self.ink[at]);
        if before.is_alphanumeric() && after.is_alphanumeric() {
            return words::are_joined(before, after);
        }
        // The characters around it, five before and two after, with the spaces.
        let mut around = [' '; 7];
        around[5] = after;
        if !self.is_apart(at + 1) {
            around[6] = self.ink.get(at + 1).copied().unwrap_or(' ');
        }
        let (mut free, mut from) = (5, at);
        while free > 0 && from > 0 {
            (free, from) = (free - 1, from - 1);
            around[free] = self.ink[from];
            free -= usize::from(free > 0 && self.is_apart(from));
        }
        words::is_inside_word(&around, 5)
    }

    /// Whether a sentence begins with a folded character, as far as one can see.
    pub fn is_sentence_start(&self, at: usize) -> bool {
        let is_bracket =
            |at: &usize| !self.is_line_start(at + 1) && matches!(self.ink[*at], '\'' | '(' | '[');
        let before = (0..at).rev().find(|at| !is_bracket(at));
        before.is_none_or(|at| self.is_line_start(at + 1) || matches!(self.ink[at], '.' | '!' | '?' | ':'))
    }

    /// A part of the folded text with the rest of the words that its ends cut off, each end moved by so many
    /// characters at most.
    pub fn whole_words(&self, part: Range<usize>, most: usize) -> Range<usize> {
        let (mut start, mut end) = (part.start, part.end);
        while part.start - start < most && self.is_inside_word(start) {
            start -= 1;
        }
        while end - part.end < most && self.is_inside_word(end) {
            end += 1;
        }
        start..end
    }

    /// The original text from one folded character up to another.
    pub fn slice(&self, range: Range<usize>) -> &str {
        &self.text[self.origin(range.start).0..self.origin(range.end).0]
    }

    /// The first folded character at or after a byte of the original text.
    pub fn at_byte(&self, byte: usize) -> usize {
        let byte = u32::try_from(byte).unwrap_or(u32::MAX);
        self.origins[..self.ink.len()].partition_point(|origin| origin.0 < byte)
    }

    /// Where the original of a folded character begins, in bytes.
    pub fn byte(&self, at: usize) -> usize {
        self.origin(at).0
    }

    fn origin(&self, at: usize) -> (usize, usize) {
        let wide = |place: u32| usize::try_from(place).unwrap_or(usize::MAX);
        let (byte, utf16) = self.origins[at.min(self.ink.len())];
        (wide(byte), wide(utf16))
    }
}

/// The named character references that copying out of a page's source leaves in a quote.
const ENTITIES: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("shy", '\u{AD}'),
    ("zwj", '\u{200D}'),
    ("zwnj", '\u{200C}'),
    ("lsquo", '\''),
    ("rsquo", '\''),
    ("sbquo", '\''),
    ("ldquo", '"'),
    ("rdquo", '"'),
    ("bdquo", '"'),
    ("laquo", '"'),
    ("raquo", '"'),
    ("ndash", '\u{2013}'),
    ("mdash", '\u{2014}'),
    ("minus", '\u{2212}'),
    ("hellip", '\u{2026}'),
];

/// Decodes HTML character references once; `None` where the text holds none that is known.
pub(super) fn decode(text: &str) -> Option<String> {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    let mut found = false;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        // The longest reference known is ten characters: `&#1114111;`.
        let end = rest.bytes().take(10).position(|byte| byte == b';');
        if let Some((end, c)) = end.and_then(|end| Some((end, reference(&rest[1..end])?))) {
            decoded.push(c);
            rest = &rest[end + 1..];
            found = true;
        } else {
            decoded.push('&');
            rest = &rest[1..];
        }
    }
    decoded.push_str(rest);
    found.then_some(decoded)
}

/// The character that `&name;` stands for.
fn reference(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?);
    }
    ENTITIES.iter().find(|entity| entity.0 == name).map(|entity| entity.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The folded text, with its gaps as spaces and line feeds.
    fn folded(text: &str) -> String {
        let folded = Folded::new(text);
        let mut with_gaps = String::new();
        for (at, c) in folded.ink.iter().enumerate() {
            if folded.is_apart(at) {
                with_gaps.push(if folded.is_line_start(at) { '\n' } else { ' ' });
            }
            with_gaps.push(*c);
        }
        with_gaps
    }

    #[test]
    fn writings_of_the_same_words_fold_alike() {
        assert_eq!(folded("a \t\u{A0}\u{3000}b"), "a b");
        assert_eq!(folded("a \t\n\u{A0}\nb"), "a\nb");
        assert_eq!(folded("“don’t”"), "'don't'");
        assert_eq!(folded("MS\u{2011}13 — x -- y \u{2212}5"), "MS-13 - x - y -5");
        assert_eq!(folded("– – —\n-- x - 5 - -5 --5"), "-\nx - 5 - -5 -5");
        assert_eq!(folded("and…"), "and...");
        assert_eq!(folded("so\u{AD}ver\u{200B}eign \u{FEFF} state"), "sovereign state");
        assert_eq!(folded("❤\u{FE0F}"), "❤");
        assert_eq!(folded("葛\u{E0100}城"), "葛城");
        assert_eq!(folded(""), "");
    }

    #[test]
    fn a_flag_keeps_its_letters() {
        let [england, scotland] = ["\u{1F3F4}\u{E0065}\u{E007F}", "\u{1F3F4}\u{E0073}\u{E007F}"];
        assert_ne!(folded(england), folded(scotland));
    }

    #[test]
    fn case_letters_and_digits_stay() {
        assert_eq!(folded("Ünï 42 ÀÉ 東京 \0"), "Ünï 42 ÀÉ 東京 \0");
    }

    #[test]
    fn the_way_back_is_in_bytes_and_utf16() {
        let text = "😀  “né” x";
        let folded = Folded::new(text);
        // '😀', ''', 'n', 'é', '''
        let span = folded.span(&(1..5));
        assert_eq!(&text[span.bytes.clone()], "“né”");
        assert_eq!(span.utf16, 4..8);
        assert_eq!(folded.span(&(0..1)).utf16, 0..2);
        assert_eq!(folded.span(&(9..9)).bytes, text.len()..text.len());
    }

    #[test]
    fn a_span_takes_in_what_belongs_to_its_last_character() {
        let folded = Folded::new("I ❤\u{FE0F} it -- so\u{AD} it is");
        assert_eq!(&folded.text[folded.span(&(1..2)).bytes], "❤\u{FE0F}");
        assert_eq!(&folded.text[folded.span(&(2..5)).bytes], "it --");
        // A soft hyphen after the last letter does not.
        assert_eq!(&folded.text[folded.span(&(5..7)).bytes], "so");
        // A row of dashes goes over white space.
        let folded = Folded::new("x – – \u{2014} y…");
        assert_eq!(&folded.text[folded.span(&(0..2)).bytes], "x – – \u{2014}");
        assert_eq!(&folded.text[folded.span(&(2..4)).bytes], "y…");
    }

    #[test]
    fn references_are_decoded_once() {
        assert_eq!(decode("a &amp;amp; b").as_deref(), Some("a &amp; b"));
        assert_eq!(decode("&#8217;&#x2019;&quot;").as_deref(), Some("’’\""));
        for text in ["AT&T", "a & b;", "&#xD800;", "&#99999999;", "&;", "&unknown;", "&", "&é;"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
