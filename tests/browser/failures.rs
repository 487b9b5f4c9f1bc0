//! Whatever goes wrong with a card file, the reader is told in words, the page's author by a code, and all else stays as it was.

use crate::harness::{Need, Page, Reply, browser, browser_with, part};
use crate::newsroom::{CARD, FILE, STORY, assert_unharmed, bridge, newsroom, open_live};
use serde_json::{Value, json};

pub const SUMMARY: &str = "The bridge closes in March.";

/// Waits until the card has failed so, and looks at everything that holds for every failure. Gives the message.
pub async fn failed(page: &Page, code: &str, words: &str, can_retry: bool) -> String {
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
pub async fn assert_fallback(page: &Page) {
    let seen: bool = page.js("return card().querySelector('p').checkVisibility()").await;
    assert!(seen, "the fallback is gone");
}

/// The card without its WebAssembly: its points, and claims that open.
pub async fn assert_readable(page: &Page) {
    let card = page.card(0).await;
    card.find("heading", "The bridge closes for repairs").await;
    card.click("button", SUMMARY).await;
    card.says("on the first Monday of March").await;
}

/// "Try again" makes the card live.
pub async fn retry(page: &Page) {
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

/// Whatever JSON stands where a text or a list belongs: the file is wrong, and the program does not stumble over it.
#[tokio::test]
async fn values_of_every_other_type_are_a_mistake() {
    browser(|page| async move {
        let site = newsroom(CARD);
        let odd = [
            json!(null),
            json!(1),
            json!([]),
            json!({}),
            json!({ "toString": 1 }),
            json!({ "map": 1, "filter": 1 }),
        ];
        for path in [
            "/headline",
            "/inLanguage",
            "/abstract",
            "/claims",
            "/claims/0",
            "/claims/0/text",
            "/claims/0/evidence",
        ] {
            for value in &odd {
                let mut card = bridge();
                *card.pointer_mut(path).expect("the card has it") = value.clone();
                // The live card takes these as absent or empty.
                let is_fine = match path {
                    "/inLanguage" => value.is_null(),
                    "/abstract" | "/claims" | "/claims/0/evidence" => value.is_array(),
                    _ => false,
                };
                site.set(FILE, Reply::json(card.to_string()));
                page.open(&site, STORY).await;
                let settled: String = page
                    .js_async(
                        "customElements.whenDefined('summary-card').then(() => card().ready)
                               .then(() => done('live'), (why) => done(`${why.code}`))",
                    )
                    .await;
                let wanted = if is_fine { "live" } else { "wrong-shape" };
                assert_eq!(settled, wanted, "{path}: {value}");
                assert_eq!(page.errors().await, Vec::<String>::new(), "{path}: {value}");
            }
        }
    })
    .await;
}

/// What `load` is given need not even be JSON.
#[tokio::test]
async fn data_that_is_no_json_is_a_mistake() {
    browser(|page| async move {
        open_live(&page, &newsroom(CARD)).await;
        for (value, code) in [
            ("undefined", "wrong-shape"),
            ("() => 1", "wrong-shape"),
            ("Symbol()", "wrong-shape"),
            ("{ version: 1n }", "wrong-shape"),
            ("{ get version() { throw new Error('made to fail') } }", "wrong-shape"),
            ("(() => { const ring = {}; ring.ring = ring; return ring })()", "wrong-shape"),
        ] {
            page.forget_events().await;
            let script =
                format!("card().load({value}).then(() => done('live'), (why) => done(`${{why.code}}`))");
            assert_eq!(page.js_async::<String>(&script).await, code, "{value}");
            assert_eq!(page.event("error").await.detail["code"], code);
            page.card(0).await.find("heading", "The bridge closes for repairs").await;
        }
        assert_eq!(page.errors().await, Vec::<String>::new());
    })
    .await;
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
async fn an_address_that_is_none() {
    browser(|page| async move {
        page.open(&newsroom(&CARD.replace("/bridge.json", "http://")), STORY).await;
        let message = failed(&page, "network", "could not be loaded", true).await;
        assert!(message.contains("http://"), "{message}");
        assert_fallback(&page).await;
    })
    .await;
}

#[tokio::test]
async fn the_words_are_in_the_page_s_language() {
    browser(|page| async move {
        for (lang, words, again) in [
            ("es-MX", "No se pudo cargar", "Reintentar"),
            ("ES", "No se pudo cargar", "Reintentar"),
            ("es_mx", "No se pudo cargar", "Reintentar"),
            ("constructor", "could not be loaded", "Try again"),
            ("__proto__", "could not be loaded", "Try again"),
            ("est", "could not be loaded", "Try again"),
        ] {
            let site = newsroom(&CARD.replace("id=", &format!("lang={lang:?} id=")));
            site.set(FILE, Reply::status(500));
            page.open(&site, STORY).await;
            page.event("error").await;
            let card = page.card(0).await;
            card.find("button", again).await;
            card.says(words).await;
        }
    })
    .await;
}

/// The cause is for the page's developer, in the event; what the reader sees is in the reader's language.
#[tokio::test]
async fn the_reader_sees_no_words_of_the_machine() {
    browser(|page| async move {
        let spanish = CARD.replace("id=", "lang=\"es\" id=").replace("<p>The fallback.</p>", "");
        for (path, reply) in [
            (FILE, Reply::dropped()),
            (FILE, Reply::status(503)),
            (FILE, Reply::json("{")),
            (FILE, Reply::json("{ \"version\": 1 }")),
            (&part("summary-card_bg.wasm"), Reply::status(404)),
        ] {
            let site = newsroom(&spanish);
            let mut card = bridge();
            for path in ["/headline", "/abstract/0", "/claims/0/text", "/claims/1/text"] {
                *card.pointer_mut(path).expect("the card has it") = "Título".into();
            }
            site.set(FILE, Reply::json(card.to_string()));
            site.set(path, reply);
            page.open(&site, STORY).await;
            let error = page.event("error").await;
            let text = page.card(0).await.text().await.replace("Título", "");
            let known = ["No se pudo", "ficha", "Reintentar"];
            assert!(known.iter().any(|word| text.contains(word)), "{text}");
            let message = error.detail["message"].as_str().expect("a message");
            assert!(!message.is_empty() && !text.contains(message), "{text}");
            for word in ["Error", "HTTP", "JSON", "http", "missing", "fetch"] {
                assert!(!text.contains(word), "{word}: {text}");
            }
        }
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
        card.click("button", &format!("{SUMMARY}*")).await;
        page.event("claim-toggle").await;
        // Live is the card when it can also search the article, which comes a moment later.
        card.says("In the article").await;
        page.offline(true).await;
        card.click("button", "The repair costs*").await;
        card.click("button", "Show it in the article").await;
        assert_eq!(page.event("quote-show").await.detail["found"], true);
        page.offline(false).await;
        assert!(page.events().await.iter().all(|event| event.kind != "error"));
    })
    .await;
}
