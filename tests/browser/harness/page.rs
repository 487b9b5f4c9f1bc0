//! The page in the browser: opening it, acting on it as a reader does, waiting, looking.

use super::driver::new_tab;
use super::{Engine, Site};
use http::Method;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, Instant};
use thirtyfour::action_chain::ActionChain;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::prelude::*;
use thirtyfour::{RequestData, SessionId, WindowHandle};

/// How long anything is waited for: many times what it takes where the machine has nothing else to do.
pub(super) const PATIENCE: Duration = Duration::from_mins(1);

/// At hand in every script: `card(n)` the n-th `<summary-card>`, `root(n)` its shadow root.
const PRELUDE: &str = "
    const card = (n = 0) => document.querySelectorAll('summary-card')[n];
    const root = (n = 0) => card(n).shadowRoot;
    // Firefox has built-in objects of the driver's own for a script: what a page sees are the page's.
    const { Array, Date, Error, Function, Intl, JSON, Object, Promise } = window;
";

/// A browser tab, or a part of its page: see [`Page::card`] and [`Page::within`]. Cheap to clone.
#[derive(Clone)]
pub struct Page {
    driver: WebDriver,
    scope: Option<WebElement>,
    patience: Duration,
}

impl Page {
    pub(super) fn new(driver: WebDriver) -> Self {
        Self { driver, scope: None, patience: PATIENCE }
    }

    /// The same page, which waits no longer than this for anything.
    pub fn patient(&self, patience: Duration) -> Self {
        Self { patience, ..self.clone() }
    }

    /// The session itself, for what is not here.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// The part of the page that is looked at, as an argument of a script; null where it is all of it.
    pub(super) fn scope_value(&self) -> Value {
        self.scope.as_ref().map_or(Value::Null, json)
    }

    /// Opens a path of a site and waits until it is loaded.
    pub async fn open(&self, site: &Site, path: &str) {
        self.goto(&site.url(path)).await;
    }

    /// Opens a tab beside this one. The driver is still with this one.
    pub async fn new_tab(&self) -> WindowHandle {
        new_tab(&self.driver).await.expect("a new tab opens")
    }

    /// Opens an address.
    pub async fn goto(&self, url: &str) {
        let before = self.leave().await;
        let done = self.driver.goto(url).await;
        done.unwrap_or_else(|why| panic!("{url} does not open: {why}"));
        let stays = url.split_once('#').is_some_and(|(page, _)| page == before);
        if !stays {
            self.arrive().await;
        }
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.leave().await;
        self.driver.refresh().await.expect("the page loads again");
        self.arrive().await;
    }

    /// Marks the page that is there, and gives its address without a fragment: the driver may say that the next one is
    /// loaded, and for a moment still answer for this one.
    async fn leave(&self) -> String {
        let script = "window.__left = true; return document.URL.split('#')[0]";
        let address = self.driver.execute(script, Vec::new()).await.and_then(|value| value.convert());
        address.unwrap_or_default()
    }

    async fn arrive(&self) {
        self.until("the next page", || async {
            let script = "return !window.__left && document.readyState === 'complete'";
            let is_there = self.driver.execute(script, Vec::new()).await.and_then(|value| value.convert());
            is_there.unwrap_or(false)
        })
        .await;
    }

    /// Its address now.
    pub async fn address(&self) -> String {
        self.driver.current_url().await.map_or_else(|why| why.to_string(), |url| url.to_string())
    }

    /// The same page, looking only inside the n-th card (from 0), its shadow root included. Waits for it.
    pub async fn card(&self, n: usize) -> Self {
        let cards = || async { self.all("summary-card").await.into_iter().nth(n) };
        let card = self.until_some(cards).await;
        let card = card.unwrap_or_else(|| panic!("the page has no card {n}"));
        self.narrowed(card)
    }

    /// The same page, looking only inside the element of that role and name. Waits for it.
    pub async fn within(&self, role: &str, name: &str) -> Self {
        self.narrowed(self.find(role, name).await)
    }

    fn narrowed(&self, scope: WebElement) -> Self {
        Self { scope: Some(scope), ..self.clone() }
    }

