//! The block in the post editor and card files in the media library, as those who write have them.

use super::{WordPress, assert_live, assert_reads_without_scripts, wordpress};
use crate::harness::{Key, Page};
use crate::newsroom::bridge;
use serde_json::{Value, json};

/// Goes to where the post itself is: newer editors have it in a frame.
async fn enter_post(page: &Page) {
    leave_post(page).await;
    if let Some(frame) = page.all("iframe[name='editor-canvas']").await.into_iter().next() {
        frame.enter_frame().await.expect("there is a frame");
    }
}

/// Goes to what is around the post.
async fn leave_post(page: &Page) {
    page.driver().enter_default_frame().await.expect("there is a page around");
}

/// A new post with the article and the block of this name, which asks for its card.
async fn begin_article(page: &Page, wordpress: &WordPress, block: &str) {
    page.goto(&wordpress.url("/wp-admin/post-new.php")).await;
    page.until("the editor", || async {
        enter_post(page).await;
        page.has("textbox", "Add title").await
    })
    .await;
    page.type_into("textbox", "Add title", "Bridge to close").await;
    let wanted = format!("/{}", block.to_lowercase());
    for paragraph in [
        "The old bridge will close on the first Monday of March.",
        "The repair will cost 4.2 million, Mayor Ana Ruiz said. Shop owners call the figure far too low.",
        &wanted,
    ] {
        page.press(Key::Enter).await;
        page.press(paragraph).await;
    }
    leave_post(page).await;
    // Its icon is a letter of a font.
    page.find("option", &format!("*{block}")).await;
    enter_post(page).await;
    page.press(Key::Enter).await;
}

/// The same in English.
async fn write_article(page: &Page, wordpress: &WordPress) {
    begin_article(page, wordpress, "Summary card").await;
    page.find("textbox", "Card file").await;
}

/// Publishes what is in the editor, and gives its address.
async fn publish(page: &Page) -> String {
    leave_post(page).await;
    page.click("button", "Publish").await;
    page.within("region", "Editor publish").await.click("button", "Publish").await;
    let link = page.find("link", "View Post").await;
    link.prop("href").await.expect("it is there").expect("a link leads somewhere")
}

/// The preview shows the live card, in its frame.
async fn assert_preview(page: &Page) {
    let shows = "const [frame] = document.querySelectorAll('iframe[title=\"Summary card\"]');
        const shown = frame?.contentDocument.querySelector('summary-card');
        return /2 claims/.test(shown?.shadowRoot?.querySelector('.summary-card:not(.plain)')?.innerText) && frame.clientHeight > 200";
    page.until("the card in the editor", || async {
        enter_post(page).await;
        page.js(shows).await
    })
    .await;
}

/// The editor has nothing to say against the block.
async fn assert_valid(page: &Page) {
    enter_post(page).await;
    let text = page.text().await;
    assert!(!text.contains("unexpected or invalid content"), "{text}");
    leave_post(page).await;
    let said = page.console().await;
    let ours = |line: &&String| line.contains("Block validation") || line.contains("summary-card");
    assert_eq!(said.iter().filter(ours).collect::<Vec<_>>(), Vec::<&String>::new());
}

/// From an empty editor to a reader, and back into the editor.
async fn write_and_read(page: &Page, wordpress: &WordPress, user: &str) {
    wordpress.sign_in(page, user).await;
    write_article(page, wordpress).await;
    page.type_into("textbox", "Card file", &bridge().to_string()).await;
    page.click("button", "Show this card").await;
    assert_preview(page).await;
    let address = publish(page).await;
    assert_valid(page).await;
    page.reload().await;
    assert_preview(page).await;
    assert_valid(page).await;

    wordpress.sign_out(page).await;
    assert_live(page, &address).await;
    assert_reads_without_scripts(page, &address).await;
    assert_reads_without_scripts(page, &format!("{address}?without-plugin")).await;
}

#[tokio::test]
async fn an_administrator_writes_a_card_that_readers_get() {
    wordpress(|page, wordpress| async move { write_and_read(&page, wordpress, "administrator").await }).await;
}

/// Out of what an author writes WordPress takes every script and every element it does not know.
#[tokio::test]
async fn an_author_who_may_not_post_html_writes_a_card_that_readers_get() {
    wordpress(|page, wordpress| async move { write_and_read(&page, wordpress, "author").await }).await;
}

