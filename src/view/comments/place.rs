//! Where a card's comments are kept: the browser's storage, or the page's memory where that is refused.

use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use crate::card::Card;
#[cfg(not(target_arch = "wasm32"))]
use crate::comments::SystemPlatform;
use crate::comments::{
    Comment, CommentStore, Drafts, LocalStore, MemoryStorage, Notebook, Platform, Storage,
};

/// The stores of one card's comments.
#[derive(Clone)]
pub struct Place {
    pub store: Rc<dyn CommentStore>,
    pub drafts: Drafts,
    pub notebook: Notebook,
    pub clock: Rc<dyn Platform>,
}

impl Place {
    /// Opens the comments on the card's article. Never fails: without a storage they last as long as the
    /// page.
    pub fn open(card: &Card) -> Self {
        let (storage, clock, lasting) = browser();
        // An article by its address; a card without one by its id.
        let article = card.url.as_deref().unwrap_or(&card.id);
        let samples = card.comments.iter().map(Comment::from).collect();
        let store = LocalStore::new(Rc::clone(&storage), Rc::clone(&clock), article, samples, lasting);
        Self {
            store: Rc::new(store),
            drafts: Drafts::new(Rc::clone(&storage), article),
            notebook: Notebook::new(storage, article),
            clock,
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn browser() -> (Rc<dyn Storage>, Rc<dyn Platform>, bool) {
    use crate::page::{BrowserPlatform, BrowserStorage};
    let storage = BrowserStorage::open().ok();
    let lasting = storage.is_some();
    let storage: Rc<dyn Storage> = match storage {
        Some(storage) => Rc::new(storage),
        None => Rc::new(MemoryStorage::default()),
    };
    (storage, Rc::new(BrowserPlatform), lasting)
}

#[cfg(not(target_arch = "wasm32"))]
fn browser() -> (Rc<dyn Storage>, Rc<dyn Platform>, bool) {
    // What is written natively will be live in a browser that keeps comments.
    (Rc::new(MemoryStorage::default()), Rc::new(SystemPlatform), true)
}

/// The answer where it is there at once, as with a storage of few entries; else the future, to be waited
/// for.
pub fn at_once<T>(
    mut future: Pin<Box<dyn Future<Output = T>>>,
) -> Result<T, Pin<Box<dyn Future<Output = T>>>> {
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => Ok(answer),
        Poll::Pending => Err(future),
    }
}
