//! The browser's own storages, and where a card's comments are kept in them.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, Date, JsString, Object, Reflect};
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
    let tab = or_memory(open(Window::session_storage));
    CommentStores::local(card, or_memory(local), tab, Rc::new(BrowserPlatform), is_lasting)
}

/// How many comments are kept here on a card's article, without reading any. None where the storage is refused.
pub fn count_stored_comments(card: &Card) -> usize {
    let names = BrowserStorage::open(Window::local_storage).and_then(|storage| Names::of(&storage.storage));
    names.map_or(0, |names| names.after(&Keys::of(card).comments()).length() as usize - 1)
}

#[wasm_bindgen]
extern "C" {
    type Texts;
    /// Fails where one is a symbol.
    #[wasm_bindgen(method, catch)]
    fn join(this: &Texts, separator: &str) -> Result<JsString, JsValue>;
}

/// The names of all that is kept. There may be ten thousand, of a hundred characters each: they are one text, of which
/// only what is asked for is handed over.
struct Names {
    /// Each after a separator.
    joined: JsString,
    count: usize,
    /// When they were listed, in milliseconds.
    at: f64,
}

/// So many milliseconds a list of names may be used: who opens the comments asks for them, and then for the drafts. What
/// other tabs write meanwhile is heard of.
const FRESH: f64 = 50.0;

/// Between the names, and between parts of them. A name that has one in it is noticed.
const SEPARATORS: [&str; 2] = ["\0", "\u{1}"];

impl Names {
    fn of(storage: &web_sys::Storage) -> Result<Self, StoreError> {
        // One call: asking for key after key by number is slow with many, and misses some when another
        // tab writes meanwhile.
        let names = Reflect::own_keys(storage).map_err(|error| cause(&error))?;
        let count = names.unshift(&JsValue::from_str("")) as usize;
        let joined = names.unchecked_ref::<Texts>().join(SEPARATORS[0]).unwrap_or_default();
        Ok(Self { joined, count, at: Date::now() })
    }

    /// What follows `prefix` in each name that begins so, each with the names that come then and do not: from the
    /// second part on.
    fn after(&self, prefix: &str) -> Array {
        self.joined.split(&[SEPARATORS[0], prefix].concat())
    }
}

/// The page's localStorage or sessionStorage.
struct BrowserStorage {
    storage: web_sys::Storage,
    /// The names as they were listed last.
    names: RefCell<Option<Names>>,
    /// This very storage tells of a change, and must not hear of it.
    telling: Rc<Cell<bool>>,
}

impl BrowserStorage {
    /// Fails with `Refused` where the browser does not allow its use (a sandboxed frame, a reader's setting).
    fn open(get: fn(&Window) -> Result<Option<web_sys::Storage>, JsValue>) -> Result<Self, StoreError> {
        let storage = window().and_then(|window| get(&window).ok().flatten());
        let storage = storage.ok_or(StoreError::Refused)?;
        storage.length().map_err(|error| cause(&error))?;
        Ok(Self { storage, names: RefCell::default(), telling: Rc::default() })
    }

    fn tell(&self, key: &str) {
        self.names.take();
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
        let mut listed = self.names.borrow_mut();
        if listed.as_ref().is_none_or(|names| (Date::now() - names.at).abs() > FRESH) {
            *listed = Some(Names::of(&self.storage)?);
        }
        if let Some(names) = &*listed {
            let parts = names.after(prefix);
            let joined =
                parts.unchecked_ref::<Texts>().join(SEPARATORS[1]).map(String::from).unwrap_or_default();
            let (count, others) =
                (joined.split(SEPARATORS[1]).count(), joined.matches(SEPARATORS[0]).count());
            if count == parts.length() as usize && count + others == names.count {
                let own = joined.split(SEPARATORS[1]).skip(1);
                return Ok(own
                    .filter_map(|part| part.split(SEPARATORS[0]).next())
                    .map(str::to_owned)
                    .collect());
            }
        }
        // A name that is a symbol, or has a separator in it.
        let names = Reflect::own_keys(&self.storage).map_err(|error| cause(&error))?;
        Ok(names.iter().filter_map(|name| Some(name.as_string()?.strip_prefix(prefix)?.to_owned())).collect())
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
