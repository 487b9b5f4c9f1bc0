//! A card file as the browser's own `JSON.parse` left it.

use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};

use super::json::to_json;
use crate::card::{self, Card, ReadError};

/// Reads a card.
///
/// # Errors
/// A JavaScript `Error` with a `code`, `wrong-version`, `wrong-shape` or `too-large`; its message names the path
/// (`claims[3].evidence[0].exact`) and the cause.
pub fn read_card(value: &JsValue) -> Result<Rc<Card>, JsValue> {
    to_json(value).and_then(card::read).map(Rc::new).map_err(|error| fail(&error))
}

/// A JavaScript `Error` with a `code`.
fn fail(error: &ReadError) -> JsValue {
    let thrown = js_sys::Error::new(&error.text());
    let _ = js_sys::Reflect::set(&thrown, &"code".into(), &error.code.name().into());
    thrown.unchecked_into()
}
