//! `cargo xtask setup`

use crate::{Outcome, tools};

/// Sees to the tools of every command, and does nothing else. The other engines' are seen to when their tests are asked for.
pub fn setup() -> Outcome {
    tools::for_test()
}
