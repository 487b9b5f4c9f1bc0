//! The HTML that the desk makes is what the command line makes, letter for letter, wherever the editor sits.

use super::{LEVEE, choose_file, close, fill, kept, make_claim, open, out, says};
use crate::harness::{Need, Page, browser_with};
use serde_json::json;
use summary_card::comments::Keys;
use summary_card_article::Article;
use summary_card_render::{Options, card, render};

const TITLE: &str = "HTML that reads without a script";

/// What `summary-card render CARD --article ARTICLE --base BASE` prints.
fn on_the_command_line(file: &str, article: &str, base: &str) -> String {
    let options = Options { base: base.to_owned(), ..Options::default() };
    let options = options.beside(&Article::Page(article.to_owned()), "card.json");
    render(&card::parse(file).expect("it is a card"), &options)
}

/// The card file in the dialog, and the HTML.
async fn both(page: &Page) -> (String, String) {
    page.click("button", "Publish").await;
    let (file, html) = (out(page, "The card file").await, out(page, TITLE).await);
    close(page, "Publish").await;
    (file, html)
}

fn read(path: &str) -> String {
    let path = format!("{}/{path}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{path}: {why}"))
}

/// The page without the cards that are in it: that of an article before its card is there.
fn without_cards(page: &str) -> String {
    let mut parts = page.split("<summary-card");
    let mut out = parts.next().unwrap_or_default().to_owned();
    parts.for_each(|part| out.push_str(part.split_once("</summary-card>").expect("it ends").1));
    out
}

/// What a browser has that the command line knows nothing of: another day, a comment of the editor's own on the card, a
/// share sheet.
async fn furnish(page: &Page, file: &str) {
    page.cdp("Emulation.setTimezoneOverride", json!({ "timezoneId": "Pacific/Kiritimati" })).await;
    let card = card::parse(file).expect("it is a card");
    let script = format!(
        "localStorage.setItem({:?}, '{{}}');
         Object.defineProperty(navigator, 'share', {{ value() {{}}, configurable: true }});
         return [new Date('2025-09-18T16:00:00Z').getDate(), 'share' in navigator]",
        Keys::of(&card).comment("own")
    );
    assert_eq!(page.js::<(u32, bool)>(&script).await, (19, true));
}

async fn is_the_same(page: Page, card: &'static str, article: &'static str) {
    let (file, article) = (read(&format!("static/cards/{card}.json")), without_cards(&read(article)));
    let _site = open(&page).await;
    furnish(&page, &file).await;
    choose_file(&page, "input[type=file]", "story.html", &article).await;
    says(&page, "The article is here").await;
    page.click("button", "Cards").await;
    choose_file(&page, "dialog input[type=file]", "card.json", &file).await;
    kept(&page).await;
    if page.has("dialog", "Cards").await {
        close(&page, "Cards").await;
    }
    let (file, html) = both(&page).await;
    assert!(html.contains("</template>") && html.contains("href=\"#:~:text="), "{html}");
    let wanted = on_the_command_line(&file, &article, "/summary-card/");
    for (at, (line, wanted)) in html.lines().zip(wanted.lines()).enumerate() {
        let from = line.bytes().zip(wanted.bytes()).take_while(|(here, there)| here == there).count();
        let around = |text: &str| {
            let start = text.floor_char_boundary(from.saturating_sub(60));
            text[start..].chars().take(160).collect::<String>()
        };
        assert_eq!(around(line), around(wanted), "line {at}, byte {from}");
    }
    assert_eq!(html, wanted);
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_card_with_everything_is_the_same_html_as_on_the_command_line() {
    browser_with(Need::Protocol, |page| is_the_same(page, "cartel-strategy", "index.html")).await;
}

#[tokio::test]
async fn a_card_with_moments_is_the_same_html_in_every_time_zone() {
    browser_with(Need::Protocol, |page| is_the_same(page, "river-park", "static/embed/river.html")).await;
}

#[tokio::test]
async fn a_card_in_spanish_is_the_same_html_as_on_the_command_line() {
    browser_with(Need::Protocol, |page| is_the_same(page, "escuela", "static/embed/spanish.html")).await;
}

#[tokio::test]
async fn the_html_follows_the_address_of_embed_js_and_is_never_markup() {
    browser_with(Need::OneEngine, |page| async move {
        let _site = open(&page).await;
        super::paste(&page, LEVEE).await;
        make_claim(&page, super::HELD).await;
        super::open_form(&page, "Headline, address, publisher, dates, id").await;
        fill(&page, "textbox", "Headline", "</template><img src=x onerror=globalThis.ran=1>").await;
        page.click("button", "Publish").await;
        fill(&page, "textbox", "Address of embed.js on your site", "https://x.example/a/embed.js?v=2").await;
        let file = out(&page, "The card file").await;
        let wanted = on_the_command_line(&file, LEVEE, "https://x.example/a/");
        page.until("the HTML for that address", || async { out(&page, TITLE).await == wanted }).await;
        let ran: bool = page.js("return 'ran' in globalThis || document.querySelector('img') !== null").await;
        assert!(!ran);
        page.assert_quiet().await;
    })
    .await;
}
