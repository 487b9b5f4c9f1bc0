//! A point of the summary: in the file a text, or an object that names the claims that it rests on as well.

use std::fmt;

use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[cfg(feature = "schema")]
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// A point of the summary: an entry of `abstract`. Without claims it is written as its text alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Point {
    /// The point, in the editor's words, with the hedges of what it sums up.
    pub text: String,
    /// The ids of the claims that it rests on.
    pub claims: Vec<String>,
}

#[cfg(feature = "check")]
impl Point {
    /// The path to the text of the point at a path: without claims it is taken to be the text alone.
    pub(crate) fn text_path(&self, path: &str) -> String {
        if self.claims.is_empty() { path.to_owned() } else { format!("{path}.text") }
    }
}

impl From<String> for Point {
    fn from(text: String) -> Self {
        Self { text, claims: Vec::new() }
    }
}

impl From<&str> for Point {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

/// A point of the summary with the claims that it rests on.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "Point", deny_unknown_fields))]
struct PointObject {
    /// The point, in the editor's words, with the hedges of what it sums up.
    text: String,
    /// The ids of the claims that it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    claims: Vec<String>,
}

impl Serialize for Point {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.claims.is_empty() {
            return self.text.serialize(serializer);
        }
        let Self { text, claims } = self.clone();
        PointObject { text, claims }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Point {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Rather than serde's `untagged`, which of a wrong field says no more than that nothing fits.
        deserializer.deserialize_any(PointVisitor)
    }
}

struct PointVisitor;

impl<'de> Visitor<'de> for PointVisitor {
    type Value = Point;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or an object with `text` and `claims`")
    }

    fn visit_str<E>(self, text: &str) -> Result<Point, E> {
        Ok(text.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<Point, A::Error> {
        let PointObject { text, claims } = PointObject::deserialize(MapAccessDeserializer::new(fields))?;
        Ok(Point { text, claims })
    }
}

#[cfg(feature = "schema")]
impl JsonSchema for Point {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "TextOrPoint".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let object = generator.subschema_for::<PointObject>();
        json_schema!({ "anyOf": [{ "type": "string" }, object] })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_point_is_a_text_or_names_its_claims() {
        let plain: Point = "A point.".into();
        let resting = Point { claims: vec!["a".into(), "b".into()], ..plain.clone() };
        for (point, form) in
            [(&plain, json!("A point.")), (&resting, json!({ "text": "A point.", "claims": ["a", "b"] }))]
        {
            assert_eq!(serde_json::to_value(point).unwrap(), form);
            assert_eq!(serde_json::from_value::<Point>(form).unwrap(), *point);
        }
        // The other ways to write the same.
        for form in [json!({ "text": "A point." }), json!({ "text": "A point.", "claims": [], "other": 1 })] {
            assert_eq!(serde_json::from_value::<Point>(form).unwrap(), plain);
        }
    }

    #[test]
    fn what_is_wrong_with_a_point_is_said() {
        for (form, message) in [
            ("7", "invalid type: integer `7`, expected a text, or an object with `text` and `claims`"),
            ("[]", "invalid type: sequence, expected a text, or an object with `text` and `claims`"),
            ("{}", "missing field `text`"),
            (r#"{ "text": "x", "claims": "a" }"#, "invalid type: string \"a\", expected a sequence"),
        ] {
            let error = serde_json::from_str::<Point>(form).unwrap_err().to_string();
            assert!(error.starts_with(message), "{error}");
        }
    }
}
