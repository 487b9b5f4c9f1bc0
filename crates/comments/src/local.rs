//! The store that keeps comments in a [`Storage`]: the browser's own, or memory where that is refused.
//!
//! One key a comment, so that two tabs posting at once lose nothing. All that is kept is read once, in
//! slices; afterwards each change, one's own or another tab's, reads one key again.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::comment::{Comment, NewComment};
use super::form::check_text;
use super::keys::Keys;
use super::record;
use super::storage::{Platform, Storage, Subscription};
use super::store::{Capabilities, Change, CommentStore, OnChange, Page, Query, StoreError, StoreFuture};
use super::table::Table;
use super::thread::Threads;
use super::time::Time;

/// So many entries are read before the page may draw again: some milliseconds' work.
const SLICE: usize = 200;
/// A link to a comment further down does not show all that is above it.
const MOST: usize = 500;

/// Keeps comments in a [`Storage`]. Cloning gives another handle on the same store.
#[derive(Clone)]
pub struct LocalStore {
    inner: Rc<Inner>,
}

struct Inner {
    storage: Rc<dyn Storage>,
    platform: Rc<dyn Platform>,
    keys: Keys,
    samples: Vec<Comment>,
    lasting: bool,
    kept: RefCell<Option<Kept>>,
    /// Keys that changed while everything was being read: they are read again at the end.
    changed: RefCell<Vec<String>>,
    reading: Cell<usize>,
}

/// What the storage holds, as far as it could be read.
#[derive(Default)]
struct Kept {
    comments: Table<Rc<Comment>>,
    likes: Table<()>,
    damaged: Table<()>,
}

impl LocalStore {
    /// A store for the article of this name in `storage`. The samples are listed among the comments and
    /// never stored. `lasting` says whether the storage outlives the page.
    pub fn new(
        storage: Rc<dyn Storage>,
        platform: Rc<dyn Platform>,
        article: &str,
        samples: Vec<Comment>,
        lasting: bool,
    ) -> Self {
        Self {
            inner: Rc::new(Inner {
                storage,
                platform,
                keys: Keys::new(article),
                samples,
                lasting,
                kept: RefCell::default(),
                changed: RefCell::default(),
                reading: Cell::new(0),
            }),
        }
    }
}

impl CommentStore for LocalStore {
    fn capabilities(&self) -> Capabilities {
        Capabilities {
            reply: true,
            edit: true,
            delete: true,
            vote: true,
            pending: false,
            private: true,
            lasting: self.inner.lasting,
        }
    }

    fn list(&self, query: Query) -> StoreFuture<Page> {
        let inner = Rc::clone(&self.inner);
        Box::pin(async move {
            inner.load().await?;
            Ok(inner.page(&query))
        })
    }

    fn post(&self, new: NewComment) -> StoreFuture<Rc<Comment>> {
        let inner = Rc::clone(&self.inner);
        Box::pin(async move {
            // A store that cannot be read may still take a comment.
            let _ = inner.load().await;
            let now = Time::from_ms(inner.platform.now());
            let mut comment = new.preview(now);
            comment.order = now.max(Time::from_ms(inner.newest().ms() + 1));
            let chance = inner.platform.random();
            for more in 0.. {
                comment.id = id(comment.order, chance.wrapping_add(more));
                let taken = inner.storage.get(&inner.keys.comment(&comment.id))?.is_some();
                if !taken && inner.find(&comment.id).is_none() {
                    break;
                }
            }
            inner.write(&comment)
        })
    }

    fn edit(&self, id: &str, text: String) -> StoreFuture<Rc<Comment>> {
        let (inner, id) = (Rc::clone(&self.inner), id.to_owned());
        Box::pin(async move {
            let mut comment = inner.own(&id)?;
            if check_text(&text).is_some() {
                return Err(StoreError::Refused);
            }
            text.trim().clone_into(&mut comment.text);
            comment.date_modified = Some(Time::from_ms(inner.platform.now()));
            inner.write(&comment)
        })
    }

