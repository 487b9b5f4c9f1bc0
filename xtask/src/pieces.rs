//! The WebAssembly of the release build, in pieces: cut, made small, and put into a folder of `dist/` that is named
//! after its contents. Only `embed.js` knows the name, so that the parts of two builds are never mixed.

use crate::Outcome;
use crate::build::BROWSERS;
use crate::digest::{base64, hex, sha256};
use crate::glue;
use crate::order::by_likeness;
use crate::paths::{dist, root};
use crate::process::{ask, program, run};
use crate::wasm;
use crate::wasm_opt::optimize;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The first module's name, and that of the script which loads it and the other pieces.
const NAME: &str = "summary-card";

/// The script that embed.js fetches: ours, and the one that wasm-bindgen made, in one.
pub const SCRIPT: &str = "live.js";

/// The folder of the words in languages other than English.
const WORDS: &str = "words";

/// What the name of the folder in `dist/` begins with; a hash follows.
pub const FOLDER: &str = "parts-";

/// How wasm-opt makes a piece small. Optimized four times, next to nothing inlined, and equal code left as often as it stands
/// there: the file is larger so, and packs better.
const WASM_OPT: [&str; 9] = [
    "-Os",
    "--skip-pass=local-cse",
    "--one-caller-inline-max-function-size=20",
    "--always-inline-max-function-size=0",
    "--flatten",
    "--rereloop",
    "-Os",
    "-Os",
    "-Os",
];
/// Puts the functions in the order of the names that [`wasm::name_in_order`] gives them.
const WASM_ORDER: &str = "--reorder-functions-by-name";

/// The compiler's flag without which the WebAssembly cannot be cut.
pub const RUSTFLAG: &str = "-Clink-args=--emit-relocs";

/// Puts the pieces of what was compiled last into `dist/`, in the place of what Trunk made of it.
pub fn make() -> Outcome {
    let work = root().join("target/pieces");
    let failed = |why: std::io::Error| format!("{}: {why}", work.display());
    if work.exists() {
        std::fs::remove_dir_all(&work).map_err(failed)?;
    }
    std::fs::create_dir_all(&work).map_err(failed)?;
    cut(&work)?;
    let mut pieces = shrink(&work)?;
    shorten_names(&work, &mut pieces)?;
    let link = work.join("__wasm_split.js");
    let text = std::fs::read_to_string(&link).map_err(failed)?;
    let modules: Vec<&(String, Vec<u8>)> =
        pieces.iter().filter(|(name, _)| !name.starts_with(NAME)).collect();
    std::fs::write(&link, loader(&text, &modules)?).map_err(failed)?;
    let first = pieces.iter().find(|(name, _)| name.starts_with(NAME)).ok_or("there is no first module")?;
    let script = bundle(&work, &base64(&sha256(&first.1)))?;
    install(pieces, script)
}

/// The compiler's output, cut and with its JavaScript side, in `work`.
fn cut(work: &Path) -> Outcome {
    let whole = work.join("compiled.wasm");
    leave_out_debug(&target_folder()?.join("wasm32-unknown-unknown/release/summary_card.wasm"), &whole)?;
    let (whole_text, work_text) = (whole.display().to_string(), work.display().to_string());
    let split = ["run", "--quiet", "--package", "xtask-split", "--", &whole_text, &work_text];
    run(&mut program("cargo", &split))?;
    std::fs::remove_file(&whole).map_err(|why| format!("{whole_text}: {why}"))?;
    // Only now: it drops what the cutting needs.
    let first = work.join(format!("{NAME}.wasm")).display().to_string();
    let out = format!("--out-dir={work_text}");
    let bindgen = ["--target=web", "--no-typescript", "--keep-lld-exports", &out, &first];
    run(&mut program("wasm-bindgen", &bindgen))
}

/// Takes out how values are written for debugging (`{:?}`), and with it, when it is cut, what nothing else refers to: the
/// tables of which characters can be printed. Only the message of a panic would show it, and says what went wrong without.
fn leave_out_debug(compiled: &Path, out: &Path) -> Outcome {
    let failed = |path: &Path, why: std::io::Error| format!("{}: {why}", path.display());
    let wasm = std::fs::read(compiled).map_err(|why| failed(compiled, why))?;
    // All of one type: a value and a formatter in, 0 for "written" out. The names are as the compiler writes them, in its
    // old way and in its new one.
    let is_debug = |name: &str| name.contains("fmt..Debug$GT$3fmt") || name.contains("5Debug3fmt");
    let (wasm, count) = wasm::empty_functions(&wasm, &is_debug)?;
    if count == 0 {
        return Err("the compiler's output has no names of functions".to_owned());
    }
    std::fs::write(out, wasm).map_err(|why| failed(out, why))
}

