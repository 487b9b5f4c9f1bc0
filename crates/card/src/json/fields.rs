//! Reading a JSON object field by field into a type, with the path to the first thing that is wrong.
//!
//! By hand rather than through serde: the code that serde derives for the card's types is a seventh of the whole
//! WebAssembly. `tests/card/read.rs` holds this reading to serde's.

use super::Json;
use crate::{ErrorCode, Vocabulary};

/// Why a JSON value is no card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// What kind of failure it is.
    pub code: ErrorCode,
    /// Where: `claims[3].evidence[0].exact`; empty for the card as a whole.
    pub path: String,
    /// What is wrong, in a few words without the place: `expected a string`.
    pub message: String,
}

impl ReadError {
    /// The place and what is wrong there: `claims[3].id: missing`.
    pub fn text(&self) -> String {
        let path = if self.path.is_empty() { "the card" } else { &self.path };
        [path, ": ", &self.message].concat()
    }
}

/// A JSON object that is being read. Each field is asked for once: it is taken out. Fields that nobody asks for are
/// passed over.
///
/// What is not as it must be reads as empty, and the first such thing is remembered: an early return at each field
/// would cost a tenth of the card's code.
pub(crate) struct Fields {
    fields: Vec<(String, Json)>,
    wrong: Option<Box<ReadError>>,
}

impl Fields {
    /// Reads an object with `read`, which asks for its fields one by one.
    ///
    /// # Errors
    /// Where `value` is no object, or a field is not as it must be: the first that `read` asked for.
    pub fn read<T>(value: Json, read: fn(&mut Self) -> T) -> Result<T, ReadError> {
        let mut fields = Self::new(value);
        let all = read(&mut fields);
        match fields.wrong {
            None => Ok(all),
            Some(wrong) => Err(*wrong),
        }
    }

    /// What is no object has no fields.
    fn new(value: Json) -> Self {
        let mut new = Self { fields: Vec::new(), wrong: None };
        match value {
            Json::Object(fields) => new.fields = fields,
            _ => new.wrong_shape("", "expected an object"),
        }
        new
    }

    /// Complains about a field; the first complaint stays.
    pub fn complain(&mut self, name: &str, code: ErrorCode, message: &str) {
        if self.wrong.is_none() {
            let (path, message) = (name.to_owned(), message.to_owned());
            self.wrong = Some(Box::new(ReadError { code, path, message }));
        }
    }

    fn wrong_shape(&mut self, name: &str, message: &str) {
        self.complain(name, ErrorCode::WrongShape, message);
    }

    /// `2001 characters, at most 2000`
    fn too_large(&mut self, name: &str, found: usize, what: &str, max: usize) {
        let message = [&*found.to_string(), what, &max.to_string()].concat();
        self.complain(name, ErrorCode::TooLarge, &message);
    }

    /// Takes over what is wrong inside of a field.
    fn adopt(&mut self, name: &str, inner: Self) {
        if let (None, Some(mut wrong)) = (&self.wrong, inner.wrong) {
            let dot = if wrong.path.is_empty() || wrong.path.starts_with('[') { "" } else { "." };
            wrong.path = [name, dot, &wrong.path].concat();
            self.wrong = Some(wrong);
        }
    }

    /// A field's value; `None` where there is no such field.
    fn take(&mut self, name: &str) -> Option<Json> {
        // From the end: of two fields with one name the last counts, as in JavaScript.
        let found = self.fields.iter_mut().rev().find(|(each, _)| each == name);
        found.map(|(_, value)| std::mem::take(value))
    }

    /// The value of a field that may be absent; `null` is as good as absent.
    fn take_filled(&mut self, name: &str) -> Option<Json> {
        self.take(name).filter(|value| !matches!(value, Json::Null))
    }

    /// The value of a field that must be there.
    fn take_required(&mut self, name: &str) -> Json {
        self.take(name).unwrap_or_else(|| {
            self.wrong_shape(name, "missing");
            Json::Null
        })
    }

    fn text_from(&mut self, name: &str, value: Json, max: usize) -> String {
        let Json::Text(text) = value else {
            self.wrong_shape(name, "expected a string");
            return String::new();
        };
        // Bytes are never fewer than characters, so that most texts need no counting.
        if text.len() > max {
            let length = text.chars().count();
            if length > max {
                self.too_large(name, length, " characters, at most ", max);
            }
        }
        text
    }

    /// A field that must be a text of at most `max` characters (Unicode code points).
    pub fn text(&mut self, name: &str, max: usize) -> String {
        let value = self.take_required(name);
        self.text_from(name, value, max)
    }

    /// A field that may be a text.
    pub fn optional_text(&mut self, name: &str, max: usize) -> Option<String> {
        let value = self.take_filled(name)?;
        Some(self.text_from(name, value, max))
    }

