//! What the tests of the comments share: a storage that fails on demand, a platform in hand, and a way to
//! wait for an answer.
#![allow(dead_code, reason = "each test file uses its part")]

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use summary_card_comments::*;

/// The answer of a future that waits for nothing but turns.
pub fn wait<T>(future: impl Future<Output = T>) -> T {
    let mut future = Box::pin(future);
    for _ in 0..1_000_000 {
        if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return value;
        }
    }
    panic!("never answered");
}

/// A clock that is set by hand, and a chance that repeats itself.
#[derive(Default)]
pub struct HandPlatform {
    pub now: Cell<i64>,
    pub random: RefCell<Vec<u32>>,
}

impl Platform for HandPlatform {
    fn now(&self) -> i64 {
        self.now.get()
    }

    fn parse_json(&self, text: &str) -> Option<card::Json> {
        SystemPlatform.parse_json(text)
    }

    fn random(&self) -> u32 {
        self.random.borrow_mut().pop().unwrap_or(7)
    }

    fn pause(&self) -> std::pin::Pin<Box<dyn Future<Output = ()>>> {
        let mut turns = 2;
        Box::pin(std::future::poll_fn(move |_| {
            turns -= 1;
            if turns == 0 { Poll::Ready(()) } else { Poll::Pending }
        }))
    }
}

type Fails = Box<dyn Fn(usize, &str) -> Option<StoreError>>;

/// A storage whose calls fail when `fails` says so: it is given the number of the call and the call.
pub struct FailingStorage {
    pub inner: MemoryStorage,
    pub calls: Cell<usize>,
    pub fails: Fails,
}

impl FailingStorage {
    pub fn new(
        inner: MemoryStorage,
        fails: impl Fn(usize, &str) -> Option<StoreError> + 'static,
    ) -> Rc<Self> {
        Rc::new(Self { inner, calls: Cell::new(0), fails: Box::new(fails) })
    }

    fn call(&self, name: &str) -> Result<(), StoreError> {
        let number = self.calls.get();
        self.calls.set(number + 1);
        (self.fails)(number, name).map_or(Ok(()), Err)
    }
}

impl Storage for FailingStorage {
    fn keys(&self) -> Result<KeyList, StoreError> {
        self.call("keys")?;
        self.inner.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.call("get")?;
        self.inner.get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.call("set")?;
        self.inner.set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.call("remove")?;
        self.inner.remove(key)
    }

    fn watch(&self, on_change: OnKey) -> Subscription {
        self.inner.watch(on_change)
    }
}

/// The keys that start so, whole.
pub fn keys(storage: &dyn Storage, prefix: &str) -> Vec<String> {
    let list = storage.keys().expect("it can be listed");
    list.rests(prefix).map(|rest| [prefix, rest].concat()).filter(|key| !key.is_empty()).collect()
}

pub const ARTICLE: &str = "https://news.example/a/1";

pub fn store_on(storage: Rc<dyn Storage>, clock: &Rc<HandPlatform>) -> LocalStore {
    LocalStore::new(storage, Rc::clone(clock) as Rc<dyn Platform>, ARTICLE, Vec::new(), true)
}

pub fn store() -> (LocalStore, Rc<MemoryStorage>, Rc<HandPlatform>) {
    let storage = Rc::new(MemoryStorage::default());
    let clock = Rc::new(HandPlatform::default());
    clock.now.set(1_760_000_000_000);
    (store_on(Rc::clone(&storage) as Rc<dyn Storage>, &clock), storage, clock)
}

/// The drafts of a tab, whose own storage is `tab_storage`.
pub fn drafts_on(storage: Rc<dyn Storage>, tab_storage: Rc<dyn Storage>) -> Drafts {
    Drafts::new(storage, tab_storage, Rc::new(HandPlatform::default()), ARTICLE)
}

pub fn new(text: &str) -> NewComment {
    NewComment {
        text: text.to_owned(),
        author: Author { name: "Ana".to_owned(), url: None },
        email: "ana@example.org".to_owned(),
        ..NewComment::default()
    }
}

pub fn all() -> Query {
    Query { sort: Sort::Oldest, about: None, limit: usize::MAX, including: None, at_once: false }
}

/// The texts in reading order, set in by their depth.
pub fn texts(nodes: &[Node]) -> Vec<String> {
    fn walk(nodes: &[Node], depth: usize, out: &mut Vec<String>) {
        for node in nodes {
            out.push(format!("{}{}", "-".repeat(depth), node.comment.text));
            walk(&node.replies, depth + 1, out);
        }
    }
    let mut out = Vec::new();
    walk(nodes, 0, &mut out);
    out
}

pub fn listed(store: &LocalStore) -> Vec<String> {
    texts(&wait(store.list(all())).expect("lists").threads)
}
