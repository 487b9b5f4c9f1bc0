//! The command line: `summary-card check | render | schema`.
fn main() {}
