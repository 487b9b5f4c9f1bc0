//! The tests of the drafts.

mod gold;
