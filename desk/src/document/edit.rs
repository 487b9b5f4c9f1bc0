//! The four things that can be done to a JSON value, each with its opposite.

use serde_json::{Map, Value};

use super::path::{Step, get, parse_path, path_of, step_into, step_into_mut};

/// One edit. Paths are those of `check`: `claims[3].evidence[0].exact`; the empty path is the card.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A field gets a value, or with `None` is removed. Missing objects on the way are made.
    Set {
        /// The field.
        path: String,
        /// Its value.
        to: Option<Value>,
    },
    /// A list gets an entry. A list that is missing is made.
    Insert {
        /// The list.
        list: String,
        /// The entry's index.
        at: usize,
        /// The entry.
        value: Value,
    },
    /// A list loses an entry.
    Remove {
        /// The list.
        list: String,
        /// The entry's index.
        at: usize,
    },
    /// An entry of a list goes to another index.
    Move {
        /// The list.
        list: String,
        /// The entry's index.
        from: usize,
        /// The index it has afterwards.
        to: usize,
    },
}

/// What is done to take an edit back: another edit, or one that no editor needs.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Inverse {
    /// An edit.
    Edit(Edit),
    /// A field that was removed comes back to where it stood among the others.
    Place {
        /// The field, which is not there.
        path: String,
        /// How many fields of the object are before it.
        at: usize,
        /// Its value.
        value: Value,
    },
}

impl Inverse {
    /// Where the card is different after it.
    pub fn about(&self) -> String {
        match self {
            Self::Edit(Edit::Set { path, .. }) | Self::Place { path, .. } => path.clone(),
            Self::Edit(
                Edit::Insert { list, at, .. } | Edit::Remove { list, at } | Edit::Move { list, to: at, .. },
            ) => format!("{list}[{at}]"),
        }
    }
}

/// An edit leads to nothing: its path is not there, or something else is.
#[derive(Debug)]
pub(super) struct NoPlace;

/// What takes an edit back; `None` where it made no difference.
type Applied = Result<Option<Inverse>, NoPlace>;

/// Applies all of some edits, or none. What takes them back, in the order in which it has to be applied; `None` where
/// an edit leads to nothing.
pub(super) fn apply_all(card: &mut Value, edits: impl IntoIterator<Item = Inverse>) -> Option<Vec<Inverse>> {
    let mut done: Vec<Inverse> = Vec::new();
    for edit in edits {
        let Ok(inverse) = apply(card, edit) else {
            for inverse in done.into_iter().rev() {
                // What was just done can be taken back.
                let _ = apply(card, inverse);
            }
            return None;
        };
        done.extend(inverse);
    }
    done.reverse();
    Some(done)
}

fn apply(card: &mut Value, edit: Inverse) -> Applied {
    match edit {
        Inverse::Edit(Edit::Set { path, to }) => set(card, &path, to),
        Inverse::Edit(Edit::Insert { list, at, value }) => insert(card, list, at, value),
        Inverse::Edit(Edit::Remove { list, at }) => remove(card, list, at),
        Inverse::Edit(Edit::Move { list, from, to }) => move_entry(card, list, from, to),
        Inverse::Place { path, at, value } => place(card, path, at, value),
    }
}

fn set(card: &mut Value, path: &str, to: Option<Value>) -> Applied {
    let steps = parse_path(path);
    let Some((last, way)) = steps.split_last() else {
        return Ok(put(card, String::new(), to.ok_or(NoPlace)?));
    };
    let mut here = card;
    for (depth, step) in way.iter().enumerate() {
        if step_into(here, *step).is_none_or(Value::is_null) {
            // All that is missing is made in one value, so that taking it back removes all of it.
            let Some(to) = to else { return Ok(None) };
            let value = steps[depth + 1..].iter().rev().try_fold(to, |value, step| match step {
                Step::Field(name) => Ok(Value::from(Map::from_iter([((*name).to_owned(), value)]))),
                Step::Entry(_) => Err(NoPlace),
            })?;
            return set_child(here, *step, path_of(&steps[..=depth]), value);
        }
        here = step_into_mut(here, *step).ok_or(NoPlace)?;
    }
    match to {
        Some(value) => set_child(here, *last, path.to_owned(), value),
        None => take_child(here, *last, &steps),
    }
}

