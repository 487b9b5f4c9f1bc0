//! The card as HTML that was rendered natively, on a page where no script runs.

use summary_card_render::article::Article;
use summary_card_render::{Options, card, render};

use crate::harness::{Key, Need, Page, Reply, Site, browser, browser_with};
use crate::newsroom::bridge;

/// The page's path.
pub const STORY: &str = "/story.html";

/// The article's text around a card, as its page has it.
pub fn story(element: &str) -> String {
    format!(
        r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge</title>
        <meta name="viewport" content="width=device-width">
        <style>body {{ font: 1.1em/1.5 serif }}</style></head><body>
        <main><article><h1>Bridge to close</h1>
        {element}
        <p>The old bridge will close on the first Monday of March.</p>
        <div style="block-size: 300vh"></div>
        <p>The repair will cost 4.2 million, Mayor Ana Ruiz said. Shop owners call the figure far too low.</p>
        </article></main></body></html>"#
    )
}

/// The newsroom's card, rendered for that page.
pub fn rendered(options: Options) -> String {
    let card = card::parse(&bridge().to_string()).expect("the newsroom's card is one");
    render(&card, &options.beside(&Article::Page(story("")), "bridge.json"))
}

/// A site whose page has the card and no script.
fn site(options: Options) -> Site {
    let site = Site::dist();
    site.set(STORY, Reply::html(story(&rendered(options))));
    site
}

/// What a reader sees of the claim about the cost once it is open.
pub const INSIDE: &str = "The repair will cost 4.2 million, Mayor Ana Ruiz said.";

async fn assert_reads(page: &Page) {
    let card = page.card(0).await;
    let text = card.text().await;
    for part in [
        "The bridge closes for repairs",
        "The old bridge closes in March.",
        "2 claims",
        "Disputed in the article",
    ] {
        assert!(text.contains(part), "{part:?} is not in {text}");
    }
    assert!(!text.contains(INSIDE), "a closed claim is closed: {text}");
    let controls = card.find_all("button", "*").await;
    for (_, name) in page.roles_and_names(&controls).await {
        assert!(
            name.contains("claims") || name.contains("The ") || name.contains("Who stands"),
            "{name:?} does nothing"
        );
    }
}

#[tokio::test]
async fn it_reads_and_opens_by_click_and_by_keyboard() {
    browser(|page| async move {
        page.open(&site(Options::default()), STORY).await;
        assert_reads(&page).await;
        let card = page.card(0).await;
        card.click("button", "The repair costs*").await;
        card.says(INSIDE).await;
        card.says("In the article").await;
        page.press(Key::Enter).await;
        page.until("the claim closed", || async { !card.text().await.contains(INSIDE) }).await;
        page.press(" ").await;
        card.says(INSIDE).await;
        // What stands behind a name, and the table of positions.
        card.click("button", "Shop owners").await;
        card.says("Shop owners call the figure").await;
        card.click("button", "Who stands where*").await;
        card.says("quotes are with each claim").await;
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn show_it_is_a_link_to_the_passage_and_not_to_the_card() {
    browser_with(Need::OneEngine, |page| async move {
        page.open(&site(Options::default()), STORY).await;
        let card = page.card(0).await;
        card.click("button", "The repair costs*").await;
        card.click("link", "Show it in the article").await;
        page.until_js(
            "the passage in view",
            "const { top } = document.querySelector('article > p:last-child').getBoundingClientRect();
             return top > 0 && top < innerHeight",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn it_reads_with_scripts_off() {
    browser_with(Need::Protocol, |page| async move {
        page.cdp("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": true })).await;
        page.open(&site(Options::default()), STORY).await;
        let has_record: bool = page.js("return '__record' in globalThis").await;
        assert!(!has_record, "a script of the page has run");
        assert_reads(&page).await;
        let card = page.card(0).await;
        card.click("button", "The repair costs*").await;
        card.says(INSIDE).await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing() {
    browser(|page| async move {
        for light in [false, true] {
            page.open(&site(Options { light, ..Options::default() }), STORY).await;
            for state in ["closed", "open"] {
                if state == "open" {
                    let (): () = page
                        .js("for (const each of (card().shadowRoot ?? card()).querySelectorAll('details')) each.open = true; return null")
                        .await;
                }
                let faults = page.axe().await;
                assert!(faults.is_empty(), "light {light}, {state}: {faults:#?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn printed_everything_is_open() {
    browser_with(Need::Protocol, |page| async move {
        page.open(&site(Options::default()), STORY).await;
        page.media_type("print").await;
        let text = page.card(0).await.text().await;
        for part in [INSIDE, "Shop owners call the figure far too low.", "Disputes"] {
            assert!(text.contains(part), "{part:?} is not printed: {text}");
        }
    })
    .await;
}

#[tokio::test]
async fn printed_the_sample_comments_are_there() {
    browser_with(Need::Protocol, |page| async move {
        let mut file = bridge();
        file["comments"] = serde_json::json!([
            { "id": "s1", "text": "A *sample*.", "author": "Sam", "dateCreated": "2025-08-14" },
            { "id": "s2", "text": "An answer.", "author": "Noor", "dateCreated": "2025-08-15", "parentItem": "s1" },
        ]);
        let card = card::parse(&file.to_string()).expect("it is a card");
        let site = Site::dist();
        site.set(STORY, Reply::html(story(&render(&card, &Options::default()))));
        page.open(&site, STORY).await;
        page.media_type("print").await;
        let text = page.card(0).await.text().await;
        for part in ["2 comments", "Sam", "A sample.", "August 14, 2025", "Noor", "An answer."] {
            assert!(text.contains(part), "{part:?} is not printed: {text}");
        }
    })
    .await;
}

#[tokio::test]
async fn plain_elements_read_and_lead_to_the_passage() {
    browser(|page| async move {
        page.open(&site(Options { light: true, ..Options::default() }), STORY).await;
        assert_reads(&page).await;
        page.click("button", "The repair costs*").await;
        page.find("link", "Show it in the article").await;
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn the_json_ld_is_the_same_as_the_live_card_writes() {
    browser(|page| async move {
        let site = Site::dist();
        let address = site.url(STORY);
        let options = Options { page: Some(address), ..Options::default() };
        site.set(STORY, Reply::html(story(&rendered(options))));
        let live = r#"<script type="module" src="/embed.js"></script>
            <summary-card src="/bridge.json" json-ld="on"></summary-card>"#;
        // At the same address: the claims' own begin with it.
        page.open(&site, STORY).await;
        let rendered = page.written_json_ld().await;
        site.set(STORY, Reply::html(story(live)));
        site.set("/bridge.json", Reply::json(bridge().to_string()));
        page.reload().await;
        page.all_cards_ready().await;
        let written = page.written_json_ld().await;
        let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("it is JSON");
        assert_eq!(json(&rendered), json(&written));
    })
    .await;
}
