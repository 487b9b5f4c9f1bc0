//! What is read aloud of a card, from its start to its end: whoever changes it sees what listeners get.

use crate::harness::{Page, Reply, browser};
use crate::newsroom::{CARD, FILE, STORY, newsroom, open_live};

/// Compares with `tests/browser/snapshots/`; `INSTA_UPDATE=always` writes it anew.
async fn assert_reads(card: &Page, state: &str) {
    let transcript = card.transcript().await;
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(state, transcript);
    });
}

/// Opens the page, and waits until the article has been read: only then quotes can be marked.
async fn open_read(page: &Page) -> Page {
    let card = open_live(page, &newsroom(CARD)).await;
    card.find("button", "Mark every quote in the article").await;
    card
}

#[tokio::test]
async fn of_a_card_at_rest_and_in_use() {
    browser(|page| async move {
        let card = open_read(&page).await;
        assert_reads(&card, "at_rest").await;

        card.click("button", "The repair costs*").await;
        card.click("button", "Shop owners").await;
        card.find("button", "Show it in the article").await;
        card.click("button", "Who stands where*").await;
        card.find("table", "*").await;
        assert_reads(&card, "a_claim_a_name_and_the_table_open").await;

        card.click("button", "Show it in the article").await;
        card.find("button", "Back to the card").await;
        assert_reads(&card.within("group", "Passage*").await, "the_bar").await;
    })
    .await;
}

#[tokio::test]
async fn of_the_form_with_its_errors() {
    browser(|page| async move {
        let card = open_read(&page).await;
        card.click("button", "Comments*").await;
        card.find("textbox", "Comment*").await;
        let (): () = page.js("root().querySelector('.comment-form textarea').focus(); return null").await;
        card.click("button", "Post*").await;
        page.until_js("the errors", "return !!root().querySelector('[aria-invalid=true]')").await;
        assert_reads(&card, "the_comment_form_with_errors").await;
    })
    .await;
}

#[tokio::test]
async fn of_a_card_that_cannot_be_shown() {
    browser(|page| async move {
        let site = newsroom(CARD);
        site.set(FILE, Reply::status(404));
        page.open(&site, STORY).await;
        page.event("error").await;
        assert_reads(&page.card(0).await, "a_card_that_cannot_be_shown").await;
    })
    .await;
}
