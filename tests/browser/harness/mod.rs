//! What the browser tests stand on: an engine and its driver, a small server for `dist/`, and a [`Page`] to act on and
//! look at.
//!
//! A test is one call of [`browser`]; it has a window and, usually, a [`Site`] of its own. A site is an origin of its
//! own, so that tests share nothing and run side by side.

mod axe;
mod driver;
mod emulate;
mod engine;
mod find;
mod ibm;
mod page;
mod record;
mod site;

pub use driver::free_port;
pub use engine::{Engine, Need, leave_out};
pub use page::Page;
pub use site::{Reply, Site, dist_files, part, part_bytes};

use driver::Browser;
use std::future::Future;
use thirtyfour::prelude::Key as WebDriverKey;
use tokio::sync::RwLock;

/// The named keys: `Key::Tab`, `Key::Enter`, ...
pub type Key = WebDriverKey;

/// Tests share the machine; one that measures time has it alone.
static MACHINE: RwLock<()> = RwLock::const_new(());

/// Runs one test in a window of its own, and closes it however the test ends. A test that fails leaves a picture of
/// the page in `target/screenshots/FAILED-<test>.png` and the console's last words, and takes its browser with it.
pub async fn browser<Test, Body>(test: Test)
where
    Test: FnOnce(Page) -> Body,
    Body: Future<Output = ()> + Send + 'static,
{
    let _shared = MACHINE.read().await;
    run(test).await;
}

/// The same for a test that measures time: no other test runs beside it.
pub async fn browser_alone<Test, Body>(test: Test)
where
    Test: FnOnce(Page) -> Body,
    Body: Future<Output = ()> + Send + 'static,
{
    let _alone = MACHINE.write().await;
    run(test).await;
}

async fn run<Test, Body>(test: Test)
where
    Test: FnOnce(Page) -> Body,
    Body: Future<Output = ()> + Send + 'static,
{
    let browser = Browser::take().await;
    let page = Page::new(browser.driver.clone());
    page.viewport(1280, 800).await;
    // A task of its own, so that a panic comes back here.
    let outcome = tokio::spawn(test(page.clone())).await;
    let Err(why) = outcome else {
        page.reset_media().await;
        browser.give_back().await;
        return;
    };
    let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
    page.try_screenshot(&format!("FAILED-{name}")).await;
    for line in page.try_console().await {
        println!("console: {line}");
    }
    browser.end().await;
    if let Ok(panic) = why.try_into_panic() {
        std::panic::resume_unwind(panic);
    }
}

/// The same for a test that needs what not every engine has: elsewhere it is left out, and that is said.
pub async fn browser_with<Test, Body>(need: Need, test: Test)
where
    Test: FnOnce(Page) -> Body,
    Body: Future<Output = ()> + Send + 'static,
{
    if Engine::current().has(need) {
        browser(test).await;
    } else {
        leave_out(need);
    }
}
