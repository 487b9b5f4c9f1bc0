//! The element's attributes, methods and events: what a newsroom's developer builds on.

use crate::harness::{Need, Reply, browser, browser_with};
use crate::newsroom::{CARD, FILE, STORY, bridge, newsroom, open_live, story};
use serde_json::{Value, json};
use std::time::Duration;

const FIRST: &str = "The bridge closes in March.*";

/// A script that sets an attribute of the card.
fn set(name: &str, value: &str) -> String {
    format!("card().setAttribute('{name}', {value:?}); return null")
}

#[tokio::test]
async fn src_loads_another_card() {
    browser(|page| async move {
        let site = newsroom(CARD);
        let mut other = bridge();
        other["headline"] = "Another headline".into();
        other["claims"][1]["id"] = "price".into();
        other["stances"] = json!([]);
        site.set("/other.json", Reply::json(other.to_string()));
        let card = open_live(&page, &site).await;
        card.click("button", FIRST).await;
        let (): () = page.js(&set("src", "/other.json")).await;
        card.find("heading", "Another headline").await;
        card.find_none("heading", "Who stands where").await;
        assert!(
            card.text().await.contains("on the first Monday"),
            "an open claim that is still there was closed"
        );
    })
    .await;
}

#[tokio::test]
async fn sections_are_shown_and_left_out() {
    browser(|page| async move {
        let card = open_live(&page, &newsroom(CARD)).await;
        let headings = ["In short", "Claims*", "Who stands where"];
        for (value, wanted) in [
            ("claims", [false, true, false]),
            ("stances summary", [true, false, true]),
            ("a typing error", [true, true, true]),
            ("summary", [true, false, false]),
        ] {
            let (): () = page.js(&set("sections", value)).await;
            for (heading, is_wanted) in headings.iter().zip(wanted) {
                if is_wanted {
                    card.find("heading", heading).await;
                } else {
                    card.find_none("heading", heading).await;
                }
            }
        }
        let (): () = page.js("card().removeAttribute('sections'); return null").await;
        card.find("heading", "Claims*").await;
    })
    .await;
}

#[tokio::test]
async fn comments_off_leaves_them_out() {
    browser(|page| async move {
        let card = open_live(&page, &newsroom(CARD)).await;
        let has = || async { card.text().await.contains("omment") };
        page.until("the comments", has).await;
        let (): () = page.js(&set("comments", "off")).await;
        page.until("no comments", || async { !has().await }).await;
        let (): () = page.js(&set("comments", "local")).await;
        page.until("the comments again", has).await;
    })
    .await;
}

#[tokio::test]
async fn theme_is_light_or_dark_or_the_reader_s() {
    browser_with(Need::Media, |page| async move {
        open_live(&page, &newsroom(CARD)).await;
        let paper = "getComputedStyle(root().querySelector('section')).backgroundColor";
        let now = format!("return {paper}");
        let light: String = page.js(&now).await;
        let (): () = page.js(&set("theme", "dark")).await;
        page.until_js("another paper", &format!("return {paper} !== {light:?}")).await;
        let dark: String = page.js(&now).await;
        page.media(&[("prefers-color-scheme", "dark")]).await;
        let (): () = page.js(&set("theme", "light")).await;
        page.until_js("the light paper", &format!("return {paper} === {light:?}")).await;
        let (): () = page.js(&set("theme", "auto")).await;
        page.until_js("the dark paper", &format!("return {paper} === {dark:?}")).await;
    })
    .await;
}

#[tokio::test]
async fn lang_changes_the_words_and_not_the_card_s_own() {
    browser(|page| async move {
        let card = open_live(&page, &newsroom(CARD)).await;
        let (): () = page.js(&set("lang", "es")).await;
        card.find("heading", "Afirmaciones*").await;
        card.find("heading", "Quién defiende qué").await;
        card.find("button", "Copiar enlace").await;
        let text = card.text().await;
        assert!(text.contains("The bridge closes for repairs"), "{text}");
        for english in ["Claims", "Copy", "Show", "Expand", "Comments"] {
            assert!(!text.contains(english), "{english:?} is left of the English: {text}");
        }
        let (): () = page.js("card().removeAttribute('lang'); return null").await;
        card.find("heading", "Claims*").await;
    })
    .await;
}

