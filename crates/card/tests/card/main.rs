//! The tests of the card file.

mod check_rules;
mod every_field;
mod files;
mod json_ld;
mod lint_rules;
mod parse;
mod read;
mod schema;
mod vocabulary;
