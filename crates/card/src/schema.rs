//! The JSON Schema of the card file, generated from the types: draft 2020-12.

use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::Card;
use super::formats::{DATE_PATTERN, ID_PATTERN, LANGUAGE_PATTERN, URL_PATTERN};
use super::limits::{
    MAX_ACTORS, MAX_AUTHORS, MAX_CLAIMS, MAX_COMMENT, MAX_COMMENTS, MAX_CONTEXT, MAX_ID, MAX_LANGUAGE,
    MAX_LINKS, MAX_NAME, MAX_PARTS, MAX_POINT_CLAIMS, MAX_QUOTE, MAX_QUOTES, MAX_REASONS, MAX_STANCES,
    MAX_SUMMARY_POINTS, MAX_TEXT, MAX_URL, VERSION,
};

/// Where the schema says it lives (`$id`).
pub const SCHEMA_ID: &str = "https://summary-card.example/schema/card.v1.json";

/// The schema as published at `static/schema/card.v1.json`: the shape of a card file and, where a
/// schema can say it simply, its limits. What it cannot say (references to ids, days of a month) is
/// left to [`check`](super::check).
///
/// # Panics
/// Never for the types of this crate: a test generates it.
pub fn schema() -> Value {
    let mut schema = shape();
    for (name, field, limits) in bounds() {
        let properties = match name {
            "Card" => &mut schema["properties"],
            name => &mut schema["$defs"][name]["properties"],
        };
        let property = properties.get_mut(field).unwrap_or_else(|| panic!("no field {name}.{field}"));
        merge(property, limits);
    }
    schema
}

/// The shape alone, as the types have it. `summary-card check` uses this one: it says in its own words
/// what is beyond a limit.
pub fn shape() -> Value {
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Summary card, version 1",
    });
    let types = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Card>().to_value();
    if let (Value::Object(into), Value::Object(types)) = (&mut schema, types) {
        for (key, value) in types {
            into.entry(key).or_insert(value);
        }
    }
    schema["description"] =
        "What an editor writes about one news article: a summary, the claims it reports with \
                             their evidence, the people and institutions in it and where they stand."
            .into();
    schema
}

/// The text of `static/schema/card.v1.json`, with a newline at the end.
pub fn schema_text() -> String {
    format!("{:#}\n", schema())
}

fn merge(into: &mut Value, from: Value) {
    if let (Value::Object(into), Value::Object(from)) = (into, from) {
        for (key, value) in from {
            match into.get_mut(&key) {
                Some(old) if old.is_object() => merge(old, value),
                _ => {
                    into.insert(key, value);
                }
            }
        }
    }
}

/// What is allowed in each field: the type's name, the field's name in the file, the keywords.
fn bounds() -> Vec<(&'static str, &'static str, Value)> {
    let id = json!({ "minLength": 1, "maxLength": MAX_ID, "pattern": ID_PATTERN });
    let url = json!({ "maxLength": MAX_URL, "pattern": URL_PATTERN });
    let date = json!({ "pattern": DATE_PATTERN });
    let text = |max: usize| json!({ "minLength": 1, "maxLength": max, "pattern": "\\S" });
    let list = |max: usize| json!({ "maxItems": max });
    let list_of = |max: usize, item: &Value| json!({ "maxItems": max, "items": item });
    let mut plain_point = json!({ "type": "string" });
    merge(&mut plain_point, text(MAX_TEXT));
    let point = json!({ "anyOf": [plain_point, { "$ref": "#/$defs/Point" }] });
    vec![
        ("Card", "$schema", json!({ "maxLength": MAX_URL })),
        ("Card", "version", json!({ "const": VERSION })),
        ("Card", "id", id.clone()),
        ("Card", "headline", text(MAX_NAME)),
        ("Card", "url", url.clone()),
        ("Card", "author", list_of(MAX_AUTHORS, &text(MAX_NAME))),
        ("Card", "datePublished", date.clone()),
        ("Card", "dateModified", date.clone()),
        ("Card", "correction", text(MAX_TEXT)),
        ("Card", "inLanguage", json!({ "maxLength": MAX_LANGUAGE, "pattern": LANGUAGE_PATTERN })),
        ("Card", "abstract", json!({ "minItems": 1, "maxItems": MAX_SUMMARY_POINTS, "items": point })),
        ("Card", "actors", list(MAX_ACTORS)),
        ("Card", "claims", list(MAX_CLAIMS)),
        ("Card", "stances", list(MAX_STANCES)),
        ("Card", "comments", list(MAX_COMMENTS)),
        ("Point", "text", text(MAX_TEXT)),
        ("Point", "claims", list_of(MAX_POINT_CLAIMS, &id)),
        ("Source", "name", text(MAX_NAME)),
        ("Source", "url", url.clone()),
        ("Actor", "id", id.clone()),
        ("Actor", "name", text(MAX_NAME)),
        ("Actor", "description", text(MAX_NAME)),
        ("Actor", "sameAs", list_of(MAX_LINKS, &url)),
        ("Claim", "id", id.clone()),
        ("Claim", "text", text(MAX_TEXT)),
        ("Claim", "author", list_of(MAX_AUTHORS, &id)),
        ("Claim", "evidence", list(MAX_QUOTES)),
        ("Claim", "datePublished", date.clone()),
        ("Claim", "appearance", list(MAX_LINKS)),
        ("Quote", "exact", text(MAX_QUOTE)),
        ("Quote", "prefix", json!({ "maxLength": MAX_CONTEXT })),
        ("Quote", "suffix", json!({ "maxLength": MAX_CONTEXT })),
        ("Review", "url", url),
        ("Review", "datePublished", date.clone()),
        ("Rating", "alternateName", text(MAX_NAME)),
        ("Stance", "actor", id.clone()),
        ("Stance", "target", id.clone()),
        ("Stance", "reasons", list(MAX_REASONS)),
        ("Stance", "evidence", list(MAX_QUOTES)),
        ("Stance", "parts", list(MAX_PARTS)),
        ("Reason", "text", text(MAX_TEXT)),
        ("Reason", "evidence", list(MAX_QUOTES)),
        ("Part", "name", text(MAX_NAME)),
        ("Part", "reasons", list(MAX_REASONS)),
        ("Part", "evidence", list(MAX_QUOTES)),
        ("SampleComment", "id", id.clone()),
        ("SampleComment", "text", text(MAX_COMMENT)),
        ("SampleComment", "author", text(MAX_NAME)),
        ("SampleComment", "dateCreated", date),
        ("SampleComment", "parentItem", id.clone()),
        ("SampleComment", "about", id),
    ]
}
