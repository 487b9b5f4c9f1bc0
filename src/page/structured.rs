//! The card's JSON-LD, written into the element itself.

use web_sys::{Element, HtmlElement};

use super::host::{attribute, read_attribute};
use crate::card::{Card, JsonLdOptions, json_ld};

const OWN: &str = ":scope > script[type=\"application/ld+json\"][data-summary-card]";
const PRERENDERED: &str = ":scope > script[type=\"application/ld+json\"]";

/// Whether the element is to have the card's JSON-LD: `json-ld="on"`. What the page was delivered with is enough.
pub fn wants_json_ld(host: &HtmlElement) -> bool {
    let is_there = host.query_selector(PRERENDERED).is_ok_and(|found| found.is_some());
    !is_there && read_attribute(host, attribute::JSON_LD) == "on"
}

/// Writes the card's JSON-LD as a child of the element, and takes away the one before.
pub(crate) fn write_json_ld(host: &HtmlElement, card: &Card) {
    remove_json_ld(host);
    let address = super::address();
    let text = json_ld(card, JsonLdOptions { page: Some(&address), article: None });
    let Some(page) = host.owner_document() else { return };
    let Ok(script) = page.create_element("script") else { return };
    let _ = script.set_attribute("type", "application/ld+json");
    let _ = script.set_attribute("data-summary-card", "");
    // A text node rather than `textContent`: pages that require Trusted Types refuse the latter.
    let _ = script.append_child(&page.create_text_node(&text));
    let _ = host.append_child(&script);
}

/// Takes away the JSON-LD that the card has written.
pub fn remove_json_ld(host: &HtmlElement) {
    if let Ok(Some(script)) = host.query_selector(OWN) {
        Element::remove(&script);
    }
}
