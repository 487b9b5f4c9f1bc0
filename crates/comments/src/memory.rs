//! A storage that lasts as long as the page: used where the browser refuses its own, and in tests.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

#[cfg(not(target_arch = "wasm32"))]
use super::storage::Platform;
use super::storage::{OnKey, Storage, Subscription};
use super::store::StoreError;
use super::table::Table;

/// The tab that watches, which must not hear of its own changes, and its callback.
type Watcher = (usize, Weak<dyn Fn(Option<&str>)>);

#[derive(Default)]
struct Shared {
    entries: Table<String>,
    watchers: Vec<Watcher>,
    tabs: usize,
}

/// One tab's view of a storage in memory.
#[derive(Default)]
pub struct MemoryStorage {
    shared: Rc<RefCell<Shared>>,
    tab: usize,
}

impl MemoryStorage {
    /// Another tab on the same storage: it hears of this one's changes.
    #[must_use]
    pub fn another_tab(&self) -> Self {
        self.shared.borrow_mut().tabs += 1;
        Self { shared: Rc::clone(&self.shared), tab: self.shared.borrow().tabs }
    }

    fn tell_others(&self, key: &str) {
        let watchers: Vec<OnKey> = {
            let mut shared = self.shared.borrow_mut();
            shared.watchers.retain(|(_, watcher)| watcher.strong_count() > 0);
            let others = shared.watchers.iter().filter(|(tab, _)| *tab != self.tab);
            others.filter_map(|(_, watcher)| watcher.upgrade()).collect()
        };
        for watcher in watchers {
            watcher(Some(key));
        }
    }
}

impl Storage for MemoryStorage {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        let shared = self.shared.borrow();
        let names = shared.entries.iter().map(|(name, _)| name);
        Ok(names.filter(|name| name.starts_with(prefix)).cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.shared.borrow().entries.get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.shared.borrow_mut().entries.set(key, text.to_owned());
        self.tell_others(key);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.shared.borrow_mut().entries.remove(key);
        self.tell_others(key);
        Ok(())
    }

    fn watch(&self, on_change: OnKey) -> Subscription {
        self.shared.borrow_mut().watchers.push((self.tab, Rc::downgrade(&on_change)));
        Subscription::new(on_change)
    }
}

#[cfg(not(target_arch = "wasm32"))]
/// The machine's clock, outside a browser.
pub struct SystemPlatform;

#[cfg(not(target_arch = "wasm32"))]
impl Platform for SystemPlatform {
    fn now(&self) -> i64 {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        since.map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }

    fn random(&self) -> u32 {
        use std::hash::{BuildHasher, RandomState};
        // Each RandomState has keys of its own: a hash of nothing is a number nobody knows.
        u32::try_from(RandomState::new().hash_one(0) >> 32).unwrap_or_default()
    }
}
