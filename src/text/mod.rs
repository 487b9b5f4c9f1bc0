//! Interface text: one table a language, and dates and numbers through `Intl`.
//!
//! English is inside of the program. The words of every other language are a file of `static/words`, which a page
//! fetches where its language is asked for.

#[macro_use]
mod words;

mod comments;
mod en;
#[cfg(any(not(target_arch = "wasm32"), feature = "languages"))]
mod files;
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
use words::Language;
pub use words::{Plural, add_language};

use crate::card::{Anonymity, Status};

/// The language of the interface: a BCP 47 tag for `Intl` with the formatters made for it, and the words nearest to it.
/// Made once a language and cloned.
#[derive(Clone)]
pub struct Locale {
    /// The tag as given, `es-MX`; the words' own where that is none that `Intl` takes.
    pub tag: AttrValue,
    /// The words: those of the tag's language, else English.
    pub words: &'static Strings,
    /// Where all words of the language are; `None` for English.
    language: Option<&'static Language>,
    formats: Rc<intl::Formats>,
}

impl Locale {
    /// The locale for a BCP 47 tag, in any case and also with `_`. An empty or unknown tag gives English words, and so
    /// does one whose words have not been added ([`add_language`]).
    pub fn new(tag: impl Into<AttrValue>) -> Self {
        let tag = tag.into().replace('_', "-");
        let language = words::language(tag.split('-').next().unwrap_or_default());
        let words = language.map_or(&en::CARD, |language| &language.card);
        let own_tag = language.map_or("en", |language| language.tag);
        let tag = if intl::is_tag(&tag) { AttrValue::from(tag) } else { AttrValue::Static(own_tag) };
        Self { tag, words, language, formats: Rc::default() }
    }

    /// The language of the words themselves, for the `lang` of the interface: `en`, `es`.
    pub fn words_tag(&self) -> &'static str {
        self.language.map_or("en", |language| language.tag)
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
        self.tag == other.tag && std::ptr::eq(self.words, other.words)
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

words! {
    /// Every word of a card that is closed, and of the comment section's line.
    Strings {
        updated: &'static str,
        correction: &'static str,
        by: &'static str,
        /// Between the names of a list.
        between: &'static str,
        summary: &'static str,
        claims: Plural,
        claim: &'static str,
        all_claims: &'static str,
        fewer_claims: &'static str,
        expand_all: &'static str,
        collapse_all: &'static str,
        article_voice: &'static str,
        new_tab: &'static str,
        stances: &'static str,
        voices: Plural,
        contested: Plural,
        stance_groups: [&'static str; 3],
        mark_all: &'static str,
        share: &'static str,
        search_and_filter: &'static str,
        nothing_found: &'static str,
        copy_link: &'static str,
        comments: Plural,
        no_comments: &'static str,
        leave_comment: &'static str,
        loading: &'static str,
        comments_missing: &'static str,
        /// In a print that is made before the comment section was ever opened.
        kept_not_printed: &'static str,
        inside_missing: &'static str,
        try_again: &'static str,
        statuses: [&'static str; 4],
        status_counts: [Plural; 4],
        anonymities: [&'static str; 3],
    }
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
