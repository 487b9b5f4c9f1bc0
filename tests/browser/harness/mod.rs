//! What the browser tests stand on: a driver, a small server for `dist/`, and a [`Page`] to act on and look at.
//!
//! A test is one call of [`browser`]; it has a browser session and, usually, a [`Site`] of its own, so tests
//! share nothing and run side by side.

mod axe;
mod driver;
mod emulate;
mod find;
mod page;
mod record;
mod site;

pub use page::Page;
pub use site::{Reply, Site, dist_files};

use std::future::Future;
use thirtyfour::prelude::Key as WebDriverKey;

/// The named keys: `Key::Tab`, `Key::Enter`, ...
pub type Key = WebDriverKey;

/// Runs one test in a fresh browser session, and ends the session however the test ends. A test that fails
/// leaves a picture of the page in `target/screenshots/FAILED-<test>.png` and the console's last words.
pub async fn browser<Test, Body>(test: Test)
where
    Test: FnOnce(Page) -> Body,
    Body: Future<Output = ()> + Send + 'static,
{
    let page = Page::new(driver::session().await).await;
    // A task of its own, so that a panic comes back here and the browser is closed all the same.
    let outcome = tokio::spawn(test(page.clone())).await;
    if outcome.is_err() {
        let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
        page.try_screenshot(&format!("FAILED-{name}")).await;
        for line in page.try_console().await {
            println!("console: {line}");
        }
    }
    page.quit().await;
    if let Err(why) = outcome
        && let Ok(panic) = why.try_into_panic()
    {
        std::panic::resume_unwind(panic);
    }
}
