//! The syntax tree of a JSON text: every value with the bytes where it stands.

use std::ops::Range;

/// A JSON value and where it stands.
#[derive(Debug)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Its bytes in the text, quotation marks and brackets among them.
    pub range: Range<usize>,
    /// How many values end before it in the text: no other value has the same number.
    pub number: usize,
}

/// What a JSON value is.
#[derive(Debug)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A number as JavaScript has it: infinite where it is too large for 64 bits.
    Number(f64),
    /// A text with its escapes decoded; each half of a surrogate pair that stands alone is U+FFFD.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// An object.
    Object(Object),
}

/// A field of an object.
#[derive(Debug)]
pub struct Field {
    /// Its name, decoded like [`Value::Text`].
    pub name: String,
    /// The bytes of the name with its quotation marks.
    pub name_range: Range<usize>,
    /// Its value.
    pub node: Node,
}

/// An object: its fields in the order of the text.
#[derive(Debug, Default)]
pub struct Object {
    fields: Vec<Field>,
    /// Places in `fields`, sorted by name, and those of one name in the order of the text.
    by_name: Vec<usize>,
}

impl Object {
    /// An object with these fields.
    pub(super) fn new(fields: Vec<Field>) -> Self {
        let mut by_name: Vec<usize> = (0..fields.len()).collect();
        by_name.sort_by(|a, b| fields[*a].name.cmp(&fields[*b].name));
        Self { fields, by_name }
    }

    /// The fields in the order of the text.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The field of a name. Where a name stands twice the last one counts, as in `JSON.parse`.
    pub fn get(&self, name: &str) -> Option<&Field> {
        let end = self.by_name.partition_point(|at| *self.fields[*at].name <= *name);
        let last = &self.fields[self.by_name[end.checked_sub(1)?]];
        (last.name == name).then_some(last)
    }

    /// The fields of each name, in the order of the names: mostly one, and more where a name stands
    /// more than once.
    pub fn each_name(&self) -> impl Iterator<Item = impl Iterator<Item = &Field> + Clone> {
        let is_same = |a: &usize, b: &usize| self.fields[*a].name == self.fields[*b].name;
        self.by_name.chunk_by(is_same).map(|group| group.iter().map(|at| &self.fields[*at]))
    }
}

impl Node {
    /// The object that the node is.
    pub fn object(&self) -> Option<&Object> {
        match &self.value {
            Value::Object(object) => Some(object),
            _ => None,
        }
    }

    /// The whole number from 0 that the node is, however it is written: `2`, `2.0`, `2e0`.
    pub fn whole_number(&self) -> Option<u32> {
        let Value::Number(number) = self.value else { return None };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast saturates")]
        let whole = number as u32;
        #[expect(clippy::float_cmp, reason = "a whole number compares exactly")]
        let is_whole = f64::from(whole) == number;
        is_whole.then_some(whole)
    }

    /// The text that the node is.
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}
