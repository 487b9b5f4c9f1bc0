//! What is written when all is measured.

use std::path::Path;

use crate::goals::{Goal, goals};
use crate::plot::plot;
use crate::readme::with_table;
use crate::results::Results;
use crate::site::root;
use crate::table::table;

/// Prints the table, and writes `results.json`, `table.md` and `plot.svg`: a whole bench to `bench/results/` and the
/// README, any other to `target/bench/`.
///
/// # Errors
/// A file cannot be written, or the README has no place for the table.
pub fn write(results: &Results, is_whole: bool) -> Result<(), String> {
    let folder = root().join(if is_whole { "bench/results" } else { "target/bench" });
    let table = table(results);
    std::fs::create_dir_all(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    put(&folder.join("results.json"), &results.to_json()?)?;
    put(&folder.join("table.md"), &table)?;
    put(&folder.join("plot.svg"), &plot(results))?;
    if is_whole {
        let readme = root().join("README.md");
        let old = std::fs::read_to_string(&readme).map_err(|why| format!("README.md: {why}"))?;
        let new = with_table(&old, &table).ok_or("README.md has no marks to put the table between")?;
        put(&readme, &new)?;
    }
    println!("\n{table}");
    let all = goals(results);
    let met = all.iter().filter(|goal| goal.is_met()).count();
    println!("{met} of {} goals met", all.len());
    for goal in all.iter().filter(|goal| !goal.is_met()) {
        println!("  {}: {}", goal.name, Goal::verdict(goal));
    }
    println!("written to {}", folder.display());
    Ok(())
}

fn put(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|why| format!("{}: {why}", path.display()))
}
