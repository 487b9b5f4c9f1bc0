//! The web server nginx, for the tests of what the README says of it.

use super::apt;
use crate::process::{ask, program, run};
use crate::{Outcome, paths};
use std::path::{Path, PathBuf};

/// Where nginx is. Where the machine has none it is unpacked into the tools folder and not installed: a package would
/// start a server with the machine.
pub fn need() -> Outcome<PathBuf> {
    let unpacked = paths::tools().join("nginx");
    let found = || {
        let known = [PathBuf::from("/usr/sbin/nginx"), unpacked.join("usr/sbin/nginx")];
        paths::find("nginx").into_iter().chain(known).find(|file| answers(file))
    };
    if let Some(nginx) = found() {
        return Ok(nginx);
    }
    unpack(&unpacked)?;
    found().ok_or_else(|| format!("nginx does not run here; {}", apt::by_hand(&["nginx"], "nginx")))
}

fn answers(file: &Path) -> bool {
    ask(&file.to_string_lossy(), &["-v"]).is_some()
}

fn unpack(folder: &Path) -> Outcome {
    let by_hand = |why: &str| format!("{why}; {}", apt::by_hand(&["nginx"], "nginx"));
    if paths::find("apt-get").is_none() {
        return Err(by_hand("there is no apt-get"));
    }
    println!("unpacking Debian's nginx (for the tests of its configuration) in {}, once", folder.display());
    std::fs::create_dir_all(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let download = || run(program("apt-get", &["download", "nginx"]).current_dir(folder));
    download()
        .or_else(|_| run(&mut program("apt-get", &["update"])).and_then(|()| download()))
        .map_err(|why| by_hand(&why))?;
    let files = std::fs::read_dir(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let packages = files.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    for package in packages.filter(|name| name.starts_with("nginx_")) {
        run(program("dpkg-deb", &["--extract", &package, "."]).current_dir(folder))
            .map_err(|why| by_hand(&why))?;
    }
    Ok(())
}
