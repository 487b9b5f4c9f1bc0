//! Cuts the WebAssembly into its pieces: `xtask-split IN.wasm FOLDER`. Only the release build needs it, and compiling
//! what it depends on takes longer than xtask itself: hence a program of its own.

use std::path::Path;
use std::process::ExitCode;
use wasm_split_cli_support::{Options, transform};

/// The module that is there first, for wasm-bindgen; the script beside it that fetches the others.
const FIRST: &str = "summary-card.wasm";
const FIRST_SCRIPT: &str = "./summary-card.js";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [compiled, folder] = args.as_slice() else {
        eprintln!("usage: xtask-split IN.wasm FOLDER");
        return ExitCode::FAILURE;
    };
    match split(Path::new(compiled), Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask-split: {compiled}: {why}");
            ExitCode::FAILURE
        }
    }
}

fn split(compiled: &Path, folder: &Path) -> Result<(), String> {
    let wasm = std::fs::read(compiled).map_err(|why| why.to_string())?;
    let first = folder.join(FIRST);
    let mut options = Options::new(&wasm);
    options.output_dir = folder;
    options.main_out_path = &first;
    options.main_module = FIRST_SCRIPT;
    transform(options).map(drop).map_err(|why| format!("{why:#}"))
}
