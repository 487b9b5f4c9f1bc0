//! From the card as HTML, which was rendered natively, to the live card: what the reader has opened there, where the
//! focus and the selection are, and what is known of the quotes.
//!
//! The HTML may have been through a system that rewrites it, or be an older version's: whatever is not found again is
//! passed over.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlDetailsElement, HtmlElement, Node, Range, Text};

use super::focus_element;
use crate::card::Card;
use crate::quote::Diff;
use crate::state::{Action, KnownQuote, QuoteState, Section};
use crate::text::is_within;

/// The sections that open and close, by the names of their parts.
const SECTIONS: [(&str, Section); 2] = [("claims", Section::Claims), ("stances", Section::Stances)];

/// What has to be done to the live card, in `live`, so that the same is open in it as in `old`. Before it is rendered
/// everything in it counts as closed but the section of the claims.
pub fn differences(old: &Element, live: &Element, card: &Card) -> Vec<Action> {
    let mut actions = Vec::new();
    let open_in_live = |selector: &str| details(live, selector).map(|found| found.open());
    for (part, section) in SECTIONS {
        let selector = ["details[part=", part, "]"].concat();
        if let Some(open) = details(old, &selector).map(|found| found.open())
            && open != open_in_live(&selector).unwrap_or(section == Section::Claims)
        {
            actions.push(Action::ToggleSection(section, open));
        }
    }
    let mut rest = None;
    for each in all(old, "details[data-claim]") {
        let Some(claim) = claim_of(&each, card) else { continue };
        let open = each.unchecked_ref::<HtmlDetailsElement>().open();
        let selector = claim_selector(claim);
        if open != open_in_live(&selector).unwrap_or_default() {
            actions.push(Action::Toggle(claim, open));
        }
        // The claims beyond the first ones are folded away in one more element.
        let around =
            each.parent_element().and_then(|list| list.closest("details:not([part])").ok().flatten());
        rest = around.or(rest);
    }
    if let Some(open) = rest.map(|rest| rest.unchecked_into::<HtmlDetailsElement>().open())
        && open != open_in_live("details.rest").unwrap_or_default()
    {
        actions.push(Action::ToggleSection(Section::Rest, open));
    }
    actions
}

/// Opens in `live` the claims, the comments and the name that are open in `old`, as the reader would.
pub fn open_parts(old: &Element, live: &Element, card: &Card) {
    const COMMENTS: &str = "details[part=comments]";
    if details(old, COMMENTS).is_some_and(|found| found.open())
        && let Some(comments) = details(live, COMMENTS)
    {
        comments.set_open(true);
    }
    for old in all(old, "details[data-claim]") {
        if let Some(claim) = claim_of(&old, card)
            && let Some(found) = details(live, &claim_selector(claim))
        {
            found.set_open(old.unchecked_into::<HtmlDetailsElement>().open());
        }
    }
    // The live card has one name open at a time.
    if let Some(name) = all(old, "details[data-claim] details[open] > summary").last()
        && let Some(button) = button_of(name, live, card)
    {
        button.click();
    }
}

/// The button in `live` for a name in a claim of the old card, where it is not open yet.
fn button_of(name: &Element, live: &Element, card: &Card) -> Option<HtmlElement> {
    let claim = claim_of(&name.closest("details[data-claim]").ok()??, card)?;
    let said = |element: &Element| element.query_selector("bdi").ok()?.map(|bdi| folded(&bdi));
    let selector = [&*claim_selector(claim), " button[aria-expanded=false]"].concat();
    let button = all(live, &selector).into_iter().find(|button| said(button) == said(name));
    button?.dyn_into().ok()
}

fn claim_selector(claim: usize) -> String {
    ["details[data-claim=\"", &(claim + 1).to_string(), "\"]"].concat()
}

/// The claim that an element of the old card is about: the one of the same text, wherever it is now.
fn claim_of(old: &Element, card: &Card) -> Option<usize> {
    let said = folded(&old.query_selector("summary").ok()??);
    card.claims.iter().position(|claim| is_within(&fold(&claim.text), &said))
}

/// What the old card says of each quote of the card, by its id.
pub fn known_quotes(old: &Element, card: &Card) -> Vec<KnownQuote> {
    let figures: Vec<(String, Element)> = all(old, "figure")
        .into_iter()
        .filter_map(|figure| Some((folded(&figure.query_selector("blockquote").ok()??), figure)))
        .collect();
    let known = |exact: &str| {
        let exact = fold(exact);
        figures.iter().find(|(text, _)| *text == exact).map(|(_, figure)| known_quote(figure))
    };
    card.quotes().iter().map(|entry| known(&entry.quote.exact).unwrap_or_default()).collect()
}

/// Its fragment is for a page without a script: the live card shows the passage itself.
fn known_quote(figure: &Element) -> KnownQuote {
    let find = |selector: &str| figure.query_selector(selector).ok().flatten();
    let state = if find("a[href^='#:~:text=']").is_some() {
        find(".difference").map_or(QuoteState::Found, |difference| QuoteState::Near(diff(&difference)))
    } else if figure.class_list().contains("orphan") {
        QuoteState::Orphan
    } else {
        QuoteState::Unknown
    };
    KnownQuote { state, ..KnownQuote::default() }
}

