//! Changing what is there: undo, ids, deleting, opening a file; with the keyboard alone; in Spanish.

use super::{
    AGAIN, FIGURE, HELD, LEVEE, SELECTED, add_stance, card, choose_file, close, drag, fill, make_actor,
    make_claim, open, open_form, open_with, paste, says, select,
};
use crate::harness::{Key, Page, browser};
use crate::readers::tab_to;
use serde_json::{Value, json};

async fn claims(page: &Page) -> Vec<String> {
    let card = card(page).await;
    let claims = card["claims"].as_array().cloned().unwrap_or_default();
    claims.iter().map(|claim| claim["evidence"][0]["exact"].as_str().unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn every_step_can_be_undone_and_done_again() {
    browser(|page| async move {
        let _site = open_with(&page, LEVEE).await;
        make_claim(&page, HELD).await;
        make_claim(&page, FIGURE).await;
        assert_eq!(claims(&page).await, [HELD, FIGURE]);
        page.click("button", "Undo").await;
        says(&page, "Undone.").await;
        assert_eq!(claims(&page).await, [HELD]);
        page.press_with(Key::Control, 'z').await;
        assert_eq!(claims(&page).await, [""; 0]);
        page.click("button", "Redo").await;
        page.click("button", "Redo").await;
        assert_eq!(claims(&page).await, [HELD, FIGURE]);
    })
    .await;
}

#[tokio::test]
async fn what_refers_to_an_id_follows_it() {
    browser(|page| async move {
        let _site = open_with(&page, LEVEE).await;
        make_claim(&page, HELD).await;
        make_actor(&page, "Mayor Ana Ruiz").await;
        select(&page, "The levee held").await;
        add_stance(&page).await;
        page.click("button", "1 Mayor Ana Ruiz*").await;
        fill(&page, "textbox", "Id", "mayor").await;
        page.press(Key::Tab).await;
        let now = card(&page).await;
        assert_eq!(now["actors"][0]["id"], "mayor");
        assert_eq!(now["stances"][0]["actor"], "mayor");
        // One that cannot be had leaves all as it is.
        fill(&page, "textbox", "Id", "no id").await;
        page.press(Key::Tab).await;
        page.says("The old one stays.").await;
        assert_eq!(card(&page).await, now);
    })
    .await;
}

#[tokio::test]
async fn deleting_says_what_falls_with_it() {
    browser(|page| async move {
        let _site = open_with(&page, LEVEE).await;
        make_claim(&page, HELD).await;
        make_actor(&page, "Mayor Ana Ruiz").await;
        select(&page, "The levee held").await;
        add_stance(&page).await;
        let before = card(&page).await;
        page.click("button", "1 Mayor Ana Ruiz*").await;
        page.click("button", "Delete").await;
        let said = page.text_of("dialog", "This is in use").await;
        assert!(said.contains("These would be deleted with it") && said.contains("Stance 1"), "{said}");
        page.within("dialog", "This is in use").await.click("button", "Keep it").await;
        assert_eq!(card(&page).await, before);
        page.click("button", "Delete").await;
        page.within("dialog", "This is in use").await.click("button", "Delete all of it").await;
        says(&page, "Removed.").await;
        let after = card(&page).await;
        assert!(after["actors"].as_array().is_none_or(Vec::is_empty), "{after}");
        assert!(after["stances"].as_array().is_none_or(Vec::is_empty), "{after}");
        assert_eq!(after["claims"], before["claims"]);
        page.click("button", "Undo").await;
        assert_eq!(card(&page).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_file_keeps_the_fields_that_the_desk_does_not_know() {
    browser(|page| async move {
        let _site = open_with(&page, LEVEE).await;
        let file = json!({
            "$schema": "https://example.org/schema/card.v1.json",
            "version": 1,
            "id": "levee",
            "x-desk": { "shift": "night", "checked": [1, 2, { "deep": null }] },
            "headline": "The levee",
            "abstract": [{ "text": "It held.", "x-weight": 3 }],
            "claims": [{ "id": "held", "text": "It held.", "x-note": "<b>ask Ana</b>", "evidence": [{ "exact": HELD }] }],
        });
        page.click("button", "Cards").await;
        choose_file(&page, "dialog input[type=file]", "levee.json", &file.to_string()).await;
        page.find("button", "*It held.*").await;
        close_if_open(&page, "Cards").await;
        make_claim(&page, AGAIN).await;
        let mut now = card(&page).await;
        let claims = now["claims"].as_array_mut().expect("it has claims");
        assert_eq!(claims.pop().expect("the new one")["evidence"][0]["exact"], AGAIN);
        assert_eq!(now, file);
        let names = |value: &Value| -> Vec<String> {
            value.as_object().into_iter().flatten().map(|(name, _)| name.clone()).collect()
        };
        assert_eq!(names(&now), names(&file), "in their order");
    })
    .await;
}

async fn close_if_open(page: &Page, dialog: &str) {
    if page.has("dialog", dialog).await {
        close(page, dialog).await;
    }
}

#[tokio::test]
async fn what_is_no_card_is_refused_and_harms_nothing() {
    browser(|page| async move {
        let _site = open_with(&page, LEVEE).await;
        make_claim(&page, HELD).await;
        let before = card(&page).await;
        for text in ["", "{", "[1, 2]", "just words"] {
            page.click("button", "Cards").await;
            choose_file(&page, "dialog input[type=file]", "some.json", text).await;
            page.find("dialog", "This is not a card file").await;
            close(&page, "This is not a card file").await;
            assert_eq!(card(&page).await, before, "{text}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_claim_is_made_with_the_keyboard_alone() {
    browser(|page| async move {
        let _site = open_with(&page, LEVEE).await;
        tab_to(&page, "button", "Choose by sentence").await;
        page.press(Key::Enter).await;
        tab_to(&page, "listbox", "Sentences of the article").await;
        page.press(Key::Home).await;
        // The heading is a sentence of its own.
        for _ in 0..2 {
            page.press(Key::Down).await;
        }
        page.press(Key::Enter).await;
        page.until("the sentence to be selected", || async {
            page.has("region", SELECTED).await && page.text_of("region", SELECTED).await.contains(FIGURE)
        })
        .await;
        page.until("the focus on what can be made", || async { page.focused().await.1 == "New claim" }).await;
        page.press(Key::Enter).await;
        says(&page, "There now: Claim").await;
        assert_eq!(claims(&page).await, [FIGURE]);
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn a_selection_is_made_longer_and_shorter_by_words() {
    browser(|page| async move {
        let _site = open_with(&page, LEVEE).await;
        select(&page, "levee held for one").await;
        for (button, words) in [
            ("Begin a word earlier", "“The levee held for one”"),
            ("End a word later", "“The levee held for one night”"),
            ("Begin a word later", "“levee held for one night”"),
            ("End a word earlier", "“levee held for one”"),
        ] {
            page.click("button", button).await;
            let inner = words.trim_matches(['“', '”']);
            page.until(words, || async { page.text_of("region", SELECTED).await.contains(inner) }).await;
        }
    })
    .await;
}

#[tokio::test]
async fn words_in_use_are_selected_by_dragging_from_their_first_letter() {
    browser(|page| async move {
        let _site = open_with(&page, LEVEE).await;
        make_claim(&page, FIGURE).await;
        drag(&page, "The engineer Luis Ortega").await;
        // Words before it are in the same paragraph.
        make_claim(&page, "“It may cost more,”").await;
        drag(&page, "“It may").await;
        drag(&page, "million. “It may cost").await;
        // Again: what is selected is not dragged away, and dropped as another article.
        drag(&page, "million. “It may cost").await;
        drag(&page, "“It may").await;
        assert!(page.text_of("region", super::ARTICLE).await.contains(AGAIN));
        // A click takes to what uses them, as before.
        page.click("button", "“It may cost more,”").await;
        page.find("group", "Fields").await;
    })
    .await;
}

#[tokio::test]
async fn words_that_are_there_already_are_not_made_a_second_time() {
    browser(|page| async move {
        let _site = open_with(&page, LEVEE).await;
        make_claim(&page, HELD).await;
        select(&page, HELD).await;
        page.within("region", SELECTED).await.click("button", "New claim").await;
        says(&page, "the same quote is there already: Claim 1").await;
        assert_eq!(claims(&page).await, [HELD]);
    })
    .await;
}

#[tokio::test]
async fn the_desk_speaks_spanish() {
    browser(|page| async move {
        let _site = open(&page).await;
        page.choose("Language of the desk", "Español").await;
        page.until_js("the page's language", "return document.documentElement.lang === 'es'").await;
        let text = page.text().await;
        for english in ["Article", "Problems", "Publish", "Undo", "Claims", "Paste the article"] {
            assert!(!text.contains(english), "{english}: {text}");
        }
        // It is kept, and the language of a card is another matter.
        page.reload().await;
        page.until_js("the page's language", "return document.documentElement.lang === 'es'").await;
        page.choose("Idioma*", "English").await;
        page.find("button", "Publish").await;
        paste(&page, LEVEE).await;
        open_form(&page, "Headline, address, publisher, dates, id").await;
        page.find("textbox", "Headline").await;
    })
    .await;
}