    /// Clicks, as a pointer does, on the element of that role and name. Waits for it, and until it stands still and
    /// nothing lies above it any more.
    pub async fn click(&self, role: &str, name: &str) {
        let start = Instant::now();
        loop {
            let element = self.find(role, name).await;
            self.stands_still(&element).await;
            self.listen_for_a_click(&element).await;
            let why = match element.click().await {
                Ok(()) if self.missed().await => "it went elsewhere".to_owned(),
                Ok(()) => return,
                Err(why) => why.to_string(),
            };
            assert!(start.elapsed() < self.patience, "the {role} {name:?} takes no click: {why}");
            // What lies above may stay where it is, as a message does: a reader scrolls.
            let middle = format!("{SCROLL_TO_MIDDLE}; return null");
            let _ = self.driver.execute(middle, vec![json(&element)]).await;
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// On a busy machine what is above an element may grow between the look and the click, which then goes elsewhere in
    /// `WebKit`: see [`Page::missed`].
    async fn listen_for_a_click(&self, element: &WebElement) {
        if Engine::current() == Engine::WebKit {
            // Neither a disabled element nor an option of a list hears of a click.
            let listen = "window.__hit = arguments[0].matches(':disabled, option') || null;
                addEventListener('click', (event) => {
                  window.__hit ||= event.composedPath().includes(arguments[0]);
                }, { capture: true, once: true });
                return null";
            let _ = self.driver.execute(listen, vec![json(element)]).await;
        }
    }

    /// Whether the last click did not reach what it was meant for; the page may hear of it after its driver. A page that was
    /// left by it cannot tell any more.
    async fn missed(&self) -> bool {
        if Engine::current() != Engine::WebKit {
            return false;
        }
        let hit = || async {
            let hit =
                self.driver.execute("return window.__hit === undefined || window.__hit", Vec::new()).await;
            hit.and_then(|value| value.convert::<Option<bool>>()).unwrap_or(Some(true))
        };
        let heard = self.patient(Duration::from_secs(10)).until_some(hit).await;
        heard != Some(true)
    }

    /// Waits until an element keeps its place: `WebKit`'s driver clicks where it was when the command came.
    async fn stands_still(&self, element: &WebElement) {
        if Engine::current() != Engine::WebKit {
            return;
        }
        let place = "const { x, y } = arguments[0].getBoundingClientRect(); return [x, y]";
        let mut last = [f64::NAN; 2];
        let start = Instant::now();
        while start.elapsed() < self.patience {
            let now = self.driver.execute(place, vec![json(element)]).await;
            // An element that is gone is looked for again by the click.
            let Ok(now) = now.and_then(|value| value.convert::<[f64; 2]>()) else {
                return;
            };
            if now.iter().zip(last).all(|(now, last)| (now - last).abs() < 0.01) {
                return;
            }
            last = now;
            tokio::time::sleep(Duration::from_millis(120)).await;
        }
    }

    /// Types text into the element of that role and name, after what it has.
    pub async fn type_into(&self, role: &str, name: &str, text: &str) {
        let element = self.find(role, name).await;
        if text.is_empty() {
            return;
        }
        // WebKit's driver knows the keys of ASCII alone: the rest comes as from an input method.
        if Engine::current() == Engine::WebKit && !text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
            let insert = "arguments[0].focus();
                arguments[0].setSelectionRange(arguments[0].value.length, arguments[0].value.length);
                return document.execCommand('insertText', false, arguments[1])";
            let done = self.driver.execute(insert, vec![json(&element), text.into()]).await;
            let done = done.and_then(|value| value.convert::<bool>());
            assert!(matches!(done, Ok(true)), "the {role} {name:?} takes no text");
            return;
        }
        let done = element.send_keys(text).await;
        done.unwrap_or_else(|why| panic!("the {role} {name:?} takes no text: {why}"));
    }

    /// Chooses an option of the list of choices of that name, as a pointer does in every engine.
    pub async fn choose(&self, list: &str, option: &str) {
        self.within("combobox", list).await.click("option", option).await;
    }

    /// The `value` of the field of that role and name.
    pub async fn value_of(&self, role: &str, name: &str) -> String {
        let value = self.find(role, name).await.prop("value").await;
        value.ok().flatten().unwrap_or_default()
    }

    /// Presses and releases a key, or types a text, wherever the focus is.
    pub async fn press(&self, keys: impl Into<TypingData>) {
        let keys = self.driver.action_chain().send_keys(keys);
        keys.perform().await.expect("the keyboard works");
    }

    /// Presses a key while another, such as `Key::Shift`, is held.
    pub async fn press_with(&self, held: Key, key: impl Into<char> + Clone) {
        let chain: ActionChain = self.driver.action_chain();
        let chain = chain.key_down(held.clone()).key_down(key.clone());
        let chain = chain.key_up(key).key_up(held);
        chain.perform().await.expect("the keyboard works");
    }

    /// Moves the pointer from one place of the window to another with its button down.
    pub async fn drag(&self, from: (i64, i64), to: (i64, i64)) {
        let chain = self.driver.action_chain().move_to(from.0, from.1).click_and_hold();
        let chain =
            chain.move_to(i64::midpoint(from.0, to.0), i64::midpoint(from.1, to.1)).move_to(to.0, to.1);
        chain.release().perform().await.expect("the pointer works");
    }

    /// Waits until the page neither scrolls nor grows, for two tenths of a second in which it is drawn: a busy machine draws
    /// little, and nothing moves meanwhile.
    pub async fn at_rest(&self) {
        let script = "let last, still;
            const look = () => {
              const now = `${scrollY} ${document.documentElement.scrollHeight}`;
              still = now === last ? still + 1 : 0;
              if (still === 2) return done(null);
              last = now;
              setTimeout(() => requestAnimationFrame(look), 100);
            };
            look();";
        let (): () = self.js_async(script).await;
    }

    /// Opens every claim and whatever else can be opened, in all cards, and what that brings, too.
    pub async fn open_everything(&self) {
        let closed = "[...document.querySelectorAll('summary-card')]
            .flatMap((card) => [...card.shadowRoot.querySelectorAll('details:not([open])')])";
        // The browser tells of an opened element in a task of its own, and only then is rendered what is in it.
        let script = format!(
            "const open = () => {{
               const closed = {closed};
               const isComing = [...document.querySelectorAll('summary-card')].some((card) => card.shadowRoot.querySelector('.coming'));
               if (!closed.length && !isComing) return done(null);
               for (const details of closed) details.open = true;
               setTimeout(open, 100);
             }};
             open();"
        );
        let (): () = self.js_async(&script).await;
    }

    /// The displayed text of the scope: of the whole page, or of the card and its shadow root.
    pub async fn text(&self) -> String {
        let script = "
            const scope = arguments[0] ?? document.body;
            const inside = scope.shadowRoot ? [...scope.shadowRoot.children] : [scope];
            return inside.map((element) => element.innerText ?? '').join('\\n');";
        self.run(script, vec![self.scope_value()]).await
    }

    /// The displayed text of the element of that role and name, its white space folded. Waits for it.
    pub async fn text_of(&self, role: &str, name: &str) -> String {
        let text = self.within(role, name).await.text().await;
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Runs a script whose `return` is the result; nothing is `null`, as in `let (): () = page.js("...; return null")`.
    pub async fn js<T: DeserializeOwned>(&self, script: &str) -> T {
        self.run(script, Vec::new()).await
    }

    pub(super) async fn run<T: DeserializeOwned>(&self, script: &str, args: Vec<Value>) -> T {
        let result = self.driver.execute(format!("{PRELUDE}{script}"), args);
        let result = result.await.and_then(|value| value.convert());
        result.unwrap_or_else(|why| panic!("a script failed: {why}\n{}", brief(script)))
    }

    /// Runs a script that calls `done(value)` when it has the result.
    pub async fn js_async<T: DeserializeOwned>(&self, script: &str) -> T {
        let script = format!("{PRELUDE} const done = arguments[arguments.length - 1]; {script}");
        let result = self.driver.execute_async(script.as_str(), Vec::new()).await;
        let result = result.and_then(|value| value.convert());
        result.unwrap_or_else(|why| panic!("a script failed: {why}\n{}", brief(&script)))
    }

    /// Waits until a script returns true. It may look for what is not there yet, and throw.
    pub async fn until_js(&self, what: &str, script: &str) {
        let (script, thrown) = (format!("{PRELUDE}{script}"), Mutex::new(None));
        let answer = self.until_some(|| async {
            // In Firefox one that is cut off by the next page of a frame gives nothing.
            let answer = self.driver.execute(script.as_str(), Vec::new()).await;
            match answer.and_then(|value| value.convert::<Option<bool>>()) {
                Ok(answer) => answer.filter(|is_so| *is_so),
                Err(why) => {
                    *thrown.lock().expect("nobody panics while he has it") = Some(why);
                    None
                }
            }
        });
        if answer.await.is_none() {
            let why = thrown.into_inner().ok().flatten().map(|why| format!(" ({why})")).unwrap_or_default();
            self.in_vain(&format!("{what}{why}")).await;
        }
    }

    /// Waits until the text of the scope has these words.
    pub async fn says(&self, words: &str) {
        self.until(&format!("{words:?}"), || async { self.text().await.contains(words) }).await;
    }

    /// Waits until the focus is on what has that role and name.
    pub async fn focus_is_on(&self, role: &str, name: &str) {
        let is_there = || async { self.focused().await == (role.to_owned(), name.to_owned()) };
        self.until(&format!("the focus on the {role} {name:?}"), is_there).await;
    }

    /// Waits until the question is answered with true; fails with `what` and the page's text.
    pub async fn until<F: Future<Output = bool>>(&self, what: &str, question: impl Fn() -> F) {
        let answer = self.until_some(|| async { question().await.then_some(()) }).await;
        if answer.is_none() {
            self.in_vain(what).await;
        }
    }

    async fn in_vain(&self, what: &str) -> ! {
        let text = self.text().await;
        let (page, seen) = (self.address().await, brief(&text));
        let lines = self.try_console().await;
        panic!("{page}: waited in vain for {what}\nconsole: {lines:#?}\nthe page says: {seen}");
    }

    /// Asks again and again until there is an answer; none when patience is at its end.
    pub(super) async fn until_some<T, F>(&self, question: impl Fn() -> F) -> Option<T>
    where
        F: Future<Output = Option<T>>,
    {
        let start = Instant::now();
        loop {
            if let Some(answer) = question().await {
                return Some(answer);
            }
            if start.elapsed() > self.patience {
                return None;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Writes what the viewport shows to `target/screenshots/NAME.png`.
    pub async fn screenshot(&self, name: &str) {
        assert!(self.try_screenshot(name).await, "no screenshot {name}");
    }

    /// The same of the whole page, however long.
    pub async fn screenshot_whole(&self, name: &str) {
        let height: u32 = self.js("return document.documentElement.scrollHeight").await;
        let width: u32 = self.js("return window.innerWidth").await;
        let before: u32 = self.js("return window.innerHeight").await;
        self.viewport(width, height.max(before)).await;
        // The page knows of its new height before the browser draws it.
        self.until("a picture of the whole page", || async {
            self.screenshot(name).await;
            png_height(&Self::picture(name)) >= height
        })
        .await;
        self.viewport(width, before).await;
    }

    pub(super) async fn try_screenshot(&self, name: &str) -> bool {
        let file = Self::picture(name);
        file.parent().is_some_and(|folder| std::fs::create_dir_all(folder).is_ok())
            && self.driver.screenshot(&file).await.is_ok()
    }

    fn picture(name: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots").join(format!("{name}.png"))
    }

    /// The console's last words, of any level where the engine keeps them, for a message.
    pub(super) async fn try_console(&self) -> Vec<String> {
        let script = "return globalThis.__record ? [...__record.console, ...__record.errors] : []";
        let recorded = self.driver.execute(script, Vec::new()).await.and_then(|value| value.convert());
        let mut lines: Vec<String> = recorded.unwrap_or_default();
        if Engine::current() == Engine::Chromium {
            let log = self.driver.get_log("browser").await.unwrap_or_default();
            lines.extend(log.into_iter().map(|entry| entry.message));
        }
        lines
    }

    pub(super) async fn post(&self, endpoint: &str, body: Value) -> WebDriverResult<Value> {
        self.send(Method::POST, endpoint, Some(body)).await
    }

    pub(super) async fn get(&self, endpoint: &str) -> WebDriverResult<Value> {
        self.send(Method::GET, endpoint, None).await
    }

    async fn send(&self, method: Method, endpoint: &str, body: Option<Value>) -> WebDriverResult<Value> {
        let endpoint = endpoint.to_owned();
        let raw = Raw { method, endpoint, body };
        self.driver.cmd(raw).await?.value()
    }
}

/// A WebDriver command that thirtyfour has no method for.
#[derive(Debug)]
struct Raw {
    method: Method,
    endpoint: String,
    body: Option<Value>,
}

impl FormatRequestData for Raw {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let uri = format!("session/{session}{}", self.endpoint);
        let data = RequestData::new(self.method.clone(), uri);
        match &self.body {
            Some(body) => data.add_body(body.clone()),
            None => data,
        }
    }
}

/// Puts an element in the middle of the window.
const SCROLL_TO_MIDDLE: &str = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";

/// An element as an argument of a script.
pub(super) fn json(element: &WebElement) -> Value {
    element.to_json().expect("an element is JSON")
}

/// The first part of a long text.
fn brief(text: &str) -> String {
    text.chars().take(1500).collect()
}

/// The height of a picture in pixels: a PNG keeps it here, as a big-endian number.
fn png_height(file: &Path) -> u32 {
    let png = std::fs::read(file).expect("the picture is there");
    u32::from_be_bytes(png[20..24].try_into().expect("four bytes"))
}