#[tokio::test]
async fn article_says_where_the_text_is() {
    browser(|page| async move {
        let card = open_live(&page, &newsroom(CARD)).await;
        card.click("button", FIRST).await;
        card.find("button", "Show in the article").await;
        for nowhere in ["h1", "#nowhere", "]["] {
            let (): () = page.js(&set("article", nowhere)).await;
            page.until("an orphan", || async { card.text().await.contains("Not found in this version") })
                .await;
        }
        let (): () = page.js(&set("article", "article")).await;
        card.find("button", "Show in the article").await;
    })
    .await;
}

#[tokio::test]
async fn a_lazy_card_far_below_asks_for_nothing() {
    browser(|page| async move {
        let site = newsroom(&format!("<div id=space></div>{CARD}"));
        site.set("/space.css", Reply::body("text/css", "#space { height: 5000px }"));
        site.set(STORY, story(&format!("<link rel=stylesheet href=/space.css><div id=space></div>{CARD}")));
        page.open(&site, STORY).await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        let asked = site.requests();
        assert!(!asked.iter().any(|path| path.contains("wasm") || path == FILE), "{asked:?}");
        let (): () = page.js(&set("loading", "eager")).await;
        page.event("ready").await;
        page.open(&site, STORY).await;
        let (): () = page.js("card().scrollIntoView(); return null").await;
        page.event("ready").await;
    })
    .await;
}

#[tokio::test]
async fn json_ld_is_in_the_element_or_off() {
    browser(|page| async move {
        open_live(&page, &newsroom(CARD)).await;
        let texts = "return [...card().querySelectorAll('script[type=\"application/ld+json\"]')].map((each) => each.text)";
        let found: Vec<String> = page.js(texts).await;
        assert_eq!(found.len(), 1);
        let data: Value = serde_json::from_str(&found[0]).expect("JSON-LD is JSON");
        assert_eq!(data["@context"], "https://schema.org");
        assert!(found[0].contains("The bridge closes in March."));
        let count = "card().querySelectorAll('script[type=\"application/ld+json\"]').length";
        let (): () = page.js(&set("json-ld", "off")).await;
        page.until_js("no JSON-LD", &format!("return {count} === 0")).await;
        let (): () = page.js("card().removeAttribute('json-ld'); return null").await;
        page.until_js("the JSON-LD again", &format!("return {count} === 1")).await;
        let (): () = page.js("window.gone = card(); gone.remove(); return null").await;
        page.until_js("no JSON-LD in a card taken out", "return !gone.querySelector('script')").await;
    })
    .await;
}

#[tokio::test]
async fn data_in_the_page_comes_before_src() {
    browser(|page| async move {
        let mut card = bridge();
        card["headline"] = "From the page </script> itself".into();
        let text = card.to_string().replace("</", "<\\/");
        let inside = format!("><script type=\"application/json\">{text}</script>");
        let site = newsroom(&CARD.replacen('>', &inside, 1));
        let card = open_live(&page, &site).await;
        card.find("heading", "From the page </script> itself").await;
        assert!(!site.requests().contains(&FILE.to_owned()));
    })
    .await;
}

