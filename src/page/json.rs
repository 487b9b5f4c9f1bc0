//! What `JSON.parse` returns, read field by field, with the path to what is wrong.
//!
//! By hand rather than through serde: the code that serde derives for the card's types is a seventh of the
//! whole WebAssembly. `tests/web/reading.rs` holds this reading to serde's.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

/// What is wrong, and the path to it: `claims[3].evidence[0].exact`.
#[derive(Debug)]
pub struct Wrong(Box<Place>);

#[derive(Debug)]
struct Place {
    path: String,
    cause: String,
}

impl Wrong {
    fn because(cause: &str) -> Self {
        Self(Box::new(Place { path: String::new(), cause: cause.to_owned() }))
    }

    fn under(mut self, step: &str) -> Self {
        let dot = if self.0.path.is_empty() || self.0.path.starts_with('[') { "" } else { "." };
        self.0.path = [step, dot, &self.0.path].concat();
        self
    }

    /// The path and the cause: `claims[3].id: missing`.
    pub fn message(&self) -> String {
        let path = if self.0.path.is_empty() { "the card" } else { &self.0.path };
        [path, ": ", &self.0.cause].concat()
    }
}

/// A JSON object. Fields that nobody asks for are passed over.
pub struct Object(JsValue);

impl Object {
    /// # Errors
    /// Where `value` is anything else than a JSON object.
    pub fn new(value: JsValue) -> Result<Self, Wrong> {
        if value.is_object() && !Array::is_array(&value) {
            Ok(Self(value))
        } else {
            Err(Wrong::because("expected an object"))
        }
    }

    /// A field's value, `undefined` where there is none.
    pub fn get(&self, name: &str) -> JsValue {
        js_sys::Reflect::get(&self.0, &name.into()).unwrap_or_default()
    }

    /// Whether an optional field is there; `null` is as good as absent.
    fn has(&self, name: &str) -> bool {
        let value = self.get(name);
        !value.is_undefined() && !value.is_null()
    }

    /// Complains about a field.
    fn wrong<T>(&self, name: &str, cause: &str) -> Result<T, Wrong> {
        Err(Wrong::because(if self.get(name).is_undefined() { "missing" } else { cause }).under(name))
    }

    /// A field that must be a string.
    pub fn text(&self, name: &str) -> Result<String, Wrong> {
        match self.get(name).as_string() {
            Some(text) => Ok(text),
            None => self.wrong(name, "expected a string"),
        }
    }

    /// A field that may be a string.
    pub fn optional_text(&self, name: &str) -> Result<Option<String>, Wrong> {
        if self.has(name) { self.text(name).map(Some) } else { Ok(None) }
    }

    /// A field that may be a whole number from 0 on; 0 where it is absent.
    pub fn count(&self, name: &str) -> Result<u32, Wrong> {
        let value = self.get(name);
        if value.is_undefined() {
            return Ok(0);
        }
        let number = value.as_f64().unwrap_or(-1.0);
        #[allow(
            clippy::float_cmp,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "compared right after; a cast saturates"
        )]
        let whole = number as u32;
        if f64::from(whole) == number {
            Ok(whole)
        } else {
            self.wrong(name, "expected a whole number from 0")
        }
    }

    /// A field that must be an object.
    pub fn object<T>(&self, name: &str, read: fn(&Self) -> Result<T, Wrong>) -> Result<T, Wrong> {
        let value = self.get(name);
        if value.is_undefined() {
            return self.wrong(name, "");
        }
        Self::new(value).and_then(|object| read(&object)).map_err(|wrong| wrong.under(name))
    }

    /// A field that may be an object.
    pub fn optional<T>(&self, name: &str, read: fn(&Self) -> Result<T, Wrong>) -> Result<Option<T>, Wrong> {
        if self.has(name) { self.object(name, read).map(Some) } else { Ok(None) }
    }

    /// Calls `see` with each item of a field that must be an array.
    fn items(&self, name: &str, see: &mut dyn FnMut(JsValue) -> Result<(), Wrong>) -> Result<(), Wrong> {
        let value = self.get(name);
        let Some(array) = value.dyn_ref::<Array>() else { return self.wrong(name, "expected a list") };
        for at in 0..array.length() {
            see(array.get(at))
                .map_err(|wrong| wrong.under(&["[", &at.to_string(), "]"].concat()).under(name))?;
        }
        Ok(())
    }

    /// A field that must be an array of strings.
    pub fn texts(&self, name: &str) -> Result<Vec<String>, Wrong> {
        let mut all = Vec::new();
        self.items(name, &mut |item| {
            all.push(item.as_string().ok_or_else(|| Wrong::because("expected a string"))?);
            Ok(())
        })?;
        Ok(all)
    }

    /// A field that may be an array of strings; none where it is absent.
    pub fn optional_texts(&self, name: &str) -> Result<Vec<String>, Wrong> {
        if self.get(name).is_undefined() { Ok(Vec::new()) } else { self.texts(name) }
    }

    /// A field that may be an array of objects; none where it is absent.
    pub fn list<T>(&self, name: &str, read: fn(&Self) -> Result<T, Wrong>) -> Result<Vec<T>, Wrong> {
        let mut all = Vec::new();
        if !self.get(name).is_undefined() {
            self.items(name, &mut |item| {
                all.push(read(&Self::new(item)?)?);
                Ok(())
            })?;
        }
        Ok(all)
    }

    /// A field that must be one of some words: what the word stands for.
    pub fn word<T: Copy>(&self, name: &str, words: &[(&str, T)]) -> Result<T, Wrong> {
        let found = self.get(name).as_string();
        match words.iter().find(|(word, _)| found.as_deref() == Some(*word)) {
            Some((_, meaning)) => Ok(*meaning),
            None => {
                let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
                self.no_word(name, found.as_deref(), &words)
            }
        }
    }

    /// A field that may be one of some words, or `null`.
    pub fn optional_word<T: Copy>(&self, name: &str, words: &[(&str, T)]) -> Result<Option<T>, Wrong> {
        if self.has(name) { self.word(name, words).map(Some) } else { Ok(None) }
    }

    /// A field that may be one of some words; the type's own default where it is absent.
    pub fn word_or_default<T: Copy + Default>(&self, name: &str, words: &[(&str, T)]) -> Result<T, Wrong> {
        if self.get(name).is_undefined() { Ok(T::default()) } else { self.word(name, words) }
    }

    fn no_word<T>(&self, name: &str, found: Option<&str>, words: &[&str]) -> Result<T, Wrong> {
        let words = words.join(", ");
        let cause = match found {
            Some(found) => ["found \"", found, "\", expected one of: ", &words].concat(),
            None => ["expected one of: ", &words].concat(),
        };
        self.wrong(name, &cause)
    }
}
