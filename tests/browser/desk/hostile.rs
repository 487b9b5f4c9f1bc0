//! Pasted pages that mean harm, the page's policy, and what a checker of accessibility finds.

use super::{FIGURE, HELD, LEVEE, make_actor, make_claim, open, open_form, open_with, paste, says, select};
use crate::harness::{Need, Page, browser, browser_with};
use crate::pages::dist_page;

/// About a megabyte of everything that has ever run in a page.
fn hostile() -> String {
    const PIECES: [&str; 12] = [
        "<script>globalThis.ran = 'script'</script>",
        "<img src=x onerror=\"globalThis.ran = 'img'\">",
        "<svg onload=\"globalThis.ran = 'svg'\"><script>globalThis.ran = 'svg script'</script></svg>",
        "<iframe srcdoc=\"<script>parent.ran = 'frame'</script>\"></iframe>",
        "<a href=\"javascript:globalThis.ran = 'link'\">A link of the page.</a>",
        "<p style=\"background: url(/beacon)\" onclick=\"globalThis.ran = 'p'\">A paragraph with a look.</p>",
        "<object data=/beacon></object><embed src=/beacon><link rel=stylesheet href=/beacon>",
        "<meta http-equiv=refresh content=\"0;url=/beacon\"><base href=https://elsewhere.example/>",
        "<form action=/beacon><button autofocus onfocus=\"globalThis.ran = 'focus'\">Send</button></form>",
        "<math><mtext></p><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=globalThis.ran=1&gt;\">",
        "<details open ontoggle=\"globalThis.ran = 'toggle'\"><summary>More</summary>Folded words.</details>",
        "<template><img src=x onerror=\"globalThis.ran = 'template'\"></template><!--><img src=y onerror=ran=1>-->",
    ];
    let all = PIECES.concat();
    let mut text = format!("<article><h1>News</h1><p>{HELD}</p>");
    while text.len() < 1 << 20 {
        text += &all;
    }
    text
}

#[tokio::test]
async fn a_megabyte_of_hostile_html_runs_nothing() {
    browser(|page| async move {
        let site = open(&page).await;
        paste(&page, &hostile()).await;
        page.until("the article", || async { page.text_of("region", super::ARTICLE).await.contains(HELD) }).await;
        make_claim(&page, HELD).await;
        let ran: Option<String> = page.js("return globalThis.ran === undefined ? null : String(globalThis.ran)").await;
        assert_eq!(ran, None);
        let strange: Vec<String> = page
            .js(
                "const harmless = /^(h[1-6]|p|span)$/;
                 return [...document.querySelectorAll('[data-block], [data-block] *')].map((each) => each.localName).filter((name) => !harmless.test(name))",
            )
            .await;
        assert_eq!(strange, [""; 0]);
        let asked = site.requests();
        assert!(!asked.iter().any(|path| path.contains("beacon")), "{asked:?}");
        // Nothing was even tried that the page's policy has to refuse.
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn the_page_has_no_script_within_it_and_a_policy_that_allows_none() {
    browser(|page| async move {
        let site = open(&page).await;
        let scripts: Vec<String> = page
            .js("return [...document.scripts].map((script) => script.text || new URL(script.src).pathname)")
            .await;
        assert_eq!(scripts.last().map(String::as_str), Some("/desk/desk.js"), "{scripts:?}");
        let policy: String = page
            .js("return document.querySelector('meta[http-equiv=Content-Security-Policy]').content")
            .await;
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"), "{policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
        drop(site);
    })
    .await;
}

async fn nothing_is_found(page: &Page, when: &str) {
    let found = page.axe().await;
    assert!(found.is_empty(), "{when}:\n{}", found.join("\n"));
}

#[tokio::test]
async fn axe_finds_nothing_in_any_state_of_the_desk() {
    browser_with(Need::OneEngine, |page| async move {
        let _site = open(&page).await;
        nothing_is_found(&page, "empty").await;
        paste(&page, LEVEE).await;
        says(&page, "The article is here").await;
        nothing_is_found(&page, "with an article").await;
        select(&page, FIGURE).await;
        nothing_is_found(&page, "with a selection").await;
        make_claim(&page, HELD).await;
        make_actor(&page, "Luis Ortega").await;
        nothing_is_found(&page, "with a claim and somebody").await;
        open_form(&page, "Headline, address, publisher, dates, id").await;
        nothing_is_found(&page, "with an open form").await;
        page.click("button", "Choose by sentence").await;
        page.find("listbox", "Sentences of the article").await;
        nothing_is_found(&page, "by sentence").await;
        for dialog in ["Cards", "Draft with a model", "Publish", "Another article"] {
            page.click("button", dialog).await;
            page.find("dialog", dialog).await;
            nothing_is_found(&page, dialog).await;
            super::close(&page, dialog).await;
        }
        page.click("button", "Suggest claims and people").await;
        page.find("heading", "Suggestions").await;
        nothing_is_found(&page, "with suggestions").await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_in_dark_and_on_a_phone() {
    browser_with(Need::OneEngine, |page| async move {
        page.media(&[("prefers-color-scheme", "dark")]).await;
        page.viewport(360, 740).await;
        let _site = open_with(&page, LEVEE).await;
        select(&page, HELD).await;
        nothing_is_found(&page, "the article").await;
        page.within("region", super::SELECTED).await.click("button", "New claim").await;
        for tab in ["Card", "Problems*"] {
            page.click("tab", tab).await;
            nothing_is_found(&page, tab).await;
        }
        let sideways: bool = page
            .js("return document.documentElement.scrollWidth > document.documentElement.clientWidth")
            .await;
        assert!(!sideways, "the page scrolls sideways");
    })
    .await;
}

/// The demonstration's whole card beside its article, wherever the desk folds differently.
#[tokio::test]
async fn axe_finds_nothing_with_a_whole_card_at_any_width() {
    browser_with(Need::OneEngine, |page| async move {
        let _site = open(&page).await;
        super::choose_file(&page, "input[type=file]", "story.html", &dist_page()).await;
        says(&page, "The article is here").await;
        let card = concat!(env!("CARGO_MANIFEST_DIR"), "/static/cards/cartel-strategy.json");
        let card = std::fs::read_to_string(card).expect("the card is there");
        page.click("button", "Cards").await;
        super::choose_file(&page, "dialog input[type=file]", "card.json", &card).await;
        page.find("button", "*Pentagon sources*").await;
        for (width, media) in [
            (1280, vec![]),
            (768, vec![("prefers-color-scheme", "dark")]),
            (768, vec![("forced-colors", "active")]),
            (320, vec![]),
        ] {
            page.viewport(width, 800).await;
            page.media(&media).await;
            let tabs: &[&str] =
                if page.has("tab", "Card").await { &["Article", "Card", "Problems*"] } else { &[""] };
            for tab in tabs {
                if !tab.is_empty() {
                    page.click("tab", tab).await;
                }
                nothing_is_found(&page, &format!("{width} px, {media:?}, {tab}")).await;
                let sideways: bool = page
                    .js("return document.documentElement.scrollWidth > document.documentElement.clientWidth")
                    .await;
                assert!(!sideways, "{width} px, {media:?}, {tab}: the page scrolls sideways");
            }
        }
    })
    .await;
}
