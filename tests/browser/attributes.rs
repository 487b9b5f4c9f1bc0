//! The element's attributes and events: what a newsroom's developer builds on.

use crate::harness::{Need, Page, Reply, browser, browser_with};
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
        let headings = ["2 claims", "Who stands where"];
        for (value, wanted) in [
            ("claims", [false, true, false]),
            ("stances summary", [true, false, true]),
            ("a typing error", [true, true, true]),
            ("summary", [true, false, false]),
        ] {
            let (): () = page.js(&set("sections", value)).await;
            let has_summary = || async { card.text().await.contains("The old bridge closes in March.") };
            page.until("the summary or none", || async { has_summary().await == wanted[0] }).await;
            for (heading, is_wanted) in headings.iter().zip(&wanted[1..]) {
                if *is_wanted {
                    card.find("heading", heading).await;
                } else {
                    card.find_none("heading", heading).await;
                }
            }
        }
        let (): () = page.js("card().removeAttribute('sections'); return null").await;
        card.find("heading", "2 claims").await;
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
        card.find("heading", "2 afirmaciones").await;
        card.find("heading", "Quién defiende qué").await;
        card.find("button", "Copiar enlace").await;
        let text = card.text().await;
        assert!(text.contains("The bridge closes for repairs"), "{text}");
        for english in ["laims", "Copy", "Show", "Expand", "omments", "voices"] {
            assert!(!text.contains(english), "{english:?} is left of the English: {text}");
        }
        let (): () = page.js("card().removeAttribute('lang'); return null").await;
        card.find("heading", "2 claims").await;
    })
    .await;
}

/// A language is known by its first part, in any case; every other word is English.
#[tokio::test]
async fn lang_is_a_language_tag_or_english() {
    browser(|page| async move {
        let mut card = bridge();
        card["datePublished"] = "2025-08-14".into();
        let site = newsroom(CARD);
        site.set(FILE, Reply::json(card.to_string()));
        let card = open_live(&page, &site).await;
        for (lang, heading, date) in [
            ("ES", "2 afirmaciones", "14 de agosto de 2025"),
            ("es-mx", "2 afirmaciones", "14 de agosto de 2025"),
            ("es_MX", "2 afirmaciones", "14 de agosto de 2025"),
            ("constructor", "2 claims", "August 14, 2025"),
            ("est", "2 claims", "2025"),
        ] {
            let (): () = page.js(&set("lang", lang)).await;
            card.find("heading", heading).await;
            page.until(date, || async { card.text().await.contains(date) }).await;
        }
        page.assert_quiet().await;
    })
    .await;
}

/// The headline is the card's name in any case; in sight it is not repeated under the same words.
#[tokio::test]
async fn headline_is_shown_where_the_page_does_not_say_it() {
    browser(|page| async move {
        let card = open_live(&page, &newsroom(CARD)).await;
        let in_sight = || async { card.has("heading", HEADLINE).await && box_of_headline(&page).await > 100.0 };
        let named = || async { card.has("region", HEADLINE).await };
        assert!(in_sight().await && named().await, "the page's heading has other words");
        let (): () = page.js(&set("headline", "hide")).await;
        page.until("hidden", || async { !in_sight().await }).await;
        assert!(named().await);
        let (): () = page.js(&set("headline", "auto")).await;
        page.until("shown", in_sight).await;
        // The same words: other quotation marks, spaces and case are no other words.
        let (): () = page
            .js("document.querySelector('h1').innerHTML = '“The <i>bridge</i>  closes” for REPAIRS'; return null")
            .await;
        let (): () = page.js("card().removeAttribute('headline'); return null").await;
        page.until("not repeated", || async { !in_sight().await }).await;
        assert!(named().await);
        let (): () = page.js(&set("headline", "show")).await;
        page.until("shown all the same", in_sight).await;
    })
    .await;
}

const HEADLINE: &str = "The bridge closes for repairs";

/// The width of the headline as it is seen.
async fn box_of_headline(page: &Page) -> f64 {
    page.js("return root().querySelector('h1, h2, h3').getBoundingClientRect().width").await
}

#[tokio::test]
async fn article_says_where_the_text_is() {
    browser(|page| async move {
        let card = open_live(&page, &newsroom(CARD)).await;
        card.click("button", FIRST).await;
        card.find("button", "Show it in the article").await;
        for nowhere in ["h1", "#nowhere", "]["] {
            let (): () = page.js(&set("article", nowhere)).await;
            card.says("Not found in this version").await;
        }
        let (): () = page.js(&set("article", "article")).await;
        card.find("button", "Show it in the article").await;
    })
    .await;
}

