//! All that this widget keeps for one article: taking it along, bringing it in, deleting it.

use std::rc::Rc;

use super::comment::Comment;
use super::json::{Fields, Malformed, Writer};
use super::keys::Keys;
use super::record;
use super::storage::Storage;
use super::store::StoreError;
use quote::order::sort;

/// The comments of one article in a storage, as a whole.
#[derive(Clone)]
pub struct Notebook {
    storage: Rc<dyn Storage>,
    keys: Keys,
    article: String,
}

/// What came of an import.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Comments that are now here.
    pub added: usize,
    /// Comments that were here already, by their id; they were left as they are.
    pub known: usize,
    /// Entries that could not be read.
    pub damaged: usize,
}

impl Notebook {
    /// The comments on the article of this name.
    pub fn new(storage: Rc<dyn Storage>, article: &str) -> Self {
        Self { storage, keys: Keys::new(article), article: article.to_owned() }
    }

    /// One's comments as a JSON file: version, article, comments. Without the email address, without
    /// what cannot be read.
    ///
    /// # Errors
    /// The storage is refused.
    pub fn export(&self) -> Result<String, StoreError> {
        let mut comments = Vec::new();
        let prefix = self.keys.comments();
        for key in self.storage.keys(&prefix)? {
            let id = key.strip_prefix(&prefix).unwrap_or_default();
            if let Some(text) = self.storage.get(&key)?
                && let Ok(comment) = record::decode(id, &text)
            {
                comments.push(comment);
            }
        }
        let mut places: Vec<usize> = (0..comments.len()).collect();
        sort(&mut places, &|a, b| {
            let (a, b): (&Comment, &Comment) = (&comments[a], &comments[b]);
            (a.order, &a.id) < (b.order, &b.id)
        });
        let comments: Vec<String> = places.into_iter().map(|at| comments[at].json()).collect();
        let file = Writer::new().raw("version", "1").text("article", &self.article);
        Ok(file.raw("comments", &["[", &comments.join(","), "]"].concat()).end())
    }

    /// Brings in an exported file. A comment that is here already stays as it is.
    ///
    /// # Errors
    /// `Damaged` when the text is no such file; `Full` or `Refused` from the storage, with what was
    /// brought in before still here: importing again goes on.
    pub fn import(&self, text: &str) -> Result<Imported, StoreError> {
        let items = Fields::parse(text).and_then(|file| file.list("comments"));
        let mut result = Imported::default();
        for item in items.map_err(|_| StoreError::Damaged)? {
            let read = item.ok_or(Malformed).and_then(|item| Comment::read(&item));
            let Ok(comment) = read.and_then(record::accept) else {
                result.damaged += 1;
                continue;
            };
            let key = self.keys.comment(&comment.id);
            if self.storage.get(&key)?.is_some() {
                result.known += 1;
                continue;
            }
            self.storage.set(&key, &record::encode(&comment))?;
            result.added += 1;
        }
        Ok(result)
    }

    /// Deletes everything that was written here: comments, likes, drafts, damaged entries, and the saved
    /// name. Says how many entries went.
    ///
    /// # Errors
    /// The first failure, after trying all.
    pub fn delete_everything(&self) -> Result<usize, StoreError> {
        let mut keys = self.storage.keys(self.keys.prefix())?;
        keys.push(Keys::author());
        let mut failure = None;
        let mut gone = 0;
        for key in keys {
            match self.storage.get(&key).and_then(|text| {
                self.storage.remove(&key)?;
                Ok(text.is_some())
            }) {
                Ok(was_there) => gone += usize::from(was_there),
                Err(error) => failure = failure.or(Some(error)),
            }
        }
        failure.map_or(Ok(gone), Err)
    }
}
