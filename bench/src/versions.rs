//! With what it was measured.

use std::collections::BTreeMap;
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::Value;

use crate::site::root;

/// This moment in ISO 8601.
pub fn now() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    comments::Time::from_ms(i64::try_from(since.as_millis()).unwrap_or_default()).iso()
}

/// The versions of the browser, the tools and the peers, by name.
///
/// # Errors
/// A peer is not installed.
pub fn all(browser: &str) -> Result<BTreeMap<String, String>, String> {
    let mut versions = BTreeMap::from([("browser".to_owned(), browser.to_owned())]);
    for (name, package) in [
        ("preact", "preact/node_modules/preact"),
        ("vite", "preact/node_modules/vite"),
        ("lit", "lit/node_modules/lit"),
        ("waline", "comments/node_modules/@waline/client"),
        ("artalk", "comments/node_modules/artalk"),
    ] {
        let path = root().join("bench/peers").join(package).join("package.json");
        let missing = |why: &dyn std::fmt::Display| {
            format!("{}: {why}; `cargo xtask bench` installs it", path.display())
        };
        let text = std::fs::read_to_string(&path).map_err(|why| missing(&why))?;
        let manifest: Value = serde_json::from_str(&text).map_err(|why| missing(&why))?;
        versions.insert(name.to_owned(), manifest["version"].as_str().unwrap_or_default().to_owned());
    }
    for (name, program, argument) in [
        ("chromedriver", "chromedriver", "--version"),
        ("node", "node", "--version"),
        ("rustc", "rustc", "--version"),
        ("commit", "git", "describe"),
    ] {
        let mut command = Command::new(program);
        command.arg(argument).current_dir(root());
        if program == "git" {
            command.args(["--always", "--dirty"]);
        }
        // Nice to know; a bench is none the worse without.
        if let Ok(output) = command.output() {
            let said = String::from_utf8_lossy(&output.stdout);
            versions.insert(name.to_owned(), said.lines().next().unwrap_or_default().to_owned());
        }
    }
    Ok(versions)
}
