//! The small formats inside a card file: ids, dates, language tags. Web addresses have a type of their own,
//! [`WebUrl`](super::WebUrl).
//!
//! Each format is a function and, for the JSON Schema, a pattern. The function is the stricter of the
//! two where a pattern would be unreadable (the number of days in a month).

use super::limits::{MAX_ID, MAX_LANGUAGE};

/// [`is_id`] as a regular expression.
pub const ID_PATTERN: &str = "^[A-Za-z0-9_-]+$";
/// [`WebUrl::parse`](super::WebUrl::parse) as a regular expression; it lets pass invisible characters, and punctuation
/// in a host.
pub const URL_PATTERN: &str = r#"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#@\\"<>]+([/?#][^\s\\"<>]*)?$"#;
/// [`is_date`] as a regular expression; it does not count the days of a month.
pub const DATE_PATTERN: &str = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9]))?$";
/// [`is_language`] as a regular expression.
pub const LANGUAGE_PATTERN: &str = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";

/// Whether `text` can be an id: 1 to 64 of the letters `a`–`z` and `A`–`Z`, digits, `-` and `_`. These
/// need no escaping in a link, and `.` stays free to join a card's id and a claim's.
pub fn is_id(text: &str) -> bool {
    (1..=MAX_ID).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}

/// Whether `text` is an ISO 8601 date (`2025-08-14`) or a date and time with its offset from UTC
/// (`2025-08-14T09:30Z`, `2025-08-14T09:30:00.5+02:00`) that exists in the calendar.
pub fn is_date(text: &str) -> bool {
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    is_day(date) && time.is_none_or(is_time)
}

fn is_day(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return false;
    }
    let (Some(year), Some(month), Some(day)) =
        (number(&bytes[..4]), number(&bytes[5..7]), number(&bytes[8..]))
    else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// `09:30`, `09:30:00`, `09:30:00.123`, each followed by `Z` or an offset such as `+02:00`.
fn is_time(text: &str) -> bool {
    let clock = if let Some(clock) = text.strip_suffix('Z') {
        clock
    } else {
        let Some(sign) = text.rfind(['+', '-']) else {
            return false;
        };
        if !is_clock(&text[sign + 1..]) {
            return false;
        }
        &text[..sign]
    };
    match clock.split_once('.') {
        None => is_clock(clock) || is_clock_with_seconds(clock),
        Some((clock, fraction)) => {
            is_clock_with_seconds(clock)
                && (1..=9).contains(&fraction.len())
                && fraction.bytes().all(|byte| byte.is_ascii_digit())
        }
    }
}

fn is_clock(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 5
        && bytes[2] == b':'
        && number(&bytes[..2]).is_some_and(|hour| hour < 24)
        && number(&bytes[3..]).is_some_and(|minute| minute < 60)
}

fn is_clock_with_seconds(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 8
        && text.is_char_boundary(5)
        && is_clock(&text[..5])
        && bytes[5] == b':'
        && number(&bytes[6..]).is_some_and(|second| second < 60)
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))
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
    fn dates() {
        for good in [
            "2025-08-14",
            "2024-02-29",
            "2000-02-29",
            "2025-08-14T09:30Z",
            "2025-08-14T09:30:00Z",
            "2025-08-14T23:59:59.123+02:00",
            "2025-08-14T00:00:00-05:30",
        ] {
            assert!(is_date(good), "{good}");
        }
        for bad in [
            "",
            "2025",
            "2025-08",
            "14-08-2025",
            "2025-8-14",
            "2025-13-01",
            "2025-00-01",
            "2025-02-29",
            "1900-02-29",
            "2025-04-31",
            "2025-08-00",
            "2025-08-14T",
            "2025-08-14T09:30",
            "2025-08-14T24:00Z",
            "2025-08-14T09:60Z",
            "2025-08-14T09:30:60Z",
            "2025-08-14T09:30:00.Z",
            "2025-08-14 09:30Z",
            "2025-08-14T09:30+2",
            "2025-08-14T09:30+99:00",
            "２０２５-08-14",
            "2025-08-1é",
            "2025-08-14T09:3éZ",
            "2025-08-14T09é3:00Z",
            "2025-08-14T09:30:00.1234567890Z",
            "+025-08-14",
        ] {
            assert!(!is_date(bad), "{bad}");
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
