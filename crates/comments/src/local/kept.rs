//! What the storage holds of one article, as far as it was read: the newest first, the rest in slices.

use std::rc::Rc;

use super::Inner;
use crate::comment::Comment;
use crate::keys::{COMMENT, LIKE};
use crate::storage::KeyList;
use crate::store::StoreError;
use crate::table::Table;
use quote::order::sort;

/// So many entries are read before the page may draw again: some milliseconds' work.
const SLICE: usize = 200;
/// So many of the newest are read before anything is shown: more than the first page lists, and no more work for ten
/// thousand than for a hundred.
const FIRST: usize = 40;

/// What was read. A comment stands here as it is listed: with the reader's like counted in.
#[derive(Default)]
pub(super) struct Kept {
    comments: Table<Rc<Comment>>,
    samples: Vec<Rc<Comment>>,
    pub likes: Table<()>,
    /// The ids of comments that could not be read.
    pub damaged: Table<()>,
    /// What was listed.
    keys: KeyList,
    /// Where in `keys` the ids of the comments stand that are to be read yet.
    unread: Vec<usize>,
    /// Whether the newest were read.
    begun: bool,
    /// Whether the unread stand from Z to A.
    in_order: bool,
}

impl Kept {
    /// All comments that were read, samples first.
    pub fn all(&self) -> impl Iterator<Item = &Rc<Comment>> {
        self.samples.iter().chain(self.comments.iter().map(|(_, comment)| comment))
    }

    /// One's own comment of this id, else the sample.
    pub fn find(&self, id: &str) -> Option<&Rc<Comment>> {
        self.comments.get(id).or_else(|| self.samples.iter().find(|sample| sample.id == id))
    }

    /// Whether there is a comment of this id, as far as that is known without reading it.
    pub fn knows(&self, id: &str) -> bool {
        self.find(id).is_some() || self.damaged.has(id) || self.place_unread(id).is_some()
    }

    /// Which of those to be read has this id.
    fn place_unread(&self, id: &str) -> Option<usize> {
        // What was read is none of them: to find that out from ten thousand takes a while.
        if self.comments.has(id) {
            return None;
        }
        self.unread.iter().position(|place| self.keys.rest(*place) == id)
    }

    /// Takes out what is to be read first. Most ids begin with the time of posting, so the newest are the last from A to
    /// Z. All of them are put in order only once these are shown: with ten thousand that takes a while.
    fn take_newest(&mut self) -> Vec<usize> {
        let mut newest: Vec<(&str, usize)> = Vec::new();
        // Storages list from A to Z, or in no order.
        for place in std::mem::take(&mut self.unread).into_iter().rev() {
            let id = self.keys.rest(place);
            if newest.len() == FIRST && id < newest[0].0 {
                self.unread.push(place);
                continue;
            }
            newest.insert(newest.partition_point(|(each, _)| *each < id), (id, place));
            if newest.len() > FIRST {
                self.unread.push(newest.remove(0).1);
            }
        }
        newest.into_iter().map(|(_, place)| place).collect()
    }

    /// Takes out what is to be read next: the oldest, so that each is put down near the end of the table, and moves few
    /// others.
    fn take_slice(&mut self) -> Vec<usize> {
        if !std::mem::replace(&mut self.in_order, true) {
            let keys = &self.keys;
            sort(&mut self.unread, &|a, b| keys.rest(a) > keys.rest(b));
        }
        self.unread.split_off(self.unread.len().saturating_sub(SLICE))
    }

    /// How many comments are to be read yet.
    pub fn unread(&self) -> usize {
        self.unread.len()
    }

    fn set_like(&mut self, id: &str, liked: bool) {
        if liked {
            self.likes.set(id, ());
        } else {
            self.likes.remove(id);
        }
        let own = self.comments.get_mut(id).into_iter();
        for comment in own.chain(self.samples.iter_mut().filter(|sample| sample.id == id)) {
            if comment.liked != liked {
                Rc::make_mut(comment).count_like(liked);
            }
        }
    }
}

