//! The browser's clock, chance and pauses.

use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use gloo::timers::callback::Timeout;

use card::Json;
use comments::{Later, Platform};

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
        let state = Rc::new(RefCell::new((false, None::<Waker>)));
        let over = Rc::clone(&state);
        let timeout = Timeout::new(0, move || {
            over.borrow_mut().0 = true;
            // The borrow ends before the waker runs.
            let waker = over.borrow_mut().1.take();
            if let Some(waker) = waker {
                waker.wake();
            }
        });
        // Yew's own `sleep` wakes whoever asked first, for ever: here the last who asked is woken.
        Box::pin(poll_fn(move |context| {
            let _held = &timeout;
            let mut state = state.borrow_mut();
            if state.0 {
                return Poll::Ready(());
            }
            state.1 = Some(context.waker().clone());
            Poll::Pending
        }))
    }
}
