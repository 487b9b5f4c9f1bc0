//! The WebAssembly does not come, or comes oddly: what can be read is there, and trying again works.

use crate::failures::{SUMMARY, assert_fallback, assert_readable, failed, retry};
use crate::harness::{Need, Page, Reply, Site, browser, browser_with, dist_files, part, part_bytes};
use crate::newsroom::{CARD, FILE, STORY, bridge, newsroom, open_live, story};

/// One way for the WebAssembly not to come, and then to come after all.
async fn wasm_fails(break_it: fn(&Site), mend_it: fn(&Site)) {
    browser(move |page| wasm_fails_on(page, break_it, mend_it)).await;
}

async fn wasm_fails_on(page: Page, break_it: fn(&Site), mend_it: fn(&Site)) {
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
}

#[tokio::test]
async fn the_script_beside_embed_js_is_missing() {
    let break_it = |site: &Site| site.set(&part("live.js"), Reply::status(404));
    wasm_fails(break_it, |site| site.restore(&part("live.js"))).await;
}

#[tokio::test]
async fn the_wasm_file_is_missing() {
    let break_it = |site: &Site| site.set(&part("summary-card_bg.wasm"), Reply::status(404));
    wasm_fails(break_it, |site| site.restore(&part("summary-card_bg.wasm"))).await;
}

#[tokio::test]
async fn the_wasm_file_is_cut_short() {
    let break_it = |site: &Site| {
        site.set(&part("summary-card_bg.wasm"), Reply::body("application/wasm", &b"\0asm\x01\0\0\0\x01"[..]));
    };
    wasm_fails(break_it, |site| site.restore(&part("summary-card_bg.wasm"))).await;
}

/// Well formed, and it would even work: but it is not the one that was built with the rest.
#[tokio::test]
async fn a_first_piece_of_another_build() {
    let break_it = |site: &Site| {
        let mut bytes = part_bytes("summary-card_bg.wasm");
        // A section that means nothing.
        bytes.extend(b"\x00\x05\x04abcd");
        site.set(&part("summary-card_bg.wasm"), Reply::body("application/wasm", bytes));
    };
    wasm_fails(break_it, |site| site.restore(&part("summary-card_bg.wasm"))).await;
}

#[tokio::test]
async fn a_script_of_another_build() {
    let break_it = |site: &Site| {
        let mut bytes = part_bytes("live.js");
        bytes.extend(b"\n");
        site.set(&part("live.js"), Reply::body("text/javascript", bytes));
    };
    let mend_it = |site: &Site| site.restore(&part("live.js"));
    browser_with(Need::ModuleIntegrity, move |page| wasm_fails_on(page, break_it, mend_it)).await;
}

#[tokio::test]
async fn trying_again_on_one_card_brings_the_others_back() {
    browser(|page| async move {
        let site = newsroom(&format!("{CARD}{}", CARD.replace("\"card\"", "\"second\"")));
        site.set(&part("summary-card_bg.wasm"), Reply::status(404));
        page.open(&site, STORY).await;
        page.until_js(
            "both failures",
            "return __record.events.filter(({ kind }) => kind === 'error').length === 2",
        )
        .await;
        site.restore(&part("summary-card_bg.wasm"));
        page.forget_events().await;
        page.card(1).await.click("button", "Try again").await;
        page.until_js(
            "both ready",
            "return __record.events.filter(({ kind }) => kind === 'ready').length === 2",
        )
        .await;
        for n in [0, 1] {
            let card = page.card(n).await;
            card.find_none("alert", "*").await;
            card.find("button", &format!("{SUMMARY}*")).await;
        }
        page.until_js("the focus in the card tried again", "return !!root(1).activeElement").await;
    })
    .await;
}

/// A server that does not know `.wasm`: slower, and the console says so, but the reader notices nothing.
#[tokio::test]
async fn the_wrong_mime_type_still_works() {
    browser(|page| async move {
        let site = newsroom(CARD);
        site.set(&part("summary-card_bg.wasm"), Reply::file().mime("application/octet-stream"));
        let card = open_live(&page, &site).await;
        card.click("button", &format!("{SUMMARY}*")).await;
        page.event("claim-toggle").await;
        let console = page.console().await.join("\n");
        assert!(console.contains("MIME type"), "nobody tells the page's author: {console}");
        assert!(page.errors().await.is_empty());
    })
    .await;
}

