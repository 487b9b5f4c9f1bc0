//! What steers a card from outside.

use std::cell::RefCell;
use std::rc::Rc;

use yew::Callback;

use crate::state::Action;

/// Steers a card from outside: hand a clone to the card's `controller` and keep one.
#[derive(Clone, Default)]
pub struct Controller(Rc<RefCell<Slot>>);

/// The card's dispatch once it has rendered for the first time, and what was asked of it before.
#[derive(Default)]
struct Slot {
    dispatch: Option<Callback<Action>>,
    waiting: Vec<Action>,
}

impl Controller {
    /// Opens a claim and brings it into view. Does nothing for an id that the card does not have.
    /// Before the card has rendered for the first time it waits until then.
    pub fn open_claim(&self, id: &str) {
        self.send(Action::ShowClaim(id.to_owned()));
    }

    /// Does what a URL's fragment asks for, where it is about the card.
    pub fn follow(&self, fragment: &str) {
        if !fragment.is_empty() {
            self.send(Action::Follow(fragment.to_owned()));
        }
    }

    pub(crate) fn send(&self, action: Action) {
        // The borrow ends before the action runs: what it renders may come back here.
        let dispatch = self.0.borrow().dispatch.clone();
        match dispatch {
            Some(dispatch) => dispatch.emit(action),
            None => self.0.borrow_mut().waiting.push(action),
        }
    }

    /// From now on actions go to the card; those that waited for it go first.
    pub(super) fn connect(&self, dispatch: &Callback<Action>) {
        let waiting = {
            let mut slot = self.0.borrow_mut();
            slot.dispatch = Some(dispatch.clone());
            std::mem::take(&mut slot.waiting)
        };
        for action in waiting {
            dispatch.emit(action);
        }
    }
}

impl PartialEq for Controller {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
