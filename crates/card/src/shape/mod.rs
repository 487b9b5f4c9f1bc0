//! Compare a card file with the shape of a card: every difference, not only the first.
//!
//! Where something differs, an empty value of the right shape stands in for it, so that the rest of the card
//! can still be read and checked. What is expected comes from the JSON Schema that the types give; a test holds the
//! walk to a full JSON Schema validator.

mod expected;
mod replaced;

use std::ops::Range;

use serde_json::{Map, Value as Json};

use self::expected::{CARD, Expected, Kind};
use self::replaced::Replaced;
use super::path::Path;
use super::problem::shown;
use super::source::{Field, Node, Object, SourceText, Value};
use super::spelling::nearest;
use super::{Card, LocatedProblem, Problem, Rule};

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

/// How many characters of a name a path shows.
const MAX_NAME: usize = 60;

/// A card file after the comparison.
pub struct Shaped {
    /// The card, empty where the file's shape was wrong.
    pub card: Card,
    /// Wrong shapes, unknown fields and fields that stand twice, in the order of the walk.
    pub problems: Vec<LocatedProblem>,
    /// Where something empty stands in for what was wrong.
    replaced: Replaced,
}

impl Shaped {
    /// Whether a problem of `card` is but a consequence of a wrong shape, which is among the problems already.
    pub fn explains(&self, problem: &Problem, source: &SourceText<'_>) -> bool {
        self.replaced.explains(problem, source)
    }
}

/// Compares a text with the shape of a card.
pub fn check_shape(source: &SourceText<'_>) -> Shaped {
    let mut walk =
        Walk { source, path: Path::default(), problems: Vec::new(), replaced: Replaced::default() };
    let value = walk.node(&CARD, source.root());
    let Walk { mut problems, mut replaced, .. } = walk;
    let card = serde_json::from_value(value).unwrap_or_else(|error| {
        // Should the walk and the types ever differ, that must not pass for a card without problems.
        let problem = Problem::new(Rule::WrongShape, "", error.to_string(), "");
        problems.push(LocatedProblem { problem, range: None });
        replaced.value(source.root(), "");
        Card::default()
    });
    Shaped { card, problems, replaced }
}

struct Walk<'s> {
    source: &'s SourceText<'s>,
    /// The path to the value that is looked at.
    path: Path,
    problems: Vec<LocatedProblem>,
    replaced: Replaced,
}

