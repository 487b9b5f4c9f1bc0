//! Other tabs with the same card open.

use super::Others;

/// Watches for other tabs with the same card open, until it is dropped.
pub struct Tabs {}

impl Tabs {
    /// Says who else has the card open: at once, and whenever it changes.
    pub fn watch(_key: &str, on_change: impl Fn(Others) + 'static) -> Self {
        on_change(Others::None);
        Self {}
    }

    /// Tells the others that this tab has saved: they are to load it again before they write.
    pub fn saved(&self) {}
}
