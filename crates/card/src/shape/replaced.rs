//! Where something empty stands in for a wrong shape, and which problems come from that alone.

use std::collections::HashMap;

use crate::source::{Node, SourceText, first_name};
use crate::{Problem, Rule};

/// What stands in for what.
#[derive(Default)]
pub struct Replaced {
    /// Whether a value was replaced, by its number.
    values: Vec<bool>,
    /// The fields that were filled in, by the number of the object that they were missing in.
    filled_in: HashMap<usize, Vec<&'static str>>,
    /// The lists of which an id may be among what was replaced.
    lists_without_an_id: Vec<&'static str>,
    /// Whether the mention of an actor may be among what was replaced.
    has_lost_mention: bool,
}

impl Replaced {
    /// Notes that something empty stands in for a value.
    pub fn value(&mut self, node: &Node, path: &str) {
        if self.values.len() <= node.number {
            self.values.resize(node.number + 1, false);
        }
        self.values[node.number] = true;
        self.note_ids(path);
    }

    /// Notes that something empty stands in for a field that an object does not have.
    pub fn field(&mut self, object: &Node, name: &'static str, path: &str) {
        self.filled_in.entry(object.number).or_default().push(name);
        self.note_ids(path);
    }

    /// Notes what may have been in what was replaced.
    fn note_ids(&mut self, path: &str) {
        let (list, rest) = first_name(path);
        let field = rest.split_once("].").map(|(_, field)| field);
        if matches!(field, None | Some("id"))
            && let Some(list) = ["actors", "claims", "comments"].into_iter().find(|each| *each == list)
            && !self.lists_without_an_id.contains(&list)
        {
            self.lists_without_an_id.push(list);
        }
        self.has_lost_mention |= match list {
            "claims" => field.is_none_or(|field| field.starts_with("author")),
            "stances" => field.is_none_or(|field| field == "actor"),
            _ => false,
        };
    }

    /// Whether a problem would not be there but for what was replaced: it is inside of it, is worked out from it,
    /// or says that something is missing which may have been in it.
    pub fn explains(&self, problem: &Problem, source: &SourceText<'_>) -> bool {
        let is_missed = match problem.rule {
            Rule::UnknownId => self.lists_without_an_id.contains(&list_of_reference(&problem.path)),
            Rule::UnusedActor => self.has_lost_mention,
            _ => false,
        };
        let mut steps = source.steps(&problem.path).peekable();
        while let Some((node, rest)) = steps.next() {
            let is_replaced = self.is_replaced(node)
                || steps.peek().is_none() && self.is_filled_in(node, first_name(rest).0)
                || rest.is_empty() && self.has_replaced(node, worked_out_from(problem.rule))
                || rest == ".parts" && self.has_replaced(node, worked_out_from(problem.rule));
            if is_replaced {
                return true;
            }
        }
        is_missed
    }

    fn is_replaced(&self, node: &Node) -> bool {
        self.values.get(node.number).copied().unwrap_or_default()
    }

    fn is_filled_in(&self, object: &Node, name: &str) -> bool {
        self.filled_in.get(&object.number).is_some_and(|names| names.contains(&name))
    }

    /// Whether one of these fields of an object was replaced or filled in.
    fn has_replaced(&self, node: &Node, names: &[&str]) -> bool {
        names.iter().any(|name| {
            let field = node.object().and_then(|object| object.get(name));
            field.map_or_else(|| self.is_filled_in(node, name), |field| self.is_replaced(&field.node))
        })
    }
}

/// The fields of the object that a problem is reported of, for rules that look at more than one field.
fn worked_out_from(rule: Rule) -> &'static [&'static str] {
    match rule {
        Rule::DuplicateStance => &["actor", "target"],
        Rule::MisplacedParts => &["label"],
        Rule::PointWithoutClaim => &["claims"],
        Rule::ClaimWithoutQuote => &["evidence"],
        Rule::StanceWithoutQuote => &["label", "evidence", "reasons", "parts"],
        _ => &[],
    }
}

/// The list in which the id is that the field at a path refers to.
fn list_of_reference(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("target" | "about") => "claims",
        Some(entry) if entry.starts_with("claims[") => "claims",
        Some("parentItem") => "comments",
        _ => "actors",
    }
}
