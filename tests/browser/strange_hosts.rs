//! Pages that are stricter, stranger or worse than most: the card works, or it says why, and the page is unharmed.

use std::time::Duration;

use summary_card_render::Options;

use crate::harness::{Key, Need, Page, Reply, Site, browser, browser_with};
use crate::newsroom::{CARD, FILE, STORY, assert_unharmed, bridge, newsroom, open_live, story};
use crate::prerendered::{INSIDE, rendered};

/// A claim opens, with what is in it.
/// By keyboard: the drivers' own scripts, which a click takes, cannot work on every such page.
async fn assert_opens(page: &Page) {
    let card = page.card(0).await;
    card.find("button", "The repair costs*").await;
    let (): () = page.js("root().querySelectorAll('.claim summary')[1].focus(); return null").await;
    page.press(Key::Enter).await;
    card.says(INSIDE).await;
}

/// Neither refused nor reported: a policy that only reports sees nothing either.
#[tokio::test]
async fn a_policy_that_only_reports_has_nothing_to_report() {
    browser(|page| async move {
        let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
        for element in [CARD.to_owned(), rendered(Options::default())] {
            for header in ["Content-Security-Policy-Report-Only", "Content-Security-Policy"] {
                let site = newsroom(&element);
                site.set(STORY, story(&element).header(header, policy));
                open_live(&page, &site).await;
                assert_opens(&page).await;
                page.open_everything().await;
                assert_eq!(page.violations().await, Vec::<String>::new(), "{header}");
                page.assert_quiet().await;
            }
        }
    })
    .await;
}

/// A frame without an origin of its own: nothing can be stored, and all files come from elsewhere.
#[tokio::test]
async fn a_sandboxed_frame() {
    browser_with(Need::OneEngine, |page| async move {
        let site = newsroom(CARD);
        site.allow_other_origins();
        site.set(
            "/around.html",
            Reply::html(format!(
                "<!doctype html><title>Around</title><iframe sandbox=\"allow-scripts\" width=800 height=700 src=\"{STORY}\"></iframe>"
            )),
        );
        page.open(&site, "/around.html").await;
        page.driver().enter_frame(0).await.expect("there is a frame");
        page.event("ready").await;
        let card = page.card(0).await;
        card.click("button", "The repair costs*").await;
        card.says(INSIDE).await;
        assert_eq!(page.js::<String>("return origin").await, "null");
        assert_unharmed(&page).await;
    })
    .await;
}

/// `src` is relative to the page's base, `embed.js` finds its own files beside itself.
#[tokio::test]
async fn a_page_with_another_base() {
    browser(|page| async move {
        let site = newsroom("");
        let element = CARD.replace("/bridge.json", "bridge.json");
        site.set(STORY, story(&["<base href=\"/elsewhere/\">", &element].concat()));
        site.set("/elsewhere/bridge.json", Reply::json(bridge().to_string()));
        site.set(FILE, Reply::status(404));
        open_live(&page, &site).await;
        assert_opens(&page).await;
        page.assert_quiet().await;
    })
    .await;
}

/// A page that is opened as a file, with `embed.js` from a server: the card file beside it cannot be fetched.
#[tokio::test]
async fn a_page_that_is_opened_as_a_file() {
    browser_with(Need::OneEngine, |page| async move {
        let site = newsroom("");
        site.allow_other_origins();
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/opened-as-a-file");
        std::fs::create_dir_all(&folder).expect("a folder");
        let (script, first) = (site.url("/embed.js"), site.url("/__first.js"));
        let html = format!(
            "<!doctype html><script src=\"{first}\"></script><script type=\"module\" src=\"{script}\"></script>{}",
            CARD.replace("/bridge.json", "bridge.json")
        );
        std::fs::write(folder.join("page.html"), html).expect("it is written");
        std::fs::write(folder.join("bridge.json"), bridge().to_string()).expect("it is written");
        page.goto(&format!("file://{}", folder.join("page.html").display())).await;
        let error = page.event("error").await;
        assert_eq!(error.detail["code"], "network");
        let message = error.detail["message"].as_str().expect("a text");
        assert!(message.contains("file://") && message.contains("use a web server"), "{message}");
        let text = page.card(0).await.text().await;
        assert!(text.contains("could not be loaded"), "{text}");
    })
    .await;
}

