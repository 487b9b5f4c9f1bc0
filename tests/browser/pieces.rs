//! The pieces of the WebAssembly that are fetched once they are wanted: when that is, and what the reader is told where
//! one cannot be had. All of this needs the release build, which alone is in pieces.

use crate::harness::{Key, Page, Reply, Site, browser, part, part_bytes};
use crate::newsroom::{CARD, FILE, STORY, assert_unharmed, bridge, newsroom, open_live, story};
use serde_json::json;
use std::time::Duration;

const COMMENTS: &str = "comments.wasm";
const ARTICLE: &str = "article.wasm";
const MISSING: &str = "could not be loaded";

/// The page with a card that has one sample comment, and one stored in this browser.
pub fn town() -> Site {
    let site = newsroom(CARD);
    let mut card = bridge();
    card["comments"] = json!([{ "id": "s1", "text": "A sample.", "author": "Sam", "dateCreated": "2025-08-14", "about": "cost" }]);
    site.set(FILE, Reply::json(card.to_string()));
    let stored = json!({ "v": 1, "comment": { "id": "k1", "text": "A stored one.", "author": { "name": "Ana" },
        "dateCreated": "2025-08-15T09:00:00Z", "about": "cost" } });
    site.run_first(&format!(
        "localStorage['summary-card/1/bridge/comment/k1'] ??= {:?};",
        stored.to_string()
    ));
    site
}

/// How often a piece was asked for.
fn asked(site: &Site, name: &str) -> usize {
    site.asked(&part(name))
}

/// Opens the section.
pub async fn open(card: &Page) {
    card.click("button", "2 comments*").await;
}

/// The section is there, with both comments, and can be written in.
pub async fn assert_works(card: &Page) {
    card.find("textbox", "Comment").await;
    card.find("article", "Ana").await;
    card.find("article", "Sam").await;
    card.find("heading", "2 comments").await;
    card.find_none("button", "Try again").await;
}

/// The reader is told that the section could not be had, and the rest of the card works.
async fn assert_missing(page: &Page) {
    let card = page.card(0).await;
    card.find("button", "Try again").await;
    card.says(MISSING).await;
    card.find("heading", "2 comments").await;
    page.forget_events().await;
    card.click("button", "The bridge closes in March.*").await;
    page.event("claim-toggle").await;
    card.click("button", "The bridge closes in March.*").await;
    assert!(page.events().await.iter().all(|event| event.kind != "error"));
    assert_unharmed(page).await;
}