    fn delete(&self, id: &str) -> StoreFuture<Rc<Comment>> {
        let (inner, id) = (Rc::clone(&self.inner), id.to_owned());
        Box::pin(async move {
            let comment = inner.own(&id)?;
            let key = inner.keys.comment(&id);
            inner.storage.remove(&key)?;
            inner.refresh(&key);
            Ok(Rc::new(inner.as_listed(&comment)))
        })
    }

    fn restore(&self, comment: Rc<Comment>) -> StoreFuture<Rc<Comment>> {
        let inner = Rc::clone(&self.inner);
        Box::pin(async move {
            let mut comment = Comment::clone(&comment);
            // The reader's like has a key of its own, which stayed.
            comment.upvote_count -= u32::from(comment.liked && comment.upvote_count > 0);
            inner.write(&comment)
        })
    }

    fn like(&self, id: &str, liked: bool) -> StoreFuture<Rc<Comment>> {
        let (inner, id) = (Rc::clone(&self.inner), id.to_owned());
        Box::pin(async move {
            inner.load().await?;
            inner.find(&id).ok_or(StoreError::NotFound)?;
            let key = inner.keys.like(&id);
            if liked {
                inner.storage.set(&key, "1")?;
            } else {
                inner.storage.remove(&key)?;
            }
            inner.refresh(&key);
            inner.load().await?;
            inner.find(&id).ok_or(StoreError::NotFound)
        })
    }

    fn subscribe(&self, on_change: OnChange) -> Subscription {
        let inner = Rc::downgrade(&self.inner);
        self.inner.storage.watch(Rc::new(move |key| {
            let Some(inner) = inner.upgrade() else { return };
            let change = match key {
                None => {
                    *inner.kept.borrow_mut() = None;
                    Some(Change::Other)
                }
                Some(key) => inner.heard_of(key),
            };
            if let Some(change) = change {
                on_change(change);
            }
        }))
    }
}

impl Inner {
    /// Reads everything, unless that was done. Between slices others may run: what they change meanwhile
    /// is read again.
    async fn load(&self) -> Result<(), StoreError> {
        if self.kept.borrow().is_some() {
            return Ok(());
        }
        self.reading.set(self.reading.get() + 1);
        let kept = self.read_all().await;
        self.reading.set(self.reading.get() - 1);
        let mut kept = kept?;
        let changed = self.changed.borrow().clone();
        for key in &changed {
            self.read_key(&mut kept, key)?;
        }
        if self.reading.get() == 0 {
            self.changed.borrow_mut().clear();
        }
        *self.kept.borrow_mut() = Some(kept);
        Ok(())
    }

    async fn read_all(&self) -> Result<Kept, StoreError> {
        let mut kept = Kept::default();
        for prefix in [self.keys.comments(), self.keys.likes()] {
            for slice in self.storage.keys(&prefix)?.chunks(SLICE) {
                for key in slice {
                    self.read_key(&mut kept, key)?;
                }
                if slice.len() == SLICE {
                    self.platform.pause().await;
                }
            }
        }
        Ok(kept)
    }

    /// Brings `kept` up to date with one key of the storage.
    fn read_key(&self, kept: &mut Kept, key: &str) -> Result<(), StoreError> {
        if let Some(id) = key.strip_prefix(&self.keys.comments()) {
            let text = self.storage.get(key)?;
            kept.comments.remove(id);
            kept.damaged.remove(id);
            match text.map(|text| record::decode(id, &text)) {
                Some(Ok(comment)) => {
                    kept.comments.set(id, Rc::new(comment));
                }
                Some(Err(_)) => {
                    kept.damaged.set(id, ());
                }
                None => {}
            }
        } else if let Some(id) = key.strip_prefix(&self.keys.likes()) {
            if self.storage.get(key)?.is_some() {
                kept.likes.set(id, ());
            } else {
                kept.likes.remove(id);
            }
        }
        Ok(())
    }

    /// Reads one key again. When even that fails, all is read again at the next occasion.
    fn refresh(&self, key: &str) {
        if self.reading.get() > 0 {
            self.changed.borrow_mut().push(key.to_owned());
        }
        let mut kept = self.kept.borrow_mut();
        if let Some(mut now) = kept.take()
            && self.read_key(&mut now, key).is_ok()
        {
            *kept = Some(now);
        }
    }

