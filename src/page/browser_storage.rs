//! The browser's own storage and clock.

use std::cell::RefCell;
use std::future::poll_fn;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{StorageEvent, window};

use comments::{OnKey, Platform, Storage, StoreError, Subscription};

/// The page's localStorage.
pub struct BrowserStorage {
    storage: web_sys::Storage,
}

impl BrowserStorage {
    /// The page's localStorage, where the browser allows its use.
    ///
    /// # Errors
    /// `Refused` where it does not (a sandboxed frame, a reader's setting).
    pub fn open() -> Result<Self, StoreError> {
        let storage = window().and_then(|window| window.local_storage().ok().flatten());
        let storage = storage.ok_or(StoreError::Refused)?;
        storage.length().map_err(|error| cause(&error))?;
        Ok(Self { storage })
    }
}

impl Storage for BrowserStorage {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        // One call: asking for key after key by number is slow with many, and misses some when another
        // tab writes meanwhile.
        let names = Reflect::own_keys(&self.storage).map_err(|error| cause(&error))?;
        Ok(names.iter().filter_map(|name| name.as_string()).filter(|name| name.starts_with(prefix)).collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.storage.get_item(key).map_err(|error| cause(&error))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.storage.set_item(key, text).map_err(|error| cause(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.storage.remove_item(key).map_err(|error| cause(&error))
    }

    fn watch(&self, on_change: OnKey) -> Subscription {
        let Some(window) = window() else {
            return Subscription::new(());
        };
        let own = self.storage.clone();
        Subscription::new(EventListener::new(&window, "storage", move |event| {
            let event: &StorageEvent = event.unchecked_ref();
            let here = event.storage_area().is_none_or(|area| Object::is(&area, &own));
            if here {
                on_change(event.key().as_deref());
            }
        }))
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

/// The browser's clock.
pub struct BrowserPlatform;

impl Platform for BrowserPlatform {
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds, far below 2^53")]
    fn now(&self) -> i64 {
        js_sys::Date::now() as i64
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "in range by construction")]
    fn random(&self) -> u32 {
        // An id must be unlike others, not secret.
        (js_sys::Math::random() * f64::from(u32::MAX)) as u32
    }

    fn pause(&self) -> Pin<Box<dyn Future<Output = ()>>> {
        let state = Rc::new(RefCell::new((false, None::<Waker>)));
        let over = Rc::clone(&state);
        let timeout = Timeout::new(0, move || {
            over.borrow_mut().0 = true;
            // The borrow ends before the waker runs.
            let waker = over.borrow_mut().1.take();
            if let Some(waker) = waker {
                waker.wake();
            }
        });
        // Yew's own `sleep` wakes whoever asked first, for ever: here the last who asked is woken.
        Box::pin(poll_fn(move |context| {
            let _held = &timeout;
            let mut state = state.borrow_mut();
            if state.0 {
                return Poll::Ready(());
            }
            state.1 = Some(context.waker().clone());
            Poll::Pending
        }))
    }
}
