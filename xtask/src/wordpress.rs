//! `cargo xtask wordpress`: the plugin for WordPress, as the zip that WordPress installs.

use crate::paths::{dist, root};
use crate::{Outcome, build, pieces, tools};
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The plugin's folder in the zip, and with that in WordPress.
const PLUGIN: &str = "summary-card";

/// The files of a zip by their names in it.
type Files = BTreeMap<String, Vec<u8>>;

/// The release build, and the plugin with it.
pub fn wordpress() -> Outcome {
    tools::for_build()?;
    build::release()?;
    pack()
}

/// The plugin with the `dist/` that is there.
pub fn pack() -> Outcome {
    let file = root().join("target/wordpress").join(format!("{PLUGIN}.zip"));
    let zip = zip(&plugin()?).map_err(|why| format!("the plugin could not be packed: {why}"))?;
    let written =
        std::fs::create_dir_all(file.parent().unwrap_or(&file)).and_then(|()| std::fs::write(&file, &zip));
    written.map_err(|why| format!("{} could not be written: {why}", file.display()))?;
    println!("{:9}  bytes in {}", zip.len(), file.display());
    Ok(())
}

/// What the plugin consists of: its own files, the licence, and of `dist/` what a page loads.
fn plugin() -> Outcome<Files> {
    let mut files = Files::new();
    collect(&root().join("wordpress").join(PLUGIN), PLUGIN, &mut files)?;
    add(&root().join("LICENSE-MIT"), format!("{PLUGIN}/LICENSE-MIT"), &mut files)?;
    let assets = format!("{PLUGIN}/assets");
    for name in ["embed.js", "card.css"] {
        add(&dist().join(name), format!("{assets}/{name}"), &mut files)?;
    }
    let parts = entries(&dist())?.into_iter().find(|path| name(path).starts_with(pieces::FOLDER));
    let parts = parts.ok_or("dist/ is no release build: run `cargo xtask wordpress`, which makes one")?;
    collect(&parts, &format!("{assets}/{}", name(&parts)), &mut files)?;
    Ok(files)
}

/// Adds the files of a folder and of those in it.
fn collect(folder: &Path, prefix: &str, files: &mut Files) -> Outcome {
    for path in entries(folder)? {
        let inside = format!("{prefix}/{}", name(&path));
        if path.is_dir() {
            collect(&path, &inside, files)?;
        } else {
            add(&path, inside, files)?;
        }
    }
    Ok(())
}

fn add(path: &Path, inside: String, files: &mut Files) -> Outcome {
    let bytes = std::fs::read(path).map_err(|why| format!("{} could not be read: {why}", path.display()))?;
    files.insert(inside, bytes);
    Ok(())
}

fn entries(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let failed = |why: std::io::Error| format!("{} could not be read: {why}", folder.display());
    let entries = std::fs::read_dir(folder).map_err(failed)?;
    entries.map(|entry| Ok(entry.map_err(failed)?.path())).collect()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The same files give the same bytes, on every day.
fn zip(files: &Files) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;
    use std::collections::BTreeSet;

    fn read(path: &str) -> String {
        std::fs::read_to_string(root().join(path)).unwrap_or_else(|why| panic!("{path}: {why}"))
    }

    /// What stands between the first such mark and the end of its line, without what ends it.
    fn after(text: &str, mark: &str) -> String {
        let (_, rest) = text.split_once(mark).unwrap_or_else(|| panic!("no {mark:?}"));
        rest.lines().next().unwrap_or_default().trim_matches([' ', '"', '\'', ',', ';']).to_owned()
    }

    #[test]
    fn the_plugin_says_the_same_version_everywhere() {
        let version = after(&read("Cargo.toml"), "[workspace.package]\nversion = ");
        for (file, mark) in [
            ("summary-card.php", "* Version:"),
            ("summary-card.php", "const VERSION ="),
            ("readme.txt", "Stable tag:"),
            ("block/block.json", "\"version\":"),
            ("block/editor.asset.php", "'version'      =>"),
        ] {
            assert_eq!(after(&read(&format!("wordpress/{PLUGIN}/{file}")), mark), version, "{file}");
        }
    }

    /// The texts between such a mark and the next `'` that ends a text for PHP or JavaScript.
    fn marked(text: &str, mark: &str) -> Vec<String> {
        let texts = text.split(mark).skip(1);
        texts.map(|rest| rest.split("', 'summary-card'").next().unwrap_or_default().to_owned()).collect()
    }

    /// What stands for a value in a text of words: `%s`, `%2$d`.
    fn slots(text: &str) -> Vec<&str> {
        let mut slots: Vec<&str> = text
            .split('%')
            .skip(1)
            .map(|rest| &rest[..=rest.find(['s', 'd']).unwrap_or_else(|| panic!("a slot in {text:?}"))])
            .collect();
        slots.sort_unstable();
        slots
    }

    #[test]
    fn every_language_of_the_card_has_all_words_of_the_plugin_and_no_others() {
        let folder = root().join("wordpress").join(PLUGIN);
        let mut said: BTreeSet<String> = BTreeSet::new();
        for inside in ["includes", "block"] {
            for file in entries(&folder.join(inside)).expect("it is there") {
                let text = std::fs::read_to_string(file).expect("it is text");
                said.extend(marked(&text, "__( '"));
            }
        }
        let block: Value =
            serde_json::from_str(&read(&format!("wordpress/{PLUGIN}/block/block.json"))).expect("it is JSON");
        for words in [&block["title"], &block["description"], &block["keywords"]] {
            let words = words.as_array().cloned().unwrap_or_else(|| vec![words.clone()]);
            said.extend(words.iter().map(|word| word.as_str().expect("a text").to_owned()));
        }
        assert!(said.len() > 30, "{said:#?}");
        let languages = |folder: &Path| -> BTreeSet<String> {
            entries(folder).expect("it is there").iter().map(|path| name(path)).collect()
        };
        let of_plugin = languages(&folder.join("languages"));
        assert_eq!(of_plugin, languages(&root().join("static/words")));
        for language in of_plugin {
            let text = read(&format!("wordpress/{PLUGIN}/languages/{language}"));
            let words: BTreeMap<String, String> = serde_json::from_str(&text).expect("texts by texts");
            let has: BTreeSet<String> = words.keys().cloned().collect();
            assert_eq!(has, said, "{language}");
            for (english, own) in &words {
                assert_eq!(slots(own), slots(english), "{language}: {own:?}");
            }
        }
    }

    #[test]
    fn a_zip_has_its_files_and_is_the_same_every_time() {
        let files = Files::from([
            ("a/one.txt".to_owned(), b"1".to_vec()),
            ("a/b/two.txt".to_owned(), vec![b'2'; 99]),
        ]);
        let first = zip(&files).expect("it packs");
        assert_eq!(zip(&files).expect("it packs"), first);
        let mut archive = zip::ZipArchive::new(Cursor::new(first)).expect("it is a zip");
        for (name, bytes) in files {
            let mut file = archive.by_name(&name).expect("the file is there");
            let mut unpacked = Vec::new();
            std::io::copy(&mut file, &mut unpacked).expect("it unpacks");
            assert_eq!(unpacked, bytes, "{name}");
        }
    }
}
