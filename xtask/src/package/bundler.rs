//! What `import "summary-card"` is for a bundler: the element and its script, made of the same sources as `embed.js`.
//!
//! `embed.js` finds everything else by where it is itself. A bundler puts it elsewhere, and gives files other names. So
//! here each file has its own `new URL("…", import.meta.url)`: bundlers know that form, take the file along, and write its
//! new address there. Left as it is, it works too.

use super::widget::{Widget, write};
use crate::build::BROWSERS;
use crate::paths::root;
use crate::pieces::{put, style_hash};
use crate::process::{program, run};
use crate::{Outcome, pieces};
use std::fmt::Write;
use std::path::Path;

/// Writes both files into a folder beside those of the widget.
pub fn make(widget: &Widget, folder: &Path) -> Outcome {
    let text = |name: &str| {
        let bytes = widget.files.get(name).ok_or_else(|| format!("dist/ has no {name}"))?;
        String::from_utf8(bytes.clone()).map_err(|why| format!("{name}: {why}"))
    };
    write(&folder.join("live.js"), live(&text(&format!("{}/{}", widget.parts, pieces::SCRIPT))?)?)?;
    let source = root().join("static/embed.js");
    let source = std::fs::read_to_string(&source).map_err(|why| format!("{}: {why}", source.display()))?;
    let style = root().join("static/card.css");
    let style = std::fs::read_to_string(&style).map_err(|why| format!("{}: {why}", style.display()))?;
    let index = folder.join("index.js");
    write(&index, entry(&source, &style_hash(&style), &table(widget))?)?;
    // In the words that every supported browser has. Bundlers make it small.
    let (index, out) = (index.display().to_string(), format!("--outdir={}", folder.display()));
    let args = ["--charset=utf8", "--allow-overwrite", "--log-level=warning", BROWSERS, &out, &index];
    run(&mut program("esbuild", &args))
}

/// The element, which finds its files in a table.
fn entry(embed: &str, style_hash: &str, table: &str) -> Outcome<String> {
    let mut text = embed.to_owned();
    for (place, there) in [
        ("const base = new URL(\".\", import.meta.url);\n", table),
        (
            "const parts = new URL(\"./\", base).href; // the release build writes the name of a folder here\n",
            "",
        ),
        ("map((name) => parts + name + query)", "map((name) => FILES[name] + query)"),
        // A bundle has no hash of its parts. The script has those of the modules, as ever.
        ("  root?.append(make(\"link\", { rel: \"modulepreload\", href: js, integrity: \"\" }));\n", ""),
        // Neither of them can follow an address that is not there yet, nor need they.
        (
            "script = import(js);",
            "script = import(/* webpackIgnore: true */ /* @vite-ignore */ js).then((live) => (live.use(FILES), live));",
        ),
        ("new URL(\"card.css\", base)", "FILES[\"card.css\"]"),
        ("[data-of='']", &format!("[data-of='{style_hash}']")),
    ] {
        text = put(&text, "embed.js", place, there)?;
    }
    Ok(text)
}

/// Where each file is that the element asks for.
fn table(widget: &Widget) -> String {
    let mut text = "const FILES = {\n".to_owned();
    let is_asked_for = |path: &&String| *path == "card.css" || path.starts_with(&widget.parts);
    for path in widget.files.keys().filter(is_asked_for) {
        let name = path.strip_prefix(&format!("{}/", widget.parts)).unwrap_or(path);
        let path = if name == pieces::SCRIPT { "./live.js".to_owned() } else { format!("../{path}") };
        // Vite would write small files into the script, as `data:`, which a page's policy may refuse.
        // Writing to a String cannot fail.
        let _ = writeln!(text, "  \"{name}\": new URL(\"{path}?no-inline\", import.meta.url).href,");
    }
    text + "};\n"
}

/// The script that starts the WebAssembly, which asks the table where its files are.
fn live(script: &str) -> Outcome<String> {
    const BEFORE: &str = "new URL(";
    const AFTER: &str = ",import.meta.url)";
    let mut parts = script.split(BEFORE);
    let mut text = parts.next().unwrap_or_default().to_owned();
    let mut count = 0;
    for part in parts {
        match part.split_once(AFTER) {
            Some((name, rest)) if !name.contains(')') => {
                text.extend(["$at(", name, ")", rest]);
                count += 1;
            }
            _ => text.extend([BEFORE, part]),
        }
    }
    // One for the pieces, one for the words.
    if count != 2 || text.contains("import.meta") {
        return Err(format!("live.js asks {count} times where a file is, not twice"));
    }
    Ok(text + "let $files;const $at=name=>$files[name],$use=files=>{$files=files};export{$use as use};\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn the_element_s_source_has_each_place_that_is_changed() {
        let source = std::fs::read_to_string(root().join("static/embed.js")).expect("it is there");
        let text = entry(&source, "abcd", "const FILES = {};\n").expect("each place is there once");
        assert!(!text.contains("import.meta"), "{text}");
        assert!(text.contains("[data-of='abcd']"));
    }

    #[test]
    fn every_file_that_the_element_asks_for_has_an_address() {
        let names = ["embed.js", "frame.js", "card.css", "parts-1/live.js", "parts-1/words/es.json"];
        let files: BTreeMap<_, _> = names.iter().map(|name| ((*name).to_owned(), Vec::new())).collect();
        let table = table(&Widget { parts: "parts-1".to_owned(), files });
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(
            lines[1..4],
            [
                "  \"card.css\": new URL(\"../card.css?no-inline\", import.meta.url).href,",
                "  \"live.js\": new URL(\"./live.js?no-inline\", import.meta.url).href,",
                "  \"words/es.json\": new URL(\"../parts-1/words/es.json?no-inline\", import.meta.url).href,",
            ]
        );
    }

    #[test]
    fn the_script_asks_the_table() {
        let script =
            "a=b=>fetch(new URL(`words/${b}.json`,import.meta.url));c=d=>fetch(new URL(d,import.meta.url));";
        let text = live(script).expect("it asks twice");
        assert!(text.starts_with("a=b=>fetch($at(`words/${b}.json`));c=d=>fetch($at(d));"), "{text}");
        assert!(live("fetch(new URL(d,import.meta.url))").is_err());
        assert!(live(&format!("{script}e(import.meta.url)")).is_err());
    }
}
