//! Passages shown with the CSS Custom Highlight API: the page's DOM stays as it is. Where the API is
//! missing, boxes in the card's own layer.

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, Range};

// web-sys has these behind an unstable flag.
#[wasm_bindgen]
extern "C" {
    type Highlight;
    #[wasm_bindgen(constructor)]
    fn new() -> Highlight;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &Range);
    #[wasm_bindgen(method)]
    fn delete(this: &Highlight, range: &Range) -> bool;
    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    type Registry;
    #[wasm_bindgen(method)]
    fn get(this: &Registry, name: &str) -> Option<Highlight>;
    #[wasm_bindgen(method)]
    fn set(this: &Registry, name: &str, highlight: &Highlight);

    type CSSStyleSheet;
    #[wasm_bindgen(constructor)]
    fn new() -> CSSStyleSheet;
    #[wasm_bindgen(method, js_name = replaceSync)]
    fn replace_sync(this: &CSSStyleSheet, text: &str);
}

/// The highlights' names in `CSS.highlights`, shared by all cards on a page.
const ALL: &str = "summary-card-quote";
const CHOSEN: &str = "summary-card-quote-shown";

/// What is left above a passage that is scrolled to, at least, in CSS pixels.
const MARGIN: f64 = 4.0;

// In the document's own sheets: `::highlight()` does not reach out of a shadow root's. WebKit refuses the shorthand of an
// underline with a style there.
const RULES: &str = "::highlight(summary-card-quote){\
    text-decoration-line:underline;text-decoration-style:dotted;text-decoration-thickness:2px;\
    text-decoration-color:var(--summary-card-highlight-line,#8a7a3a);text-underline-offset:.2em}\
    ::highlight(summary-card-quote-shown){background-color:var(--summary-card-highlight,#ffe28a);color:#1b1d22}";

fn registry() -> Option<Registry> {
    let css = Reflect::get(&js_sys::global(), &"CSS".into()).ok()?;
    let registry = Reflect::get(&css, &"highlights".into()).ok()?;
    registry.is_object().then(|| registry.unchecked_into())
}

/// The highlight with a name; the first card on a page that asks makes it, with its style rules.
fn named(page: &Document, name: &str) -> Option<Highlight> {
    let registry = registry()?;
    if let Some(there) = registry.get(name) {
        return Some(there);
    }
    if name == ALL {
        let sheet = CSSStyleSheet::new();
        sheet.replace_sync(RULES);
        let sheets: Array = Reflect::get(page, &"adoptedStyleSheets".into()).ok()?.dyn_into().ok()?;
        sheets.push(&sheet);
    }
    let highlight = Highlight::new();
    highlight.set_priority(i32::from(name == CHOSEN));
    registry.set(name, &highlight);
    Some(highlight)
}

/// The passages that one card shows.
pub struct Marks {
    page: Document,
    layer: Option<HtmlElement>,
    all: Vec<Range>,
    chosen: Option<Range>,
}

impl Marks {
    /// No passage yet. `layer` is an element of the card that boxes can be put in.
    pub fn new(page: Document, layer: Option<HtmlElement>) -> Self {
        Self { page, layer, all: Vec::new(), chosen: None }
    }

    /// Marks these passages in place of those before; the one shown above all others stays.
    pub fn mark(&mut self, ranges: Vec<Range>) {
        if let Some(highlight) = named(&self.page, ALL) {
            for range in &self.all {
                highlight.delete(range);
            }
            for range in &ranges {
                highlight.add(range);
            }
        }
        self.all = ranges;
    }

    /// Shows one passage above all others, or none.
    pub fn choose(&mut self, range: Option<Range>) {
        if range.is_none() && self.chosen.is_none() {
            return;
        }
        match named(&self.page, CHOSEN) {
            Some(highlight) => {
                if let Some(before) = &self.chosen {
                    highlight.delete(before);
                }
                if let Some(range) = &range {
                    highlight.add(range);
                }
            }
            None => self.boxes(range.as_ref()),
        }
        self.chosen = range;
    }

    /// Puts the boxes of the chosen passage where it is now; nothing to do where the browser highlights.
    pub fn place(&self) {
        if registry().is_none() {
            self.boxes(self.chosen.as_ref());
        }
    }

    fn boxes(&self, range: Option<&Range>) {
        let Some(layer) = &self.layer else { return };
        layer.set_text_content(None);
        let origin = layer.get_bounding_client_rect();
        let Some(rects) = range.and_then(Range::get_client_rects) else { return };
        for at in 0..rects.length() {
            let (Some(rect), Ok(element)) = (rects.get(at), self.page.create_element("i")) else { continue };
            let style = element.unchecked_ref::<HtmlElement>().style();
            // Set one by one: a style attribute would need 'unsafe-inline' in a strict content security policy.
            for (name, value) in [
                ("left", rect.left() - origin.left()),
                ("top", rect.top() - origin.top()),
                ("width", rect.width()),
                ("height", rect.height()),
            ] {
                let _ = style.set_property(name, &[&pixels(value), "px"].concat());
            }
            let _ = layer.append_child(&element);
        }
    }
}

impl Drop for Marks {
    fn drop(&mut self) {
        self.choose(None);
        self.mark(Vec::new());
    }
}

/// Whole pixels: printing a float would cost more bytes than half a pixel is worth.
fn pixels(value: f64) -> String {
    #[allow(clippy::cast_possible_truncation, reason = "a place on a page is far below 2^31 pixels")]
    let whole = value.round() as i32;
    whole.to_string()
}

/// Scrolls a passage to the middle of what is in sight above `floor`, a height in the window; one that is too long for
/// that to its head. At once where the reader wants less motion.
pub fn scroll_to(range: &Range, floor: f64) {
    let Some(window) = web_sys::window() else { return };
    let holder = range.start_container().ok().and_then(|node| node.parent_element());
    let Some(holder) = holder else { return };
    // First any box that scrolls by itself, then the window to the very line.
    super::scroll_to(&holder, web_sys::ScrollLogicalPosition::Nearest, false);
    let rect = range.get_bounding_client_rect();
    let options = web_sys::ScrollToOptions::new();
    options.set_top(rect.top() - ((floor - rect.height()) / 2.0).max(MARGIN));
    options.set_behavior(super::motion());
    window.scroll_by_with_scroll_to_options(&options);
}

/// Whether a point of the window is in a passage.
pub fn hit(range: &Range, x: f64, y: f64) -> bool {
    let Some(rects) = range.get_client_rects() else { return false };
    (0..rects.length()).filter_map(|at| rects.get(at)).any(|rect| contains(&rect, x, y))
}

fn contains(rect: &web_sys::DomRect, x: f64, y: f64) -> bool {
    rect.left() <= x && x <= rect.right() && rect.top() <= y && y <= rect.bottom()
}

/// Whether an element, or one around it, does something of its own when clicked.
pub fn is_control(element: &Element) -> bool {
    element
        .closest("a,button,input,select,textarea,label,summary,summary-card,[contenteditable]")
        .is_ok_and(|found| found.is_some())
}
