//! Folding: two writings of the same words become the same characters, and every folded character
//! still knows where it came from.
//!
//! White space becomes one space a run, or one line feed where there is one in it; quotation marks and apostrophes
//! one `'`, dashes one `-` a run, an ellipsis three dots; what is invisible disappears. Case, letters and digits stay
//! as they are.
//!
//! Texts are compared by their ink, the folded characters without the white space: where a line or a paragraph ends,
//! some sources of a quote have a space, some a line feed and some nothing.

use std::ops::Range;

use super::Span;
use super::words::{is_inside_word, is_space};

/// A folded text with the way back to the text it was made from.
#[derive(Clone, Debug)]
pub(super) struct Folded {
    /// The text as it was given.
    pub text: String,
    /// The folded characters.
    pub chars: Vec<char>,
    /// Those of them that are not white space.
    pub ink: Vec<char>,
    /// For each character of `ink`, its place in `chars`. One more at the end, for the end of `chars`.
    places: Vec<usize>,
    /// For each folded character, where its original begins: UTF-8 bytes and UTF-16 code units. One more
    /// at the end, for the text's own end.
    origins: Vec<(usize, usize)>,
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
        let mut chars: Vec<char> = Vec::with_capacity(text.len());
        let mut origins = Vec::with_capacity(text.len());
        let mut utf16 = 0;
        // A dropped character does not end a run of white space or of dashes.
        let mut run = None;
        for (byte, c) in text.char_indices() {
            let (folded, times) = match fold(c) {
                Fold::Drop => (c, 0),
                Fold::Space if run == Some(' ') => {
                    // The end of a line is told from other white space.
                    if let Some(last) = chars.last_mut().filter(|_| c == '\n') {
                        *last = c;
                    }
                    (c, 0)
                }
                Fold::Dash if run == Some('-') => (c, 0),
                Fold::Space => (if c == '\n' { c } else { ' ' }, 1),
                Fold::Dash => ('-', 1),
                Fold::Dots => ('.', 3),
                Fold::Keep(kept) => (kept, 1),
            };
            for _ in 0..times {
                chars.push(folded);
                origins.push((byte, utf16));
                run = Some(if folded == '\n' { ' ' } else { folded });
            }
            utf16 += c.len_utf16();
        }
        origins.push((text.len(), utf16));
        let mut ink = Vec::with_capacity(chars.len());
        let mut places = Vec::with_capacity(chars.len());
        for (at, c) in chars.iter().enumerate() {
            // Dashes in a row are one also over white space, but for a minus: a table's empty cells, with or without
            // what separates them.
            let is_same_dash = *c == '-'
                && ink.last() == Some(c)
                && !chars.get(at + 1).is_some_and(|next| next.is_numeric());
            if !is_space(*c) && !is_same_dash {
                ink.push(*c);
                places.push(at);
            }
        }
        places.push(chars.len());
        Self { text: text.to_owned(), chars, ink, places, origins }
    }

    /// Folds a text and takes the white space off its ends.
    pub fn trimmed(text: &str) -> Self {
        Self::new(text.trim_matches(|c| matches!(fold(c), Fold::Space | Fold::Drop)))
    }

    /// Where a range of folded characters is in the original text.
    ///
    /// An empty range is an empty span at the same place.
    pub fn span(&self, range: &Range<usize>) -> Span {
        let (mut byte, mut utf16) = self.origin(range.start);
        let start = (byte, utf16);
        if let Some(last) = range.end.checked_sub(1).filter(|last| *last >= range.start) {
            (byte, utf16) = self.origin(last);
            let mut rest = self.text[byte..].chars();
            let first = rest.next();
            let is_dash = first.is_some_and(|c| matches!(fold(c), Fold::Dash));
            if let Some(c) = first {
                byte += c.len_utf8();
                utf16 += c.len_utf16();
            }
            // What belongs to the last character: the rest of a run of dashes, an emoji's variation selector.
            for c in rest {
                let is_selector = matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}');
                let more = is_selector || is_dash && matches!(fold(c), Fold::Dash);
                if !more {
                    break;
                }
                byte += c.len_utf8();
                utf16 += c.len_utf16();
            }
        }
        Span { bytes: start.0..byte, utf16: start.1..utf16 }
    }

    /// Where a part of `ink` is in `chars`, without white space at its ends.
    pub fn in_chars(&self, ink: &Range<usize>) -> Range<usize> {
        let start = self.places[ink.start];
        if ink.is_empty() {
            return start..start;
        }
        let last = self.places[ink.end - 1];
        // A row of dashes is one in the ink, with the white space between them.
        let row = if self.chars[last] == '-' { &self.chars[last..self.places[ink.end]] } else { &[] };
        start..last + 1 + row.iter().rposition(|c| *c == '-').unwrap_or(0)
    }

    /// Whether there is white space before a character of `ink` that is not the first.
    pub fn is_apart(&self, ink: usize) -> bool {
        is_space(self.chars[self.places[ink] - 1])
    }

    /// Whether a character of `ink` that is not the first is the first in its line.
    pub fn is_line_start(&self, ink: usize) -> bool {
        self.chars[self.places[ink] - 1] == '\n'
    }

    /// Whether the place before a character of `ink` is inside a word.
    pub fn is_inside_word(&self, ink: usize) -> bool {
        is_inside_word(&self.chars, self.places[ink])
    }

    /// A part of `ink` with the rest of the words that its ends cut off, each end moved by so many at most.
    pub fn whole_words(&self, ink: Range<usize>, most: usize) -> Range<usize> {
        let (mut start, mut end) = (ink.start, ink.end);
        while ink.start - start < most && self.is_inside_word(start) {
            start -= 1;
        }
        while end - ink.end < most && self.is_inside_word(end) {
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
        self.origins.partition_point(|origin| origin.0 < byte)
    }

    fn origin(&self, at: usize) -> (usize, usize) {
        self.origins[at.min(self.chars.len())]
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

    fn folded(text: &str) -> String {
        Folded::new(text).chars.into_iter().collect()
    }

    #[test]
    fn writings_of_the_same_words_fold_alike() {
        assert_eq!(folded("a \t\u{A0}\u{3000}b"), "a b");
        assert_eq!(folded("a \t\n\u{A0}\nb"), "a\nb");
        assert_eq!(folded("“don’t”"), "'don't'");
        assert_eq!(folded("MS\u{2011}13 — x -- y \u{2212}5"), "MS-13 - x - y -5");
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
        // ' 😀', ' ', ''', 'n', 'é', '''
        let span = folded.span(&(2..6));
        assert_eq!(&text[span.bytes.clone()], "“né”");
        assert_eq!(span.utf16, 4..8);
        assert_eq!(folded.span(&(0..1)).utf16, 0..2);
        assert_eq!(folded.span(&(9..9)).bytes, text.len()..text.len());
    }

    #[test]
    fn a_span_takes_in_what_belongs_to_its_last_character() {
        let folded = Folded::new("I ❤\u{FE0F} it -- so\u{AD} it is");
        assert_eq!(&folded.text[folded.span(&(2..3)).bytes], "❤\u{FE0F}");
        assert_eq!(&folded.text[folded.span(&(4..8)).bytes], "it --");
        // A soft hyphen after the last letter does not.
        assert_eq!(&folded.text[folded.span(&(9..11)).bytes], "so");
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
