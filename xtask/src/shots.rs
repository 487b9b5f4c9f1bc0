//! `cargo xtask shots`

use crate::process::{program, run};
use crate::{Outcome, build, tools};

/// The release build, then pictures of its pages for people to look at. Not a check.
pub fn shots() -> Outcome {
    tools::for_test()?;
    build::release()?;
    run(&mut program("cargo", &["test", "--test", "browser", "shots", "--", "--ignored"]))?;
    println!("the pictures are in target/screenshots/");
    Ok(())
}
