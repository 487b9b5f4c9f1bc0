//! Compare a card file with the shape of a card: every difference, not only the first.
//!
//! Where something differs, an empty value of the right shape stands in for it, so that the rest of the card
//! can still be read and checked. The walk follows the JSON Schema that the types give; a test holds it to a
//! full JSON Schema validator.

mod replaced;
mod schema_view;

use std::ops::Range;
use std::sync::LazyLock;

use serde_json::{Map, Value as Json, json};

use self::replaced::Replaced;
use self::schema_view::{SchemaView, allows_null, choices, kind, required};
use super::limits::VERSION;
use super::problem::shown;
use super::source::{Field, Node, Object, SourceText, Value};
use super::spelling::nearest;
use super::{Card, LocatedProblem, Problem, Rule, schema};

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
    /// The card, empty where the file's shape was wrong.
    pub card: Card,
    /// Wrong shapes, unknown fields and fields that stand twice, in the order of the walk.
    pub problems: Vec<LocatedProblem>,
    /// The paths where something empty stands in for what was wrong.
    replaced: Replaced,
}

impl Shaped {
    /// Whether a problem of `card` is but a consequence of a wrong shape, which is among the problems already.
    pub fn explains(&self, problem: &Problem) -> bool {
        self.replaced.explains(problem)
    }
}

/// Compares a text with the shape of a card.
pub fn check_shape(source: &SourceText<'_>) -> Shaped {
    /// What the types give is the same each time, and takes longer to make than most cards to check.
    static SCHEMA: LazyLock<Json> = LazyLock::new(schema::shape);
    let mut walk = Walk {
        source,
        schema: SchemaView::new(&SCHEMA),
        path: String::new(),
        problems: Vec::new(),
        replaced: Replaced::default(),
    };
    let value = walk.node(&SCHEMA, source.root());
    let Walk { mut problems, mut replaced, .. } = walk;
    let card = serde_json::from_value(value).unwrap_or_else(|error| {
        // Should the walk and the types ever differ, that must not pass for a card without problems.
        let problem = Problem::new(Rule::WrongShape, "", error.to_string(), "");
        problems.push(LocatedProblem { problem, range: None });
        replaced.add("");
        Card::default()
    });
    Shaped { card, problems, replaced }
}

struct Walk<'s> {
    source: &'s SourceText<'s>,
    schema: SchemaView<'s>,
    /// The path to the value that is looked at.
    path: String,
    problems: Vec<LocatedProblem>,
    replaced: Replaced,
}

impl<'s> Walk<'s> {
    /// Looks at a value: what it is, or something empty in its place.
    fn node(&mut self, schema: &'s Json, node: &'s Node) -> Json {
        if matches!(node.value, Value::Null) && allows_null(schema) {
            return Json::Null;
        }
        let options = self.schema.options(schema);
        // What the value is meant to be, where it may be one thing or another.
        let schema =
            options.iter().find(|option| is_of_kind(&node.value, kind(option))).unwrap_or(&options[0]);
        let words = choices(schema);
        if !words.is_empty() {
            return match node.text().filter(|word| words.contains(word)) {
                Some(word) => word.into(),
                None => self.unknown_word(&words, node),
            };
        }
        match (kind(schema), &node.value) {
            ("object", Value::Object(object)) => self.object(schema, object, node),
            ("array", Value::List(items)) => self.list(&schema["items"], items),
            ("string", Value::Text(text)) => text.as_str().into(),
            ("integer", _) if node.whole_number().is_some() => node.whole_number().into(),
            _ => {
                let wanted: Vec<_> = options.iter().map(|option| in_words(kind(option))).collect();
                let message =
                    format!("expected {}, found {}", wanted.join(" or "), self.found_in_words(node));
                self.replace(node, message, String::new());
                self.schema.empty(schema)
            }
        }
    }

