//! Rendering before a page is printed. A script that calls `print()` goes on only when the page is on paper, and until
//! then nothing runs that was put off, as Yew's rendering is.

use std::cell::Cell;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Waker};

use gloo::events::EventListener;
use yew::Callback;

thread_local! {
    static IS_TELLING: Cell<bool> = const { Cell::new(false) };
}

/// Tells the page something, whose scripts may then do anything, but not have Yew render: it is in the middle of that.
pub(super) fn tell<T>(tell: impl FnOnce() -> T) -> T {
    let before = IS_TELLING.replace(true);
    let answer = tell();
    IS_TELLING.set(before);
    answer
}

/// Calls `render` with true before the page is printed and false afterwards; what it asks for is rendered at once.
pub fn on_print(render: &Callback<bool>) -> Option<[EventListener; 2]> {
    let window = web_sys::window()?;
    Some([("beforeprint", true), ("afterprint", false)].map(|(name, is_printing)| {
        let render = render.clone();
        EventListener::new(&window, name, move |_| {
            render.emit(is_printing);
            if !IS_TELLING.get() {
                render_now();
            }
        })
    }))
}

/// Yew's one way of rendering at once: the first thing that waiting for its scheduler does is all the work.
fn render_now() {
    let _ = pin!(yew::scheduler::flush()).poll(&mut Context::from_waker(Waker::noop()));
}
