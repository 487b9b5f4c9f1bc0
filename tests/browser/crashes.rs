//! The program stops: by a panic, or by an exception that went through it. Every card falls back to what can be read,
//! says so, and can be tried again.

use crate::failures::{assert_readable, failed, retry};
use crate::harness::{Page, Reply, Site, browser};
use crate::newsroom::{CARD, assert_unharmed, bridge, newsroom, open_live};
use serde_json::Value;
use std::time::Duration;

/// Two cards on one page, both live.
async fn open_two(page: &Page) -> Site {
    let site = newsroom(&format!("{CARD}{}", CARD.replace("\"card\"", "\"second\"")));
    open_live(page, &site).await;
    site
}

/// Waits until there were that many events of a kind.
async fn events(page: &Page, kind: &str, count: usize) {
    let script =
        format!("return __record.events.filter(({{ kind }}) => kind === {kind:?}).length === {count}");
    page.until_js(&format!("{count} × {kind}"), &script).await;
}

/// Makes the next node that Yew puts in place fail, and has it put some: it panics then, as it would on a bug of its own.
const PANIC: &str = "
    card().setAttribute('sections', 'summary');
    const insert = Node.prototype.insertBefore;
    setTimeout(() => {
      Node.prototype.insertBefore = () => { throw new Error('made to fail') };
      card().removeAttribute('sections');
      setTimeout(() => { Node.prototype.insertBefore = insert; done(null) }, 200);
    }, 50);";

#[tokio::test]
async fn a_panic_leaves_the_card_readable_and_can_be_mended() {
    browser(|page| async move {
        let site = newsroom(CARD);
        open_live(&page, &site).await;
        let (): () = page.js_async(PANIC).await;
        failed(&page, "crashed", "stopped", true).await;
        assert_readable(&page).await;
        retry(&page).await;
    })
    .await;
}

#[tokio::test]
async fn a_panic_is_told_to_every_card_and_one_retry_mends_all() {
    browser(|page| async move {
        open_two(&page).await;
        let (): () = page.js_async(PANIC).await;
        events(&page, "error", 2).await;
        page.forget_events().await;
        page.card(1).await.click("button", "Try again").await;
        events(&page, "ready", 2).await;
    })
    .await;
}

