//! The npm package: the files of the widget as they are, the same for bundlers and for servers, types, and what editors
//! read.

use super::widget::{Widget, make_empty, read, write};
use super::{VERSION, bundler, contract, crates, editors, readme};
use crate::paths::root;
use crate::pieces::put;
use crate::process::{program, run};
use crate::{Outcome, package};
use serde_json::{Value, json};
use std::path::Path;

/// What is the same in the repository: where it is there, and its name in the package.
const COPIED: [(&str, &str); 9] = [
    ("static/embed.d.ts", "embed.d.ts"),
    ("static/schema/card.v1.json", "schema/card.v1.json"),
    ("static/types/react.d.ts", "types/react.d.ts"),
    ("static/types/server.d.ts", "types/server.d.ts"),
    ("static/types/svelte.d.ts", "types/svelte.d.ts"),
    ("static/types/vue.d.ts", "types/vue.d.ts"),
    ("CHANGELOG.md", "CHANGELOG.md"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
];

/// Makes the folder and the file that is published.
pub fn make(widget: &Widget) -> Outcome {
    let folder = package::folder().join("npm");
    make_empty(&folder)?;
    fill(widget, &folder)?;
    let to = package::folder().display().to_string();
    run(program("npm", &["pack", "--loglevel=error", "--pack-destination", &to]).current_dir(&folder))
}

fn fill(widget: &Widget, folder: &Path) -> Outcome {
    for (name, bytes) in &widget.files {
        write(&folder.join(name), bytes)?;
    }
    bundler::make(widget, &folder.join("bundler"))?;
    for (from, name) in COPIED {
        write(&folder.join(name), read(&root().join(from))?)?;
    }
    write(&folder.join("README.md"), readme::for_npm(&text("README.md")?)?)?;
    write(&folder.join("server.js"), server(&text("static/server.js")?, &widget.integrity())?)?;
    let mut generated = editors::files(&contract::read()?).to_vec();
    generated.push(("integrity.json", widget.integrity()));
    generated.push(("package.json", manifest(widget, &crates::about()?)));
    for (name, value) in generated {
        write(&folder.join(name), format!("{value:#}\n"))?;
    }
    Ok(())
}

fn text(path: &str) -> Outcome<String> {
    String::from_utf8(read(&root().join(path))?).map_err(|why| format!("{path}: {why}"))
}

/// The module for servers, with what it tells.
fn server(text: &str, integrity: &Value) -> Outcome<String> {
    let text = put(text, "server.js", "version = \"\"", &format!("version = \"{VERSION}\""))?;
    put(&text, "server.js", "integrity = {}", &format!("integrity = Object.freeze({integrity:#})"))
}

/// `package.json`. What the crate says of itself, the package says too.
fn manifest(widget: &Widget, about: &Value) -> Value {
    let types = |name: &str| json!({ "types": format!("./types/{name}.d.ts") });
    // A server has no page, so that there is nothing to define.
    let main = json!({
        "types": "./embed.d.ts",
        "node": "./server.js",
        "workerd": "./server.js",
        "edge-light": "./server.js",
        "default": "./bundler/index.js",
    });
    json!({
        "name": "summary-card",
        "version": VERSION,
        "description": about["description"],
        "keywords": ["web-component", "custom-element", "news", "claims", "summary", "schema-org", "webassembly"],
        "license": about["license"],
        "repository": about["repository"],
        "type": "module",
        "types": "./embed.d.ts",
        "main": "./bundler/index.js",
        "jsdelivr": "./embed.js",
        "unpkg": "./embed.js",
        "exports": {
            ".": main,
            "./embed.js": { "types": "./embed.d.ts", "default": "./embed.js" },
            "./card.css": "./card.css",
            "./frame-parent.js": "./frame-parent.js",
            "./frame.html": "./frame.html",
            "./parts/*": format!("./{}/*", widget.parts),
            "./schema": "./schema/card.v1.json",
            "./server": { "types": "./types/server.d.ts", "default": "./server.js" },
            "./react": types("react"),
            "./svelte": types("svelte"),
            "./vue": types("vue"),
            "./custom-elements.json": "./custom-elements.json",
            "./integrity.json": "./integrity.json",
            "./package.json": "./package.json",
        },
        "sideEffects": ["./embed.js", "./frame-parent.js", "./bundler/*.js"],
        "customElements": "custom-elements.json",
        "web-types": "web-types.json",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn every_file_that_the_repository_has_in_the_package_is_there() {
        for (from, _) in COPIED {
            assert!(root().join(from).is_file(), "{from}");
        }
    }

    #[test]
    fn a_server_is_told_the_version_and_the_hashes() {
        let source = text("static/server.js").expect("it is there");
        let text = server(&source, &json!({ "embed.js": "sha384-abc" })).expect("both places are there");
        assert!(text.contains(&format!("export const version = \"{VERSION}\";")), "{text}");
        assert!(text.contains("\"embed.js\": \"sha384-abc\""), "{text}");
    }

    #[test]
    fn what_the_page_gets_is_not_what_a_server_gets() {
        let widget = Widget { parts: "parts-1".to_owned(), files: BTreeMap::new() };
        let manifest = manifest(&widget, &json!({}));
        let main = manifest["exports"]["."].as_object().expect("conditions");
        // A resolver takes the first that it knows: what fits everywhere stands last.
        assert_eq!(main.keys().next_back().map(String::as_str), Some("default"));
        assert_eq!(manifest["exports"]["./parts/*"], "./parts-1/*");
    }
}
