//! The tests of the drafts.

mod answer;
mod gold;
mod hostile;
mod prompt;
