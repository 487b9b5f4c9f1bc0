//! The article's text as the page has it, and the way back from a place in that text to the DOM.

use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, Element, Node, Range, Text, Window};

use crate::quote::ArticleText;

/// Elements whose text is not the article's: nobody reads it, or it is another document, or a card.
const SKIPPED: [&str; 16] = [
    "SCRIPT",
    "STYLE",
    "NOSCRIPT",
    "TEMPLATE",
    "IFRAME",
    "OBJECT",
    "IMG",
    "VIDEO",
    "AUDIO",
    "CANVAS",
    "svg",
    "SELECT",
    "TEXTAREA",
    "INPUT",
    "DIALOG",
    "SUMMARY-CARD",
];

/// The element that holds the article: what the selector finds nearest to the card (an ancestor first, then
/// anywhere in the page), by default the nearest `article`, else `main`, else `body`. A selector that the
/// browser does not understand finds nothing.
pub fn root(near: &Element, selector: &str) -> Option<Element> {
    let page = near.owner_document()?;
    // A card in a shadow root stands where its host stands.
    let host = near.get_root_node().dyn_into::<web_sys::ShadowRoot>().map(|root| root.host());
    let near = host.as_ref().unwrap_or(near);
    if !selector.trim().is_empty() {
        let around = near.closest(selector).ok()?;
        return around.or_else(|| page.query_selector(selector).ok().flatten());
    }
    let closest = |name| near.closest(name).ok().flatten();
    closest("article")
        .or_else(|| closest("main"))
        .or_else(|| page.query_selector("main").ok().flatten())
        .or_else(|| page.body().map(Into::into))
}

/// One text node's share of the text, in UTF-16 code units.
struct Piece {
    node: Text,
    start: u32,
    end: u32,
}

/// An article's text.
pub struct Article {
    /// All its text nodes one after the other, with the end of a line at each block's edge and `<br>`.
    pub text: ArticleText,
    pieces: Vec<Piece>,
    length: u32,
}

impl Article {
    /// Reads what is under `root`.
    pub fn read(root: &Element) -> Self {
        let mut article = Self { text: ArticleText::default(), pieces: Vec::new(), length: 0 };
        if let Some(window) = web_sys::window() {
            article.walk(&window, root, true);
        }
        article
    }

    fn walk(&mut self, window: &Window, parent: &Node, is_visible: bool) {
        let mut next = parent.first_child();
        while let Some(node) = next {
            next = node.next_sibling();
            if let Some(text) = node.dyn_ref::<Text>() {
                let data = text.data();
                let length = text.length();
                if !is_visible {
                    self.text.push_unseen(&data);
                } else if length > 0 {
                    self.text.push(&data);
                    self.pieces.push(Piece {
                        node: text.clone(),
                        start: self.length,
                        end: self.length + length,
                    });
                    self.length += length;
                }
            } else if let Some(element) = node.dyn_ref::<Element>() {
                self.enter(window, element);
            }
        }
    }

    fn enter(&mut self, window: &Window, element: &Element) {
        let name = element.tag_name();
        if name == "BR" {
            return self.edge();
        }
        let style = window.get_computed_style(element).ok().flatten();
        let display = property(style.as_ref(), "display");
        if display == "none"
            || SKIPPED.contains(&name.as_str())
            || element.class_list().contains("summary-card")
        {
            return self.text.push_unseen(&element.text_content().unwrap_or_default());
        }
        let inline = display.starts_with("inline") || display == "contents" || display.starts_with("ruby");
        if !inline {
            self.edge();
        }
        self.walk(window, element, property(style.as_ref(), "visibility") != "hidden");
        if !inline {
            self.edge();
        }
    }

    fn edge(&mut self) {
        self.length += u32::from(self.text.end_line());
    }

    /// The DOM range of a part of the text, given in UTF-16 code units.
    pub fn range(&self, part: &std::ops::Range<usize>) -> Option<Range> {
        let start = u32::try_from(part.start).ok()?;
        let end = u32::try_from(part.end).ok()?;
        let first = self.pieces.get(self.pieces.partition_point(|piece| piece.end <= start))?;
        let last = self.pieces.get(self.pieces.partition_point(|piece| piece.end < end))?;
        let range = first.node.owner_document()?.create_range().ok()?;
        range.set_start(&first.node, start.saturating_sub(first.start)).ok()?;
        range.set_end(&last.node, end.saturating_sub(last.start)).ok()?;
        Some(range)
    }
}

fn property(style: Option<&CssStyleDeclaration>, name: &str) -> String {
    style.and_then(|style| style.get_property_value(name).ok()).unwrap_or_default()
}
