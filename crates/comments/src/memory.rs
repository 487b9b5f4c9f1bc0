//! A storage that lasts as long as the page: used where the browser refuses its own, and in tests.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::storage::{KeyList, OnKey, Storage, Subscription};
use super::store::StoreError;
use super::table::Table;

/// The tab that watches, which must not hear of its own changes, and its callback.
type Watcher = (usize, Weak<dyn Fn(Option<&str>)>);

#[derive(Default)]
struct Common {
    entries: Table<String>,
    watchers: Vec<Watcher>,
    tabs: usize,
}

/// One tab's view of a storage in memory.
#[derive(Default)]
pub struct MemoryStorage {
    common: Rc<RefCell<Common>>,
    tab: usize,
}

impl MemoryStorage {
    /// Another tab on the same storage: it hears of this one's changes.
    #[must_use]
    pub fn another_tab(&self) -> Self {
        self.common.borrow_mut().tabs += 1;
        Self { common: Rc::clone(&self.common), tab: self.common.borrow().tabs }
    }

    fn tell_others(&self, key: &str) {
        let watchers: Vec<OnKey> = {
            let mut common = self.common.borrow_mut();
            common.watchers.retain(|(_, watcher)| watcher.strong_count() > 0);
            let others = common.watchers.iter().filter(|(tab, _)| *tab != self.tab);
            others.filter_map(|(_, watcher)| watcher.upgrade()).collect()
        };
        for watcher in watchers {
            watcher(Some(key));
        }
    }
}

impl Storage for MemoryStorage {
    fn keys(&self) -> Result<KeyList, StoreError> {
        let mut text = String::new();
        for (name, _) in self.common.borrow().entries.iter() {
            if !text.is_empty() {
                text.push(KeyList::BETWEEN);
            }
            text += name;
        }
        Ok(KeyList::new(text))
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.common.borrow().entries.get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.common.borrow_mut().entries.set(key, text.to_owned());
        self.tell_others(key);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.common.borrow_mut().entries.remove(key);
        self.tell_others(key);
        Ok(())
    }

    fn watch(&self, on_change: OnKey) -> Subscription {
        self.common.borrow_mut().watchers.push((self.tab, Rc::downgrade(&on_change)));
        Subscription::new(on_change)
    }
}
