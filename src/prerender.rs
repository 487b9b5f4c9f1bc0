//! Rendering for a page that is read without a script, before anybody reads it: natively, and in the browser of an editor
//! in a program that turns on the feature `prerender`. The widget does not, and none of it is compiled there.
//!
//! What it says is the same in both: nothing in it is of the browser, its storage or its time zone.

use card::Time;

use crate::text::{self, Locale};

/// Whether a card that is to be rendered without a script (`wanted`) is: false where that is not compiled.
pub const fn is(wanted: bool) -> bool {
    cfg!(any(not(target_arch = "wasm32"), feature = "prerender")) && wanted
}

/// A date for the reader; rendered without a script, a moment is the day at the place that its offset from UTC is of: the
/// reader's time zone is not known.
pub fn date(without_script: bool, locale: &Locale, iso: &str) -> String {
    if is(without_script) { day(locale, iso) } else { text::date(locale, iso) }
}

fn day(locale: &Locale, iso: &str) -> String {
    // Browsers make days of 30 February and the like; natively they are no dates, and left as they are.
    match iso.get(..10).filter(|_| Time::parse(iso).is_some()) {
        Some(day) => text::date(locale, day),
        None => iso.split('T').next().unwrap_or_default().to_owned(),
    }
}

#[cfg(all(feature = "prerender", target_arch = "wasm32"))]
pub use in_browser::comments;

#[cfg(all(feature = "prerender", target_arch = "wasm32"))]
mod in_browser {
    use std::rc::Rc;

    use card::{Card, Json};
    use comments::{CommentStores, MemoryStorage, Platform};

    use crate::page::BrowserPlatform;

    /// The comments of a card, without any that are kept in this browser.
    pub fn comments(card: &Card) -> CommentStores {
        let memory = || Rc::new(MemoryStorage::default());
        CommentStores::local(card, memory(), memory(), Rc::new(Unhurried), true)
    }

    /// The browser's, but for its pauses: what is rendered once cannot wait for them.
    struct Unhurried;

    impl Platform for Unhurried {
        fn now(&self) -> i64 {
            BrowserPlatform.now()
        }

        fn random(&self) -> u32 {
            BrowserPlatform.random()
        }

        fn parse_json(&self, text: &str) -> Option<Json> {
            BrowserPlatform.parse_json(text)
        }
    }
}
