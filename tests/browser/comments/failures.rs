//! What does not work is said, in the words that fit, and nothing is claimed that was not done.

use super::{open, page_with, says, show, sign, texts};
use crate::harness::{Key, Reply, Site, browser};

#[tokio::test]
async fn posting_works_in_a_frame_that_may_not_submit_forms() {
    browser(|page| async move {
        let site = Site::dist();
        site.set("/town.html", page_with(""));
        site.set(
            "/frame.html",
            Reply::html(
                r#"<!doctype html><html lang="en"><title>Frame</title>
                <iframe title="Town" sandbox="allow-scripts allow-same-origin" src="/town.html" width="900" height="2000"></iframe>"#,
            ),
        );
        page.open(&site, "/frame.html").await;
        page.driver().enter_frame(0).await.unwrap();
        page.all_cards_ready().await;
        show(&page).await;
        page.type_into("textbox", "Comment", "By the button").await;
        sign(&page).await;
        page.click("button", "Post comment").await;
        says(&page, "Comment posted.").await;
        page.until("the comment", || async { texts(&page).await == ["By the button", "A sample."] }).await;

        // Enter in a field of one line posts, as in every form.
        page.type_into("textbox", "Comment", "By the Enter key").await;
        page.type_into("textbox", "Website", "example.org").await;
        page.press(Key::Enter).await;
        page.until("the second comment", || async { texts(&page).await[0] == "By the Enter key" }).await;
    })
    .await;
}

#[tokio::test]
async fn a_failed_reading_is_not_called_a_failed_writing() {
    browser(|page| async move {
        let refuse = "
            localStorage['summary-card/1/town/comment/x'] = '{}';
            const get = Storage.prototype.getItem;
            Storage.prototype.getItem = function (key) {
              if (key.includes('/comment/')) throw new DOMException('no', 'SecurityError');
              return get.call(this, key);
            };";
        let _site = open(&page, refuse).await;
        says(&page, "The browser refused to read what is stored here.").await;
        let text = page.card(0).await.text().await;
        assert!(!text.contains("refused to store") && !text.contains("No comments yet"), "{text}");
    })
    .await;
}

#[tokio::test]
async fn a_text_is_called_copied_only_when_it_was() {
    browser(|page| async move {
        let _site = open(
            &page,
            "addEventListener('summary-card:comment-submit', (event) => event.preventDefault());
             navigator.clipboard.writeText = (text) => new Promise((yes, no) => Object.assign(window, { text, yes, no }));",
        )
        .await;
        page.type_into("textbox", "Comment", "Precious words").await;
        sign(&page).await;
        page.click("button", "Post comment").await;
        let says = |words: &'static str| {
            let page = page.clone();
            async move { page.card(0).await.text().await.contains(words) }
        };
        page.click("button", "Copy my text").await;
        page.until_js("the text handed over", "return window.text === 'Precious words'").await;
        assert!(!says("Text copied.").await, "nobody knows yet");
        let (): () = page.js("window.no(new Error('no')); return null").await;
        page.until("what to do instead", || says("press Ctrl+C")).await;
        assert!(!says("Text copied.").await);
        page.click("button", "Copy my text").await;
        let (): () = page.js("window.yes(); return null").await;
        page.until("the good news", || says("Text copied.")).await;
    })
    .await;
}
