//! The store that keeps comments in a [`Storage`]: the browser's own, or memory where that is refused.
//!
//! One key a comment, so that two tabs posting at once lose nothing. What is kept is read once, bit by bit;
//! afterwards each change, one's own or another tab's, reads one key again.

mod kept;
mod own_data;

use std::cell::RefCell;
use std::rc::Rc;

use super::Time;
use super::comment::{Comment, NewComment};
use super::form::check_text;
use super::keys::Keys;
use super::number::base36;
use super::record;
use super::storage::{Platform, Storage, Subscription};
use super::store::{Capabilities, Change, CommentStore, OnChange, Page, Query, StoreError, StoreFuture};
use super::thread::Threads;
use kept::Kept;

/// A link to a comment further down does not show all that is above it.
const MOST: usize = 500;
/// 2025-01-01: a clock that shows an earlier time is wrong, because this program is younger.
const FIRST_BELIEVED: i64 = 1_735_689_600_000;
const DAY: i64 = 86_400_000;

/// Keeps comments in a [`Storage`]. Cloning gives another handle on the same store.
#[derive(Clone)]
pub struct LocalStore {
    inner: Rc<Inner>,
}

struct Inner {
    storage: Rc<dyn Storage>,
    platform: Rc<dyn Platform>,
    article: String,
    keys: Keys,
    samples: Vec<Comment>,
    lasting: bool,
    /// Nothing before the first question, and after what was read can no longer be relied on.
    kept: RefCell<Option<Kept>>,
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
        let (keys, article) = (Keys::new(article), article.to_owned());
        let kept = RefCell::default();
        Self { inner: Rc::new(Inner { storage, platform, article, keys, samples, lasting, kept }) }
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
            if query.at_once {
                inner.read_first()?;
            } else {
                inner.read_all().await?;
            }
            Ok(inner.page(&query))
        })
    }

    fn post(&self, new: NewComment) -> StoreFuture<Rc<Comment>> {
        let inner = Rc::clone(&self.inner);
        Box::pin(async move {
            // A store that cannot be read may still take a comment.
            let _ = inner.read_all().await;
            let now = Time::from_ms(inner.platform.now());
            let mut comment = new.preview(now);
            comment.order = inner.next_order(now);
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
            Ok(Rc::new(inner.as_listed(comment)))
        })
    }

    fn restore(&self, comment: Rc<Comment>) -> StoreFuture<Rc<Comment>> {
        let inner = Rc::clone(&self.inner);
        Box::pin(async move {
            let mut comment = Comment::clone(&comment);
            // The reader's like has a key of its own, which stayed.
            comment.count_like(false);
            inner.write(&comment)
        })
    }

    fn like(&self, id: &str, liked: bool) -> StoreFuture<Rc<Comment>> {
        let (inner, id) = (Rc::clone(&self.inner), id.to_owned());
        Box::pin(async move {
            inner.read_all().await?;
            inner.find(&id).ok_or(StoreError::NotFound)?;
            let key = inner.keys.like(&id);
            if liked {
                inner.storage.set(&key, "1")?;
            } else {
                inner.storage.remove(&key)?;
            }
            inner.refresh(&key);
            inner.read_all().await?;
            inner.find(&id).ok_or(StoreError::NotFound)
        })
    }

    fn subscribe(&self, on_change: OnChange) -> Subscription {
        let inner = Rc::downgrade(&self.inner);
        self.inner.storage.watch(Rc::new(move |key| {
            let Some(inner) = inner.upgrade() else { return };
            if let Some(change) = inner.on_event(key) {
                on_change(change);
            }
        }))
    }
}

impl Inner {
    /// Somebody else changed a key, or with `None` any of them.
    fn on_event(&self, key: Option<&str>) -> Option<Change> {
        let Some(key) = key else {
            *self.kept.borrow_mut() = None;
            return Some(Change::Other);
        };
        if let Some(id) = key.strip_prefix(&self.keys.comments()) {
            let known = self.kept.borrow().as_ref().is_some_and(|kept| kept.knows(id));
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
        Ok(Rc::new(self.as_listed(comment.clone())))
    }

    /// One's own comment as it is kept now, whatever was read before: another tab may have changed it.
    fn own(&self, id: &str) -> Result<Comment, StoreError> {
        let text = self.storage.get(&self.keys.comment(id))?.ok_or(StoreError::NotFound)?;
        self.decode(id, &text).ok_or(StoreError::Damaged)
    }

    /// The comment of this id from the text that is kept of it; `None` where it cannot be read.
    fn decode(&self, id: &str, text: &str) -> Option<Comment> {
        record::decode(id, &self.platform.parse_json(text)?)
    }

    /// A comment with the reader's like counted in.
    fn as_listed(&self, mut comment: Comment) -> Comment {
        let liked = self.kept.borrow().as_ref().is_some_and(|kept| kept.likes.has(&comment.id));
        comment.count_like(liked);
        comment
    }

    fn find(&self, id: &str) -> Option<Rc<Comment>> {
        self.kept.borrow().as_ref().and_then(|kept| kept.find(id).cloned())
    }

    /// The place in time of a comment posted now: after all others, so that a clock that goes backwards shuffles
    /// nothing. Comments from a future that this clock knows nothing of do not count, or one of them would take
    /// every later comment along.
    fn next_order(&self, now: Time) -> Time {
        let last = if now.ms() < FIRST_BELIEVED { i64::MAX } else { now.ms() + DAY };
        let kept = self.kept.borrow();
        let newest = kept.iter().flat_map(Kept::all).map(|comment| comment.order.ms());
        let newest = newest.filter(|order| *order <= last).max().unwrap_or(i64::MIN);
        Time::from_ms(newest.saturating_add(1).max(now.ms()))
    }

    fn page(&self, query: &Query) -> Page {
        let kept = self.kept.borrow();
        let Some(kept) = kept.as_ref() else {
            return Page::default();
        };
        let comments: Vec<Rc<Comment>> = kept.all().cloned().collect();
        let threads = Threads::build(&comments, query.sort, query.about.as_deref());
        let wanted = query.including.as_deref().and_then(|id| threads.place(id)).map_or(0, |place| place + 1);
        let limit = query.limit.max(if wanted > MOST { 0 } else { wanted });
        Page {
            threads: threads.first(limit),
            shown: threads.total.min(limit),
            total: threads.total,
            counts: threads.counts,
            all: threads.all + kept.unread(),
            damaged: kept.damaged.len(),
            complete: kept.unread() == 0,
        }
    }
}

/// A new comment's id: its place in time and a random number, of letters, digits and `-`.
fn id(order: Time, random: u32) -> String {
    [&base36(order.ms().unsigned_abs()), "-", &base36(random.into())].concat()
}
