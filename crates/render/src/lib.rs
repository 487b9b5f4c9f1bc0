//! Render a summary card as HTML: the whole card, everything that opens included, so that it reads, opens, prints and is
//! found by search engines with no script at all. Where `embed.js` is on the page, the live card takes its place.
//!
//! ```
//! use summary_card_render::{Options, render};
//!
//! let card = card::parse(r#"{ "version": 1, "id": "bus", "headline": "Night buses return",
//!     "abstract": ["Night buses run again from Friday."] }"#)?;
//! let options = Options { base: "/summary-card/".into(), ..Options::default() };
//! let html = render(&card, &options);
//! assert!(html.starts_with("<summary-card>") && html.contains("Night buses run again from Friday."));
//! # Ok::<(), card::ParseError>(())
//! ```
//!
//! With the page or the text that the card is about, every quote says whether it is in it, and links to its passage:
//!
//! ```
//! # let card = card::parse(include_str!("../../card/tests/fixtures/bridge.json"))?;
//! # let page = include_str!("../../card/tests/fixtures/bridge.html");
//! use article::{Article, ArticleText};
//! use summary_card_render::{Options, render};
//!
//! let options = Options::default().beside(&Article::Page(page.to_owned()), "bridge.json");
//! assert!(render(&card, &options).contains("In the article"));
//! # Ok::<(), card::ParseError>(())
//! ```
//!
//! In a browser (`wasm32`) the same function is `async`, and nothing else differs: dates and numbers are written by the
//! browser's `Intl` there, natively by ICU4X, both from the Unicode CLDR.
//!
//! Text of the card file never becomes markup: the view escapes it, and in the two scripts every `<`, `>` and `&` is
//! written as its JSON escape.

mod element;
mod light;
mod quotes;
#[cfg(target_arch = "wasm32")]
mod rendering;
#[cfg(not(target_arch = "wasm32"))]
#[path = "rendering_native.rs"]
mod rendering;
mod view;

pub use article;
pub use card;

use article::{Article, ArticleText};
use card::Card;

/// How a card is rendered, and what is known of the page that it goes into.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Where `embed.js` and `card.css` lie: an address or a path of the site, with or without `/` at its end. Empty for
    /// the page's own folder.
    pub base: String,
    /// The attributes of the element, as a page's author would write them. `lang`, `sections`, `headline`, `comments`
    /// and `marks` are followed; where there is a `src`, the card's data is not put into the page. A name with anything
    /// but ASCII letters, digits and `-` is left out.
    pub attributes: Vec<(String, String)>,
    /// The text of the article. With it every quote says whether it is in it; without it none says anything.
    pub article: Option<ArticleText>,
    /// The headings above the card on its page, each with its level from 1 to 6.
    pub headings: Vec<(u8, String)>,
    /// The address of the page, for the JSON-LD; the card's `url` where there is none.
    pub page: Option<String>,
    /// Puts the style sheet into the HTML: nothing is seen without it for a moment, at the price of some 4 KB a page. A
    /// page with a content security policy has to allow it there.
    pub inline_style: bool,
    /// Plain elements within `<summary-card>` instead of a shadow root, for systems that take `<template>` away.
    pub light: bool,
}

impl Options {
    /// The same for a card of that file's name, with what `article` tells: its text, and the headings above the card.
    #[must_use]
    pub fn beside(self, article: &Article, card_file: &str) -> Self {
        let (text, headings) = (article.text(card_file), article.headings_above(card_file));
        Self { article: Some(text), headings, ..self }
    }

    /// The value of an attribute, empty where it is absent.
    fn attribute(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(each, _)| each.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value)
    }
}

/// The style sheet as it is put into the HTML.
pub use summary_card::STYLE;

pub use element::write_text;
pub use rendering::render;

async fn html(card: &Card, options: &Options) -> String {
    let view = view::render(card, options).await;
    element::write(card, options, &view)
}
