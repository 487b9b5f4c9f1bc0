//! The browser's clock, chance and pauses.

use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use gloo::timers::callback::Timeout;

use card::Json;
use comments::{Later, Platform};

use super::when_idle;

/// What the comments need of the browser besides a storage.
pub struct BrowserPlatform;

impl Platform for BrowserPlatform {
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds, far below 2^53")]
    fn now(&self) -> i64 {
        js_sys::Date::now() as i64
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "in range by construction")]
    fn random(&self) -> u32 {
        // An id must be unlike others, not secret.
        (js_sys::Math::random() * f64::from(u32::MAX)) as u32
    }

    fn parse_json(&self, text: &str) -> Option<Json> {
        super::json::parse(text)
    }

    fn pause(&self) -> Later<()> {
        let (end, pause) = wait();
        Timeout::new(0, end).forget();
        pause
    }

    fn idle(&self) -> Later<()> {
        let (end, idle) = wait();
        when_idle(end);
        idle
    }
}

/// What ends a wait, and the wait.
fn wait() -> (Box<dyn FnOnce()>, Later<()>) {
    let state = Rc::new(RefCell::new((false, None::<Waker>)));
    let over = Rc::clone(&state);
    let end = move || {
        over.borrow_mut().0 = true;
        // The borrow ends before the waker runs.
        let waker = over.borrow_mut().1.take();
        if let Some(waker) = waker {
            waker.wake();
        }
    };
    // Yew's own `sleep` wakes whoever asked first, for ever: here the last who asked is woken.
    let wait = poll_fn(move |context| {
        let mut state = state.borrow_mut();
        if state.0 {
            return Poll::Ready(());
        }
        state.1 = Some(context.waker().clone());
        Poll::Pending
    });
    (Box::new(end), Box::pin(wait))
}
