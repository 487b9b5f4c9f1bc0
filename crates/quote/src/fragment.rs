//! Links that open a page at a quote: text fragments (WICG Scroll to Text Fragment).

use super::fold;
use super::percent::percent_encode;
use super::words::is_inside_word;

/// A quote longer than this many characters is given by its first and last words.
pub const WHOLE_MAX: usize = 300;
/// About how many characters these first and last words have.
const EDGE: usize = 60;
/// How many characters of context are sent on each side.
const CONTEXT: usize = super::gates::CONTEXT;

/// The directive `:~:text=[prefix-,]start[,end][,-suffix]` for a link to the page a quote is on, to be put
/// after the `#`; empty for an empty quote.
///
/// The browser goes to the first match anywhere in the page, so send prefix and suffix always. Each term is
/// within one line of the text given, since a term cannot cross a block's edge.
pub fn text_fragment(exact: &str, prefix: Option<&str>, suffix: Option<&str>) -> String {
    let plain = |text: &str| fold::decode(text).unwrap_or_else(|| text.to_owned());
    let exact = plain(exact);
    let mut lines = exact.lines().map(words).filter(|line| !line.is_empty());
    let Some(first) = lines.next() else {
        return String::new();
    };
    let last = lines.next_back();
    let mut directive = String::from(":~:text=");
    if let Some(prefix) = prefix {
        let prefix = plain(prefix);
        let line = words(prefix.lines().next_back().unwrap_or_default());
        let edge = end(&line, CONTEXT);
        if !edge.is_empty() {
            encode(&mut directive, &edge);
            directive.push_str("-,");
        }
    }
    if last.is_none() && first.len() <= WHOLE_MAX {
        encode(&mut directive, &first.iter().collect::<String>());
    } else {
        encode(&mut directive, &start(&first, EDGE));
        directive.push(',');
        encode(&mut directive, &end(last.as_ref().unwrap_or(&first), EDGE));
    }
    if let Some(suffix) = suffix {
        let suffix = plain(suffix);
        let line = words(suffix.lines().next().unwrap_or_default());
        let edge = start(&line, CONTEXT);
        if !edge.is_empty() {
            directive.push_str(",-");
            encode(&mut directive, &edge);
        }
    }
    directive
}

/// The characters with one space for each run of white space, none at the ends, and no soft hyphens.
fn words(line: &str) -> Vec<char> {
    let mut chars = Vec::with_capacity(line.len());
    for word in line.split_whitespace() {
        if !chars.is_empty() {
            chars.push(' ');
        }
        chars.extend(word.chars().filter(|c| *c != '\u{AD}'));
    }
    chars
}

/// The first whole words, of so many characters at most where a word is not longer than that.
fn start(chars: &[char], most: usize) -> String {
    let mut end = most.min(chars.len());
    while end > 0 && is_inside_word(chars, end) {
        end -= 1;
    }
    if end == 0 {
        end = (0..=chars.len()).find(|at| *at >= most && !is_inside_word(chars, *at)).unwrap_or(chars.len());
    }
    chars[..end].iter().collect::<String>().trim().to_owned()
}

/// The last whole words, likewise.
fn end(chars: &[char], most: usize) -> String {
    let mut start = chars.len().saturating_sub(most);
    while start < chars.len() && is_inside_word(chars, start) {
        start += 1;
    }
    if start == chars.len() {
        let latest = chars.len().saturating_sub(most);
        start = (0..=latest).rev().find(|at| !is_inside_word(chars, *at)).unwrap_or(0);
    }
    chars[start..].iter().collect::<String>().trim().to_owned()
}

/// Percent-encodes a term as `encodeURIComponent` does, and `-` too, which is syntax here.
fn encode(directive: &mut String, term: &str) {
    percent_encode(directive, term, b"_.!~*'()");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_quote_is_sent_whole() {
        assert_eq!(
            text_fragment("beyond anti-drug  enforcement, & more", Some("that go"), Some("of—late")),
            ":~:text=that%20go-,beyond%20anti%2Ddrug%20enforcement%2C%20%26%20more,-of%E2%80%94late"
        );
        assert_eq!(text_fragment("né", None, None), ":~:text=n%C3%A9");
        assert_eq!(text_fragment("R&amp;D", None, Some(" ")), ":~:text=R%26D");
    }

    #[test]
    fn an_empty_quote_has_none() {
        assert_eq!(text_fragment("", Some("a"), Some("b")), "");
        assert_eq!(text_fragment(" \n ", None, None), "");
    }

    #[test]
    fn a_long_quote_is_sent_by_its_ends() {
        let whole = "abcde fghi ".repeat(30);
        let at_limit: String = whole.chars().take(300).collect();
        assert!(!text_fragment(at_limit.trim(), None, None).contains(','));
        let over: String = whole.chars().take(302).collect();
        let fragment = text_fragment(over.trim(), None, None);
        let (start, end) = fragment.strip_prefix(":~:text=").unwrap().split_once(',').unwrap();
        // Whole words, about sixty characters.
        assert!(start.starts_with("abcde%20fghi") && (start.ends_with("abcde") || start.ends_with("fghi")));
        assert!(end.starts_with("abcde") || end.starts_with("fghi"));
        assert!(start.replace("%20", " ").len() <= 60 && end.replace("%20", " ").len() <= 60);
    }

    #[test]
    fn a_quote_over_two_blocks_is_sent_by_its_ends() {
        assert_eq!(
            text_fragment("One two.\n\nThree four.", Some("a\nb"), Some("c\nd")),
            ":~:text=b-,One%20two.,Three%20four.,-c"
        );
    }

    #[test]
    fn a_context_is_cut_at_a_word() {
        let fragment = text_fragment("x", Some(&"prefix ".repeat(9)), Some(&"y".repeat(50)));
        assert_eq!(fragment, format!(":~:text=prefix%20prefix%20prefix%20prefix-,x,-{}", "y".repeat(50)));
    }
}
