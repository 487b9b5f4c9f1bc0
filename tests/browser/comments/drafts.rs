//! What a reader has begun to write: it is there again whatever the page, the storage or another tab does.

use super::{again, open, page_with, post, says, show, sign, stored, texts};
use crate::harness::{Key, Page, browser};

/// Types over what the text area holds.
async fn replace(page: &Page, text: &str) {
    page.find("textbox", "Comment").await.click().await.unwrap();
    page.press_with(Key::Control, 'a').await;
    page.press(text).await;
}

async fn kept(page: &Page, text: &str) {
    page.until("the draft kept", || async { stored(page, "draft").await.concat().contains(text) }).await;
}

async fn draft(page: &Page) -> String {
    page.value_of("textbox", "Comment").await
}

#[tokio::test]
async fn of_two_tabs_with_a_draft_each_neither_loses_it_when_the_other_posts() {
    browser(|page| async move {
        let site = open(&page, "").await;
        let first = page.driver().window().await.unwrap();
        page.type_into("textbox", "Comment", "From the first").await;
        kept(&page, "From the first").await;

        let second = page.new_tab().await;
        page.driver().switch_to_window(second.clone()).await.unwrap();
        page.open(&site, "/town.html").await;
        show(&page).await;
        replace(&page, "From the second").await;
        kept(&page, "From the second").await;

        // Each tab has its own again after a reload.
        page.reload().await;
        show(&page).await;
        assert_eq!(draft(&page).await, "From the second");
        page.driver().switch_to_window(first.clone()).await.unwrap();
        again(&page).await;
        assert_eq!(draft(&page).await, "From the first");

        page.driver().switch_to_window(second).await.unwrap();
        sign(&page).await;
        page.click("button", "Post comment").await;
        says(&page, "Comment posted.").await;
        page.reload().await;
        show(&page).await;
        assert_eq!(texts(&page).await, ["From the second", "A sample."]);
        page.driver().close_window().await.unwrap();

        page.driver().switch_to_window(first.clone()).await.unwrap();
        again(&page).await;
        assert_eq!(draft(&page).await, "From the first");

        // The same when what the other posts began as a copy of it.
        let copy = page.new_tab().await;
        page.driver().switch_to_window(copy).await.unwrap();
        page.open(&site, "/town.html").await;
        show(&page).await;
        page.type_into("textbox", "Comment", " and what another tab added").await;
        sign(&page).await;
        page.click("button", "Post comment").await;
        says(&page, "Comment posted.").await;
        page.driver().close_window().await.unwrap();
        page.driver().switch_to_window(first).await.unwrap();
        kept(&page, "From the first").await;
        again(&page).await;
        assert_eq!(draft(&page).await, "From the first");

        // A tab that was closed leaves its draft to the next one, and what was posted does not come back.
        let third = page.new_tab().await;
        page.driver().close_window().await.unwrap();
        page.driver().switch_to_window(third).await.unwrap();
        page.open(&site, "/town.html").await;
        show(&page).await;
        assert_eq!(draft(&page).await, "From the first");
        page.type_into("textbox", "Comment", ", finished").await;
        sign(&page).await;
        page.click("button", "Post comment").await;
        says(&page, "Comment posted.").await;
        assert!(stored(&page, "draft").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn text_typed_while_a_post_is_under_way_stays() {
    browser(|page| async move {
        let many = "
            for (let i = 0; i < 1200; i++) localStorage['summary-card/1/town/comment/k' + i] = JSON.stringify({v: 1,
              comment: {id: 'k' + i, text: 'Old ' + i, author: {name: 'A'}, dateCreated: '2025-01-01T00:00:00Z'}});";
        let _site = open(&page, many).await;
        page.type_into("textbox", "Comment", "The first thought.").await;
        sign(&page).await;
        // Whatever changed the whole storage, all of it is read again, with pauses, and posting waits for that. What
        // is typed comes before the first pause is over.
        let (): () = page
            .js("const area = root().querySelector('textarea');
                 dispatchEvent(new StorageEvent('storage', { key: null, storageArea: localStorage }));
                 root().querySelector('form .primary').click();
                 area.focus();
                 area.value += ' A second one';
                 area.dispatchEvent(new InputEvent('input', { bubbles: true }));
                 return null")
            .await;
        says(&page, "Comment posted.").await;
        assert_eq!(draft(&page).await, "A second one");
        assert_eq!(page.focused().await.1, "Comment", "who is writing is not taken away from it");
        again(&page).await;
        assert_eq!(draft(&page).await, "A second one");
    })
    .await;
}

#[tokio::test]
async fn a_storage_that_cannot_forget_neither_loses_a_draft_nor_brings_a_posted_one_back() {
    browser(|page| async move {
        let _site = open(&page, "Storage.prototype.removeItem = () => { throw new Error('no') }").await;
        post(&page, "Posted").await;
        again(&page).await;
        assert_eq!(draft(&page).await, "", "what was posted is no draft any more");
        page.type_into("textbox", "Comment", "Half a thought").await;
        kept(&page, "Half a thought").await;
        again(&page).await;
        assert_eq!(draft(&page).await, "Half a thought");
        // Deleting one's own words is no failure.
        replace(&page, "\u{e003}").await;
        page.until("the draft gone", || async { !stored(&page, "draft").await.concat().contains("Half") })
            .await;
        assert!(!page.card(0).await.text().await.contains("could not be stored"));
    })
    .await;
}

#[tokio::test]
async fn a_draft_survives_the_page_clearing_its_storage() {
    browser(|page| async move {
        let site = open(&page, "").await;
        page.type_into("textbox", "Comment", "Half a thought").await;
        kept(&page, "Half a thought").await;
        let (): () = page.js("localStorage.clear(); return null").await;
        again(&page).await;
        assert_eq!(draft(&page).await, "Half a thought");

        // The same when another tab does it.
        kept(&page, "Half a thought").await;
        let first = page.driver().window().await.unwrap();
        let second = page.new_tab().await;
        page.driver().switch_to_window(second).await.unwrap();
        site.set("/clears.html", page_with("localStorage.clear()"));
        page.open(&site, "/clears.html").await;
        page.until_js("the page ran", "return document.readyState === 'complete'").await;
        page.driver().switch_to_window(first).await.unwrap();
        kept(&page, "Half a thought").await;
    })
    .await;
}
