//! The tests of the command line, as it is run.

mod check;
mod check_article;
mod draft;
mod many_problems;
mod oembed;
mod render;

use std::path::PathBuf;
use std::process::Command;

/// Runs the program among the fixtures: its exit code, its standard output and its standard error.
fn run(args: &[&str]) -> (Option<i32>, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_summary-card"));
    command.args(args).current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../card/tests/fixtures"));
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

/// Writes a file for one test and returns its path.
fn file(name: &str, bytes: &(impl AsRef<[u8]> + ?Sized)) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}
