//! `cargo xtask setup`

use crate::{Outcome, tools};

/// Sees to the tools of every command, and does nothing else.
pub fn setup() -> Outcome {
    tools::for_test()
}
