//! The harness itself: each helper sees what it should, on pages made up here.

use crate::harness::{Engine, Key, Need, Page, Reply, Site, browser, browser_with};
use crate::pages::every_page;
use crate::quotes::UNREAD;
use serde_json::json;
use std::time::Duration;

/// A page whose `<summary-card>` is only a shadow root with this in it.
fn page_with(card: &str) -> Reply {
    Reply::html(format!(
        r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Made up</title></head>
        <body><button>Outside</button>
        <summary-card id="first"><template shadowrootmode="open">{card}</template></summary-card>
        </body></html>"#
    ))
}

async fn open(page: &Page, card: &str) -> Site {
    let site = Site::empty();
    site.set("/", page_with(card));
    page.open(&site, "/").await;
    site
}

#[tokio::test]
async fn things_are_found_by_role_and_name_in_the_shadow_root() {
    browser(|page| async move {
        let markup = "<details><summary>More <b>detail</b></summary><button>Hidden</button></details>
            <h2>Claims</h2><section aria-label=Comments><button>Post</button></section>
            <div role=button aria-labelledby=name></div><span id=name>Named elsewhere</span>
            <label> Odd&nbsp;\u{202f} white <i> space </i> <input></label>";
        open(&page, markup).await;
        assert!(page.has("button", "Outside").await);
        let card = page.card(0).await;
        assert!(!card.has("button", "Outside").await);
        assert!(!card.has("button", "Hidden").await);
        assert!(card.has("heading", "Claims").await);
        card.click("button", "More detail").await;
        card.find("button", "Hidden").await;
        card.click("button", "More*").await;
        card.find_none("button", "Hidden").await;
        card.find("textbox", "Odd white space").await;
        let comments = card.within("region", "Comments").await;
        assert_eq!(comments.find_all("button", "*").await.len(), 1);
        card.says("Claims").await;
        assert!(!card.text().await.contains("Outside"));
    })
    .await;
}

/// Engines have words of their own, or none, for `<summary>`, which acts and is announced as a button.
fn same_role(engine: &str, ours: &str) -> bool {
    engine == ours || (ours == "button" && matches!(engine, "DisclosureTriangle" | ""))
}

/// What the tests find things by.
const ROLES: [&str; 9] = [
    "button",
    "checkbox",
    "columnheader",
    "combobox",
    "heading",
    "link",
    "rowheader",
    "searchbox",
    "textbox",
];

/// `WebKitGTK` 2.50 gives a table's headers no name, and calls a list of choices a button named by its choice too.
const UNSAID_BY_WEBKIT: [&str; 3] = ["columnheader", "combobox", "rowheader"];

/// What the tests find things by is computed by the harness; here it is held to what the engine tells assistive
/// technology.
#[tokio::test]
async fn roles_and_names_are_what_the_engine_says() {
    browser(|page| async move {
        let site = Site::dist();
        let mut compared = 0;
        let mut differences = Vec::new();
        for path in every_page() {
            page.open(&site, &path).await;
            page.all_cards_ready().await;
            page.open_everything().await;
            // Until then its quotes are rendered anew at any moment.
            page.until_js(
                "every article read",
                &format!("return [...document.querySelectorAll('summary-card')].every((card) => !card.shadowRoot.querySelector({UNREAD:?}))"),
            )
            .await;
            for role in ROLES
                .iter()
                .filter(|role| !UNSAID_BY_WEBKIT.contains(role) || Engine::current() != Engine::WebKit)
            {
                let found = page.find_all(role, "*").await;
                for (element, (ours, name)) in found.iter().zip(page.roles_and_names(&found).await) {
                    let engine_role = page.computed(element, "computedrole").await;
                    let engine_name = page.computed(element, "computedlabel").await;
                    let letters = |name: &str| name.split_whitespace().collect::<String>();
                    if !same_role(&engine_role, &ours) || letters(&engine_name) != letters(&name) {
                        differences.push(format!(
                            "{path}: {ours} {name:?} is {engine_role} {engine_name:?} to the engine"
                        ));
                    }
                    compared += 1;
                }
            }
        }
        assert!(compared > 100, "only {compared}");
        assert!(differences.is_empty(), "{} of {compared}:\n{}", differences.len(), differences.join("\n"));
    })
    .await;
}

#[tokio::test]
async fn the_keyboard_types_and_moves_the_focus() {
    browser(|page| async move {
        let markup = "<label>Name <input></label><label>Text <textarea></textarea></label>";
        open(&page, markup).await;
        page.type_into("textbox", "Name", "Ana").await;
        assert_eq!(page.value_of("textbox", "Name").await, "Ana");
        page.press(Key::Tab).await;
        page.focus_is_on("textbox", "Text").await;
        page.press("two words").await;
        assert_eq!(page.value_of("textbox", "Text").await, "two words");
        page.press_with(Key::Shift, Key::Tab).await;
        page.focus_is_on("textbox", "Name").await;
    })
    .await;
}