#[tokio::test]
async fn load_takes_data_or_text_and_a_mistake_leaves_the_card() {
    browser(|page| async move {
        let card = open_live(&page, &newsroom(CARD)).await;
        let mut other = bridge();
        other["headline"] = "Given as data".into();
        let given: bool = page
            .js_async(&format!("card().load({other}).then((it) => done(it === card()), () => done(false))"))
            .await;
        assert!(given, "load() gives the element");
        card.find("heading", "Given as data").await;
        other["headline"] = "Given as text".into();
        let text = Value::from(other.to_string());
        let (): () = page.js_async(&format!("card().load({text}).then(() => done(null))")).await;
        card.find("heading", "Given as text").await;
        for (mistake, code) in [
            ("'{'", "not-json"),
            ("''", "not-json"),
            ("null", "wrong-shape"),
            ("{ version: 1 }", "wrong-shape"),
            ("{ version: 3 }", "wrong-version"),
        ] {
            page.forget_events().await;
            let script = format!("card().load({mistake}).then(() => done('live'), (why) => done(why.code))");
            assert_eq!(page.js_async::<String>(&script).await, code, "{mistake}");
            assert_eq!(page.event("error").await.detail["code"], code);
            card.find("heading", "Given as text").await;
        }
        assert!(page.errors().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_card_made_by_a_script_can_be_given_its_data_first() {
    browser(|page| async move {
        let site = newsroom("<div id=place></div>");
        page.open(&site, STORY).await;
        let script = format!(
            "customElements.whenDefined('summary-card').then(() => {{
               const made = document.createElement('summary-card');
               const loaded = made.load({});
               const opened = made.openClaim('closing');
               document.querySelector('#place').append(made);
               Promise.all([loaded, opened]).then(([it]) => done(it === made), (why) => done(String(why)));
             }})",
            bridge()
        );
        assert_eq!(page.js_async::<Value>(&script).await, true);
        assert!(page.card(0).await.text().await.contains("on the first Monday"));
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn ready_and_open_claim() {
    browser(|page| async move {
        page.open(&newsroom(CARD), STORY).await;
        let same: bool = page.js_async("card().ready.then((it) => done(it === card()))").await;
        assert!(same);
        let (): () = page.js_async("card().openClaim('cost').then(() => done(null))").await;
        assert_eq!(page.event("claim-toggle").await.detail, json!({ "id": "cost", "open": true }));
        let (role, name) = page.focused().await;
        assert!(role == "button" && name.starts_with("The repair costs"), "{role} {name}");
        page.forget_events().await;
        let (): () = page.js_async("card().openClaim('nobody').then(() => done(null))").await;
        assert!(page.events().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn events_are_plain_data_and_leave_every_shadow_root() {
    browser(|page| async move {
        let site = newsroom(&format!("<x-app><template shadowrootmode=open>{CARD}</template></x-app>"));
        page.open(&site, STORY).await;
        page.event("ready").await;
        let (): () = page
            .js("window.heard = [];
                 for (const name of ['claim-toggle', 'quote-show'])
                   addEventListener(`summary-card:${name}`, ({ type, bubbles, composed, detail }) => heard.push({
                     type, bubbles, composed, detail: structuredClone(detail),
                     plain: [detail, detail.quote ?? {}].every((each) => Object.getPrototypeOf(each) === Object.prototype),
                   }));
                 return null")
            .await;
        let card = page.card(0).await;
        card.click("button", FIRST).await;
        card.click("button", "Show in the article").await;
        page.until_js("both events", "return heard.length === 2").await;
        let heard: Value = page.js("return heard").await;
        let quote = json!({ "exact": "The old bridge will close on the first Monday of March." });
        let event = |kind: &str, detail: Value| {
            json!({ "type": format!("summary-card:{kind}"), "bubbles": true, "composed": true, "plain": true, "detail": detail })
        };
        let toggled = event("claim-toggle", json!({ "id": "closing", "open": true }));
        let shown = event("quote-show", json!({ "quote": quote, "found": true }));
        assert_eq!(heard, json!([toggled, shown]));
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn the_newest_of_two_loads_wins() {
    browser(|page| async move {
        let site = newsroom(CARD);
        for (path, headline, wait) in [("/slow.json", "Slow", 800), ("/fast.json", "Fast", 0)] {
            let mut card = bridge();
            card["headline"] = headline.into();
            site.set(path, Reply::json(card.to_string()).delay(Duration::from_millis(wait)));
        }
        let card = open_live(&page, &site).await;
        page.forget_events().await;
        let (): () = page
            .js("card().setAttribute('src', '/slow.json'); card().setAttribute('src', '/fast.json'); return null")
            .await;
        page.event("ready").await;
        tokio::time::sleep(Duration::from_millis(1200)).await;
        card.find("heading", "Fast").await;
        assert_eq!(page.events().await.len(), 1);
        page.assert_quiet().await;
    })
    .await;
}
