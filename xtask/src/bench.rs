//! `cargo xtask bench`

use crate::Outcome;
use crate::process::{program, run};
use crate::{build, paths, tools};
use std::path::Path;
use std::time::Instant;

/// What a summary card is measured beside: a folder of `bench/peers/` each, and whether it has to be built.
const PEERS: [(&str, bool); 3] = [("preact", true), ("lit", true), ("comments", false)];

/// `quote` runs the benchmark of finding quotes; anything else the one in a browser, beside the peers.
pub fn bench(args: &[&str]) -> Outcome {
    match args.split_first() {
        Some((&"quote", rest)) => quote(rest),
        _ => browser(args),
    }
}

/// How long it takes to find quotes in a long article; what follows goes to the benchmark.
fn quote(args: &[&str]) -> Outcome {
    let mut all = vec!["bench", "--package", "summary-card-quote", "--bench", "anchor", "--"];
    all.extend(args);
    run(&mut program("cargo", &all))
}

/// The release build and the peers, then the bench itself, which what follows goes to.
fn browser(args: &[&str]) -> Outcome {
    // A word that it does not know is said before minutes are spent on building.
    bench_itself(&[args, &["--dry-run"]].concat())?;
    tools::for_bench()?;
    if !args.contains(&"--no-build") {
        build::release()?;
    }
    for (name, is_built) in PEERS {
        peer(&paths::root().join("bench/peers").join(name), is_built)?;
    }
    bench_itself(args)
}

fn bench_itself(args: &[&str]) -> Outcome {
    let mut all = vec!["run", "--quiet", "--package", "summary-card-bench", "--"];
    all.extend(args);
    run(&mut program("cargo", &all))
}

/// Installs a peer as its lock file has it, and builds it as its authors would.
fn peer(folder: &Path, is_built: bool) -> Outcome {
    let lock = std::fs::read(folder.join("package-lock.json"))
        .map_err(|why| format!("{}: {why}", folder.join("package-lock.json").display()))?;
    let installed = folder.join("node_modules/.installed-lock.json");
    if std::fs::read(&installed).is_ok_and(|before| before == lock) {
        println!("{} is installed", folder.display());
    } else {
        let start = Instant::now();
        let install = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
        run(program("npm", &install).current_dir(folder)).map_err(|why| {
            format!(
                "{why}; it needs the npm registry once: run it again with a connection, or see `npm ping`"
            )
        })?;
        std::fs::write(&installed, lock).map_err(|why| format!("{}: {why}", installed.display()))?;
        println!("installed {} in {:.0} s", folder.display(), start.elapsed().as_secs_f64());
    }
    if is_built { run(program("npm", &["run", "build"]).current_dir(folder)) } else { Ok(()) }
}