/// Also where the style sheet that makes the page so long comes late: `WebKit` runs the script before it is there.
#[tokio::test]
async fn a_lazy_card_far_below_asks_for_nothing() {
    browser(|page| async move {
        for late in [0, 700] {
            let site = newsroom("");
            let space = Reply::body("text/css", "#space { height: 5000px }");
            site.set("/space.css", space.delay(Duration::from_millis(late)));
            site.set(
                STORY,
                story(&format!("<link rel=stylesheet href=/space.css><div id=space></div>{CARD}")),
            );
            page.open(&site, STORY).await;
            tokio::time::sleep(Duration::from_millis(500)).await;
            let asked = site.requests();
            assert!(!asked.iter().any(|path| path.contains("wasm") || path == FILE), "{late} ms: {asked:?}");
            let (): () = page.js(&set("loading", "eager")).await;
            page.event("ready").await;
            page.open(&site, STORY).await;
            let (): () = page.js("card().scrollIntoView(); return null").await;
            page.event("ready").await;
        }
    })
    .await;
}

/// Where the card is not in sight though it might seem so to itself: in a frame that is not, above the part in view, and
/// where it is not shown at all.
#[tokio::test]
async fn a_lazy_card_out_of_sight_asks_for_nothing_until_it_is_seen() {
    browser(|page| async move {
        const FRAME: &str = "/frame-of-it.html";
        for (inside, scroll, reveal) in [
            (
                format!("<div style='height:5000px'></div><iframe title='Card' height=700 src='{FRAME}'></iframe>"),
                0,
                "scrollTo(0, 5000)",
            ),
            (format!("{CARD}<div style='height:9000px'></div>"), 6_000, "scrollTo(0, 0)"),
            (format!("<div id=tab hidden>{CARD}</div>"), 0, "document.getElementById('tab').hidden = false"),
        ] {
            let site = newsroom("");
            site.set(FRAME, story(CARD));
            site.set(
                "/page.html",
                Reply::html(format!(
                    "<!doctype html><title>Far</title><article>{inside}</article><script>scrollTo(0, {scroll})</script>
                    <script type='module' src='/embed.js'></script>"
                )),
            );
            page.open(&site, "/page.html").await;
            tokio::time::sleep(Duration::from_millis(800)).await;
            assert_eq!(site.asked(FILE), 0, "{inside}: {:?}", site.requests());
            let (): () = page.js(&format!("{reveal}; return null")).await;
            page.until(&format!("the card file of {inside}"), || async { site.asked(FILE) > 0 }).await;
        }
    })
    .await;
}

#[tokio::test]
async fn json_ld_is_in_the_element_where_it_is_asked_for() {
    browser(|page| async move {
        open_live(&page, &newsroom(CARD)).await;
        assert!(page.json_ld().await.is_empty());
        let (): () = page.js(&set("json-ld", "on")).await;
        let found = page.written_json_ld().await;
        let data: Value = serde_json::from_str(&found).expect("JSON-LD is JSON");
        assert_eq!(data["@context"], "https://schema.org");
        assert!(found.contains("The bridge closes in March."));
        for off in ["off", "", "true"] {
            let (): () = page.js(&set("json-ld", off)).await;
            assert!(page.json_ld().await.is_empty(), "{off:?}");
            let (): () = page.js(&set("json-ld", "on")).await;
            page.written_json_ld().await;
        }
        let (): () = page.js("window.gone = card(); gone.remove(); return null").await;
        page.until_js("no JSON-LD in a card taken out", "return !gone.querySelector('script')").await;
    })
    .await;
}

/// It is written when a card arrives, not at whatever else happens to the element.
#[tokio::test]
async fn json_ld_is_written_once_a_card() {
    browser(|page| async move {
        open_live(&page, &newsroom(&CARD.replace("id=", "json-ld=on id="))).await;
        page.written_json_ld().await;
        let (): () = page
            .js("window.written = card().querySelector('script');
                 for (const [name, value] of [['lang', 'es'], ['theme', 'dark'], ['sections', 'claims'], ['article', 'main']])
                   card().setAttribute(name, value);
                 document.querySelector('h1').before(card());
                 return null")
            .await;
        page.card(0).await.find("heading", "2 afirmaciones").await;
        let same: bool = page.js("return written === card().querySelector('script')").await;
        assert!(same, "written again");
        let mut other = bridge();
        other["claims"][0]["text"] = "The bridge never closes.".into();
        let (): () = page.js_async(&format!("card().load({other}).then(() => done(null))")).await;
        page.until("the other card's JSON-LD", || async {
            matches!(&*page.json_ld().await, [one] if one.contains("The bridge never closes."))
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn data_in_the_page_comes_before_src() {
    browser(|page| async move {
        let mut card = bridge();
        card["headline"] = "From the page </script> itself".into();
        let text = card.to_string().replace("</", "<\\/");
        // With a byte order mark, as a file pasted by a program may begin.
        let inside = format!("><script type=\"application/json\">\u{feff}{text}</script>");
        let site = newsroom(&CARD.replacen('>', &inside, 1));
        let card = open_live(&page, &site).await;
        card.find("heading", "From the page </script> itself").await;
        assert!(!site.requests().contains(&FILE.to_owned()));
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
                     plain: [detail, detail.quote ?? {}].every((each) => Object.getPrototypeOf(Object.getPrototypeOf(each)) === null),
                   }));
                 return null")
            .await;
        let card = page.card(0).await;
        card.click("button", FIRST).await;
        card.click("button", "Show it in the article").await;
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
