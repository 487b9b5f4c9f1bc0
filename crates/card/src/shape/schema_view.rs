//! What the walk reads from the JSON Schema: just the keywords that occur in the one that the types give.

use serde_json::Value as Schema;

/// The schema of the whole card, in which parts refer to each other.
#[derive(Clone, Copy)]
pub struct SchemaView<'s> {
    root: &'s Schema,
}

impl<'s> SchemaView<'s> {
    pub fn new(root: &'s Schema) -> Self {
        Self { root }
    }

    /// What a value other than `null` may be: follows `$ref`, and takes the parts of `anyOf` that are not null.
    pub fn options(self, schema: &'s Schema) -> Vec<&'s Schema> {
        if let Some(target) = schema["$ref"].as_str() {
            let name = target.trim_start_matches("#/$defs/");
            return self.options(&self.root["$defs"][name]);
        }
        match schema["anyOf"].as_array() {
            Some(any) => {
                let parts = any.iter().filter(|part| part["type"] != "null");
                parts.flat_map(|part| self.options(part)).collect()
            }
            None => vec![schema],
        }
    }

    /// The smallest value that has the shape.
    pub fn empty(self, schema: &'s Schema) -> Schema {
        let schema = self.options(schema)[0];
        match kind(schema) {
            "object" => required(schema)
                .map(|name| (name.to_owned(), self.empty(&schema["properties"][name])))
                .collect::<serde_json::Map<_, _>>()
                .into(),
            "array" => Schema::Array(Vec::new()),
            "integer" => 0.into(),
            _ => choices(schema).first().copied().unwrap_or_default().into(),
        }
    }
}

/// The type of a value, leaving out `null`.
pub fn kind(schema: &Schema) -> &str {
    match &schema["type"] {
        Schema::String(kind) => kind,
        Schema::Array(kinds) => {
            kinds.iter().filter_map(Schema::as_str).find(|kind| *kind != "null").unwrap_or_default()
        }
        _ => "",
    }
}

/// Whether a value may be `null`.
pub fn allows_null(schema: &Schema) -> bool {
    schema["type"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind == "null"))
        || schema["anyOf"].as_array().is_some_and(|any| any.iter().any(|part| part["type"] == "null"))
}

/// The words of an enumeration; empty for any other schema.
pub fn choices(schema: &Schema) -> Vec<&str> {
    let described = schema["oneOf"].as_array().into_iter().flatten().filter_map(|one| one["const"].as_str());
    let plain = schema["enum"].as_array().into_iter().flatten().filter_map(Schema::as_str);
    described.chain(plain).collect()
}

/// The names of the fields that an object must have.
pub fn required(schema: &Schema) -> impl Iterator<Item = &str> {
    schema["required"].as_array().into_iter().flatten().filter_map(Schema::as_str)
}
