//! Placeholder until the task runner lands.
fn main() {}
