//! The tests of comments, their stores, the section and its forms.

mod common;
mod drafts;
mod failing;
mod forms;
mod section;
mod store;
mod text;
mod thread;