impl Walk<'_> {
    /// Looks at a value: what it is, or something empty in its place.
    fn node(&mut self, expected: &'static Expected, node: &Node) -> Json {
        if expected.nullable && matches!(node.value, Value::Null) {
            return Json::Null;
        }
        for kind in &expected.kinds {
            return match (kind, &node.value) {
                (Kind::Object(known), Value::Object(object)) => self.object(known, object, node),
                (Kind::List(each), Value::List(items)) => self.list(each, items),
                (Kind::Text, Value::Text(text)) => text.as_str().into(),
                (Kind::Word(words), Value::Text(word)) if words.contains(word) => word.as_str().into(),
                (Kind::Number, Value::Number(_)) if node.whole_number().is_some() => {
                    node.whole_number().into()
                }
                _ => continue,
            };
        }
        if let Kind::Word(words) = &expected.kinds[0] {
            self.unknown_word(words, node);
        } else {
            let wanted: Vec<&str> = expected.kinds.iter().map(in_words).collect();
            let message = format!("expected {}, found {}", wanted.join(" or "), self.found_in_words(node));
            self.replace(node, message, String::new());
        }
        expected.empty()
    }

    fn list(&mut self, expected: &'static Expected, items: &[Node]) -> Json {
        let mut list = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            let here = self.path.enter_entry(index);
            list.push(self.node(expected, item));
            self.path.leave(here);
        }
        list.into()
    }

    fn object(&mut self, known: &'static [expected::Field], object: &Object, node: &Node) -> Json {
        let mut fields = Map::new();
        for same in object.each_name() {
            for again in same.clone().skip(1) {
                self.duplicate(again);
            }
            // The last one counts.
            let Some(field) = same.last() else { continue };
            match known.iter().find(|known| known.name == field.name) {
                Some(known) => {
                    let value = self.at(field, |walk| walk.node(&known.value, &field.node));
                    fields.insert(field.name.clone(), value);
                }
                None => self.unknown_field(field, object, known),
            }
        }
        let mut missing = Vec::new();
        for known in known.iter().filter(|known| known.required && object.get(&known.name).is_none()) {
            missing.push(known.name.as_str());
            self.replaced.field(node, &known.name, &self.path.to(&known.name));
            fields.insert(known.name.clone(), known.empty());
        }
        self.missing(&missing, node);
        fields.into()
    }

    fn missing(&mut self, names: &[&str], node: &Node) {
        let message = match names {
            [] => return,
            [name] => format!("the field `{name}` is missing"),
            [first @ .., last] => format!("the fields `{}` and `{last}` are missing", first.join("`, `")),
        };
        self.report(Rule::WrongShape, self.source.range_to_show(node), message, String::new());
    }

    fn duplicate(&mut self, field: &Field) {
        self.at(field, |walk| {
            let message = format!("the field `{}` stands here a second time", walk.path.as_str());
            let help = "remove one of the two".to_owned();
            walk.report(Rule::DuplicateKey, field.name_range.clone(), message, help);
        });
    }

    fn unknown_field(&mut self, field: &Field, object: &Object, known: &[expected::Field]) {
        let name = field.name.as_str();
        let names = || known.iter().map(|field| field.name.as_str());
        let other =
            OTHER_NAMES.iter().find(|(other, meant)| *other == name && names().any(|known| known == *meant));
        let free = names().filter(|known| object.get(known).is_none());
        let help = match other.map(|(_, meant)| *meant).or_else(|| nearest(name, free)) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => String::from("the widget ignores it"),
        };
        let message = format!("unknown field `{}`", shown(name));
        self.at(field, |walk| {
            walk.report(Rule::UnknownField, field.name_range.clone(), message, help);
        });
    }

    fn unknown_word(&mut self, words: &[String], node: &Node) {
        let list = words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
        let (message, help) = match node.text() {
            Some(word) => {
                let help = match nearest(word, words.iter().map(String::as_str)) {
                    Some(meant) => format!("did you mean `{meant}`? The values are {list}"),
                    None => format!("the values are {list}"),
                };
                (format!("unknown value `{}`", shown(word)), help)
            }
            None => (format!("expected one of {list}, found {}", self.found_in_words(node)), String::new()),
        };
        self.replace(node, message, help);
    }

    /// Reports a value of the wrong shape, in whose place something empty is read.
    fn replace(&mut self, node: &Node, message: String, help: String) {
        self.report(Rule::WrongShape, self.source.range_to_show(node), message, help);
        self.replaced.value(node, self.path.as_str());
    }

    fn report(&mut self, rule: Rule, range: Range<usize>, message: String, help: String) {
        let problem = Problem::new(rule, self.path.as_str(), message, help);
        self.problems.push(LocatedProblem { problem, range: Some(range) });
    }

    /// Does something with a field of the object that is looked at. Unknown names may be of any length.
    fn at<T>(&mut self, field: &Field, act: impl FnOnce(&mut Self) -> T) -> T {
        let short: String = field.name.chars().take(MAX_NAME).collect();
        let ellipsis = if short.len() < field.name.len() { "…" } else { "" };
        let here = self.path.enter_field(&(short + ellipsis));
        let result = act(self);
        self.path.leave(here);
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

fn in_words(kind: &Kind) -> &'static str {
    match kind {
        Kind::Object(_) => "an object { }",
        Kind::List(_) => "a list [ ]",
        Kind::Number => "a whole number from 0",
        Kind::Text | Kind::Word(_) => "a text in quotation marks",
    }
}
