//! Where something empty stands in for a wrong shape, and which problems come from that alone.

use std::collections::HashSet;

use crate::{Problem, Rule};

/// The paths where something empty stands in for what was wrong.
#[derive(Default)]
pub struct Replaced {
    paths: HashSet<String>,
    /// The lists of which an id may be among what was replaced.
    lists_without_an_id: HashSet<String>,
    /// Whether the mention of an actor may be among what was replaced.
    has_lost_mention: bool,
}

impl Replaced {
    /// Notes that something empty stands in for what is at a path.
    pub fn add(&mut self, path: &str) {
        let (list, rest) = path.split_at(path.find('[').unwrap_or(path.len()));
        let field = rest.split_once("].").map(|(_, field)| field);
        if matches!(field, None | Some("id")) {
            self.lists_without_an_id.insert(list.to_owned());
        }
        self.has_lost_mention |= match list {
            "claims" => field.is_none_or(|field| field.starts_with("author")),
            "stances" => field.is_none_or(|field| field == "actor"),
            _ => false,
        };
        self.paths.insert(path.to_owned());
    }

    /// Whether a problem would not be there but for what was replaced: it is inside of it, or it says that
    /// something is missing which may have been in it.
    pub fn explains(&self, problem: &Problem) -> bool {
        let path = problem.path.as_str();
        let is_missed = match problem.rule {
            Rule::UnknownId => self.lists_without_an_id.contains(list_of_reference(path)),
            Rule::UnusedActor => self.has_lost_mention,
            Rule::PointWithoutClaim => self.paths.contains(&format!("{path}.claims")),
            _ => false,
        };
        if is_missed || self.paths.contains("") {
            return true;
        }
        let mut ends = path.match_indices(['.', '[']).map(|(end, _)| end).chain([path.len()]);
        !self.paths.is_empty() && ends.any(|end| self.paths.contains(&path[..end]))
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
