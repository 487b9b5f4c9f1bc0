//! A WordPress for the tests of the plugin: what Debian's packages have of it.

use super::apt;
use crate::Outcome;
use crate::process::ask;

/// With two themes, one of each kind, and the database's server without what starts it by itself.
const PACKAGES: [&str; 6] = [
    "wordpress",
    "wordpress-theme-twentytwentyone",
    "wordpress-theme-twentytwentythree",
    "php-cli",
    "php-mysql",
    "mariadb-server-core",
];

/// Sees that the script which the tests start it by finds all that it needs.
pub fn need() -> Outcome {
    let is_there = || ask("sh", &["tests/wordpress/start.sh", "check"]).is_some();
    if is_there() {
        return Ok(());
    }
    apt::need(&PACKAGES, "WordPress, for the tests of the plugin in a real one")?;
    if is_there() {
        Ok(())
    } else {
        Err("these packages do not have all of it: see `sh tests/wordpress/start.sh check`".to_owned())
    }
}
