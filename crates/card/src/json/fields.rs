//! Reading a JSON object field by field into a type, with the path to the first thing that is wrong.
//!
//! By hand rather than through serde: the code that serde derives for the card's types is a seventh of the whole
//! WebAssembly. `tests/card/read.rs` holds this reading to serde's.

use super::Json;
use crate::{ErrorCode, Vocabulary};

/// What is wrong, and the path to it. Boxed: it stands in every result of reading, and is there at most once.
#[derive(Debug)]
pub(crate) struct Wrong(Box<ReadError>);

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

impl From<Wrong> for ReadError {
    fn from(wrong: Wrong) -> Self {
        *wrong.0
    }
}

impl Wrong {
    pub fn new(code: ErrorCode, message: &str) -> Self {
        Self(Box::new(ReadError { code, path: String::new(), message: message.to_owned() }))
    }

    fn shape(message: &str) -> Self {
        Self::new(ErrorCode::WrongShape, message)
    }

    /// `2001 characters, at most 2000`
    fn too_large(found: usize, what: &str, max: usize) -> Self {
        let message = [&*found.to_string(), what, &max.to_string()].concat();
        Self::new(ErrorCode::TooLarge, &message)
    }

    pub fn under(mut self, step: &str) -> Self {
        let dot = if self.0.path.is_empty() || self.0.path.starts_with('[') { "" } else { "." };
        self.0.path = [step, dot, &self.0.path].concat();
        self
    }
}

/// A JSON object that is being read. Each field is asked for once: it is taken out. Fields that nobody asks for are
/// passed over.
///
/// A field that is not as it must be reads as empty, and the first such is remembered for [`Fields::read`]: an early
/// return at each field would cost a tenth of the card's code.
pub(crate) struct Fields {
    fields: Vec<(String, Json)>,
    wrong: Option<Wrong>,
}

impl Fields {
    /// Reads an object with `read`, which asks for its fields one by one.
    ///
    /// # Errors
    /// Where `value` is no object, or a field is not as it must be: the first that `read` asked for.
    pub fn read<T>(value: Json, read: fn(&mut Self) -> T) -> Result<T, Wrong> {
        let Json::Object(fields) = value else { return Err(Wrong::shape("expected an object")) };
        let mut fields = Self { fields, wrong: None };
        let all = read(&mut fields);
        match fields.wrong {
            None => Ok(all),
            Some(wrong) => Err(wrong),
        }
    }

    /// A field's value; `None` where there is no such field.
    pub fn take(&mut self, name: &str) -> Option<Json> {
        // From the end: of two fields with one name the last counts, as in JavaScript.
        let found = self.fields.iter_mut().rev().find(|(each, _)| each == name);
        found.map(|(_, value)| std::mem::take(value))
    }

    /// The value of a field that may be absent; `null` is as good as absent.
    fn take_filled(&mut self, name: &str) -> Option<Json> {
        self.take(name).filter(|value| *value != Json::Null)
    }

    /// Complains about a field; the first complaint stays.
    fn fail(&mut self, name: &str, wrong: Wrong) {
        if self.wrong.is_none() {
            self.wrong = Some(wrong.under(name));
        }
    }

    /// The value that was read, or its empty value after a complaint.
    fn or_empty<T: Default>(&mut self, name: &str, read: Result<T, Wrong>) -> T {
        read.unwrap_or_else(|wrong| {
            self.fail(name, wrong);
            T::default()
        })
    }

    /// The value of a field that must be there.
    fn required(&mut self, name: &str) -> Result<Json, Wrong> {
        self.take(name).ok_or_else(|| Wrong::shape("missing"))
    }

    /// A field that must be a text of at most `max` characters.
    pub fn text(&mut self, name: &str, max: usize) -> String {
        let read = self.required(name).and_then(|value| text(value, max));
        self.or_empty(name, read)
    }

    /// A field that may be a text.
    pub fn optional_text(&mut self, name: &str, max: usize) -> Option<String> {
        let read = text(self.take_filled(name)?, max);
        Some(self.or_empty(name, read))
    }

    /// A field that may be a whole number from 0 on; 0 where it is absent.
    pub fn count(&mut self, name: &str) -> u32 {
        let read = self.take(name).map_or(Ok(0), |value| count(&value));
        self.or_empty(name, read)
    }

    /// A field that must be an object.
    pub fn object<T: Default>(&mut self, name: &str, fields: fn(&mut Self) -> T) -> T {
        let read = self.required(name).and_then(|value| Self::read(value, fields));
        self.or_empty(name, read)
    }

