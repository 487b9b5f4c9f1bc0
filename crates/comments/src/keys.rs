//! The names under which things are kept: `summary-card/1/ARTICLE/KIND/ID`.
//!
//! Every key starts with this widget's own name, so that no id, not even `__proto__` or `length`, can be
//! taken for something else. The `1` is the version of this layout.

use card::Card;

const ROOT: &str = "summary-card/1/";
/// The kinds of keys: of comments, and of the reader's likes.
pub(crate) const COMMENT: &str = "comment/";
pub(crate) const LIKE: &str = "like/";

/// The name of the article that a card is about: its address, or the card's id where it has none.
pub fn article(card: &Card) -> &str {
    card.url.as_deref().unwrap_or(&card.id)
}

/// The names of the keys of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    prefix: String,
}

impl Keys {
    /// The keys of the article of this name: its address or the card's id. `/` and `%` in it are escaped,
    /// so that no article's keys start with another's.
    pub fn new(article: &str) -> Self {
        Self { prefix: [ROOT, &article.replace('%', "%25").replace('/', "%2F"), "/"].concat() }
    }

    /// The keys of the article that a card is about.
    pub fn of(card: &Card) -> Self {
        Self::new(article(card))
    }

    /// What every key of the article starts with.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// What the keys of its comments start with.
    pub fn comments(&self) -> String {
        self.kind(COMMENT)
    }

    /// The key of a comment.
    pub fn comment(&self, id: &str) -> String {
        self.comments() + id
    }

    /// What the keys of the reader's likes start with.
    pub fn likes(&self) -> String {
        self.kind(LIKE)
    }

    /// The key of the reader's like of a comment.
    pub fn like(&self, id: &str) -> String {
        self.likes() + id
    }

    /// What the keys of all tabs' drafts start with.
    pub fn drafts(&self) -> String {
        self.kind("drafts/")
    }

    /// The key of a tab's draft: of `new`, `reply/ID` or `edit/ID`. The tab comes first, because it has no `/`
    /// in it and an id may have.
    pub fn draft(&self, tab: &str, target: &str) -> String {
        [&self.drafts(), tab, "/", target].concat()
    }

    /// Where a draft was kept while all tabs shared one: still read, no longer written.
    pub fn shared_draft(&self, target: &str) -> String {
        self.kind("draft/") + target
    }

    /// The key that is written, and removed again, before everything else is deleted: other tabs hear of it.
    pub fn deleted(&self) -> String {
        self.kind("deleted")
    }

    /// The key of the name, email and website that the reader asked to keep: one for all articles. It
    /// has no article in it and no `/` after it, so it is no article's key.
    pub fn author() -> String {
        [ROOT, "author"].concat()
    }

    /// The key of the tab's own name, in the tab's storage.
    pub fn tab() -> String {
        [ROOT, "tab"].concat()
    }

    fn kind(&self, kind: &str) -> String {
        [&self.prefix, kind].concat()
    }
}
