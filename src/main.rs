//! The command line: `summary-card check | schema`. Native only.

#[cfg(not(target_arch = "wasm32"))]
mod cli;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    cli::run()
}

/// The browser has the library; there is no command line in it.
#[cfg(target_arch = "wasm32")]
fn main() {}
