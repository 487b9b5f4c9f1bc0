//! The editor's desk in `dist/desk/`: a Trunk build of its own. Its editors load it once and keep it open, so that it
//! is made small by one pass, and neither cut nor gated.

use crate::Outcome;
use crate::build::{esbuild, trunk};
use crate::paths::{dist, root};
use crate::process::run;
use crate::wasm_opt::optimize;
use std::path::PathBuf;
use std::process::Command;

/// Its folder in `dist/`.
pub const FOLDER: &str = "desk";

/// Where its sources are.
fn sources() -> PathBuf {
    root().join("desk")
}

/// The release build: after that of the widget, which empties `dist/`. `flags` are the compiler's.
pub fn release(flags: &str) -> Outcome {
    let mut trunk = trunk(&["build", "--release"]);
    trunk.current_dir(sources()).env("CARGO_ENCODED_RUSTFLAGS", flags);
    // With other flags than the widget: in one folder each of the two would have cargo compile everything anew.
    run(trunk.env("CARGO_TARGET_DIR", root().join("target/desk")))?;
    let folder = dist().join(FOLDER);
    optimize(&folder.join("summary-card-desk_bg.wasm"), &["-O2"])?;
    let wanted = ["desk.css", "desk.js", "preview.css", "summary-card-desk.js"];
    let files: Vec<PathBuf> =
        wanted.iter().map(|name| folder.join(name)).filter(|file| file.exists()).collect();
    esbuild(&folder, &files)
}

/// Trunk serving a development build at `/desk/` on a port.
pub fn server(port: &str) -> Command {
    // A folder of its own: dist/ stays the release build.
    let folder = root().join("target/dist-serve-desk").display().to_string();
    let mut trunk = trunk(&["serve", "--port", port, "--serve-base", "/desk/", "--dist", &folder]);
    trunk.current_dir(sources());
    trunk
}
