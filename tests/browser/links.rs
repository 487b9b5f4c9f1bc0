//! `#CARD.CLAIM` and `#CARD?actor=…`: a link leads to a claim, or to a choice of claims.

use crate::harness::{Need, Page, browser, browser_with};
use crate::newsroom::{CARD, STORY, newsroom, open_live};

const SECOND: &str = "The repair costs 4.2 million, the mayor says.";

/// The second claim is open, has the focus, and is in view.
async fn assert_at_second(page: &Page) {
    page.until("the focus on the claim", || async { page.focused().await.1.starts_with(SECOND) }).await;
    let in_view =
        "const at = root().querySelector('.claim details[open] > summary')?.getBoundingClientRect();
         return !!at && at.top >= 0 && at.bottom <= innerHeight + 1";
    page.until_js("the open claim in view", in_view).await;
    // Where a page scrolls back while it still scrolls here, Chromium can lose the next smooth scrolling altogether.
    page.at_rest().await;
    assert!(page.js::<bool>(in_view).await, "it stays in view");
    let card = page.card(0).await;
    card.says("Mayor Ana Ruiz said").await;
}

#[tokio::test]
async fn a_link_opens_its_claim() {
    browser(|page| async move {
        page.viewport(800, 300).await;
        page.open(&newsroom(CARD), &format!("{STORY}#bridge.cost")).await;
        page.event("ready").await;
        assert_at_second(&page).await;
        let events = page.events().await;
        let toggled = events.iter().filter(|event| event.kind == "claim-toggle").count();
        assert_eq!(toggled, 1, "{events:?}");
    })
    .await;
}

#[tokio::test]
async fn a_link_on_the_same_page_opens_its_claim_as_often_as_it_is_followed() {
    browser(|page| async move {
        page.viewport(800, 300).await;
        let card = open_live(&page, &newsroom(CARD)).await;
        for _ in 0..2 {
            let (): () = page
                .js("location.hash = ''; scrollTo(0, 0); location.hash = '#bridge.cost'; return null")
                .await;
            assert_at_second(&page).await;
            page.press(crate::harness::Key::Enter).await;
            page.until_js("the claim closed again", "return !root().querySelector('.claim details[open]')")
                .await;
        }
        // Another card's link, the page's own, and a claim that does not exist do nothing.
        for other in ["#bridges.cost", "#own", "#bridge.nothing", "#bridge.", "#%"] {
            let (): () = page.js(&format!("location.hash = {other:?}; return null")).await;
        }
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        assert!(!card.text().await.contains("Mayor Ana Ruiz said"));
        page.assert_quiet().await;
    })
    .await;
}

/// The claim is higher than the window, and does not open slowly: it is scrolled to its start at once.
#[tokio::test]
async fn a_link_to_a_high_claim_leaves_room_for_its_focus_ring() {
    browser_with(Need::Media, |page| async move {
        page.viewport(800, 200).await;
        page.media(&[("prefers-reduced-motion", "reduce")]).await;
        page.open(&newsroom(CARD), &format!("{STORY}#bridge.cost")).await;
        assert_at_second(&page).await;
        let [top, height]: [f64; 2] = page
            .js("const { top, height } = root().querySelector('.claim details[open]').getBoundingClientRect();
                 return [top, height]")
            .await;
        assert!(height > 200.0, "{height}");
        assert!((4.0..40.0).contains(&top), "{top}");
    })
    .await;
}

#[tokio::test]
async fn a_link_chooses_what_is_shown() {
    browser(|page| async move {
        let site = newsroom(CARD);
        page.open(&site, &format!("{STORY}#bridge?status=disputed")).await;
        page.event("ready").await;
        let card = page.card(0).await;
        card.find_none("button", "The bridge closes in March.*").await;
        card.find("button", &format!("{SECOND}*")).await;
        card.says("Showing 1 of 2 claims.").await;
        // A link to a claim that the choice hides shows everything.
        let (): () = page.js("location.hash = '#bridge.closing'; return null").await;
        card.find("button", "The bridge closes in March.*").await;
        let (): () = page.js("location.hash = '#bridge?actor=shops'; return null").await;
        card.find_none("button", "The bridge closes in March.*").await;
        assert_eq!(card.value_of("combobox", "Who").await, "shops");
        card.click("button", "Show everything").await;
        card.find("button", "The bridge closes in March.*").await;
    })
    .await;
}