#[tokio::test]
async fn the_comments_are_counted_before_they_are_fetched_and_fetched_when_the_reader_comes_near() {
    browser(|page| async move {
        let site = town();
        let card = open_live(&page, &site).await;
        card.find("heading", "2 comments").await;
        card.click("button", "The repair costs*").await;
        assert_eq!(asked(&site, COMMENTS), 0, "nobody wants them yet");
        // The keyboard on the line is enough; nothing opens by it.
        let (): () = page.js("root().querySelector('.comments > summary').focus(); return null").await;
        card.find("button", "2 comments on this claim").await;
        assert_eq!(asked(&site, COMMENTS), 1);
        card.find_none("textbox", "Comment").await;
        page.press(Key::Enter).await;
        assert_works(&card).await;
        assert_eq!(page.focused().await.1, "2 comments", "the focus stays on the line");
        assert_eq!(asked(&site, COMMENTS), 1);
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn the_pointer_on_the_line_is_a_sign_too() {
    browser(|page| async move {
        let site = town();
        let card = open_live(&page, &site).await;
        let line = card.find("button", "2 comments*").await;
        line.scroll_into_view().await.expect("it scrolls");
        page.driver()
            .action_chain()
            .move_to_element_center(&line)
            .perform()
            .await
            .expect("the pointer moves");
        page.until("the request", || async { asked(&site, COMMENTS) == 1 }).await;
        card.find_none("textbox", "Comment").await;
        open(&card).await;
        assert_works(&card).await;
    })
    .await;
}

#[tokio::test]
async fn what_was_asked_for_is_done_once_the_comments_are_there() {
    browser(|page| async move {
        let site = town();
        site.set(&part(COMMENTS), Reply::file().delay(Duration::from_millis(700)));
        let card = open_live(&page, &site).await;
        card.click("button", "The repair costs*").await;
        card.click("button", "Comment on this claim").await;
        card.says("Loading…").await;
        page.focus_is_on("textbox", "Comment").await;
        let tied = "return [...root().querySelectorAll('form *')].some((each) => each.textContent.startsWith('About claim 2'))";
        assert!(page.js::<bool>(tied).await, "the form is about the claim");

        // A link to a comment, followed at once.
        page.open(&site, &format!("{STORY}?again#bridge.comment-k1")).await;
        page.focus_is_on("article", "Ana").await;
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn comments_that_nobody_shows_are_never_fetched() {
    browser(|page| async move {
        let site = town();
        site.set(STORY, story(&CARD.replace("id=", "comments=off id=")));
        open_live(&page, &site).await;
        page.open_everything().await;
        assert_eq!(asked(&site, COMMENTS), 0);
    })
    .await;
}

/// One way for the comments not to come, and then to come after all.
async fn comments_fail(break_it: Reply) {
    browser(move |page| async move {
        let site = town();
        site.set(&part(COMMENTS), break_it);
        let card = open_live(&page, &site).await;
        open(&card).await;
        assert_missing(&page).await;
        // Trying while the cause is there fails again, really asking again, and the focus stays.
        let before = asked(&site, COMMENTS);
        card.click("button", "Try again").await;
        page.until("another request", || async { asked(&site, COMMENTS) > before }).await;
        assert_missing(&page).await;
        let (): () = page.js("root().querySelector('.comments .button').focus(); return null").await;
        site.restore(&part(COMMENTS));
        page.press(Key::Enter).await;
        assert_works(&card).await;
        page.until("the focus on the line", || async { page.focused().await.1.starts_with("2 comments") })
            .await;
        assert_unharmed(&page).await;
    })
    .await;
}

#[tokio::test]
async fn comments_that_are_not_there() {
    comments_fail(Reply::status(404)).await;
}

#[tokio::test]
async fn a_connection_that_breaks() {
    comments_fail(Reply::dropped()).await;
}

#[tokio::test]
async fn comments_that_are_cut_short() {
    let mut bytes = part_bytes(COMMENTS);
    bytes.truncate(bytes.len() / 2);
    comments_fail(Reply::body("application/wasm", bytes)).await;
}

/// Well formed, and it would even fit: but it is not the one that was built with the rest.
#[tokio::test]
async fn comments_of_another_build() {
    let mut bytes = part_bytes(COMMENTS);
    // A section that means nothing.
    bytes.extend(b"\x00\x05\x04abcd");
    comments_fail(Reply::body("application/wasm", bytes)).await;
}

#[tokio::test]
async fn a_failure_is_not_taken_from_the_browser_s_cache_again() {
    comments_fail(Reply::body("application/wasm", "no wasm").header("Cache-Control", "max-age=3600")).await;
}

#[tokio::test]
async fn the_wrong_mime_type_still_works() {
    browser(|page| async move {
        let site = town();
        site.set(&part(COMMENTS), Reply::file().mime("text/plain"));
        let card = open_live(&page, &site).await;
        open(&card).await;
        assert_works(&card).await;
    })
    .await;
}

/// A policy that lets the page have its own files but not those of the host that the card comes from.
#[tokio::test]
async fn a_policy_that_refuses_the_comments() {
    browser(|page| async move {
        let site = town();
        let allowed = [FILE, &part("summary-card_bg.wasm")].map(|path| site.url(path)).join(" ");
        let policy = format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src {allowed}"
        );
        site.set(STORY, story(CARD).header("Content-Security-Policy", &policy));
        let card = open_live(&page, &site).await;
        open(&card).await;
        assert_missing(&page).await;
        let refused = page.violations().await;
        assert!(refused.iter().any(|line| line.contains("connect-src")), "{refused:?}");
        assert_eq!(asked(&site, COMMENTS), 0);
    })
    .await;
}

#[tokio::test]
async fn while_the_comments_are_on_their_way_the_card_works() {
    browser(|page| async move {
        let site = town();
        site.set(&part(COMMENTS), Reply::file().delay(Duration::from_secs(3)));
        let card = open_live(&page, &site).await;
        open(&card).await;
        card.says("Loading…").await;
        card.click("button", "The repair costs*").await;
        assert_eq!(page.event("claim-toggle").await.detail["id"], "cost");
        card.click("button", "Show it in the article").await;
        page.event("quote-show").await;
        // Closed again meanwhile: nothing opens by itself.
        card.click("button", "2 comments*").await;
        card.find("button", "2 comments on this claim").await;
        card.find_none("textbox", "Comment").await;
        open(&card).await;
        assert_works(&card).await;
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn the_words_are_in_the_card_s_language() {
    browser(|page| async move {
        let site = town();
        site.set(STORY, story(&CARD.replace("id=", "lang=es id=")));
        site.set(&part(COMMENTS), Reply::status(404));
        let card = open_live(&page, &site).await;
        card.click("button", "2 comentarios*").await;
        card.find("button", "Reintentar").await;
        card.says("No se pudieron cargar los comentarios").await;
        // The page around the card has faults of its own.
        let faults: Vec<String> =
            page.axe().await.into_iter().filter(|fault| fault.contains("summary-card")).collect();
        assert_eq!(faults, Vec::<String>::new());
    })
    .await;
}

/// Two cards want the same piece: it is fetched once, and what one of them was told the other is, too.
#[tokio::test]
async fn two_cards_share_the_comments_piece() {
    browser(|page| async move {
        let site = town();
        site.set(STORY, story(&format!("{CARD}{}", CARD.replace("\"card\"", "\"second\""))));
        site.set(&part(COMMENTS), Reply::file().delay(Duration::from_millis(500)));
        open_live(&page, &site).await;
        for card in [page.card(0).await, page.card(1).await] {
            open(&card).await;
        }
        for card in [page.card(0).await, page.card(1).await] {
            assert_works(&card).await;
        }
        assert_eq!(asked(&site, COMMENTS), 1);
    })
    .await;
}

/// A panic in a piece ends the one program of the page: every card says so, and one retry mends all.
#[tokio::test]
async fn a_panic_in_a_piece_is_a_crash_like_any_other() {
    browser(|page| async move {
        let site = town();
        let card = open_live(&page, &site).await;
        open(&card).await;
        assert_works(&card).await;
        page.forget_events().await;
        // Yew, at work for the section's own component, cannot put a node in its place.
        let (): () = page
            .js("const insert = Node.prototype.insertBefore;
                 window.mend = () => Node.prototype.insertBefore = insert;
                 Node.prototype.insertBefore = () => { throw new Error('made to fail') };
                 return null")
            .await;
        card.click("button", "Reply to Ana").await;
        let error = page.event("error").await;
        assert_eq!(error.detail["code"], "crashed");
        let message = error.detail["message"].as_str().expect("a text");
        assert!(message.contains("panicked"), "{message}");
        let (): () = page.js("mend(); return null").await;
        // The next program of this page fetches its own.
        page.forget_events().await;
        card.click("button", "Try again").await;
        page.event("ready").await;
        open(&card).await;
        assert_works(&card).await;
        assert_eq!(asked(&site, COMMENTS), 2);
    })
    .await;
}

/// The first claim of the card.
pub const CLAIM: &str = "The bridge closes in March.*";

#[tokio::test]
async fn a_passage_asked_for_before_the_article_was_read_is_shown_when_it_was() {
    browser(|page| async move {
        let site = newsroom(CARD);
        site.set(&part(ARTICLE), Reply::file().delay(Duration::from_secs(4)));
        let card = open_live(&page, &site).await;
        card.click("button", CLAIM).await;
        card.says("Quote from the article").await;
        page.event("claim-toggle").await;
        page.forget_events().await;
        card.click("button", "Show it in the article").await;
        assert_eq!(asked(&site, ARTICLE), 1, "at once");
        let shown = page.event("quote-show").await;
        assert_eq!(shown.detail["found"], true);
        card.find("group", "Passage for claim 1").await;
        assert_eq!(page.js::<usize>("return CSS.highlights.get('summary-card-quote-shown').size").await, 1);
        card.says("In the article").await;
        assert_eq!(page.events().await.len(), 1);
        assert_eq!(asked(&site, ARTICLE), 1);
        page.assert_quiet().await;
    })
    .await;
}

const INSIDE: &str = "inside.wasm";

#[tokio::test]
async fn what_is_inside_is_fetched_when_the_card_is_live_and_the_browser_idle() {
    browser(|page| async move {
        let site = newsroom(CARD);
        open_live(&page, &site).await;
        page.until("the request", || async { asked(&site, INSIDE) == 1 }).await;
        page.until("the article's", || async { asked(&site, ARTICLE) == 1 }).await;
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_asked_for_before_the_inside_is_there_is_done_when_it_is() {
    browser(|page| async move {
        let site = newsroom(CARD);
        site.hold(&part(INSIDE));
        let card = open_live(&page, &site).await;
        card.click("button", CLAIM).await;
        assert_eq!(page.event("claim-toggle").await.detail["id"], "closing");
        card.says("Loading…").await;
        card.click("button", "Who stands where*").await;
        card.click("button", "Copy link").await;
        site.let_go(&part(INSIDE));
        card.says("In the article").await;
        card.find("table", "*").await;
        page.until_js(
            "word of the copy",
            "return root().querySelector('.toast [role=status]').textContent !== ''",
        )
        .await;
        assert!(!card.text().await.contains("Loading…"));
        assert_eq!(asked(&site, INSIDE), 1);
        page.assert_quiet().await;
    })
    .await;
}

/// One way for what is inside not to come, and then to come after all.
async fn inside_fails(break_it: Reply) {
    browser(move |page| async move {
        let site = newsroom(CARD);
        site.set(&part(INSIDE), break_it);
        let card = open_live(&page, &site).await;
        card.click("button", CLAIM).await;
        page.event("claim-toggle").await;
        card.find("button", "Try again").await;
        card.says("This part could not be loaded").await;
        card.says("The old bridge will close on the first Monday of March.").await;
        // Trying while the cause is there fails again, really asking again, and the focus stays.
        let before = asked(&site, INSIDE);
        let (): () = page.js("root().querySelector('.claim .button').focus(); return null").await;
        page.press(Key::Enter).await;
        page.until("another request", || async { asked(&site, INSIDE) > before }).await;
        card.says(MISSING).await;
        page.until("the focus where it was", || async { page.focused().await.1 == "Try again" }).await;
        // What cannot be done says so. The comments work.
        card.click("button", "Copy link").await;
        page.until_js("word of it", "return root().querySelectorAll('[role=status]').length === 2").await;
        card.click("button", "Comments*").await;
        card.find("textbox", "Comment").await;
        site.restore(&part(INSIDE));
        let (): () = page.js("root().querySelector('.claim .button').focus(); return null").await;
        page.press(Key::Enter).await;
        card.find("button", "Show it in the article").await;
        page.until("the focus on the line", || async {
            page.focused().await.1.starts_with("The bridge closes in March.")
        })
        .await;
        card.find_none("button", "Try again").await;
        assert!(page.events().await.iter().all(|event| event.kind != "error"));
        assert_unharmed(&page).await;
    })
    .await;
}

#[tokio::test]
async fn an_inside_that_is_not_there() {
    inside_fails(Reply::status(404)).await;
}

#[tokio::test]
async fn an_inside_that_is_cut_short() {
    let mut bytes = part_bytes(INSIDE);
    bytes.truncate(bytes.len() / 2);
    inside_fails(Reply::body("application/wasm", bytes)).await;
}

#[tokio::test]
async fn a_connection_that_breaks_before_the_inside() {
    inside_fails(Reply::dropped()).await;
}

/// One way for the article's piece not to come, and then to come after all.
async fn article_fails(break_it: Reply) {
    browser(move |page| async move {
        let site = newsroom(CARD);
        site.set(&part(ARTICLE), break_it);
        let card = open_live(&page, &site).await;
        card.click("button", CLAIM).await;
        card.find("button", "Try again").await;
        card.says("The article could not be searched").await;
        card.says("The old bridge will close on the first Monday of March.").await;
        // Trying while the cause is there fails again, really asking again, and that is announced.
        let before = asked(&site, ARTICLE);
        card.click("button", "Try again").await;
        page.until("word of it", || async {
            let told = "return root().querySelector('.toast [role=status]').textContent";
            page.js::<String>(told).await == "The article could not be searched"
        })
        .await;
        assert!(asked(&site, ARTICLE) > before);
        page.until("the focus where it was", || async { page.focused().await.1 == "Try again" }).await;
        // The rest of the card works, the comments among it.
        card.click("button", "Comments*").await;
        card.find("textbox", "Comment").await;
        site.restore(&part(ARTICLE));
        card.click("button", "Try again").await;
        card.click("button", "Show it in the article").await;
        assert_eq!(page.event("quote-show").await.detail["found"], true);
        assert!(page.events().await.iter().all(|event| event.kind != "error"));
        assert_unharmed(&page).await;
    })
    .await;
}

#[tokio::test]
async fn an_article_piece_that_is_not_there() {
    article_fails(Reply::status(404)).await;
}

#[tokio::test]
async fn an_article_piece_that_is_cut_short() {
    let mut bytes = part_bytes(ARTICLE);
    bytes.truncate(bytes.len() / 2);
    article_fails(Reply::body("application/wasm", bytes)).await;
}

#[tokio::test]
async fn while_the_article_piece_is_on_its_way_the_card_works() {
    browser(|page| async move {
        let site = newsroom(&CARD.replace("id=", "json-ld=on id="));
        site.set(&part(ARTICLE), Reply::file().delay(Duration::from_secs(3)));
        let card = open_live(&page, &site).await;
        card.click("button", CLAIM).await;
        page.event("claim-toggle").await;
        card.click("button", "Comments*").await;
        card.find("textbox", "Comment").await;
        assert!(!card.text().await.contains("In the article"), "the article is not read yet");
        card.says("In the article").await;
        page.written_json_ld().await;
        page.assert_quiet().await;
    })
    .await;
}
