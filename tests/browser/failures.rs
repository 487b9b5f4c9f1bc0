//! Whatever goes wrong, the reader is told in words, the page's author by a code, and all else stays as it was.

use crate::harness::{Need, Page, Reply, Site, browser, browser_with};
use crate::newsroom::{CARD, FILE, STORY, assert_unharmed, bridge, newsroom, open_live, story};
use serde_json::{Value, json};
use std::time::Duration;

const SUMMARY: &str = "The bridge closes in March.";

/// Waits until the card has failed so, and looks at everything that holds for every failure. Gives the message.
async fn failed(page: &Page, code: &str, words: &str, can_retry: bool) -> String {
    let error = page.event("error").await;
    assert_eq!(error.detail["code"], code, "{}", error.detail);
    assert_eq!(error.card, "card");
    let message = error.detail["message"].as_str().expect("a message").to_owned();
    assert!(!message.is_empty());
    let card = page.card(0).await;
    let said = card.within("alert", "*").await.text().await;
    assert!(said.contains(words), "{said}");
    assert_eq!(card.has("button", "Try again").await, can_retry, "{said}");
    let rejected: Value = page
        .js_async("card().ready.then(() => done('live'), ({ code, message }) => done({ code, message }))")
        .await;
    assert_eq!(rejected, json!({ "code": code, "message": message }));
    assert_unharmed(page).await;
    message
}

/// The element's own content can be read.
async fn assert_fallback(page: &Page) {
    let seen: bool = page.js("return card().querySelector('p').checkVisibility()").await;
    assert!(seen, "the fallback is gone");
}

/// The card without its WebAssembly: its points, and claims that open.
async fn assert_readable(page: &Page) {
    let card = page.card(0).await;
    card.find("heading", "The bridge closes for repairs").await;
    card.click("button", SUMMARY).await;
    assert!(card.text().await.contains("on the first Monday of March"), "the claim does not open");
}

/// "Try again" makes the card live.
async fn retry(page: &Page) {
    page.forget_events().await;
    let card = page.card(0).await;
    card.click("button", "Try again").await;
    page.event("ready").await;
    card.find_none("alert", "*").await;
    page.until_js("the focus in the live card", "return !!root().activeElement").await;
    card.click("button", "The bridge closes in March.*").await;
    assert_eq!(page.event("claim-toggle").await.detail["id"], "closing");
    let again: bool =
        page.js_async("card().ready.then((card) => done(card.id === 'card'), () => done(false))").await;
    assert!(again, "`ready` does not tell of the second try");
}

