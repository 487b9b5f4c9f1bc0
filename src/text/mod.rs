//! Interface text: one table a language, and dates and numbers through `Intl`.

mod comments;
mod en;
mod es;
mod inside;
#[cfg(target_arch = "wasm32")]
mod intl;
#[cfg(not(target_arch = "wasm32"))]
#[path = "intl_native.rs"]
mod intl;

use std::fmt;
use std::rc::Rc;

use yew::AttrValue;

pub use comments::CommentStrings;
pub use inside::InsideStrings;
pub use intl::{is_within, lower_case, upper_case};

use crate::card::{Anonymity, Status};

/// The language of the interface: a BCP 47 tag for `Intl` with the formatters made for it, and the table of
/// words nearest to it. Made once a language and cloned.
#[derive(Clone)]
pub struct Locale {
    /// The tag as given, `es-MX`; the words' own where that is none that `Intl` takes.
    pub tag: AttrValue,
    /// The words: those of the tag's language, else English.
    pub words: &'static Strings,
    formats: Rc<intl::Formats>,
}

impl Locale {
    /// The locale for a BCP 47 tag, in any case and also with `_`. An empty or unknown tag gives English words.
    pub fn new(tag: impl Into<AttrValue>) -> Self {
        let tag = tag.into().replace('_', "-");
        let primary = tag.split('-').next().unwrap_or_default();
        let (words, own_tag) =
            if primary.eq_ignore_ascii_case("es") { (&es::CARD, "es") } else { (&en::CARD, "en") };
        let tag = if intl::is_tag(&tag) { AttrValue::from(tag) } else { AttrValue::Static(own_tag) };
        Self { tag, words, formats: Rc::default() }
    }

    /// The language of the words themselves, for the `lang` of the interface: `en` or `es`.
    pub fn words_tag(&self) -> &'static str {
        if std::ptr::eq(self.words, &raw const es::CARD) { "es" } else { "en" }
    }
}

impl fmt::Debug for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.tag)
    }
}

impl Default for Locale {
    fn default() -> Self {
        Self::new("en")
    }
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

/// A date for the reader: "14 August 2025". A text that is no date is returned as it is, without its time.
pub fn date(locale: &Locale, iso: &str) -> String {
    let words = locale.formats.date(&locale.tag, iso);
    words.unwrap_or_else(|| iso.split('T').next().unwrap_or_default().to_owned())
}

/// A whole number for the reader: "1,024".
pub fn number(locale: &Locale, count: usize) -> String {
    locale.formats.number(&locale.tag, count).unwrap_or_else(|| count.to_string())
}

/// Texts one after the other. The standard library's way is a kilobyte of code.
pub fn join(texts: &[String], between: &str) -> String {
    let mut out = String::new();
    for (at, text) in texts.iter().enumerate() {
        out.push_str(if at == 0 { "" } else { between });
        out.push_str(text);
    }
    out
}

/// A template's `{0}`, `{1}`, … replaced with `values`, in one pass: a value is never searched again.
pub fn fill(template: &str, values: &[&str]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        out.push_str(&rest[..at]);
        let digit = rest[at + 1..].bytes().next().map(|b| usize::from(b.wrapping_sub(b'0')));
        match digit.and_then(|n| values.get(n)) {
            Some(value) if rest[at + 2..].starts_with('}') => {
                out.push_str(value);
                rest = &rest[at + 3..];
            }
            _ => {
                out.push('{');
                rest = &rest[at + 1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// A word for one and a template (`{0}`) for every other count.
#[derive(Debug)]
pub struct Plural {
    /// For exactly one: "1 claim".
    pub one: &'static str,
    /// For the rest: "{0} claims".
    pub other: &'static str,
}

impl Plural {
    /// The words for `count`, the number written as the locale writes it.
    pub fn count(&self, locale: &Locale, count: usize) -> String {
        if count == 1 { self.one.into() } else { fill(self.other, &[&number(locale, count)]) }
    }
}

/// Every word of a card that is closed, and of the comment section's line.
#[derive(Debug)]
#[allow(missing_docs, reason = "each field is named after the words it holds, in the English table")]
pub struct Strings {
    pub updated: &'static str,
    pub correction: &'static str,
    pub by: &'static str,
    pub summary: &'static str,
    pub claims: Plural,
    pub claim: &'static str,
    pub all_claims: &'static str,
    pub fewer_claims: &'static str,
    pub expand_all: &'static str,
    pub collapse_all: &'static str,
    pub article_voice: &'static str,
    pub new_tab: &'static str,
    pub stances: &'static str,
    pub voices: Plural,
    pub contested: Plural,
    pub stance_groups: [&'static str; 3],
    pub mark_all: &'static str,
    pub share: &'static str,
    pub search_and_filter: &'static str,
    pub nothing_found: &'static str,
    pub copy_link: &'static str,
    pub comments: Plural,
    pub no_comments: &'static str,
    pub leave_comment: &'static str,
    pub loading: &'static str,
    pub comments_missing: &'static str,
    /// In a print that is made before the comment section was ever opened.
    pub kept_not_printed: &'static str,
    pub inside_missing: &'static str,
    pub try_again: &'static str,
    pub statuses: [&'static str; 4],
    pub status_counts: [Plural; 4],
    pub anonymities: [&'static str; 3],
}

impl Strings {
    /// The reader's word for what the article shows for a claim.
    pub fn status(&self, status: Status) -> &'static str {
        self.statuses[status as usize]
    }
    /// The mark on an actor whom the article does not name; empty for a named one.
    pub fn anonymity(&self, anonymity: Anonymity) -> &'static str {
        self.anonymities[anonymity as usize]
    }
}
