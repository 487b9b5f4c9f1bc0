//! What the stores ask of the place they run in. Every call may fail, at any time.

use std::any::Any;
use std::pin::Pin;
use std::rc::Rc;

use super::store::StoreError;

/// Called with the key that changed, or `None` when any may have.
pub type OnKey = Rc<dyn Fn(Option<&str>)>;

/// Named texts that outlive the page, as localStorage has them.
pub trait Storage {
    /// All keys that start so, in any order.
    ///
    /// # Errors
    /// The storage is refused.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError>;

    /// The text under a key.
    ///
    /// # Errors
    /// The storage is refused.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Keeps a text under a key. The text that was there stays when this fails.
    ///
    /// # Errors
    /// The storage is full or refused.
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Forgets a key.
    ///
    /// # Errors
    /// The storage is refused.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// Calls back with the key when somebody else (another tab) changed its text; with `None` when all
    /// may have changed.
    fn watch(&self, on_change: OnKey) -> Subscription;
}

/// Time and chance.
pub trait Platform {
    /// Milliseconds since 1970. May go backwards.
    fn now(&self) -> i64;

    /// Any number.
    fn random(&self) -> u32;

    /// Lets the page draw and answer before long work goes on.
    fn pause(&self) -> Pin<Box<dyn Future<Output = ()>>> {
        Box::pin(std::future::ready(()))
    }
}

/// Calls back until it is dropped.
pub struct Subscription(#[expect(dead_code, reason = "held for its drop")] Box<dyn Any>);

impl Subscription {
    /// Watches as long as `held` lives.
    pub fn new(held: impl Any) -> Self {
        Self(Box::new(held))
    }
}
