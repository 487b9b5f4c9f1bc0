//! Where something empty stands in for a wrong shape, and which problems come from that alone.

use std::collections::HashSet;

use crate::{Problem, Rule};

/// The paths where something empty stands in for what was wrong.
#[derive(Default)]
pub struct Replaced {
    paths: HashSet<String>,
    /// Whether the id of an actor, a claim or a comment may be among what was replaced.
    has_lost_id: bool,
    /// Whether the mention of an actor may be among what was replaced.
    has_lost_mention: bool,
}

impl Replaced {
    /// Notes that something empty stands in for what is at a path.
    pub fn add(&mut self, path: &str) {
        let (list, rest) = path.split_at(path.find('[').unwrap_or(path.len()));
        let field = rest.split_once("].").map(|(_, field)| field);
        match list {
            "actors" | "comments" => self.has_lost_id |= matches!(field, None | Some("id")),
            "claims" => {
                self.has_lost_id |= matches!(field, None | Some("id"));
                self.has_lost_mention |= field.is_none_or(|field| field.starts_with("author"));
            }
            "stances" => self.has_lost_mention |= matches!(field, None | Some("actor")),
            _ => {}
        }
        self.paths.insert(path.to_owned());
    }

    /// Whether a problem would not be there but for what was replaced: it is inside of it, or it says that
    /// something is missing which may have been in it.
    pub fn explains(&self, problem: &Problem) -> bool {
        let is_missed = match problem.rule {
            Rule::UnknownId => self.has_lost_id,
            Rule::UnusedActor => self.has_lost_mention,
            _ => false,
        };
        if is_missed || self.paths.contains("") {
            return true;
        }
        let path = problem.path.as_str();
        let mut ends = path.match_indices(['.', '[']).map(|(end, _)| end).chain([path.len()]);
        !self.paths.is_empty() && ends.any(|end| self.paths.contains(&path[..end]))
    }
}
