//! The documentation page: what it shows is live, and what it says to paste works.

use crate::harness::{Key, Need, Page, Reply, Site, browser, browser_with, dist_files};
use serde_json::json;

const DOCS: &str = "/docs/";
/// The cards on the page itself; two more are in frames: the example's, and the form's.
const CARDS: usize = 10;

/// Opens the page and waits until every card on it is live.
async fn open(page: &Page) -> Site {
    let site = Site::dist();
    page.open(&site, DOCS).await;
    assert_eq!(page.js::<usize>("return document.querySelectorAll('summary-card').length").await, CARDS);
    page.all_cards_ready().await;
    site
}

/// What the form has written, once it has these words in it.
async fn snippet(page: &Page, words: &str) -> String {
    let script = "return document.querySelector('#snippet').textContent";
    page.until_js("what the form writes", &format!("{script}.includes({words:?})")).await;
    page.js(script).await
}

#[tokio::test]
async fn every_example_comes_live_and_the_console_says_nothing() {
    browser(|page| async move {
        let site = open(&page).await;
        // The one in a frame, and the one that the form shows.
        for (n, frame) in ["#a-frame iframe", "#preview"].into_iter().enumerate() {
            let (): () =
                page.js(&format!("document.querySelector({frame:?}).scrollIntoView(); return null")).await;
            let n = u16::try_from(n).expect("a small number");
            page.driver().enter_frame(n).await.expect("there is such a frame");
            page.until_js("a page in the frame", "return typeof __record === 'object'").await;
            page.event("ready").await;
            page.card(0).await.find("button", "The plan costs*").await;
            page.driver().enter_default_frame().await.expect("there is a page around");
            let higher =
                format!("return document.querySelector({frame:?}).getBoundingClientRect().height !== 640");
            page.until_js("the frame as high as its card", &higher).await;
        }
        page.open_everything().await;
        // Each example with its story has every quote of its card; the two without lead to where theirs are.
        let quotes = |card: usize, state: &str| {
            let script = format!("return root({card}).querySelectorAll('.quote{state}').length");
            let page = page.clone();
            async move { page.js::<usize>(&script).await }
        };
        for card in 0..CARDS {
            let state = if card < CARDS - 2 { ".found" } else { ".elsewhere" };
            let all = quotes(card, "").await;
            assert!(all > 2, "card {card} shows {all} quotes");
            page.until("every quote looked for", || async { quotes(card, state).await == all }).await;
        }
        let home = site.url("/");
        let asked: Vec<String> =
            page.js("return performance.getEntriesByType('resource').map((entry) => entry.name)").await;
        assert!(asked.iter().all(|address| address.starts_with(&home)), "{asked:?}");
        page.assert_quiet().await;
    })
    .await;
}

/// As the page was sent, before any script.
#[tokio::test]
async fn the_code_beside_each_example_is_what_is_live() {
    browser_with(Need::OneEngine, |page| async move {
        open(&page).await;
        let wrong: Vec<String> = page
            .js_async(
                "fetch(location.pathname).then((answer) => answer.text()).then((sent) =>
                   done([...document.querySelectorAll('.example')].filter((example) => {
                     const code = example.querySelector('pre code').textContent;
                     return code.length < 50 || !sent.includes(`<div class=\"live\">${code}</div>`);
                   }).map(({ id }) => id)))",
            )
            .await;
        assert_eq!(wrong, Vec::<String>::new());
        let script: String = page.js("return document.querySelector('#the-script').textContent").await;
        assert_eq!(script, "<script type=\"module\" src=\"../embed.js\"></script>");
    })
    .await;
}

