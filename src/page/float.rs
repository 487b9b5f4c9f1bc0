//! What a card lays over the page: the bar that names a passage, and messages.

use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, HtmlElement};

/// The element that holds the bar and the messages. It is a popover, so that nothing of the page is above it, and it
/// is always open, so that a message is put into what assistive technology knows already.
#[derive(Clone)]
pub struct Float(HtmlElement);

const HEAD: &str = "var(--edge) var(--edge) auto";
const FOOT: &str = "auto var(--edge) var(--edge)";

impl Float {
    /// That of the card whose outermost element is `around`.
    pub fn of(around: &Element) -> Option<Self> {
        Some(Self(around.query_selector(".float").ok()??.unchecked_into()))
    }

    /// Opens it, where the browser has popovers and it is not open yet.
    pub fn open(&self) {
        let _ = self.0.show_popover();
    }

    /// Brings it above whatever the page has opened since, at the foot of the window.
    pub fn raise(&self) {
        let _ = self.0.hide_popover();
        self.open();
        self.move_to(FOOT);
    }

    /// The top of it in the window, in CSS pixels: so much room there is above it.
    pub fn top(&self) -> f64 {
        self.0.get_bounding_client_rect().top()
    }

    /// Moves it to the head of the window where it would cover `passage` at the foot, and would not there; with `to_end`
    /// also where it would cover the end of it, which the reader has come to.
    pub fn clear(&self, passage: &DomRect, to_end: bool) {
        let own = self.0.get_bounding_client_rect();
        let (height, top, bottom) = (window_height(), passage.top(), passage.bottom());
        let reach = own.height() + own.top().min(height - own.bottom());
        let is_below = bottom > height - reach && top < height;
        self.move_to(if is_below && (top >= reach || to_end && bottom < height + 1.0) { HEAD } else { FOOT });
    }

    /// A property of its own: a style attribute would need 'unsafe-inline' in a strict content security policy.
    fn move_to(&self, inset: &str) {
        let _ = self.0.style().set_property("inset", inset);
    }
}

/// The height of the window in CSS pixels.
pub(super) fn window_height() -> f64 {
    let height = web_sys::window().and_then(|window| window.inner_height().ok());
    height.and_then(|height| height.as_f64()).unwrap_or_default()
}
