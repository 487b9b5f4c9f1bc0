//! Which tools the project uses, in which version, and how each is installed where it is missing.

use crate::run::{Outcome, ask, command, find, run, tools_dir};
use std::path::Path;
use std::time::Instant;

/// A Rust program, installed where it is not on PATH in this very version.
pub struct CargoTool {
    /// The program, as it is called.
    pub program: &'static str,
    /// The crate it comes from.
    pub package: &'static str,
    /// The one version that fits.
    pub version: &'static str,
    /// What it is for, said when it is installed.
    pub why: &'static str,
    /// How long `cargo install` takes on two cores.
    pub minutes: &'static str,
    /// More arguments of `cargo install`.
    pub args: &'static [&'static str],
}

/// Newer ones need a newer Rust than this workspace is pinned to.
/// Without its default features it cannot download tools by itself: it need not, they are all set up here.
pub const TRUNK: CargoTool = CargoTool {
    program: "trunk",
    package: "trunk",
    version: "0.21.14",
    why: "builds and serves the browser files",
    minutes: "about 4 minutes",
    args: &["--no-default-features"],
};

/// Must be the same version as the crate `wasm-bindgen` in `Cargo.toml`.
pub const WASM_BINDGEN: CargoTool = CargoTool {
    program: "wasm-bindgen",
    package: "wasm-bindgen-cli",
    version: "0.2.130",
    why: "writes the JavaScript side of the WebAssembly, and runs its tests",
    minutes: "about 2 minutes",
    args: &[],
};

/// An npm package in the tools folder.
pub struct NpmPackage {
    /// Its name on npm.
    pub name: &'static str,
    /// The one version that fits.
    pub version: &'static str,
    /// What it is for.
    pub why: &'static str,
}

/// Has `wasm-opt`. Another version gives other bytes, and the size gate is exact.
pub const BINARYEN: NpmPackage =
    NpmPackage { name: "binaryen", version: "132.0.0", why: "wasm-opt, which makes the WebAssembly small" };

/// Takes about 1.5 KB brotli off wasm-bindgen's JavaScript, and the comments out of ours.
pub const ESBUILD: NpmPackage =
    NpmPackage { name: "esbuild", version: "0.28.2", why: "makes the JavaScript and the stylesheet small" };

/// Only the tests need these.
pub const FOR_TESTS: [NpmPackage; 2] = [
    NpmPackage { name: "axe-core", version: "4.14.1", why: "finds accessibility faults in the pages" },
    NpmPackage {
        name: "schema-dts",
        version: "2.1.0",
        why: "schema.org's own types, which the card's JSON-LD is checked against",
    },
];

/// Sees that a Rust program is there in its version.
pub fn need_cargo_tool(tool: &CargoTool) -> Outcome {
    let answers = || {
        ask(tool.program, &["--version"])
            .is_some_and(|said| said.split_whitespace().any(|word| word == tool.version))
    };
    if answers() {
        return Ok(());
    }
    println!(
        "installing {} {} ({}) in {}: {}, once",
        tool.package,
        tool.version,
        tool.why,
        tools_dir().display(),
        tool.minutes
    );
    let start = Instant::now();
    let spec = format!("{}@{}", tool.package, tool.version);
    let root = tools_dir();
    let root = root.to_string_lossy();
    let ours = ["--force", "--root", &root, &spec];
    let with = |first: &[&'static str]| -> bool {
        let mut args = first.to_vec();
        args.extend(ours);
        args.extend(tool.args);
        let mut cargo = command("cargo", &args);
        // The tools are run for seconds and compiled for minutes: spend less on compiling.
        cargo
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
        run(&mut cargo).is_ok() && answers()
    };
    let got = (find("cargo-binstall").is_some() && binstall(&spec, &root) && answers())
        || with(&["install", "--locked"])
        // A locked dependency may since have been withdrawn.
        || with(&["install"]);
    if !got {
        return Err(format!("{spec} could not be installed; try by hand: cargo install {spec}"));
    }
    println!("installed {spec} in {:.0} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// A ready-made program, where somebody offers one. Never compiles: that is `cargo install`'s part.
fn binstall(spec: &str, root: &str) -> bool {
    let mut args = vec!["binstall", "--no-confirm", "--force", "--root", root];
    args.extend(["--disable-strategies", "compile", spec]);
    run(&mut command("cargo", &args)).is_ok()
}

/// Sees that `wasm-opt` is there in its version.
pub fn need_wasm_opt() -> Outcome {
    let major = BINARYEN.version.split('.').next().unwrap_or_default();
    let answers = || {
        ask("wasm-opt", &["--version"]).is_some_and(|said| said.split_whitespace().any(|word| word == major))
    };
    if answers() {
        return Ok(());
    }
    need_npm_packages(&[BINARYEN])?;
    if answers() {
        Ok(())
    } else {
        Err(format!(
            "wasm-opt {major} does not answer; try by hand: npm install --global binaryen@{}",
            BINARYEN.version
        ))
    }
}

/// Sees that npm packages are in the tools folder.
pub fn need_npm_packages(packages: &[NpmPackage]) -> Outcome {
    let home = tools_dir().join("npm");
    let missing: Vec<_> = packages.iter().filter(|package| !has_npm_package(&home, package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    if find("npm").is_none() {
        need_apt_packages(&["nodejs", "npm"], "npm, for wasm-opt and axe-core")?;
    }
    for package in &missing {
        println!(
            "installing the npm package {}@{} ({}) in {}: a few seconds, once",
            package.name,
            package.version,
            package.why,
            home.display()
        );
    }
    let start = Instant::now();
    let home_arg = home.to_string_lossy().into_owned();
    let specs: Vec<_> =
        missing.iter().map(|package| format!("{}@{}", package.name, package.version)).collect();
    let mut args = vec!["install", "--prefix", &home_arg, "--omit=peer"];
    args.extend(["--no-audit", "--no-fund", "--loglevel=error"]);
    args.extend(specs.iter().map(String::as_str));
    run(&mut command("npm", &args)).map_err(|why| {
        format!("{why}; it needs the npm registry once: run it again with a connection, or see `npm ping`")
    })?;
    println!("installed in {:.0} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// Whether the tools folder has a package in its version.
fn has_npm_package(home: &Path, package: &NpmPackage) -> bool {
    let manifest = home.join("node_modules").join(package.name).join("package.json");
    let wanted = format!("\"version\": \"{}\"", package.version);
    std::fs::read_to_string(manifest).is_ok_and(|text| text.contains(&wanted))
}

/// Installs Debian or Ubuntu packages where that can be done without asking: as root, with apt.
pub fn need_apt_packages(packages: &[&str], why: &str) -> Outcome {
    let list = packages.join(" ");
    let by_hand = format!("{why}: please install {list} (by apt or as your system has it)");
    let root = ask("id", &["-u"]).is_some_and(|id| id == "0");
    if !root || find("apt-get").is_none() {
        return Err(by_hand);
    }
    println!("installing {list} ({why}) by apt-get: about a minute, once");
    let start = Instant::now();
    let mut args = vec!["install", "--yes", "--no-install-recommends"];
    args.extend(packages);
    let install = || run(command("apt-get", &args).env("DEBIAN_FRONTEND", "noninteractive"));
    // A fresh machine has no package lists yet.
    install()
        .or_else(|_| run(&mut command("apt-get", &["update"])).and_then(|()| install()))
        .map_err(|_| by_hand)?;
    println!("installed in {:.0} s", start.elapsed().as_secs_f64());
    Ok(())
}