/// The dead module's listeners are still on the page; they must not take the new module's cards with them.
#[tokio::test]
async fn the_dead_do_not_come_back_for_the_living() {
    browser(|page| async move {
        let site = newsroom(&CARD.replace("id=", "marks=all id="));
        open_live(&page, &site).await;
        let (): () = page.js_async(PANIC).await;
        page.event("error").await;
        retry(&page).await;
        page.forget_events().await;
        let card = page.card(0).await;
        // The new module has read the article, too, when it has found what is quoted there.
        card.find("button", "Show it in the article").await;
        let (): () = page
            .js("const { x, y } = document.querySelector('article p').getBoundingClientRect();
                 const at = { clientX: x + 20, clientY: y + 8, bubbles: true };
                 for (const name of ['pointermove', 'click'])
                   document.querySelector('article p').dispatchEvent(new MouseEvent(name, at));
                 document.querySelector('article p').append(' Changed.');
                 dispatchEvent(new Event('resize'));
                 return null")
            .await;
        // Longer than every pause of the card.
        tokio::time::sleep(Duration::from_secs(1)).await;
        let events = page.events().await;
        assert!(events.iter().all(|event| event.kind != "error"), "{events:?}");
        card.find("group", "Passage for claim 1").await;
        let kept = "return CSS.highlights.get('summary-card-quote').size === 4";
        page.until_js("four passages marked, and none of the dead card's", kept).await;
    })
    .await;
}

/// From now on the page's own clock throws, so that nothing can be rendered: an exception goes through the program,
/// which is no panic. In a file of its own, as the browser hides what a test's script throws.
const CLOCK: &str = "const now = Date.now;
    window.breakClock = () => { Date.now = () => { throw new Error('no clock') } };
    window.mendClock = () => { Date.now = now };";

/// Two cards on one page whose clock can be broken.
async fn open_with_clock(page: &Page) {
    let site = open_two(page).await;
    site.set("/clock.js", Reply::body("text/javascript", CLOCK));
    // An element, so that it is a script of the page in every engine: Firefox takes an import for the driver's own.
    let (): () = page
        .js_async(
            "const script = document.createElement('script');
             script.src = '/clock.js';
             script.onload = () => done(null);
             document.head.append(script);",
        )
        .await;
}

#[tokio::test]
async fn an_exception_is_told_like_a_panic() {
    browser(|page| async move {
        open_with_clock(&page).await;
        let (): () = page.js("breakClock(); return null").await;
        page.card(0).await.click("button", "The bridge closes in March.*").await;
        events(&page, "error", 2).await;
        for event in page.events().await.iter().filter(|event| event.kind == "error") {
            assert_eq!(event.detail["code"], "crashed");
            assert!(
                event.detail["message"].as_str().is_some_and(|message| message.contains("no clock")),
                "{event:?}"
            );
        }
        assert_readable(&page).await;
        assert_unharmed(&page).await;
        // Trying while the cause is there fails again, and says so again.
        page.forget_events().await;
        page.card(0).await.click("button", "Try again").await;
        page.event("error").await;
        page.card(0).await.find("button", "Try again").await;
        let (): () = page.js("mendClock(); return null").await;
        retry(&page).await;
    })
    .await;
}

/// The card that was being loaded did not appear: it is not called ready, and the other card is told as well.
#[tokio::test]
async fn a_load_that_is_not_rendered_is_not_ready() {
    browser(|page| async move {
        open_with_clock(&page).await;
        page.forget_events().await;
        let mut other = bridge();
        other["headline"] = "Another headline".into();
        let load = format!(
            "breakClock(); card().load({other}).then(() => done('live'), ({{ code }}) => done(code))"
        );
        assert_eq!(page.js_async::<String>(&load).await, "crashed");
        events(&page, "error", 2).await;
        events(&page, "ready", 0).await;
        let text = page.card(0).await.text().await;
        assert!(text.contains("Another headline") && text.contains("stopped"), "{text}");
        let (): () = page.js("mendClock(); return null").await;
        page.forget_events().await;
        page.card(1).await.click("button", "Try again").await;
        page.event("ready").await;
        page.card(0).await.click("button", "Try again").await;
        events(&page, "ready", 2).await;
        page.card(0).await.find("heading", "Another headline").await;
        page.card(1).await.find("heading", "The bridge closes for repairs").await;
    })
    .await;
}

/// An error of the page's own is no business of the card's.
#[tokio::test]
async fn errors_of_the_page_stop_no_card() {
    browser(|page| async move {
        let card = open_live(&page, &newsroom(CARD)).await;
        page.forget_events().await;
        let (): () = page
            .js("for (let n = 0; n < 200; n++) setTimeout(() => { throw new Error('the page\\'s own') });
                 Promise.reject(new Error('the page\\'s own'));
                 setTimeout(() => { throw undefined });
                 return null")
            .await;
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert!(page.events().await.is_empty(), "{:?}", page.events().await);
        card.click("button", "The bridge closes in March.*").await;
        page.event("claim-toggle").await;
    })
    .await;
}

/// The page has emptied the card, and loads another: that is shown whole, or the reader is told and can try again.
#[tokio::test]
async fn an_emptied_card_is_never_ready() {
    browser(|page| async move {
        let mut other = bridge();
        other["headline"] = "Another headline".into();
        for emptied in [
            "root().replaceChildren()",
            "root().innerHTML = ''",
            "root().querySelector('div').replaceChildren()",
            "root().querySelector('section').parentElement.replaceChildren()",
            "root().querySelector('section').replaceChildren()",
            "for (const each of root().querySelectorAll('*')) each.replaceChildren()",
        ] {
            open_two(&page).await;
            page.forget_events().await;
            let load = format!(
                "{emptied}; card().load({other}).then(() => done('live'), ({{ code }}) => done(code))"
            );
            let settled: String = page.js_async(&load).await;
            let card = page.card(0).await;
            if settled != "live" {
                assert_eq!(settled, "crashed", "{emptied}");
                assert_eq!(page.event("error").await.detail["code"], "crashed", "{emptied}");
                assert!(page.events().await.iter().all(|event| event.kind != "ready"), "{emptied}");
                card.says("Another headline").await;
                page.forget_events().await;
                card.click("button", "Try again").await;
                page.event("ready").await;
            }
            card.find("heading", "Another headline").await;
            card.find_none("alert", "*").await;
            // With its style sheet, and as alive as the other.
            page.until_js("the style sheet", "return !!root().querySelector('link')?.sheet").await;
            for n in [0, 1] {
                page.forget_events().await;
                page.card(n).await.click("button", "The bridge closes in March.*").await;
                page.event("claim-toggle").await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn after_a_refused_load_a_crash_shows_the_card_before() {
    browser(|page| async move {
        let card = open_live(&page, &newsroom(CARD)).await;
        let mut refused = bridge();
        refused["headline"] = "The refused one".into();
        refused["claims"][0]["status"] = "unheard of".into();
        let load = format!("card().load({refused}).then(() => done('live'), ({{ code }}) => done(code))");
        assert_eq!(page.js_async::<Value>(&load).await, "wrong-shape");
        page.forget_events().await;
        let (): () = page.js_async(PANIC).await;
        failed(&page, "crashed", "stopped", true).await;
        assert_readable(&page).await;
        assert!(!card.text().await.contains("refused"));
        // Refused again while nothing is live: what could be read stays.
        assert_eq!(page.js_async::<Value>(&load).await, "wrong-shape");
        assert_readable(&page).await;
        let (): () = page.js("card().setAttribute('src', '/bridge.json?again'); return null").await;
        page.event("ready").await;
        card.find("heading", "The bridge closes for repairs").await;
        // And after a crash the card before comes back, not the refused one.
        assert_eq!(page.js_async::<Value>(&load).await, "wrong-shape");
        let (): () = page.js_async(PANIC).await;
        card.find("button", "Try again").await;
        retry(&page).await;
    })
    .await;
}
