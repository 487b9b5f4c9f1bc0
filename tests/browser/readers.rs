//! Readers with a keyboard alone, a small screen, a large zoom, colours of their own, or no wish for motion.

use crate::harness::{Key, Need, Page, Reply, browser, browser_with};
use crate::newsroom::{CARD, newsroom, open_live};

/// Presses Tab until that is focused; fails after going round.
pub async fn tab_to(page: &Page, role: &str, start: &str) {
    let mut met = Vec::new();
    for _ in 0..60 {
        page.press(Key::Tab).await;
        let (is, name) = page.focused().await;
        if is == role && name.starts_with(start) {
            return;
        }
        met.push(name);
    }
    panic!("Tab does not lead to the {role} {start:?}, only to {met:?}");
}

#[tokio::test]
async fn everything_by_keyboard() {
    browser(|page| async move {
        let card = open_live(&page, &newsroom(CARD)).await;
        tab_to(&page, "button", "The bridge closes in March.").await;
        page.press(Key::Enter).await;
        assert_eq!(page.event("claim-toggle").await.detail["open"], true);
        card.find("button", "Show it in the article").await;
        tab_to(&page, "button", "Show it in the article").await;
        let ring: String = page.js("return getComputedStyle(root().activeElement).outlineStyle").await;
        assert_eq!(ring, "solid", "the focus cannot be seen");
        page.press(" ").await;
        page.event("quote-show").await;
        page.until("the way back", || async { page.focused().await.1 == "Back to the card" }).await;
        page.press(Key::Enter).await;
        page.until("the focus back", || async { page.focused().await.1 == "Show it in the article" }).await;
        // The table's links and names, and on to the page after the card.
        tab_to(&page, "button", "Who stands where").await;
        assert!(!card.text().await.contains("Mayor Ana Ruiz said"));
        page.press(Key::Enter).await;
        card.find("link", "Claim 2").await;
        tab_to(&page, "link", "Claim 2").await;
        tab_to(&page, "button", "Ana Ruiz").await;
        page.press(Key::Enter).await;
        card.says("Mayor Ana Ruiz said").await;
        tab_to(&page, "button", "Show it in the article").await;
        page.press_with(Key::Shift, Key::Tab).await;
        assert!(!page.focused().await.1.is_empty());
        // No trap: Tab leaves the card in the end.
        for _ in 0..80 {
            page.press(Key::Tab).await;
            if page.js::<bool>("return document.activeElement !== card()").await {
                return;
            }
        }
        panic!("Tab never leaves the card");
    })
    .await;
}

/// Who has opened something with the pointer goes on with the keyboard.
#[tokio::test]
async fn tab_goes_on_from_what_the_pointer_opened() {
    browser(|page| async move {
        let card = open_live(&page, &newsroom(CARD)).await;
        for (name, at, first) in [
            ("The bridge closes in March.*", ".claim", "Show it in the article"),
            ("Who stands where*", ".stances", "Ana Ruiz"),
        ] {
            card.click("button", name).await;
            card.find("button", first).await;
            page.press(Key::Tab).await;
            let script = format!(
                "const on = root().activeElement;
                 return !!on && on.localName !== 'summary' && root().querySelector('{at}').contains(on)"
            );
            page.until_js(&format!("the focus in what {name} opened"), &script).await;
        }
    })
    .await;
}

