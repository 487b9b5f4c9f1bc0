//! All that a comment section needs of the place where its comments are kept.

use std::rc::Rc;

use super::comment::Comment;
use super::draft::Drafts;
use super::keys::article;
use super::local::LocalStore;
use super::storage::{Platform, Storage};
use super::store::{CommentStore, OwnData};
use card::Card;

/// The comments of one article, the drafts, and what only a store in the reader's own browser can do.
#[derive(Clone)]
pub struct CommentStores {
    /// The comments.
    pub comments: Rc<dyn CommentStore>,
    /// What the reader has begun to write, always in the reader's own browser.
    pub drafts: Drafts,
    /// Taking along and deleting what is the reader's, where the store can do that.
    pub own_data: Option<Rc<dyn OwnData>>,
    /// The clock.
    pub platform: Rc<dyn Platform>,
}

impl CommentStores {
    /// The comments on a card's article, kept in `storage`; `lasting` says whether that outlives the page.
    /// `tab_storage` has to last as long as the browser's tab, and to be the tab's own.
    pub fn local(
        card: &Card,
        storage: Rc<dyn Storage>,
        tab_storage: Rc<dyn Storage>,
        platform: Rc<dyn Platform>,
        lasting: bool,
    ) -> Self {
        let article = article(card);
        let samples = card.comments.iter().map(Comment::from).collect();
        let store = LocalStore::new(Rc::clone(&storage), Rc::clone(&platform), article, samples, lasting);
        Self {
            comments: Rc::new(store.clone()),
            drafts: Drafts::new(storage, tab_storage, Rc::clone(&platform), article),
            own_data: Some(Rc::new(store)),
            platform,
        }
    }
}

impl PartialEq for CommentStores {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.comments, &other.comments)
    }
}