#[tokio::test]
async fn copy_puts_the_code_on_the_clipboard() {
    browser_with(Need::Protocol, |page| async move {
        open(&page).await;
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        page.cdp("Browser.grantPermissions", permissions).await;
        page.click("button", "Copy: In a sidebar").await;
        page.until_js(
            "word of it",
            "return document.querySelector('[data-copy=code-in-a-sidebar]').textContent.startsWith('Copied')",
        )
        .await;
        let (copied, code): (String, String) = page
            .js_async("navigator.clipboard.readText().then((text) => done([text, document.querySelector('#code-in-a-sidebar').textContent]))")
            .await;
        assert_eq!(copied, code);
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn events_are_listed_as_they_happen() {
    browser(|page| async move {
        open(&page).await;
        let entries =
            "return [...document.querySelectorAll('#event-log li')].map((each) => each.textContent)";
        let ready: Vec<String> = page.js(entries).await;
        assert_eq!(ready.len(), CARDS, "{ready:?}");
        page.click("button", "Clear").await;
        assert_eq!(page.js::<Vec<String>>(entries).await, Vec::<String>::new());
        let card = page.card(0).await;
        card.click("button", "About 300 riders*").await;
        page.until_js("the event", "return document.querySelectorAll('#event-log li').length === 1").await;
        let listed: Vec<String> = page.js(entries).await;
        assert!(listed[0].starts_with("summary-card:claim-togglenight-bus.json{\"id\":"), "{listed:?}");
        card.click("button", "Show it in the article").await;
        page.until_js("the next", "return document.querySelectorAll('#event-log li').length === 2").await;
        let listed: Vec<String> = page.js(entries).await;
        assert!(
            listed[0].starts_with("summary-card:quote-show") && listed[0].contains("\"found\":true"),
            "{listed:?}"
        );
        page.assert_quiet().await;
    })
    .await;
}

/// A page with nothing but what the form wrote.
fn pasted(snippet: &str) -> Reply {
    Reply::html(format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Pasted</title></head><body><main><h1>Pasted</h1>{snippet}</main></body></html>"
    ))
}

#[tokio::test]
async fn what_the_form_writes_comes_live_where_it_is_pasted() {
    browser(|page| async move {
        let site = open(&page).await;
        page.choose("Theme", "dark").await;
        page.choose("Language of the interface", "Español").await;
        page.click("checkbox", "stances").await;
        let element = snippet(&page, "comments\" theme=\"dark\" lang=\"es\"").await;
        assert_eq!(
            element,
            "<script type=\"module\" src=\"/embed.js\"></script>\n\
             <summary-card src=\"/cards/river-park.json\" sections=\"summary claims comments\" theme=\"dark\" lang=\"es\">\n  \
             <p>The summary card needs scripts.</p>\n</summary-card>\n"
        );
        page.click("radio", "Data in the page").await;
        let inline = snippet(&page, "application/json").await;
        page.click("radio", "A frame").await;
        let frame = snippet(&page, "<iframe").await;
        page.click("radio", "HTML that reads without a script").await;
        let command = snippet(&page, "summary-card render").await;
        assert_eq!(
            command,
            "summary-card render river-park.json --article story.html --base / \\\n  \
             --attribute src=/cards/river-park.json \\\n  \
             --attribute 'sections=summary claims comments' \\\n  --attribute theme=dark \\\n  --attribute lang=es\n"
        );
        page.assert_quiet().await;
        for (n, html) in [&element, &inline, &frame].into_iter().enumerate() {
            let path = format!("/story/{n}.html");
            site.set(&path, pasted(html));
            page.open(&site, &path).await;
            if html == &frame {
                page.driver().enter_frame(0).await.expect("there is a frame");
                page.until_js("a page in the frame", "return typeof __record === 'object'").await;
            }
            page.event("ready").await;
            page.card(0).await.says("En breve").await;
            let (theme, has_stances): (String, bool) =
                page.js("return [card().getAttribute('theme'), !!root().querySelector('.stances')]").await;
            assert_eq!((&*theme, has_stances), ("dark", false), "{html}");
            page.assert_quiet().await;
        }
    })
    .await;
}

/// Whatever is typed into the form stays within what it writes, and a card file that is not there is said to be.
#[tokio::test]
async fn what_is_typed_into_the_form_stays_text() {
    browser_with(Need::OneEngine, |page| async move {
        open(&page).await;
        page.type_into("textbox", "Where the article is*", "a[href=\"<x>\"]").await;
        let element = snippet(&page, "article=").await;
        assert!(element.contains(" article=\"a[href=&quot;&lt;x>&quot;]\""), "{element}");
        page.click("radio", "HTML that reads without a script").await;
        let command = snippet(&page, "--attribute 'article").await;
        assert!(command.contains("--attribute 'article=a[href=\"<x>\"]'"), "{command}");
        page.click("radio", "Data in the page").await;
        page.type_into("textbox", "Card file*", "-nowhere").await;
        page.until_js(
            "a word on it",
            "return document.querySelector('#builder-note').textContent.includes('HTTP 404')",
        )
        .await;
        assert_eq!(page.js::<String>("return document.querySelector('#snippet').textContent").await, "");
    })
    .await;
}

/// The look at the card is that of the form.
#[tokio::test]
async fn the_form_shows_the_card_as_it_is_chosen() {
    browser(|page| async move {
        open(&page).await;
        page.choose("Language of the interface", "العربية").await;
        let (): () = page.js("document.querySelector('#preview').scrollIntoView(); return null").await;
        page.until_js(
            "the address",
            "return document.querySelector('#preview').src.endsWith('frame.html?src=%2Fcards%2Friver-park.json&lang=ar')",
        )
        .await;
        page.driver().enter_frame(1).await.expect("there is such a frame");
        page.until_js("a page in the frame", "return typeof __record === 'object'").await;
        page.event("ready").await;
        page.card(0).await.says("باختصار").await;
    })
    .await;
}

#[tokio::test]
async fn without_scripts_all_but_the_live_parts_is_there() {
    browser_with(Need::Protocol, |page| async move {
        page.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
        let site = Site::dist();
        page.open(&site, DOCS).await;
        let text = page.text().await;
        for words in [
            "<summary-card src=\"../cards/night-bus.json\">",
            "The summary card needs scripts. The story is on this page.",
            "This part needs scripts.",
            "summary-card:claim-toggle",
            "--summary-card-accent",
            "The article's headline, in the publisher's words",
        ] {
            assert!(text.contains(words), "{words}");
        }
        assert!(!page.has("button", "Copy*").await, "no button that does nothing");
        // The one that was rendered reads and opens.
        let rendered = page.card(2).await;
        rendered.click("button", "The county has given*").await;
        page.until("the quote", || async { rendered.text().await.matches("$240,000").count() >= 2 }).await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing() {
    browser_with(Need::OneEngine, |page| async move {
        for (width, scheme) in [(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")] {
            page.viewport(width, 800).await;
            page.media(&[("prefers-color-scheme", scheme)]).await;
            open(&page).await;
            let found = if scheme == "light" { page.axe().await } else { page.axe_of_colours().await };
            assert!(found.is_empty(), "{width} {scheme}: {found:#?}");
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_scrolls_sideways() {
    browser(|page| async move {
        for width in [320, 360, 768, 1280] {
            page.viewport(width, 800).await;
            open(&page).await;
            page.open_everything().await;
            let (content, room): (u32, u32) = page
                .js("const { scrollWidth, clientWidth } = document.documentElement; return [scrollWidth, clientWidth]")
                .await;
            assert!(content <= room && room <= width, "{content} px wide on {room} of {width} px");
        }
    })
    .await;
}

/// By keyboard to a button far down, and to code that scrolls in its place.
#[tokio::test]
async fn the_keyboard_reaches_everything_that_does_something() {
    browser_with(Need::OneEngine, |page| async move {
        let site = Site::dist();
        page.open(&site, DOCS).await;
        page.press(Key::Tab).await;
        page.focus_is_on("link", "Skip to the content").await;
        page.press(Key::Enter).await;
        page.press(Key::Tab).await;
        page.focus_is_on("button", "Copy: The script").await;
        let unreachable: Vec<String> = page
            .js("return [...document.querySelectorAll('pre, #event-log')].filter((each) =>
                   each.scrollHeight > each.clientHeight + 1 && each.tabIndex < 0).map((each) => each.textContent.slice(0, 60))")
            .await;
        assert_eq!(unreachable, Vec::<String>::new());
    })
    .await;
}

/// What the build put there is what the page asks for.
#[tokio::test]
async fn every_link_to_another_file_leads_to_one() {
    browser_with(Need::OneEngine, |page| async move {
        let site = Site::dist();
        assert_eq!(dist_files("docs", "html"), ["/docs/index.html"]);
        page.open(&site, DOCS).await;
        let missing: Vec<String> = page
            .js_async(
                "const links = [...document.querySelectorAll('a[href^=\"../\"]')].map(({ href }) => href.split('#')[0]);
                 Promise.all([...new Set(links)].map(async (href) => ((await fetch(href)).ok ? '' : href)))
                   .then((all) => done(all.length > 3 ? all.filter(Boolean) : ['too few links']))",
            )
            .await;
        assert_eq!(missing, Vec::<String>::new());
    })
    .await;
}