    /// A field that may be a whole number from 0 on; 0 where it is absent.
    pub fn count(&mut self, name: &str) -> u32 {
        let Some(value) = self.take(name) else { return 0 };
        let number = value.as_number().unwrap_or(-1.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "compared right after; a cast saturates"
        )]
        let whole = number as u32;
        #[expect(clippy::float_cmp, reason = "a whole number compares exactly")]
        if f64::from(whole) != number {
            self.wrong_shape(name, "expected a whole number from 0");
        }
        whole
    }

    /// A field that must be an object.
    pub fn object<T>(&mut self, name: &str, read: fn(&mut Self) -> T) -> T {
        let value = self.take_required(name);
        self.object_from(name, value, read)
    }

    /// A field that may be an object.
    pub fn optional<T>(&mut self, name: &str, read: fn(&mut Self) -> T) -> Option<T> {
        let value = self.take_filled(name)?;
        Some(self.object_from(name, value, read))
    }

    fn object_from<T>(&mut self, name: &str, value: Json, read: fn(&mut Self) -> T) -> T {
        let mut inner = Self::new(value);
        let all = read(&mut inner);
        self.adopt(name, inner);
        all
    }

    fn entries_from(&mut self, name: &str, value: Json, max: usize) -> Vec<Json> {
        let Json::List(list) = value else {
            self.wrong_shape(name, "expected a list");
            return Vec::new();
        };
        if list.len() > max {
            self.too_large(name, list.len(), " entries, at most ", max);
            return Vec::new();
        }
        list
    }

    /// A field that may be a list of texts of at most `longest` characters.
    pub fn texts(&mut self, name: &str, max: usize, longest: usize) -> Vec<String> {
        let Some(value) = self.take(name) else { return Vec::new() };
        let mut all = Vec::new();
        for (at, entry) in self.entries_from(name, value, max).into_iter().enumerate() {
            all.push(self.text_from(&nth(name, at), entry, longest));
        }
        all
    }

    /// A field that must be a list, each entry a text of at most `longest` characters, or an object.
    pub fn texts_or_objects<T: From<String>>(
        &mut self,
        name: &str,
        max: usize,
        longest: usize,
        read: fn(&mut Self) -> T,
    ) -> Vec<T> {
        let value = self.take_required(name);
        let mut all = Vec::new();
        for (at, entry) in self.entries_from(name, value, max).into_iter().enumerate() {
            let name = nth(name, at);
            all.push(match entry {
                Json::Object(_) => self.object_from(&name, entry, read),
                text => self.text_from(&name, text, longest).into(),
            });
        }
        all
    }

    /// A field that may be a list of objects.
    pub fn objects<T>(&mut self, name: &str, max: usize, read: fn(&mut Self) -> T) -> Vec<T> {
        let mut all = Vec::new();
        self.each_object(name, max, &mut |inner| all.push(read(inner)));
        all
    }

    fn each_object(&mut self, name: &str, max: usize, read: &mut dyn FnMut(&mut Self)) {
        let Some(value) = self.take(name) else { return };
        for (at, entry) in self.entries_from(name, value, max).into_iter().enumerate() {
            let mut inner = Self::new(entry);
            read(&mut inner);
            self.adopt(&nth(name, at), inner);
        }
    }

    /// A field that must be one of the words of `T`.
    pub fn word<T: Vocabulary + Default>(&mut self, name: &str) -> T {
        let value = self.take_required(name);
        self.word_from(name, &value).unwrap_or_default()
    }

    /// A field that may be one of the words of `T`, or `null`.
    pub fn optional_word<T: Vocabulary>(&mut self, name: &str) -> Option<T> {
        let value = self.take_filled(name)?;
        self.word_from(name, &value)
    }

    /// A field that may be one of the words of `T`; the type's own default where it is absent.
    pub fn word_or_default<T: Vocabulary + Default>(&mut self, name: &str) -> T {
        self.take(name).and_then(|value| self.word_from(name, &value)).unwrap_or_default()
    }

    fn word_from<T: Vocabulary>(&mut self, name: &str, value: &Json) -> Option<T> {
        let word = T::from_word(value.as_text().unwrap_or_default());
        if word.is_none() {
            let words: Vec<&str> = T::WORDS.iter().map(|(word, _)| *word).collect();
            self.unknown_word(name, value, &words.join(", "));
        }
        word
    }

    fn unknown_word(&mut self, name: &str, value: &Json, words: &str) {
        let (before, found, after) = match value.as_text() {
            Some(found) => ("found \"", found, "\", "),
            None => ("", "", ""),
        };
        let message = [before, found, after, "expected one of: ", words].concat();
        self.wrong_shape(name, &message);
    }
}

/// `claims[3]`
fn nth(name: &str, at: usize) -> String {
    [name, "[", &at.to_string(), "]"].concat()
}
