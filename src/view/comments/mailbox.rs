//! Sending something to components that may not be there yet.

use std::cell::RefCell;
use std::rc::Rc;

use yew::Callback;

use crate::comments::Subscription;

/// What is sent goes to all that listen; where nobody does, it waits for the first who does. Hand a clone to the
/// component that is to listen, and keep one.
#[derive(Clone)]
pub struct Mailbox<T>(Rc<RefCell<Slot<T>>>);

struct Slot<T> {
    /// A listener and the number by which it is taken off the list.
    listeners: Vec<(u32, Callback<T>)>,
    next: u32,
    waiting: Vec<T>,
}

impl<T> Default for Mailbox<T> {
    fn default() -> Self {
        Self(Rc::new(RefCell::new(Slot { listeners: Vec::new(), next: 0, waiting: Vec::new() })))
    }
}

impl<T> PartialEq for Mailbox<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: Clone + 'static> Mailbox<T> {
    /// Sends something.
    pub fn send(&self, message: T) {
        // The borrow ends before the listeners run: what they do may come back here.
        let listeners: Vec<Callback<T>> =
            self.0.borrow().listeners.iter().map(|(_, callback)| callback.clone()).collect();
        if listeners.is_empty() {
            self.0.borrow_mut().waiting.push(message);
            return;
        }
        for listener in listeners {
            listener.emit(message.clone());
        }
    }

    /// Listens until the subscription is dropped. Also gives what waited.
    pub fn listen(&self, callback: Callback<T>) -> (Subscription, Vec<T>) {
        let mut slot = self.0.borrow_mut();
        let number = slot.next;
        slot.next += 1;
        slot.listeners.push((number, callback));
        let list = Rc::clone(&self.0);
        let leave = Leave(Box::new(move || {
            list.borrow_mut().listeners.retain(|(each, _)| *each != number);
        }));
        (Subscription::new(leave), std::mem::take(&mut slot.waiting))
    }
}

/// Runs a function when it is dropped.
struct Leave(Box<dyn Fn()>);

impl Drop for Leave {
    fn drop(&mut self) {
        (self.0)();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_goes_to_all_who_listen_or_waits_for_the_first() {
        let mailbox = Mailbox::default();
        let heard: Rc<RefCell<Vec<String>>> = Rc::default();
        let listen = |name: &'static str| {
            let heard = Rc::clone(&heard);
            mailbox.listen(Callback::from(move |n: u32| heard.borrow_mut().push(format!("{name}{n}"))))
        };
        mailbox.send(1);
        mailbox.send(2);
        let (first, waited) = listen("a");
        assert_eq!(waited, [1, 2]);
        let (second, waited) = listen("b");
        assert!(waited.is_empty());
        mailbox.send(3);
        assert_eq!(heard.take(), ["a3", "b3"]);
        drop(first);
        mailbox.send(4);
        assert_eq!(heard.take(), ["b4"]);
        drop(second);
        mailbox.send(5);
        assert_eq!(listen("c").1, [5]);
    }
}