fn set_child(parent: &mut Value, step: Step<'_>, path: String, value: Value) -> Applied {
    if let Some(child) = step_into_mut(parent, step) {
        return Ok(put(child, path, value));
    }
    let (Value::Object(fields), Step::Field(name)) = (parent, step) else { return Err(NoPlace) };
    fields.insert(name.to_owned(), value);
    Ok(Some(Inverse::Edit(Edit::Set { path, to: None })))
}

/// Puts a value in the place of another. What takes it back, unless the two are the same.
fn put(place: &mut Value, path: String, value: Value) -> Option<Inverse> {
    if *place == value {
        return None;
    }
    let old = std::mem::replace(place, value);
    Some(Inverse::Edit(Edit::Set { path, to: Some(old) }))
}

fn take_child(parent: &mut Value, step: Step<'_>, steps: &[Step<'_>]) -> Applied {
    match (parent, step) {
        (Value::Object(fields), Step::Field(name)) => {
            let Some(at) = fields.keys().position(|each| each == name) else { return Ok(None) };
            let value = fields.shift_remove(name).unwrap_or_default();
            Ok(Some(Inverse::Place { path: path_of(steps), at, value }))
        }
        (Value::Array(entries), Step::Entry(at)) if at < entries.len() => {
            let list = path_of(&steps[..steps.len() - 1]);
            Ok(Some(Inverse::Edit(Edit::Insert { list, at, value: entries.remove(at) })))
        }
        _ => Err(NoPlace),
    }
}

fn place(card: &mut Value, path: String, at: usize, value: Value) -> Applied {
    let steps = parse_path(&path);
    let Some((Step::Field(name), way)) = steps.split_last() else { return Err(NoPlace) };
    let parent = way.iter().try_fold(card, |value, step| step_into_mut(value, *step));
    let fields = parent.and_then(Value::as_object_mut).ok_or(NoPlace)?;
    if at > fields.len() || fields.contains_key(*name) {
        return Err(NoPlace);
    }
    fields.shift_insert(at, (*name).to_owned(), value);
    Ok(Some(Inverse::Edit(Edit::Set { path, to: None })))
}

fn insert(card: &mut Value, list: String, at: usize, value: Value) -> Applied {
    if get(card, &list).is_none_or(Value::is_null) {
        return if at == 0 { set(card, &list, Some(Value::from(vec![value]))) } else { Err(NoPlace) };
    }
    let entries = entries(card, &list)?;
    if at > entries.len() {
        return Err(NoPlace);
    }
    entries.insert(at, value);
    Ok(Some(Inverse::Edit(Edit::Remove { list, at })))
}

fn remove(card: &mut Value, list: String, at: usize) -> Applied {
    let entries = entries(card, &list)?;
    if at >= entries.len() {
        return Err(NoPlace);
    }
    let value = entries.remove(at);
    Ok(Some(Inverse::Edit(Edit::Insert { list, at, value })))
}

fn move_entry(card: &mut Value, list: String, from: usize, to: usize) -> Applied {
    let entries = entries(card, &list)?;
    if from.max(to) >= entries.len() {
        return Err(NoPlace);
    }
    if from == to {
        return Ok(None);
    }
    let entry = entries.remove(from);
    entries.insert(to, entry);
    Ok(Some(Inverse::Edit(Edit::Move { list, from: to, to: from })))
}

fn entries<'v>(card: &'v mut Value, list: &str) -> Result<&'v mut Vec<Value>, NoPlace> {
    let place = parse_path(list).into_iter().try_fold(card, step_into_mut);
    place.and_then(Value::as_array_mut).ok_or(NoPlace)
}
