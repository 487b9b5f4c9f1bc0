//! JSON: written by hand, as little as it is; read by the browser's own parser where there is one.

pub use imp::{decode, decode_items};

/// The text is not JSON, or not of the shape asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed;

/// Writes one object, field after field.
pub(crate) struct Writer(String);

impl Writer {
    pub fn new() -> Self {
        Self("{".to_owned())
    }

    /// A field whose value is already JSON.
    pub fn raw(mut self, name: &str, json: &str) -> Self {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        self.quote(name);
        self.0.push(':');
        self.0.push_str(json);
        self
    }

    pub fn text(self, name: &str, value: &str) -> Self {
        let mut writer = self.raw(name, "");
        writer.quote(value);
        writer
    }

    /// A field that is left out where there is no value.
    pub fn maybe(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.text(name, value),
            None => self,
        }
    }

    pub fn end(mut self) -> String {
        self.0.push('}');
        self.0
    }

    fn quote(&mut self, text: &str) {
        self.0.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => self.0.extend(['\\', c]),
                '\n' => self.0.push_str("\\n"),
                '\0'..='\u{1f}' => {
                    let code = c as u8;
                    self.0.push_str(if code < 16 { "\\u000" } else { "\\u001" });
                    self.0.push(char::from(b"0123456789abcdef"[usize::from(code & 15)]));
                }
                c => self.0.push(c),
            }
        }
        self.0.push('"');
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod imp {
    use super::Malformed;
    use serde::de::DeserializeOwned;

    pub fn decode<T: DeserializeOwned>(text: &str) -> Result<T, Malformed> {
        serde_json::from_str(text).map_err(|_| Malformed)
    }

    /// The items of the list in this field of an object, each by itself.
    pub fn decode_items<T: DeserializeOwned>(
        text: &str,
        field: &str,
    ) -> Result<Vec<Result<T, Malformed>>, Malformed> {
        let value: serde_json::Value = decode(text)?;
        let items = value.get(field).and_then(|items| items.as_array()).ok_or(Malformed)?;
        let item = |item: &serde_json::Value| serde_json::from_value(item.clone()).map_err(|_| Malformed);
        Ok(items.iter().map(item).collect())
    }
}

#[cfg(target_arch = "wasm32")]
mod imp {
    use super::Malformed;
    use crate::page::json::Json;
    use js_sys::{Array, JSON, Reflect};
    use serde::de::DeserializeOwned;
    use wasm_bindgen::{JsCast, JsValue};

    pub fn decode<T: DeserializeOwned>(text: &str) -> Result<T, Malformed> {
        read(JSON::parse(text).map_err(|_| Malformed)?)
    }

    /// The items of the list in this field of an object, each by itself.
    pub fn decode_items<T: DeserializeOwned>(
        text: &str,
        field: &str,
    ) -> Result<Vec<Result<T, Malformed>>, Malformed> {
        let value = JSON::parse(text).map_err(|_| Malformed)?;
        let items = Reflect::get(&value, &JsValue::from_str(field)).map_err(|_| Malformed)?;
        let items: &Array = items.dyn_ref().ok_or(Malformed)?;
        Ok(items.iter().map(read).collect())
    }

    fn read<T: DeserializeOwned>(value: JsValue) -> Result<T, Malformed> {
        T::deserialize(Json(value)).map_err(|_| Malformed)
    }
}
