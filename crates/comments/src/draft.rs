//! What a reader has begun to write, and the name they asked to keep.
//!
//! A draft never holds the email address, the name or the website: those are kept only where the reader
//! ticks the box that says so.

use std::rc::Rc;

use super::json::{Fields, Writer};
use super::keys::Keys;
use super::storage::Storage;
use super::store::StoreError;
use card::{Position, Vocabulary};

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
            Self::Reply(id) => format!("reply/{id}"),
            Self::Edit(id) => format!("edit/{id}"),
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

impl Draft {
    fn read(text: &str) -> Option<Self> {
        let from = Fields::parse(text).ok()?;
        let position = from.text("position").as_deref().and_then(Position::from_word);
        Some(Self { text: from.text("text")?, about: from.text("about"), position })
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

/// The drafts of one article and the saved name, in a storage.
#[derive(Clone)]
pub struct Drafts {
    storage: Rc<dyn Storage>,
    keys: Keys,
}

impl Drafts {
    /// The drafts for the article of this name.
    pub fn new(storage: Rc<dyn Storage>, article: &str) -> Self {
        Self { storage, keys: Keys::new(article) }
    }

    /// The draft for a form. A draft that is not in today's form is handed over as the text it is: what
    /// somebody typed is somewhere in it.
    ///
    /// # Errors
    /// The storage is refused.
    pub fn load(&self, target: &DraftTarget) -> Result<Option<Draft>, StoreError> {
        let kept = self.storage.get(&self.keys.draft(&target.name()))?;
        Ok(kept.map(|text| Draft::read(&text).unwrap_or(Draft { text, ..Draft::default() })))
    }

    /// Keeps the draft of a form; forgets it when its text is empty.
    ///
    /// # Errors
    /// The storage is full or refused; the draft kept before is still there.
    pub fn save(&self, target: &DraftTarget, draft: &Draft) -> Result<(), StoreError> {
        if draft.text.is_empty() {
            return self.forget(target);
        }
        let text = Writer::new()
            .text("text", &draft.text)
            .maybe("about", draft.about.as_deref())
            .maybe("position", draft.position.map(Vocabulary::word))
            .end();
        self.storage.set(&self.keys.draft(&target.name()), &text)
    }

    /// Forgets the draft of a form, after posting or by the reader's wish.
    ///
    /// # Errors
    /// The storage is refused.
    pub fn forget(&self, target: &DraftTarget) -> Result<(), StoreError> {
        self.storage.remove(&self.keys.draft(&target.name()))
    }

    /// The name, email and website, where the reader asked to keep them and they can be read.
    ///
    /// # Errors
    /// The storage is refused.
    pub fn author(&self) -> Result<Option<SavedAuthor>, StoreError> {
        let kept = self.storage.get(&Keys::author())?.and_then(|text| Fields::parse(&text).ok());
        Ok(kept.map(|from| SavedAuthor {
            name: from.text("name").unwrap_or_default(),
            email: from.text("email").unwrap_or_default(),
            website: from.text("website").unwrap_or_default(),
        }))
    }

    /// Keeps the name, email and website, or with `None` forgets them.
    ///
    /// # Errors
    /// The storage is full or refused.
    pub fn keep_author(&self, author: Option<&SavedAuthor>) -> Result<(), StoreError> {
        let Some(author) = author else {
            return self.storage.remove(&Keys::author());
        };
        let text = Writer::new()
            .text("name", &author.name)
            .text("email", &author.email)
            .text("website", &author.website)
            .end();
        self.storage.set(&Keys::author(), &text)
    }
}
