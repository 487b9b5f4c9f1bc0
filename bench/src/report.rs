//! What is written.
use crate::results::Results;
use crate::site::root;

/// Writes.
///
/// # Errors
/// A file cannot be written.
pub fn write(results: &Results, _is_whole: bool) -> Result<(), String> {
    let json = serde_json::to_string_pretty(results).map_err(|why| why.to_string())?;
    std::fs::create_dir_all(root().join("target/bench")).map_err(|why| why.to_string())?;
    std::fs::write(root().join("target/bench/results.json"), json).map_err(|why| why.to_string())
}
