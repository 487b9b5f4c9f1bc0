//! What is kept in the browser, and what happens where that cannot be.

use super::{
    FIGURE, HELD, LEVEE, card, kept, make_claim, open, open_at, open_with, paste, says, select, statuses,
};
use crate::harness::{Need, Page, Site, browser, browser_with};
use serde_json::json;

async fn claims(page: &Page) -> usize {
    card(page).await["claims"].as_array().map_or(0, Vec::len)
}

#[tokio::test]
async fn the_last_moment_before_a_reload_is_kept() {
    browser(|page| async move {
        let _site = open_with(&page, LEVEE).await;
        make_claim(&page, HELD).await;
        kept(&page).await;
        make_claim(&page, FIGURE).await;
        page.reload().await;
        page.find("button", "*doubts the figure of 40 million*").await;
        assert_eq!(claims(&page).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_browser_without_storage_is_told_of_and_the_desk_works() {
    browser(|page| async move {
        let site = Site::dist();
        site.run_first("Object.defineProperty(globalThis, 'indexedDB', { value: undefined });");
        open_at(&page, &site).await;
        says(&page, "This browser keeps nothing").await;
        paste(&page, LEVEE).await;
        make_claim(&page, HELD).await;
        assert_eq!(claims(&page).await, 1);
        says(&page, "This browser keeps nothing").await;
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn storage_that_is_refused_is_told_of() {
    browser(|page| async move {
        let site = Site::dist();
        site.run_first(
            "IDBFactory.prototype.open = () => { throw new DOMException('not here', 'SecurityError') };",
        );
        open_at(&page, &site).await;
        says(&page, "This browser keeps nothing").await;
    })
    .await;
}

#[tokio::test]
async fn a_full_storage_is_told_of_and_nothing_is_lost() {
    browser_with(Need::Protocol, |page| async move {
        let site = Site::dist();
        let origin = site.url("");
        // Before the desk asks for the first time: the browser remembers for a while how much room there is.
        let quota = json!({ "origin": origin, "quotaSize": 1 });
        page.cdp("Storage.overrideQuotaForOrigin", quota).await;
        open_at(&page, &site).await;
        paste(&page, LEVEE).await;
        make_claim(&page, HELD).await;
        make_claim(&page, FIGURE).await;
        says(&page, "there is no room left in this browser").await;
        assert_eq!(claims(&page).await, 2);
        page.cdp("Storage.overrideQuotaForOrigin", json!({ "origin": origin })).await;
        select(&page, "It may cost more").await;
        page.click("button", "New claim").await;
        kept(&page).await;
        page.reload().await;
        page.find("button", "*doubts the figure of 40 million*").await;
        assert_eq!(claims(&page).await, 3);
    })
    .await;
}

/// Goes to another tab of the browser.
async fn switch(page: &Page, tab: &thirtyfour::WindowHandle) {
    page.driver().switch_to_window(tab.clone()).await.expect("the tab is there");
}

#[tokio::test]
async fn two_tabs_with_one_card_do_not_overwrite_each_other() {
    browser(|page| async move {
        let site = open_with(&page, LEVEE).await;
        make_claim(&page, HELD).await;
        kept(&page).await;
        let first = page.driver().window().await.expect("there is a tab");
        let second = page.new_tab().await;
        switch(&page, &second).await;
        // A new tab may be as small as a phone, where the desk has a menu.
        page.viewport(1280, 800).await;
        page.open(&site, "/desk/").await;
        page.find("button", "*The levee held for one night*").await;
        says(&page, "This card is open in another tab, too.").await;
        make_claim(&page, FIGURE).await;
        page.until("the card to be kept", || async { stored(&page).await.contains("40 million") }).await;
        switch(&page, &first).await;
        says(&page, "Another tab has changed this card.").await;
        select(&page, "It may cost more").await;
        page.click("button", "New claim").await;
        says(&page, "There now: Claim").await;
        // It has tried to keep it, and asks before it is left.
        let asks = "return !dispatchEvent(new Event('beforeunload', { cancelable: true }))";
        page.until_js("the refusal", asks).await;
        // What the other tab made is what is kept, and this tab still has its own.
        switch(&page, &second).await;
        page.reload().await;
        page.find("button", "*doubts the figure of 40 million*").await;
        assert_eq!(claims(&page).await, 2);
        switch(&page, &first).await;
        page.click("button", "Keep it as a card of its own").await;
        kept(&page).await;
        assert_eq!(claims(&page).await, 2);
        page.click("button", "Cards").await;
        page.until("two cards", || async { statuses(&page).await.contains("2 cards") }).await;
    })
    .await;
}

/// All states of all cards in the storage, as one text.
async fn stored(page: &Page) -> String {
    page.js_async(
        "const opening = indexedDB.open('summary-card-desk');
         opening.onsuccess = () => {
           const asking = opening.result.transaction('states').objectStore('states').getAll();
           asking.onsuccess = () => { opening.result.close(); done(asking.result.join('\\n')) };
         };",
    )
    .await
}

#[tokio::test]
async fn nothing_leaves_the_browser() {
    browser(|page| async move {
        let site = open(&page).await;
        let before = site.requests().len();
        paste(&page, LEVEE).await;
        make_claim(&page, HELD).await;
        kept(&page).await;
        // Before the preview: where it is closed while it still loads, Chromium says that what it asked for did not come.
        page.assert_quiet().await;
        assert_eq!(claims(&page).await, 1);
        let after: Vec<String> = site.requests().split_off(before);
        // What the preview loads are files of the widget.
        let strange = after.iter().find(|path| path.contains("levee") || path.contains('?'));
        assert_eq!(strange, None, "{after:?}");
        let asked: Vec<String> =
            page.js("return performance.getEntriesByType('resource').map((entry) => entry.name)").await;
        let home = site.url("/");
        assert!(asked.iter().all(|address| address.starts_with(&home)), "{asked:?}");
    })
    .await;
}
