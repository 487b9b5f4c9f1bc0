//! The step `package`: what is published is made, installed as its users do, and used.

use super::Tally;
use crate::process::{ask, program, run, run_and_read};
use crate::tools::{nginx, npm};
use crate::{Outcome, package, paths};
use std::path::Path;

/// Where the programs that use the npm package are.
const SOURCES: &str = "tests/package";

/// Makes the packages and tries them. The crates are packed here and not compiled again: `native` has done that.
pub fn package(tally: &mut Tally) -> Outcome {
    let crates = package::check_crates();
    if let Err(why) = npm::need_npm() {
        tally.leave_out("what uses the npm package", &why);
        return crates;
    }
    package::for_pages()?;
    crates.and(in_use(tally))
}

/// Installs the npm package in a folder of its own, builds what uses it, and opens that in a browser.
fn in_use(tally: &mut Tally) -> Outcome {
    let folder = package::folder().join("apps");
    copy(&paths::root().join(SOURCES), &folder)?;
    if let Err(why) = install(&folder) {
        // Where the registry answers, that is no excuse.
        if ask("npm", &["ping"]).is_some() {
            return Err(why);
        }
        tally.leave_out("what uses the npm package", &why);
        return Ok(());
    }
    for script in ["check", "types", "build", "dev"] {
        run(program("npm", &["run", "--silent", script]).current_dir(&folder))?;
    }
    let mut cargo = program("cargo", &["test", "--test", "browser", "package::"]);
    cargo.args(["--", "--ignored", "--test-threads=2"]);
    match nginx::need() {
        Ok(program) => {
            cargo.env("SUMMARY_CARD_NGINX", program);
        }
        Err(why) => {
            tally.leave_out("nginx", &why);
            cargo.args(["--skip", "nginx"]);
        }
    }
    run_and_read(&mut cargo, |line| tally.see(line))
}

/// What the apps need, once for each lock file, and the package of this build.
fn install(folder: &Path) -> Outcome {
    let lock =
        std::fs::read(folder.join("package-lock.json")).map_err(|why| format!("no lock file: {why}"))?;
    let installed = folder.join("node_modules/.installed-lock.json");
    let quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
    if std::fs::read(&installed).is_ok_and(|before| before == lock) {
        println!("what the apps need is installed");
    } else {
        run(program("npm", &["ci"]).args(quiet).current_dir(folder))
            .map_err(|why| format!("{why}; it needs the npm registry once"))?;
        std::fs::write(&installed, lock).map_err(|why| format!("{}: {why}", installed.display()))?;
    }
    let tarball = package::tarball().display().to_string();
    // The lock file is of what does not change.
    let args = ["install", "--no-save", "--no-package-lock", "--prefer-offline", &tarball];
    run(program("npm", &args).args(quiet).current_dir(folder))
}

/// Copies the files of a folder over those of another.
fn copy(from: &Path, to: &Path) -> Outcome {
    let failed = |why: std::io::Error| format!("{}: {why}", to.display());
    std::fs::create_dir_all(to).map_err(failed)?;
    for entry in std::fs::read_dir(from).map_err(failed)?.flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if !from.is_dir() {
            std::fs::copy(&from, &to).map_err(|why| format!("{}: {why}", to.display()))?;
        } else if !from.ends_with("node_modules") {
            copy(&from, &to)?;
        }
    }
    Ok(())
}
