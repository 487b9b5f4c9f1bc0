//! The names under which things are kept: `summary-card/1/ARTICLE/KIND/ID`.
//!
//! Every key starts with this widget's own name, so that no id, not even `__proto__` or `length`, can be
//! taken for something else. The `1` is the version of this layout.

const ROOT: &str = "summary-card/1/";

/// The names of the keys of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keys {
    prefix: String,
}

impl Keys {
    /// The keys of the article of this name: its address or the card's id. `/` and `%` in it are escaped,
    /// so that no article's keys start with another's.
    pub fn new(article: &str) -> Self {
        Self { prefix: format!("{ROOT}{}/", article.replace('%', "%25").replace('/', "%2F")) }
    }

    /// What every key of the article starts with.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// What the keys of its comments start with.
    pub fn comments(&self) -> String {
        self.kind("comment/")
    }

    /// The key of a comment.
    pub fn comment(&self, id: &str) -> String {
        self.comments() + id
    }

    /// What the keys of the reader's likes start with.
    pub fn likes(&self) -> String {
        self.kind("like/")
    }

    /// The key of the reader's like of a comment.
    pub fn like(&self, id: &str) -> String {
        self.likes() + id
    }

    /// The key of a draft: `new`, `reply/ID` or `edit/ID`.
    pub fn draft(&self, target: &str) -> String {
        self.kind("draft/") + target
    }

    /// The key of the name, email and website that the reader asked to keep: one for all articles. It
    /// has no article in it and no `/` after it, so it is no article's key.
    pub fn author() -> String {
        format!("{ROOT}author")
    }

    fn kind(&self, kind: &str) -> String {
        format!("{}{kind}", self.prefix)
    }
}
