//! Compare a JSON value with the shape of a card: every difference, not only the first.
//!
//! What differs is replaced by an empty value of the right shape as one goes, so that the rest of the
//! card can still be read and checked. The walk follows the JSON Schema that the types give, and knows
//! just the keywords that occur there; a test holds it to a full JSON Schema validator.

use serde_json::{Map, Value, json};

use super::limits::VERSION;
use super::problem::shown;
use super::spelling::nearest;
use super::{Card, Problem, Rule};

/// Names that people write for a field that has another name here.
const OTHER_NAMES: [(&str, &str); 12] = [
    ("summary", "abstract"),
    ("title", "headline"),
    ("date", "datePublished"),
    ("published", "datePublished"),
    ("updated", "dateModified"),
    ("language", "inLanguage"),
    ("lang", "inLanguage"),
    ("quotes", "evidence"),
    ("quote", "exact"),
    ("claim", "target"),
    ("position", "label"),
    ("rating", "reviewRating"),
];

/// A card file after the comparison.
pub struct Shaped {
    /// The card, empty where the file's shape was wrong; `None` where not even that could be read.
    pub card: Option<Card>,
    /// Wrong shapes and unknown fields.
    pub problems: Vec<Problem>,
    /// The paths where something empty stands in for what was wrong.
    pub replaced: Vec<String>,
}

/// Compares a value with the shape of a card.
pub fn check_shape(mut value: Value) -> Shaped {
    let schema = super::schema::shape();
    let mut walk = Walk { root: &schema, problems: Vec::new(), replaced: Vec::new() };
    walk.node(&schema, &mut value, "");
    let (problems, replaced) = (walk.problems, walk.replaced);
    let card = serde_json::from_value(value).ok();
    Shaped { card, problems, replaced }
}

struct Walk<'s> {
    root: &'s Value,
    problems: Vec<Problem>,
    replaced: Vec<String>,
}

impl<'s> Walk<'s> {
    fn node(&mut self, schema: &'s Value, value: &mut Value, path: &str) {
        if value.is_null() && allows_null(schema) {
            return;
        }
        let schema = self.resolve(schema);
        let words = choices(schema);
        if !words.is_empty() {
            if !value.as_str().is_some_and(|word| words.contains(&word)) {
                self.unknown_word(&words, value, path);
                *value = words[0].into();
            }
            return;
        }
        let wanted = kind(schema);
        let fits = match wanted {
            "object" => value.is_object(),
            "array" => value.is_array(),
            "string" => value.is_string(),
            "integer" => value.as_u64().is_some_and(|number| u32::try_from(number).is_ok()),
            _ => true,
        };
        if !fits {
            let message = format!("expected {}, found {}", in_words(wanted), found_in_words(value));
            self.problems.push(Problem::new(Rule::WrongShape, path, message, ""));
            self.replaced.push(path.to_owned());
            *value = self.empty(schema);
            return;
        }
        match value {
            Value::Object(fields) => self.object(schema, fields, path),
            Value::Array(elements) => {
                for (index, element) in elements.iter_mut().enumerate() {
                    self.node(&schema["items"], element, &format!("{path}[{index}]"));
                }
            }
            _ => {}
        }
    }

    fn object(&mut self, schema: &'s Value, fields: &mut Map<String, Value>, path: &str) {
        let Some(known) = schema["properties"].as_object() else {
            return;
        };
        let child = |name: &str| {
            if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
        };
        let unknown: Vec<String> = fields.keys().filter(|name| !known.contains_key(*name)).cloned().collect();
        for name in unknown {
            let other =
                OTHER_NAMES.iter().find(|(other, meant)| *other == name && known.contains_key(*meant));
            let free = known.keys().map(String::as_str).filter(|known| !fields.contains_key(*known));
            let help = match other.map(|(_, meant)| *meant).or_else(|| nearest(&name, free)) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => String::from("the widget ignores it"),
            };
            let message = format!("unknown field `{}`", shown(&name));
            self.problems.push(Problem::new(Rule::UnknownField, child(&name), message, help));
            fields.shift_remove(&name);
        }
        for (name, schema) in known {
            if let Some(value) = fields.get_mut(name) {
                self.node(schema, value, &child(name));
            }
        }
        for name in required(schema).filter(|name| !fields.contains_key(*name)).collect::<Vec<_>>() {
            let message = format!("the field `{name}` is missing");
            self.problems.push(Problem::new(Rule::WrongShape, path, message, ""));
            self.replaced.push(child(name));
            let value = if name == "version" { json!(VERSION) } else { self.empty(&known[name]) };
            fields.insert(name.to_owned(), value);
        }
    }

    fn unknown_word(&mut self, words: &[&str], value: &Value, path: &str) {
        let list = words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
        let (message, help) = match value.as_str() {
            Some(word) => {
                let help = match nearest(word, words.iter().copied()) {
                    Some(meant) => format!("did you mean `{meant}`? The values are {list}"),
                    None => format!("the values are {list}"),
                };
                (format!("unknown value `{}`", shown(word)), help)
            }
            None => (format!("expected one of {list}, found {}", found_in_words(value)), String::new()),
        };
        self.problems.push(Problem::new(Rule::WrongShape, path, message, help));
        self.replaced.push(path.to_owned());
    }

    /// The smallest value that has the shape.
    fn empty(&self, schema: &Value) -> Value {
        let schema = self.resolve(schema);
        match kind(schema) {
            "object" => required(schema)
                .map(|name| (name.to_owned(), self.empty(&schema["properties"][name])))
                .collect::<Map<_, _>>()
                .into(),
            "array" => json!([]),
            "integer" => json!(0),
            _ => choices(schema).first().copied().unwrap_or_default().into(),
        }
    }

    /// Follows `$ref`, and takes the part of `anyOf` that is not null.
    fn resolve<'a>(&self, schema: &'a Value) -> &'a Value
    where
        's: 'a,
    {
        if let Some(target) = schema["$ref"].as_str() {
            let name = target.trim_start_matches("#/$defs/");
            return self.resolve(&self.root["$defs"][name]);
        }
        match schema["anyOf"].as_array().and_then(|any| any.iter().find(|part| part["type"] != "null")) {
            Some(part) => self.resolve(part),
            None => schema,
        }
    }
}

/// The type of a value, leaving out `null`.
fn kind(schema: &Value) -> &str {
    match &schema["type"] {
        Value::String(kind) => kind,
        Value::Array(kinds) => {
            kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null").unwrap_or_default()
        }
        _ => "",
    }
}

fn allows_null(schema: &Value) -> bool {
    schema["type"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind == "null"))
        || schema["anyOf"].as_array().is_some_and(|any| any.iter().any(|part| part["type"] == "null"))
}

/// The words of an enumeration; empty for any other schema.
fn choices(schema: &Value) -> Vec<&str> {
    let described = schema["oneOf"].as_array().into_iter().flatten().filter_map(|one| one["const"].as_str());
    let plain = schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
    described.chain(plain).collect()
}

fn required(schema: &Value) -> impl Iterator<Item = &str> {
    schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str)
}

fn in_words(kind: &str) -> &'static str {
    match kind {
        "object" => "an object { }",
        "array" => "a list [ ]",
        "integer" => "a whole number from 0",
        _ => "a text in quotation marks",
    }
}

fn found_in_words(value: &Value) -> String {
    match value {
        Value::Null => "null".into(),
        Value::Bool(value) => value.to_string(),
        Value::Number(value) => format!("the number {value}"),
        Value::String(_) => "a text".into(),
        Value::Array(_) => "a list".into(),
        Value::Object(_) => "an object".into(),
    }
}
