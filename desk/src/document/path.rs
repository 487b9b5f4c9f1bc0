//! Paths into a JSON value, in the form that `check` gives them.

use serde_json::Value;

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// Into an object.
    Field(&'a str),
    /// Into a list.
    Entry(usize),
}

/// The steps of a path.
pub fn parse_path(path: &str) -> Vec<Step<'_>> {
    todo!("{path}")
}

/// What stands at a path.
pub fn get<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    todo!("{value} {path}")
}
