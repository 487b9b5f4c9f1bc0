//! The browser: one page load, and what is to be seen of it.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::error::{WebDriverError, WebDriverResult};
use thirtyfour::{TimeoutConfiguration, WebDriver};

use crate::cases::{Case, Profile};
use crate::driver::Browser;
use crate::pages::Variant;
use crate::server::{Sent, Server};
use crate::site;

/// How long a page may take to be live and at rest.
const PATIENCE: Duration = Duration::from_secs(30);

/// What the browser takes at most to tell of ten thousand things that were stored.
const SETTLED: Duration = Duration::from_secs(1);

/// The figures of one page load, by name.
pub type Figures = BTreeMap<String, f64>;

/// What `probe.js` says of a page at rest.
#[derive(Debug, Deserialize)]
struct Rest {
    readable: f64,
    live: f64,
    shift: f64,
    blocking: f64,
    longest: f64,
    memory: f64,
    errors: Vec<String>,
    files: Vec<Loaded>,
}

/// A file, and when it was there.
#[derive(Debug, Deserialize)]
struct Loaded {
    path: String,
    end: f64,
}

/// A browser that loads page after page, each from a host name of its own: nothing of the pages before is in its
/// caches, its storage or its process.
pub struct Bench {
    browser: Browser,
    server: Server,
    loads: usize,
    /// The card that comments are stored for.
    card: Value,
}

impl Bench {
    /// Starts the browser.
    ///
    /// # Errors
    /// It does not start, or does not do as it is told.
    pub async fn start(server: Server) -> Result<Self, String> {
        let browser = Browser::take().await;
        let bench = Self { browser, server, loads: 0, card: site::real_card()? };
        bench.prepare().await.map_err(|why| format!("the browser: {why}"))?;
        Ok(bench)
    }

    async fn prepare(&self) -> WebDriverResult<()> {
        let timeouts = TimeoutConfiguration::new(Some(PATIENCE), Some(PATIENCE), None);
        self.driver().update_timeouts(timeouts).await?;
        self.driver().set_window_rect(0, 0, 1280, 900).await?;
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": include_str!("probe.js") }))
            .await?;
        self.cdp("Network.enable", json!({})).await?;
        Ok(())
    }

    /// Ends the browser.
    pub async fn end(self) {
        self.browser.end().await;
    }

    /// The browser's name and version.
    ///
    /// # Errors
    /// The browser is gone.
    pub async fn version(&self) -> Result<String, String> {
        let answer = self.cdp("Browser.getVersion", json!({})).await.map_err(|why| why.to_string())?;
        Ok(answer["product"].as_str().unwrap_or("unknown").to_owned())
    }

    /// From now on.
    ///
    /// # Errors
    /// The browser is gone.
    pub async fn throttle(&self, profile: Profile) -> Result<(), String> {
        let (rate, latency, bytes) = match profile {
            Profile::Unthrottled => (1.0, 0, -1),
            Profile::Throttled => (4.0, 150, 1_600_000 / 8),
        };
        let network = json!({ "offline": false, "latency": latency, "downloadThroughput": bytes, "uploadThroughput": bytes });
        let set = async {
            self.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": rate })).await?;
            self.cdp("Network.emulateNetworkConditions", network).await
        };
        set.await.map(|_| ()).map_err(|why| format!("the browser cannot be throttled: {why}"))
    }

    /// Loads the page of a case and does what belongs to it.
    ///
    /// # Errors
    /// The page is not live in time, asks for what is not there, or has an error.
    pub async fn measure(&mut self, case: &Case) -> Result<Figures, String> {
        self.loads += 1;
        let host = format!("load-{}.localhost", self.loads);
        let measured = self.load(case, &host).await;
        let sent = self.server.take(&host);
        let said = |why: String| format!("{}: {why}; sent: {:?}", case.path, paths(&sent));
        let (rest, mut figures) = measured.map_err(|why| said(why.to_string()))?;
        if let Some(missing) = sent.iter().find(|sent| sent.status != 200) {
            return Err(said(format!("{} is not there", missing.path)));
        }
        if let Some(error) = rest.errors.first() {
            return Err(said(format!("an error on the page: {error}")));
        }
        for (name, moment) in [("bytes-before-readable", rest.readable), ("bytes-before-live", rest.live)] {
            figures.insert(name.to_owned(), bytes_until(&sent, &rest.files, moment));
        }
        figures.insert("bytes".to_owned(), whole(sent.iter().map(|sent| sent.bytes).sum()));
        // No clock is finer, nor any shift worth more.
        for value in figures.values_mut() {
            *value = (*value * 1e4).round() / 1e4;
        }
        Ok(figures)
    }

