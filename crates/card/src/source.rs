//! Where in the text of a card file something stands: from a path to a range of bytes, and from there
//! to a line and a column.

use std::ops::Range;

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::Place;

/// The text of a card file with its syntax tree.
pub struct Source<'a> {
    text: &'a str,
    root: Option<Value<'a>>,
}

/// What a path leads to: as much of it as there is.
struct Found<'t, 'a> {
    value: &'t Value<'a>,
    /// The name of the field, with its quotation marks, where `value` is a field's.
    key: Option<Range<usize>>,
}

impl<'a> Source<'a> {
    /// Reads the text. Text that is not JSON has places only by offset: every path leads to its start.
    pub fn new(text: &'a str) -> Self {
        // Strict JSON: everything that the parser would allow beyond it is switched off.
        let strict = ParseOptions {
            allow_comments: false,
            allow_loose_object_property_names: false,
            allow_trailing_commas: false,
            allow_missing_commas: false,
            allow_single_quoted_strings: false,
            allow_hexadecimal_numbers: false,
            allow_unary_plus_numbers: false,
            allow_bare_decimal_point_numbers: false,
            allow_non_finite_numbers: false,
            allow_extended_string_escapes: false,
        };
        let root =
            parse_to_ast(text, &CollectOptions::default(), &strict).ok().and_then(|result| result.value);
        Self { text, root }
    }

    /// The text itself.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The object at a path such as `claims[3].evidence[0]`; `None` where there is none.
    pub fn object(&self, path: &str) -> Option<&Object<'a>> {
        let (found, rest) = self.walk(path)?;
        if rest.is_empty() { found.value.as_object() } else { None }
    }

    /// The line and column where what the path leads to begins.
    pub fn place(&self, path: &str) -> Place {
        self.place_at(self.value_range(path).start)
    }

    /// The line and column of an offset in bytes.
    pub fn place_at(&self, offset: usize) -> Place {
        let before = &self.text[..floor_char_boundary(self.text, offset)];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Place {
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }

    /// The bytes to point at for the value at a path, or for its nearest parent that is there. A list
    /// or an object over several lines is pointed at by its `id`, or else by its first character.
    pub fn value_range(&self, path: &str) -> Range<usize> {
        let Some((found, _)) = self.walk(path) else {
            return 0..self.text.len().min(1);
        };
        let range = value_range(found.value);
        if !self.text[range.clone()].contains('\n') {
            return range;
        }
        match found.value.as_object().and_then(|object| object.get("id")) {
            Some(id) => id.range.start..id.range.end,
            None => range.start..range.start + 1,
        }
    }

    /// The bytes of a field's name, for problems with the field itself rather than with its value.
    pub fn key_range(&self, path: &str) -> Range<usize> {
        match self.walk(path) {
            Some((Found { key: Some(key), .. }, "")) => key,
            _ => self.value_range(path),
        }
    }

    /// Every field that stands twice in one object: its path and the bytes of the later name.
    pub fn duplicate_keys(&self) -> Vec<(String, Range<usize>)> {
        let mut found = Vec::new();
        if let Some(root) = &self.root {
            collect_duplicates(root, "", &mut found);
        }
        found
    }

    /// Follows a path as far as it goes; returns what it reached and the part of the path left over.
    fn walk<'p>(&self, path: &'p str) -> Option<(Found<'_, 'a>, &'p str)> {
        let mut found = Found { value: self.root.as_ref()?, key: None };
        let mut rest = path;
        while !rest.is_empty() {
            match step(&found, rest) {
                Some((next, after)) => (found, rest) = (next, after),
                None => break,
            }
        }
        Some((found, rest))
    }
}

fn step<'t, 'a, 'p>(from: &Found<'t, 'a>, path: &'p str) -> Option<(Found<'t, 'a>, &'p str)> {
    match from.value {
        Value::Array(array) => {
            let (index, rest) = path.strip_prefix('[')?.split_once(']')?;
            let value = array.elements.get(index.parse::<usize>().ok()?)?;
            Some((Found { value, key: None }, rest))
        }
        Value::Object(object) => {
            let path = path.strip_prefix('.').unwrap_or(path);
            // A name may hold the very characters that join a path, so the longest name that fits
            // wins; of two fields of one name the last, as every JSON reader has it.
            let fits = |name: &str| {
                path.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
            };
            let property = object
                .properties
                .iter()
                .filter(|p| fits(p.name.as_str()))
                .max_by_key(|p| p.name.as_str().len())?;
            let key = name_range(property);
            Some((Found { value: &property.value, key: Some(key) }, &path[property.name.as_str().len()..]))
        }
        _ => None,
    }
}

fn collect_duplicates(value: &Value<'_>, path: &str, found: &mut Vec<(String, Range<usize>)>) {
    match value {
        Value::Array(array) => {
            for (index, element) in array.elements.iter().enumerate() {
                collect_duplicates(element, &format!("{path}[{index}]"), found);
            }
        }
        Value::Object(object) => {
            for (index, property) in object.properties.iter().enumerate() {
                let name = property.name.as_str();
                let path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
                if object.properties[..index].iter().any(|earlier| earlier.name.as_str() == name) {
                    found.push((path.clone(), name_range(property)));
                }
                collect_duplicates(&property.value, &path, found);
            }
        }
        _ => {}
    }
}

fn name_range(property: &jsonc_parser::ast::ObjectProp<'_>) -> Range<usize> {
    use jsonc_parser::ast::ObjectPropName::{String, Word};
    let range = match &property.name {
        String(literal) => literal.range,
        Word(word) => word.range,
    };
    range.start..range.end
}

fn value_range(value: &Value<'_>) -> Range<usize> {
    let range = match value {
        Value::StringLit(node) => node.range,
        Value::NumberLit(node) => node.range,
        Value::BooleanLit(node) => node.range,
        Value::Object(node) => node.range,
        Value::Array(node) => node.range,
        Value::NullKeyword(node) => node.range,
    };
    range.start..range.end
}

fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
