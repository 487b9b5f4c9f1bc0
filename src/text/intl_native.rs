//! Natively dates, numbers and plurals are written by ICU4X, from the same data as behind the browser's `Intl`.

use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_datetime::input::Date;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

use crate::card::Time;

/// What formats in one language. Made anew for each text: a card has a few dozen of them.
#[derive(Default)]
pub struct Formats;

#[expect(clippy::unused_self, reason = "as in the browser")]
impl Formats {
    /// A date in words; `None` for what is no date. Of a moment it is the day at the place that its offset from UTC
    /// is of: the reader's time zone is not known here.
    pub fn date(&self, tag: &str, iso: &str) -> Option<String> {
        Time::parse(iso)?;
        let mut numbers = iso.get(..10)?.split('-');
        let year = numbers.next()?.parse().ok()?;
        let (month, day) = (numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?);
        let format = DateTimeFormatter::try_new(locale(tag)?.into(), YMD::long()).ok()?;
        Some(format.format(&Date::try_new_iso(year, month, day).ok()?).to_string())
    }

    /// A whole number with the language's digits and separators.
    pub fn number(&self, tag: &str, count: usize) -> Option<String> {
        let format =
            DecimalFormatter::try_new(locale(tag)?.into(), DecimalFormatterOptions::default()).ok()?;
        Some(format.format(&Decimal::from(count)).to_string())
    }
}

fn locale(tag: &str) -> Option<Locale> {
    Locale::try_from_str(tag).ok()
}

/// CLDR's name for how a language speaks of so many: `one`, `other`.
pub fn category(tag: &str, count: usize) -> &'static str {
    let rules =
        locale(tag).and_then(|tag| PluralRules::try_new(tag.into(), PluralRulesOptions::default()).ok());
    match rules.map(|rules| rules.category_for(count)) {
        Some(PluralCategory::Zero) => "zero",
        Some(PluralCategory::One) => "one",
        Some(PluralCategory::Two) => "two",
        Some(PluralCategory::Few) => "few",
        Some(PluralCategory::Many) => "many",
        Some(PluralCategory::Other) | None => "other",
    }
}

/// The text in lower case.
pub fn lower_case(text: &str) -> String {
    text.to_lowercase()
}

/// Whether a text is in another.
pub fn is_within(part: &str, text: &str) -> bool {
    text.contains(part)
}

/// The text in capital letters.
pub fn upper_case(text: &str) -> String {
    text.to_uppercase()
}

/// Whether a language tag is well formed.
pub fn is_tag(tag: &str) -> bool {
    locale(tag).is_some()
}

#[cfg(test)]
mod tests {
    use super::{Formats, is_tag};

    #[test]
    fn dates_are_written_as_the_language_writes_them() {
        for (tag, iso, words) in [
            ("en", "2025-08-09", "August 9, 2025"),
            ("en-GB", "2025-08-09", "9 August 2025"),
            ("es", "2025-08-09", "9 de agosto de 2025"),
            ("es-MX", "2025-12-31T23:30:00-06:00", "31 de diciembre de 2025"),
            ("fr", "2024-02-29", "29 février 2024"),
            ("en", "2025-08-10T09:00:00Z", "August 10, 2025"),
        ] {
            assert_eq!(Formats.date(tag, iso).as_deref(), Some(words), "{tag} {iso}");
        }
        for bad in ["", "yesterday", "2025-02-29", "2025-13-01", "2025-08-10T25:00Z"] {
            assert_eq!(Formats.date("en", bad), None, "{bad}");
        }
    }

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        for (tag, count, words) in [("en", 7, "7"), ("en", 1_024, "1,024"), ("es", 12_345, "12.345")] {
            assert_eq!(Formats.number(tag, count).as_deref(), Some(words), "{tag} {count}");
        }
    }

    #[test]
    fn what_is_no_tag_is_none() {
        assert!(is_tag("en") && is_tag("es-419") && is_tag("zh-Hant-TW"));
        assert!(!is_tag("") && !is_tag("e") && !is_tag("not a tag"));
        assert_eq!(Formats.date("not a tag", "2025-08-09"), None);
    }
}
