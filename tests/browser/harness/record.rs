//! What happened on the page: the card's events, the console, blocked requests, layout shift.

use super::engine::Engine;
use super::page::Page;
use serde::Deserialize;
use serde_json::{Value, json};

/// What a [`super::Site`] puts before the scripts of every page.
pub const RECORD: &str = include_str!("record.js");

/// One of the card's events as the page saw it on `window`.
#[derive(Clone, Debug, Deserialize)]
pub struct Event {
    /// The name without `summary-card:`.
    pub kind: String,
    /// `event.detail`.
    pub detail: Value,
    /// The `id` of the element it came from.
    pub card: String,
}

impl Page {
    /// From the next page on, the same is written down on pages of a server that is no [`super::Site`], and in their
    /// frames. The test says that it needs [`super::Need::OneEngine`].
    pub async fn record_elsewhere(&self) {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": RECORD })).await;
    }

    /// The card's events since the page was opened, in order.
    pub async fn events(&self) -> Vec<Event> {
        // As text: where a page has put functions on every object, WebKit's driver wants to hand those over, too.
        let text: String = self.js("return JSON.stringify(__record.events)").await;
        serde_json::from_str(&text).expect("what was written down is JSON")
    }

    /// Waits for the first event of that kind (`"ready"`, `"error"`, ...).
    pub async fn event(&self, kind: &str) -> Event {
        let script = format!("return __record.events.some((event) => event.kind === {kind:?})");
        self.until_js(&format!("an event summary-card:{kind}"), &script).await;
        let events = self.events().await;
        let first = events.into_iter().find(|event| event.kind == kind);
        first.expect("it was just there")
    }

    /// The texts of all JSON-LD in the page.
    pub async fn json_ld(&self) -> Vec<String> {
        self.js("return [...document.querySelectorAll('script[type=\"application/ld+json\"]')].map((each) => each.text)").await
    }

    /// The JSON-LD that the page's one card writes. It comes in a piece of the program of its own, after the card is ready.
    pub async fn written_json_ld(&self) -> String {
        self.until("the JSON-LD", || async { self.json_ld().await.len() == 1 }).await;
        self.json_ld().await.remove(0)
    }

    /// Forgets the events so far.
    pub async fn forget_events(&self) {
        let (): () = self.js("__record.events.length = 0; return null").await;
    }

    /// Brings every card of the page into view, so that lazy ones load too, and waits until each is ready.
    pub async fn all_cards_ready(&self) {
        let cards: usize = self.js("return document.querySelectorAll('summary-card').length").await;
        for card in 0..cards {
            let (): () = self.js(&format!("card({card}).scrollIntoView(); return null")).await;
            // Two frames: an IntersectionObserver sees the card only when a frame was drawn.
            let (): () =
                self.js_async("requestAnimationFrame(() => requestAnimationFrame(() => done(null)))").await;
        }
        let script =
            format!("return __record.events.filter((event) => event.kind === 'ready').length >= {cards}");
        self.until_js(&format!("all {cards} cards ready"), &script).await;
    }

    /// Warnings and errors in the console since the last call: what scripts of this page wrote there, and what did not
    /// load; in Chromium also what the browser itself had to say, on pages before this one too.
    pub async fn console(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.js("return __record.console.splice(0)").await;
        if Engine::current() == Engine::Chromium {
            lines.extend(self.browser_log().await);
        }
        lines
    }

    /// What another version of the browser would rather have done differently is not among it.
    async fn browser_log(&self) -> Vec<String> {
        let advice =
            |source: &str| matches!(source, "deprecation" | "intervention" | "recommendation" | "violation");
        let log = self.driver().get_log("browser").await;
        log.expect("chromedriver has the browser's log")
            .into_iter()
            .filter(|entry| matches!(entry.level.as_str(), "WARNING" | "SEVERE"))
            .filter(|entry| !entry.source.as_deref().is_some_and(advice))
            // What a frame had asked for when it was taken out of the page: a fetch that fails has a reason here.
            .filter(|entry| {
                !(entry.message.contains("Fetch API cannot load") && entry.message.ends_with(". "))
            })
            .map(|entry| format!("{} {}", entry.level, entry.message))
            .collect()
    }

    /// Fails when the console has a warning or an error, an error went unhandled, or a policy refused something.
    pub async fn assert_quiet(&self) {
        let mut lines = self.console().await;
        lines.extend(self.errors().await);
        lines.extend(self.violations().await);
        let page = self.address().await;
        assert!(lines.is_empty(), "{page}: the console says {lines:#?}");
    }

    /// Errors and rejected promises that nobody handled.
    pub async fn errors(&self) -> Vec<String> {
        self.js("return __record.errors").await
    }

    /// What the page's Content-Security-Policy refused, as `directive address`.
    pub async fn violations(&self) -> Vec<String> {
        self.js("return __record.violations").await
    }

    /// Sum of all layout shifts that no input caused.
    pub async fn layout_shift(&self) -> f64 {
        self.js("return __record.shift").await
    }
}
