//! The card as plain elements that read without the style sheet: the same view, without what only a style sheet makes
//! sense of, and with the punctuation that it would draw.

use card::{Card, DeepLink};
use ego_tree::NodeRef;
use scraper::node::{Element, Node};
use scraper::{CaseSensitivity, Html};

use super::element::{write_attribute, write_text};

/// The attributes that mean something by themselves, and `data-claim`, by which the live card finds what is open.
/// Classes would be the page's own.
const KEPT: [&str; 17] = [
    "aria-label",
    "aria-labelledby",
    "cite",
    "colspan",
    "data-claim",
    "datetime",
    "dir",
    "href",
    "id",
    "lang",
    "open",
    "rel",
    "role",
    "scope",
    "start",
    "target",
    "title",
];

/// `view` as plain elements.
pub fn without_style(view: &str, card: &Card) -> String {
    let tree = Html::parse_fragment(view);
    let mut out = String::new();
    for child in tree.root_element().children() {
        write_node(child, card, &mut out);
    }
    out
}

fn write_node(node: NodeRef<Node>, card: &Card, out: &mut String) {
    match node.value() {
        Node::Text(text) => write_text(text, out),
        Node::Element(element) if !is_left_out(element) => {
            out.push_str(before(node, element));
            write_element(node, element, card, out);
            if has(element, "label") {
                out.push(':');
            }
        }
        _ => {}
    }
}

fn write_element(node: NodeRef<Node>, element: &Element, card: &Card, out: &mut String) {
    let mut attributes: Vec<(&str, String)> = element
        .attrs()
        .filter(|(name, _)| KEPT.contains(name))
        .map(|(name, value)| (name, value.to_owned()))
        .collect();
    let mut name = element.name();
    // What can be linked to here, where no shadow root is in between.
    let link = |claim: &str| DeepLink { item: Some(claim.to_owned()), ..DeepLink::default() };
    if has(element, "ref")
        && let Some(claim) = claim_of(number(node), card)
    {
        name = "a";
        attributes.push(("href", link(claim).format(card)));
    }
    if let Some(claim) = element.attr("data-claim").and_then(|number| claim_of(number.parse().ok(), card)) {
        attributes.push(("id", [&card.id, ".", claim].concat()));
    }
    if has(element, "claim")
        && let Some(number) = number(node)
    {
        attributes.push(("value", number.to_string()));
    }
    // A span that says nothing.
    let is_bare = name == "span" && attributes.is_empty();
    if !is_bare {
        out.extend(["<", name]);
        for (name, value) in attributes {
            write_attribute(name, &value, out);
        }
        out.push('>');
    }
    for child in node.children() {
        write_node(child, card, out);
    }
    if !is_bare && !["br", "hr"].contains(&name) {
        out.extend(["</", name, ">"]);
    }
}

/// What a style sheet would put between an element and the one before it.
fn before(node: NodeRef<Node>, element: &Element) -> &'static str {
    let is_inline = |element: &Element| ["a", "span"].contains(&element.name()) && !has(element, "hidden");
    let previous = node.prev_siblings().find(|each| !is_nothing(each.value()));
    match previous.map(|each| each.value()) {
        _ if has(element, "mark") => ", ",
        Some(Node::Element(previous)) if has(previous, "label") => " ",
        Some(Node::Element(previous)) if is_inline(previous) && is_inline(element) => " \u{b7} ",
        _ => "",
    }
}

/// Whether a node leaves nothing to read.
fn is_nothing(node: &Node) -> bool {
    match node {
        Node::Text(text) => text.is_empty(),
        Node::Element(element) => is_left_out(element),
        _ => true,
    }
}

/// Icons and numbers beside words that say the same; room kept for what a script brings; the other of two words of
/// which a style sheet shows one.
fn is_left_out(element: &Element) -> bool {
    element.attr("aria-hidden") == Some("true")
        || element.name() == "svg"
        || has(element, "live")
        || has(element, "room")
        || has(element, "fewer")
}

fn has(element: &Element, class: &str) -> bool {
    element.has_class(class, CaseSensitivity::CaseSensitive)
}

/// The first whole number in an element's own text.
fn number(node: NodeRef<Node>) -> Option<usize> {
    let mut text = node.descendants().filter_map(|each| each.value().as_text());
    text.find_map(|text| text.parse().ok())
}

fn claim_of(number: Option<usize>, card: &Card) -> Option<&str> {
    let claim = card.claims.get(number?.checked_sub(1)?)?;
    Some(&claim.id)
}
