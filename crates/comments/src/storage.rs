//! What the stores ask of the place they run in. Every call may fail, at any time.

use std::any::Any;
use std::rc::Rc;

use super::store::{Later, StoreError};
use card::Json;

/// Called with the key that changed, or `None` when any may have.
pub type OnKey = Rc<dyn Fn(Option<&str>)>;

/// The keys of a storage at one time, in any order, as one text: with ten thousand of them, a text for each takes long.
#[derive(Clone, Debug, Default)]
pub struct KeyList(Rc<String>);

impl KeyList {
    /// What stands between two keys. No key of ours has it.
    pub const BETWEEN: char = '\0';

    /// The keys in a text that has [`Self::BETWEEN`] between each two.
    pub fn new(text: String) -> Self {
        Self(Rc::new(text))
    }

    /// Where in the text what comes after `prefix` begins, of the keys that start so: for [`Self::rest`].
    pub fn places(&self, prefix: &str) -> Vec<usize> {
        let mut places = Vec::new();
        let mut start = 0;
        for key in self.0.split(Self::BETWEEN) {
            if key.starts_with(prefix) {
                places.push(start + prefix.len());
            }
            start += key.len() + 1;
        }
        places
    }

    /// The key from this place on, to its end.
    pub fn rest(&self, place: usize) -> &str {
        self.0.get(place..).and_then(|rest| rest.split(Self::BETWEEN).next()).unwrap_or_default()
    }

    /// What comes after `prefix` in the keys that start so.
    pub fn rests(&self, prefix: &str) -> impl Iterator<Item = &str> {
        self.places(prefix).into_iter().map(|place| self.rest(place))
    }
}

/// Named texts, as localStorage and sessionStorage have them.
pub trait Storage {
    /// All keys.
    ///
    /// # Errors
    /// The storage is refused.
    fn keys(&self) -> Result<KeyList, StoreError>;

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

    /// Calls back with the key when somebody else (another tab, another card of the page) changed its text;
    /// with `None` when all may have changed.
    fn watch(&self, on_change: OnKey) -> Subscription;
}

/// Forgets a key. Where the storage cannot forget, an empty text takes its place, which reads as nothing.
///
/// # Errors
/// Neither worked: what was there is still there.
pub(crate) fn forget(storage: &dyn Storage, key: &str) -> Result<(), StoreError> {
    let Err(error) = storage.remove(key) else { return Ok(()) };
    match storage.get(key) {
        Ok(None) => Ok(()),
        _ => storage.set(key, "").map_err(|_| error),
    }
}

/// What else the stores need of the browser.
pub trait Platform {
    /// Milliseconds since 1970. May go backwards.
    fn now(&self) -> i64;

    /// Any number.
    fn random(&self) -> u32;

    /// The value of a JSON text; `None` where it is none.
    fn parse_json(&self, text: &str) -> Option<Json>;

    /// Lets the page answer before long work goes on.
    fn pause(&self) -> Later<()> {
        Box::pin(std::future::ready(()))
    }

    /// Lets the page draw, and whatever else is waiting come first, before long work begins.
    fn idle(&self) -> Later<()> {
        self.pause()
    }
}

/// Calls back until it is dropped.
pub struct Subscription(#[expect(dead_code, reason = "held for its drop")] Box<dyn Any>);

impl Subscription {
    /// Calls back as long as `held` lives.
    pub fn new(held: impl Any) -> Self {
        Self(Box::new(held))
    }
}
