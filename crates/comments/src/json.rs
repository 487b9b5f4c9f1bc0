//! JSON: written by hand, as little as it is; read by the browser's own parser where there is one.

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

/// A JSON object to read field by field. A field that is absent, `null` or of another type is `None`.
pub(crate) struct Fields(imp::Object);

impl Fields {
    /// Parses a text that is one JSON object.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        imp::parse(text).map(Self).ok_or(Malformed)
    }

    /// A field that may be a string.
    pub fn text(&self, name: &str) -> Option<String> {
        imp::text(&self.0, name)
    }

    /// A field that must be a string.
    pub fn required(&self, name: &str) -> Result<String, Malformed> {
        self.text(name).ok_or(Malformed)
    }

    /// A field that may be a number.
    pub fn number(&self, name: &str) -> Option<f64> {
        imp::number(&self.0, name)
    }

    /// A field that may be a count; 0 where it is absent.
    pub fn count(&self, name: &str) -> u32 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast saturates")]
        self.number(name).map_or(0, |number| number as u32)
    }

    /// A field that may be an object.
    pub fn object(&self, name: &str) -> Option<Self> {
        imp::object(&self.0, name).map(Self)
    }

    /// The items of a field that must be a list, each an object or `None`.
    pub fn list(&self, name: &str) -> Result<Vec<Option<Self>>, Malformed> {
        let items = imp::list(&self.0, name).ok_or(Malformed)?;
        Ok(items.into_iter().map(|item| item.map(Self)).collect())
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod imp {
    use serde_json::{Map, Value};

    pub type Object = Map<String, Value>;

    fn of(value: Value) -> Option<Object> {
        if let Value::Object(object) = value { Some(object) } else { None }
    }
    pub fn parse(text: &str) -> Option<Object> {
        of(serde_json::from_str(text).ok()?)
    }
    pub fn text(object: &Object, name: &str) -> Option<String> {
        object.get(name)?.as_str().map(str::to_owned)
    }
    pub fn number(object: &Object, name: &str) -> Option<f64> {
        object.get(name)?.as_f64()
    }
    pub fn object(object: &Object, name: &str) -> Option<Object> {
        of(object.get(name)?.clone())
    }
    pub fn list(object: &Object, name: &str) -> Option<Vec<Option<Object>>> {
        Some(object.get(name)?.as_array()?.iter().cloned().map(of).collect())
    }
}

#[cfg(target_arch = "wasm32")]
mod imp {
    use js_sys::{Array, JSON, Reflect};
    use wasm_bindgen::{JsCast, JsValue};

    pub type Object = JsValue;

    fn of(value: JsValue) -> Option<Object> {
        (value.is_object() && !Array::is_array(&value)).then_some(value)
    }
    fn get(object: &Object, name: &str) -> JsValue {
        Reflect::get(object, &name.into()).unwrap_or_default()
    }
    pub fn parse(text: &str) -> Option<Object> {
        of(JSON::parse(text).ok()?)
    }
    pub fn text(object: &Object, name: &str) -> Option<String> {
        get(object, name).as_string()
    }
    pub fn number(object: &Object, name: &str) -> Option<f64> {
        get(object, name).as_f64()
    }
    pub fn object(object: &Object, name: &str) -> Option<Object> {
        of(get(object, name))
    }
    pub fn list(object: &Object, name: &str) -> Option<Vec<Option<Object>>> {
        let items: Array = get(object, name).dyn_into().ok()?;
        Some(items.iter().map(of).collect())
    }
}
