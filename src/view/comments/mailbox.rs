//! Sending something to a component that may not be there yet.

use std::cell::RefCell;
use std::rc::Rc;

use yew::Callback;

/// What is sent goes to the component that listens; where none does, it waits for the first. Hand a clone to the
/// component that is to listen, and keep one.
#[derive(Clone)]
pub struct Mailbox<T>(Rc<RefCell<Slot<T>>>);

struct Slot<T> {
    listener: Option<Callback<T>>,
    waiting: Vec<T>,
}

impl<T> Default for Mailbox<T> {
    fn default() -> Self {
        Self(Rc::new(RefCell::new(Slot { listener: None, waiting: Vec::new() })))
    }
}

impl<T> PartialEq for Mailbox<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Mailbox<T> {
    /// Sends something.
    pub fn send(&self, message: T) {
        // The borrow ends before the listener runs: what it does may come back here.
        let listener = self.0.borrow().listener.clone();
        match listener {
            Some(listener) => listener.emit(message),
            None => self.0.borrow_mut().waiting.push(message),
        }
    }

    /// Listens from now on, in the place of who did before. Gives what waited.
    pub fn listen(&self, listener: Callback<T>) -> Vec<T> {
        let mut slot = self.0.borrow_mut();
        slot.listener = Some(listener);
        std::mem::take(&mut slot.waiting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_goes_to_who_listens_or_waits_for_the_first() {
        let mailbox = Mailbox::default();
        let heard: Rc<RefCell<Vec<String>>> = Rc::default();
        let listen = |name: &'static str| {
            let heard = Rc::clone(&heard);
            mailbox.listen(Callback::from(move |n: u32| heard.borrow_mut().push(format!("{name}{n}"))))
        };
        mailbox.send(1);
        mailbox.send(2);
        assert_eq!(listen("a"), [1, 2]);
        mailbox.send(3);
        assert!(listen("b").is_empty());
        mailbox.send(4);
        assert_eq!(heard.take(), ["a3", "b4"]);
    }
}