/// What a page's other scripts do to the browser's own objects before the card comes, and what becomes of the card:
/// live, or the code that it fails with.
const HOSTS: [(&str, &str, &str); 13] = [
    (
        "functions on every list",
        "Array.prototype.each = function () {}; Array.prototype.remove = function () {}",
        "live",
    ),
    ("functions on every object", "Object.prototype.extend = function () {}", "live"),
    (
        "frozen prototypes",
        "for (const each of [Object, Array, String, Function, Promise, Map, Set]) Object.freeze(each.prototype)",
        "live",
    ),
    (
        "lists that write themselves",
        "Array.prototype.toJSON = function () { return `${this}` }; String.prototype.toJSON = function () { return 'text' }; mend(Array, String)",
        "live",
    ),
    (
        "objects that write themselves",
        "Object.prototype.toJSON = function () { return 'an object' }; mend(Object)",
        "live",
    ),
    (
        "another Date",
        "const Own = Date; window.Date = class extends Own { static now() { return 0 } toISOString() { return '' } }",
        "live",
    ),
    (
        "an Intl that throws",
        "for (const name of ['DateTimeFormat', 'PluralRules', 'RelativeTimeFormat', 'NumberFormat']) Intl[name] = function () { throw new RangeError(name) }",
        "live",
    ),
    (
        "customElements behind a wrapper",
        "const define = customElements.define; customElements.define = function (name, made, options) { return define.call(this, name, class extends made {}, options) }",
        "live",
    ),
    (
        "append behind a wrapper",
        "const append = Element.prototype.append; Element.prototype.append = function (...nodes) { return append.apply(this, nodes) }",
        "live",
    ),
    (
        "no attachShadow",
        "Element.prototype.attachShadow = function () { throw new Error('not here') }",
        "no-shadow",
    ),
    (
        "closed roots only",
        "const attach = Element.prototype.attachShadow; Element.prototype.attachShadow = function () { return attach.call(this, { mode: 'closed' }) }",
        "no-shadow",
    ),
    (
        "no observers",
        "delete window.IntersectionObserver; delete window.ResizeObserver; delete window.MutationObserver",
        "live",
    ),
    ("no idle time", "delete window.requestIdleCallback; delete window.queueMicrotask", "live"),
];

/// For what the driver cannot work with either: it is undone when the card has told how it is.
const MEND: &str = "const mend = (...all) => {
    for (const kind of ['ready', 'error']) addEventListener(`summary-card:${kind}`, () => all.forEach((each) => delete each.prototype.toJSON));
};";

#[tokio::test]
async fn scripts_that_change_the_browser_s_own_objects() {
    browser(|page| async move {
        for (what, script, wanted) in HOSTS {
            let site = newsroom(CARD);
            site.run_first(&format!("{{ {MEND} {script} }}"));
            page.open(&site, STORY).await;
            if script.contains("mend") {
                tokio::time::sleep(Duration::from_secs(3)).await;
            }
            page.until_js(what, "return __record.events.length > 0").await;
            let first = &page.events().await[0];
            let came =
                if first.kind == "ready" { "live" } else { first.detail["code"].as_str().unwrap_or("none") };
            assert_eq!(came, wanted, "{what}: {}", first.detail);
            if wanted == "live" {
                assert_opens(&page).await;
            }
            assert_unharmed(&page).await;
            assert_eq!(page.errors().await, Vec::<String>::new(), "{what}");
        }
    })
    .await;
}

/// Taken out and put in again, over and over, at every moment while it loads.
#[tokio::test]
async fn an_element_that_never_rests() {
    browser(|page| async move {
        for element in
            [CARD.to_owned(), rendered(Options::default()), CARD.replace("id=", "loading=eager id=")]
        {
            let site: Site = newsroom(&element);
            page.open(&site, STORY).await;
            let moved = "const one = card(); let turns = 0;
                 const turn = () => {
                   if (++turns > 40) return done(null);
                   if (turns % 3) one.remove(); else document.querySelector('article').append(one);
                   if (turns === 40) document.querySelector('article').append(one);
                   setTimeout(turn, turns % 7 * 5);
                 };
                 turn();";
            let (): () = page.js_async(moved).await;
            let (): () = page.js("card().scrollIntoView(); return null").await;
            page.event("ready").await;
            assert_opens(&page).await;
            page.assert_quiet().await;
            assert_unharmed(&page).await;
        }
    })
    .await;
}
