//! What Debian's or Ubuntu's package manager installs.

use crate::process::{ask, program, run};
use crate::{Outcome, paths};
use std::time::Instant;

/// What to tell who has to do it.
pub fn by_hand(packages: &[&str], why: &str) -> String {
    format!("{why}: please install {} (by apt or as your system has it)", packages.join(" "))
}

/// Installs packages where that can be done without asking: as root, with apt. Else says what to install.
pub fn need(packages: &[&str], why: &str) -> Outcome {
    let list = packages.join(" ");
    let by_hand = by_hand(packages, why);
    let root = ask("id", &["-u"]).is_some_and(|id| id == "0");
    if !root || paths::find("apt-get").is_none() {
        return Err(by_hand);
    }
    println!("installing {list} ({why}) by apt-get: about a minute, once");
    let start = Instant::now();
    let mut args = vec!["install", "--yes", "--no-install-recommends"];
    args.extend(packages);
    let install = || run(program("apt-get", &args).env("DEBIAN_FRONTEND", "noninteractive"));
    // A fresh machine has no package lists yet.
    install()
        .or_else(|_| run(&mut program("apt-get", &["update"])).and_then(|()| install()))
        .map_err(|_| by_hand)?;
    println!("installed in {:.0} s", start.elapsed().as_secs_f64());
    Ok(())
}
