//! The documentation page: every way of embedding, live with its code beside it, a form that writes the code, the card's
//! events as they happen, and the reference. `cargo xtask docs` runs this and puts the page into `dist/docs/`.
//!
//! All of it is made here, from what there is already: the examples from the demonstration's cards and pages, the
//! reference of the element from the README, that of the card file from its JSON Schema. Only the cards need a script to
//! be read about; `static/docs.js` adds what only a script can do.

mod builder;
mod examples;
mod page;
mod reference;
mod schema;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What can fail returns this: nothing, or one sentence on what went wrong.
type Outcome<T = ()> = Result<T, String>;

/// The files of this folder that the page is served with.
const STATIC: [&str; 2] = ["docs.css", "docs.js"];

fn main() -> ExitCode {
    let Some(folder) = std::env::args_os().nth(1) else {
        eprintln!("summary-card-docs FOLDER: writes the page and its files into a folder beside embed.js");
        return ExitCode::from(2);
    };
    match write(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("summary-card-docs: {why}");
            ExitCode::FAILURE
        }
    }
}

/// The page, its style sheet and script, and the cards that only it shows.
fn write(folder: &Path) -> Outcome {
    let page = page::page()?.into_string();
    let put = |name: &str, text: String| {
        let path = folder.join(name);
        fs::write(&path, text).map_err(|why| format!("{}: {why}", path.display()))
    };
    let cards = folder.join("cards");
    fs::create_dir_all(&cards).map_err(|why| format!("{}: {why}", cards.display()))?;
    put("index.html", page)?;
    for name in STATIC {
        put(name, read(&format!("docs/static/{name}"))?)?;
    }
    for name in examples::OWN_CARDS {
        put(&format!("cards/{name}.json"), read(&format!("docs/cards/{name}.json"))?)?;
    }
    Ok(())
}

/// A file of the repository.
fn read(path: &str) -> Outcome<String> {
    fs::read_to_string(root().join(path)).map_err(|why| format!("{path}: {why}"))
}

fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// What stands between two marks in a file of that name.
fn between<'a>(text: &'a str, name: &str, before: &str, after: &str) -> Outcome<&'a str> {
    let missing = || format!("{name} has no `{before}` … `{after}`");
    let (_, rest) = text.split_once(before).ok_or_else(missing)?;
    Ok(rest.split_once(after).ok_or_else(missing)?.0)
}
