//! The JSON object in an answer, whatever stands around it.

use std::ops::Range;

use card::{LocatedProblem, Problem, Rule};
use serde_json::{Deserializer, Value};

/// The size of an answer, in bytes: far more than a card file may have.
pub const MAX_ANSWER_BYTES: usize = 1024 * 1024;

/// How many braces are tried as the beginning of the object.
const MAX_TRIES: usize = 50;

/// The object, and which bytes of the answer it is.
pub fn find(answer: &str) -> Result<(Value, Range<usize>), LocatedProblem> {
    if answer.len() > MAX_ANSWER_BYTES {
        let message = format!("the answer has {} bytes; at most {MAX_ANSWER_BYTES} are read", answer.len());
        return Err(located(Problem::new(Rule::TooLarge, "", message, ""), None));
    }
    let mut failure = None;
    let mut from = 0;
    for _ in 0..MAX_TRIES {
        let Some(start) = answer[from..].find('{').map(|at| from + at) else { break };
        let mut values = Deserializer::from_str(&answer[start..]).into_iter::<Value>();
        match values.next() {
            Some(Ok(value)) => {
                let end = start + values.byte_offset();
                if value.get("claims").is_some() {
                    return Ok((value, start..end));
                }
                // An example, or a set of words: what is asked for comes later.
                from = end;
            }
            Some(Err(error)) => {
                let reached = start + offset(&answer[start..], error.line(), error.column());
                // Of all that is no JSON, what goes on longest was meant to be.
                if failure.as_ref().is_none_or(|(_, at, from)| reached - start > at - from) {
                    let words = error.to_string();
                    let words = words.split(" at line ").next().unwrap_or_default().to_owned();
                    failure = Some((words, reached, start));
                }
                from = start + 1;
            }
            None => break,
        }
    }
    let help = "the answer has to hold one JSON object with `claims`, alone or among other text";
    Err(match failure {
        Some((words, at, _)) => {
            let at = answer.floor_char_boundary(at.min(answer.len()));
            let length = answer[at..].chars().next().map_or(0, char::len_utf8);
            located(
                Problem::new(Rule::NotJson, "", format!("this is not JSON: {words}"), help),
                Some(at..at + length),
            )
        }
        None => located(
            Problem::new(Rule::NotJson, "", "there is no JSON object with `claims` in the answer", help),
            None,
        ),
    })
}

fn located(problem: Problem, range: Option<Range<usize>>) -> LocatedProblem {
    LocatedProblem { problem, range }
}

/// The byte at a line and a column, both counted from 1, the column in bytes.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    text.floor_char_boundary((start + column.saturating_sub(1)).min(text.len()))
}