    fn list(&mut self, schema: &'s Json, items: &'s [Node]) -> Json {
        let mut list = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            list.push(self.at(&format!("[{index}]"), |walk| walk.node(schema, item)));
        }
        list.into()
    }

    fn object(&mut self, schema: &'s Json, object: &'s Object, node: &'s Node) -> Json {
        let Some(known) = schema["properties"].as_object() else { return json!({}) };
        let mut fields = Map::new();
        for same in object.each_name() {
            for again in &same[1..] {
                self.duplicate(again);
            }
            // The last one counts.
            let field = same[same.len() - 1];
            match known.get(&field.name) {
                Some(schema) => {
                    let value = self.at(&name_step(field), |walk| walk.node(schema, &field.node));
                    fields.insert(field.name.clone(), value);
                }
                None => self.unknown_field(field, object, known),
            }
        }
        for name in required(schema).filter(|name| object.get(name).is_none()) {
            let message = format!("the field `{name}` is missing");
            self.report(Rule::WrongShape, self.source.range_to_show(node), message, String::new());
            self.at(&format!(".{name}"), |walk| walk.replaced.add(&walk.path));
            let value = if name == "version" { json!(VERSION) } else { self.schema.empty(&known[name]) };
            fields.insert(name.to_owned(), value);
        }
        fields.into()
    }

    fn duplicate(&mut self, field: &Field) {
        self.at(&name_step(field), |walk| {
            let message = format!("the field `{}` stands here a second time", walk.path);
            let help = "remove one of the two".to_owned();
            walk.report(Rule::DuplicateKey, field.name_range.clone(), message, help);
        });
    }

    fn unknown_field(&mut self, field: &Field, object: &Object, known: &Map<String, Json>) {
        let name = field.name.as_str();
        let other = OTHER_NAMES.iter().find(|(other, meant)| *other == name && known.contains_key(*meant));
        let free = known.keys().map(String::as_str).filter(|known| object.get(known).is_none());
        let help = match other.map(|(_, meant)| *meant).or_else(|| nearest(name, free)) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => String::from("the widget ignores it"),
        };
        let message = format!("unknown field `{}`", shown(name));
        self.at(&name_step(field), |walk| {
            walk.report(Rule::UnknownField, field.name_range.clone(), message, help);
        });
    }

    fn unknown_word(&mut self, words: &[&str], node: &Node) -> Json {
        let list = words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
        let (message, help) = match node.text() {
            Some(word) => {
                let help = match nearest(word, words.iter().copied()) {
                    Some(meant) => format!("did you mean `{meant}`? The values are {list}"),
                    None => format!("the values are {list}"),
                };
                (format!("unknown value `{}`", shown(word)), help)
            }
            None => (format!("expected one of {list}, found {}", self.found_in_words(node)), String::new()),
        };
        self.replace(node, message, help);
        words[0].into()
    }

    /// Reports a value of the wrong shape, in whose place something empty is read.
    fn replace(&mut self, node: &Node, message: String, help: String) {
        self.report(Rule::WrongShape, self.source.range_to_show(node), message, help);
        self.replaced.add(&self.path);
    }

    fn report(&mut self, rule: Rule, range: Range<usize>, message: String, help: String) {
        let problem = Problem::new(rule, self.path.as_str(), message, help);
        self.problems.push(LocatedProblem { problem, range: Some(range) });
    }

    /// Does something one step further down the path.
    fn at<T>(&mut self, step: &str, act: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.path.len();
        let first = step.strip_prefix('.').filter(|_| length == 0);
        self.path.push_str(first.unwrap_or(step));
        let result = act(self);
        self.path.truncate(length);
        result
    }

    fn found_in_words(&self, node: &Node) -> String {
        match &node.value {
            Value::Null => "null".into(),
            Value::Boolean(value) => value.to_string(),
            Value::Number(_) => format!("the number {}", shown(&self.source.text()[node.range.clone()])),
            Value::Text(_) => "a text".into(),
            Value::List(_) => "a list".into(),
            Value::Object(_) => "an object".into(),
        }
    }
}

/// A field as a step of a path. Unknown names may be of any length and hold anything.
fn name_step(field: &Field) -> String {
    let name: String = field.name.chars().take(60).collect();
    if name.len() < field.name.len() { format!(".{name}…") } else { format!(".{name}") }
}

fn is_of_kind(value: &Value, kind: &str) -> bool {
    match value {
        Value::Text(_) => kind == "string",
        Value::List(_) => kind == "array",
        Value::Object(_) => kind == "object",
        _ => false,
    }
}

fn in_words(kind: &str) -> &'static str {
    match kind {
        "object" => "an object { }",
        "array" => "a list [ ]",
        "integer" => "a whole number from 0",
        _ => "a text in quotation marks",
    }
}