#[tokio::test]
async fn what_is_no_card_is_refused_with_a_reason() {
    wordpress(|page, wordpress| async move {
        wordpress.sign_in(&page, "author").await;
        write_article(&page, wordpress).await;
        for (text, reason) in [
            ("{\"version\": 1,", "The card file is not JSON: Syntax error."),
            ("[1]", "This is JSON, but not a card file"),
            ("{\"version\": 2}", "This card file is of another version than 1."),
            ("{\"version\": 1, \"id\": \"a\"}", "The card file has no \"headline\"."),
        ] {
            // What is typed takes the place of what is there. With the keyboard, in a field that is empty, the editor
            // would select all its blocks.
            let select = "const [field] = document.querySelectorAll('.wp-block-summary-card-card textarea');
                field.focus(); field.select(); return null";
            let (): () = page.js(select).await;
            page.press(text).await;
            page.click("button", "Show this card").await;
            page.until(reason, || async { page.text().await.contains(reason) }).await;
        }
        page.type_into("textbox", "Address of a card file", &wordpress.url("/nowhere.json")).await;
        page.click("button", "Show the card at this address").await;
        let reason = "/nowhere.json could not be had: the server says 404.";
        page.until(reason, || async { page.text().await.contains(reason) }).await;
    })
    .await;
}

/// The same in another language, though this WordPress has nothing in it itself: the block's name, its words, and what the
/// server says.
#[tokio::test]
async fn the_block_speaks_the_language_of_the_one_who_writes() {
    wordpress(|page, wordpress| async move {
        wordpress.sign_in(&page, "redaktion").await;
        begin_article(&page, wordpress, "Artikelkarte").await;
        page.type_into("textbox", "Kartendatei", "[1]").await;
        page.click("button", "Diese Karte anzeigen").await;
        let reason = "Das ist JSON, aber keine Kartendatei: „version“ fehlt.";
        page.until(reason, || async { page.text().await.contains(reason) }).await;
        page.find_none("button", "Show this card").await;
    })
    .await;
}

/// A card from an address, its looks and parts chosen beside the post.
#[tokio::test]
async fn a_card_at_an_address_is_taken_and_its_settings_are_kept() {
    wordpress(|page, wordpress| async move {
        let file = wordpress.url(&wordpress.upload("settings.json", &bridge().to_string()));
        wordpress.sign_in(&page, "author").await;
        write_article(&page, wordpress).await;
        page.type_into("textbox", "Address of a card file", &file).await;
        page.click("button", "Show the card at this address").await;
        assert_preview(&page).await;
        leave_post(&page).await;
        let settings = page.within("region", "Editor settings").await;
        settings.choose("Colours", "Dark").await;
        settings.click("checkbox", "Who stands where").await;
        settings.type_into("textbox", "Language of the card’s own words", "es").await;
        let address = publish(&page).await;
        wordpress.sign_out(&page).await;
        page.goto(&address).await;
        page.all_cards_ready().await;
        let given: Value = page
            .js("return Object.fromEntries([...card().attributes].map(({ name, value }) => [name, value]))")
            .await;
        assert_eq!(
            given,
            json!({ "theme": "dark", "sections": "summary claims comments", "lang": "es", "src": file })
        );
        page.card(0).await.says("2 afirmaciones").await;
    })
    .await;
}

/// WordPress itself takes no JSON there.
#[tokio::test]
async fn the_media_library_takes_card_files_and_no_other_json() {
    wordpress(|page, wordpress| async move {
        wordpress.sign_in(&page, "author").await;
        let folder = std::env::temp_dir();
        for (name, text, said) in [
            ("media-card.json", bridge().to_string(), None),
            ("media-other.json", "{}".to_owned(), Some("This is JSON, but not a card file")),
        ] {
            let file = folder.join(format!("{}-{name}", std::process::id()));
            std::fs::write(&file, text).expect("there is room");
            page.goto(&wordpress.url("/wp-admin/media-new.php?browser-uploader")).await;
            let field = page.all("#async-upload").await.swap_remove(0);
            field.send_keys(file.display().to_string()).await.expect("it takes a file");
            page.click("button", "Upload").await;
            match said {
                Some(reason) => {
                    page.until(reason, || async { page.text().await.contains(reason) }).await;
                }
                None => {
                    page.until("the library", || async { page.address().await.contains("upload.php") }).await;
                }
            }
            std::fs::remove_file(&file).expect("it is there");
        }
    })
    .await;
}
