//! A comment, a thread, the `CommentStore` trait and its stores.
