//! When a card is fetched and made live: near the view, at once, or only when the reader touches it; and what of it is
//! there before.

use std::time::Duration;

use serde_json::json;
use summary_card_render::Options;
use thirtyfour::WebElement;

use crate::harness::{Key, Need, Page, Reply, Site, browser, browser_with, part};
use crate::newsroom::{CARD, FILE, bridge, newsroom};
use crate::prerendered::{INSIDE, STORY, rendered, story};

const SCRIPT: &str = r#"<script type="module" src="/embed.js"></script>"#;

/// The article's page with this card.
fn site(card: &str) -> Site {
    let site = newsroom("");
    site.set(STORY, Reply::html(story(&[SCRIPT, card].concat())));
    site
}

/// The card as HTML, with attributes.
fn html(attributes: &[(&str, &str)]) -> String {
    let attributes = attributes.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
    rendered(Options { attributes, ..Options::default() })
}

/// The card from its file, live when the reader touches it.
fn touched_from_file() -> String {
    CARD.replace("id=", "loading=interaction id=")
}

/// Whether the WebAssembly was asked for, or its script.
fn asked_for_code(site: &Site) -> bool {
    site.asked(&part("live.js")) + site.asked(&part("summary-card_bg.wasm")) > 0
}

async fn is_live(page: &Page) -> bool {
    page.js("return !!root()?.querySelector('.layer')").await
}

/// Long enough for a card that is not told to wait.
async fn wait() {
    tokio::time::sleep(Duration::from_millis(800)).await;
}

async fn point_at(page: &Page, element: &WebElement) {
    element.scroll_into_view().await.expect("it scrolls");
    // From elsewhere: a pointer that is there already, from a page before, moves over nothing.
    let chain = page.driver().action_chain().move_to(1, 1).move_to_element_center(element);
    chain.perform().await.expect("the pointer moves");
}

/// Nothing of the program is asked for, and nothing but the plain card or the HTML is seen.
async fn assert_asleep(page: &Page, site: &Site) {
    wait().await;
    assert!(!asked_for_code(site), "{:?}", site.requests());
    assert!(!is_live(page).await);
    assert!(page.events().await.is_empty());
}

