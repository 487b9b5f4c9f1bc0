//! What a reader has begun to write, and the name they asked to keep.
//!
//! Each tab keeps its drafts under keys of its own, so that no tab writes over another's. A tab that has none
//! for a form begins with a copy of the latest that any tab left.
//!
//! A draft never holds the email address, the name or the website: those are kept only where the reader
//! ticks the box that says so.

use std::cell::RefCell;
use std::rc::Rc;

use super::Time;
use super::comment::text;
use super::keys::Keys;
use super::number::base36;
use super::storage::{Platform, Storage, Subscription, forget};
use super::store::StoreError;
use super::table::Table;
use card::{Json, Position, Vocabulary};

/// Which form a draft was typed into: there is one draft for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftTarget {
    /// A comment on the article or a claim.
    New,
    /// An answer to the comment with this id.
    Reply(String),
    /// A change to one's own comment with this id.
    Edit(String),
}

impl DraftTarget {
    fn name(&self) -> String {
        match self {
            Self::New => "new".to_owned(),
            Self::Reply(id) => ["reply/", id].concat(),
            Self::Edit(id) => ["edit/", id].concat(),
        }
    }
}

/// What a reader has begun to write.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The text so far.
    pub text: String,
    /// The id of the claim it is about.
    pub about: Option<String>,
    /// The position toward that claim.
    pub position: Option<Position>,
}

/// A draft as it is kept.
#[derive(Default)]
struct Entry {
    draft: Draft,
    /// When it was kept, by the tab's clock.
    saved: Time,
    /// The tabs whose drafts this one began as a copy of.
    copied_from: Vec<String>,
}

impl Entry {
    /// What was kept. A text that is not in today's form is taken as it is: what somebody typed is somewhere
    /// in it. An empty one is nothing.
    fn read(kept: String, platform: &dyn Platform) -> Option<Self> {
        if kept.is_empty() {
            return None;
        }
        let from = platform.parse_json(&kept).unwrap_or_default();
        let Some(written) = text(&from, "text") else {
            return Some(Self { draft: Draft { text: kept, ..Draft::default() }, ..Self::default() });
        };
        let tabs = text(&from, "copiedFrom").unwrap_or_default();
        Some(Self {
            draft: Draft {
                text: written,
                about: text(&from, "about"),
                position: text(&from, "position").as_deref().and_then(Position::from_word),
            },
            saved: text(&from, "saved").as_deref().and_then(Time::parse).unwrap_or_default(),
            copied_from: tabs.split(' ').map(ToOwned::to_owned).collect(),
        })
    }

    fn json(&self) -> String {
        Json::object()
            .with("text", &*self.draft.text)
            .with_some("about", self.draft.about.as_deref())
            .with_some("position", self.draft.position.map(Vocabulary::word))
            .with("saved", self.saved.iso())
            .with_filled("copiedFrom", self.copied_from.join(" "))
            .to_text()
    }
}

/// What the reader asked to keep for the next comment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedAuthor {
    /// The name.
    pub name: String,
    /// The email address.
    pub email: String,
    /// The website.
    pub website: String,
}

/// What somebody else did to a draft that this tab keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftChange {
    /// It is kept no longer, and here it is still being written: the storage was cleared, another tab posted a copy
    /// of it, or one with the same name (a duplicate of this tab) writes in its place. It wants to be kept again.
    Lost,
    /// The reader deleted it with everything else.
    Deleted,
}

/// The drafts of one article and the saved name. Cloning gives another handle on the same drafts.
#[derive(Clone)]
pub struct Drafts {
    inner: Rc<Inner>,
}

struct Inner {
    storage: Rc<dyn Storage>,
    /// Lasts as long as the tab: holds the tab's name, so that a tab finds its own drafts after a reload.
    tab_storage: Rc<dyn Storage>,
    platform: Rc<dyn Platform>,
    keys: Keys,
    /// The tab's name, where it has one yet.
    tab: RefCell<Option<String>>,
    /// By form: the tabs whose drafts are shown in it, until this tab keeps one of its own.
    copies: RefCell<Table<Vec<String>>>,
}

