//! `cargo xtask bench`

use crate::Outcome;
use crate::process::{program, run};

/// Runs the anchoring benchmark; what follows goes to it.
pub fn bench(args: &[&str]) -> Outcome {
    let mut all = vec!["bench", "--package", "summary-card-quote", "--bench", "anchor", "--"];
    all.extend(args);
    run(&mut program("cargo", &all))
}