/// One failure of the card file.
async fn file_fails(reply: Reply, code: &'static str, words: &'static str, message: &'static str) {
    browser(move |page| async move {
        let site = newsroom(CARD);
        site.set(FILE, reply);
        page.open(&site, STORY).await;
        let again = code == "network";
        let said = failed(&page, code, words, again).await;
        assert!(said.contains(message), "{said}");
        assert_fallback(&page).await;
        if again {
            site.set(FILE, Reply::json(bridge().to_string()));
            retry(&page).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_card_file_that_is_not_there() {
    file_fails(Reply::status(404), "not-found", "could not be found", "HTTP 404").await;
}

#[tokio::test]
async fn a_server_that_cannot() {
    file_fails(Reply::status(503), "network", "could not be loaded", "HTTP 503").await;
}

#[tokio::test]
async fn a_connection_that_breaks() {
    file_fails(Reply::dropped(), "network", "could not be loaded", FILE).await;
}

#[tokio::test]
async fn a_file_that_is_not_json() {
    // What is said of the place is the browser's own text.
    file_fails(Reply::json("{\"version\": 1,"), "not-json", "damaged", "").await;
}

#[tokio::test]
async fn a_file_that_is_too_large() {
    let mut card = bridge();
    card["abstract"][0] = "x".repeat(512 * 1024).into();
    file_fails(Reply::json(card.to_string()), "too-large", "too large", "524288").await;
}

/// The limit is in bytes, as the command line counts: letters of several bytes count as such.
#[tokio::test]
async fn a_file_that_is_too_large_in_bytes_alone() {
    let mut card = bridge();
    card["abstract"][0] = "字".repeat(180 * 1024).into();
    file_fails(Reply::json(card.to_string()), "too-large", "too large", "524288").await;
}

#[tokio::test]
async fn a_mistake_is_told_with_its_path() {
    let mut card = bridge();
    card["claims"][0]["evidence"][0]["exact"] = 7.into();
    let message = "claims[0].evidence[0].exact: expected a string";
    file_fails(Reply::json(card.to_string()), "wrong-shape", "a mistake", message).await;
}

#[tokio::test]
async fn json_that_is_no_card_at_all() {
    for text in ["null", "[]", "\"card\"", "42", "true"] {
        file_fails(Reply::json(text), "wrong-shape", "a mistake", "expected an object").await;
    }
}

#[tokio::test]
async fn a_card_of_another_version() {
    let mut card = bridge();
    card["version"] = 2.into();
    file_fails(Reply::json(card.to_string()), "wrong-version", "another version", "version").await;
}

#[tokio::test]
async fn neither_src_nor_inline() {
    browser(|page| async move {
        let site = newsroom(r#"<summary-card id="card"><p>The fallback.</p></summary-card>"#);
        page.open(&site, STORY).await;
        failed(&page, "no-source", "No card was given", false).await;
        assert_fallback(&page).await;
        let (): () = page
            .js("__record.events.length = 0; card().setAttribute('src', '/bridge.json'); return null")
            .await;
        page.event("ready").await;
    })
    .await;
}

#[tokio::test]
async fn the_words_are_in_the_page_s_language() {
    browser(|page| async move {
        let site = newsroom(&CARD.replace("id=", "lang=\"es-MX\" id="));
        site.set(FILE, Reply::status(500));
        page.open(&site, STORY).await;
        page.event("error").await;
        let card = page.card(0).await;
        card.find("button", "Reintentar").await;
        assert!(card.text().await.contains("No se pudo cargar"));
    })
    .await;
}

#[tokio::test]
async fn a_file_that_fails_later_leaves_the_card_before() {
    browser(|page| async move {
        let site = newsroom(CARD);
        let card = open_live(&page, &site).await;
        let (): () = page.js("card().setAttribute('src', '/nowhere.json'); return null").await;
        failed(&page, "not-found", "could not be found", false).await;
        card.find("heading", "The bridge closes for repairs").await;
        card.click("button", &format!("{SUMMARY}*")).await;
        page.event("claim-toggle").await;
        page.forget_events().await;
        let (): () = page.js("card().setAttribute('src', '/bridge.json'); return null").await;
        page.event("ready").await;
        card.find_none("alert", "*").await;
    })
    .await;
}

#[tokio::test]
async fn no_network_after_the_card_is_live_changes_nothing() {
    browser_with(Need::Offline, |page| async move {
        let site = newsroom(CARD);
        let card = open_live(&page, &site).await;
        page.offline(true).await;
        card.click("button", &format!("{SUMMARY}*")).await;
        page.event("claim-toggle").await;
        card.click("button", "Show in the article").await;
        assert_eq!(page.event("quote-show").await.detail["found"], true);
        page.offline(false).await;
        assert!(page.events().await.iter().all(|event| event.kind != "error"));
    })
    .await;
}

/// One way for the WebAssembly not to come, and then to come after all.
async fn wasm_fails(break_it: fn(&Site), mend_it: fn(&Site)) {
    browser(move |page| async move {
        let site = newsroom(CARD);
        break_it(&site);
        page.open(&site, STORY).await;
        failed(&page, "wasm", "could not start", true).await;
        assert_readable(&page).await;
        assert_fallback(&page).await;
        // Trying while the cause is there fails again, in the same words.
        page.forget_events().await;
        page.card(0).await.click("button", "Try again").await;
        failed(&page, "wasm", "could not start", true).await;
        page.until("the focus where it was", || async { page.focused().await.1 == "Try again" }).await;
        mend_it(&site);
        retry(&page).await;
    })
    .await;
}

#[tokio::test]
async fn the_script_beside_embed_js_is_missing() {
    let break_it = |site: &Site| site.set("/summary-card.js", Reply::status(404));
    wasm_fails(break_it, |site| site.restore("/summary-card.js")).await;
}

#[tokio::test]
async fn the_wasm_file_is_missing() {
    let break_it = |site: &Site| site.set("/summary-card_bg.wasm", Reply::status(404));
    wasm_fails(break_it, |site| site.restore("/summary-card_bg.wasm")).await;
}

#[tokio::test]
async fn the_wasm_file_is_cut_short() {
    let break_it = |site: &Site| {
        site.set("/summary-card_bg.wasm", Reply::body("application/wasm", &b"\0asm\x01\0\0\0\x01"[..]));
    };
    wasm_fails(break_it, |site| site.restore("/summary-card_bg.wasm")).await;
}

/// A server that does not know `.wasm`: slower, and the console says so, but the reader notices nothing.
#[tokio::test]
async fn the_wrong_mime_type_still_works() {
    browser(|page| async move {
        let site = newsroom(CARD);
        site.set("/summary-card_bg.wasm", Reply::file().mime("application/octet-stream"));
        let card = open_live(&page, &site).await;
        card.click("button", &format!("{SUMMARY}*")).await;
        page.event("claim-toggle").await;
        let console = page.console().await.join("\n");
        assert!(console.contains("MIME type"), "nobody tells the page's author: {console}");
        assert!(page.errors().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_policy_that_refuses_webassembly() {
    browser(|page| async move {
        let site = newsroom(CARD);
        let policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";
        site.set(STORY, story(CARD).header("Content-Security-Policy", policy));
        page.open(&site, STORY).await;
        failed(&page, "wasm", "could not start", true).await;
        // The message has the browser's own words, which differ; what it refused has a name in the standard.
        let refused = page.violations().await;
        assert!(refused.iter().any(|line| line.ends_with("wasm-eval")), "{refused:?}");
        assert_readable(&page).await;
    })
    .await;
}

/// Makes the next node that Yew puts in place fail: it panics then, as it would on a bug of its own.
const PANIC: &str = "
    const insert = Node.prototype.insertBefore;
    Node.prototype.insertBefore = () => { throw new Error('made to fail') };
    const option = [...root().querySelectorAll('option')].find((each) => each.value === 'disputed');
    option.parentElement.value = 'disputed';
    option.parentElement.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    setTimeout(() => { Node.prototype.insertBefore = insert; done(null) }, 200);";

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
async fn a_panic_is_told_to_every_card_and_each_can_be_mended() {
    browser(|page| async move {
        let site = newsroom(&format!("{CARD}{}", CARD.replace("\"card\"", "\"second\"")));
        open_live(&page, &site).await;
        let (): () = page.js_async(PANIC).await;
        page.until("both failures", || async {
            page.events().await.iter().filter(|event| event.kind == "error").count() == 2
        })
        .await;
        page.forget_events().await;
        for n in [0, 1] {
            page.card(n).await.click("button", "Try again").await;
        }
        page.until("both ready", || async {
            page.events().await.iter().filter(|event| event.kind == "ready").count() == 2
        })
        .await;
    })
    .await;
}

/// The dead module's listeners are still on the page; they must not take the new module's cards with them.
#[tokio::test]
async fn the_dead_do_not_come_back_for_the_living() {
    browser(|page| async move {
        let site = newsroom(CARD);
        open_live(&page, &site).await;
        let (): () = page.js_async(PANIC).await;
        page.event("error").await;
        retry(&page).await;
        page.forget_events().await;
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
        tokio::time::sleep(Duration::from_millis(1000)).await;
        let events = page.events().await;
        assert!(events.iter().all(|event| event.kind != "error"), "{events:?}");
        let card = page.card(0).await;
        card.find("group", "Passage for claim 1").await;
        let kept: usize = page.js("return CSS.highlights.get('summary-card-quote').size").await;
        assert_eq!(kept, 4, "the dead card's passages are still marked");
    })
    .await;
}
