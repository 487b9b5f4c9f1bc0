//! The crates: which of them are published, in what order, and packed by cargo.

use crate::Outcome;
use crate::process::{ask, program};
use serde_json::Value;
use std::io::Write;
use std::process::Stdio;

/// What cargo says of the workspace, without what it depends on.
fn metadata() -> Outcome<Value> {
    let text = ask("cargo", &["metadata", "--no-deps", "--format-version=1"]).unwrap_or_default();
    serde_json::from_str(&text).map_err(|why| format!("`cargo metadata` says nothing of use: {why}"))
}

/// What the crate of the widget says of itself.
pub fn about() -> Outcome<Value> {
    let all = metadata()?;
    let packages = all["packages"].as_array();
    let found = packages.and_then(|all| all.iter().find(|each| each["name"] == "summary-card"));
    found.cloned().ok_or_else(|| "the workspace has no summary-card".to_owned())
}

/// The names of those that are published, each after those that it depends on.
pub fn in_order() -> Outcome<Vec<String>> {
    let all = metadata()?;
    // Published anywhere is `null`, nowhere an empty list.
    let packages = all["packages"].as_array().into_iter().flatten();
    Ok(order(packages.filter(|each| each["publish"].is_null())))
}

fn order<'a>(packages: impl Iterator<Item = &'a Value>) -> Vec<String> {
    let mut left: Vec<(&str, Vec<&str>)> = packages
        .filter_map(|each| {
            let needed = each["dependencies"].as_array().into_iter().flatten();
            // One of this workspace, and not for tests alone: cargo leaves those out where they have no version.
            let needed = needed.filter(|one| one["path"].is_string() && one["kind"] != "dev");
            Some((each["name"].as_str()?, needed.filter_map(|one| one["name"].as_str()).collect()))
        })
        .collect();
    let mut done: Vec<String> = Vec::new();
    loop {
        let is_ready = |needed: &[&str]| needed.iter().all(|name| done.iter().any(|each| each == name));
        // Cargo allows no circle, so that there is one as long as any are left.
        let Some(at) = left.iter().position(|(_, needed)| is_ready(needed)) else {
            return done;
        };
        done.push(left.remove(at).0.to_owned());
    }
}

/// The arguments by which cargo takes these and no others.
pub fn named(crates: &[String]) -> Vec<&str> {
    crates.iter().flat_map(|name| ["--package", name]).collect()
}

/// Packs them. A warning is a failure: it would be one to be lived with once it is published.
pub fn package(crates: &[String], args: &[&str]) -> Outcome {
    let mut all = vec!["package"];
    all.extend(named(crates));
    all.extend(args);
    println!("  $ cargo {}", all.join(" "));
    let output = program("cargo", &all).stderr(Stdio::piped()).output();
    let output = output.map_err(|why| format!("cargo could not be started: {why}"))?;
    // Nobody listens where this fails.
    let _ = std::io::stderr().write_all(&output.stderr);
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(format!("`cargo package` ended with {}", output.status));
    }
    let warnings: Vec<&str> = said.lines().filter(|line| is_warning(line)).collect();
    if warnings.is_empty() { Ok(()) } else { Err(format!("`cargo package` warns: {}", warnings.join("; "))) }
}

/// The workspace's profiles stand in the first crate, and name crates that it does not need itself. Nobody who depends on it
/// gets to see them.
fn is_warning(line: &str) -> bool {
    line.starts_with("warning:") && !line.starts_with("warning: profile package spec")
}

/// What has to be written down before anything is published, where it is still a stand-in.
pub fn placeholder() -> Outcome<Option<String>> {
    let about = about()?;
    let address = about["repository"].as_str().unwrap_or_default();
    Ok(address.contains("//example.").then(|| {
        format!("`repository` in Cargo.toml is {address}, which stands in for the project's own address")
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_crate_comes_after_those_that_it_needs() {
        let needs = |name: &str, kind: Value| json!({ "name": name, "path": "/here", "kind": kind });
        let packages = [
            json!({ "name": "program", "dependencies": [needs("middle", Value::Null), json!({ "name": "clap" })] }),
            json!({ "name": "middle", "dependencies": [needs("base", Value::Null)] }),
            json!({ "name": "base", "dependencies": [needs("program", json!("dev"))] }),
        ];
        assert_eq!(order(packages.iter()), ["base", "middle", "program"]);
    }
}