    /// Another tab changed a key.
    fn heard_of(&self, key: &str) -> Option<Change> {
        if let Some(id) = key.strip_prefix(&self.keys.comments()) {
            let known = self.find(id).is_some();
            self.refresh(key);
            let new = !known && self.find(id).is_some();
            Some(if new { Change::New(id.to_owned()) } else { Change::Other })
        } else if key.starts_with(&self.keys.likes()) {
            self.refresh(key);
            Some(Change::Other)
        } else {
            None
        }
    }

    fn write(&self, comment: &Comment) -> Result<Rc<Comment>, StoreError> {
        let key = self.keys.comment(&comment.id);
        self.storage.set(&key, &record::encode(comment))?;
        self.refresh(&key);
        Ok(Rc::new(self.as_listed(comment)))
    }

    /// One's own comment as it is kept now, whatever was read before: another tab may have changed it.
    fn own(&self, id: &str) -> Result<Comment, StoreError> {
        let text = self.storage.get(&self.keys.comment(id))?.ok_or(StoreError::NotFound)?;
        record::decode(id, &text).map_err(|_| StoreError::Damaged)
    }

    fn has_like(&self, id: &str) -> bool {
        self.kept.borrow().as_ref().is_some_and(|kept| kept.likes.has(id))
    }

    /// The comment with the reader's like counted in.
    fn as_listed(&self, comment: &Comment) -> Comment {
        let mut comment = comment.clone();
        comment.liked = self.has_like(&comment.id);
        comment.upvote_count = comment.upvote_count.saturating_add(u32::from(comment.liked));
        comment
    }

    fn find(&self, id: &str) -> Option<Rc<Comment>> {
        let own = self.kept.borrow().as_ref().and_then(|kept| kept.comments.get(id).cloned());
        let found = own.as_deref().or_else(|| self.samples.iter().find(|sample| sample.id == id))?;
        Some(Rc::new(self.as_listed(found)))
    }

    /// The place in time of the newest comment.
    fn newest(&self) -> Time {
        let kept = self.kept.borrow();
        let own = kept.iter().flat_map(|kept| kept.comments.iter()).map(|(_, comment)| comment.order);
        own.chain(self.samples.iter().map(|sample| sample.order)).max().unwrap_or_default()
    }

    fn page(&self, query: &Query) -> Page {
        let kept = self.kept.borrow();
        let Some(kept) = kept.as_ref() else {
            return Page::default();
        };
        let listed = |comment: &Rc<Comment>| {
            if kept.likes.has(&comment.id) { Rc::new(self.as_listed(comment)) } else { Rc::clone(comment) }
        };
        let samples = self.samples.iter().map(|sample| Rc::new(self.as_listed(sample)));
        let comments: Vec<Rc<Comment>> =
            samples.chain(kept.comments.iter().map(|(_, comment)| listed(comment))).collect();
        let threads = Threads::build(&comments, query.sort, query.about.as_deref());
        let wanted = query.including.as_deref().and_then(|id| threads.place(id)).map_or(0, |place| place + 1);
        let limit = query.limit.max(if wanted > MOST { 0 } else { wanted });
        Page {
            threads: threads.first(limit),
            shown: threads.total.min(limit),
            total: threads.total,
            counts: threads.counts,
            all: threads.all,
            damaged: kept.damaged.len(),
        }
    }
}

/// A new comment's id: its place in time and a random number, of letters, digits and `-`.
fn id(order: Time, random: u32) -> String {
    // Base 36, last digit first.
    let mut digits = Vec::new();
    for mut number in [u64::from(random), order.ms().unsigned_abs()] {
        if !digits.is_empty() {
            digits.push(b'-');
        }
        loop {
            digits.push(b"0123456789abcdefghijklmnopqrstuvwxyz"[(number % 36) as usize]);
            number /= 36;
            if number == 0 {
                break;
            }
        }
    }
    digits.iter().rev().map(|byte| char::from(*byte)).collect()
}