/// A browser scrolls what gets the focus to the window's edge, where its ring would be cut off.
#[tokio::test]
async fn the_focus_ring_is_whole_in_a_low_window() {
    browser(|page| async move {
        page.viewport(360, 300).await;
        let card = open_live(&page, &newsroom(CARD)).await;
        card.click("button", "The bridge closes in March.*").await;
        card.find("button", "Show it in the article").await;
        page.press_with(Key::Shift, Key::Tab).await;
        assert!(page.focused().await.1.starts_with("2 claims"), "where the claims begin");
        let mut seen = 0;
        for _ in 0..80 {
            let cut: Option<String> = page
                .js("const on = root().activeElement, { top, bottom } = on?.getBoundingClientRect() ?? {};
                     const ring = 4;
                     return on && (top < ring || bottom > innerHeight - ring) ? `${on.outerHTML.slice(0, 80)}: ${top} to ${bottom}` : null")
                .await;
            assert_eq!(cut, None);
            seen += 1;
            page.press(Key::Tab).await;
            if page.js::<bool>("return document.activeElement !== card()").await {
                break;
            }
        }
        assert!((8..80).contains(&seen), "{seen} stops");
    })
    .await;
}

/// No part of the card is wider than the card, closed and open.
async fn assert_fits(page: &Page, width: u32) {
    for state in ["closed", "open"] {
        if state == "open" {
            page.open_everything().await;
        }
        let out: Vec<String> = page
            .js("const edge = card().getBoundingClientRect().right + 1;
                 return [...root().querySelectorAll('.summary-card *')]
                   .filter((each) => each.checkVisibility() && !each.closest('.hidden'))
                   .filter((each) => each.getBoundingClientRect().right > edge)
                   .map((each) => each.outerHTML.slice(0, 80))")
            .await;
        assert!(out.is_empty(), "{state}, {width} px: {out:#?}");
        // What is left beside a scroll bar, where a browser has one that takes room.
        let (seen, room): (u32, u32) =
            page.js("const { scrollWidth, clientWidth } = document.documentElement; return [scrollWidth, clientWidth]").await;
        assert!(seen <= room && room <= width, "{state}: {seen} px wide on {room} of {width} px");
    }
}

#[tokio::test]
async fn small_screens() {
    browser(|page| async move {
        for width in [360, 320] {
            page.viewport(width, 640).await;
            open_live(&page, &newsroom(CARD)).await;
            assert_fits(&page, width).await;
        }
    })
    .await;
}

#[tokio::test]
async fn twice_the_size() {
    browser(|page| async move {
        page.zoomed_viewport(1280, 800, 2).await;
        let card = open_live(&page, &newsroom(CARD)).await;
        assert_fits(&page, 640).await;
        card.find("button", "Copy link").await;
    })
    .await;
}

/// Words that never end do not push the card out of its place.
#[tokio::test]
async fn a_word_without_an_end() {
    browser(|page| async move {
        page.viewport(320, 640).await;
        let mut long = crate::newsroom::bridge();
        let word = "Donaudampfschifffahrtsgesellschaft".repeat(4);
        long["headline"] = word.clone().into();
        long["claims"][0]["text"] = word.clone().into();
        long["actors"][0]["name"] = word.clone().into();
        long["abstract"][0] = word.into();
        let site = newsroom(CARD);
        site.set(crate::newsroom::FILE, Reply::json(long.to_string()));
        open_live(&page, &site).await;
        assert_fits(&page, 320).await;
    })
    .await;
}

#[tokio::test]
async fn forced_colours_keep_edges_and_icons() {
    browser_with(Need::Media, |page| async move {
        page.media(&[("forced-colors", "active")]).await;
        let card = open_live(&page, &newsroom(CARD)).await;
        card.click("button", "Who stands where*").await;
        card.click("button", "Ana Ruiz").await;
        page.until_js(
            "the open name marked",
            "return getComputedStyle(root().querySelector('.actor[aria-expanded=true]')).outlineStyle === 'solid'",
        )
        .await;
        let (border, ink, paper): (String, String, String) = page
            .js("const style = getComputedStyle(root().querySelector('.summary-card'));
                 return [style.borderTopColor, style.color, style.backgroundColor]")
            .await;
        assert_ne!(border, paper);
        assert_ne!(ink, paper);
    })
    .await;
}

#[tokio::test]
async fn less_motion_means_none() {
    browser_with(Need::Media, |page| async move {
        page.media(&[("prefers-reduced-motion", "reduce")]).await;
        page.viewport(800, 300).await;
        let card = open_live(&page, &newsroom(CARD)).await;
        let moving: usize = page
            .js("return [...root().querySelectorAll('*')].filter((each) => {
                   const { transitionDuration, animationName } = getComputedStyle(each);
                   return !/^0s(, 0s)*$/.test(transitionDuration) || animationName !== 'none' }).length")
            .await;
        assert_eq!(moving, 0);
        let (): () = page
            .js("window.asked = [];
                 for (const name of ['scrollIntoView', 'scrollBy'])
                   for (const kind of [Element.prototype, window]) {
                     const old = kind[name];
                     if (old) kind[name] = function (how) { asked.push(how.behavior); return old.call(this, how) };
                   }
                 return null")
            .await;
        card.click("button", "The bridge closes in March.*").await;
        card.click("button", "Show it in the article").await;
        card.click("button", "Back to the card").await;
        let asked: Vec<String> = page.js("return asked").await;
        assert!(!asked.is_empty());
        assert!(asked.iter().all(|how| how == "instant"), "{asked:?}");
    })
    .await;
}

/// A page's own body style is inherited into a shadow root. What makes text unreadable there is not; wider spacing,
/// which some readers need, is.
#[tokio::test]
async fn a_page_s_odd_text_style_stays_outside() {
    browser(|page| async move {
        let site = newsroom(&format!("<link rel=stylesheet href=/odd.css>{CARD}"));
        let odd = "body { text-transform: uppercase; text-indent: 4em; text-shadow: 0 0 3px red; white-space: nowrap;
                          word-break: break-all; font: italic 900 3px fantasy; color: #fefefe; letter-spacing: 2px }
                   p, li, button, summary { display: none !important }";
        site.set("/odd.css", Reply::body("text/css", odd));
        page.viewport(360, 640).await;
        let card = open_live(&page, &site).await;
        card.click("button", "The bridge closes in March.*").await;
        card.click("button", "Copy link").await;
        assert_fits(&page, 360).await;
        let seen: Vec<Vec<String>> = page
            .js("return ['.summary-card .quote', '.toast p'].map((each) => {
                   const style = getComputedStyle(root().querySelector(each));
                   return ['textTransform', 'textIndent', 'textShadow', 'whiteSpace', 'wordBreak', 'fontStyle',
                     'letterSpacing'].map((name) => style[name]) })")
            .await;
        for styles in seen {
            assert_eq!(styles, ["none", "0px", "none", "normal", "normal", "normal", "2px"]);
        }
    })
    .await;
}