impl Drafts {
    /// The drafts for the article of this name, kept in `storage`. `tab_storage` has to last as long as the tab,
    /// and to be the tab's own.
    pub fn new(
        storage: Rc<dyn Storage>,
        tab_storage: Rc<dyn Storage>,
        platform: Rc<dyn Platform>,
        article: &str,
    ) -> Self {
        let tab = tab_storage.get(&Keys::tab()).ok().flatten();
        let tab = tab.filter(|name| !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric()));
        let keys = Keys::new(article);
        let (tab, copies) = (RefCell::new(tab), RefCell::default());
        Self { inner: Rc::new(Inner { storage, tab_storage, platform, keys, tab, copies }) }
    }

    /// The draft for a form: this tab's own, else a copy of the latest that another tab left. A draft that is not
    /// in today's form is handed over as the text it is.
    ///
    /// # Errors
    /// The storage is refused.
    pub fn load(&self, target: &DraftTarget) -> Result<Option<Draft>, StoreError> {
        let inner = &*self.inner;
        if let Some(own) = inner.own(target)? {
            return Ok(Some(own.draft));
        }
        let Some((tab, mut entry)) = inner.latest_of_others(target)? else { return Ok(None) };
        entry.copied_from.push(tab);
        // Nothing is kept of it before the reader types on: a tab that is only looked at leaves no copy.
        inner.copies.borrow_mut().set(&target.name(), entry.copied_from);
        Ok(Some(entry.draft))
    }

    /// Keeps the draft of a form; forgets it when its text is empty.
    ///
    /// # Errors
    /// The storage is full or refused; the draft kept before is still there.
    pub fn save(&self, target: &DraftTarget, draft: &Draft) -> Result<(), StoreError> {
        let inner = &*self.inner;
        let before = inner.own(target).ok().flatten();
        if draft.text.is_empty() {
            return if before.is_some() { forget(&*inner.storage, &inner.own_key(target)) } else { Ok(()) };
        }
        if before.as_ref().is_some_and(|entry| entry.draft == *draft) {
            return Ok(());
        }
        let entry = Entry {
            draft: draft.clone(),
            saved: Time::from_ms(inner.platform.now()),
            copied_from: inner.copied_from(target, before),
        };
        inner.storage.set(&inner.own_key(target), &entry.json())
    }

    /// Forgets the draft of a form after `text` was posted or given up, and the other tabs' drafts that it began
    /// as a copy of, unless there is more in them than in `text`.
    ///
    /// # Errors
    /// The storage is refused.
    pub fn forget(&self, target: &DraftTarget, text: &str) -> Result<(), StoreError> {
        let inner = &*self.inner;
        let own = inner.own(target)?;
        let is_kept = own.is_some();
        for tab in inner.copied_from(target, own) {
            let key = inner.key(&tab, target);
            if let Some(entry) = inner.entry(&key)?
                && text.starts_with(entry.draft.text.trim())
            {
                forget(&*inner.storage, &key)?;
            }
        }
        inner.copies.borrow_mut().remove(&target.name());
        if is_kept { forget(&*inner.storage, &inner.own_key(target)) } else { Ok(()) }
    }

    /// Calls back when somebody else changed what this tab keeps for a form, until the subscription is dropped.
    pub fn subscribe(&self, target: &DraftTarget, on_change: Rc<dyn Fn(DraftChange)>) -> Subscription {
        let (inner, target) = (Rc::downgrade(&self.inner), target.clone());
        self.inner.storage.watch(Rc::new(move |key| {
            let Some(inner) = inner.upgrade() else { return };
            let is_own = |key: &str| inner.tab.borrow().is_some() && key == inner.own_key(&target);
            match key {
                None => on_change(DraftChange::Lost),
                Some(key) if key == inner.keys.deleted() => on_change(DraftChange::Deleted),
                Some(key) if is_own(key) => {
                    if inner.entry(key).is_ok_and(|entry| entry.is_some()) {
                        // Another tab has this one's name. The other keeps it.
                        inner.take_name();
                    }
                    on_change(DraftChange::Lost);
                }
                Some(_) => {}
            }
        }))
    }

    /// The name, email and website, where the reader asked to keep them and they can be read.
    ///
    /// # Errors
    /// The storage is refused.
    pub fn author(&self) -> Result<Option<SavedAuthor>, StoreError> {
        let kept = self.inner.storage.get(&Keys::author())?;
        let kept = kept.and_then(|kept| self.inner.platform.parse_json(&kept)).filter(Json::is_object);
        Ok(kept.map(|from| SavedAuthor {
            name: text(&from, "name").unwrap_or_default(),
            email: text(&from, "email").unwrap_or_default(),
            website: text(&from, "website").unwrap_or_default(),
        }))
    }

    /// Keeps the name, email and website, or with `None` forgets them.
    ///
    /// # Errors
    /// The storage is full or refused.
    pub fn keep_author(&self, author: Option<&SavedAuthor>) -> Result<(), StoreError> {
        let storage = &*self.inner.storage;
        let Some(author) = author else {
            return forget(storage, &Keys::author());
        };
        let kept = Json::object()
            .with("name", &*author.name)
            .with("email", &*author.email)
            .with("website", &*author.website);
        storage.set(&Keys::author(), &kept.to_text())
    }
}

