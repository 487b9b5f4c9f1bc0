//! Paths into a JSON value, in the form that `check` gives them.

use std::fmt::Write;

use card::source::first_name;
use serde_json::Value;

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// Into an object.
    Field(&'a str),
    /// Into a list.
    Entry(usize),
}

/// The steps of a path. What is not a path as `check` writes it is taken to be the name of a field, which most likely
/// nothing has.
pub fn parse_path(path: &str) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        let (step, after) = entry(rest).unwrap_or_else(|| {
            let (name, after) = first_name(rest);
            if after.len() < rest.len() { (Step::Field(name), after) } else { (Step::Field(rest), "") }
        });
        steps.push(step);
        rest = after;
    }
    steps
}

fn entry(path: &str) -> Option<(Step<'_>, &str)> {
    let (index, rest) = path.strip_prefix('[')?.split_once(']')?;
    let is_number = index.bytes().all(|byte| byte.is_ascii_digit());
    Some((Step::Entry(index.parse().ok().filter(|_| is_number)?), rest))
}

/// The path of steps.
pub(super) fn path_of(steps: &[Step<'_>]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Field(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(name);
            }
            // Writing to a String cannot fail.
            Step::Entry(index) => _ = write!(path, "[{index}]"),
        }
    }
    path
}

/// What stands at a path.
pub fn get<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    parse_path(path).into_iter().try_fold(value, step_into)
}

/// What stands one step further.
pub(super) fn step_into<'v>(value: &'v Value, step: Step<'_>) -> Option<&'v Value> {
    match step {
        Step::Field(name) => value.as_object()?.get(name),
        Step::Entry(index) => value.as_array()?.get(index),
    }
}

/// What stands one step further, to be changed.
pub(super) fn step_into_mut<'v>(value: &'v mut Value, step: Step<'_>) -> Option<&'v mut Value> {
    match step {
        Step::Field(name) => value.as_object_mut()?.get_mut(name),
        Step::Entry(index) => value.as_array_mut()?.get_mut(index),
    }
}
