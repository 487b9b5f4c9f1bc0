//! Ready-made programs from a release page, where it can be reached: tried for seconds, held to a known digest.

use crate::digest::{hex, sha256};
use crate::{Outcome, paths};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// What a release page offers of one version.
pub struct Release {
    /// Where its archives are, without the last `/`.
    pub address: &'static str,
    /// The programs wanted out of an archive.
    pub programs: &'static [&'static str],
    /// The archives whose digest is known.
    pub archives: &'static [Archive],
}

/// A `.tar.gz` with the programs for one system.
pub struct Archive {
    /// As in [`std::env::consts`]: `ARCH` and `OS`.
    pub system: (&'static str, &'static str),
    /// Its name on the release page.
    pub file: &'static str,
    /// The SHA-256 of that file, in lower-case hexadecimal digits.
    pub sha256: &'static str,
}

/// How long a download may take, in seconds.
struct Limits {
    /// Until there is a connection.
    connect: u32,
    /// Without a word from the other side, or with hardly any.
    silence: u32,
    /// In all.
    whole: u32,
}

/// A machine without a connection is to lose seconds, and a slow one less than compiling takes.
const LIMITS: Limits = Limits { connect: 5, silence: 5, whole: 60 };

/// Puts the programs of a release into a folder, or says why not.
pub fn fetch(release: &Release, into: &Path) -> Outcome {
    let here = (std::env::consts::ARCH, std::env::consts::OS);
    let archive = release.archives.iter().find(|archive| archive.system == here);
    let archive = archive.ok_or_else(|| format!("no digest is known of one for {} {}", here.0, here.1))?;
    let address = format!("{}/{}", release.address, archive.file);
    take(&address, archive.sha256, release.programs, into, &LIMITS)
}

/// A folder that is gone when this is.
struct Scratch(PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed is below target/, and does no harm.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn take(address: &str, sha256: &str, programs: &[&str], into: &Path, limits: &Limits) -> Outcome {
    let scratch = Scratch(into.join(format!("download-{}", std::process::id())));
    std::fs::create_dir_all(&scratch.0).map_err(|why| format!("no room for it: {why}"))?;
    let file = scratch.0.join("archive.tar.gz");
    download(address, &file, limits)?;
    let bytes = std::fs::read(&file).map_err(|why| format!("it cannot be read: {why}"))?;
    let found = digest(&bytes);
    if found != sha256 {
        return Err(format!("{address} has the SHA-256 {found}, not {sha256} as it should: not used"));
    }
    unpack(&file, &scratch.0)?;
    for program in programs {
        let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
        let unpacked = find(&scratch.0, &name).ok_or_else(|| format!("{address} has no {name} in it"))?;
        std::fs::rename(unpacked, into.join(&name))
            .map_err(|why| format!("{name} cannot be put there: {why}"))?;
    }
    Ok(())
}

fn download(address: &str, file: &Path, limits: &Limits) -> Outcome {
    let curl = paths::find("curl").ok_or("curl, which would download it, is not here")?;
    let mut command = Command::new(curl);
    command.args(["--fail", "--location", "--silent", "--show-error"]);
    command.args(["--connect-timeout", &limits.connect.to_string(), "--max-time", &limits.whole.to_string()]);
    // Bytes a second over that time.
    command.args(["--speed-limit", "10000", "--speed-time", &limits.silence.to_string()]);
    command.arg("--output").arg(file).arg(address);
    let output = output(&mut command)?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("{address} cannot be had: {}", said.trim()))
}

fn unpack(file: &Path, folder: &Path) -> Outcome {
    let tar = paths::find("tar").ok_or("tar, which would unpack it, is not here")?;
    let output = output(Command::new(tar).arg("-xzf").arg(file).arg("-C").arg(folder))?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("it cannot be unpacked: {}", String::from_utf8_lossy(&output.stderr).trim()))
}

fn output(command: &mut Command) -> Outcome<Output> {
    command.stdin(Stdio::null()).output().map_err(|why| format!("{}: {why}", command.get_program().display()))
}

/// The file of that name in the folder or one folder below it.
fn find(folder: &Path, name: &str) -> Option<PathBuf> {
    let below = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    std::iter::once(folder.to_path_buf()).chain(below).map(|each| each.join(name)).find(|file| file.is_file())
}

fn digest(bytes: &[u8]) -> String {
    hex(&sha256(bytes))
}

#[cfg(test)]
mod tests;
