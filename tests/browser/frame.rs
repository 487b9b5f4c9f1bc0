//! The card in a frame, on a page that may have no script of the card's: `frame.html`, and `frame-parent.js` for a page
//! that may have this one.

use crate::harness::{Key, Page, Reply, Site, browser};
use crate::newsroom::{FILE, bridge};
use std::time::Duration;

const AROUND: &str = "/around.html";
/// A claim of the card, and what is in it.
const CLAIM: &str = "The repair costs*";
const INSIDE: &str = "Shop owners";

/// The server of the frame, with the card file.
fn cards() -> Site {
    let site = Site::dist();
    site.set(FILE, Reply::json(bridge().to_string()));
    site
}

/// The frame with the card file, and this behind it: `&theme=dark`.
fn frame(cards: &Site, more: &str) -> String {
    cards.url(&format!("/frame.html?src={FILE}{more}"))
}

/// A page of another origin around a frame at this address, with the script for the heights.
fn around(cards: &Site, frames: &str) -> Site {
    let news = Site::empty();
    let script = cards.url("/frame-parent.js");
    news.set(
        AROUND,
        Reply::html(format!(
            r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Around</title>
            <script async src="{script}"></script></head>
            <body><h1>Around</h1><button>Before</button>{frames}<button>After</button></body></html>"#
        )),
    );
    news
}

