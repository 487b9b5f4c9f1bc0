//! Write JSON: a small tree and its text. The browser build has no other JSON writer, and this one is
//! safe to stand inside a `<script>` element.

/// A JSON value. Numbers, booleans and null are left out because nothing here writes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object: its fields in their order.
    Object(Vec<(&'static str, Json)>),
}

impl Json {
    /// Adds a field to an object, unless the value is empty. Does nothing to other values.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Json>) -> Self {
        let value = value.into();
        if let Self::Object(fields) = &mut self
            && !value.is_empty()
        {
            fields.push((name, value));
        }
        self
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::List(list) => list.is_empty(),
            Self::Object(fields) => fields.is_empty(),
        }
    }

    /// Writes the value after what `out` already holds.
    pub fn write(&self, out: &mut String) {
        match self {
            Self::Text(text) => write_text(text, out),
            Self::List(list) => {
                out.push('[');
                for (i, value) in list.iter().enumerate() {
                    if i > 0 {
                        out.push(',');
                    }
                    value.write(out);
                }
                out.push(']');
            }
            Self::Object(fields) => {
                out.push('{');
                for (i, (name, value)) in fields.iter().enumerate() {
                    if i > 0 {
                        out.push(',');
                    }
                    write_text(name, out);
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
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

impl From<&Option<String>> for Json {
    fn from(text: &Option<String>) -> Self {
        Self::Text(text.clone().unwrap_or_default())
    }
}

impl From<Vec<Json>> for Json {
    fn from(list: Vec<Json>) -> Self {
        Self::List(list)
    }
}

/// Besides what JSON asks for, `<` is escaped, so that no text can end a `<script>` element or open a
/// comment in it, and so are U+2028 and U+2029, which end a line in old JavaScript.
fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '<' | '\u{2028}' | '\u{2029}' | '\0'..='\u{1f}' => {
                out.push_str("\\u");
                for shift in [12, 8, 4, 0] {
                    let digit = (u32::from(c) >> shift & 15) as usize;
                    out.push(char::from(b"0123456789abcdef"[digit]));
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_comes_back() {
        let all: String = (0..0x3000).filter_map(char::from_u32).chain("😀\u{10ffff}".chars()).collect();
        let value =
            Json::Object(vec![]).with("text", all.as_str()).with("list", vec!["a".into(), "b".into()]);
        let mut text = String::new();
        value.write(&mut text);
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read, serde_json::json!({ "text": all, "list": ["a", "b"] }));
    }

    #[test]
    fn nothing_ends_a_script_element() {
        let mut text = String::new();
        Json::from("</script><!--\u{2028}\u{2029}\u{7}").write(&mut text);
        assert_eq!(text, r#""\u003c/script>\u003c!--\u2028\u2029\u0007""#);
    }

    #[test]
    fn empty_fields_are_left_out() {
        let value = Json::Object(vec![]).with("a", "").with("b", Vec::new()).with("c", &None).with("d", "x");
        assert_eq!(value, Json::Object(vec![("d", "x".into())]));
        assert_eq!(Json::from("x").with("a", "b"), "x".into());
    }
}
