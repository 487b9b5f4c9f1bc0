//! The comment section with a real browser's storage, keyboard and tabs.

mod drafts;
mod failures;
mod reading;

use crate::harness::{Key, Page, Reply, Site, browser};

/// A page whose only card is this small one; `script` runs before anything else does.
fn page_with(script: &str) -> Reply {
    Reply::html(format!(
        r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Town news</title>
        <script>{script}</script><script type="module" src="/embed.js"></script></head>
        <body><main><h1>Town news</h1><p>The bridge will open in May.</p>
        <summary-card><script type="application/json">{{
          "version": 1, "id": "town", "headline": "The bridge", "abstract": ["A bridge opens."],
          "claims": [{{"id": "c1", "text": "The bridge will open in May."}}],
          "comments": [{{"id": "s1", "text": "A sample.", "author": "Sam", "dateCreated": "2025-08-14"}}]
        }}</script></summary-card></main></body></html>"#
    ))
}

async fn open(page: &Page, script: &str) -> Site {
    let site = Site::dist();
    site.set("/town.html", page_with(script));
    page.open(&site, "/town.html").await;
    page.all_cards_ready().await;
    show(page).await;
    site
}

/// Opens the section, which is closed at first.
async fn show(page: &Page) {
    page.click("button", "*omment*").await;
    page.find("textbox", "Comment").await;
}

async fn again(page: &Page) {
    page.reload().await;
    page.all_cards_ready().await;
    show(page).await;
}

/// Goes into the form, which is one text area at first.
async fn enter(page: &Page) {
    page.click("textbox", "Comment").await;
    page.find("textbox", "Name").await;
}

async fn sign(page: &Page) {
    page.type_into("textbox", "Name", "Ana Ruiz").await;
    page.type_into("textbox", "Email", "ana@example.org").await;
}

async fn post(page: &Page, text: &str) {
    page.type_into("textbox", "Comment", text).await;
    if page.value_of("textbox", "Name").await.is_empty() {
        sign(page).await;
    }
    page.click("button", "Post comment").await;
    says(page, "Comment posted.").await;
}

async fn says(page: &Page, text: &str) {
    page.until_js(&format!("the status {text:?}"), &format!(
        "return [...root().querySelectorAll('[role=status]')].some((s) => s.textContent.includes({text:?}))"
    ))
    .await;
}

/// The comments' texts in the order of the page.
async fn texts(page: &Page) -> Vec<String> {
    page.js("return [...root().querySelectorAll('.comment .text')].map((t) => t.textContent)").await
}

/// Waits until the comments are these, from the top.
async fn texts_are(page: &Page, wanted: &[&str]) {
    page.until(&format!("the comments {wanted:?}"), || async { texts(page).await == wanted }).await;
}

async fn stored(page: &Page, kind: &str) -> Vec<String> {
    page.js(&format!(
        "return Object.keys(localStorage).filter((k) => k.includes('/{kind}')).map((k) => localStorage[k])"
    ))
    .await
}

