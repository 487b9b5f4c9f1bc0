//! A newsroom's page, made up for a test around one small card: `newsroom(CARD)` and `page.open(&site, STORY)`.

use crate::harness::{Page, Reply, Site};
use serde_json::{Value, json};

/// The page's path.
pub const STORY: &str = "/story.html";
/// The card file's path.
pub const FILE: &str = "/bridge.json";
/// The element as a newsroom writes it, with something to read where nothing else works.
pub const CARD: &str = r#"<summary-card id="card" src="/bridge.json"><p>The fallback.</p></summary-card>"#;

/// The page's own script: it counts the clicks on the page's own button.
const OWN: &str = "const button = document.querySelector('#own');
    button.onclick = () => button.textContent = 'Clicked ' + (button.dataset.n = +(button.dataset.n ?? 0) + 1);";

/// A small card about the page's article.
pub fn bridge() -> Value {
    json!({
        "version": 1,
        "id": "bridge",
        "headline": "The bridge closes for repairs",
        "inLanguage": "en",
        "publisher": { "name": "The Valley Post", "url": "https://post.example/" },
        "abstract": ["The old bridge closes in March."],
        "actors": [
            { "id": "mayor", "name": "Ana Ruiz", "description": "Mayor" },
            { "id": "shops", "name": "Shop owners", "anonymity": "collective" },
        ],
        "claims": [
            { "id": "closing", "text": "The bridge closes in March.", "status": "reported",
              "evidence": [{ "exact": "The old bridge will close on the first Monday of March." }] },
            { "id": "cost", "text": "The repair costs 4.2 million, the mayor says.", "author": ["mayor"],
              "status": "disputed", "evidence": [{ "exact": "The repair will cost 4.2 million, Mayor Ana Ruiz said." }] },
        ],
        "stances": [
            { "actor": "mayor", "target": "cost", "label": "favor",
              "evidence": [{ "exact": "Mayor Ana Ruiz said" }] },
            { "actor": "shops", "target": "cost", "label": "against",
              "evidence": [{ "exact": "Shop owners call the figure far too low." }] },
        ],
    })
}

/// The page around an element.
pub fn story(element: &str) -> Reply {
    Reply::html(format!(
        r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge</title>
        <meta name="viewport" content="width=device-width">
        <script type="module" src="/embed.js"></script><script defer src="/own.js"></script></head><body>
        <button id="own">Own button</button>
        <article><h1>Bridge to close</h1>
        <p>The old bridge will close on the first Monday of March.</p>
        {element}
        <p>The repair will cost 4.2 million, Mayor Ana Ruiz said. Shop owners call the figure far too low.</p>
        </article></body></html>"#
    ))
}

/// `dist/` with that page, its script and the card file.
pub fn newsroom(element: &str) -> Site {
    let site = Site::dist();
    site.set(STORY, story(element));
    site.set("/own.js", Reply::body("text/javascript", OWN));
    site.set(FILE, Reply::json(bridge().to_string()));
    site
}

/// Opens the page and waits until its card is live.
pub async fn open_live(page: &Page, site: &Site) -> Page {
    page.open(site, STORY).await;
    page.all_cards_ready().await;
    page.card(0).await
}

/// The page around the card still has its text, and its own script still runs.
pub async fn assert_unharmed(page: &Page) {
    let text = page.text().await;
    for part in ["Bridge to close", "The old bridge will close", "Shop owners call the figure far too low."] {
        assert!(text.contains(part), "the page lost {part:?}: {text}");
    }
    let (): () = page.js("document.querySelector('#own').click(); return null").await;
    let said: String = page.js("return document.querySelector('#own').textContent").await;
    assert!(said.starts_with("Clicked "), "the page's own script is dead: {said}");
}
