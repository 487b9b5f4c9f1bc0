//! A JSON value as text, safe to stand inside a `<script>` element.

use super::Json;

impl Json {
    /// The value as JSON text.
    ///
    /// Of a number its whole part is written, up to 2^63, and one that is not finite as `null`: neither a card nor a
    /// comment holds any other, and the means to write them would be 4 KB more to load.
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(true) => out.push_str("true"),
            Self::Bool(false) => out.push_str("false"),
            Self::Number(number) if !number.is_finite() => out.push_str("null"),
            #[expect(clippy::cast_possible_truncation, reason = "a cast saturates")]
            Self::Number(number) => out.push_str(&(*number as i64).to_string()),
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
    fn every_value_comes_back() {
        let all: String = (0..0x3000).filter_map(char::from_u32).chain("😀\u{10ffff}".chars()).collect();
        let value = Json::object()
            .with("text", all.as_str())
            .with("list", vec!["a".into(), Json::Null, Json::Bool(true), Json::Bool(false), 7.into()])
            .with("\"\n", Json::object());
        let read: serde_json::Value = serde_json::from_str(&value.to_text()).unwrap();
        let expected = serde_json::json!({ "text": all, "list": ["a", null, true, false, 7], "\"\n": {} });
        assert_eq!(read, expected);
        assert_eq!(serde_json::from_str::<Json>(&value.to_text()).unwrap(), value);
    }

    #[test]
    fn nothing_ends_a_script_element() {
        let text = Json::from("</script><!--\u{2028}\u{2029}\u{7}").to_text();
        assert_eq!(text, r#""\u003c/script>\u003c!--\u2028\u2029\u0007""#);
    }

    #[test]
    fn numbers_are_whole() {
        for (number, text) in [
            (0.0, "0"),
            (-7.0, "-7"),
            (4_294_967_295.0, "4294967295"),
            (1_755_156_600_123.0, "1755156600123"),
            (1.6, "1"),
            (f64::NAN, "null"),
            (f64::INFINITY, "null"),
        ] {
            assert_eq!(Json::Number(number).to_text(), text);
        }
    }
}
