//! The `<summary-card>` element as Rust sees it: its attributes in, its events out.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Element, HtmlElement};
use yew::AttrValue;

use crate::settings::{Comments, Headline, Marks, Sections, heading_level_below};

/// The attributes that the card itself reads; `src`, `theme` and `loading` are embed.js's and the style sheet's.
pub mod attribute {
    /// Where the article's text is on this page: a CSS selector.
    pub const ARTICLE: &str = "article";
    /// Which parts to show.
    pub const SECTIONS: &str = "sections";
    /// Whether the headline is shown.
    pub const HEADLINE: &str = "headline";
    /// Which quotes are marked in the article.
    pub const MARKS: &str = "marks";
    /// Where comments are kept.
    pub const COMMENTS: &str = "comments";
    /// `on` writes the card's JSON-LD into the element.
    pub const JSON_LD: &str = "json-ld";
    /// The language of the interface.
    pub const LANG: &str = "lang";
}

/// The events that leave the card, without their `summary-card:`.
pub mod event {
    /// A claim was opened or closed: `{id, open}`.
    pub const CLAIM_TOGGLE: &str = "claim-toggle";
    /// A quote's passage was asked for: `{quote, found}`.
    pub const QUOTE_SHOW: &str = "quote-show";
    /// A comment is about to be stored: `{comment}`. Cancelable.
    pub const COMMENT_SUBMIT: &str = "comment-submit";
    /// A comment was stored: `{comment}`.
    pub const COMMENT_POST: &str = "comment-post";
}

/// The value of an attribute, empty where it is absent.
pub fn read_attribute(host: &Element, name: &str) -> String {
    host.get_attribute(name).unwrap_or_default()
}

/// The `sections` attribute.
pub fn sections(host: &Element) -> Sections {
    Sections::parse(&read_attribute(host, attribute::SECTIONS))
}

/// The `comments` attribute.
pub fn comments(host: &Element) -> Comments {
    Comments::parse(&read_attribute(host, attribute::COMMENTS))
}

/// The language asked for: the nearest `lang`, the element's own first; empty where there is none, or the
/// browser does not take it for a language tag.
pub fn lang(host: &Element) -> AttrValue {
    let tag = host
        .closest("[lang]")
        .ok()
        .flatten()
        .map(|near| read_attribute(&near, attribute::LANG))
        .unwrap_or_default();
    AttrValue::from(tag)
}

/// The `marks` attribute.
pub fn marks(host: &Element) -> Marks {
    Marks::parse(&read_attribute(host, attribute::MARKS))
}

/// The page's headings before the element, in the page's order.
fn headings_above(host: &Element) -> Vec<Element> {
    let headings = host.owner_document().and_then(|page| page.query_selector_all("h1,h2,h3,h4,h5,h6").ok());
    let mut above = Vec::new();
    for at in 0..headings.as_ref().map_or(0, web_sys::NodeList::length) {
        let Some(heading) = headings.as_ref().and_then(|all| all.item(at)) else { break };
        if heading.compare_document_position(host) & web_sys::Node::DOCUMENT_POSITION_FOLLOWING == 0 {
            break;
        }
        let heading: Element = heading.unchecked_into();
        // What another card was prerendered with stays in its element, and is no heading of the page's.
        if heading.closest("summary-card").is_ok_and(|card| card.is_none()) {
            above.push(heading);
        }
    }
    above
}

/// One below the level of the heading that comes last before the element in the page, 2 where none does.
pub fn heading_level(host: &Element) -> u8 {
    let last = headings_above(host).pop();
    let digit = last.and_then(|heading| heading.node_name().as_bytes().get(1).copied());
    heading_level_below(digit.map(|digit| digit.wrapping_sub(b'0')))
}

/// Whether a headline is not repeated in sight: the `headline` attribute, and the headings above the element.
pub fn hides_headline(host: &Element, headline: &str) -> bool {
    let above =
        || headings_above(host).into_iter().map(|above| above.text_content().unwrap_or_default()).collect();
    Headline::parse(&read_attribute(host, attribute::HEADLINE)).is_hidden(headline, above)
}

/// A plain object; a field whose value is `undefined` is left out.
pub fn object(fields: &[(&str, JsValue)]) -> Object {
    let data = Object::new();
    for (key, value) in fields.iter().filter(|(_, value)| !value.is_undefined()) {
        let _ = Reflect::set(&data, &(*key).into(), value);
    }
    data
}

/// Sends `summary-card:NAME` from the element, bubbling and composed. False where the page cancelled it.
pub fn send_event(host: &HtmlElement, name: &str, detail: &[(&str, JsValue)], cancelable: bool) -> bool {
    send(host, &["summary-card:", name].concat(), detail, cancelable)
}

/// The same of an event of that very name.
pub(super) fn send(target: &Element, name: &str, detail: &[(&str, JsValue)], cancelable: bool) -> bool {
    let data = object(detail);
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(cancelable);
    init.set_detail(&data);
    CustomEvent::new_with_event_init_dict(name, &init)
        .is_ok_and(|event| super::print::tell(|| target.dispatch_event(&event)).unwrap_or(true))
}
