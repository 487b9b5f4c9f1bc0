//! Other programs at work: always from the workspace root, always said aloud.

use crate::{Outcome, paths};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};

/// A program with its arguments, to be started from the workspace root with our tools on its PATH.
pub fn program(name: &str, args: &[&str]) -> Command {
    // Looked up by hand: which PATH `Command` searches, ours or the child's, differs between systems.
    let mut command = Command::new(paths::find(name).unwrap_or_else(|| name.into()));
    command.args(args).current_dir(paths::root()).env("PATH", paths::search_path()).stdin(Stdio::null());
    command
}

/// Waits for a program to end well, its output going straight through.
pub fn run(command: &mut Command) -> Outcome {
    let said = announce(command);
    let status = command.status().map_err(|why| format!("`{said}` could not be started: {why}"))?;
    ended_well(&said, status)
}

/// Starts a program and lets it go on, its output going straight through.
pub fn start(command: &mut Command) -> Outcome<Child> {
    let said = announce(command);
    command.spawn().map_err(|why| format!("`{said}` could not be started: {why}"))
}

/// As [`run`], handing each line of its standard output to `see` as well.
pub fn run_and_read(command: &mut Command, mut see: impl FnMut(&str)) -> Outcome {
    let said = announce(command);
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
    let status = child.wait().map_err(|why| format!("`{said}` was lost: {why}"))?;
    ended_well(&said, status)
}

/// Standard output of a quick question such as `--version`; nothing when the program is missing or fails.
pub fn ask(name: &str, args: &[&str]) -> Option<String> {
    let output = program(name, args).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Prints a command as one would type it, and gives that text.
fn announce(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words = vec![program.file_name().unwrap_or(program.as_os_str()).to_string_lossy()];
    words.extend(command.get_args().map(|arg| arg.to_string_lossy()));
    let said = words.join(" ");
    println!("  $ {said}");
    said
}

fn ended_well(said: &str, status: ExitStatus) -> Outcome {
    if status.success() { Ok(()) } else { Err(format!("`{said}` ended with {status}")) }
}
