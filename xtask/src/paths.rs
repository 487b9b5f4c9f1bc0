//! The folders that xtask works in.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The folder that holds the workspace's `Cargo.toml`.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The release build.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Where tools that were not on PATH are kept: out of the user's way, gone with `target/`.
pub fn tools() -> PathBuf {
    root().join("target/tools")
}

/// The npm packages among the tools.
pub fn npm() -> PathBuf {
    tools().join("npm")
}

/// The folders of our own tools, then the user's PATH. Ours hold only what PATH had not in the right version.
pub fn search_path() -> OsString {
    let mut folders = vec![tools().join("bin"), npm().join("node_modules/.bin")];
    folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    std::env::join_paths(folders).unwrap_or_default()
}

/// The first program of that name on [`search_path`].
pub fn find(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&search_path())
        .map(|folder| folder.join(format!("{program}{}", std::env::consts::EXE_SUFFIX)))
        .find(|file| file.is_file())
}
