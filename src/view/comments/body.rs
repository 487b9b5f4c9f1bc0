//! A comment's text as nodes.

use yew::prelude::*;

use crate::card::WebUrl;
use crate::comments::markdown::{Block, Inline};
use crate::view::element;

/// The blocks of a text. Each has a direction of its own, so that one does not turn another.
pub fn blocks(list: &[Block]) -> Html {
    list.iter()
        .map(|block| match block {
            Block::Paragraph(nodes) => html! { <p dir="auto">{ line(nodes) }</p> },
            Block::Quote(inner) => html! { <blockquote>{ blocks(inner) }</blockquote> },
            Block::List(items) => html! {
                <ul>{ for items.iter().map(|item| html! { <li dir="auto">{ line(item) }</li> }) }</ul>
            },
            Block::Code(code) => html! { <pre dir="ltr"><code>{ code }</code></pre> },
        })
        .collect()
}

fn line(nodes: &[Inline]) -> Html {
    nodes
        .iter()
        .map(|node| match node {
            Inline::Text(text) => html! { text },
            Inline::Break => html! { <br /> },
            Inline::Emphasis(inner) => html! { <em>{ line(inner) }</em> },
            Inline::Strong(inner) => element::around("strong", "", line(inner)),
            Inline::Code(code) => html! { <code dir="auto">{ code }</code> },
            Inline::Link(url) => link(url, html! { url.as_str() }),
        })
        .collect()
}

/// A link that somebody typed: neither endorsed nor followed by search engines.
pub fn link(url: &WebUrl, text: Html) -> Html {
    html! { <a href={url.as_str().to_owned()} rel="nofollow ugc noopener" target="_blank">{ text }</a> }
}
