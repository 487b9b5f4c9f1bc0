//! Starting other programs: always from the workspace root, always said aloud.

use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What every step of xtask returns: nothing, or one sentence on what went wrong.
pub type Outcome<T = ()> = Result<T, String>;

/// The folder that holds the workspace's `Cargo.toml`.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Where tools that were not on PATH are kept: out of the user's way, gone with `target/`.
pub fn tools_dir() -> PathBuf {
    root().join("target/tools")
}

/// The folders of our own tools, then the user's PATH. Ours hold only what PATH had not in the right version.
pub fn path() -> OsString {
    let mut dirs = vec![tools_dir().join("bin"), tools_dir().join("npm/node_modules/.bin")];
    dirs.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    std::env::join_paths(dirs).unwrap_or_default()
}

/// A program to be run from the workspace root with our tools on its PATH.
pub fn command(program: &str, args: &[&str]) -> Command {
    // Looked up by hand: which PATH `Command` searches, ours or the child's, differs between systems.
    let mut command = Command::new(find(program).unwrap_or_else(|| program.into()));
    command.args(args).current_dir(root()).env("PATH", path()).stdin(Stdio::null());
    command
}

/// The first program of that name on [`path`].
pub fn find(program: &str) -> Option<PathBuf> {
    std::env::split_paths(&path())
        .map(|dir| dir.join(format!("{program}{}", std::env::consts::EXE_SUFFIX)))
        .find(|file| file.is_file())
}

/// Runs a command, its output going straight through.
pub fn run(command: &mut Command) -> Outcome {
    let said = describe(command);
    println!("  $ {said}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{said}` ended with {status}")),
        Err(why) => Err(format!("`{said}` could not be started: {why}")),
    }
}

/// Runs a command, showing each line of its standard output and handing it to `see`.
pub fn run_and_read(command: &mut Command, mut see: impl FnMut(&str)) -> Outcome {
    let said = describe(command);
    println!("  $ {said}");
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|why| format!("`{said}` could not be started: {why}"))?;
    if let Some(out) = child.stdout.take() {
        // Test output is not always UTF-8, and must not stop the run.
        for line in BufReader::new(out).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            see(&line);
        }
    }
    match child.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{said}` ended with {status}")),
        Err(why) => Err(format!("`{said}` was lost: {why}")),
    }
}

/// Standard output of a quick question such as `--version`; nothing when the program is missing or fails.
pub fn ask(program: &str, args: &[&str]) -> Option<String> {
    let output = command(program, args).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs `work` under a heading and says how long it took.
pub fn timed<T>(heading: &str, work: impl FnOnce() -> Outcome<T>) -> (Outcome<T>, Duration) {
    println!("\n== {heading}");
    let start = Instant::now();
    let outcome = work();
    let took = start.elapsed();
    let verdict = if outcome.is_ok() { "done" } else { "FAILED" };
    println!("== {heading}: {verdict} in {:.1} s", took.as_secs_f64());
    (outcome, took)
}

/// A command as one would type it.
fn describe(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words = vec![program.file_name().unwrap_or(program.as_os_str()).to_string_lossy()];
    words.extend(command.get_args().map(|arg| arg.to_string_lossy()));
    words.join(" ")
}
