//! The claims as they were rendered last: a card may have two hundred, and a click changes one.

use std::cell::RefCell;

use yew::Html;

use super::{Ctx, claim::claim, rendered};

/// Each claim by its index; none where it may have changed since.
#[derive(Default)]
pub(crate) struct KeptClaims(RefCell<Vec<Option<Html>>>);

impl KeptClaims {
    /// Any claim may have changed.
    pub fn forget(&self) {
        self.0.borrow_mut().clear();
    }

    /// The claim at an index has changed, and no other.
    pub fn forget_one(&self, index: usize) {
        if let Some(kept) = self.0.borrow_mut().get_mut(index) {
            *kept = None;
        }
    }

    /// The claim at an index.
    pub fn claim(&self, ctx: &Ctx, index: usize) -> Html {
        let mut kept = self.0.borrow_mut();
        if kept.len() <= index {
            kept.resize(index + 1, None);
        }
        kept[index]
            .get_or_insert_with(|| {
                rendered::count(|rendered| rendered.claims += 1);
                claim(ctx, index)
            })
            .clone()
    }
}
