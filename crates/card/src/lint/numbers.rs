//! `number-not-in-quotes`: a number in a claim or a point that is in none of its quotes.

use std::collections::HashSet;

use super::Quoted;
use super::words::{ENGLISH, SPANISH, split};
use crate::{Problem, Rule};

/// Compares the numbers of a claim or a point with those of all its quotes.
pub fn missing(quoted: &Quoted<'_>, problems: &mut Vec<Problem>) {
    let Quoted { what, text, quotes, path } = quoted;
    let mut known: HashSet<String> = quotes.iter().flat_map(|quote| numbers(&quote.exact)).collect();
    for number in numbers(text) {
        // What is reported is known from there on, so that it is reported once.
        if known.insert(number.clone()) {
            let message = format!("the number {number} is in none of the {what}'s quotes");
            let help = "correct the number, or quote the sentence that has it";
            problems.push(Problem::new(Rule::NumberNotInQuotes, path.as_str(), message, help));
        }
    }
}

/// The numbers of a text, so written that equal ones are equal: digits without separators of thousands,
/// `.` before decimals, number words from two to twelve as digits.
pub fn numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let chars: Vec<char> = text.chars().collect();
    let mut i = 0;
    while i < chars.len() {
        if !chars[i].is_ascii_digit() {
            i += 1;
            continue;
        }
        let start = i;
        while i < chars.len() && (chars[i].is_ascii_digit() || joins(&chars, i)) {
            i += 1;
        }
        found.push(normal(&chars[start..i]));
    }
    // "twenty-five" is none of these words, so parts of compounds are left out.
    let compounds_joined: String =
        text.chars().map(|c| if matches!(c, '-' | '‑') { 'x' } else { c }).collect();
    for word in split(&compounds_joined) {
        for words in [ENGLISH.numbers, SPANISH.numbers] {
            if let Some(index) = words.iter().position(|number| *number == word) {
                found.push((index + 2).to_string());
            }
        }
    }
    found
}

/// Whether the character stands between two digits as a separator.
fn joins(chars: &[char], i: usize) -> bool {
    matches!(chars[i], ',' | '.' | '\u{a0}' | '\u{202f}')
        && i > 0
        && chars[i - 1].is_ascii_digit()
        && chars.get(i + 1).is_some_and(char::is_ascii_digit)
}

fn normal(number: &[char]) -> String {
    let mut groups = number.split(|c| !c.is_ascii_digit()).map(|group| group.iter().collect::<String>());
    let mut text = groups.next().unwrap_or_default();
    for group in groups {
        if group.len() != 3 {
            text.push('.');
        }
        text.push_str(&group);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn equal_numbers_are_written_alike() {
        assert_eq!(numbers("1,200 people"), ["1200"]);
        assert_eq!(numbers("1.200 personas"), ["1200"]);
        assert_eq!(numbers("1\u{a0}200\u{202f}000"), ["1200000"]);
        assert_eq!(numbers("3.5 or 3,5 percent."), ["3.5", "3.5"]);
        assert_eq!(numbers("MS‑13, in 2025."), ["13", "2025"]);
        assert_eq!(numbers("Three of doce; twenty-five"), ["3", "12"]);
        assert_eq!(numbers("no number"), [""; 0]);
    }
}