/// All of them, the pieces too, from a host that takes them for text.
#[tokio::test]
async fn a_cdn_that_takes_wasm_for_text() {
    browser(|page| async move {
        let (cdn, news) = (Site::dist(), Site::empty());
        cdn.allow_other_origins();
        let files = dist_files(part("").trim_matches('/'), "wasm");
        assert!(files.len() > 4, "{files:?}");
        for path in files {
            cdn.set(&path, Reply::file().mime("text/plain; charset=utf-8"));
        }
        news.set(STORY, story(CARD));
        news.set("/embed.js", Reply::body("text/javascript", format!("import {:?}", cdn.url("/embed.js"))));
        news.set("/own.js", Reply::body("text/javascript", ""));
        news.set(FILE, Reply::json(bridge().to_string()));
        let card = open_live(&page, &news).await;
        card.click("button", &format!("{SUMMARY}*")).await;
        card.click("button", "Show it in the article").await;
        assert_eq!(page.event("quote-show").await.detail["found"], true);
        page.open_everything().await;
        card.find("textbox", "Comment*").await;
        let console = page.console().await;
        assert!(console.len() <= 2 && console.iter().all(|line| line.contains("MIME type")), "{console:?}");
        assert!(page.errors().await.is_empty());
    })
    .await;
}

/// A policy that refuses something. The message says what has to be added to it. Another try would be in vain.
async fn policy_refuses(policy: fn(&Site) -> String, words: &'static str, missing: fn(&Site) -> String) {
    browser(move |page| async move {
        let site = newsroom(CARD);
        let policy = format!("default-src 'none'; style-src 'self'; {}", policy(&site));
        site.set(STORY, story(CARD).header("Content-Security-Policy", &policy));
        page.open(&site, STORY).await;
        let message = failed(&page, "csp", words, false).await;
        assert_eq!(message, format!("Content-Security-Policy needs {}", missing(&site)));
        assert_fallback(&page).await;
        // What it says is so: with that, and nothing else, the card is live.
        let (directive, source) =
            missing(&site).split_once(' ').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
        let mended = policy.replace(&format!("{directive} "), &format!("{directive} {source} "));
        site.set(STORY, story(CARD).header("Content-Security-Policy", &mended));
        open_live(&page, &site).await;
        assert_eq!(page.violations().await, Vec::<String>::new());
    })
    .await;
}

const NOT_ALLOWED: &str = "is not allowed here";

#[tokio::test]
async fn a_policy_that_refuses_webassembly() {
    let policy = |_: &Site| "script-src 'self'; connect-src 'self'".to_owned();
    policy_refuses(policy, NOT_ALLOWED, |_| "script-src 'wasm-unsafe-eval'".to_owned()).await;
}

/// Where even the words for it cannot be had, some are there.
#[tokio::test]
async fn a_policy_that_refuses_the_script_of_the_webassembly() {
    let policy = |site: &Site| {
        let own = ["/embed.js", "/own.js", "/__first.js"].map(|path| site.url(path)).join(" ");
        format!("script-src {own} 'wasm-unsafe-eval'; connect-src 'self'")
    };
    let missing = |site: &Site| format!("script-src {}", site.url(""));
    policy_refuses(policy, "could not start", missing).await;
}

#[tokio::test]
async fn a_policy_that_refuses_the_wasm_file() {
    let policy = |site: &Site| {
        format!("script-src 'self' 'wasm-unsafe-eval'; connect-src {}", site.url("/bridge.json"))
    };
    policy_refuses(policy, NOT_ALLOWED, |site| format!("connect-src {}", site.url(""))).await;
}

#[tokio::test]
async fn a_policy_that_refuses_the_card_file() {
    let policy =
        |site: &Site| format!("script-src 'self' 'wasm-unsafe-eval'; connect-src {}", site.url(&part("")));
    policy_refuses(policy, NOT_ALLOWED, |site| format!("connect-src {}", site.url(""))).await;
}

/// A policy that only reports refuses nothing, and is not taken for the cause of what fails for another.
#[tokio::test]
async fn a_policy_that_only_reports_is_no_cause() {
    browser(|page| async move {
        let site = newsroom(CARD);
        let policy = "default-src 'none'; script-src 'self'";
        site.set(STORY, story(CARD).header("Content-Security-Policy-Report-Only", policy));
        site.set(&part("summary-card_bg.wasm"), Reply::status(404));
        page.open(&site, STORY).await;
        failed(&page, "wasm", "could not start", true).await;
        assert!(!page.violations().await.is_empty());
    })
    .await;
}
