//! Showing text that anybody typed: nothing in it may reorder, hide or overrun what is around it.
//!
//! Stored text is never changed; this is for showing it. Paragraphs are shown in elements with
//! `dir="auto"`, which isolates them from the page's direction.

use quote::is_invisible;

/// Combining marks stacked on one character: no living script needs more.
const MAX_MARKS: usize = 4;
/// Invisible characters in a row: the longest emoji flag needs seven.
const MAX_INVISIBLE: usize = 7;

/// The text as it may be shown, with its line breaks (all as `\n`) and tabs.
///
/// Controls become U+FFFD, so that one sees that something is there. Characters that reorder what
/// follows are left out. Floods of combining marks and invisible characters are cut.
pub fn clean(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let (mut marks, mut invisible) = (0, 0);
    let mut after_return = false;
    for c in text.chars() {
        let line_feed_of_crlf = after_return && c == '\n';
        after_return = c == '\r';
        if line_feed_of_crlf || reorders(c) {
            continue;
        }
        if is_mark(c) {
            marks += 1;
            if marks > MAX_MARKS {
                continue;
            }
        } else if is_invisible(c) {
            invisible += 1;
            if invisible > MAX_INVISIBLE {
                continue;
            }
        } else {
            (marks, invisible) = (0, 0);
        }
        shown.push(match c {
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => '\n',
            '\n' | '\t' => c,
            c if c.is_control() => '\u{fffd}',
            // Interlinear annotation and noncharacters: no meaning in running text.
            '\u{fff9}'..='\u{fffb}' | '\u{fffe}'..='\u{ffff}' => '\u{fffd}',
            c => c,
        });
    }
    shown
}

/// The same for a name: on one line, with single spaces.
pub fn clean_line(text: &str) -> String {
    let mut line = String::new();
    for word in clean(text).split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Whether nothing in the text can be seen.
pub fn is_blank(text: &str) -> bool {
    // Fillers and the blank Braille pattern are letters by the book, and look like nothing.
    let filler = |c| matches!(c, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{2800}');
    text.chars().all(|c| c.is_whitespace() || c.is_control() || is_invisible(c) || is_mark(c) || filler(c))
}

/// The first letters of a name's first and last word, for an avatar. `first_character` says what the first
/// character of a word is as readers see it, where that is known; else it is the first one with its marks. `upper_case`
/// has the tables of all scripts' letters, which a browser need not load.
pub fn initials(
    name: &str,
    first_character: &dyn Fn(&str) -> Option<String>,
    upper_case: &dyn Fn(&str) -> String,
) -> String {
    let name = clean_line(name);
    let first = |word: &str| first_character(word).unwrap_or_else(|| with_marks(word).to_owned());
    let mut words = name.split(' ').filter(|word| !is_blank(word));
    let mut letters = words.next().map(first).unwrap_or_default();
    if let Some(last) = words.next_back() {
        letters.push_str(&first(last));
    }
    let capital = |c: char| {
        // `ß` and the like would grow: one letter in, one letter out.
        let upper = upper_case(c.encode_utf8(&mut [0; 4]));
        let mut upper = upper.chars();
        upper.next().filter(|_| upper.next().is_none()).unwrap_or(c)
    };
    letters.chars().map(capital).collect()
}

/// The first character and the marks on it.
fn with_marks(word: &str) -> &str {
    let mut rest = word.char_indices().skip(1);
    let end = rest.find(|(_, c)| !is_mark(*c)).map_or(word.len(), |(end, _)| end);
    &word[..end]
}

/// Whether a web address cannot go on with this character.
pub(crate) fn ends_address(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || is_invisible(c)
        || matches!(c, '<' | '>' | '"' | '`' | '\\' | '\u{fffd}' | '“' | '”' | '«' | '»')
}

/// Embeddings, overrides and isolates of the bidirectional algorithm (UAX #9).
fn reorders(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{206a}'..='\u{206f}')
}

/// Combining marks: the blocks that are used to stack.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{34e}' | '\u{350}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e4}' | '\u{6e7}'..='\u{6ed}' | '\u{e31}' | '\u{e34}'..='\u{e3a}'
        | '\u{e47}'..='\u{e4e}' | '\u{eb1}' | '\u{eb4}'..='\u{ebc}' | '\u{ec8}'..='\u{ece}'
        | '\u{f71}'..='\u{f84}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{302a}'..='\u{302f}' | '\u{3099}'..='\u{309a}'
        | '\u{a66f}'..='\u{a67d}' | '\u{fe20}'..='\u{fe2f}')
}
