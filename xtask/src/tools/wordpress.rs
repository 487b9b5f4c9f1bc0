//! A WordPress for the tests of the plugin: what Debian's packages have of it.

use super::apt;
use crate::Outcome;
use crate::process::ask;

/// With a theme made of blocks, and the database's server without what starts it by itself.
const PACKAGES: [&str; 5] =
    ["wordpress", "wordpress-theme-twentytwentythree", "php-cli", "php-mysql", "mariadb-server-core"];

/// A theme of the old kind, which Debian 12 has and 13 has not.
const CLASSIC_THEME: &str = "wordpress-theme-twentytwentyone";

/// Sees that the script which the tests start it by finds all that it needs.
pub fn need() -> Outcome {
    let is_there = || ask("sh", &["tests/wordpress/start.sh", "check"]).is_some();
    if is_there() {
        return Ok(());
    }
    let why = "WordPress, for the tests of the plugin in a real one";
    let all: Vec<&str> = PACKAGES.into_iter().chain([CLASSIC_THEME]).collect();
    apt::need(&all, why).or_else(|_| apt::need(&PACKAGES, why))?;
    if is_there() {
        Ok(())
    } else {
        Err("these packages do not have all of it: see `sh tests/wordpress/start.sh check`".to_owned())
    }
}