    /// Sees that a card does what all are measured for, the same in each way of making it: it filters, opens claims and
    /// names, and takes a comment.
    ///
    /// # Errors
    /// One does not, or something else comes of it than of the others.
    pub async fn check(&mut self) -> Result<(), String> {
        let mut first: Option<Vec<String>> = None;
        for variant in Variant::WITH_COMMENTS {
            self.loads += 1;
            let url =
                self.server.url(&format!("load-{}.localhost", self.loads), &variant.path(site::REAL, 1));
            let used = async {
                self.driver().goto(url).await?;
                let _: Value = self.ask("__bench.settled()").await?;
                self.ask("__bench.use()").await
            };
            let said: Vec<String> =
                used.await.map_err(|why: WebDriverError| format!("{}: {why}", variant.name()))?;
            if first.get_or_insert_with(|| said.clone()) != &said {
                return Err(format!("{}: {said:?}, and not {first:?} as the others", variant.name()));
            }
        }
        Ok(())
    }

    async fn load(&self, case: &Case, host: &str) -> WebDriverResult<(Rest, Figures)> {
        let driver = self.driver();
        if case.stored > 0 {
            driver.goto(self.server.url(host, "/empty.html")).await?;
            driver.execute(site::stored(case.variant, &self.card, case.stored), Vec::new()).await?;
            // The browser tells other documents of each of these one by one, for a while after. They were stored long ago
            // for the reader who is measured.
            driver.goto(self.server.url(host, "/empty.html")).await?;
            tokio::time::sleep(SETTLED).await;
            self.server.take(host);
        }
        driver.goto(self.server.url(host, &case.path)).await?;
        let rest: Rest = self.ask("__bench.settled()").await?;
        let mut figures = Figures::new();
        for (name, value) in [
            ("readable", rest.readable),
            ("live", rest.live),
            ("shift", rest.shift),
            ("blocking", rest.blocking),
            ("longest-task", rest.longest),
            ("wasm-memory", rest.memory),
        ] {
            figures.insert(name.to_owned(), value);
        }
        self.cdp("HeapProfiler.collectGarbage", json!({})).await?;
        let heap = self.cdp("Runtime.getHeapUsage", json!({})).await?;
        figures.insert("heap".to_owned(), heap["usedSize"].as_f64().unwrap_or_default());
        if case.clicks > 0 {
            let times: Vec<f64> = self.ask(&format!("__bench.openClaims({})", case.clicks)).await?;
            figures.insert("click".to_owned(), crate::stats::quantile(&times, 0.95));
            figures.insert("click-median".to_owned(), crate::stats::median(&times));
        }
        if case.opens_comments {
            figures.insert("open-comments".to_owned(), self.ask("__bench.openComments()").await?);
        }
        Ok((rest, figures))
    }

    /// What a promise in the page comes to.
    async fn ask<T: serde::de::DeserializeOwned>(&self, promise: &str) -> WebDriverResult<T> {
        let script = format!(
            "const done = arguments[0]; {promise}.then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
        );
        let answer = self.driver().execute_async(script, Vec::new()).await;
        let answer: Value = answer
            .map_err(|why| failed(promise, &why.to_string().lines().next().unwrap_or_default()))?
            .convert()?;
        if let Some(error) = answer.get("error") {
            return Err(failed(promise, error));
        }
        Ok(serde_json::from_value(answer["value"].clone())?)
    }

    async fn cdp(&self, method: &str, params: Value) -> WebDriverResult<Value> {
        self.driver().cdp().send_raw(method, params).await
    }

    fn driver(&self) -> &WebDriver {
        &self.browser.driver
    }
}

fn failed(promise: &str, why: &dyn std::fmt::Display) -> WebDriverError {
    WebDriverError::FatalError(format!("{promise}: {why}"))
}

fn paths(sent: &[Sent]) -> Vec<&str> {
    sent.iter().map(|sent| sent.path.as_str()).collect()
}

/// Bytes of the files that were whole at a moment, as the server sent them.
fn bytes_until(sent: &[Sent], loaded: &[Loaded], moment: f64) -> f64 {
    let is_there = |path: &str| loaded.iter().any(|file| file.path == path && file.end <= moment);
    whole(sent.iter().filter(|sent| is_there(&sent.path)).map(|sent| sent.bytes).sum())
}

#[expect(clippy::cast_precision_loss, reason = "sizes are far below 2^52")]
fn whole(bytes: usize) -> f64 {
    bytes as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_whole_counts() {
        let sent = [("/a.js", 10), ("/b.js", 5)].map(|(path, bytes)| Sent {
            path: path.to_owned(),
            bytes,
            status: 200,
        });
        let loaded =
            [("/a.js", 100.0), ("/b.js", 300.0)].map(|(path, end)| Loaded { path: path.to_owned(), end });
        assert!((bytes_until(&sent, &loaded, 200.0) - 10.0).abs() < f64::EPSILON);
    }
}
