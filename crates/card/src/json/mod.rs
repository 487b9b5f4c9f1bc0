//! JSON as a value: what a card file and a stored comment are read from, and what is written.
//!
//! Nothing here parses text. The browser has `JSON.parse`, and what it returns is turned into [`Json`] by the widget;
//! natively a [`Json`] is read with `serde_json`, by way of serde. Writing is [`Json::to_text`].

mod deserialize;
pub(crate) mod fields;
mod write;

/// A JSON value.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Json {
    /// `null`
    #[default]
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number. Only whole ones are ever written: see [`Json::to_text`].
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object: its fields in their order.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// An object without fields.
    pub const fn object() -> Self {
        Self::Object(Vec::new())
    }

    /// The value of a field; `None` where there is no such field, or where this is no object. Of several fields with
    /// one name it is the last, as in JavaScript.
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(fields) = self else { return None };
        fields.iter().rev().find(|(each, _)| each == name).map(|(_, value)| value)
    }

    /// The text, where this is one.
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The number, where this is one.
    pub fn as_number(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    /// The entries, where this is a list.
    pub fn as_list(&self) -> Option<&[Self]> {
        if let Self::List(list) = self { Some(list) } else { None }
    }

    /// Whether this is an object.
    pub fn is_object(&self) -> bool {
        matches!(self, Self::Object(_))
    }

    /// Adds a field to an object. Does nothing to other values.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Json>) -> Self {
        self.push(name, value.into());
        self
    }

    fn push(&mut self, name: &str, value: Self) {
        if let Self::Object(fields) = self {
            fields.push((name.to_owned(), value));
        }
    }

    /// Adds a field where there is a value for it.
    #[must_use]
    pub fn with_some(self, name: &str, value: Option<impl Into<Json>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds a field unless its value is `null`, or an empty text, list or object.
    #[must_use]
    pub fn with_filled(mut self, name: &str, value: impl Into<Json>) -> Self {
        self.push_filled(name, value.into());
        self
    }

    fn push_filled(&mut self, name: &str, value: Self) {
        if !value.is_empty() {
            self.push(name, value);
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Bool(_) | Self::Number(_) => false,
            Self::Text(text) => text.is_empty(),
            Self::List(list) => list.is_empty(),
            Self::Object(fields) => fields.is_empty(),
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Json {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl From<Vec<Json>> for Json {
    fn from(list: Vec<Json>) -> Self {
        Self::List(list)
    }
}

/// `None` is `null`.
impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_found_and_the_last_of_two_counts() {
        let value = Json::object().with("a", 1).with("b", "x").with("a", 2);
        assert_eq!(value.get("a").and_then(Json::as_number), Some(2.0));
        assert_eq!(value.get("b").and_then(Json::as_text), Some("x"));
        assert_eq!(value.get("c"), None);
        assert_eq!(Json::from("x").get("a"), None);
        assert_eq!(Json::from(vec![Json::Null]).as_list(), Some(&[Json::Null][..]));
        assert!(Json::object().is_object() && !Json::Null.is_object());
    }

    #[test]
    fn fields_are_left_out_as_asked() {
        let value = Json::object()
            .with("a", "")
            .with_filled("b", "")
            .with_filled("c", Vec::new())
            .with_filled("d", None::<&str>)
            .with_filled("e", Json::object())
            .with_filled("f", 0)
            .with_some("g", None::<&str>)
            .with_some("h", Some(""));
        assert_eq!(value.to_text(), r#"{"a":"","f":0,"h":""}"#);
        assert_eq!(Json::from("x").with("a", "b"), "x".into());
    }
}
