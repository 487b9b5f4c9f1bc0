//! What `JSON.parse` returned, as a JSON value.

use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::card::limits::{MAX_DEPTH, MAX_FILE_BYTES};
use crate::card::{ErrorCode, Json, ReadError};

/// Converts a JavaScript value. What JSON does not know, a function say, is `null`; a field that is `undefined` is left
/// out.
///
/// # Errors
/// Where lists and objects stand too deep in each other, or there are more values and bytes of text than a card file
/// can hold: a page can hand over any object, even one that holds itself.
pub fn to_json(value: &JsValue) -> Result<Json, ReadError> {
    let mut conversion = Conversion { room: MAX_FILE_BYTES };
    conversion.value(value, 0).map_err(|message| ReadError {
        code: ErrorCode::TooLarge,
        path: String::new(),
        message: message.to_owned(),
    })
}

/// The value of a JSON text, as the browser parses it; `None` where it is none, or nested too deep.
pub fn parse(text: &str) -> Option<Json> {
    let value = JSON::parse(text).ok()?;
    // However large: each value and each byte of text takes a byte at least.
    Conversion { room: text.len() }.value(&value, 0).ok()
}

struct Conversion {
    /// How many more values and bytes of text there may be: in a file each takes a byte at least.
    room: usize,
}

impl Conversion {
    fn value(&mut self, value: &JsValue, depth: usize) -> Result<Json, &'static str> {
        self.take(1)?;
        Ok(if let Some(text) = value.as_string() {
            self.take(text.len())?;
            Json::Text(text)
        } else if let Some(number) = value.as_f64() {
            Json::Number(number)
        } else if let Some(truth) = value.as_bool() {
            Json::Bool(truth)
        } else if !value.is_object() {
            Json::Null
        } else if depth == MAX_DEPTH {
            return Err("lists and objects are nested too deep");
        } else if let Some(list) = value.dyn_ref::<Array>() {
            let mut all = Vec::new();
            for at in 0..list.length() {
                all.push(self.value(&list.get(at), depth + 1)?);
            }
            Json::List(all)
        } else {
            let mut fields = Vec::new();
            for name in Reflect::own_keys(value).unwrap_or_default() {
                let inner = Reflect::get(value, &name).unwrap_or_default();
                if let Some(name) = name.as_string().filter(|_| !inner.is_undefined()) {
                    self.take(name.len())?;
                    fields.push((name, self.value(&inner, depth + 1)?));
                }
            }
            Json::Object(fields)
        })
    }

    fn take(&mut self, count: usize) -> Result<(), &'static str> {
        self.room = self.room.checked_sub(count).ok_or("larger than a card file may be")?;
        Ok(())
    }
}
