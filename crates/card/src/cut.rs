//! A quote cut out of the article.

use std::ops::Range;

use quote::{Index, WhyNot};

use super::Quote;
use super::limits::MAX_QUOTE;

impl Quote {
    /// Makes a quote out of some bytes of the article's text, with the words before and after it: one that is found
    /// word for word at this place and nowhere else.
    ///
    /// # Errors
    /// Why there is no such quote, [`WhyNot::TooLong`] where the passage is longer than [`MAX_QUOTE`].
    pub fn cut(article: &Index, range: Range<usize>) -> Result<Self, WhyNot> {
        let described = article.describe(range, MAX_QUOTE)?;
        let present = |text: String| (!text.is_empty()).then_some(text);
        Ok(Self {
            exact: described.exact,
            prefix: present(described.prefix),
            suffix: present(described.suffix),
        })
    }
}

#[cfg(test)]
mod tests {
    use quote::{Index, WhyNot};

    use crate::Quote;
    use crate::limits::{MAX_CONTEXT, MAX_QUOTE};

    #[test]
    fn a_quote_holds_to_the_format_and_leaves_out_what_is_not_there() {
        let text = format!("{}. A bill passed.", "Word ".repeat(MAX_QUOTE / 5 + 1));
        let article = Index::new(&text);
        let last = text.len() - 14;
        let quote = Quote::cut(&article, last..text.len()).unwrap();
        assert_eq!((quote.exact.as_str(), quote.suffix), ("A bill passed.", None));
        assert!(quote.prefix.is_some_and(|prefix| prefix.chars().count() <= MAX_CONTEXT));
        assert_eq!(Quote::cut(&article, 0..last), Err(WhyNot::TooLong(text[..last].trim().len())));
    }
}
