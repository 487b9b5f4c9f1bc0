//! Where words begin and end, and which words may not change.

use std::ops::Range;

use super::fold::Folded;

/// Part of a word: letters, digits and the marks that sit on them.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c)
}

/// Joined to the character before it: combining marks, emoji skin tones and the letters of a flag.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}')
}

/// A letter of a script that puts no space between words: Thai to Myanmar, Khmer, CJK and Hangul.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{E00}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{2E80}'..='\u{D7AF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether two characters next to each other are of one word.
pub(super) fn are_joined(a: char, b: char) -> bool {
    is_word(a) && is_word(b) && !is_unspaced(a) && !is_unspaced(b)
}

/// Whether the place before `chars[at]` is inside a word.
///
/// `1,000.5`, `10:30`, `-5` and `don't` are one word each; `president's` is `president`, `'` and `s`.
pub(super) fn is_inside_word(chars: &[char], at: usize) -> bool {
    let near = |offset: usize| at.checked_add(offset)?.checked_sub(2).and_then(|i| chars.get(i)).copied();
    // The two characters before the place and the two after it.
    let [before, a, b, after] = [near(0), near(1), near(2), near(3)];
    let (Some(a), Some(b)) = (a, b) else {
        return false;
    };
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    let separator = |c: char| matches!(c, '.' | ',' | ':');
    let apostrophe_t =
        |n: Option<char>, t: Option<char>| matches!(n, Some('n' | 'N')) && matches!(t, Some('t' | 'T'));
    if is_mark(b) {
        return a != ' ';
    }
    if is_word(a) && is_word(b) {
        return are_joined(a, b);
    }
    (digit(Some(a)) && separator(b) && digit(after))
        || (digit(before) && separator(a) && digit(Some(b)))
        || (b == '\'' && apostrophe_t(Some(a), after))
        || (a == '\'' && apostrophe_t(before, Some(b)))
        || (a == '-' && digit(Some(b)) && !before.is_some_and(is_word))
        || (a == '-' && b.is_alphabetic() && ends_with_non(&chars[..at - 1]))
}

/// Whether the last word is `non`: what follows it after a hyphen is turned into its opposite.
fn ends_with_non(chars: &[char]) -> bool {
    matches!(chars, [rest @ .., 'n' | 'N', 'o', 'n'] if !rest.last().copied().is_some_and(is_word))
}

/// The words in a part of a text, and the single signs between them.
pub(super) struct Words<'a> {
    /// The whole text.
    pub text: &'a Folded,
    /// Where in its ink each word is.
    pub words: Vec<Range<usize>>,
}

impl<'a> Words<'a> {
    /// The words in a part of a text. A part can begin and end with pieces of words.
    pub fn new(text: &'a Folded, part: Range<usize>) -> Self {
        let mut words = Vec::new();
        let mut start = part.start;
        for at in part.start + 1..=part.end {
            if at == part.end || !text.is_inside_word(at) {
                words.push(start..at);
                start = at;
            }
        }
        Self { text, words }
    }

    /// All the words of a text.
    pub fn all(text: &'a Folded) -> Self {
        Self::new(text, 0..text.ink.len())
    }

    /// The characters of one word.
    pub fn get(&self, at: usize) -> &'a [char] {
        self.at(&self.words[at])
    }

    /// The characters of a word that is there.
    pub fn at(&self, word: &Range<usize>) -> &'a [char] {
        &self.text.ink[word.clone()]
    }

    /// Whether one of the words is such.
    pub fn has(&self, is_such: impl Fn(&[char]) -> bool) -> bool {
        self.words.iter().any(|word| is_such(self.at(word)))
    }
}

/// Words that turn a sentence into its opposite, or nearly: English and Spanish, and the plainest ones of
/// French, German, Italian and Portuguese.
const NEGATIONS: &str = "no not nor non none never neither nobody nothing nowhere without cannot hardly \
    barely scarcely rarely seldom few little lack lacks lacked lacking against unless except deny denies \
    denied denying refuse refuses refused reject rejects rejected fail fails failed false less unlike \
    ni nunca jamás sin nada nadie ningún ninguno ninguna tampoco apenas contra excepto salvo menos poco \
    pocos pocas niega niegan negó negaron rechaza rechazan rechazó rechazaron falso falsa \
    ne n pas jamais sans aucun aucune rien nicht kein keine keinen keiner keinem keines nie niemals \
    nichts niemand ohne weder não nem sem nenhum nenhuma ninguém senza mai nessun nessuno nessuna né";

/// Numbers written as words, English and Spanish.
const NUMBERS: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen \
    fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty \
    ninety hundred hundreds thousand thousands million millions billion billions trillion trillions dozen \
    dozens half quarter quarters third thirds first second fourth fifth sixth seventh eighth ninth tenth \
    once twice double doubled triple tripled both percent \
    cero uno dos tres cuatro cinco seis siete ocho nueve diez doce trece catorce quince veinte treinta \
    cuarenta cincuenta sesenta setenta ochenta noventa cien ciento cientos mil miles millón millones \
    billón billones mitad tercio cuarto docena docenas primero primera primer segundo segunda tercero \
    tercera tercer quinto quinta doble triple ambos ambas";

