//! `cargo xtask package`: what is published, made ready and sent nowhere.
//!
//! - the **npm package**: `target/package/summary-card-VERSION.tgz`, and what is in it in `target/package/npm/`
//! - the **versioned folder**: `dist/VERSION/`, as a CDN or one's own server has it
//! - the **crates**: `target/package/*.crate`, where cargo puts them

mod bundler;
mod contract;
mod crates;
mod editors;
mod npm;
mod readme;
mod versioned;
mod widget;

use crate::paths::root;
use crate::{Outcome, build, tools};
use std::path::PathBuf;
use widget::Widget;

/// The version of everything that is published.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Makes all of it, and says how to publish it. With `--no-build` from the `dist/` that is there.
pub fn package(args: &[&str]) -> Outcome {
    let is_built = match args {
        [] => false,
        ["--no-build"] => true,
        other => return Err(format!("package does not know `{}`", other.join(" "))),
    };
    tools::for_package()?;
    if !is_built {
        build::release()?;
    }
    for_pages()?;
    let crates = crates::in_order()?;
    crates::package(&crates, &[])?;
    println!("\nThe crates, each after those that it depends on: {}", crates.join(", "));
    println!("\nNothing has been published. When it is to be:");
    println!("  npm publish {}", relative(&tarball()));
    println!("  cargo publish {}", crates::named(&crates).join(" "));
    if let Some(note) = crates::placeholder()? {
        println!("\nBefore that: {note}");
    }
    Ok(())
}

/// Makes what pages load, of the `dist/` that is there: the npm package and the versioned folder.
pub fn for_pages() -> Outcome {
    let widget = Widget::read()?;
    npm::make(&widget)?;
    let folder = versioned::make(&widget)?;
    println!("  {}", relative(&tarball()));
    println!("  {}/", relative(&folder));
    Ok(())
}

/// Whether the crates can be packed without a warning, but for compiling them, which takes minutes.
pub fn check_crates() -> Outcome {
    crates::package(&crates::in_order()?, &["--no-verify", "--allow-dirty"])
}

/// Where the packages are put.
pub fn folder() -> PathBuf {
    root().join("target/package")
}

/// The npm package as it is published.
pub fn tarball() -> PathBuf {
    folder().join(format!("summary-card-{VERSION}.tgz"))
}

/// A path as one types it in the workspace's folder.
fn relative(path: &std::path::Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
