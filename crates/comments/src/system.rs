//! The machine's clock and chance, outside a browser.

use super::storage::Platform;
use card::Json;

/// The machine's clock, outside a browser.
pub struct SystemPlatform;

impl Platform for SystemPlatform {
    fn now(&self) -> i64 {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        since.map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }

    fn parse_json(&self, text: &str) -> Option<Json> {
        serde_json::from_str(text).ok()
    }

    fn random(&self) -> u32 {
        use std::hash::{BuildHasher, RandomState};
        // Each RandomState has keys of its own: a hash of nothing is a number nobody knows.
        u32::try_from(RandomState::new().hash_one(0) >> 32).unwrap_or_default()
    }
}
