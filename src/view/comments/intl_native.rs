//! Natively there is no `Intl`: the callers fall back to something plainer.

/// Nothing to format with.
#[derive(Default)]
pub struct Formats {}

#[expect(clippy::unused_self, reason = "as in the browser")]
impl Formats {
    /// As all of them here.
    pub fn without_characters() -> Self {
        Self {}
    }

    /// No words for how long ago.
    pub fn ago(&self, _tag: &str, _count: i32, _unit: &str) -> Option<String> {
        None
    }

    /// No words for a moment.
    pub fn exact(&self, _tag: &str, _iso: &str) -> Option<String> {
        None
    }

    /// Nobody to say where a character ends.
    pub fn first_character(&self, _tag: &str, _text: &str) -> Option<String> {
        None
    }
}