/// A click on a claim opens it, at once and for good; then the card is live.
async fn assert_a_click_opens(page: &Page) {
    let card = page.card(0).await;
    card.click("button", "The repair costs*").await;
    page.event("ready").await;
    card.says(INSIDE).await;
    assert!(is_live(page).await);
    wait().await;
    assert!(card.text().await.contains(INSIDE), "it was closed again");
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_card_as_html_sleeps_until_it_is_touched() {
    browser(|page| async move {
        let site = site(&html(&[("loading", "interaction"), ("src", FILE)]));
        page.open(&site, STORY).await;
        assert_asleep(&page, &site).await;
        assert_eq!(site.asked(FILE), 0, "the card file is not needed yet");
        assert_a_click_opens(&page).await;
    })
    .await;
}

#[tokio::test]
async fn a_card_from_its_file_reads_and_sleeps_until_it_is_touched() {
    browser(|page| async move {
        let site = site(&touched_from_file());
        page.open(&site, STORY).await;
        let card = page.card(0).await;
        card.says("The repair costs").await;
        assert_asleep(&page, &site).await;
        assert_a_click_opens(&page).await;
    })
    .await;
}

#[tokio::test]
async fn the_keyboard_wakes_a_card_and_keeps_its_place() {
    browser(|page| async move {
        for card in [touched_from_file(), html(&[("loading", "interaction")])] {
            let site = site(&card);
            page.open(&site, STORY).await;
            let card = page.card(0).await;
            card.says("The repair costs").await;
            assert_asleep(&page, &site).await;
            let (): () =
                page.js("root().querySelector('[data-claim=\"2\"] > summary').focus(); return null").await;
            page.event("ready").await;
            page.until("the focus", || async { page.focused().await.1.contains("The repair costs") }).await;
            page.press(Key::Enter).await;
            card.says(INSIDE).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_link_to_the_card_wakes_it_and_no_other() {
    browser(|page| async move {
        let site = site(&touched_from_file());
        page.open(&site, STORY).await;
        let card = page.card(0).await;
        card.says("The repair costs").await;
        for other in ["comments", "bridge2", "bridge-2.cost"] {
            let (): () = page.js(&format!("location.hash = '#{other}'; return null")).await;
            assert_asleep(&page, &site).await;
        }
        let (): () = page.js("location.hash = '#bridge.cost'; return null").await;
        page.event("ready").await;
        card.says(INSIDE).await;

        // The same with the address that the page is opened by.
        for (at, link) in ["bridge.cost", "bridge?q=cost", "bridge"].iter().enumerate() {
            page.open(&site, &format!("{STORY}?{at}#{link}")).await;
            page.event("ready").await;
            let card = page.card(0).await;
            let is_open = || async { card.text().await.contains(INSIDE) == link.contains(".cost") };
            page.until("the claim open where the link names it", is_open).await;
        }
    })
    .await;
}

#[tokio::test]
async fn the_page_s_script_wakes_a_card() {
    browser(|page| async move {
        for wake in [
            "card().openClaim('cost')",
            "card().setAttribute('loading', 'lazy')",
            "card().setAttribute('loading', 'eager')",
        ] {
            let site = site(&touched_from_file());
            page.open(&site, STORY).await;
            assert_asleep(&page, &site).await;
            let (): () = page.js(&format!("{wake}; return null")).await;
            page.event("ready").await;
        }
    })
    .await;
}

/// Taken out and put in again, it sleeps again.
#[tokio::test]
async fn a_card_put_in_again_sleeps_again() {
    browser(|page| async move {
        let site = site(&touched_from_file());
        page.open(&site, STORY).await;
        assert_a_click_opens(&page).await;
        page.forget_events().await;
        let (): () = page.js("window.one = card(); one.remove(); return null").await;
        wait().await;
        let (): () = page.js("document.querySelector('h1').after(one); return null").await;
        wait().await;
        assert!(!is_live(&page).await);
        assert_a_click_opens(&page).await;
    })
    .await;
}

/// An observer of the view that sees nothing, and an element that does not know where it is: the card stays as it is before
/// it is near.
const FAR: &str = "window.IntersectionObserver = class { observe() {} disconnect() {} };
    const rects = Element.prototype.getClientRects;
    Element.prototype.getClientRects = function () { return this.localName === 'summary-card' ? [] : rects.call(this); };";

#[tokio::test]
async fn the_pointer_over_a_card_fetches_what_makes_it_live() {
    browser(|page| async move {
        for loading in ["interaction", "lazy"] {
            let site = site(&html(&[("loading", loading)]));
            site.run_first(FAR);
            page.open(&site, STORY).await;
            assert_asleep(&page, &site).await;
            let claim = page.card(0).await.find("button", "The repair costs*").await;
            point_at(&page, &claim).await;
            let fetched = || async {
                site.asked(&part("live.js")) > 0 && site.asked(&part("summary-card_bg.wasm")) > 0
            };
            page.until("the requests", fetched).await;
            wait().await;
            assert!(!is_live(&page).await, "{loading}: a pointer that passes by makes nothing live");
            assert_eq!(site.requests().iter().filter(|path| path.contains(".wasm")).count(), 1);
        }
    })
    .await;
}

#[tokio::test]
async fn a_finger_on_a_card_and_the_focus_fetch_it_too() {
    browser_with(Need::Protocol, |page| async move {
        let site = site(&html(&[]));
        site.run_first(FAR);
        page.open(&site, STORY).await;
        assert_asleep(&page, &site).await;
        let (x, y): (f64, f64) = page
            .js("const { x, y, width, height } = root().querySelector('[data-claim] > summary').getBoundingClientRect();
                 return [x + width / 2, y + height / 2]")
            .await;
        let point = json!({ "type": "touchStart", "touchPoints": [{ "x": x, "y": y }] });
        page.cdp("Input.dispatchTouchEvent", point).await;
        page.until("the requests", || async { asked_for_code(&site) }).await;
        assert!(!is_live(&page).await);

        let site = self::site(&html(&[]));
        site.run_first(FAR);
        page.open(&site, STORY).await;
        assert_asleep(&page, &site).await;
        let (): () = page.js("root().querySelector('[data-claim] > summary').focus(); return null").await;
        page.until("the requests", || async { asked_for_code(&site) }).await;
    })
    .await;
}

/// The live card does not take the place of the one before between the press of a button and its release.
#[tokio::test]
async fn a_click_that_has_begun_is_not_lost() {
    browser(|page| async move {
        for card in [CARD.to_owned(), html(&[])] {
            let site = site(&card);
            site.hold(&part("summary-card_bg.wasm"));
            page.open(&site, STORY).await;
            let card = page.card(0).await;
            let claim = card.find("button", "The repair costs*").await;
            claim.scroll_into_view().await.expect("it scrolls");
            page.driver().action_chain().click_and_hold_element(&claim).perform().await.expect("a press");
            site.let_go(&part("summary-card_bg.wasm"));
            wait().await;
            assert!(page.events().await.is_empty(), "it is live while the button is held down");
            page.driver().action_chain().release().perform().await.expect("a release");
            page.event("ready").await;
            card.says(INSIDE).await;
        }
    })
    .await;
}

#[tokio::test]
async fn the_plain_card_shows_the_sections_that_are_asked_for() {
    browser(|page| async move {
        for (sections, points, claims) in [
            ("comments", false, false),
            ("summary", true, false),
            ("claims stances", false, true),
            ("unheard-of", true, true),
            ("", true, true),
        ] {
            let site = site(&CARD.replace("id=", &format!("sections=\"{sections}\" id=")));
            site.hold(&part("summary-card_bg.wasm"));
            page.open(&site, STORY).await;
            page.until_js("the plain card", "return !!root()?.querySelector('.plain')").await;
            let text = page.card(0).await.text().await;
            assert_eq!(text.contains("The old bridge closes in March."), points, "{sections}: {text}");
            assert_eq!(text.contains("The repair costs"), claims, "{sections}: {text}");
            site.let_go(&part("summary-card_bg.wasm"));
            page.event("ready").await;
        }
    })
    .await;
}

/// With `async` the script may run while the page is still coming: here the page stops at each of these places, when
/// the script is in the browser's cache already.
#[tokio::test]
async fn an_async_script_is_safe_while_the_page_is_coming() {
    browser(|page| async move {
        let asynchronous = SCRIPT.replace(" src", " async src");
        let inline =
            format!("<summary-card>\n<script type=\"application/json\">{}</script></summary-card>", bridge());
        let light = rendered(Options { light: true, ..Options::default() });
        let file = CARD.to_owned();
        for (card, cuts) in [
            (
                html(&[]),
                &[
                    "<template",
                    "<section",
                    "The repair costs",
                    "</template",
                    "<script type=\"application/json",
                    "\"version\"",
                    "</summary-card>",
                ][..],
            ),
            (
                light,
                &["<div data-card", "The repair costs", "<script type=\"application/json", "</summary-card>"],
            ),
            (inline, &["\n<script", "\"version\"", "</script></summary-card>", "</summary-card>"]),
            (file, &["<p>The fallback", "</summary-card>", "<p>The old bridge"]),
        ] {
            // What embed.js is to the browser when it comes late is what it was a moment before: it is kept.
            let site = newsroom("");
            site.set("/embed.js", Reply::file().header("Cache-Control", "max-age=600"));
            let page_html = story(&[&asynchronous, &*card].concat());
            site.set(STORY, Reply::html(page_html.clone()));
            page.open(&site, STORY).await;
            page.all_cards_ready().await;
            for cut in cuts {
                page.forget_events().await;
                site.set(STORY, Reply::html(page_html.clone()).cut(cut, Duration::from_millis(500)));
                page.open(&site, &format!("{STORY}?slow")).await;
                page.all_cards_ready().await;
                page.until_js(
                    "the live card alone",
                    "return !!root().querySelector('.layer') && !root().querySelector('[data-card]')",
                )
                .await;
                let card = page.card(0).await;
                card.click("button", "The repair costs*").await;
                card.says(INSIDE).await;
                let stray: usize =
                    page.js("return document.querySelectorAll('summary-card template').length").await;
                assert_eq!(stray, 0, "{cut}");
                page.assert_quiet().await;
            }
        }
    })
    .await;
}
