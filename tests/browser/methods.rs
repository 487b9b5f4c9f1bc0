//! The element's methods and properties: `ready`, `load`, `openClaim`.

use crate::harness::{Reply, browser};
use crate::newsroom::{CARD, STORY, bridge, newsroom, open_live};
use serde_json::{Value, json};
use std::time::Duration;

#[tokio::test]
async fn load_takes_data_or_text_and_a_mistake_leaves_the_card() {
    browser(|page| async move {
        let card = open_live(&page, &newsroom(CARD)).await;
        let mut other = bridge();
        other["headline"] = "Given as data".into();
        let given: bool = page
            .js_async(&format!("card().load({other}).then((it) => done(it === card()), () => done(false))"))
            .await;
        assert!(given, "load() gives the element");
        card.find("heading", "Given as data").await;
        other["headline"] = "Given as text".into();
        // As an editor may have saved it: fetch passes the byte order mark over, and so does this.
        let text = Value::from(format!("\u{feff}{other}"));
        let (): () = page.js_async(&format!("card().load({text}).then(() => done(null))")).await;
        card.find("heading", "Given as text").await;
        for (mistake, code) in [
            ("'{'", "not-json"),
            ("''", "not-json"),
            ("null", "wrong-shape"),
            ("{ version: 1 }", "wrong-shape"),
            ("{ version: 3 }", "wrong-version"),
        ] {
            page.forget_events().await;
            let script = format!("card().load({mistake}).then(() => done('live'), (why) => done(why.code))");
            assert_eq!(page.js_async::<String>(&script).await, code, "{mistake}");
            assert_eq!(page.event("error").await.detail["code"], code);
            card.find("heading", "Given as text").await;
        }
        assert!(page.errors().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_card_made_by_a_script_can_be_given_its_data_first() {
    browser(|page| async move {
        let site = newsroom("<div id=place></div>");
        page.open(&site, STORY).await;
        let script = format!(
            "customElements.whenDefined('summary-card').then(() => {{
               const made = document.createElement('summary-card');
               const loaded = made.load({});
               const opened = made.openClaim('closing');
               document.querySelector('#place').append(made);
               Promise.all([loaded, opened]).then(([it]) => done(it === made), (why) => done(String(why)));
             }})",
            bridge()
        );
        assert_eq!(page.js_async::<Value>(&script).await, true);
        page.card(0).await.says("on the first Monday").await;
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn ready_and_open_claim() {
    browser(|page| async move {
        page.open(&newsroom(CARD), STORY).await;
        let same: bool = page.js_async("card().ready.then((it) => done(it === card()))").await;
        assert!(same);
        let (): () = page.js_async("card().openClaim('cost').then(() => done(null))").await;
        assert_eq!(page.event("claim-toggle").await.detail, json!({ "id": "cost", "open": true }));
        let (role, name) = page.focused().await;
        assert!(role == "button" && name.starts_with("The repair costs"), "{role} {name}");
        page.forget_events().await;
        let (): () = page.js_async("card().openClaim('nobody').then(() => done(null))").await;
        assert!(page.events().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_newest_of_two_loads_wins() {
    browser(|page| async move {
        let site = newsroom(CARD);
        for (path, headline, wait) in [("/slow.json", "Slow", 800), ("/fast.json", "Fast", 0)] {
            let mut card = bridge();
            card["headline"] = headline.into();
            site.set(path, Reply::json(card.to_string()).delay(Duration::from_millis(wait)));
        }
        let card = open_live(&page, &site).await;
        page.forget_events().await;
        let (): () = page
            .js("card().setAttribute('src', '/slow.json'); card().setAttribute('src', '/fast.json'); return null")
            .await;
        page.event("ready").await;
        tokio::time::sleep(Duration::from_millis(1200)).await;
        card.find("heading", "Fast").await;
        assert_eq!(page.events().await.len(), 1);
        page.assert_quiet().await;
    })
    .await;
}

/// Whoever waits for `ready` finds the card in place, after the first load and after every other.
#[tokio::test]
async fn ready_means_rendered() {
    browser(|page| async move {
        page.open(&newsroom(CARD), STORY).await;
        let seen = "const seen = () => { const shown = root().querySelector('section');
                      return [shown.checkVisibility(), shown.textContent.includes('The bridge closes for repairs'),
                              shown.textContent.includes('Another headline'), !!shown.querySelector('details summary')] };";
        let first: Value = page
            .js_async(&format!("{seen} customElements.whenDefined('summary-card').then(() => card().ready).then(() => done(seen()))"))
            .await;
        assert_eq!(first, json!([true, true, false, true]));
        let mut other = bridge();
        other["headline"] = "Another headline".into();
        let second: Value = page.js_async(&format!("{seen} card().load({other}).then(() => done(seen()))")).await;
        assert_eq!(second, json!([true, false, true, true]));
    })
    .await;
}

/// What `ready` of a made element settles to when `script` happens: `live`, or the code; `never` after half a minute.
fn settles(script: &str) -> String {
    format!(
        "customElements.whenDefined('summary-card').then(async () => {{
           const made = document.createElement('summary-card');
           const data = {};
           const after = (time) => new Promise((next) => setTimeout(next, time));
           const result = (ready) => Promise.race([
             ready.then(() => 'live', (why) => `${{why instanceof Error}} ${{why.code}}`), after(30000).then(() => 'never')]);
           const put = () => document.querySelector('article').append(made);
           {script}
         }}).then(done, (why) => done(`${{why}}`))",
        bridge()
    )
}

#[tokio::test]
async fn ready_settles_whatever_happens() {
    browser(|page| async move {
        let site = newsroom("");
        // Later than the last of the steps below on any machine.
        site.set("/slow.json", Reply::json(bridge().to_string()).delay(Duration::from_secs(20)));
        for (what, script, wanted) in [
            ("removed at once", "put(); made.remove(); return result(made.ready)", "true removed"),
            (
                "removed at once where the program is there",
                "const other = document.createElement('summary-card'); document.querySelector('article').append(other);
                 await other.load(data); put(); made.remove(); return result(made.ready)",
                "true removed",
            ),
            ("removed in the next turn", "made.setAttribute('src', '/slow.json'); put(); const { ready } = made; await after(5); made.remove(); return result(ready)", "true removed"),
            (
                "removed while it loads",
                "made.setAttribute('src', '/slow.json'); made.setAttribute('loading', 'eager'); put();
                 const { ready } = made; await after(100); made.remove(); return result(ready)",
                "true removed",
            ),
            ("removed while it loads data", "const ready = made.load(data); put(); made.remove(); return result(ready)", "true removed"),
            (
                "put in again",
                "put(); made.remove(); await after(50); const loaded = made.load(data); put(); return result(loaded)",
                "live",
            ),
            ("moved", "const loaded = made.load(data); put(); document.body.append(made); return result(loaded)", "live"),
            ("a closed root", "made.attachShadow({ mode: 'closed' }); put(); return result(made.ready)", "true no-shadow"),
            (
                "a closed root and data",
                "made.attachShadow({ mode: 'closed' }); const loaded = made.load(data); put(); return result(loaded)",
                "true no-shadow",
            ),
            ("an open root", "made.attachShadow({ mode: 'open' }).append('The page\\'s own'); made.load(data); put(); return result(made.ready)", "live"),
            (
                "no IntersectionObserver",
                "const kept = IntersectionObserver; delete window.IntersectionObserver;
                 made.setAttribute('src', '/bridge.json'); put();
                 return result(made.ready).finally(() => window.IntersectionObserver = kept)",
                "live",
            ),
        ] {
            page.open(&site, STORY).await;
            assert_eq!(page.js_async::<String>(&settles(script)).await, wanted, "{what}");
            assert_eq!(page.errors().await, Vec::<String>::new(), "{what}");
        }
        // Where there is no place to say it, the event says it.
        let error = "document.addEventListener('summary-card:error', ({ detail }) => done(detail.code));";
        page.open(&site, STORY).await;
        let script = format!("{error} {}", settles("made.attachShadow({ mode: 'closed' }); put(); await after(2000)"));
        assert_eq!(page.js_async::<String>(&script).await, "no-shadow");
    })
    .await;
}
