//! Cards that come and go, as on a page that renders its articles anew: nothing of them stays.

use crate::harness::{Need, Page, browser, browser_with, part};
use crate::newsroom::{STORY, bridge, newsroom};
use serde::Deserialize;
use serde_json::json;

/// What the page holds, after everything that can be freed was.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Held {
    js_event_listeners: usize,
    nodes: usize,
}

/// A page of 64 KiB: WebAssembly memory grows by whole ones, and never shrinks.
const MEMORY_PAGE: usize = 64 * 1024;

/// Opens a page on which cards can be made: `mount()` puts one into it, loaded and used, and takes it out again.
async fn open(page: &Page) {
    page.open(&newsroom("<div id=place></div><input id=field aria-label=Field>"), STORY).await;
    let script = format!(
        "window.data = {};
         window.refs = [];
         window.next = () => new Promise((next) => setTimeout(next));
         window.put = () => {{
           const made = document.createElement('summary-card');
           made.setAttribute('loading', 'eager');
           document.querySelector('#place').append(made);
           refs.push(new WeakRef(made));
           return made.load(data);
         }};
         window.mount = async () => {{
           const made = await put();
           await made.openClaim('closing');
           made.setAttribute('lang', 'es');
           await next();
           // What is inside of a claim comes in a piece of its own.
           const inside = () => made.shadowRoot.querySelector('[data-claim][open] .actions button');
           while (!inside()) await next();
           inside().click();
           await next();
           made.remove();
           await next();
         }};
         return null",
        bridge()
    );
    let (): () = page.js(&script).await;
}

/// Mounts that many cards one after the other.
async fn mount(page: &Page, count: usize) {
    let script = format!(
        "customElements.whenDefined('summary-card')
           .then(async () => {{ for (let n = 0; n < {count}; n++) await mount() }})
           .then(() => done(null), (why) => done(`${{why}}`))"
    );
    let why: Option<String> = page.js_async(&script).await;
    assert_eq!(why, None);
}

async fn held(page: &Page) -> Held {
    // Chromium keeps the field that had the focus last, and with it all of its card: let that be the page's own.
    let (): () = page.js_async("field.focus(); setTimeout(() => { field.blur(); done(null) }, 300)").await;
    // The events that the test itself recorded.
    page.forget_events().await;
    for _ in 0..5 {
        page.cdp("HeapProfiler.collectGarbage", json!({})).await;
    }
    let counted = page.cdp("Memory.getDOMCounters", json!({})).await;
    serde_json::from_value(counted).expect("Chromium counts listeners and nodes")
}

/// How many bytes of WebAssembly memory the module has.
async fn memory(page: &Page) -> usize {
    let module = part("live.js");
    page.js_async(&format!(
        "import('{module}').then((module) => module.default()).then((wasm) => done(wasm.memory.buffer.byteLength))"
    ))
    .await
}

#[tokio::test]
async fn three_hundred_mounts_cost_what_three_do() {
    browser_with(Need::Protocol, |page| async move {
        open(&page).await;
        mount(&page, 3).await;
        let (three, memory_of_three) = (held(&page).await, memory(&page).await);
        // A hundred at a time: a script may take half a minute.
        for _ in 0..3 {
            mount(&page, 100).await;
        }
        let (all, memory_of_all) = (held(&page).await, memory(&page).await);
        assert!(all.js_event_listeners <= three.js_event_listeners + 6, "{three:?}, then {all:?}");
        assert!(all.nodes <= three.nodes + 20, "{three:?}, then {all:?}");
        let grown = memory_of_all - memory_of_three;
        assert!(grown <= 2 * MEMORY_PAGE, "{grown} bytes more than {memory_of_three}");
        let left: usize = page.js("return refs.filter((ref) => ref.deref()).length").await;
        assert_eq!(left, 0, "elements are still held");
        page.assert_quiet().await;
    })
    .await;
}

/// A hundred at the same time, as on a page with a long list; all gone, and all there again.
#[tokio::test]
async fn a_hundred_cards_at_once_go_and_their_places_are_used_again() {
    browser_with(Need::Protocol, |page| async move {
        open(&page).await;
        mount(&page, 3).await;
        let before = held(&page).await;
        let put =
            "Promise.all(Array.from({ length: 100 }, put)).then(() => done(null), (why) => done(`${why}`))";
        let gone = "document.querySelector('#place').replaceChildren(); next().then(() => done(null))";
        let mut after = Vec::new();
        for _ in 0..3 {
            let why: Option<String> = page.js_async(put).await;
            assert_eq!(why, None);
            let (): () = page.js_async(gone).await;
            after.push((held(&page).await, memory(&page).await));
        }
        let [(first, memory_of_first), .., (last, memory_of_last)] = &after[..] else {
            unreachable!("three rounds")
        };
        // One root each, with Yew's listeners, which nothing can free; and not one more when they come again.
        assert!(first.nodes <= before.nodes + 100 + 20, "{before:?}, then {after:?}");
        assert!(last.nodes <= first.nodes + 20, "{after:?}");
        assert!(last.js_event_listeners <= first.js_event_listeners + 6, "{after:?}");
        assert!(memory_of_last - memory_of_first <= 2 * MEMORY_PAGE, "{after:?}");
        let left: usize = page.js("return refs.filter((ref) => ref.deref()).length").await;
        assert_eq!(left, 0, "elements are still held");
        page.assert_quiet().await;
    })
    .await;
}

/// A root that had another card before shows nothing of it.
#[tokio::test]
async fn a_used_place_is_as_good_as_new() {
    browser(|page| async move {
        open(&page).await;
        mount(&page, 1).await;
        let mut other = bridge();
        other["headline"] = "Another headline".into();
        let (): () = page
            .js_async(&format!(
                "window.data = {other};
                 put().then((made) => {{
                   // One that goes while another comes: neither is taken for the other.
                   made.remove();
                   setTimeout(() => put().then(() => done(null)));
                 }})"
            ))
            .await;
        let card = page.card(0).await;
        card.find("heading", "Another headline").await;
        let open: usize = page.js("return root().querySelectorAll('[data-claim][open]').length").await;
        assert_eq!(open, 0, "what the reader opened in the card before is open");
        page.forget_events().await;
        card.click("button", "The bridge closes in March.*").await;
        assert_eq!(page.event("claim-toggle").await.detail["open"], true);
        card.click("button", "Show it in the article").await;
        assert_eq!(page.event("quote-show").await.detail["found"], true);
        page.assert_quiet().await;
    })
    .await;
}