impl Inner {
    /// Finds out what there is to read, unless that was done. A like is there with its key: nothing to read.
    fn begin(&self) -> Result<(), StoreError> {
        if self.kept.borrow().is_some() {
            return Ok(());
        }
        let keys = self.storage.keys()?;
        let mut kept = Kept {
            samples: self.samples.iter().cloned().map(Rc::new).collect(),
            keys: keys.clone(),
            ..Kept::default()
        };
        // The keys are gone through once: there may be ten thousand.
        for place in keys.places(self.keys.prefix()) {
            let key = keys.rest(place);
            if key.starts_with(COMMENT) {
                kept.unread.push(place + COMMENT.len());
            } else if let Some(id) = key.strip_prefix(LIKE) {
                kept.set_like(id, true);
            }
        }
        *self.kept.borrow_mut() = Some(kept);
        Ok(())
    }

    /// Reads the newest comments and those that they answer.
    pub fn read_first(&self) -> Result<(), StoreError> {
        self.begin()?;
        self.with_kept(&|kept| {
            if std::mem::replace(&mut kept.begun, true) {
                return Ok(());
            }
            let keys = kept.keys.clone();
            for place in kept.take_newest() {
                let mut id = keys.rest(place);
                self.read_comment(kept, id)?;
                while let Some(parent) = kept.find(id).and_then(|comment| comment.parent_item.clone()) {
                    let Some(at) = kept.place_unread(&parent) else { break };
                    id = keys.rest(kept.unread.remove(at));
                    self.read_comment(kept, id)?;
                }
            }
            Ok(())
        })
    }

    /// Reads everything, unless that was done. Before each slice others may run: what they change is read again at
    /// once, and what they read is not read again.
    pub async fn read_all(&self) -> Result<(), StoreError> {
        self.read_first()?;
        let mut is_drawn = false;
        while self.kept.borrow().as_ref().is_none_or(|kept| kept.unread() > 0) {
            // What was read first is there to be drawn.
            let platform = &self.platform;
            let wait =
                if std::mem::replace(&mut is_drawn, true) { platform.pause() } else { platform.idle() };
            wait.await;
            self.read_first()?;
            self.with_kept(&|kept| {
                let keys = kept.keys.clone();
                kept.take_slice().into_iter().try_for_each(|place| self.read_comment(kept, keys.rest(place)))
            })?;
        }
        Ok(())
    }

    /// Reads one key again, after it changed. When even that fails, all is read again at the next occasion.
    pub fn refresh(&self, key: &str) {
        let _ = self.with_kept(&|kept| {
            if let Some(id) = key.strip_prefix(&self.keys.comments()) {
                self.read_comment(kept, id)?;
            } else if let Some(id) = key.strip_prefix(&self.keys.likes()) {
                kept.set_like(id, self.storage.get(key)?.is_some());
            }
            Ok(())
        });
    }

    /// Lets `read` bring what was read up to date. What could not be read to the end is not relied on.
    fn with_kept(&self, read: &dyn Fn(&mut Kept) -> Result<(), StoreError>) -> Result<(), StoreError> {
        let Some(mut kept) = self.kept.take() else { return Ok(()) };
        read(&mut kept)?;
        self.kept.replace(Some(kept));
        Ok(())
    }

    fn read_comment(&self, kept: &mut Kept, id: &str) -> Result<(), StoreError> {
        let text = self.storage.get(&self.keys.comment(id))?;
        kept.comments.remove(id);
        kept.damaged.remove(id);
        match text.map(|text| self.decode(id, &text)) {
            Some(Some(mut comment)) => {
                comment.count_like(kept.likes.has(id));
                kept.comments.set(id, Rc::new(comment));
            }
            Some(None) => kept.damaged.set(id, ()),
            None => {}
        }
        Ok(())
    }
}