#[tokio::test]
async fn a_comment_is_posted_by_keyboard_and_is_there_after_a_reload() {
    browser(|page| async move {
        let _site = open(&page, "").await;
        page.type_into("textbox", "Comment", "First *words*").await;
        page.press(Key::Tab).await;
        page.focus_is_on("textbox", "Name").await;
        page.press("Ana Ruiz").await;
        page.press(Key::Tab).await;
        page.press("ana@example.org").await;
        page.press_with(Key::Control, '\u{e007}').await;
        says(&page, "Comment posted.").await;
        page.until("the focus on the comment", || async { page.focused().await.1 == "Ana Ruiz" }).await;
        assert_eq!(page.value_of("textbox", "Comment").await, "");
        texts_are(&page, &["First words", "A sample."]).await;
        page.find("heading", "2 comments").await;
        let everything: String = page.js("return JSON.stringify(localStorage)").await;
        assert!(!everything.contains("ana@example.org"), "{everything}");
        again(&page).await;
        texts_are(&page, &["First words", "A sample."]).await;
        enter(&page).await;
        assert_eq!(page.value_of("textbox", "Name").await, "", "the box was not ticked");
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn at_rest_there_is_one_line_and_in_it_one_text_area() {
    browser(|page| async move {
        let site = Site::dist();
        site.set("/town.html", page_with(""));
        page.open(&site, "/town.html").await;
        page.all_cards_ready().await;
        page.find("heading", "1 comment").await;
        assert!(page.text_of("button", "*1 comment*").await.contains("Leave a comment"));
        let elements = "return root().querySelectorAll('details.comments *').length";
        assert!(page.js::<u32>(elements).await < 5, "what nobody sees is not there");
        show(&page).await;
        assert_eq!(page.find_all("textbox", "*").await.len(), 1);
        assert!(!page.has("button", "Post comment").await);
        // What fills in forms for the reader finds all fields all the same.
        let fields: Vec<String> = page
            .js("return [...root().querySelectorAll('form input')].map((input) => input.type + ' ' + (input.getAttribute('autocomplete') ?? ''))")
            .await;
        assert_eq!(fields, ["text name", "email email", "url url", "checkbox "]);
        let place = "return root().querySelector('textarea').getBoundingClientRect().top + scrollY";
        let before: f64 = page.js(place).await;
        page.click("textbox", "Comment").await;
        for (role, name) in [
            ("textbox", "Name"),
            ("textbox", "Email"),
            ("textbox", "Website"),
            ("checkbox", "Save my name, email, and website in this browser for the next time I comment."),
            ("button", "Post comment"),
        ] {
            page.find(role, name).await;
        }
        page.focus_is_on("textbox", "Comment").await;
        let after: f64 = page.js(place).await;
        assert!((before - after).abs() < 1.0, "the text area stays under the pointer: {before} {after}");
        assert_eq!(page.axe().await, Vec::<String>::new());
        page.screenshot_whole("comment-form").await;
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn the_name_is_kept_only_where_the_box_is_ticked() {
    browser(|page| async move {
        let _site = open(&page, "").await;
        enter(&page).await;
        page.click("checkbox", "Save my name*").await;
        post(&page, "Remember me").await;
        again(&page).await;
        enter(&page).await;
        assert_eq!(page.value_of("textbox", "Email").await, "ana@example.org");
        page.click("checkbox", "Save my name*").await;
        page.until("the name forgotten", || async { stored(&page, "author").await.is_empty() }).await;
    })
    .await;
}

#[tokio::test]
async fn errors_stand_beside_their_fields_and_take_the_focus() {
    browser(|page| async move {
        let _site = open(&page, "").await;
        page.type_into("textbox", "Comment", "Kept text").await;
        page.type_into("textbox", "Website", "javascript:alert(1)").await;
        page.click("button", "Post comment").await;
        page.until("the focus on the name", || async { page.focused().await.1 == "Name" }).await;
        assert_eq!(page.value_of("textbox", "Comment").await, "Kept text");
        let described: Vec<String> = page
            .js("return [...root().querySelectorAll('[aria-invalid=true]')].map((field) =>
                field.getAttribute('aria-describedby').split(' ').map((id) => root().getElementById(id).textContent).join(' '))")
            .await;
        assert_eq!(described, [
            "Enter a name.", "Enter an email address.", "Enter a web address that starts with http:// or https://."
        ]);
        assert_eq!(page.axe().await, Vec::<String>::new());
        page.viewport(320, 900).await;
        page.until_js("no sideways scrolling", "return document.documentElement.scrollWidth <= document.documentElement.clientWidth").await;
        page.screenshot_whole("comment-errors").await;
    })
    .await;
}

#[tokio::test]
async fn two_tabs_see_each_other_at_once() {
    browser(|page| async move {
        let site = open(&page, "").await;
        let first = page.driver().window().await.unwrap();
        let second = page.new_tab().await;
        page.driver().switch_to_window(second).await.unwrap();
        page.open(&site, "/town.html").await;
        show(&page).await;
        post(&page, "From the second tab").await;
        page.driver().switch_to_window(first).await.unwrap();
        says(&page, "A new comment arrived").await;
        texts_are(&page, &["From the second tab", "A sample."]).await;
        post(&page, "From the first tab").await;
        assert_eq!(stored(&page, "comment/").await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn deleting_and_editing_can_be_undone_and_never_lose_the_focus() {
    browser(|page| async move {
        let _site = open(&page, "").await;
        post(&page, "To be changed").await;
        page.click("button", "Delete your comment*").await;
        says(&page, "Comment deleted.").await;
        page.until("the focus on Undo", || async { page.focused().await.1 == "Undo" }).await;
        texts_are(&page, &["A sample."]).await;
        page.press(Key::Enter).await;
        says(&page, "Undone.").await;
        page.until("the focus on the comment", || async { page.focused().await.1 == "Ana Ruiz" }).await;
        texts_are(&page, &["To be changed", "A sample."]).await;

        page.click("button", "Edit your comment*").await;
        page.until("the focus in the text", || async { page.focused().await.1 == "Comment" }).await;
        page.press(" and was").await;
        page.press_with(Key::Control, '\u{e007}').await;
        says(&page, "Changes saved.").await;
        assert_eq!(texts(&page).await[0], "To be changed and was");
        page.click("button", "Undo").await;
        says(&page, "Undone.").await;
        page.until("the old text", || async { texts(&page).await[0] == "To be changed" }).await;

        page.click("button", "Reply to Ana Ruiz").await;
        page.until("the focus in the reply", || async { page.focused().await.1 == "Comment" }).await;
        page.click("button", "Cancel").await;
        page.until("the focus back", || async { page.focused().await.1 == "Reply to Ana Ruiz" }).await;
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn a_draft_survives_a_reload_at_once_and_a_failed_post() {
    browser(|page| async move {
        let site = open(&page, "").await;
        page.type_into("textbox", "Comment", "Half a thought").await;
        // No pause: leaving the page keeps what the timer has not yet.
        again(&page).await;
        assert_eq!(page.value_of("textbox", "Comment").await, "Half a thought");
        let (): () = page
            .js("addEventListener('summary-card:comment-submit', (e) => { window.seen = e.detail.comment; e.preventDefault() }); return null")
            .await;
        sign(&page).await;
        page.click("button", "Post comment").await;
        let alert = page.find("alert", "*").await;
        page.until("the refusal", || async {
            alert.text().await.is_ok_and(|text| text.contains("The page did not accept the comment."))
        })
        .await;
        assert_eq!(page.js::<String>("return window.seen.text + window.seen.author.name").await, "Half a thoughtAna Ruiz");
        assert_eq!(page.value_of("textbox", "Comment").await, "Half a thought");
        page.find("button", "Copy my text").await;
        page.open(&site, "/town.html").await;
        page.all_cards_ready().await;
        show(&page).await;
        post(&page, ", finished").await;
        assert_eq!(texts(&page).await[0], "Half a thought, finished");
        again(&page).await;
        assert_eq!(page.value_of("textbox", "Comment").await, "", "a posted draft is gone");
    })
    .await;
}

#[tokio::test]
async fn refused_storage_is_said_and_comments_last_as_long_as_the_page() {
    browser(|page| async move {
        let refuse = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })";
        let _site = open(&page, refuse).await;
        page.card(0).await.says("does not let the page keep anything").await;
        post(&page, "For now").await;
        texts_are(&page, &["For now", "A sample."]).await;
    })
    .await;
}

#[tokio::test]
async fn full_storage_is_said_and_the_text_stays() {
    browser(|page| async move {
        let _site = open(&page, "").await;
        let (): () = page
            .js("let size = 1 << 22; for (let i = 0; size; ) { try { localStorage['fill' + i++] = 'x'.repeat(size) } catch { size >>= 1 } } return null")
            .await;
        page.type_into("textbox", "Comment", "No room").await;
        sign(&page).await;
        page.click("button", "Post comment").await;
        page.card(0).await.says("storage for the page is full").await;
        assert_eq!(page.value_of("textbox", "Comment").await, "No room");
        assert_eq!(page.find_all("button", "Copy my text").await.len(), 1);
        let (): () = page.js("localStorage.clear(); return null").await;
        page.click("button", "Post comment").await;
        says(&page, "Comment posted.").await;
    })
    .await;
}

#[tokio::test]
async fn hostile_text_is_only_text() {
    browser(|page| async move {
        let _site = open(&page, "").await;
        let hostile = [
            "<script>window.hit = 1</script>", "<img src=x onerror='window.hit = 1'>", "javascript:window.hit=1",
            "[x](javascript:window.hit=1)", "{{constructor.constructor('window.hit=1')()}}", "__proto__",
            "\u{202e}desrever", "שלום עולם", "مرحبا", "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "👩‍👩‍👧‍👦", "a\u{200b}\u{200b}b",
        ];
        for text in hostile {
            let set = format!(
                "const area = root().querySelector('.comment-form textarea'); area.value = {}; area.dispatchEvent(new InputEvent('input', {{bubbles: true}})); return null",
                serde_json::to_string(text).unwrap()
            );
            let (): () = page.js(&set).await;
            post(&page, "").await;
            page.until("the comment", || async { texts(&page).await.len() > 1 }).await;
        }
        page.until("all of them", || async { texts(&page).await.len() == hostile.len() + 1 }).await;
        let found: Vec<String> = page
            .js("return [window.hit, ...[...root().querySelectorAll('.comment .text *')].map((e) => e.localName)].filter((n) => n && !['p', 'br'].includes(n))")
            .await;
        assert!(found.is_empty(), "{found:?}");
        assert!(!texts(&page).await.concat().contains('\u{202e}'));
        page.assert_quiet().await;
        assert_eq!(page.axe().await, Vec::<String>::new());
        page.screenshot_whole("comments").await;
    })
    .await;
}

#[tokio::test]
async fn a_claim_counts_its_comments_and_shows_them() {
    browser(|page| async move {
        let _site = open(&page, "").await;
        page.click("button", "*The bridge will open in May.*").await;
        page.click("button", "Comment on this claim").await;
        page.until("the focus in the text", || async { page.focused().await.1 == "Comment" }).await;
        page.press("In May, really?").await;
        sign(&page).await;
        page.click("button", "Post comment").await;
        says(&page, "Comment posted.").await;
        page.click("button", "1 comment on this claim").await;
        page.until("the focus", || async { page.focused().await.1 == "Show all comments" }).await;
        page.until("only that comment", || async { texts(&page).await == ["In May, really?"] }).await;
        page.press(Key::Enter).await;
        page.until("all comments", || async { texts(&page).await.len() == 2 }).await;
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn a_link_to_a_comment_opens_the_section_and_everything_can_be_deleted() {
    browser(|page| async move {
        let site = open(&page, "").await;
        page.type_into("textbox", "Comment", "a draft").await;
        page.goto(&site.url("/town.html#town.comment-s1")).await;
        page.until("the focus on the sample", || async { page.focused().await.1 == "Sam" }).await;
        post(&page, " and more").await;
        page.click("button", "Your comments in this browser").await;
        page.click("button", "Delete everything I wrote here").await;
        page.until("the question", || async { page.focused().await.1 == "Yes, delete everything" }).await;
        page.press(Key::Enter).await;
        says(&page, "Everything you wrote here was deleted.").await;
        page.until("the focus kept", || async { page.focused().await.1 == "Delete everything I wrote here" })
            .await;
        assert_eq!(stored(&page, "").await.len(), 0);
        texts_are(&page, &["A sample."]).await;
    })
    .await;
}

#[tokio::test]
async fn with_ten_thousand_comments_the_page_pauses_and_pages() {
    browser(|page| async move {
        let seed = "
            if (!localStorage.length) for (let i = 0; i < 10000; i++) localStorage['summary-card/1/town/comment/k' + i] =
              JSON.stringify({v: 1, comment: {id: 'k' + i, text: 'Comment ' + i, author: {name: 'A'},
                dateCreated: new Date(1.7e12 + i * 1000).toISOString(), parentItem: i % 3 ? 'k' + (i - i % 3) : undefined}});
            window.long = []; new PerformanceObserver((list) => list.getEntries().forEach((e) => window.long.push(e.duration))).observe({type: 'longtask', buffered: true});";
        let _site = open(&page, seed).await;
        page.find("heading", "10,001 comments").await;
        // The seeding itself is the longest task of the first load.
        again(&page).await;
        page.find("heading", "10,001 comments").await;
        page.until("a page of comments", || async { texts(&page).await.len() == 20 }).await;
        let long: Vec<f64> = page.js("return window.long").await;
        println!("long tasks with 10,000 comments, in ms: {long:?}");
        page.click("button", "Show more").await;
        page.until("two pages", || async { texts(&page).await.len() == 40 }).await;
        page.until("the focus on the first new one", || async { page.focused().await.0 == "article" }).await;
        page.type_into("textbox", "Comment", "typing with many").await;
        assert_eq!(page.value_of("textbox", "Comment").await, "typing with many");
    })
    .await;
}