/// Every module in `work` as small as wasm-opt makes it: its name in `dist/`, and its bytes.
fn shrink(work: &Path) -> Outcome<Vec<(String, Vec<u8>)>> {
    let failed = |why: std::io::Error| format!("{}: {why}", work.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(work).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name().to_string_lossy().into_owned();
        let is_wasm = Path::new(&name).extension().is_some_and(|ending| ending == "wasm");
        if is_wasm && name != format!("{NAME}.wasm") {
            files.push(name);
        }
    }
    files.sort();
    let mut pieces = Vec::new();
    for name in files {
        let path = work.join(&name);
        optimize(&path, &WASM_OPT)?;
        let ordered = wasm::name_in_order(&std::fs::read(&path).map_err(failed)?, &by_likeness)?;
        std::fs::write(&path, ordered).map_err(failed)?;
        optimize(&path, &[WASM_ORDER])?;
        pieces.push((piece_name(&name), std::fs::read(path).map_err(failed)?));
    }
    Ok(pieces)
}

/// Makes the first module and its JavaScript side small together: its names alone are some kilobytes.
fn shorten_names(work: &Path, pieces: &mut [(String, Vec<u8>)]) -> Outcome {
    let read = |name: &str| {
        let path = work.join(name);
        std::fs::read_to_string(&path).map_err(|why| format!("{}: {why}", path.display()))
    };
    let script = format!("{NAME}.js");
    let first =
        pieces.iter_mut().find(|(name, _)| name.starts_with(NAME)).ok_or("there is no first module")?;
    let (text, module) = glue::shorten(&read(&script)?, &first.1, NAME, &read("__wasm_split.js")?)?;
    first.1 = module;
    std::fs::write(work.join(&script), text).map_err(|why| format!("{script}: {why}"))
}

/// `comments.wasm` for `split_comments.wasm`.
fn piece_name(file: &str) -> String {
    file.strip_prefix("split_").unwrap_or(file).to_owned()
}

/// What fetches the pieces, made of what the tool that cut them says: which needs which, and what they share. The tool's own
/// text is longer, and holds no piece to its contents. Whatever goes wrong on the way, a piece is of this build and whole, or
/// it is none.
fn loader(text: &str, pieces: &[&(String, Vec<u8>)]) -> Outcome<String> {
    let unknown =
        |what: &str| format!("what fetches the pieces has no `{what}`: another version of the tool?");
    let cut = |text: &'_ str, from: &str, to: &str| -> Outcome<String> {
        let after = text.split_once(from).ok_or_else(|| unknown(from))?.1;
        Ok(after.split_once(to).ok_or_else(|| unknown(to))?.0.to_owned())
    };
    let shared = cut(text, "const { ", " } = initSync(undefined, undefined);")?;
    let (mut table, mut exports) = (String::new(), String::new());
    for (file, bytes) in pieces {
        let name = file.trim_end_matches(".wasm");
        let own = [file.clone(), format!("split_{file}")]
            .into_iter()
            .find_map(|file| text.split_once(&format!("fetch(new URL(\"./{file}\"")))
            .ok_or_else(|| format!("nothing fetches {file}"))?
            .1;
        let needs = cut(own, ", [", "]")?.replace("__", "").replace(',', "");
        let entry = [&base64(&sha256(bytes)), " ", &*needs].concat();
        table.extend(["  ", name, ": \"", entry.trim_end(), "\",\n"]);
        let load = format!("__wasm_split_load_{name}");
        if text.contains(&format!("export const {load} = ")) {
            exports.extend(["export const ", &load, " = piece(\"", name, "\");\n"]);
        }
    }
    if text.matches("export const ").count() != exports.lines().count() {
        return Err(unknown("export const … for each piece"));
    }
    let shared = shared.trim_end_matches([',', ' ']);
    Ok([&*LOADER.replace("SHARED", shared).replace("  TABLE\n", &table), &exports].concat())
}

