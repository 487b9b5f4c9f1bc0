//! How much was rendered, for tests: counted in debug builds alone.

use std::cell::Cell;

/// How often parts of all cards were rendered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// A claim.
    pub claims: usize,
    /// The line of the comments, with what is below it.
    pub comments: usize,
}

thread_local! {
    static RENDERED: Cell<Rendered> = const { Cell::new(Rendered { claims: 0, comments: 0 }) };
}

pub(crate) fn count(one_more: impl FnOnce(&mut Rendered)) {
    if cfg!(debug_assertions) {
        let mut rendered = RENDERED.get();
        one_more(&mut rendered);
        RENDERED.set(rendered);
    }
}

/// What was rendered since this was asked last.
#[doc(hidden)]
pub fn take_rendered() -> Rendered {
    RENDERED.take()
}
