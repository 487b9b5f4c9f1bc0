//! From what is selected in the browser to bytes of the article.

use std::cell::{Cell, RefCell};
use std::ops;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Node, PointerEvent, Range};
use yew::Callback;

use super::by_id::element;
use crate::article::Article;
use crate::state::to_byte;

/// The id of the element with the article's blocks.
pub const ARTICLE_ID: &str = "desk-article";

/// While a selection is being made it changes many times: so long nothing is said of it, in milliseconds.
const PAUSE: u32 = 80;

/// Listens to the browser's selection for as long as it is there.
pub struct Selecting {
    _listeners: Vec<EventListener>,
}

/// What is known between two events.
#[derive(Default)]
struct Waiting {
    /// The selection has changed, and nobody was told.
    is_new: Cell<bool>,
    /// A button of the pointer is down: the selection is being made. What the desk shows of it moves the article, and
    /// must not do so under the pointer.
    is_down: Cell<bool>,
    /// The words in use under the pointer, while they cannot take the focus, with the `tabindex` that they had.
    unfocusable: RefCell<Option<(Element, String)>>,
    pause: RefCell<Option<Timeout>>,
}

impl Waiting {
    /// A selection begins anew wherever the mouse goes down, also within the one that is there, which browsers would
    /// drag instead. Chromium selects nothing where the pointer goes down on something that takes the focus and the caret comes to
    /// stand just before it. So what is in use does not take it from a pointer.
    fn pointer_down(&self, event: &PointerEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        // A second finger may come down before the first is up.
        self.pointer_up();
        self.is_down.set(true);
        let pane = element(ARTICLE_ID).filter(|pane| pane.contains(target.as_deref()));
        if pane.is_some() && event.pointer_type() == "mouse" && event.button() == 0 && !event.shift_key() {
            unselect();
        }
        let Some(words) = target.and_then(|target| target.closest("[data-block] [tabindex]").ok().flatten())
        else {
            return;
        };
        let Some(index) = words.get_attribute("tabindex") else { return };
        let _ = words.remove_attribute("tabindex");
        self.unfocusable.replace(Some((words, index)));
    }

    fn pointer_up(&self) {
        self.is_down.set(false);
        let Some((words, index)) = self.unfocusable.take() else { return };
        // It may have been rendered anew meanwhile.
        if !words.has_attribute("tabindex") {
            let _ = words.set_attribute("tabindex", &index);
        }
    }
}

impl Selecting {
    /// `on_change` is called when the selection in the article has changed.
    pub fn new(on_change: Callback<()>) -> Option<Self> {
        let page = web_sys::window()?.document()?;
        let waiting = Rc::new(Waiting::default());
        let tell = {
            let waiting = Rc::clone(&waiting);
            move || {
                if !waiting.is_down.get() && waiting.is_new.take() {
                    on_change.emit(());
                }
            }
        };
        let mut listeners = Vec::new();
        {
            let (waiting, tell) = (Rc::clone(&waiting), tell.clone());
            listeners.push(EventListener::new(&page, "selectionchange", move |_| {
                waiting.is_new.set(true);
                waiting.pause.replace(Some(Timeout::new(PAUSE, tell.clone())));
            }));
        }
        {
            let waiting = Rc::clone(&waiting);
            listeners.push(EventListener::new(&page, "pointerdown", move |event| {
                waiting.pointer_down(event.unchecked_ref());
            }));
        }
        // WebKit may tell of a click alone, where what was clicked is gone when the button comes up.
        for end in ["pointerup", "pointercancel", "click"] {
            let (waiting, tell) = (Rc::clone(&waiting), tell.clone());
            // Who lets go of the button has selected: there is nothing to wait for.
            listeners.push(EventListener::new(&page, end, move |_| {
                waiting.pointer_up();
                tell();
            }));
        }
        Some(Self { _listeners: listeners })
    }

    /// What is selected: `None` where the selection is not in the article, `Some(None)` where only the cursor is.
    pub fn read(article: &Rc<Article>) -> Option<Option<ops::Range<usize>>> {
        let page = web_sys::window()?.document()?;
        let selection = page.get_selection().ok()??;
        let pane = element(ARTICLE_ID)?;
        if selection.range_count() == 0 || !pane.contains(selection.anchor_node().as_ref()) {
            return None;
        }
        if selection.is_collapsed() {
            return Some(None);
        }
        let range = selection.get_range_at(0).ok()?;
        let (from, to) = (range.start_container().ok()?, range.end_container().ok()?);
        let (first, last) = match (block_of(&from), block_of(&to)) {
            (Some(first), Some(last)) => (first, last),
            // It begins or ends outside of the blocks, as all of the pane does.
            (first, last) => {
                let (begins, ends) = edges(&pane, &range)?;
                (first.unwrap_or(begins), last.unwrap_or(ends))
            }
        };
        let start = place(&page, article, &first, &from, range.start_offset().ok()?, false)?;
        let end = place(&page, article, &last, &to, range.end_offset().ok()?, true)?;
        Some((start < end).then_some(start..end))
    }
}

/// The block that a node lies in.
fn block_of(node: &Node) -> Option<Element> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    element.closest("[data-block]").ok().flatten()
}

/// The first and the last block that a range touches.
fn edges(pane: &Element, range: &Range) -> Option<(Element, Element)> {
    let blocks = pane.query_selector_all("[data-block]").ok()?;
    let meets =
        |at: &u32| blocks.item(*at).is_some_and(|block| range.intersects_node(&block).unwrap_or(false));
    let first = (0..blocks.length()).find(meets)?;
    let last = (first..blocks.length()).take_while(meets).last()?;
    let block = |at: u32| blocks.item(at).and_then(|node| node.dyn_into::<Element>().ok());
    Some((block(first)?, block(last)?))
}

/// The byte of a place in the DOM; where that is outside of the block, the block's own edge.
fn place(
    page: &Document,
    article: &Article,
    block: &Element,
    node: &Node,
    offset: u32,
    is_end: bool,
) -> Option<usize> {
    let at: usize = block.get_attribute("data-block")?.parse().ok()?;
    let range = article.blocks().get(at)?.range.clone();
    if !block.contains(Some(node)) {
        return Some(if is_end { range.end } else { range.start });
    }
    let before = page.create_range().ok()?;
    before.set_start(block, 0).ok()?;
    before.set_end(node, offset).ok()?;
    let utf16 = usize::try_from(before.to_string().length()).ok()?;
    let text = article.text().get(range.clone())?;
    Some(range.start + to_byte(text, utf16))
}

/// Nothing is selected in the browser any more.
pub fn unselect() {
    let page = web_sys::window().and_then(|window| window.document());
    if let Some(Ok(Some(selection))) = page.map(|page| page.get_selection()) {
        let _ = selection.remove_all_ranges();
    }
}
