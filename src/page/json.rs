//! What `JSON.parse` returns, read field by field, with the path to what is wrong.
//!
//! By hand rather than through serde: the code that serde derives for the card's types is a seventh of the
//! whole WebAssembly. `tests/web/reading.rs` holds this reading to serde's.

use std::cell::OnceCell;

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
///
/// A field that is not as it must be reads as empty, and the first such is remembered for [`Object::read`]: a way out at
/// each field would cost a tenth of the card's code.
pub struct Object {
    value: JsValue,
    wrong: OnceCell<Wrong>,
}

impl Object {
    /// # Errors
    /// Where `value` is anything else than a JSON object.
    pub fn new(value: JsValue) -> Result<Self, Wrong> {
        if value.is_object() && !Array::is_array(&value) {
            Ok(Self { value, wrong: OnceCell::new() })
        } else {
            Err(Wrong::because("expected an object"))
        }
    }

    /// Reads the object field by field.
    ///
    /// # Errors
    /// Where a field is not as it must be: the first that `fields` asked for.
    pub fn read<T>(self, fields: fn(&Self) -> T) -> Result<T, Wrong> {
        let all = fields(&self);
        match self.wrong.into_inner() {
            None => Ok(all),
            Some(wrong) => Err(wrong),
        }
    }

    /// A field's value, `undefined` where there is none.
    pub fn get(&self, name: &str) -> JsValue {
        js_sys::Reflect::get(&self.value, &name.into()).unwrap_or_default()
    }

    /// Whether an optional field is there; `null` is as good as absent.
    fn has(&self, name: &str) -> bool {
        let value = self.get(name);
        !value.is_undefined() && !value.is_null()
    }

    /// Complains about a field.
    fn wrong(&self, name: &str, cause: &str) {
        let cause = if self.get(name).is_undefined() { "missing" } else { cause };
        self.fail(Wrong::because(cause).under(name));
    }

    fn fail(&self, wrong: Wrong) {
        // The first stays.
        let _ = self.wrong.set(wrong);
    }

    /// A field that must be a string.
    pub fn text(&self, name: &str) -> String {
        self.get(name).as_string().unwrap_or_else(|| {
            self.wrong(name, "expected a string");
            String::new()
        })
    }

    /// A field that may be a string.
    pub fn optional_text(&self, name: &str) -> Option<String> {
        self.has(name).then(|| self.text(name))
    }

    /// A field that may be a whole number from 0 on; 0 where it is absent.
    pub fn count(&self, name: &str) -> u32 {
        let value = self.get(name);
        if value.is_undefined() {
            return 0;
        }
        let number = value.as_f64().unwrap_or(-1.0);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "compared right after; a cast saturates"
        )]
        let whole = number as u32;
        #[allow(clippy::float_cmp, reason = "a whole number compares exactly")]
        let is_whole = f64::from(whole) == number;
        if !is_whole {
            self.wrong(name, "expected a whole number from 0");
        }
        whole
    }

    /// A field that must be an object.
    pub fn object<T: Default>(&self, name: &str, fields: fn(&Self) -> T) -> T {
        self.child(name, fields).unwrap_or_default()
    }

    fn child<T>(&self, name: &str, fields: fn(&Self) -> T) -> Option<T> {
        let value = self.get(name);
        if value.is_undefined() {
            self.wrong(name, "");
            return None;
        }
        let read = Self::new(value).and_then(|object| object.read(fields));
        read.map_err(|wrong| self.fail(wrong.under(name))).ok()
    }

    /// A field that may be an object.
    pub fn optional<T>(&self, name: &str, fields: fn(&Self) -> T) -> Option<T> {
        if self.has(name) { self.child(name, fields) } else { None }
    }

    /// Calls `see` with each item of a field that must be an array, until it fails.
    fn items(&self, name: &str, see: &mut dyn FnMut(JsValue) -> Result<(), Wrong>) {
        let value = self.get(name);
        let Some(array) = value.dyn_ref::<Array>() else { return self.wrong(name, "expected a list") };
        for at in 0..array.length() {
            if let Err(wrong) = see(array.get(at)) {
                return self.fail(wrong.under(&["[", &at.to_string(), "]"].concat()).under(name));
            }
        }
    }

    /// A field that must be an array of strings.
    pub fn texts(&self, name: &str) -> Vec<String> {
        let mut all = Vec::new();
        self.items(name, &mut |item| {
            all.push(item.as_string().ok_or_else(|| Wrong::because("expected a string"))?);
            Ok(())
        });
        all
    }

    /// A field that may be an array of strings; none where it is absent.
    pub fn optional_texts(&self, name: &str) -> Vec<String> {
        if self.get(name).is_undefined() { Vec::new() } else { self.texts(name) }
    }

    /// A field that may be an array of objects; none where it is absent.
    pub fn list<T>(&self, name: &str, fields: fn(&Self) -> T) -> Vec<T> {
        let mut all = Vec::new();
        if !self.get(name).is_undefined() {
            self.items(name, &mut |item| {
                all.push(Self::new(item)?.read(fields)?);
                Ok(())
            });
        }
        all
    }

    /// A field that must be one of some words: what the word stands for.
    pub fn word<T: Copy + Default>(&self, name: &str, words: &[(&str, T)]) -> T {
        self.one_of(name, words).unwrap_or_default()
    }

    fn one_of<T: Copy>(&self, name: &str, words: &[(&str, T)]) -> Option<T> {
        let found = self.get(name).as_string();
        let known = words.iter().find(|(word, _)| found.as_deref() == Some(*word));
        if known.is_none() {
            let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.no_word(name, found.as_deref(), &words);
        }
        known.map(|(_, meaning)| *meaning)
    }

    /// A field that may be one of some words, or `null`.
    pub fn optional_word<T: Copy>(&self, name: &str, words: &[(&str, T)]) -> Option<T> {
        if self.has(name) { self.one_of(name, words) } else { None }
    }

    /// A field that may be one of some words; the type's own default where it is absent.
    pub fn word_or_default<T: Copy + Default>(&self, name: &str, words: &[(&str, T)]) -> T {
        if self.get(name).is_undefined() { T::default() } else { self.word(name, words) }
    }

    fn no_word(&self, name: &str, found: Option<&str>, words: &[&str]) {
        let words = words.join(", ");
        let cause = match found {
            Some(found) => ["found \"", found, "\", expected one of: ", &words].concat(),
            None => ["expected one of: ", &words].concat(),
        };
        self.wrong(name, &cause);
    }
}
