//! The tests of the command line, as it is run.

mod check;
mod check_article;
mod many_problems;
mod render;
