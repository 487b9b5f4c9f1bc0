//! The text of a card file as its editor sees it: the syntax tree, and where in the text something stands.

mod lines;
mod parser;
mod tree;

use std::ops::Range;

pub use lines::Lines;
pub use parser::{Irregularity, SyntaxError};
pub use tree::{Field, Node, Object, Value};

use crate::LineColumn;

/// How long a path may become, in bytes. Paths into a card are shorter; what is beyond is an unknown field
/// with a name or a depth that only a damaged or hostile file has.
const MAX_PATH: usize = 200;

/// The text of a card file with its syntax tree.
pub struct SourceText<'a> {
    text: &'a str,
    root: Node,
    lines: Lines<'a>,
    irregularities: Vec<(Irregularity, Range<usize>)>,
}

impl<'a> SourceText<'a> {
    /// Reads a text, however large. All offsets are bytes from its start, so a byte order mark has to be
    /// taken off before.
    ///
    /// # Errors
    /// Where the text is not JSON.
    pub fn new(text: &'a str) -> Result<Self, SyntaxError> {
        let parser::Parsed { root, irregularities } = parser::parse(text)?;
        Ok(Self { text, root, lines: Lines::new(text), irregularities })
    }

    /// The text itself.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// The value that the text is.
    pub fn root(&self) -> &Node {
        &self.root
    }

    /// What is JSON and yet no part of a good card file, with the bytes to point at.
    pub fn irregularities(&self) -> &[(Irregularity, Range<usize>)] {
        &self.irregularities
    }

    /// The line and column of an offset.
    pub fn line_column(&self, offset: usize) -> LineColumn {
        self.lines.line_column(offset)
    }

    /// The value at a path such as `claims[3].evidence[0]`; `None` where there is none. Names are those of
    /// the format: a name with a dot or a bracket in it is not found.
    pub fn find(&self, path: &str) -> Option<&Node> {
        self.steps(path).last().filter(|(_, rest)| rest.is_empty()).map(|(node, _)| node)
    }

    /// The bytes to point at for the value at a path, or for its nearest parent that is there.
    pub fn range_of(&self, path: &str) -> Range<usize> {
        let (node, _) = self.steps(path).last().unwrap_or((&self.root, path));
        self.range_to_show(node)
    }

    /// The values on the way of a path, as far as they are there, from the root on; each with the rest of the
    /// path from there.
    pub fn steps<'p>(&self, path: &'p str) -> impl Iterator<Item = (&Node, &'p str)> {
        std::iter::successors(Some((&self.root, path)), |(node, rest)| step(node, rest))
    }

    /// The bytes to point at for a value: all of it in one line, else its `id`, or else its first character.
    pub fn range_to_show(&self, node: &Node) -> Range<usize> {
        let Range { start, end } = node.range;
        if self.lines.same_line(start, end) {
            return start..end;
        }
        match node.object().and_then(|object| object.get("id")) {
            Some(id) if self.lines.same_line(id.name_range.start, id.node.range.end) => {
                id.name_range.start..id.node.range.end
            }
            _ => start..start + 1,
        }
    }

    /// The path to what stands at an offset; to what is around it where that would be very long.
    pub fn path_at(&self, offset: usize) -> String {
        let mut path = String::new();
        let mut node = &self.root;
        loop {
            let (step, inner) = match &node.value {
                Value::List(items) => {
                    let index = items.partition_point(|item| item.range.end <= offset);
                    let Some(item) = items.get(index).filter(|item| item.range.start <= offset) else {
                        break;
                    };
                    (format!("[{index}]"), item)
                }
                Value::Object(object) => {
                    let fields = object.fields();
                    let index = fields.partition_point(|field| field.node.range.end <= offset);
                    let Some(field) = fields.get(index).filter(|field| field.name_range.start <= offset)
                    else {
                        break;
                    };
                    let dot = if path.is_empty() { "" } else { "." };
                    (format!("{dot}{}", field.name), &field.node)
                }
                _ => break,
            };
            if path.len() + step.len() > MAX_PATH {
                break;
            }
            path.push_str(&step);
            node = inner;
        }
        path
    }
}

/// Follows the first step of a path.
fn step<'t, 'p>(node: &'t Node, path: &'p str) -> Option<(&'t Node, &'p str)> {
    if path.is_empty() {
        return None;
    }
    match &node.value {
        Value::List(items) => {
            let (index, rest) = path.strip_prefix('[')?.split_once(']')?;
            Some((items.get(index.parse::<usize>().ok()?)?, rest))
        }
        Value::Object(object) => {
            let (name, rest) = first_name(path);
            Some((&object.get(name)?.node, rest))
        }
        _ => None,
    }
}

/// The name with which a path begins, and the rest.
pub fn first_name(path: &str) -> (&str, &str) {
    let path = path.strip_prefix('.').unwrap_or(path);
    let end = path.bytes().position(|byte| matches!(byte, b'.' | b'[')).unwrap_or(path.len());
    path.split_at(end)
}
