//! The tests of the card file.

mod agreement;
mod check_rules;
mod check_text;
mod every_field;
mod files;
mod growth;
mod json_ld;
mod lint_rules;
mod mutations;
mod parse;
mod random;
mod read;
mod schema;
mod vocabulary;