/// A frame of that address, with these attributes.
fn iframe(address: &str, attributes: &str) -> String {
    let address = address.replace('&', "&amp;");
    format!(r#"<iframe title="Summary card" width="600" height="300" {attributes} src="{address}"></iframe>"#)
}

/// Goes into the n-th frame and waits until its card is live.
async fn enter(page: &Page, n: u16) -> Page {
    page.driver().enter_frame(n).await.expect("there is such a frame");
    page.until_js("a page in the frame", "return typeof __record === 'object'").await;
    page.event("ready").await;
    page.card(0).await
}

async fn leave(page: &Page) {
    page.driver().enter_default_frame().await.expect("there is a page around");
}

/// The heights of the page's frames.
async fn heights(page: &Page) -> Vec<f64> {
    page.js("return [...document.querySelectorAll('iframe')].map((frame) => frame.getBoundingClientRect().height)").await
}

/// What is in the frame is as high as the frame, but for a part of a pixel and the frame's border: nothing of it scrolls.
async fn fits(page: &Page, n: u16) {
    let fits = || async {
        page.driver().enter_frame(n).await.expect("there is such a frame");
        let heights: Option<(f64, f64)> =
            page.js("return [document.body.getBoundingClientRect().height, innerHeight]").await;
        leave(page).await;
        heights.is_some_and(|(inside, window)| (0.0..1.0).contains(&(window - inside)) && inside > 100.0)
    };
    page.until("a frame as high as its card", fits).await;
}

#[tokio::test]
async fn it_comes_live_on_a_page_of_another_origin_and_is_as_high_as_its_card() {
    browser(|page| async move {
        let cards = cards();
        let news = around(&cards, &iframe(&frame(&cards, ""), ""));
        page.open(&news, AROUND).await;
        let card = enter(&page, 0).await;
        card.says("The bridge closes for repairs").await;
        leave(&page).await;
        fits(&page, 0).await;
        let closed = heights(&page).await[0];
        enter(&page, 0).await.click("button", CLAIM).await;
        card.says(INSIDE).await;
        leave(&page).await;
        page.until("more height", || async { heights(&page).await[0] > closed + 50.0 }).await;
        fits(&page, 0).await;
        enter(&page, 0).await.click("button", CLAIM).await;
        leave(&page).await;
        page.until("the height before", || async { (heights(&page).await[0] - closed).abs() < 2.0 }).await;
        fits(&page, 0).await;
        page.assert_quiet().await;
    })
    .await;
}

/// There is no article here: a quote leads to where it is.
#[tokio::test]
async fn a_quote_leads_to_the_article_s_own_page() {
    browser(|page| async move {
        let cards = cards();
        let mut card = bridge();
        card["url"] = "https://post.example/bridge".into();
        cards.set(FILE, Reply::json(card.to_string()));
        page.goto(&frame(&cards, "")).await;
        page.event("ready").await;
        let card = page.card(0).await;
        card.click("button", CLAIM).await;
        card.says("The article is on another page").await;
        let links: Vec<(String, String)> = page
            .js("return [...root().querySelectorAll('.quote a')].map(({ href, target }) => [href, target])")
            .await;
        assert!(!links.is_empty());
        for (href, target) in links {
            assert!(href.starts_with("https://post.example/bridge#:~:text="), "{href}");
            // The page around stays, and so does what the reader has opened in the card.
            assert_eq!(target, "_blank");
        }
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn attributes_come_from_the_address() {
    browser(|page| async move {
        let cards = cards();
        let more = "&theme=dark&sections=summary+claims&lang=es&comments=off&loading=eager&headline=hide&marks=all&onload=x";
        page.goto(&frame(&cards, more)).await;
        page.event("ready").await;
        let attributes: Vec<(String, String)> = page
            .js("return [...card().attributes].map(({ name, value }) => [name, value]).toSorted()")
            .await;
        let address = cards.url(FILE);
        let expected = [
            ("comments", "off"),
            ("headline", "hide"),
            ("lang", "es"),
            ("loading", "eager"),
            ("sections", "summary claims"),
            ("src", &*address),
            ("theme", "dark"),
        ];
        assert_eq!(attributes, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
        let scheme: String = page.js("return getComputedStyle(document.documentElement).colorScheme").await;
        assert_eq!(scheme, "dark");
        page.card(0).await.says("En breve").await;
        page.assert_quiet().await;
    })
    .await;
}

/// The page's own language says nothing of the card.
#[tokio::test]
async fn without_a_language_the_card_speaks_its_own() {
    browser(|page| async move {
        let cards = cards();
        let mut card = bridge();
        card["inLanguage"] = "es".into();
        cards.set(FILE, Reply::json(card.to_string()));
        page.goto(&frame(&cards, "")).await;
        page.event("ready").await;
        page.card(0).await.says("En breve").await;
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn an_address_that_names_no_card_is_said_to() {
    browser(|page| async move {
        let cards = cards();
        for query in [
            "",
            "?src=",
            "?src=javascript:hacked=1",
            "?src=data:application/json,{}",
            "?src=blob:x",
            "?src=file:///etc/passwd",
            "?src=http://",
            "?SRC=/bridge.json",
        ] {
            page.goto(&cards.url(&["/frame.html", query].concat())).await;
            page.find("alert", "*").await;
            page.says("No card: the address of this page needs src=").await;
            assert_eq!(
                page.js::<(usize, String)>(
                    "return [document.querySelectorAll('summary-card').length, typeof hacked]"
                )
                .await,
                (0, "undefined".to_owned())
            );
            page.assert_quiet().await;
        }
    })
    .await;
}

#[tokio::test]
async fn values_never_become_markup() {
    browser(|page| async move {
        let cards = cards();
        let hostile = "%22%3E%3Cimg%20src%3Dx%20onerror%3Dhacked%3D1%3E%3Cscript%3Ehacked%3D1%3C%2Fscript%3E";
        let more: String = ["theme", "sections", "lang", "comments", "loading", "headline"]
            .map(|name| format!("&{name}={hostile}"))
            .concat();
        for address in [frame(&cards, &more), cards.url(&format!("/frame.html?src={hostile}{more}"))] {
            page.goto(&address).await;
            page.until_js(
                "the card live, or why not",
                "return __record.events.some(({ kind }) => kind === 'ready' || kind === 'error')",
            )
            .await;
            let seen: (usize, usize, String) = page
                .js("return [document.images.length + root().querySelectorAll('img').length, document.scripts.length, typeof hacked]")
                .await;
            assert_eq!(seen, (0, 1, "undefined".to_owned()), "{address}");
            assert_eq!(page.violations().await, Vec::<String>::new());
        }
    })
    .await;
}

/// Whatever got into the page, it could run no script within it and fetch none of another server.
#[tokio::test]
async fn its_policy_refuses_what_is_not_its_own_server_s() {
    browser(|page| async move {
        let (cards, other) = (cards(), Site::empty());
        other.allow_other_origins();
        other.set("/far.js", Reply::body("text/javascript", "globalThis.ran = 'far'"));
        page.goto(&frame(&cards, "")).await;
        page.event("ready").await;
        page.assert_quiet().await;
        let far = other.url("/far.js");
        let add = format!(
            "for (const props of [{{ textContent: \"globalThis.ran = 'within'\" }}, {{ src: {far:?} }}])
               document.head.append(Object.assign(document.createElement('script'), props));
             return null"
        );
        let (): () = page.js(&add).await;
        page.until("both refused", || async { page.violations().await.len() == 2 }).await;
        assert_eq!(page.js::<String>("return typeof ran").await, "undefined");
        assert_eq!(other.requests(), [""; 0]);
    })
    .await;
}

/// Scripts, and nothing else: no origin, so nothing is kept; no forms, so nothing is sent; no new windows.
#[tokio::test]
async fn in_the_tightest_sandbox_it_reads_and_opens() {
    browser(|page| async move {
        let refusing = cards();
        let around_it =
            |cards: &Site| around(cards, &iframe(&frame(cards, ""), r#"sandbox="allow-scripts""#));
        // Modules are another origin's there, and the browser asks the server.
        page.open(&around_it(&refusing), AROUND).await;
        page.driver().enter_frame(0).await.expect("there is a frame");
        page.says("could not be loaded").await;
        leave(&page).await;
        let _ = page.console().await;

        // Another server: what the first one sent, WebKit still has.
        let cards = cards();
        cards.allow_other_origins();
        page.open(&around_it(&cards), AROUND).await;
        let card = enter(&page, 0).await;
        assert_eq!(page.js::<String>("return origin").await, "null");
        card.click("button", CLAIM).await;
        card.says(INSIDE).await;
        assert!(!card.text().await.contains("omment"), "what could not be kept is not offered");
        page.assert_quiet().await;
        leave(&page).await;
        fits(&page, 0).await;
        page.assert_quiet().await;
    })
    .await;
}

/// Several, one that is lazy, one that is put in later, one with a border: each has its own height.
#[tokio::test]
async fn every_frame_has_its_own_height() {
    browser(|page| async move {
        let cards = cards();
        let mut short = bridge();
        short["claims"] = serde_json::json!([]);
        short["stances"] = serde_json::json!([]);
        cards.set("/short.json", Reply::json(short.to_string()));
        let first = iframe(&frame(&cards, ""), "");
        let second = iframe(
            &cards.url("/frame.html?src=/short.json"),
            "style='display:block;margin-top:3000px;box-sizing:border-box;border:7px solid' loading=lazy",
        );
        let news = around(&cards, &[first, second].concat());
        page.open(&news, AROUND).await;
        enter(&page, 0).await;
        leave(&page).await;
        fits(&page, 0).await;
        let scroll =
            "document.querySelectorAll('iframe')[1].scrollIntoView({ block: 'center' }); return null";
        let (): () = page.js(scroll).await;
        enter(&page, 1).await;
        leave(&page).await;
        fits(&page, 1).await;
        let add = format!(
            "const frame = document.createElement('iframe'); frame.src = {:?}; frame.title = 'Third';
             document.querySelector('h1').after(frame); scrollTo(0, 0); return null",
            frame(&cards, "&sections=summary")
        );
        let (): () = page.js(&add).await;
        // The newest is the first of the page now.
        enter(&page, 0).await;
        leave(&page).await;
        fits(&page, 0).await;
        // The newest is as high as a card may be until it is known what is in it.
        page.until("a height for each", || async {
            let all = heights(&page).await;
            all.len() == 3 && all[0] < all[1] && all[2] < all[1]
        })
        .await;
        page.assert_quiet().await;
    })
    .await;
}

/// The script may come long after the frame has said how high it is.
#[tokio::test]
async fn a_script_that_comes_late_learns_the_heights() {
    browser(|page| async move {
        let cards = cards();
        let news = around(&cards, &iframe(&frame(&cards, ""), ""));
        cards.hold("/frame-parent.js");
        let opened = page.driver().goto(news.url(AROUND));
        let let_go = async {
            tokio::time::sleep(Duration::from_secs(3)).await;
            cards.let_go("/frame-parent.js");
        };
        let (opened, ()) = tokio::join!(opened, let_go);
        opened.expect("the page opens");
        fits(&page, 0).await;
    })
    .await;
}

/// Whoever can send the page a message: another frame, of the cards' own origin too; the page itself; the right frame,
/// after it went to another origin; and heights that are none.
#[tokio::test]
async fn forged_messages_change_nothing() {
    browser(|page| async move {
        let (cards, hostile) = (cards(), Site::empty());
        let forge = "const forge = (height) => parent.postMessage({ type: 'summary-card:height', height }, '*');
            addEventListener('message', ({ data }) => forge(data.height)); forge(999);";
        let forging = format!("<!doctype html><title>Forged</title><script>{forge}</script>");
        hostile.set("/frame.html", Reply::html(forging.clone()));
        // Of the cards' origin, but no card's frame.
        cards.set("/other.html", Reply::html(forging));
        let frames = [
            iframe(&frame(&cards, ""), ""),
            iframe(&cards.url("/other.html"), "name=same"),
            iframe(&hostile.url("/other.html?/frame.html?"), "name=else"),
        ];
        hostile.set("/other.html", Reply::html(format!("<!doctype html><script>{forge}</script>")));
        let news = around(&cards, &frames.concat());
        page.open(&news, AROUND).await;
        enter(&page, 0).await;
        leave(&page).await;
        fits(&page, 0).await;
        let before = heights(&page).await;
        // From both other frames, and from the page's own window.
        let script = "frames.same.postMessage({ height: 999 }, '*'); frames.else.postMessage({ height: 999 }, '*');
            postMessage({ type: 'summary-card:height', height: 999 }, '*');
            setTimeout(() => done(null), 500)";
        let (): () = page.js_async(script).await;
        assert_eq!(heights(&page).await, before);

        // The frame itself, with what is no height.
        page.driver().enter_frame(0).await.expect("there is a frame");
        let script = "for (const height of [0, -1, NaN, Infinity, 1e6, '999', [999], null, undefined, { valueOf: 999 }])
              parent.postMessage({ type: 'summary-card:height', height }, '*');
            for (const data of [null, 999, 'summary-card:height', { type: 'summary-card:heights', height: 999 }, { height: 999 }])
              parent.postMessage(data, '*');
            setTimeout(() => done(null), 500)";
        let (): () = page.js_async(script).await;
        leave(&page).await;
        assert_eq!(heights(&page).await, before);

        // It goes elsewhere: its window is the same, its origin is not.
        let elsewhere = hostile.url("/frame.html?src=x");
        page.driver().enter_frame(0).await.expect("there is a frame");
        let (): () = page.js(&format!("location = {elsewhere:?}; return null")).await;
        leave(&page).await;
        page.until("the other page in the frame", || async {
            hostile.requests().iter().any(|path| path.starts_with("/frame.html"))
        })
        .await;
        let (): () = page.js_async("setTimeout(() => done(null), 700)").await;
        assert_eq!(heights(&page).await, before);
    })
    .await;
}

#[tokio::test]
async fn the_keyboard_goes_in_and_out() {
    browser(|page| async move {
        let cards = cards();
        let news = around(&cards, &iframe(&frame(&cards, "&sections=summary+claims"), ""));
        page.open(&news, AROUND).await;
        enter(&page, 0).await;
        leave(&page).await;
        fits(&page, 0).await;
        page.click("button", "Before").await;
        page.press(Key::Tab).await;
        let in_frame = || page.js::<bool>("return document.activeElement.localName === 'iframe'");
        page.until("the focus in the frame", &in_frame).await;
        let mut steps = 1;
        while in_frame().await {
            assert!(steps < 40, "no way out of the frame");
            page.press(Key::Tab).await;
            steps += 1;
        }
        page.focus_is_on("button", "After").await;
        assert!(steps > 3, "the card has stops of its own: {steps}");
        page.press_with(Key::Shift, Key::Tab).await;
        page.until("the focus back in the frame", &in_frame).await;
        page.assert_quiet().await;
    })
    .await;
}

/// As for the pages of `dist/`, of which it is one that nobody opens by itself.
#[tokio::test]
async fn axe_finds_nothing_and_nothing_scrolls_sideways() {
    browser(|page| async move {
        let cards = cards();
        for width in [320, 1280] {
            page.viewport(width, 640).await;
            page.goto(&frame(&cards, "")).await;
            page.event("ready").await;
            for _ in ["closed", "open"] {
                let mut found = page.axe().await;
                // That of the article is on the page around.
                found.retain(|fault| !fault.starts_with("page-has-heading-one"));
                assert!(found.is_empty(), "{width}: {found:#?}");
                let (content, room): (u32, u32) = page
                    .js("const { scrollWidth, clientWidth } = document.documentElement; return [scrollWidth, clientWidth]")
                    .await;
                assert!(content <= room, "{content} in {room}");
                page.open_everything().await;
            }
        }
    })
    .await;
}
