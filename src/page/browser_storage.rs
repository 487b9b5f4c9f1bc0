//! The browser's own storages, and where a card's comments are kept in them.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit, StorageEvent, Window, window};

use super::BrowserPlatform;
use card::Card;
use comments::{CommentStores, Keys, MemoryStorage, OnKey, Storage, StoreError, Subscription};

/// Sent from the window with a key when a card of this page changed what is under it: the browser's own `storage`
/// event goes to other tabs alone.
const STORED: &str = "summary-card/1/stored";

/// The comments on a card's article in the reader's own browser. Never fails: without a storage they last as long
/// as the page.
pub fn local_comments(card: &Card) -> CommentStores {
    let open = |get: fn(&Window) -> Result<Option<web_sys::Storage>, JsValue>| BrowserStorage::open(get).ok();
    let or_memory = |storage: Option<BrowserStorage>| -> Rc<dyn Storage> {
        match storage {
            Some(storage) => Rc::new(storage),
            None => Rc::new(MemoryStorage::default()),
        }
    };
    let local = open(Window::local_storage);
    let is_lasting = local.is_some();
    if let Some(local) = &local {
        local.listed.set(LISTED.take());
    }
    let tab = or_memory(open(Window::session_storage));
    CommentStores::local(card, or_memory(local), tab, Rc::new(BrowserPlatform), is_lasting)
}

/// How many comments are kept here on a card's article, without reading any. None where the storage is refused.
pub fn count_stored_comments(card: &Card) -> usize {
    let storage = BrowserStorage::open(Window::local_storage);
    storage.and_then(|storage| storage.keys(&Keys::of(card).comments())).map_or(0, |keys| keys.len())
}

thread_local! {
    /// All keys, for the section that is on its way.
    static LISTED: Cell<String> = const { Cell::new(String::new()) };
}

/// Lists what is kept here for the comment section, which is on its way: with ten thousand comments that takes as long.
pub fn list_ahead() {
    if let Ok(storage) = BrowserStorage::open(Window::local_storage) {
        LISTED.set(storage.all_keys());
    }
}

/// What stands between the keys in a text of all: no key of ours has it.
const BETWEEN: char = '\0';

#[wasm_bindgen]
extern "C" {
    type Names;
    #[wasm_bindgen(method)]
    fn join(this: &Names, separator: &str) -> String;
}

/// The page's localStorage or sessionStorage.
struct BrowserStorage {
    storage: web_sys::Storage,
    /// This very storage tells of a change, and must not hear of it.
    telling: Rc<Cell<bool>>,
    /// All keys as they were a moment ago, if there were as many; empty where nobody has listed them.
    listed: Cell<String>,
}

impl BrowserStorage {
    /// Fails with `Refused` where the browser does not allow its use (a sandboxed frame, a reader's setting).
    fn open(get: fn(&Window) -> Result<Option<web_sys::Storage>, JsValue>) -> Result<Self, StoreError> {
        let storage = window().and_then(|window| get(&window).ok().flatten());
        let storage = storage.ok_or(StoreError::Refused)?;
        storage.length().map_err(|error| cause(&error))?;
        Ok(Self { storage, telling: Rc::default(), listed: Cell::default() })
    }

    /// All keys. One call: asking for key after key by number is slow with many, and misses some when another tab writes
    /// meanwhile. And one text: handing over ten thousand one by one takes long.
    fn all_keys(&self) -> String {
        Object::keys(&self.storage).unchecked_ref::<Names>().join("\0")
    }

    fn tell(&self, key: &str) {
        let init = CustomEventInit::new();
        init.set_detail(&key.into());
        if let (Some(window), Ok(event)) = (window(), CustomEvent::new_with_event_init_dict(STORED, &init)) {
            self.telling.set(true);
            let _ = window.dispatch_event(&event);
            self.telling.set(false);
        }
    }
}

impl Storage for BrowserStorage {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        let mut all = self.listed.take();
        let count = self.storage.length().map_err(|_| StoreError::Refused)?;
        if all.is_empty() || all.split(BETWEEN).count() != count as usize {
            all = self.all_keys();
        }
        Ok(all.split(BETWEEN).filter(|key| key.starts_with(prefix)).map(str::to_owned).collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.storage.get_item(key).map_err(|error| cause(&error))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.storage.set_item(key, text).map_err(|error| cause(&error))?;
        self.tell(key);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.storage.remove_item(key).map_err(|error| cause(&error))?;
        self.tell(key);
        Ok(())
    }

    fn watch(&self, on_change: OnKey) -> Subscription {
        let Some(window) = window() else {
            return Subscription::new(());
        };
        let (own, telling, in_page) = (self.storage.clone(), Rc::clone(&self.telling), Rc::clone(&on_change));
        let others = EventListener::new(&window, "storage", move |event| {
            let event: &StorageEvent = event.unchecked_ref();
            if event.storage_area().is_none_or(|area| Object::is(&area, &own)) {
                on_change(event.key().as_deref());
            }
        });
        let page = EventListener::new(&window, STORED, move |event| {
            let key = event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string());
            if let Some(key) = key.filter(|_| !telling.get()) {
                in_page(Some(&key));
            }
        });
        Subscription::new((others, page))
    }
}

/// `QuotaExceededError` is a full storage; anything else is a refusal.
fn cause(error: &JsValue) -> StoreError {
    let name = Reflect::get(error, &JsValue::from_str("name")).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreError::Full,
        _ => StoreError::Refused,
    }
}