const LOADER: &str = r#"import { initSync } from "./summary-card.js";

// Of each piece its SHA-256, and what it needs beside it.
const PIECES = {
  TABLE
};

const pieces = {}; // promises of them
let imports; // what all of them share
let cache = "default";

const load = async (name) => {
  const [hash, ...needs] = PIECES[name].split(" ");
  const response = fetch(new URL(name + ".wasm", import.meta.url), { integrity: "sha256-" + hash, cache });
  response.catch(() => {}); // told below
  await Promise.all(needs.map(get));
  // A server need not know the type of these files.
  await WebAssembly.instantiate(await (await response).arrayBuffer(), imports);
};

// One that could not be had is tried again at the next occasion.
const get = (name) => (pieces[name] ??= load(name).catch((error) => {
  delete pieces[name];
  throw error;
}));

const piece = (name) => async (callback, data) => {
  const { SHARED } = initSync();
  imports = { __wasm_split: { SHARED } };
  let isHere = true;
  try {
    await get(name);
  } catch (error) {
    console.error(error);
    isHere = false;
    cache = "reload"; // what failed may be in the browser's cache
  }
  __indirect_function_table.get(callback)(data, isHere);
};
"#;

/// All JavaScript but embed.js, in one file: two that import each other would be there twice when embed.js tries one of
/// them again under another address. It holds the first module to its hash.
fn bundle(work: &Path, first_hash: &str) -> Outcome<Vec<u8>> {
    // As long as they are two files, the second is to have the first one's address, for the same reason.
    const APART: &str = "const glue = await import(`./summary-card.js${new URL(import.meta.url).search}`);";
    let source = root().join("static").join(SCRIPT);
    let text = std::fs::read_to_string(&source).map_err(|why| format!("{}: {why}", source.display()))?;
    let text = put(&text, SCRIPT, APART, "import * as glue from \"./summary-card.js\";")?;
    let text = put(&text, SCRIPT, "const HASH = \"\";", &format!("const HASH = \"{first_hash}\";"))?;
    let (from, to) = (work.join(SCRIPT), work.join("bundle.js"));
    std::fs::write(&from, text).map_err(|why| format!("{}: {why}", from.display()))?;
    let (from, out) = (from.display().to_string(), format!("--outfile={}", to.display()));
    // wasm-bindgen names that other script once for each piece: always the same.
    let quiet = "--log-override:duplicate-object-key=silent";
    run(&mut program(
        "esbuild",
        &["--bundle", "--format=esm", "--minify", "--log-level=warning", quiet, BROWSERS, &out, &from],
    ))?;
    std::fs::read(&to).map_err(|why| format!("{}: {why}", to.display()))
}

/// The text of a file with something in the place of what stands there once.
pub fn put(text: &str, file: &str, place: &str, there: &str) -> Outcome<String> {
    if text.matches(place).count() != 1 {
        return Err(format!("{file} has not one `{place}`"));
    }
    Ok(text.replace(place, there))
}

/// By this embed.js knows its style sheet where that is in the HTML: FNV-1a, as `render` writes it there.
pub fn style_hash(text: &str) -> String {
    let mix = |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    format!("{:08x}", text.bytes().fold(0x811c_9dc5, mix))
}

/// The files of words as small as the widget can read them: in their order, without the names of those in tables.
fn packed_words(folder: &Path) -> Outcome<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|why| format!("{}: {why}", folder.display()))? {
        let path = entry.map_err(|why| why.to_string())?.path();
        let failed = |why: &dyn std::fmt::Display| format!("{}: {why}", path.display());
        let text = std::fs::read_to_string(&path).map_err(|why| failed(&why))?;
        let mut words: Value = serde_json::from_str(&text).map_err(|why| failed(&why))?;
        for (section, words) in words.as_object_mut().into_iter().flatten() {
            if let Some(fields) = words.as_object_mut().filter(|_| section != "failures") {
                *words = Value::Array(std::mem::take(fields).into_iter().map(|(_, word)| word).collect());
            }
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        files.push((format!("{WORDS}/{name}"), words.to_string().into_bytes()));
    }
    // The folder's name is made of them.
    files.sort();
    Ok(files)
}

