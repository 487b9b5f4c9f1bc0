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
use comments::{CommentStores, KeyList, Keys, MemoryStorage, OnKey, Storage, StoreError, Subscription};

/// Sent from the window with a key when a card of this page changed what is under it: the browser's own `storage`
/// event goes to other tabs alone.
const STORED: &str = "summary-card/1/stored";

/// The comments on a card's article in the reader's own browser. Never fails: without a storage they last as long
/// as the page.
pub fn local_comments(card: &Card) -> CommentStores {
    let or_memory = |storage: Option<BrowserStorage>| -> Rc<dyn Storage> {
        match storage {
            Some(storage) => Rc::new(storage),
            None => Rc::new(MemoryStorage::default()),
        }
    };
    let local = BrowserStorage::local().ok();
    let is_lasting = local.is_some();
    let tab = or_memory(BrowserStorage::open(Window::session_storage).ok());
    CommentStores::local(card, or_memory(local), tab, Rc::new(BrowserPlatform), is_lasting)
}

/// How many comments are kept here on a card's article, without reading any. None where the storage is refused.
pub fn count_stored_comments(card: &Card) -> usize {
    let keys = BrowserStorage::local().and_then(|storage| storage.keys());
    keys.map_or(0, |keys| keys.places(&Keys::of(card).comments()).len())
}

/// What was listed last, and how many keys the storage had then; nothing once another tab has changed any. With ten
/// thousand comments listing takes as long as opening the section.
type Listed = Rc<Cell<Option<(u32, KeyList)>>>;

/// What was listed last of the page's localStorage, whoever asked.
fn listed() -> Listed {
    thread_local! {
        static LISTED: Listed = {
            let listed = Listed::default();
            if let Some(window) = window() {
                let listed = Rc::clone(&listed);
                EventListener::new(&window, "storage", move |_| drop(listed.take())).forget();
            }
            listed
        };
    }
    LISTED.with(Rc::clone)
}

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
    listed: Listed,
}

impl BrowserStorage {
    /// The page's localStorage. Fails as [`Self::open`].
    fn local() -> Result<Self, StoreError> {
        Ok(Self { listed: listed(), ..Self::open(Window::local_storage)? })
    }

    /// Fails with `Refused` where the browser does not allow its use (a sandboxed frame, a reader's setting).
    fn open(get: fn(&Window) -> Result<Option<web_sys::Storage>, JsValue>) -> Result<Self, StoreError> {
        let storage = window().and_then(|window| get(&window).ok().flatten());
        let storage = storage.ok_or(StoreError::Refused)?;
        storage.length().map_err(|error| cause(&error))?;
        Ok(Self { storage, telling: Rc::default(), listed: Rc::default() })
    }

    /// All keys. One call: asking for key after key by number is slow with many, and misses some when another tab writes
    /// meanwhile. And one text: handing over ten thousand one by one takes long.
    fn list(&self) -> KeyList {
        KeyList::new(Object::keys(&self.storage).unchecked_ref::<Names>().join("\0"))
    }

    fn tell(&self, key: &str) {
        self.listed.take();
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
    fn keys(&self) -> Result<KeyList, StoreError> {
        let count = self.storage.length().map_err(|_| StoreError::Refused)?;
        let listed = self.listed.take().filter(|(were, _)| *were == count);
        let listed = listed.unwrap_or_else(|| (count, self.list()));
        self.listed.set(Some(listed.clone()));
        Ok(listed.1)
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
