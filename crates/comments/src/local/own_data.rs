//! All that is kept here for one article: taking it along, bringing it in, deleting it.

use super::LocalStore;
use crate::comment::Comment;
use crate::keys::Keys;
use crate::record;
use crate::store::{Imported, OwnData, StoreError};
use card::Json;
use quote::order::sort;

impl OwnData for LocalStore {
    fn export(&self) -> Result<String, StoreError> {
        let inner = &*self.inner;
        let mut comments = Vec::new();
        for id in inner.storage.keys()?.rests(&inner.keys.comments()) {
            // As it is kept: without the reader's like, which has a key of its own.
            if let Some(text) = inner.storage.get(&inner.keys.comment(id))?
                && let Some(comment) = inner.decode(id, &text)
            {
                comments.push(comment);
            }
        }
        let mut places: Vec<usize> = (0..comments.len()).collect();
        sort(&mut places, &|a, b| {
            let (a, b): (&Comment, &Comment) = (&comments[a], &comments[b]);
            (a.order, &a.id) < (b.order, &b.id)
        });
        let comments: Vec<Json> = places.into_iter().map(|at| comments[at].to_json()).collect();
        let file = Json::object().with("version", 1).with("article", &*inner.article);
        Ok(file.with("comments", comments).to_text())
    }

    fn import(&self, text: &str) -> Result<Imported, StoreError> {
        let inner = &*self.inner;
        let file = inner.platform.parse_json(text).unwrap_or_default();
        let entries = file.get("comments").and_then(Json::as_list).ok_or(StoreError::Damaged)?;
        let mut result = Imported::default();
        for entry in entries {
            let Some(comment) = Comment::read(entry).and_then(record::accept) else {
                result.damaged += 1;
                continue;
            };
            if inner.storage.get(&inner.keys.comment(&comment.id))?.is_some() {
                result.known += 1;
            } else {
                inner.write(&comment)?;
                result.added += 1;
            }
        }
        Ok(result)
    }

    fn delete_everything(&self) -> Result<usize, StoreError> {
        let inner = &*self.inner;
        // Other tabs hear of this first, and do not keep again what goes next. Where it fails they do.
        let _ = inner.storage.set(&inner.keys.deleted(), "1");
        let keys = inner.storage.keys()?;
        let prefix = inner.keys.prefix();
        let mut failure = None;
        let mut gone = 0;
        for key in keys.rests(prefix).map(|rest| [prefix, rest].concat()).chain([Keys::author()]) {
            let there = inner.storage.get(&key);
            let counts = key != inner.keys.deleted();
            match there.and_then(|text| inner.storage.remove(&key).map(|()| text.is_some() && counts)) {
                Ok(was_there) => gone += usize::from(was_there),
                Err(error) => failure = failure.or(Some(error)),
            }
        }
        inner.kept.take();
        failure.map_or(Ok(gone), Err)
    }
}
