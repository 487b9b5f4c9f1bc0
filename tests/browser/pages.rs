//! What holds for every page in `dist/`, whatever is on it.

use crate::harness::{Need, Page, Site, browser, browser_with, dist_files};

/// The article page and each way of embedding.
pub fn every_page() -> Vec<String> {
    let mut pages = vec!["/index.html".to_owned()];
    pages.extend(dist_files("embed", "html"));
    assert!(pages.len() > 1, "dist/embed has no page");
    pages
}

/// The article page as it is built.
pub fn dist_page() -> String {
    let html = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/dist/index.html"));
    html.expect("dist/ has a page")
}

/// The page with another card.
pub fn with_card(html: &str, card: &str) -> String {
    let (before, rest) = html.split_once("<summary-card").expect("it has a card");
    let after = rest.split_once("</summary-card>").expect("which ends").1;
    [before, card, after].concat()
}

#[tokio::test]
async fn the_article_page_has_no_script_but_embed_js() {
    browser_with(Need::OneEngine, |page| async move {
        let site = Site::dist();
        page.open(&site, "/index.html").await;
        let scripts: Vec<String> = page
            .js("return [...document.scripts]
                   .filter((script) => !script.type.endsWith('json'))
                   .map((script) => script.src || script.text)")
            .await;
        assert_eq!(scripts, [site.url("/embed.js")]);
        let preloads: usize = page.js("return document.querySelectorAll('link[rel$=preload]').length").await;
        assert_eq!(preloads, 0, "Trunk put preloads into the page");
    })
    .await;
}

#[tokio::test]
async fn no_page_says_anything_in_the_console() {
    browser(|page| async move {
        let site = Site::dist();
        for path in every_page() {
            page.open(&site, &path).await;
            page.all_cards_ready().await;
            page.assert_quiet().await;
        }
    })
    .await;
}

#[tokio::test]
async fn no_page_asks_another_host_for_anything() {
    browser_with(Need::OneEngine, |page| async move {
        let site = Site::dist();
        for path in every_page() {
            page.open(&site, &path).await;
            page.all_cards_ready().await;
            let asked: Vec<String> =
                page.js("return performance.getEntriesByType('resource').map((entry) => entry.name)").await;
            assert!(!asked.is_empty(), "{path} loaded nothing");
            let home = site.url("/");
            for address in asked {
                assert!(address.starts_with(&home), "{path} asked {address}");
            }
        }
    })
    .await;
}

/// A checker's rules whose findings are none here, each with the reason.
type NotFollowed = [(&'static str, &'static str)];

#[derive(Clone, Copy)]
enum Checker {
    Axe,
    AxeOfColours,
    Ibm,
}

#[tokio::test]
async fn axe_finds_nothing_in_light() {
    // What a machine has where nobody asked for anything else.
    browser(|page| nothing_is_found(page, every_page(), Checker::Axe, &[])).await;
}

#[tokio::test]
async fn axe_finds_nothing_in_dark() {
    browser_with(Need::Media, |page| async move {
        // Only the colours are others.
        page.media(&[("prefers-color-scheme", "dark")]).await;
        nothing_is_found(page, every_page(), Checker::AxeOfColours, &[]).await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_in_forced_colours() {
    const NOT_FOLLOWED: &NotFollowed = &[(
        "color-contrast",
        "the colours are the reader's, and axe compares those that the page would have",
    )];
    browser_with(Need::Media, |page| async move {
        page.media(&[("forced-colors", "active")]).await;
        // What no rule on colours looks at is the same on every page.
        nothing_is_found(page, vec!["/index.html".to_owned()], Checker::Axe, NOT_FOLLOWED).await;
    })
    .await;
}

#[tokio::test]
async fn ibm_finds_nothing() {
    const NOT_FOLLOWED: &NotFollowed = &[
        (
            "aria_content_in_landmark",
            "the page's link past everything stands before the first landmark, as it has to",
        ),
        (
            "label_content_exists",
            "the label of the search has its word, out of sight: in sight it stands in the field",
        ),
    ];
    browser_with(Need::OneEngine, |page| nothing_is_found(page, every_page(), Checker::Ibm, NOT_FOLLOWED))
        .await;
}

/// Each page as it opens; in use; with a passage shown; and with all that can be opened open.
async fn nothing_is_found(
    page: Page,
    paths: Vec<String>,
    checker: Checker,
    not_followed: &'static NotFollowed,
) {
    let site = Site::dist();
    let mut faults = Vec::new();
    for path in paths {
        page.open(&site, &path).await;
        page.all_cards_ready().await;
        for state in STATES {
            bring_about(&page, state).await;
            let mut found = match checker {
                Checker::Axe => page.axe().await,
                Checker::AxeOfColours => page.axe_of_colours().await,
                Checker::Ibm => page.ibm().await,
            };
            found.retain(|fault| !not_followed.iter().any(|(rule, _)| fault.starts_with(rule)));
            faults.extend(found.into_iter().map(|fault| format!("{path} {state}: {fault}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

/// A claim and a name in it; a name in the table; every quote marked; the filter; a link copied; the form for a comment
/// with its errors, and a reply's; the reader's own data with the question whether to delete it.
const IN_USE: [&str; 11] = [
    ".claim summary",
    ".lanes .actor",
    "[aria-pressed=false].tool",
    "[aria-expanded=false].tool",
    ".tools .tool:last-child",
    ".stances > summary",
    ".stances .actor",
    ".comments > summary",
    ".comment-form [type=submit]",
    ".comment .actions button:nth-child(2)",
    ".mine [id$=delete-all]",
];

/// What a card is in, one after the other.
const STATES: [&str; 4] = ["closed", "in use", "passage shown", "open"];

async fn bring_about(page: &Page, state: &str) {
    match state {
        "in use" => click_all(page, &IN_USE).await,
        "passage shown" => click_all(page, &[".quote button.link"]).await,
        "open" => page.open_everything().await,
        _ => {}
    }
}

/// Clicks these in every card, as far as it has them.
async fn click_all(page: &Page, selectors: &[&str]) {
    for selector in selectors {
        let script = format!(
            "for (const card of document.querySelectorAll('summary-card')) card.shadowRoot.querySelector({selector:?})?.click();
             setTimeout(() => done(null), 100)"
        );
        let (): () = page.js_async(&script).await;
    }
}

/// Windows in which other parts are in sight, or twice the text.
#[tokio::test]
async fn axe_finds_nothing_in_small_windows() {
    browser_with(Need::OneEngine, |page| async move {
        let site = Site::dist();
        for (width, height, size) in [(360, 640, "100%"), (320, 256, "100%"), (640, 480, "200%")] {
            page.viewport(width, height).await;
            page.open(&site, "/index.html").await;
            page.all_cards_ready().await;
            let (): () =
                page.js(&format!("document.documentElement.style.fontSize = '{size}'; return null")).await;
            for state in STATES {
                bring_about(&page, state).await;
                let mut found = page.axe().await;
                // A text of several lines in the bar can be scrolled there, and Chrome and Firefox have a stop for that of
                // their own accord: one more would do nothing in larger windows.
                found.retain(|fault| !fault.starts_with("scrollable-region-focusable: summary-card ."));
                assert!(found.is_empty(), "{width} × {height}, {size}, {state}: {found:#?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn axe_sees_a_fault_inside_a_card() {
    browser_with(Need::OneEngine, |page| async move {
        let site = Site::dist();
        page.open(&site, "/index.html").await;
        page.all_cards_ready().await;
        let (): () = page
            .js("const button = document.createElement('button');
                 root().append(button); return null")
            .await;
        let faults = page.axe().await;
        let seen = faults.iter().any(|fault| fault.starts_with("button-name"));
        assert!(seen, "a button without a name went unseen: {faults:#?}");
    })
    .await;
}

#[tokio::test]
async fn no_page_scrolls_sideways_on_a_small_phone() {
    browser(|page| async move {
        let site = Site::dist();
        for (screen, path) in [280, 320].into_iter().flat_map(|screen| every_page().into_iter().map(move |path| (screen, path))) {
            page.viewport(screen, 640).await;
            page.open(&site, &path).await;
            page.all_cards_ready().await;
            let (width, room): (u32, u32) = page
                .js("const { scrollWidth, clientWidth } = document.documentElement; return [scrollWidth, clientWidth]")
                .await;
            assert!(width <= room && room <= screen, "{path} is {width} px wide on {room} of {screen} px");
        }
    })
    .await;
}