/// How a quote and the article differ, as the old card shows it.
fn diff(shown: &Element) -> Vec<Diff> {
    let mut runs = Vec::new();
    let mut next = shown.first_child();
    while let Some(node) = next {
        next = node.next_sibling();
        let text = node.text_content().unwrap_or_default();
        match &*node.node_name() {
            "#text" => runs.push(Diff::Same(text)),
            "DEL" => runs.push(Diff::Removed(text)),
            "INS" => runs.push(Diff::Added(text)),
            _ => {}
        }
    }
    runs
}

/// The reader's place in the old card, found again in the live one.
#[derive(Default)]
pub struct Place {
    focus: Option<HtmlElement>,
    /// Where the selection begins and ends: a text and a place in it, in UTF-16 code units.
    selection: Option<[(Node, u32); 2]>,
}

impl Place {
    /// Finds the place in `old` again in `live`, as long as both are in the page, and takes the focus out of `old`: to
    /// take a focused element away makes the browser lay out the page as it is then, and it may scroll.
    pub fn leave(old: &Element, live: &Element) -> Self {
        let focused = super::focused().filter(|focused| old.contains(Some(focused)));
        let focus = focused.and_then(|focused| {
            let same = longest_text(&focused).and_then(|text| counterpart(old, live, &text));
            let same = same.and_then(|text| text.parent_element()?.closest("summary, a, button").ok()?);
            // Else at least in the same claim.
            let around = || {
                let claim = focused.closest("details[data-claim]").ok()??.get_attribute("data-claim")?;
                live.query_selector(&["details[data-claim=\"", &claim, "\"] > summary"].concat()).ok()?
            };
            let focus = same.or_else(around).and_then(|found| found.dyn_into().ok());
            let _ = focused.blur();
            focus
        });
        let selection = selection(old).and_then(|range| {
            let end = |node: Result<Node, JsValue>, offset: Result<u32, JsValue>| {
                let text = counterpart(old, live, node.ok()?.dyn_ref()?)?;
                Some((text.into(), offset.ok()?))
            };
            let start = end(range.start_container(), range.start_offset())?;
            Some([start, end(range.end_container(), range.end_offset())?])
        });
        Self { focus, selection }
    }

    /// Goes there, once the live card is seen. Nothing is scrolled.
    pub fn go(&self) {
        if let Some(focus) = &self.focus {
            focus_element(focus);
        }
        let selected = web_sys::window().and_then(|window| window.get_selection().ok().flatten());
        if let (Some(selected), Some([(start, from), (end, to)])) = (selected, &self.selection) {
            let _ = selected.set_base_and_extent(start, *from, end, *to);
        }
    }
}

#[wasm_bindgen]
extern "C" {
    type ComposedSelection;
    // `catch`: older browsers do not tell what is selected in a shadow root.
    #[wasm_bindgen(method, catch, js_name = getComposedRanges)]
    fn composed_ranges(this: &ComposedSelection, options: &Object) -> Result<Array, JsValue>;
}

/// What is selected in the old card; `None` where nothing is.
fn selection(old: &Element) -> Option<Range> {
    let selection = web_sys::window()?.get_selection().ok()??;
    let options = Object::new();
    let _ = Reflect::set(&options, &"shadowRoots".into(), &Array::of1(&old.get_root_node()));
    let ranges = selection.unchecked_ref::<ComposedSelection>().composed_ranges(&options).ok()?;
    if ranges.length() == 0 {
        return None;
    }
    // It has the same fields as a range.
    let range: Range = ranges.get(0).unchecked_into();
    let is_within = |node: Result<Node, JsValue>| node.is_ok_and(|node| old.contains(Some(&node)));
    (!range.collapsed() && is_within(range.start_container()) && is_within(range.end_container()))
        .then_some(range)
}

/// The text in `live` that is the same as one in `old`, and has the same ones before it.
fn counterpart(old: &Element, live: &Element, text: &Text) -> Option<Text> {
    let data = text.data();
    let like = |each: &Text| each.data() == data;
    let before = texts(old).into_iter().filter(like).position(|each| each.is_same_node(Some(text)))?;
    texts(live).into_iter().filter(like).nth(before)
}

/// The longest text in an element.
fn longest_text(element: &Element) -> Option<Text> {
    texts(element).into_iter().max_by_key(|text| text.length())
}

/// The texts that are there to read, in order: not those in what is closed.
fn texts(root: &Node) -> Vec<Text> {
    let mut found = Vec::new();
    add_texts(root, &mut found);
    found
}

fn add_texts(node: &Node, found: &mut Vec<Text>) {
    let is_closed = node.dyn_ref::<HtmlDetailsElement>().is_some_and(|details| !details.open());
    let mut next = node.first_child();
    while let Some(child) = next {
        next = child.next_sibling();
        match child.dyn_into::<Text>() {
            Ok(text) => found.push(text),
            Err(child) if !is_closed || child.node_name() == "SUMMARY" => add_texts(&child, found),
            Err(_) => {}
        }
    }
}

fn details(root: &Element, selector: &str) -> Option<HtmlDetailsElement> {
    root.query_selector(selector).ok()??.dyn_into().ok()
}

fn all(root: &Element, selector: &str) -> Vec<Element> {
    let list = root.query_selector_all(selector).ok();
    let count = list.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(|at| list.as_ref()?.item(at)?.dyn_into().ok()).collect()
}

fn folded(element: &Element) -> String {
    fold(&element.text_content().unwrap_or_default())
}

/// A text without its white space: what rewrites HTML may make another of it.
fn fold(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