#[tokio::test]
async fn events_errors_and_warnings_are_written_down() {
    browser(|page| async move {
        open(&page, "<p>Text</p>").await;
        page.assert_quiet().await;
        let (): () = page
            .js("const told = new CustomEvent('summary-card:claim-toggle',
                   { bubbles: true, composed: true, detail: { id: 'c1', open: true } });
                 root().querySelector('p').dispatchEvent(told);
                 console.warn('careful'); console.log('only so'); return null")
            .await;
        let event = page.event("claim-toggle").await;
        assert_eq!(event.detail, json!({ "id": "c1", "open": true }));
        assert_eq!(event.card, "first");
        page.forget_events().await;
        assert!(page.events().await.is_empty());
        let console = page.console().await.join("\n");
        assert!(console.contains("careful"), "{console}");
        assert!(!console.contains("only so"), "{console}");
        // Of the page's own: what a script of the driver throws is not everywhere an error of the page.
        let (): () = page
            .js("const own = document.createElement('script');
                 own.text = \"setTimeout(() => { throw new Error('unseen') })\";
                 document.body.append(own); return null")
            .await;
        page.until("the error", || async { !page.errors().await.is_empty() }).await;
    })
    .await;
}

#[tokio::test]
async fn the_site_misbehaves_as_told() {
    browser_with(Need::OneEngine, |page| async move {
        let site = open(&page, "").await;
        site.set("/missing.json", Reply::status(404));
        site.set("/gone.json", Reply::dropped());
        site.set("/wrong.js", Reply::body("text/plain", "1"));
        let late = Reply::json("{}").delay(Duration::from_millis(300));
        site.set("/late.json", late.header("X-Told", "yes"));
        let answers: Vec<String> = page
            .js_async(
                "const ask = async (path) => {
                   const before = performance.now();
                   try {
                     const answer = await fetch(path);
                     const late = performance.now() - before >= 290 ? ' late' : '';
                     return `${answer.status} ${answer.headers.get('content-type')} ${answer.headers.get('x-told')}${late}`;
                   } catch { return 'no answer' }
                 };
                 Promise.all(['missing.json', 'gone.json', 'wrong.js', 'late.json?x=1'].map(ask)).then(done)",
            )
            .await;
        let wanted = [
            "404 application/json null",
            "no answer",
            "200 text/plain null",
            "200 application/json yes late",
        ];
        assert_eq!(answers, wanted);
        assert!(site.requests().contains(&"/late.json?x=1".to_owned()));
        page.reload().await;
        let again = site.requests().iter().filter(|path| *path == "/").count();
        assert_eq!(again, 2);
        site.restore("/late.json");
        let status: u16 = page
            .js_async("fetch('late.json').then((answer) => done(answer.status))")
            .await;
        assert_eq!(status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_file_of_dist_keeps_its_body_under_another_mime_type() {
    browser_with(Need::OneEngine, |page| async move {
        let site = Site::dist();
        site.set("/card.css", Reply::file().mime("text/plain"));
        page.open(&site, "/card.css").await;
        let seen: (String, bool) =
            page.js("return [document.contentType, document.body.innerText.length > 0]").await;
        assert_eq!(seen, ("text/plain".to_owned(), true));
    })
    .await;
}

#[tokio::test]
async fn a_policy_and_a_reader_s_settings_reach_the_page() {
    browser_with(Need::Media, |page| async move {
        let site = Site::empty();
        let policy = "default-src 'none'; script-src 'self'";
        let reply = page_with("<img src=/refused.png alt=x>");
        site.set("/", reply.header("Content-Security-Policy", policy));
        page.media(&[("prefers-color-scheme", "dark"), ("prefers-reduced-motion", "reduce")]).await;
        page.viewport(320, 480).await;
        page.open(&site, "/").await;
        page.until("the picture refused", || async {
            page.violations().await.iter().any(|line| line.starts_with("img-src"))
        })
        .await;
        let script =
            "return ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', '(width: 320px)']
            .map((query) => matchMedia(query).matches)";
        assert_eq!(page.js::<Vec<bool>>(script).await, [true; 3]);
        // Alone: forced colours are dark or light of their own.
        page.media(&[("forced-colors", "active")]).await;
        page.until_js("forced colours", "return matchMedia('(forced-colors: active)').matches").await;
        page.zoomed_viewport(1280, 800, 2).await;
        assert_eq!(page.js::<u32>("return innerWidth").await, 640);
    })
    .await;
}

#[tokio::test]
async fn offline_means_no_answer_until_online_again() {
    browser_with(Need::Offline, |page| async move {
        open(&page, "").await;
        let ask = "fetch('/').then(() => done('answer'), () => done('none'))";
        page.offline(true).await;
        assert_eq!(page.js_async::<String>(ask).await, "none");
        page.offline(false).await;
        assert_eq!(page.js_async::<String>(ask).await, "answer");
    })
    .await;
}

#[tokio::test]
async fn a_layout_shift_is_measured() {
    browser_with(Need::Measures, |page| async move {
        open(&page, "<p>Text</p>").await;
        assert!(page.layout_shift().await.abs() < f64::EPSILON);
        // A shift counts only once the text was drawn where it was.
        let (): () = page
            .js_async(
                "requestAnimationFrame(() => setTimeout(() => {
                   const space = document.createElement('div');
                   space.style.height = '300px';
                   document.body.prepend(space);
                   done(null);
                 }, 100))",
            )
            .await;
        page.until("the shift", || async { page.layout_shift().await > 0.0 }).await;
    })
    .await;
}

#[tokio::test]
async fn a_picture_is_taken_of_the_whole_page() {
    browser_with(Need::OneEngine, |page| async move {
        open(&page, "<div style='height: 3000px'>Long</div>").await;
        page.screenshot_whole("harness").await;
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/target/screenshots/harness.png");
        let png = std::fs::read(file).expect("the picture is there");
        // A PNG keeps its height here, as a big-endian number.
        let height = u32::from_be_bytes(png[20..24].try_into().expect("four bytes"));
        assert!(height >= 3000, "{height}");
    })
    .await;
}

#[tokio::test]
#[should_panic(expected = "no button named \"Absent\"; there are: \"Outside\"")]
async fn what_is_missing_fails_with_what_is_there() {
    browser(|page| async move {
        open(&page, "").await;
        page.patient(Duration::from_millis(300)).find("button", "Absent").await;
    })
    .await;
}
