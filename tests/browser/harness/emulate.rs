//! Other screens, other readers' settings, no network.

use super::engine::Engine;
use super::page::{PATIENCE, Page};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// What a test can ask of Firefox's media features: the feature, its value, and the preference that brings it.
const FIREFOX_MEDIA: [(&str, &str, &str, i32); 4] = [
    ("prefers-color-scheme", "light", "layout.css.prefers-color-scheme.content-override", 1),
    ("prefers-color-scheme", "dark", "layout.css.prefers-color-scheme.content-override", 0),
    ("prefers-reduced-motion", "reduce", "ui.prefersReducedMotion", 1),
    ("forced-colors", "active", "browser.display.document_color_use", 2),
];

impl Page {
    /// Sends one command of the Chrome DevTools Protocol. The test says that it needs it.
    pub async fn cdp(&self, method: &str, params: Value) -> Value {
        assert_eq!(Engine::current(), Engine::Chromium, "{method}: say so with `browser_with(Need::...)`");
        let body = json!({ "cmd": method, "params": params });
        self.post("/goog/cdp/execute", body).await.unwrap_or_else(|why| panic!("{method}: {why}"))
    }

    /// The size of the viewport in CSS pixels; also sizes that few windows have, as 320 × 480.
    pub async fn viewport(&self, width: u32, height: u32) {
        let start = Instant::now();
        loop {
            // What the window has around the page, and what the page has now.
            let [beside, above, now_wide, now_high]: [u32; 4] = self
                .js("return [outerWidth - innerWidth, outerHeight - innerHeight, innerWidth, innerHeight]")
                .await;
            if (now_wide, now_high) == (width, height) {
                return;
            }
            assert!(
                start.elapsed() < PATIENCE,
                "the viewport is {now_wide} × {now_high}, not {width} × {height}"
            );
            let set = self.driver().set_window_rect(0, 0, width + beside, height + above).await;
            set.expect("the window takes another size");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// The same under browser zoom (2 is 200 %): fewer CSS pixels, each larger where the engine can do that.
    pub async fn zoomed_viewport(&self, width: u32, height: u32, zoom: u32) {
        let (width, height) = (width / zoom, height / zoom);
        if Engine::current() == Engine::Chromium {
            let params =
                json!({ "width": width, "height": height, "deviceScaleFactor": zoom, "mobile": false });
            self.cdp("Emulation.setDeviceMetricsOverride", params).await;
        } else {
            self.viewport(width, height).await;
        }
    }

    /// Media features as the reader's system would set them, replacing those set before:
    /// `[("prefers-color-scheme", "dark"), ("forced-colors", "active"), ("prefers-reduced-motion", "reduce")]`.
    pub async fn media(&self, features: &[(&str, &str)]) {
        match Engine::current() {
            Engine::Chromium => {
                let features: Vec<Value> =
                    features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
                self.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await;
            }
            Engine::Firefox => self.firefox_media(features).await,
            Engine::WebKit => panic!("no media features here: say so with `browser_with(Need::Media, ...)`"),
        }
    }

    /// As the machine has it, for the next test. In Chromium this goes with the window.
    pub(super) async fn reset_media(&self) {
        if Engine::current() == Engine::Firefox {
            self.firefox_media(&[]).await;
        }
    }

    async fn firefox_media(&self, features: &[(&str, &str)]) {
        let mut script: Vec<String> = FIREFOX_MEDIA
            .iter()
            .map(|(.., pref, _)| format!("Services.prefs.clearUserPref({pref:?});"))
            .collect();
        for feature in features {
            let known = FIREFOX_MEDIA.iter().find(|(name, value, ..)| (*name, *value) == *feature);
            let (.., pref, number) = known.unwrap_or_else(|| panic!("{feature:?} is not in FIREFOX_MEDIA"));
            script.push(format!("Services.prefs.setIntPref({pref:?}, {number});"));
        }
        let context = |name| self.post("/moz/context", json!({ "context": name }));
        context("chrome").await.expect("Firefox has a context of its own");
        let set = self.driver().execute(script.concat(), Vec::new()).await;
        context("content").await.expect("the page is a context");
        set.expect("preferences can be set");
    }

    /// As on that kind of medium, `print`; with an empty text as on the screen again.
    pub async fn media_type(&self, name: &str) {
        self.cdp("Emulation.setEmulatedMedia", json!({ "media": name })).await;
    }

    /// Cuts the network off, or gives it back. The test says that it needs [`super::Need::Offline`].
    pub async fn offline(&self, offline: bool) {
        self.cdp("Network.enable", json!({})).await;
        let params = json!({
            "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        self.cdp("Network.emulateNetworkConditions", params).await;
    }
}
