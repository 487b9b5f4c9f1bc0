//! The plugin in a real WordPress: what authors do with it, and what readers get.

mod editor;
mod readers;
mod server;

use crate::harness::{Need, Page, browser_with, leave_out};
use serde_json::json;
use server::WordPress;
use std::future::Future;

/// The article around a card, as WordPress keeps it, with room for the card.
const STORY: &str = "<!-- wp:paragraph --><p>The old bridge will close on the first Monday of March.</p><!-- /wp:paragraph -->\n\n\
    {block}\n\n\
    <!-- wp:paragraph --><p>The repair will cost 4.2 million, Mayor Ana Ruiz said. Shop owners call the figure far too low.</p><!-- /wp:paragraph -->";

/// The same as one types it without blocks.
const CLASSIC: &str = "The old bridge will close on the first Monday of March.\n\n\
    {card}\n\n\
    The repair will cost 4.2 million, Mayor Ana Ruiz said. Shop owners call the figure far too low.";

/// A claim of the newsroom's card, and what stands in it.
const CLAIM: &str = "The repair costs 4.2 million*";
const QUOTE: &str = "The repair will cost 4.2 million, Mayor Ana Ruiz said.";

/// What a card says before it is opened, live or not.
const AT_REST: [&str; 4] = [
    "The bridge closes for repairs",
    "The old bridge closes in March.",
    "The bridge closes in March.",
    "The repair costs 4.2 million, the mayor says.",
];

/// Runs one test in a browser that nobody is signed in with, beside the WordPress of this run.
async fn wordpress<Test, Body>(test: Test)
where
    Test: FnOnce(Page, &'static WordPress) -> Body + Send + 'static,
    Body: Future<Output = ()> + Send + 'static,
{
    browser_with(Need::OneEngine, |page| async move {
        let wordpress = match WordPress::running() {
            Ok(wordpress) => wordpress,
            Err(why) => return leave_out(why),
        };
        page.cdp("Network.clearBrowserCookies", json!({})).await;
        page.record_elsewhere().await;
        test(page, wordpress).await;
        wordpress.assert_no_complaint();
    })
    .await;
}

/// Opens a page and waits until its card is live; nothing is in the console.
async fn open_live(page: &Page, address: &str) -> Page {
    page.goto(address).await;
    page.all_cards_ready().await;
    page.assert_quiet().await;
    page.card(0).await
}

/// The card is live, and so are its claims, its quotes and the passages of the article.
async fn assert_live(page: &Page, address: &str) {
    let card = open_live(page, address).await;
    card.click("button", CLAIM).await;
    card.click("button", "Show it in the article").await;
    assert_eq!(page.event("quote-show").await.detail["found"], true);
    page.assert_quiet().await;
}

/// The page reads without scripts: all of the card at rest, and a quote once its claim is opened.
async fn assert_reads_without_scripts(page: &Page, address: &str) {
    page.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    page.goto(address).await;
    let article = page.within("main", "*").await;
    let text = article.text().await;
    for part in AT_REST {
        assert!(text.contains(part), "{part:?} is not in {text}");
    }
    assert_eq!(text.matches(QUOTE).count(), 1, "only the article has it: {text}");
    article.click("button", CLAIM).await;
    article.until("the quote", || async { article.text().await.matches(QUOTE).count() == 2 }).await;
    page.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await;
}
