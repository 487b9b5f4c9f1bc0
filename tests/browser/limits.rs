//! The largest card that the format allows, on a page that has other things to do.

use crate::harness::{Page, Reply, browser};
use crate::newsroom::{CARD, FILE, newsroom, open_live};
use serde_json::{Value, json};

/// 200 actors, 200 claims, 1,000 stances; the second claim has 20 quotes.
fn largest() -> Value {
    let quote = |text: String| json!([{ "exact": text }]);
    let actors: Vec<_> =
        (0..200).map(|n| json!({ "id": format!("a{n}"), "name": format!("Actor number {n}") })).collect();
    let claims: Vec<_> = (0..200)
        .map(|n| {
            let quotes: Vec<_> = (0..if n == 1 { 20 } else { 1 })
                .map(|at| json!({ "exact": format!("The words of claim {n}, in the article for the {at}. time.") }))
                .collect();
            json!({ "id": format!("c{n}"), "text": format!("The claim number {n} is about something else."),
                "author": [format!("a{n}")], "status": "disputed", "claimType": "event", "evidence": quotes })
        })
        .collect();
    let stances: Vec<_> = (0..1000)
        .map(|n| json!({ "actor": format!("a{}", n / 5), "target": format!("c{}", (n * 7) % 200),
            "label": (["favor", "against", "none"][n % 3]), "evidence": quote(format!("Stance {n} is in the article.")) }))
        .collect();
    json!({ "version": 1, "id": "largest", "headline": "The largest card", "inLanguage": "en",
        "abstract": (0..10).map(|n| format!("Point {n}.")).collect::<Vec<_>>(),
        "actors": actors, "claims": claims, "stances": stances })
}

const ELEMENTS: &str = "return root().querySelectorAll('*').length";

/// The best of twenty: what the machine does beside it, other tests among that, is not the card's.
async fn milliseconds(page: &Page, before: &str, act: &str, done: &str) -> f64 {
    let script = format!(
        "const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
         (async () => {{
           let best = Infinity;
           for (let turn = 0; turn < 20; turn++) {{
             {before};
             await frame(); await frame();
             const start = performance.now();
             {act};
             while (!({done})) await new Promise((next) => setTimeout(next));
             root().querySelector('.summary-card').getBoundingClientRect();
             best = Math.min(best, performance.now() - start);
           }}
           done(best);
         }})()"
    );
    page.js_async(&script).await
}

/// What `YARDSTICK` takes, in milliseconds, on the machine that the limits below are for, with nothing else running:
/// reckoned from one that was half as fast, where it took 60 to 70.
const YARDSTICK_MILLISECONDS: f64 = 30.0;
/// Two thousand lines built and laid out, without the card.
const YARDSTICK: &str = "
    const box = document.createElement('div');
    for (let n = 0; n < 2000; n++) box.append(Object.assign(document.createElement('p'), { textContent: `Line number ${n}` }));
    document.body.append(box);
    box.getBoundingClientRect();
    box.remove()";

/// How many times slower than that this machine is now; never less than 1.
async fn slowness(page: &Page) -> f64 {
    let yardstick = milliseconds(page, "", YARDSTICK, "true").await;
    println!("the yardstick takes {yardstick} ms");
    (yardstick / YARDSTICK_MILLISECONDS).max(1.0)
}

#[tokio::test]
async fn the_largest_card_costs_little() {
    browser(|page| async move {
        let site = newsroom(CARD);
        site.set(FILE, Reply::json(largest().to_string()));
        let card = open_live(&page, &site).await;
        let at_rest: usize = page.js(ELEMENTS).await;
        assert!(at_rest < 1000, "{at_rest} elements at rest");

        let (): () = page.js_async(&format!("window.small = {}; window.large = {}; done(null)", crate::newsroom::bridge(), largest())).await;
        let afresh = "await card().load(structuredClone(small))";
        let is_large = "root().textContent.includes('200 claims')";
        let load = milliseconds(&page, afresh, "await card().load(structuredClone(large))", is_large).await;
        let mut slowness = slowness(&page).await;
        let open = milliseconds(
            &page,
            &format!("{afresh}; await card().load(structuredClone(large))"),
            "root().querySelector('[data-claim=\"2\"] > summary').click()",
            "root().querySelectorAll('[data-claim=\"2\"] figure').length === 20",
        )
        .await;

        // All lists open, all names there: more than a reader ever sees at once.
        card.click("button", "Show all 200 claims").await;
        card.click("button", "Who stands where*").await;
        page.until_js("the names", "return root().querySelectorAll('.stances .actor').length === 1000").await;
        let all: usize = page.js(ELEMENTS).await;
        assert!(all < 10_000, "{all} elements");
        let claim = milliseconds(
            &page,
            "const claim = `[data-claim=\"${turn + 10}\"]`",
            "root().querySelector(`${claim} > summary`).click()",
            "root().querySelector(`${claim} figure`)",
        )
        .await;

        slowness = slowness.max(self::slowness(&page).await);
        card.click("button", "Search and filter").await;
        let key = milliseconds(
            &page,
            "const field = root().querySelector('input[type=search]'); field.value = 'number'; field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
            "field.value = 'number 1'; field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
            "/Showing 1\\d\\d of 200/.test(root().querySelector('.showing').textContent)",
        )
        .await;
        // Other tests come and go beside this one: the slowest of the three counts.
        slowness = slowness.max(self::slowness(&page).await);
        println!("{at_rest} elements at rest, {all} with all lists open; load {load} ms, first opening {open} ms, opening {claim} ms, key {key} ms");
        assert!(load <= 300.0 * slowness, "{load} ms to load");
        assert!(open <= 50.0 * slowness, "{open} ms to open a claim with 20 quotes");
        assert!(claim <= 50.0 * slowness, "{claim} ms to open a claim with all lists open");
        assert!(key <= 50.0 * slowness, "{key} ms for a key in the search");
        page.assert_quiet().await;
    })
    .await;
}
