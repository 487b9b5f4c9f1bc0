//! In print everything is open and legible, though nothing of it was opened on the screen.

use crate::harness::{Need, Page, Reply, Site, browser, browser_with, part};
use crate::layout;
use crate::newsroom::{CARD, FILE, bridge, newsroom, open_live};
use serde_json::json;

/// Texts that are only there once what is closed is rendered: the last claim's quote, a reason, the table of stances.
const CLOSED: [&str; 3] =
    ["How the strategy will play out", "For them sovereignty and restraint", "Only one side is quoted"];

/// Tells the page that it will be printed, and lists which of the texts can be seen before the script goes on, as a
/// script does that calls `print()`.
fn print(texts: &[&str]) -> String {
    format!(
        "dispatchEvent(new Event('beforeprint'));
         // Laid out as for the paper.
         root().querySelector('.summary-card').getBoundingClientRect();
         const elements = [...root().querySelectorAll('p, blockquote, th')];
         return {texts:?}.filter((text) => elements.some((each) => each.textContent.includes(text)
           && each.checkVisibility({{ contentVisibilityAuto: true }}) && each.getBoundingClientRect().height > 0))"
    )
}

async fn after_print(page: &Page) {
    page.media_type("").await;
    let (): () = page.js("dispatchEvent(new Event('afterprint')); return null").await;
    page.until_js("as before", "return !root().querySelector('.claim .body')").await;
}

