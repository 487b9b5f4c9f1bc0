//! The small formats inside a card file: ids and language tags. Web addresses and dates have types of their own,
//! [`WebUrl`](super::WebUrl) and [`Time`](super::Time).
//!
//! Each format is a function and, for the JSON Schema, a pattern. The function is the stricter of the
//! two where a pattern would be unreadable (the number of days in a month).

use super::limits::{MAX_ID, MAX_LANGUAGE};

/// [`is_id`] as a regular expression.
pub const ID_PATTERN: &str = "^[A-Za-z0-9_-]+$";
/// [`WebUrl::parse`](super::WebUrl::parse) as a regular expression; it lets pass invisible characters, and punctuation
/// in a host.
pub const URL_PATTERN: &str = r#"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#@\\"<>]+([/?#][^\s\\"<>]*)?$"#;
/// [`Time::parse`](super::Time::parse) as a regular expression; it does not count the days of a month.
pub const DATE_PATTERN: &str = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9]))?$";
/// [`is_language`] as a regular expression.
pub const LANGUAGE_PATTERN: &str = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";

/// Whether `text` can be an id: 1 to 64 of the letters `a`–`z` and `A`–`Z`, digits, `-` and `_`. These
/// need no escaping in a link, and `.` stays free to join a card's id and a claim's.
pub fn is_id(text: &str) -> bool {
    (1..=MAX_ID).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}

/// Whether `text` has the form of a BCP 47 language tag: `en`, `es-MX`, `zh-Hant-TW`.
pub fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    text.len() <= MAX_LANGUAGE
        && (2..=8).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids() {
        for good in ["a", "A-1_b", "9", &"x".repeat(MAX_ID)] {
            assert!(is_id(good), "{good}");
        }
        for bad in ["", "a.b", "a b", "ñ", "a#b", "a/b", &"x".repeat(MAX_ID + 1)] {
            assert!(!is_id(bad), "{bad}");
        }
    }

    #[test]
    fn languages() {
        for good in ["en", "es-MX", "zh-Hant-TW", "de-CH-1996"] {
            assert!(is_language(good), "{good}");
        }
        for bad in ["", "e", "en_US", "en-", "-en", "123", "english language", "en-toolongsubtag"] {
            assert!(!is_language(bad), "{bad}");
        }
    }
}
