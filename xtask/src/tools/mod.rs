//! Seeing that the tools a command needs are there, before it starts.
//!
//! A tool on PATH is used where it is of the right version. What is missing goes into `target/tools/`, but for what
//! only the system or rustup can install.

mod apt;
pub mod browsers;
pub mod nginx;
pub mod npm;
mod prebuilt;
mod programs;
mod rust;
pub mod wordpress;

use crate::Outcome;

/// What a development build and the server need.
pub fn for_serve() -> Outcome {
    rust::wasm_target()?;
    programs::need(&programs::TRUNK)?;
    programs::need(&programs::WASM_BINDGEN)
}

/// What a release build needs.
pub fn for_build() -> Outcome {
    for_serve()?;
    npm::need_wasm_opt()?;
    npm::need(&[npm::ESBUILD])
}

/// What making the packages needs, and a release build before that.
pub fn for_package() -> Outcome {
    for_build()?;
    npm::need_npm()
}

/// What the bench in a browser needs.
pub fn for_bench() -> Outcome {
    for_build()?;
    npm::need_npm()?;
    browsers::need(&browsers::CHROMIUM)
}

/// Everything; what could not be had is listed, one line each, and the rest is seen to all the same.
pub fn for_test() -> Outcome {
    let problems: Vec<String> =
        [rust::components(), for_build(), npm::need(&npm::FOR_TESTS), browsers::need(&browsers::CHROMIUM)]
            .into_iter()
            .filter_map(Result::err)
            .collect();
    if problems.is_empty() {
        println!("all tools are there");
        Ok(())
    } else {
        Err(problems.join("\nxtask: "))
    }
}