/// Stands for a tab in the list of copies, where the draft was kept for all tabs.
const SHARED: &str = "-";

impl Inner {
    fn key(&self, tab: &str, target: &DraftTarget) -> String {
        if tab == SHARED {
            self.keys.shared_draft(&target.name())
        } else {
            self.keys.draft(tab, &target.name())
        }
    }

    /// The key of this tab's draft; the tab gets a name for it where it has none.
    fn own_key(&self, target: &DraftTarget) -> String {
        let known = self.tab.borrow().clone();
        self.key(&known.unwrap_or_else(|| self.take_name()), target)
    }

    fn take_name(&self) -> String {
        let parts = [self.platform.now().unsigned_abs(), self.platform.random().into()];
        let name = parts.map(base36).concat();
        // Not kept: then the tab is another one after a reload, and begins with a copy.
        let _ = self.tab_storage.set(&Keys::tab(), &name);
        *self.tab.borrow_mut() = Some(name.clone());
        name
    }

    /// The tabs whose drafts this tab's began as a copy of.
    fn copied_from(&self, target: &DraftTarget, own: Option<Entry>) -> Vec<String> {
        let shown = || self.copies.borrow().get(&target.name()).cloned();
        own.map(|entry| entry.copied_from).or_else(shown).unwrap_or_default()
    }

    fn entry(&self, key: &str) -> Result<Option<Entry>, StoreError> {
        Ok(self.storage.get(key)?.and_then(|kept| Entry::read(kept, &*self.platform)))
    }

    fn own(&self, target: &DraftTarget) -> Result<Option<Entry>, StoreError> {
        let tab = self.tab.borrow().clone();
        tab.map_or(Ok(None), |tab| self.entry(&self.key(&tab, target)))
    }

    /// The draft that another tab kept last, and that tab's name.
    fn latest_of_others(&self, target: &DraftTarget) -> Result<Option<(String, Entry)>, StoreError> {
        let name = target.name();
        let mut tabs = vec![SHARED.to_owned()];
        for draft in self.storage.keys()?.rests(&self.keys.drafts()) {
            if let Some((tab, target)) = draft.split_once('/')
                && target == name
            {
                tabs.push(tab.to_owned());
            }
        }
        let mut latest: Option<(String, Entry)> = None;
        for tab in tabs {
            if let Some(entry) = self.entry(&self.key(&tab, target))?
                && latest.as_ref().is_none_or(|(_, before)| before.saved <= entry.saved)
            {
                latest = Some((tab, entry));
            }
        }
        Ok(latest)
    }
}
