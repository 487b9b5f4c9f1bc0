//! The text of an article as it is seen, and what stands between in the page and is not.

/// How many bytes of each end of an unseen text are kept: a context is 32 characters, and white space does not count.
const END: usize = 1000;

/// The text of an article, written down from its start to its end.
///
/// What is not seen (a script, a style sheet, an element that is not displayed) is kept apart. No quote is found in it,
/// but it can be in a quote's context: `Range.toString()` gives it like any other text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleText {
    seen: String,
    /// Unseen texts, each with the byte of the seen text before which it stands.
    pub(crate) unseen: Vec<(usize, String)>,
}

impl ArticleText {
    /// Adds what is seen. Where the page's source breaks a line is a space: only [`end_line`](Self::end_line) ends one.
    pub fn push(&mut self, text: &str) {
        self.seen.extend(one_line(text));
    }

    /// Adds what is in the page and not seen.
    pub fn push_unseen(&mut self, text: &str) {
        if text.trim_ascii().is_empty() {
            return;
        }
        let mut kept = String::new();
        let mut end = text;
        if text.len() > 2 * END {
            // Nothing is like what is left out.
            kept.extend(one_line(&text[..text.floor_char_boundary(END)]));
            kept.push('\0');
            end = &text[text.floor_char_boundary(text.len() - END)..];
        }
        kept.extend(one_line(end));
        self.unseen.push((self.seen.len(), kept));
    }

    /// Ends a line, as a block's edge and `<br>` do, unless one begins here. Says whether it did.
    pub fn end_line(&mut self) -> bool {
        let ends = !self.seen.is_empty() && !self.seen.ends_with('\n');
        if ends {
            self.seen.push('\n');
        }
        ends
    }

    /// What is seen.
    pub fn as_str(&self) -> &str {
        &self.seen
    }
}

impl<T: Into<String>> From<T> for ArticleText {
    /// A text all of which is seen, with its lines as they are.
    fn from(seen: T) -> Self {
        Self { seen: seen.into(), unseen: Vec::new() }
    }
}

fn one_line(text: &str) -> impl Iterator<Item = char> {
    text.chars().map(|c| if matches!(c, '\n' | '\r') { ' ' } else { c })
}
