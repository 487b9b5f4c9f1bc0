//! The interface in the reader's language: English is inside, the words of every other are fetched where they are asked for.

use crate::harness::{Page, Reply, Site, browser, part};
use crate::newsroom::{CARD, FILE, STORY, bridge, newsroom, open_live};
use serde_json::Value;

/// Every language with a file, with its words.
fn languages() -> Vec<(String, Value)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/static/words");
    let mut languages: Vec<(String, Value)> = std::fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let tag = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path).expect("a text");
            (tag, serde_json::from_str(&text).expect("JSON"))
        })
        .collect();
    languages.sort_by(|(one, _), (other, _)| one.cmp(other));
    assert!(languages.len() >= 12, "{}", languages.len());
    languages
}

fn speaking(tag: &str) -> Site {
    newsroom(&CARD.replace("id=", &format!("lang={tag:?} id=")))
}

/// The files of words that were asked for.
fn asked(site: &Site) -> Vec<String> {
    let words = |path: &String| path.contains("/words/");
    site.requests()
        .into_iter()
        .filter(words)
        .map(|path| path.rsplit('/').next().unwrap_or_default().to_owned())
        .collect()
}

async fn interface_language(page: &Page) -> String {
    page.js("return root().querySelector('.around').lang").await
}

#[tokio::test]
async fn every_language_is_whole() {
    browser(|page| async move {
        page.viewport(320, 800).await;
        for (tag, words) in languages() {
            let site = speaking(&tag);
            let card = open_live(&page, &site).await;
            assert_eq!(interface_language(&page).await, tag);
            let word =
                |section: &str, name: &str| words[section][name].as_str().unwrap_or_default().to_owned();
            card.find("heading", &word("card", "stances")).await;
            page.open_everything().await;
            card.find("textbox", &format!("{}*", word("comments", "text"))).await;
            let text = card.text().await;
            for shown in [word("card", "summary"), word("inside", "comment_on"), word("comments", "private")]
            {
                assert!(text.contains(&shown), "{tag}: {shown:?} is not in {text}");
            }
            for english in [
                "claims", "Comments", "Show", "Expand", "stands", "voices", "Reported", "Disputed", "Loading",
            ] {
                assert!(!text.contains(english), "{tag}: {english:?} is left of the English: {text}");
            }
            assert!(!text.contains('{') && !text.contains("undefined"), "{tag}: {text}");
            assert_eq!(asked(&site), [format!("{tag}.json")], "{tag}");
            let sideways: bool = page.js("return document.documentElement.scrollWidth > innerWidth").await;
            assert!(!sideways, "{tag}: the page scrolls sideways");
            page.assert_quiet().await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_language_that_is_not_asked_for_costs_nothing() {
    browser(|page| async move {
        for tag in ["en", "en-GB", "nl", "", "constructor", "eso"] {
            let site = speaking(tag);
            open_live(&page, &site).await;
            assert_eq!(interface_language(&page).await, "en", "{tag}");
            assert_eq!(asked(&site), [""; 0], "{tag}");
            page.assert_quiet().await;
        }
        // The card's own language counts where the page says nothing.
        let mut card = bridge();
        card["inLanguage"] = "pt-BR".into();
        let site = newsroom(CARD);
        let story = format!(
            "<!doctype html><meta charset=utf-8><title>A page</title><script type=module src=/embed.js></script>{CARD}"
        );
        site.set(STORY, Reply::html(story));
        site.set(FILE, Reply::json(card.to_string()));
        open_live(&page, &site).await;
        assert_eq!(interface_language(&page).await, "pt");
        assert_eq!(asked(&site), ["pt.json"]);
    })
    .await;
}

/// The card is shown once it has its words: nobody sees it in English first.
#[tokio::test]
async fn the_first_live_card_that_is_seen_speaks_its_language() {
    browser(|page| async move {
        let site = speaking("de");
        site.run_first(
            "globalThis.seen = new Set();
             const look = () => {
               for (const card of document.querySelectorAll('summary-card')) {
                 const around = card.shadowRoot?.querySelector('.around');
                 if (around && !around.parentNode.hidden) seen.add(around.lang);
               }
               requestAnimationFrame(look);
             };
             look();",
        );
        open_live(&page, &site).await;
        let seen: Vec<String> = page.js("return [...seen]").await;
        assert!(seen.iter().all(|lang| lang == "de"), "{seen:?}");
    })
    .await;
}

#[tokio::test]
async fn words_that_cannot_be_had_leave_the_card_in_english() {
    browser(|page| async move {
        for reply in [
            Reply::status(404),
            Reply::dropped(),
            Reply::json("{\"card\": "),
            Reply::html("<h1>Sign in</h1>"),
        ] {
            let site = speaking("uk");
            site.set(&part("words/uk.json"), reply);
            let card = open_live(&page, &site).await;
            assert_eq!(interface_language(&page).await, "en");
            card.find("heading", "2 claims").await;
            // With the language asked for again, it is tried again.
            site.restore(&part("words/uk.json"));
            let (): () = page.js("card().lang = 'en'; card().lang = 'uk'; return null").await;
            page.until("its own words", || async { interface_language(&page).await == "uk" }).await;
        }
    })
    .await;
}

#[tokio::test]
async fn words_that_are_late_do_not_keep_the_card_from_being_live() {
    browser(|page| async move {
        let site = speaking("pl");
        site.hold(&part("words/pl.json"));
        let card = open_live(&page, &site).await;
        card.find("heading", "2 claims").await;
        page.open_everything().await;
        site.let_go(&part("words/pl.json"));
        page.until("its own words", || async { interface_language(&page).await == "pl" }).await;
        let open: usize = page.js("return root().querySelectorAll('.claim details[open]').length").await;
        assert_eq!(open, 2, "what the reader opened stays open");
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn two_cards_have_a_language_each() {
    browser(|page| async move {
        let two = format!(
            "{}{}",
            CARD.replace("id=", "lang=\"ja\" id="),
            CARD.replace("id=\"card\"", "id=\"other\" lang=\"fr\"")
        );
        let site = newsroom(&two);
        page.open(&site, STORY).await;
        page.all_cards_ready().await;
        let langs: Vec<String> = page
            .js("return [...document.querySelectorAll('summary-card')].map((card) => card.shadowRoot.querySelector('.around').lang)")
            .await;
        assert_eq!(langs, ["ja", "fr"]);
        let mut asked = asked(&site);
        asked.sort();
        assert_eq!(asked, ["fr.json", "ja.json"]);
    })
    .await;
}

/// Arabic and Hebrew read from the right: the interface, and the card's own texts where the card says that it is in one.
#[tokio::test]
async fn right_to_left_is_the_interface_s_direction() {
    browser(|page| async move {
        for (tag, own, direction, own_direction) in
            [("ar", "en", "rtl", "ltr"), ("he", "he", "rtl", "rtl"), ("en", "ar", "ltr", "rtl")]
        {
            let mut card = bridge();
            card["inLanguage"] = own.into();
            // It begins with letters that read from the left, whatever it is in.
            card["claims"][0]["text"] = "NATO: 1".into();
            card["claims"][1]["text"] = if own == "en" { "wor " } else { "كلمة " }.repeat(60).trim().into();
            let site = speaking(tag);
            site.set(FILE, Reply::json(card.to_string()));
            open_live(&page, &site).await;
            let found: (String, String) = page
                .js("const direction = (place) => getComputedStyle(root().querySelector(place)).direction;
                     return [direction('.summary-card'), direction('.statement')]")
                .await;
            assert_eq!(found, (direction.into(), own_direction.into()), "{tag} around {own}");
            // The number stands where reading begins.
            let is_right: bool = page
                .js("const number = root().querySelector('.number').getBoundingClientRect().left;
                     return number > root().querySelector('.statement').getBoundingClientRect().left")
                .await;
            assert_eq!(is_right, direction == "rtl", "{tag}");
            for width in [280, 320, 360, 640, 1000] {
                page.viewport(width, 800).await;
                // Words that run the other way begin beside the chevron, which is 11 pixels wide.
                let room: f64 = page
                    .js("const statement = root().querySelectorAll('.statement')[1], range = document.createRange();
                         range.selectNodeContents(statement);
                         const words = range.getBoundingClientRect(), line = statement.closest('summary').getBoundingClientRect();
                         return getComputedStyle(root().querySelector('.summary-card')).direction === 'rtl' ? words.left - line.left : line.right - words.right")
                    .await;
                assert!(room > 16.0, "{tag} around {own} at {width}: {room} pixels for the chevron");
                page.open_everything().await;
                let sideways: bool =
                    page.js("return document.documentElement.scrollWidth > innerWidth").await;
                assert!(!sideways, "{tag} at {width}: the page scrolls sideways");
            }
        }
    })
    .await;
}
