//! An interactive summary card for a news article.
pub mod card;
pub mod comments;
pub mod quote;
