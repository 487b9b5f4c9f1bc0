//! Natively, where no `Intl` is, a date stays ISO 8601 and a number plain: true in every language, and replaced
//! once the live card is there.

/// No formatters.
#[derive(Default)]
pub struct Formats;

impl Formats {
    /// Never any words.
    #[expect(clippy::unused_self, reason = "as in the browser")]
    pub fn date(&self, _tag: &str, _iso: &str) -> Option<String> {
        None
    }

    /// Never any words.
    #[expect(clippy::unused_self, reason = "as in the browser")]
    pub fn number(&self, _tag: &str, _count: usize) -> Option<String> {
        None
    }
}

/// The text in lower case.
pub fn lower_case(text: &str) -> String {
    text.to_lowercase()
}

/// The text in capital letters.
pub fn upper_case(text: &str) -> String {
    text.to_uppercase()
}

/// Whether a text can be a language tag: any but the empty one.
pub fn is_tag(tag: &str) -> bool {
    !tag.is_empty()
}
