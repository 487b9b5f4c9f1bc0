//! `cargo xtask build`: the release build in `dist/`, and how large each file is for a reader; the editor's desk in
//! `dist/desk/` and the documentation page in `dist/docs/` beside it.

use crate::paths::{dist, root};
use crate::process::{program, run};
use crate::{Outcome, desk, docs, package, pieces, tools};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Brotli bytes of each file of `dist/` but for the desk, the docs and the versioned copies, by its path with forward
/// slashes. The folder of the pieces is `parts`.
pub type Sizes = BTreeMap<String, usize>;

/// What stands for the folder of the pieces among the sizes: its real name changes with what is in it.
const PIECES: &str = "parts";

/// What a page that embeds the card makes its reader load before the card is live, besides the card file.
pub const LOADED: [&str; 4] = ["card.css", "embed.js", "parts/live.js", "parts/summary-card_bg.wasm"];

/// Builds, and prints the sizes.
pub fn build() -> Outcome {
    tools::for_build()?;
    release()?;
    let sizes = measure()?;
    list(&sizes);
    Ok(())
}

/// The release build. The tools must be there.
pub fn release() -> Outcome {
    let paths = remapped_paths().join("\u{1f}");
    let flags = format!("{paths}\u{1f}{}", pieces::RUSTFLAG);
    // In pieces, else as Trunk.toml has it.
    let features = "--features=untraced,split";
    let mut trunk = trunk(&["build", "--release", features]);
    run(trunk.env("CARGO_ENCODED_RUSTFLAGS", flags))?;
    pieces::make()?;
    let small = ["card.css", "embed.js", "frame.css", "frame.js", "frame-parent.js"];
    esbuild(&dist(), &small.map(|name| dist().join(name)))?;
    desk::release(&paths)?;
    docs::make()
}

/// Trunk, which asks nobody whether there is a newer one.
pub fn trunk(args: &[&str]) -> Command {
    let mut trunk = program("trunk", args);
    // Trunk takes only the words true and false in these.
    trunk.env_remove("NO_COLOR").env("TRUNK_SKIP_VERSION_CHECK", "true");
    trunk
}

/// For esbuild: what the supported browsers all understand. Newer syntax is written out, older is left as it is.
pub const BROWSERS: &str = "--target=chrome125,firefox140,safari17.4";

/// Makes scripts and stylesheets of a folder small, in place. Names that a page sees are kept: nothing is bundled, and
/// esbuild renames only what is local to a module.
pub fn esbuild(folder: &Path, files: &[PathBuf]) -> Outcome {
    let out = format!("--outdir={}", folder.display());
    let mut args =
        ["--minify", "--charset=utf8", "--allow-overwrite", "--log-level=warning", BROWSERS, &out].to_vec();
    let files: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
    args.extend(files.iter().map(String::as_str));
    run(&mut program("esbuild", &args))
}

/// Compiler flags that keep this machine's folders out of the WebAssembly: a panic names its source file, and
/// the same sources must give the same bytes in every clone.
fn remapped_paths() -> Vec<String> {
    let home = std::env::var_os("CARGO_HOME")
        .map_or_else(|| std::env::home_dir().unwrap_or_default().join(".cargo"), PathBuf::from);
    // The folder's name holds a hash of the registry's address, which differs behind a mirror.
    let mut folders: Vec<PathBuf> = std::fs::read_dir(home.join("registry/src"))
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    folders.sort();
    let mut flags: Vec<String> =
        folders.iter().map(|folder| format!("--remap-path-prefix={}=/crates", folder.display())).collect();
    flags.push(format!("--remap-path-prefix={}=/summary-card", root().display()));
    flags
}

/// The brotli size of every file of `dist/` but for those of the desk and of the docs, which no reader loads, and what
/// `cargo xtask package` copied.
pub fn measure() -> Outcome<Sizes> {
    let mut sizes = Sizes::new();
    collect(&dist(), "", &mut sizes)?;
    if sizes.is_empty() {
        return Err("dist/ is empty: run `cargo xtask build`".to_owned());
    }
    Ok(sizes)
}

fn collect(folder: &Path, prefix: &str, sizes: &mut Sizes) -> Outcome {
    let failed = |why: std::io::Error| format!("{} could not be read: {why}", folder.display());
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = format!("{prefix}{name}");
        if path.is_dir() && [desk::FOLDER, docs::FOLDER, package::VERSION].contains(&&*name) {
            continue;
        }
        if path.is_dir() {
            let name = if name.starts_with(pieces::FOLDER) { PIECES } else { &name };
            collect(&path, &format!("{name}/"), sizes)?;
        } else {
            let bytes =
                std::fs::read(&path).map_err(|why| format!("{} could not be read: {why}", path.display()))?;
            sizes.insert(name, packed(&bytes)?.len());
        }
    }
    Ok(())
}

/// What brotli makes of it at its highest quality, with the window servers use.
pub fn packed(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, 11, 22);
    writer.write_all(bytes).map_err(|why| format!("brotli failed: {why}"))?;
    drop(writer);
    Ok(packed)
}

/// The sum of what is loaded before a card is live, the card file itself left out.
pub fn loaded(sizes: &Sizes) -> usize {
    LOADED.iter().filter_map(|name| sizes.get(*name)).sum()
}

/// The brotli size of all that is in a folder of `dist/`.
fn folder_size(folder: &str) -> Outcome<usize> {
    let mut sizes = Sizes::new();
    collect(&dist().join(folder), "", &mut sizes)?;
    Ok(sizes.values().sum())
}

/// Prints the sizes, and those of the desk and of the docs.
pub fn list(sizes: &Sizes) {
    println!("\n   brotli  file");
    for (name, size) in sizes {
        println!("{size:9}  {name}");
    }
    println!("{:9}  all of these", sizes.values().sum::<usize>());
    println!("{:9}  loaded before a card is live: {}", loaded(sizes), LOADED.join(" + "));
    for (what, folder) in [("the editor's desk", desk::FOLDER), ("the documentation page", docs::FOLDER)] {
        match folder_size(folder) {
            Ok(size) => println!("{size:9}  {what}, in dist/{folder}/: not in tests/size.txt"),
            Err(why) => println!("           {what} is not there: {why}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeated_text_packs_well_and_noise_does_not() {
        assert!(packed(&[b'a'; 10_000]).expect("packs").len() < 50);
        let mut seed = 1_u32;
        let noise: Vec<u8> = std::iter::repeat_with(|| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 24) as u8
        })
        .take(10_000)
        .collect();
        assert!(packed(&noise).expect("packs").len() > 9_000);
    }
}
