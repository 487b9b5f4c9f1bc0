//! Pictures for people to look at, not a check: `cargo xtask shots`.

use crate::harness::{Site, browser};
use crate::pages::every_page;

/// The documentation page, of which there is one more than there are pages with a card in an article.
const DOCS: &str = "/docs/index.html";

#[tokio::test]
#[ignore = "takes pictures for people: cargo xtask shots"]
async fn shots() {
    browser(|page| async move {
        let site = Site::dist();
        for path in every_page().into_iter().chain([DOCS.to_owned()]) {
            let name = if path == DOCS { "docs" } else { path.rsplit('/').next().unwrap_or_default() };
            let name = name.replace(".html", "");
            for scheme in ["light", "dark"] {
                page.media(&[("prefers-color-scheme", scheme)]).await;
                for (screen, width, height) in
                    [("phone", 360, 740), ("column", 768, 1024), ("desktop", 1280, 800)]
                {
                    page.viewport(width, height).await;
                    page.open(&site, &path).await;
                    page.all_cards_ready().await;
                    page.screenshot_whole(&format!("{name}-{screen}-{scheme}")).await;
                    page.open_everything().await;
                    page.screenshot_whole(&format!("{name}-{screen}-{scheme}-open")).await;
                }
            }
        }
    })
    .await;
}
