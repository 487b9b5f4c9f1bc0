//! The page around the card: it is never changed, whatever page it is, and nothing of a card stays behind.

use crate::harness::{Reply, Site, browser, part};
use crate::newsroom::{CARD, FILE, STORY, assert_unharmed, bridge, newsroom, open_live, story};
use serde_json::{Value, json};
use std::time::Duration;

const FIRST: &str = "The bridge closes in March.*";

/// Every node of the page but the card, as the server sent it and as it is now: `[before, now]`.
const NODES: &str = "
    const nodes = (page) => {
      page.querySelectorAll('summary-card').forEach((each) => each.remove());
      const walk = page.createTreeWalker(page.documentElement), all = [];
      for (let node = walk.currentNode; node; node = walk.nextNode())
        all.push([node.nodeName, node.nodeValue ?? node.cloneNode().outerHTML].join(' '));
      return all;
    };
    const parse = (text) => new DOMParser().parseFromString(text, 'text/html');
    // A copy, so that the card itself stays.
    const copy = () => { const copy = document.implementation.createHTMLDocument();
      copy.replaceChild(copy.importNode(document.documentElement, true), copy.documentElement); return copy };
    fetch(location.pathname).then((answer) => answer.text())
      .then((text) => done([nodes(parse(text)), nodes(copy())]));";

#[tokio::test]
async fn the_page_s_nodes_are_what_they_were() {
    browser(|page| async move {
        open_live(&page, &newsroom(CARD)).await;
        let card = page.card(0).await;
        card.click("button", FIRST).await;
        card.click("button", "Show it in the article").await;
        page.event("quote-show").await;
        let (before, now): (Vec<String>, Vec<String>) = page.js_async(NODES).await;
        assert!(before.len() > 20, "{before:?}");
        assert_eq!(now, before);
        assert_unharmed(&page).await;
    })
    .await;
}

/// Everything the card does is allowed by the strictest policy that lets WebAssembly run.
#[tokio::test]
async fn the_strictest_policy_refuses_nothing() {
    under_the_strictest_policy(CARD, &[]).await;
}

/// Where Trusted Types are required, a browser may report every `<script>` that a script writes, a block of data
/// like any other, though it leaves it in the page. That is all it reports.
#[tokio::test]
async fn the_strictest_policy_reports_the_json_ld_alone() {
    let element = CARD.replace("id=", "json-ld=on id=");
    under_the_strictest_policy(&element, &["require-trusted-types-for trusted-types-sink"]).await;
}

/// Nothing is refused but what is named in `allowed`, however often.
async fn under_the_strictest_policy(element: &str, allowed: &'static [&'static str]) {
    let element = element.to_owned();
    browser(move |page| async move {
        let site = newsroom(&element);
        let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
        site.set(STORY, story(&element).header("Content-Security-Policy", policy));
        open_live(&page, &site).await;
        let card = page.card(0).await;
        card.click("button", FIRST).await;
        card.click("button", "Show it in the article").await;
        page.event("quote-show").await;
        card.click("button", "Back to the card").await;
        card.click("button", "Who stands where*").await;
        card.click("button", "Ana Ruiz").await;
        card.click("button", "Mark every quote in the article").await;
        card.click("button", "Expand all").await;
        page.open_everything().await;
        card.click("button", "Copy link").await;
        let load = format!("card().load({}).then(() => done(null))", bridge());
        let (): () = page.js_async(&load).await;
        let mut refused = page.violations().await;
        refused.retain(|line| !allowed.contains(&line.as_str()));
        assert_eq!(refused, Vec::<String>::new());
        if allowed.is_empty() {
            page.assert_quiet().await;
        }
    })
    .await;
}