    /// A field that may be an object.
    pub fn optional<T: Default>(&mut self, name: &str, fields: fn(&mut Self) -> T) -> Option<T> {
        let read = Self::read(self.take_filled(name)?, fields);
        Some(self.or_empty(name, read))
    }

    /// A field that must be a list of at most `max` entries, each as `read` reads it.
    pub fn list<T>(&mut self, name: &str, max: usize, read: impl Fn(Json) -> Result<T, Wrong>) -> Vec<T> {
        let mut all = Vec::new();
        let done = self.entries(name, max, &mut |entry| {
            all.push(read(entry)?);
            Ok(())
        });
        self.or_empty(name, done);
        all
    }

    /// A field that may be a list; empty where it is absent.
    pub fn optional_list<T>(
        &mut self,
        name: &str,
        max: usize,
        read: impl Fn(Json) -> Result<T, Wrong>,
    ) -> Vec<T> {
        if self.fields.iter().any(|(each, _)| each == name) { self.list(name, max, read) } else { Vec::new() }
    }

    /// A field that may be a list of texts of at most `longest` characters.
    pub fn texts(&mut self, name: &str, max: usize, longest: usize) -> Vec<String> {
        self.optional_list(name, max, |entry| text(entry, longest))
    }

    /// A field that may be a list of objects.
    pub fn objects<T>(&mut self, name: &str, max: usize, fields: fn(&mut Self) -> T) -> Vec<T> {
        self.optional_list(name, max, |entry| Self::read(entry, fields))
    }

    fn entries(
        &mut self,
        name: &str,
        max: usize,
        see: &mut dyn FnMut(Json) -> Result<(), Wrong>,
    ) -> Result<(), Wrong> {
        let Json::List(list) = self.required(name)? else { return Err(Wrong::shape("expected a list")) };
        if list.len() > max {
            return Err(Wrong::too_large(list.len(), " entries, at most ", max));
        }
        for (at, entry) in list.into_iter().enumerate() {
            see(entry).map_err(|wrong| wrong.under(&["[", &at.to_string(), "]"].concat()))?;
        }
        Ok(())
    }

    /// A field that must be one of the words of `T`.
    pub fn word<T: Vocabulary + Default>(&mut self, name: &str) -> T {
        let read = self.required(name).and_then(|value| word(&value));
        self.or_empty(name, read)
    }

    /// A field that may be one of the words of `T`, or `null`.
    pub fn optional_word<T: Vocabulary>(&mut self, name: &str) -> Option<T> {
        match word(&self.take_filled(name)?) {
            Ok(found) => Some(found),
            Err(wrong) => {
                self.fail(name, wrong);
                None
            }
        }
    }

    /// A field that may be one of the words of `T`; the type's own default where it is absent.
    pub fn word_or_default<T: Vocabulary + Default>(&mut self, name: &str) -> T {
        let read = self.take(name).map_or(Ok(T::default()), |value| word(&value));
        self.or_empty(name, read)
    }
}

/// A text of at most `max` characters (Unicode code points).
pub(crate) fn text(value: Json, max: usize) -> Result<String, Wrong> {
    let Json::Text(text) = value else { return Err(Wrong::shape("expected a string")) };
    // Bytes are never fewer than characters, so that most texts need no counting.
    if text.len() > max {
        let length = text.chars().count();
        if length > max {
            return Err(Wrong::too_large(length, " characters, at most ", max));
        }
    }
    Ok(text)
}

fn count(value: &Json) -> Result<u32, Wrong> {
    let number = value.as_number().unwrap_or(-1.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "compared right after; a cast saturates"
    )]
    let whole = number as u32;
    #[expect(clippy::float_cmp, reason = "a whole number compares exactly")]
    if f64::from(whole) == number { Ok(whole) } else { Err(Wrong::shape("expected a whole number from 0")) }
}

fn word<T: Vocabulary>(value: &Json) -> Result<T, Wrong> {
    T::from_word(value.as_text().unwrap_or_default()).ok_or_else(|| {
        let words: Vec<&str> = T::WORDS.iter().map(|(word, _)| *word).collect();
        unknown_word(value, &words.join(", "))
    })
}

fn unknown_word(value: &Json, words: &str) -> Wrong {
    let (before, found, after) = match value.as_text() {
        Some(found) => ("found \"", found, "\", "),
        None => ("", "", ""),
    };
    Wrong::shape(&[before, found, after, "expected one of: ", words].concat())
}
