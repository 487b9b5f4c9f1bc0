//! The text of an article from a file: plain text, or a page as a browser would read it.

mod elements;
mod page;
mod parse;

use std::path::Path;

use self::page::headings_of_page;
pub use self::page::{Block, BlockKind, LeftOut, LeftOutKind, PageText};
pub use quote::ArticleText;

/// An article as read from a file.
#[derive(Clone, Debug)]
pub enum Article {
    /// Plain text.
    Text(String),
    /// A page in HTML.
    Page(String),
}

impl Article {
    /// Reads an article. A file named `.html`, `.htm` or `.xhtml` is read as a page.
    ///
    /// # Errors
    /// Why there is no text, in one sentence.
    pub fn read(file: &Path) -> Result<Self, String> {
        let bytes = std::fs::read(file).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => String::from("there is no such file"),
            _ => format!("the file cannot be read: {error}"),
        })?;
        let text = String::from_utf8(bytes).map_err(|_| String::from("the file is not UTF-8"))?;
        let extension = file.extension().unwrap_or_default().to_ascii_lowercase();
        let is_page = ["html", "htm", "xhtml"].iter().any(|html| extension == *html);
        let article = if is_page { Self::Page(text) } else { Self::Text(text) };
        if article.text("").as_str().trim().is_empty() {
            return Err(String::from("there is no article text in the file"));
        }
        Ok(article)
    }

    /// The text of the article that a card is about. In a page the `<summary-card>` whose `src` ends in
    /// the card's file name says where that is, or else the first `<summary-card>`: by its attribute
    /// `article`, a CSS selector, or by the `article` element around it. Where they say nothing, it is the
    /// first `article`, else `main`, else `body`.
    pub fn text(&self, card: &str) -> ArticleText {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Page(html) => PageText::read(html, card).text,
        }
    }

    /// The headings above the card, each with its level from 1 to 6, in the order of the page. A page that does not
    /// have the card yet will have it below its first `h1`. Plain text has no headings.
    pub fn headings_above(&self, card: &str) -> Vec<(u8, String)> {
        match self {
            Self::Text(_) => Vec::new(),
            Self::Page(html) => headings_of_page(html, card),
        }
    }
}

#[cfg(test)]
mod tests;