/// Puts the files in their folder, in `dist/`, and its name into embed.js, with the hash of the script and that of the style
/// sheet.
fn install(pieces: Vec<(String, Vec<u8>)>, script: Vec<u8>) -> Outcome {
    let script_hash = base64(&sha256(&script));
    let words = dist().join(WORDS);
    let mut files = pieces;
    files.extend(packed_words(&words)?);
    files.push((SCRIPT.to_owned(), script));
    let mut all = Vec::new();
    for (name, bytes) in &files {
        all.extend(name.as_bytes());
        all.extend(sha256(bytes));
    }
    let name = format!("{FOLDER}{}", &hex(&sha256(&all))[..12]);
    let folder = dist().join(&name);
    let failed = |why: std::io::Error| format!("{}: {why}", dist().display());
    std::fs::create_dir_all(folder.join(WORDS)).map_err(failed)?;
    for (name, bytes) in files {
        std::fs::write(folder.join(name), bytes).map_err(failed)?;
    }
    std::fs::remove_dir_all(words).map_err(failed)?;
    for whole in [SCRIPT.to_owned(), format!("{NAME}.js"), format!("{NAME}_bg.wasm")] {
        std::fs::remove_file(dist().join(whole)).map_err(failed)?;
    }
    let embed = dist().join("embed.js");
    let mut text = std::fs::read_to_string(&embed).map_err(failed)?;
    let style = std::fs::read_to_string(root().join("static/card.css")).map_err(failed)?;
    for (place, there) in [
        ("new URL(\"./\", base)", format!("new URL(\"{name}/\", base)")),
        ("integrity: \"\"", format!("integrity: \"sha256-{script_hash}\"")),
        ("[data-of='']", format!("[data-of='{}']", style_hash(&style))),
    ] {
        text = put(&text, "embed.js", place, &there)?;
    }
    std::fs::write(&embed, text).map_err(failed)
}

/// Where cargo puts what it compiles.
fn target_folder() -> Outcome<PathBuf> {
    let metadata = ask("cargo", &["metadata", "--no-deps", "--format-version=1"]).unwrap_or_default();
    let metadata: Value = serde_json::from_str(&metadata).unwrap_or_default();
    let path = metadata["target_directory"].as_str().map(PathBuf::from);
    path.ok_or_else(|| "`cargo metadata` does not say where the target folder is".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the tool writes it, shortened.
    const LINK: &str = "
        const { __indirect_function_table, memory,  } = initSync(undefined, undefined);
const __chunk_0 = makeLoad(() => {
    const src = fetch(new URL(\"./chunk_0.wasm\", import.meta.url));
}
, []);
export const __wasm_split_load_comments = wrapAsyncCb(makeLoad(() => {
    const src = fetch(new URL(\"./split_comments.wasm\", import.meta.url));
}
, [__chunk_0, __chunk_1]));";

    fn piece(name: &str) -> (String, Vec<u8>) {
        (name.to_owned(), b"wasm".to_vec())
    }

    #[test]
    fn every_piece_is_held_to_its_own_bytes() {
        let text = loader(LINK, &[&piece("comments.wasm"), &piece("chunk_0.wasm")]).expect("it knows them");
        let digest = base64(&sha256(b"wasm"));
        assert!(
            text.contains(&format!("  comments: \"{digest} chunk_0 chunk_1\",\n  chunk_0: \"{digest}\",\n")),
            "{text}"
        );
        assert!(
            text.ends_with("\nexport const __wasm_split_load_comments = piece(\"comments\");\n"),
            "{text}"
        );
        assert_eq!(text.matches("fetch(").count(), 1, "nothing is fetched past that: {text}");
        assert_eq!(text.matches("{ __indirect_function_table, memory }").count(), 2, "{text}");
    }

    #[test]
    fn another_version_of_the_tool_is_noticed() {
        assert!(loader(LINK, &[&piece("article.wasm")]).is_err());
        assert!(loader(LINK, &[&piece("chunk_0.wasm")]).is_err());
        assert!(
            loader(&LINK.replace("initSync(undefined", "init(undefined"), &[&piece("comments.wasm")])
                .is_err()
        );
    }

    #[test]
    fn pieces_have_the_names_that_the_code_gives_them() {
        assert_eq!(piece_name("split_comments.wasm"), "comments.wasm");
        assert_eq!(piece_name("summary-card_bg.wasm"), "summary-card_bg.wasm");
    }
}
