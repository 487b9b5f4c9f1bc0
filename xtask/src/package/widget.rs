//! The files of `dist/` that a page with a card may load.

use crate::digest::integrity;
use crate::paths::dist;
use crate::{Outcome, pieces};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// Those that a page names, or `embed.js` fetches beside itself, and the card in a frame. The others of `dist/` belong to
/// the demonstration.
const NAMED: [&str; 7] =
    ["card.css", "embed.js", "favicon.svg", "frame-parent.js", "frame.css", "frame.html", "frame.js"];

/// The built widget.
pub struct Widget {
    /// The name of the folder of its pieces, `parts-…`.
    pub parts: String,
    /// All files, those in the folder too, by their path with forward slashes.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Widget {
    /// What `cargo xtask build` has made.
    pub fn read() -> Outcome<Self> {
        let missing = || "dist/ has no release build: run `cargo xtask build`".to_owned();
        let mut folders = std::fs::read_dir(dist()).map_err(|_| missing())?.flatten();
        let parts = folders.find_map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            name.starts_with(pieces::FOLDER).then_some(name)
        });
        let parts = parts.ok_or_else(missing)?;
        let mut files = BTreeMap::new();
        for name in NAMED {
            files.insert(name.to_owned(), read(&dist().join(name))?);
        }
        collect(&dist().join(&parts), &parts, &mut files)?;
        Ok(Self { parts, files })
    }

    /// Of each file what `integrity` holds it to.
    pub fn integrity(&self) -> Value {
        self.files.iter().map(|(name, bytes)| (name.clone(), integrity(bytes))).collect()
    }
}

/// The bytes of a file.
pub fn read(path: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(path).map_err(|why| format!("{}: {why}", path.display()))
}

/// Writes a file, and makes the folders that it is in.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Outcome {
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(path, bytes))
        .map_err(|why| format!("{}: {why}", path.display()))
}

/// Makes a folder, or empties it.
pub fn make_empty(folder: &Path) -> Outcome {
    let failed = |why: std::io::Error| format!("{}: {why}", folder.display());
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(failed)?;
    }
    std::fs::create_dir_all(folder).map_err(failed)
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Outcome {
    for entry in std::fs::read_dir(folder).map_err(|why| format!("{}: {why}", folder.display()))?.flatten() {
        let name = format!("{prefix}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &name, files)?;
        } else {
            files.insert(name, read(&entry.path())?);
        }
    }
    Ok(())
}
