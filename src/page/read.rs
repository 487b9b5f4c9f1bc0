//! A card file as the browser's own `JSON.parse` left it, read into the card's types.

use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};

use crate::card::Card;

/// Reads a card.
///
/// # Errors
/// A JavaScript `Error` with a `code`, `wrong-version` or `wrong-shape`; its message names the path
/// (`claims[3].evidence[0].exact`) and the cause.
pub fn read_card(value: JsValue) -> Result<Rc<Card>, JsValue> {
    let version = js_sys::Reflect::get(&value, &"version".into()).ok();
    match version.as_ref().and_then(JsValue::as_f64) {
        Some(1.0) => {}
        Some(other) => {
            return Err(fail(
                "wrong-version",
                &["version: found ", &other.to_string(), ", expected 1"].concat(),
            ));
        }
        None if value.is_object() => {
            return Err(fail("wrong-version", "version: expected the number 1"));
        }
        None => return Err(fail("wrong-shape", "expected an object with a card's fields")),
    }
    let deserializer = serde_wasm_bindgen::Deserializer::from(value);
    let card: Result<Card, _> = serde_path_to_error::deserialize(deserializer);
    card.map(Rc::new).map_err(|error| {
        let path = error.path().to_string();
        fail("wrong-shape", &[&path, ": ", &error.into_inner().to_string()].concat())
    })
}

/// A JavaScript `Error` with a `code`.
pub fn fail(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    let _ = js_sys::Reflect::set(&error, &"code".into(), &code.into());
    error.unchecked_into()
}
