//! wasm-opt takes most of a release build. What it made of a module is kept, and asked for only once.

use crate::Outcome;
use crate::digest::{hex, sha256};
use crate::paths::root;
use crate::process::{ask, program, run};
use std::path::Path;
use std::sync::OnceLock;

/// What every supported browser takes.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
];
/// What of a file only its makers want.
const STRIP: [&str; 3] = ["--strip-debug", "--strip-producers", "--strip-target-features"];

/// Puts in the place of a module what these passes make of it.
pub fn optimize(module: &Path, passes: &[&str]) -> Outcome {
    let read = |path: &Path| std::fs::read(path).map_err(|why| format!("{}: {why}", path.display()));
    let asked = [&[version()], &FEATURES[..], passes, &STRIP].concat().join(" ");
    let (passes_hash, input_hash) = (hex(&sha256(asked.as_bytes())), hex(&sha256(&read(module)?)));
    // One a file and set of passes: what an older module gave is not wanted again.
    let folder = root().join("target/wasm-opt");
    let name = module.file_stem().unwrap_or_default().to_string_lossy();
    let kept = folder.join(format!("{name}-{}.wasm", &passes_hash[..12]));
    let kept_of = kept.with_extension("input");
    let failed = |why: std::io::Error| format!("{}: {why}", kept.display());
    if std::fs::read_to_string(&kept_of).is_ok_and(|hash| hash == input_hash) && kept.exists() {
        println!("  {name}.wasm: what wasm-opt made of the same before");
        return std::fs::copy(&kept, module).map(drop).map_err(failed);
    }
    let path = module.display().to_string();
    let args = [&FEATURES[..], passes, &STRIP, &[&*path, "-o", &path]].concat();
    run(&mut program("wasm-opt", &args))?;
    std::fs::create_dir_all(&folder).map_err(failed)?;
    // Last, so that a copy that was cut off counts for nothing.
    std::fs::write(&kept_of, "").map_err(failed)?;
    std::fs::copy(module, &kept).map_err(failed)?;
    std::fs::write(&kept_of, input_hash).map_err(failed)
}

/// Which wasm-opt it is. A build has some thirty modules to ask of, and to start it takes a while.
fn version() -> &'static str {
    static VERSION: OnceLock<String> = OnceLock::new();
    VERSION.get_or_init(|| ask("wasm-opt", &["--version"]).unwrap_or_default())
}