/// What, before a word, makes its opposite.
const OPPOSITES: &[&str] = &["un", "in", "im", "il", "ir", "dis", "non", "mis", "anti", "des", "a"];

/// Whether a word or sign carries what may not change: a number, a negation, a name, a currency.
///
/// A name is known by its capital. Scripts without capitals (Arabic, Hebrew, Chinese, ...) give no such
/// sign, so there every word counts.
pub(super) fn is_protected(token: &[char]) -> bool {
    let is_listed =
        |list: &str| list.split_ascii_whitespace().any(|word| word.chars().eq(token.iter().copied()));
    token.iter().any(|c| c.is_numeric() || (c.is_alphabetic() && !c.is_lowercase()))
        || token.first().is_some_and(|c| is_symbol(*c))
        || matches!(token, [.., 'n', '\'', 't'] | [.., 'l', 'e', 's', 's'])
        || token.starts_with(&['v', 'e', 'i', 'n', 't', 'i'])
        || token.starts_with(&['d', 'i', 'e', 'c', 'i'])
        || token.ends_with(&['c', 'i', 'e', 'n', 't', 'o', 's'])
        || token.ends_with(&['c', 'i', 'e', 'n', 't', 'a', 's'])
        || is_listed(NEGATIONS)
        || is_listed(NUMBERS)
}

/// Whether a word is of a script without capitals.
pub(super) fn is_uncased(word: &[char]) -> bool {
    is_name(word) && !word[0].is_uppercase()
}

/// Whether a word looks like a name: it begins with a capital, or with a letter of a script that has none.
pub(super) fn is_name(word: &[char]) -> bool {
    word.first().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
}

/// A sign that means something: currencies, per cent, mathematics, emoji; not punctuation.
fn is_symbol(c: char) -> bool {
    matches!(
        c,
        '$' | '%' | '+' | '<' | '=' | '>' | '\u{A2}'
            ..='\u{A5}' | '\u{B0}' | '\u{B1}' | '\u{D7}' | '\u{F7}' | '\u{2030}' | '\u{2031}'
    ) || (c >= '\u{20A0}' && !matches!(c, '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FF65}'))
}

/// Whether one word is the other with a prefix such as `un` or `il` before it.
pub(super) fn are_opposites(a: &[char], b: &[char]) -> bool {
    let (long, short) = if a.len() > b.len() { (a, b) } else { (b, a) };
    long.strip_suffix(short)
        .is_some_and(|head| OPPOSITES.iter().any(|prefix| prefix.chars().eq(head.iter().copied())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let folded = Folded::new(text);
        let words = Words::all(&folded);
        words.words.iter().map(|word| words.at(word).iter().collect()).collect()
    }

    fn protected(word: &str) -> bool {
        is_protected(&word.chars().collect::<Vec<_>>())
    }

    #[test]
    fn words_keep_together_what_is_one_value() {
        assert_eq!(
            words("about 1,000.5 at 10:30, -5 or 5-10."),
            ["about", "1,000.5", "at", "10:30", ",", "-5", "or", "5", "-", "10", "."]
        );
        assert_eq!(words("I don't; the president's"), ["I", "don't", ";", "the", "president", "'", "s"]);
        assert_eq!(words("non-negotiable anti-drug"), ["non", "-negotiable", "anti", "-", "drug"]);
        assert_eq!(words("cafe\u{301} 東京 👍🏽!"), ["cafe\u{301}", "東", "京", "👍🏽", "!"]);
        assert!(words("").is_empty() && words(" ").is_empty());
    }

    #[test]
    fn numbers_negations_and_names_are_protected() {
        for word in [
            "5",
            "-5",
            "1.5",
            "two",
            "millones",
            "veintidós",
            "not",
            "can't",
            "sin",
            "harmless",
            "Trump",
            "iPhone",
            "U",
            "東",
            "שלום",
            "%",
            "€",
            "👍",
            "½",
        ] {
            assert!(protected(word), "{word}");
        }
        for word in ["the", "opposed", "soil", "é", ",", "'", "-", "?", "、", "unos"] {
            assert!(!protected(word), "{word}");
        }
    }

    #[test]
    fn opposites_are_known_by_their_prefix() {
        let chars = |word: &str| word.chars().collect::<Vec<_>>();
        for (a, b) in [("legal", "illegal"), ("unlikely", "likely"), ("agree", "disagree")] {
            assert!(are_opposites(&chars(a), &chars(b)), "{a} {b}");
        }
        for (a, b) in [("legal", "legal"), ("regal", "legal"), ("other", "another"), ("", "x")] {
            assert!(!are_opposites(&chars(a), &chars(b)), "{a} {b}");
        }
    }
}
