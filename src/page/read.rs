//! A card file as the browser's own `JSON.parse` left it, read into the card's types.

use std::rc::Rc;

use serde::Deserialize;
use wasm_bindgen::{JsCast, JsValue};

use super::json::Json;
use crate::card::Card;

/// Reads a card.
///
/// # Errors
/// A JavaScript `Error` with a `code`, `wrong-version` or `wrong-shape`; its message names the path
/// (`claims[3].evidence[0].exact`) and the cause.
pub fn read_card(value: JsValue) -> Result<Rc<Card>, JsValue> {
    let version = js_sys::Reflect::get(&value, &"version".into()).unwrap_or_default();
    if value.is_object() && !js_sys::Array::is_array(&value) && version.as_f64() != Some(1.0) {
        return Err(fail("wrong-version", "version: expected the number 1"));
    }
    let card = Card::deserialize(Json(value));
    card.map(Rc::new).map_err(|wrong| fail("wrong-shape", &wrong.to_string()))
}

/// A JavaScript `Error` with a `code`.
pub fn fail(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    let _ = js_sys::Reflect::set(&error, &"code".into(), &code.into());
    error.unchecked_into()
}