#[tokio::test]
async fn print_shows_all_at_once() {
    browser_with(Need::Protocol, |page| async move {
        layout::open(&page, "/cards/cartel-strategy.json", 640).await;
        // One that was closed by hand has the focus still.
        let (): () = page.js("root().querySelector('.rest > summary').focus(); return null").await;
        page.media_type("print").await;
        let seen: Vec<String> = page.js(&print(&CLOSED)).await;
        assert_eq!(seen, CLOSED);
        assert!(!page.text().await.contains("Copy citation"), "what prints does nothing");
        let breaks: Vec<String> = page
            .js("return [...root().querySelectorAll('.claim')].map((each) => getComputedStyle(each).breakInside)")
            .await;
        assert_eq!(breaks, ["avoid"; 13], "a page ends between claims");
        after_print(&page).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_printed_before_the_inside_is_there_has_every_quote() {
    browser_with(Need::Protocol, |page| async move {
        let site = newsroom(CARD);
        site.hold(&part("inside.wasm"));
        open_live(&page, &site).await;
        page.media_type("print").await;
        let quotes = [
            "The old bridge will close on the first Monday of March.",
            "The repair will cost 4.2 million, Mayor Ana Ruiz said.",
        ];
        let seen: Vec<String> = page.js(&print(&quotes)).await;
        assert_eq!(seen, quotes);
        assert!(!page.text().await.contains("Loading…"), "nothing comes to paper");
        page.media_type("").await;
        site.let_go(&part("inside.wasm"));
        after_print(&page).await;
        page.assert_quiet().await;
    })
    .await;
}

/// Text that is too light for white paper, whatever the page has chosen for the screen.
const PALE: &str = "
    const pale = (colour) => {
      const canvas = document.createElement('canvas').getContext('2d');
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data.map((part) => part);
      return .2126 * red + .7152 * green + .0722 * blue > 128;
    };
    return [...root().querySelectorAll('.summary-card *')]
      .filter((each) => each.checkVisibility() && [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
      .filter((each) => pale(getComputedStyle(each).color))
      .map((each) => each.outerHTML.slice(0, 90))";

#[tokio::test]
async fn a_dark_card_is_dark_on_white_in_print() {
    browser_with(Need::Protocol, |page| async move {
        let site = newsroom(&format!(
            "<link rel=stylesheet href=/dark.css>{}",
            CARD.replace("id=", "theme=dark id=")
        ));
        let names = ["color", "muted", "accent", "favor", "against", "mixed"];
        let colours = names.map(|name| format!("--summary-card-{name}: #fdfdfd;")).concat();
        site.set(
            "/dark.css",
            Reply::body("text/css", format!("body {{ --summary-card-background: #111; {colours} }}")),
        );
        open_live(&page, &site).await;
        assert!(!page.js::<Vec<String>>(PALE).await.is_empty(), "the test sees what is pale");
        page.media_type("print").await;
        let seen: Vec<String> =
            page.js(&print(&["The repair will cost 4.2 million, Mayor Ana Ruiz said."])).await;
        assert_eq!(seen.len(), 1);
        let pale: Vec<String> = page.js(PALE).await;
        assert!(pale.is_empty(), "{pale:#?}");
    })
    .await;
}

/// A page may print whenever the card tells it something, that is in the middle of what the card does.
#[tokio::test]
async fn a_page_that_prints_on_an_event_does_no_harm() {
    browser(|page| async move {
        let site = newsroom(CARD);
        site.set(FILE, Reply::json(bridge().to_string()));
        let card = open_live(&page, &site).await;
        let (): () = page
            .js("addEventListener('summary-card:claim-toggle', () => {
                   dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint')) });
                 return null")
            .await;
        card.click("button", "The bridge closes in March.*").await;
        card.click("button", "Show it in the article").await;
        page.event("quote-show").await;
        page.assert_quiet().await;
    })
    .await;
}

/// A newsroom whose card has three sample comments, the last a long one, beside one that is stored in this browser.
fn with_comments() -> Site {
    let site = newsroom(CARD);
    let mut card = bridge();
    let long = format!("{}To the very end.", "A word more. ".repeat(200));
    card["comments"] = json!([
        { "id": "s1", "text": "A sample with *weight*.", "author": "Sam", "dateCreated": "2025-08-14" },
        { "id": "s2", "text": "An answer.", "author": "Noor", "dateCreated": "2025-08-15", "parentItem": "s1" },
        { "id": "s3", "text": long, "author": "Lin", "dateCreated": "2025-08-16" },
    ]);
    site.set(FILE, Reply::json(card.to_string()));
    let stored = json!({ "v": 1, "comment": { "id": "k1", "text": "A stored one.", "author": { "name": "Ana" },
        "dateCreated": "2025-08-15T09:00:00Z" } });
    site.run_first(&format!(
        "localStorage['summary-card/1/bridge/comment/k1'] ??= {:?};",
        stored.to_string()
    ));
    site
}

/// What is printed of the comments, as it is seen; nothing where they are not there at all.
const PRINTED_COMMENTS: &str = "
    dispatchEvent(new Event('beforeprint'));
    const section = root().querySelector('.comments');
    return section.checkVisibility() ? section.innerText.replaceAll('\\xa0', ' ') : ''";

/// No field, button or offer is on paper.
fn assert_only_read(text: &str) {
    for part in ["Leave a comment", "Post comment", "Reply", "Like", "Sort", "Newest", "Read more", "Export"]
    {
        assert!(!text.contains(part), "{part:?} is printed: {text}");
    }
}

fn assert_all_comments(text: &str) {
    assert_only_read(text);
    for part in [
        "4 comments",
        "Sam",
        "A sample with weight.",
        "Noor",
        "An answer.",
        "To the very end.",
        "A stored one.",
        "2025",
    ] {
        assert!(text.contains(part), "{part:?} is not printed: {text}");
    }
}

#[tokio::test]
async fn comments_are_printed_once_they_are_there() {
    browser_with(Need::Protocol, |page| async move {
        let card = open_live(&page, &with_comments()).await;
        // Only the line is reached: the section stays closed.
        let (): () = page.js("root().querySelector('.comments > summary').focus(); return null").await;
        page.media_type("print").await;
        page.until("all comments printed", || async {
            page.js::<String>(PRINTED_COMMENTS).await.contains("A stored one.")
        })
        .await;
        assert_all_comments(&page.js::<String>(PRINTED_COMMENTS).await);
        page.media_type("").await;
        let (): () = page.js("dispatchEvent(new Event('afterprint')); return null").await;
        page.until_js("as before", "return !root().querySelector('.comment')").await;
        // And with the section open, and a reply begun.
        card.click("button", "4 comments*").await;
        card.click("button", "Reply to Sam").await;
        page.media_type("print").await;
        assert_all_comments(&page.js::<String>(PRINTED_COMMENTS).await);
    })
    .await;
}

/// Where the comments' part of the program is not there yet, those of the card file are printed from it, and what is
/// not is said; the part is fetched, so that they are all there the next time.
#[tokio::test]
async fn comments_that_nobody_came_near_to_are_printed_from_the_card_file() {
    browser_with(Need::Protocol, |page| async move {
        open_live(&page, &with_comments()).await;
        page.media_type("print").await;
        let text: String = page.js(PRINTED_COMMENTS).await;
        assert_only_read(&text);
        for part in
            ["4 comments", "Sam", "A sample with", "To the very end.", "kept in this browser are printed"]
        {
            assert!(text.contains(part), "{part:?} is not printed: {text}");
        }
        let (): () = page.js("dispatchEvent(new Event('afterprint')); return null").await;
        page.until_js("as before", "return !root().querySelector('.comment')").await;
        page.until("all of them the next time", || async {
            page.js::<String>(PRINTED_COMMENTS).await.contains("A stored one.")
        })
        .await;
        assert_all_comments(&page.js::<String>(PRINTED_COMMENTS).await);
    })
    .await;
}

#[tokio::test]
async fn where_there_are_no_comments_none_are_offered_in_print() {
    browser_with(Need::Protocol, |page| async move {
        let card = open_live(&page, &newsroom(CARD)).await;
        page.media_type("print").await;
        assert_eq!(page.js::<String>(PRINTED_COMMENTS).await, "");
        page.media_type("").await;
        let (): () = page.js("dispatchEvent(new Event('afterprint')); return null").await;
        card.find("button", "Comments*").await;
    })
    .await;
}
