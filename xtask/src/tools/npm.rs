//! Tools that come as npm packages, kept in `target/tools/npm`.

use super::apt;
use crate::process::{ask, program, run};
use crate::{Outcome, paths};
use std::time::Instant;

/// An npm package.
pub struct Package {
    /// Its name on npm.
    pub name: &'static str,
    /// The one version that fits.
    pub version: &'static str,
    /// What it is for.
    pub why: &'static str,
}

/// Has `wasm-opt`. Another version gives other bytes, and the size gate is exact.
const BINARYEN: Package =
    Package { name: "binaryen", version: "132.0.0", why: "wasm-opt, which makes the WebAssembly small" };

/// Takes about 1.5 KB brotli off wasm-bindgen's JavaScript, and the comments out of ours.
pub const ESBUILD: Package =
    Package { name: "esbuild", version: "0.28.2", why: "makes the JavaScript and the stylesheet small" };

/// Only the tests need these.
pub const FOR_TESTS: [Package; 3] = [
    Package { name: "axe-core", version: "4.14.1", why: "finds accessibility faults in the pages" },
    Package {
        name: "accessibility-checker-engine",
        version: "4.0.34",
        why: "IBM's, a second opinion on them",
    },
    Package {
        name: "schema-dts",
        version: "2.1.0",
        why: "schema.org's own types, which the card's JSON-LD is checked against",
    },
];

/// Sees that `wasm-opt` is there in its version, on PATH or as an npm package.
pub fn need_wasm_opt() -> Outcome {
    let major = BINARYEN.version.split('.').next().unwrap_or_default();
    let answers = || {
        ask("wasm-opt", &["--version"]).is_some_and(|said| said.split_whitespace().any(|word| word == major))
    };
    if answers() {
        return Ok(());
    }
    need(&[BINARYEN])?;
    if answers() {
        Ok(())
    } else {
        Err(format!(
            "wasm-opt {major} does not answer; try by hand: npm install --global binaryen@{}",
            BINARYEN.version
        ))
    }
}

/// Sees that npm itself is there.
pub fn need_npm() -> Outcome {
    if paths::find("npm").is_some() {
        return Ok(());
    }
    apt::need(&["nodejs", "npm"], "npm, for wasm-opt and axe-core")
}

/// Sees that packages are in the tools folder.
pub fn need(packages: &[Package]) -> Outcome {
    let missing: Vec<_> = packages.iter().filter(|package| !is_there(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    need_npm()?;
    let home = paths::npm().to_string_lossy().into_owned();
    for Package { name, version, why } in &missing {
        println!("installing the npm package {name}@{version} ({why}) in {home}: a few seconds, once");
    }
    let start = Instant::now();
    let specs: Vec<_> =
        missing.iter().map(|package| format!("{}@{}", package.name, package.version)).collect();
    let mut args = vec!["install", "--prefix", &home, "--omit=peer"];
    args.extend(["--no-audit", "--no-fund", "--loglevel=error"]);
    args.extend(specs.iter().map(String::as_str));
    run(&mut program("npm", &args)).map_err(|why| {
        format!("{why}; it needs the npm registry once: run it again with a connection, or see `npm ping`")
    })?;
    println!("installed in {:.0} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// Whether the tools folder has a package in its version.
fn is_there(package: &Package) -> bool {
    let manifest = paths::npm().join("node_modules").join(package.name).join("package.json");
    let wanted = format!("\"version\": \"{}\"", package.version);
    std::fs::read_to_string(manifest).is_ok_and(|text| text.contains(&wanted))
}
