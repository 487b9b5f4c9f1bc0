//! Tools that are Rust programs: ready made from their release page where that can be reached, else compiled.

use super::prebuilt::{self, Archive, Release};
use crate::process::{ask, program, run};
use crate::{Outcome, paths};
use std::time::Instant;

/// A Rust program, put in the tools folder where it is not on PATH in this very version.
pub struct Program {
    /// What it is called.
    name: &'static str,
    /// The crate it comes from.
    package: &'static str,
    /// The one version that fits.
    version: &'static str,
    /// What it is for, said when it is installed.
    why: &'static str,
    /// How long compiling it takes on two cores.
    minutes: &'static str,
    /// More arguments of `cargo install`.
    cargo_args: &'static [&'static str],
    /// The same version, ready made.
    release: Release,
}

/// Newer ones need a newer Rust than this workspace is pinned to.
/// Compiled without its default features it cannot download tools by itself: it need not, they are all seen to here.
pub const TRUNK: Program = Program {
    name: "trunk",
    package: "trunk",
    version: "0.21.14",
    why: "builds and serves the browser files",
    minutes: "about 4 minutes",
    cargo_args: &["--no-default-features"],
    release: Release {
        address: "https://github.com/trunk-rs/trunk/releases/download/v0.21.14",
        programs: &["trunk"],
        archives: &[
            Archive {
                system: ("x86_64", "linux"),
                file: "trunk-x86_64-unknown-linux-musl.tar.gz",
                sha256: "a67f4054b249fe9acc5fabc25de1aebf19783aca3ad6ff64bf34d7da44d0ea20",
            },
            Archive {
                system: ("aarch64", "linux"),
                file: "trunk-aarch64-unknown-linux-musl.tar.gz",
                sha256: "e8e2a2bb423ce6702ab9f4f02f8c9ae99d790f0301f7634e986b2dd8706019cc",
            },
            Archive {
                system: ("x86_64", "macos"),
                file: "trunk-x86_64-apple-darwin.tar.gz",
                sha256: "f1ba0e3bbe24e0ae219c6d22c33e24e2825c1608dd27c2556e323495110f1a95",
            },
            Archive {
                system: ("aarch64", "macos"),
                file: "trunk-aarch64-apple-darwin.tar.gz",
                sha256: "764e299dd50d89442a4e96a236349f57961984b701e74d3dbdb39cd1c9f5101e",
            },
        ],
    },
};

/// Must be the same version as the crate `wasm-bindgen` in `Cargo.toml`.
pub const WASM_BINDGEN: Program = Program {
    name: "wasm-bindgen",
    package: "wasm-bindgen-cli",
    version: "0.2.130",
    why: "writes the JavaScript side of the WebAssembly, and runs its tests",
    minutes: "about 2 minutes",
    cargo_args: &[],
    release: Release {
        address: "https://github.com/wasm-bindgen/wasm-bindgen/releases/download/0.2.130",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        // None yet: a digest is written here when it was read in a second place besides the release page itself.
        archives: &[],
    },
};

/// What Firefox is driven by.
pub const GECKODRIVER: Program = Program {
    name: "geckodriver",
    package: "geckodriver",
    version: "0.36.0",
    why: "drives Firefox in the tests",
    minutes: "about 2 minutes",
    cargo_args: &[],
    release: Release {
        address: "https://github.com/mozilla/geckodriver/releases/download/v0.36.0",
        programs: &["geckodriver"],
        // None yet, as for wasm-bindgen.
        archives: &[],
    },
};

/// Sees that a program is there in its version.
pub fn need(tool: &Program) -> Outcome {
    if answers(tool) {
        return Ok(());
    }
    let Program { name, version, why, minutes, .. } = tool;
    println!("{name} {version} ({why}) goes into {}, once", paths::tools().display());
    let start = Instant::now();
    let seconds = || format!("{:.1} s", start.elapsed().as_secs_f64());
    let ready_made = prebuilt::fetch(&tool.release, &paths::tools().join("bin"))
        .and_then(|()| if answers(tool) { Ok(()) } else { Err("it does not run here".to_owned()) });
    match ready_made {
        Ok(()) => {
            println!("took the ready-made {name} from its release page in {}", seconds());
            return Ok(());
        }
        Err(why) => println!("no ready-made {name} after {}: {why}\ncompiling it, {minutes}", seconds()),
    }
    // A locked dependency may since have been withdrawn.
    if compile(tool, true) || compile(tool, false) {
        println!("compiled {name} in {}", seconds());
        Ok(())
    } else {
        let Program { package, .. } = tool;
        Err(format!("{name} could not be compiled; try by hand: cargo install {package}@{version}"))
    }
}

/// Whether it is on the search path in its version.
fn answers(tool: &Program) -> bool {
    ask(tool.name, &["--version"])
        .is_some_and(|said| said.split_whitespace().any(|word| word == tool.version))
}

fn compile(tool: &Program, locked: bool) -> bool {
    let root = paths::tools();
    let root = root.to_string_lossy();
    let spec = format!("{}@{}", tool.package, tool.version);
    let mut args = vec!["install", "--force", "--root", &root, &spec];
    args.extend(locked.then_some("--locked"));
    args.extend(tool.cargo_args);
    let mut cargo = program("cargo", &args);
    // The tools are run for seconds and compiled for minutes: spend less on compiling.
    cargo
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
    run(&mut cargo).is_ok() && answers(tool)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_wasm_bindgen_is_the_crate_s() {
        let manifest =
            std::fs::read_to_string(paths::root().join("Cargo.toml")).expect("the workspace has one");
        let wanted = format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version);
        assert!(manifest.contains(&wanted), "Cargo.toml has no {wanted}");
    }

    #[test]
    fn every_release_page_is_of_the_version_and_every_digest_whole() {
        for tool in [TRUNK, WASM_BINDGEN, GECKODRIVER] {
            assert!(tool.release.address.ends_with(tool.version), "{}", tool.release.address);
            for archive in tool.release.archives {
                assert!(archive.sha256.len() == 64, "{}", archive.file);
                assert!(archive.sha256.bytes().all(|byte| byte.is_ascii_hexdigit()), "{}", archive.file);
            }
        }
    }
}
