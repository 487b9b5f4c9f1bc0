//! Other screens, other readers' settings, no network. Chromium only: through its own protocol.

use super::page::Page;
use serde_json::{Value, json};

impl Page {
    /// Sends one command of the Chrome DevTools Protocol.
    pub async fn cdp(&self, method: &str, params: Value) -> Value {
        let body = json!({ "cmd": method, "params": params });
        self.post("/goog/cdp/execute", body).await.unwrap_or_else(|why| panic!("{method}: {why}"))
    }

    /// The size of the viewport in CSS pixels; also sizes that no window could have, as 320 × 480.
    pub async fn viewport(&self, width: u32, height: u32) {
        self.zoomed_viewport(width, height, 1).await;
    }

    /// The same under browser zoom (2 is 200 %): fewer CSS pixels, each larger.
    pub async fn zoomed_viewport(&self, width: u32, height: u32, zoom: u32) {
        let params = json!({
            "width": width / zoom, "height": height / zoom, "deviceScaleFactor": zoom, "mobile": false,
        });
        self.cdp("Emulation.setDeviceMetricsOverride", params).await;
    }

    /// Media features as the reader's system would set them, replacing those set before:
    /// `[("prefers-color-scheme", "dark"), ("forced-colors", "active"), ("prefers-reduced-motion", "reduce")]`.
    pub async fn media(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> =
            features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// As on that kind of medium, `print`; with an empty text as on the screen again.
    pub async fn media_type(&self, name: &str) {
        self.cdp("Emulation.setEmulatedMedia", json!({ "media": name })).await;
    }

    /// Cuts the network off, or gives it back.
    pub async fn offline(&self, offline: bool) {
        self.cdp("Network.enable", json!({})).await;
        let params = json!({
            "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        self.cdp("Network.emulateNetworkConditions", params).await;
    }
}
