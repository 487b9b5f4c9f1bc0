//! What the elements of a page are to its reader.

use crate::{BlockKind, LeftOutKind};

/// Elements whose content nobody reads as part of the article. `summary-card` is the card itself.
const LEFT_OUT: [&str; 14] = [
    "audio",
    "canvas",
    "dialog",
    "iframe",
    "noscript",
    "object",
    "script",
    "select",
    "style",
    "summary-card",
    "svg",
    "template",
    "textarea",
    "video",
];

/// Elements at whose edges a browser begins a new line.
const BLOCKS: [&str; 38] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];

/// An element's name and attributes, from a tree or from a tag.
pub struct Element<'a> {
    /// In lower case.
    pub name: &'a str,
    pub style: &'a str,
    /// Whether it has the attribute `hidden`.
    pub has_hidden: bool,
}

impl<'a> From<&'a scraper::node::Element> for Element<'a> {
    fn from(element: &'a scraper::node::Element) -> Self {
        let style = element.attr("style").unwrap_or_default();
        Self { name: element.name(), style, has_hidden: element.attr("hidden").is_some() }
    }
}

impl Element<'_> {
    pub fn is_left_out(&self) -> bool {
        LEFT_OUT.contains(&self.name) || self.is_hidden()
    }

    fn is_hidden(&self) -> bool {
        let style = self.style.to_ascii_lowercase().replace(' ', "");
        self.has_hidden || style.contains("display:none") || style.contains("visibility:hidden")
    }

    /// Whether what is in it is in a document of its own: no selection goes through it.
    pub fn is_apart(&self) -> bool {
        self.name == "template"
    }

    pub fn is_block(&self) -> bool {
        BLOCKS.contains(&self.name)
    }

    /// What the lines in it are, where it says so.
    pub fn block_kind(&self) -> Option<BlockKind> {
        match self.name.as_bytes() {
            [b'h', digit @ b'1'..=b'6'] => Some(BlockKind::Heading(digit - b'0')),
            b"li" => Some(BlockKind::ListItem),
            b"blockquote" => Some(BlockKind::Quotation),
            _ => None,
        }
    }

    /// What an editor should know to be left out of the text, or to be in it in another form.
    pub fn left_out_kind(&self) -> Option<LeftOutKind> {
        Some(match self.name {
            _ if self.is_hidden() => LeftOutKind::Hidden,
            "dialog" => LeftOutKind::Hidden,
            "script" => LeftOutKind::Script,
            "audio" | "canvas" | "embed" | "iframe" | "object" | "video" => LeftOutKind::Media,
            "img" | "svg" => LeftOutKind::Picture,
            "input" | "select" | "textarea" => LeftOutKind::Field,
            "table" => LeftOutKind::Table,
            _ => return None,
        })
    }
}
