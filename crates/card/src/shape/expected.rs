//! What the values of a card must be, worked out from the JSON Schema that the types give. It knows just the
//! keywords that occur there.

use std::sync::LazyLock;

use serde_json::{Map, Value as Json};

use crate::limits::VERSION;
use crate::schema;

/// What a whole card must be.
pub static CARD: LazyLock<Expected> = LazyLock::new(|| {
    let schema = schema::shape();
    Expected::new(&schema, &schema)
});

/// What a value must be.
pub struct Expected {
    /// What kind of value; one of several kinds where it may be one thing or another. Never empty.
    pub kinds: Vec<Kind>,
    /// Whether it may be `null` instead.
    pub nullable: bool,
}

/// A kind of values.
pub enum Kind {
    /// An object with these fields.
    Object(Vec<Field>),
    /// A list of such values.
    List(Box<Expected>),
    /// One of these words.
    Word(Vec<String>),
    /// A whole number from 0.
    Number,
    /// A text.
    Text,
}

/// A field that an object must or may have.
pub struct Field {
    /// Its name.
    pub name: String,
    /// What its value must be.
    pub value: Expected,
    /// Whether the object must have it.
    pub required: bool,
}

impl Expected {
    /// Reads a part of a schema.
    fn new(schema: &Json, root: &Json) -> Self {
        if let Some(target) = schema["$ref"].as_str() {
            let name = target.trim_start_matches("#/$defs/");
            return Self::new(&root["$defs"][name], root);
        }
        if let Some(any) = schema["anyOf"].as_array() {
            let is_null = |part: &&Json| part["type"] == "null";
            let parts = any.iter().filter(|part| !is_null(part)).map(|part| Self::new(part, root));
            return Self {
                kinds: parts.flat_map(|part| part.kinds).collect(),
                nullable: any.iter().any(|part| is_null(&part)),
            };
        }
        let types: Vec<&str> = match &schema["type"] {
            Json::Array(types) => types.iter().filter_map(Json::as_str).collect(),
            one => one.as_str().into_iter().collect(),
        };
        let words = words(schema);
        let kind = match types.iter().find(|kind| **kind != "null") {
            _ if !words.is_empty() => Kind::Word(words),
            Some(&"object") => Kind::Object(fields(schema, root)),
            Some(&"array") => Kind::List(Box::new(Self::new(&schema["items"], root))),
            Some(&"integer") => Kind::Number,
            _ => Kind::Text,
        };
        Self { kinds: vec![kind], nullable: types.contains(&"null") }
    }

    /// The smallest such value.
    pub fn empty(&self) -> Json {
        match &self.kinds[0] {
            Kind::Object(fields) => {
                let required = fields.iter().filter(|field| field.required);
                Json::Object(required.map(|field| (field.name.clone(), field.empty())).collect::<Map<_, _>>())
            }
            Kind::List(_) => Json::Array(Vec::new()),
            Kind::Word(words) => words[0].as_str().into(),
            Kind::Number => 0.into(),
            Kind::Text => "".into(),
        }
    }
}

impl Field {
    /// The smallest value of the field with which the card can be checked.
    pub fn empty(&self) -> Json {
        if self.name == "version" { VERSION.into() } else { self.value.empty() }
    }
}

fn fields(schema: &Json, root: &Json) -> Vec<Field> {
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Json::as_str).collect();
    let properties = schema["properties"].as_object().into_iter().flatten();
    let field = |(name, value): (&String, &Json)| Field {
        name: name.clone(),
        value: Expected::new(value, root),
        required: required.contains(&name.as_str()),
    };
    properties.map(field).collect()
}

/// The words of an enumeration; none for any other schema.
fn words(schema: &Json) -> Vec<String> {
    let described = schema["oneOf"].as_array().into_iter().flatten().filter_map(|one| one["const"].as_str());
    let plain = schema["enum"].as_array().into_iter().flatten().filter_map(Json::as_str);
    described.chain(plain).map(str::to_owned).collect()
}