#[tokio::test]
async fn page_and_card_come_from_two_origins() {
    browser(|page| async move {
        let (cards, news) = (newsroom(""), Site::empty());
        cards.allow_other_origins();
        let element = format!("<summary-card id=card src={:?}></summary-card>", cards.url(FILE));
        let mut page_text = story(&element);
        page_text = page_text.header("Content-Security-Policy", &format!(
            "default-src 'none'; script-src 'self' {0} 'wasm-unsafe-eval'; style-src {0}; connect-src {0}",
            cards.url("")
        ));
        news.set(STORY, page_text);
        // The page's own paths lead to the cards' server, as a CDN's address in the page would.
        news.set("/embed.js", Reply::body("text/javascript", format!("import {:?}", cards.url("/embed.js"))));
        news.set("/own.js", Reply::body("text/javascript", ""));
        let card = open_live(&page, &news).await;
        card.click("button", FIRST).await;
        card.click("button", "Show it in the article").await;
        assert_eq!(page.event("quote-show").await.detail["found"], true);
        assert_eq!(page.violations().await, Vec::<String>::new());
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn two_cards_share_the_wasm_and_nothing_else() {
    browser(|page| async move {
        let first = CARD.replace("id=", "marks=all id=");
        let second = first.replace("\"card\"", "\"second\"").replace("bridge", "two");
        let site = newsroom(&format!("{first}{second}"));
        let mut two = bridge();
        two["id"] = "two".into();
        site.set("/two.json", Reply::json(two.to_string()));
        open_live(&page, &site).await;
        let asked = site.requests();
        let mut wasm: Vec<&String> = asked.iter().filter(|path| path.contains(".wasm")).collect();
        let all = wasm.len();
        wasm.sort_unstable();
        wasm.dedup();
        assert_eq!(wasm.len(), all, "{asked:?}");
        let (first, second) = (page.card(0).await, page.card(1).await);
        first.click("button", FIRST).await;
        let (): () = page.js("location.hash = '#bridge?actor=shops'; return null").await;
        first.find_none("button", FIRST).await;
        second.find("button", FIRST).await;
        assert!(!second.text().await.contains("Showing"));
        let events = page.events().await;
        assert!(events.iter().all(|event| event.kind == "ready" || event.card == "card"), "{events:?}");
        // Each marks its own passages, and one that goes leaves the other's.
        let marks = "return CSS.highlights.get('summary-card-quote')?.size";
        page.until_js("all marks", &format!("{marks} === 8")).await;
        let (): () = page.js("card(0).remove(); return null").await;
        page.until_js("half the marks", &format!("{marks} === 4")).await;
        second.click("button", FIRST).await;
        second.click("button", "Show it in the article").await;
        assert_eq!(page.event("quote-show").await.card, "second");
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn a_moved_card_stays_as_it_was() {
    browser(|page| async move {
        let site = newsroom(CARD);
        let card = open_live(&page, &site).await;
        card.click("button", FIRST).await;
        page.event("claim-toggle").await;
        // The article is there: nothing more is on its way.
        card.find("button", "Show it in the article").await;
        // A moved style sheet is asked for again, and the page's icon at any time, which is the browser's own doing.
        let asked = || -> Vec<String> {
            site.requests()
                .into_iter()
                .filter(|path| !path.contains(".css") && !path.contains("favicon"))
                .collect()
        };
        let before = asked();
        let (): () =
            page.js("window.one = card(); document.querySelector('h1').before(one); return null").await;
        let (): () = page.js("document.querySelector('article').append(one); return null").await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert!(page.card(0).await.text().await.contains("on the first Monday"));
        assert_eq!(asked(), before, "moving asked the server again");
        assert_eq!(page.events().await.iter().filter(|event| event.kind == "ready").count(), 1);
        card.click("button", FIRST).await;
        page.until("the claim closed", || async { page.events().await.len() == 3 }).await;
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn a_card_taken_out_and_put_in_again_works() {
    browser(|page| async move {
        open_live(&page, &newsroom(CARD)).await;
        let (): () = page.js("window.one = card(); one.remove(); return null").await;
        page.until_js("no mark left", "return !CSS.highlights.get('summary-card-quote')?.size").await;
        page.forget_events().await;
        let (): () =
            page.js("document.querySelector('article').append(one); one.scrollIntoView(); return null").await;
        page.event("ready").await;
        let card = page.card(0).await;
        card.click("button", FIRST).await;
        card.click("button", "Show it in the article").await;
        assert_eq!(page.event("quote-show").await.detail["found"], true);
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn a_card_in_another_framework_s_shadow_root_works() {
    browser(|page| async move {
        let site = newsroom("");
        let inner = "<article><h3>Inside</h3><p>The old bridge will close on the first Monday of March.</p>\
                     <summary-card id=card src=/bridge.json></summary-card></article>";
        let own = format!(
            "customElements.define('x-app', class extends HTMLElement {{ connectedCallback() {{
               this.attachShadow({{ mode: 'open' }}).innerHTML = {inner:?}; }} }});
             document.querySelector('article').replaceWith(document.createElement('x-app'));"
        );
        site.set("/own.js", Reply::body("text/javascript", own));
        page.open(&site, STORY).await;
        page.event("ready").await;
        let card = page.card(0).await;
        card.click("button", FIRST).await;
        card.click("button", "Show it in the article").await;
        assert_eq!(page.event("quote-show").await.detail["found"], true);
        card.find("button", "Back to the card").await;
        page.press(crate::harness::Key::Enter).await;
        page.until("the focus back", || async { page.focused().await.1 == "Show it in the article" }).await;
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn the_headings_continue_the_page_s() {
    browser(|page| async move {
        for (before, level) in [("", "H2"), ("<h2>Part</h2>", "H3"), ("<h4>Deep</h4>", "H5"), ("<h6>Deepest</h6>", "H6")] {
            let site = newsroom(&format!("{before}{CARD}<h3>After</h3>"));
            open_live(&page, &site).await;
            let (title, below): (String, String) =
                page.js("const all = root().querySelectorAll('h1,h2,h3,h4,h5,h6'); return [all[0].nodeName, all[1].nodeName]").await;
            assert_eq!(title, level);
            let next = level.as_bytes()[1].saturating_add(1).min(b'6');
            assert_eq!(below, format!("H{}", char::from(next)));
        }
    })
    .await;
}

#[tokio::test]
async fn a_card_taken_out_while_it_loads_says_nothing_more() {
    browser(|page| async move {
        let site = newsroom(CARD);
        for slow in [FILE, &part("summary-card_bg.wasm")] {
            let reply = if slow == FILE { Reply::json(bridge().to_string()) } else { Reply::file() };
            site.set(slow, reply.delay(Duration::from_millis(700)));
            page.open(&site, STORY).await;
            let asked = || async { site.requests().iter().any(|path| path == slow) };
            page.until("the request", asked).await;
            let (): () = page.js("window.one = card(); one.remove(); return null").await;
            tokio::time::sleep(Duration::from_millis(1500)).await;
            assert!(page.events().await.is_empty());
            page.assert_quiet().await;
            let (): () = page.js("document.querySelector('article').append(one); return null").await;
            page.event("ready").await;
            page.card(0).await.find("button", FIRST).await;
            site.set(FILE, Reply::json(bridge().to_string()));
        }
    })
    .await;
}

/// A card file can say what it likes: all of it is text.
#[tokio::test]
async fn text_never_becomes_markup() {
    /// Every text of the card that a reader sees, made into markup, and every address into a script.
    fn poison(value: &mut Value) {
        match value {
            Value::String(text) => *text = format!("<img src=x onerror='hacked = 1'><b>{text}</b>"),
            Value::Array(items) => items.iter_mut().for_each(poison),
            Value::Object(fields) => {
                for (name, field) in fields {
                    match name.as_str() {
                        "url" => *field = "javascript:hacked=1".into(),
                        "id" | "actor" | "target" | "status" | "label" | "anonymity" | "version"
                        | "inLanguage" => {}
                        _ => poison(field),
                    }
                }
            }
            _ => {}
        }
    }
    browser(|page| async move {
        let mut card = bridge();
        // Who says a claim is named by an id.
        card["claims"][1]["author"] = json!(null);
        poison(&mut card);
        card["claims"][1]["author"] = json!(["mayor"]);
        card["comments"] = json!([{ "id": "c", "author": "<img src=x onerror='hacked = 1'>", "dateCreated": "2025-01-01",
            "text": "<img src=x onerror='hacked = 1'> [a](javascript:hacked=1) <javascript:hacked=1>" }]);
        card["url"] = "javascript:hacked=1".into();
        let site = newsroom(&CARD.replace("id=", "json-ld=on id="));
        site.set(FILE, Reply::json(card.to_string()).delay(Duration::from_millis(300)));
        // First as the plain card, then as the live one.
        site.set(&part("summary-card_bg.wasm"), Reply::file().delay(Duration::from_millis(1500)));
        page.open(&site, STORY).await;
        let look = "return [!!root().querySelector('h2, h3'), root().querySelectorAll('img, b, script').length,
            [...root().querySelectorAll('[href], [src]')].filter((each) => /^javascript/i.test(each.href ?? each.src)).length,
            typeof hacked]";
        page.until_js("the plain card", "return !!root().querySelector('.plain')").await;
        page.open_everything().await;
        let safe = json!([true, 0, 0, "undefined"]);
        assert_eq!(page.js::<Value>(look).await, safe);
        page.event("ready").await;
        page.open_everything().await;
        page.card(0).await.says("<b>The bridge closes for repairs</b>").await;
        assert_eq!(page.js::<Value>(look).await, safe);
        page.written_json_ld().await;
        let data: Vec<String> = page.js("return [...card().querySelectorAll('script')].map((each) => each.type)").await;
        assert_eq!(data, ["application/ld+json"]);
        page.assert_quiet().await;
    })
    .await;
}
