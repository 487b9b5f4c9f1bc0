//! How much room the card takes, and that nothing in it is cut off, covered, or pushed out of its place.

use crate::harness::{Page, Reply, Site, browser, dist_files};
use crate::pages::every_page;
use std::collections::BTreeSet;

/// A page with a column of that width, and a card in it under a heading that says its headline.
fn column(card: &str, width: u32) -> Site {
    let site = Site::dist();
    let text = std::fs::read_to_string(format!("{}/static{card}", env!("CARGO_MANIFEST_DIR")));
    let card_file: serde_json::Value =
        serde_json::from_str(&text.expect("the card is there")).expect("it is JSON");
    let headline = card_file["headline"].as_str().expect("it has a headline");
    site.set(
        "/column.css",
        Reply::body("text/css", format!("body {{ margin: 0 }} main {{ width: {width}px }}")),
    );
    site.set(
        "/column.html",
        Reply::html(format!(
            r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Column</title>
            <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/column.css">
            <script type="module" src="/embed.js"></script></head>
            <body><main><h1>{headline}</h1><summary-card src="{card}"></summary-card></main></body></html>"#
        )),
    );
    site
}

pub async fn open(page: &Page, card: &str, width: u32) -> Page {
    page.viewport(width.max(500), 900).await;
    page.open(&column(card, width), "/column.html").await;
    page.all_cards_ready().await;
    page.card(0).await
}

/// Of each card its file and its height, in the order of the page.
const HEIGHTS: &str = "return [...document.querySelectorAll('summary-card')].map((card) => [
    card.getAttribute('src')?.split('/').pop() ?? 'in the page',
    Math.ceil(card.shadowRoot.querySelector('.summary-card').getBoundingClientRect().height)])";

/// Every card on its own page, where the column is 640 px and 320 px wide.
#[tokio::test]
async fn the_card_at_rest_is_one_screen() {
    browser(|page| async move {
        let site = Site::dist();
        let mut seen = BTreeSet::new();
        let mut heights = Vec::new();
        for path in every_page() {
            for (width, most) in [(768, 800), (360, 1250)] {
                page.viewport(width, 900).await;
                page.open(&site, &path).await;
                page.all_cards_ready().await;
                for (file, height) in page.js::<Vec<(String, u32)>>(HEIGHTS).await {
                    heights.push((path.clone(), file.clone(), width, height, most));
                    seen.insert(file);
                }
            }
        }
        println!("{heights:#?}");
        for file in dist_files("cards", "json") {
            assert!(seen.contains(file.rsplit('/').next().unwrap_or_default()), "{file} is on no page");
        }
        assert!(heights.iter().all(|(.., height, most)| height <= most), "{heights:#?}");
    })
    .await;
}

/// Text that is covered by other text, and text that does not fit into its box.
const FAULTS: &str = r#"
    const boxes = [];
    for (const element of root().querySelectorAll('.summary-card *')) {
      if (!element.checkVisibility() || element.closest('.hidden, svg, option')) continue;
      const style = getComputedStyle(element);
      const cut = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
        || style.overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
      // A text field scrolls; of what a section holds in brief only whole lines are left out, which is looked at below.
      if (cut && !element.matches('.gist, textarea, input, select, pre')) boxes.push({ fault: 'cut off', text: element.outerHTML.slice(0, 90) });
      for (const node of element.childNodes) {
        if (node.nodeType !== 3 || !node.data.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const text = node.data.trim().slice(0, 40);
        const gist = element.closest('.gist')?.getBoundingClientRect();
        const lines = [...range.getClientRects()];
        const seen = gist ? lines.filter((line) => line.top < gist.bottom - 1) : lines;
        if (gist && !(seen.length && seen.every((line) => line.bottom <= gist.bottom + 1 && line.right <= gist.right + 1)))
          boxes.push({ fault: 'cut off', text });
        for (const { left, top, right, bottom } of seen) boxes.push({ element, text, left, top, right, bottom });
      }
    }
    const faults = boxes.filter((box) => box.fault).map((box) => `${box.fault}: ${box.text}`);
    const texts = boxes.filter((box) => box.element);
    // Line boxes of one text touch; more than a sixth of a line is an overlap.
    const most = 3;
    for (let one = 0; one < texts.length; one++)
      for (let other = one + 1; other < texts.length; other++) {
        const [a, b] = [texts[one], texts[other]];
        if (a.element === b.element) continue;
        if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > most)
          faults.push(`"${a.text}" and "${b.text}" overlap`);
      }
    return faults.slice(0, 10)"#;

/// A sideways scroll bar, or a part that reaches out of the card.
const WIDER: &str = "
    const edge = card().getBoundingClientRect().right + 1;
    const out = [...root().querySelectorAll('.summary-card *')]
      .filter((each) => each.checkVisibility() && !each.closest('.hidden'))
      .filter((each) => each.getBoundingClientRect().right > edge)
      .map((each) => each.outerHTML.slice(0, 90));
    // The column is as wide as the window, which in Firefox has a scroll bar, too.
    if (document.documentElement.scrollWidth > innerWidth) out.push(`the page: ${document.documentElement.scrollWidth} px`);
    return out";

async fn assert_sound(page: &Page, what: &str) {
    let faults: Vec<String> = page.js(FAULTS).await;
    assert!(faults.is_empty(), "{what}: {faults:#?}");
    let wider: Vec<String> = page.js(WIDER).await;
    assert!(wider.is_empty(), "{what}: {wider:#?}");
}

/// Clicks what is there, and gives it time to render.
fn click(selector: &str) -> String {
    format!("root().querySelector({selector:?})?.click(); setTimeout(() => done(null), 150)")
}

/// Opens the filter, then everything, then a name in a claim, then one in the table.
async fn assert_sound_in_every_state(page: &Page, what: &str) {
    assert_sound(page, &format!("{what}, closed")).await;
    let (): () = page.js_async(&click(".tool[aria-expanded=false]")).await;
    page.open_everything().await;
    for pressed in [
        ".lanes .actor",
        ".stances .actor",
        ".comment-form [type=submit]",
        ".comment .actions button:nth-child(2)",
    ] {
        let (): () = page.js_async(&click(pressed)).await;
        assert_sound(page, &format!("{what}, {pressed} pressed")).await;
    }
}

#[tokio::test]
async fn nothing_is_cut_off_or_covered_at_any_width() {
    browser(|page| async move {
        for width in [280, 320, 360, 480, 640, 1000] {
            for card in ["/cards/cartel-strategy.json", "/cards/escuela.json"] {
                page.viewport(width, 900).await;
                page.open(&column(card, width), "/column.html").await;
                page.all_cards_ready().await;
                assert_sound_in_every_state(&page, &format!("{card} at {width} px")).await;
            }
        }
    })
    .await;
}

/// Twice the text, as a reader sets it: the browser's own font size.
#[tokio::test]
async fn nothing_is_cut_off_with_twice_the_text() {
    browser(|page| async move {
        let site = column("/cards/cartel-strategy.json", 640);
        site.set(
            "/column.css",
            Reply::body("text/css", ":root { font-size: 200% } body { margin: 0 } main { width: 640px }"),
        );
        page.viewport(640, 900).await;
        page.open(&site, "/column.html").await;
        page.all_cards_ready().await;
        let size: f64 =
            page.js("return parseFloat(getComputedStyle(root().querySelector('.points')).fontSize)").await;
        assert!(size >= 32.0, "{size} px");
        assert_sound_in_every_state(&page, "twice the text").await;
    })
    .await;
}

/// Text that reads from right to left.
#[tokio::test]
async fn right_to_left_text_keeps_its_place() {
    browser(|page| async move {
        let site = column("/cards/cartel-strategy.json", 360);
        let mut card: serde_json::Value =
            serde_json::from_str(include_str!("../../static/cards/cartel-strategy.json"))
                .expect("it is JSON");
        let words = "أذن الرئيس للقوات بإعداد خيارات للطوارئ ضد العصابات المصنفة منظمات إرهابية أجنبية.";
        card["claims"][0]["text"] = words.into();
        card["actors"][0]["name"] = "الرئيس دونالد ترامب".into();
        card["inLanguage"] = "ar".into();
        site.set("/cards/cartel-strategy.json", Reply::json(card.to_string()));
        for direction in ["ltr", "rtl"] {
            page.viewport(360, 900).await;
            page.open(&site, "/column.html").await;
            page.all_cards_ready().await;
            let (): () = page.js(&format!("document.documentElement.dir = '{direction}'; return null")).await;
            // English words keep their order.
            let in_order: bool = page
                .js("const [text] = [...root().querySelector('.claims h3, .claims h2').childNodes];
                     const left = (start, end) => { const range = new Range(); range.setStart(text, start); range.setEnd(text, end); return range.getBoundingClientRect().left };
                     return left(0, 2) < left(3, 9)")
                .await;
            assert!(in_order, "{direction}: \"claims 13\"");
            assert_sound_in_every_state(&page, direction).await;
        }
    })
    .await;
}

#[tokio::test]
async fn who_makes_a_claim_stands_below_the_claim_s_words() {
    browser(|page| async move {
        for width in [300, 360, 640, 900] {
            open(&page, "/cards/river-park.json", width).await;
            let apart: Vec<f64> = page
                .js("return [...root().querySelectorAll('.claim summary')].map((summary) =>
                       summary.querySelector('.meta > *').getBoundingClientRect().left - summary.querySelector('.statement').getBoundingClientRect().left)")
                .await;
            assert!(apart.len() >= 3 && apart.iter().all(|apart| apart.abs() < 1.0), "at {width}: {apart:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_quote_with_marks_of_its_own_gets_no_others() {
    browser(|page| async move {
        let card = open(&page, "/cards/night-bus.json", 320).await;
        card.click("button", "Expand all").await;
        page.until_js("the quotes", "return root().querySelectorAll('.quote p').length > 4").await;
        let quotes: Vec<(String, bool)> = page
            .js("return [...root().querySelectorAll('.quote p')].map((each) => [each.textContent, getComputedStyle(each, '::before').content !== 'none'])")
            .await;
        let own = |text: &str| text.contains(['“', '”']);
        assert!(quotes.iter().any(|(text, _)| own(text)), "{quotes:?}");
        assert!(quotes.iter().all(|(text, marked)| own(text) != *marked), "{quotes:?}");
    })
    .await;
}

/// Text below 12.5 px, and anything to press below 24 px.
const SMALL: &str = "
    const seen = [...root().querySelectorAll('.around *')].filter((each) => each.checkVisibility() && !each.closest('.hidden, svg, option'));
    const text = seen.filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
      && parseFloat(getComputedStyle(each).fontSize) < 12.5);
    // A link within a sentence is as large as the sentence; a mark may reach out of its box; a label is pressed for its box.
    const size = (each) => {
      const { width, height } = (each.matches('[type=checkbox]') ? each.closest('label') : each).getBoundingClientRect();
      return [width, Math.max(height, parseFloat(getComputedStyle(each, '::after').height) || 0)];
    };
    const targets = seen.filter((each) => each.matches('button, summary, select, textarea, input, .ref'))
      .filter((each) => size(each).some((side) => side < 23.9));
    return [...text, ...targets].map((each) => `${each.outerHTML.slice(0, 120)} ${getComputedStyle(each).fontSize} ${size(each)}`)";

/// No text is too small to read, and nothing to press is too small for a finger.
#[tokio::test]
async fn text_and_targets_are_large_enough() {
    browser(|page| async move {
        for width in [640, 320] {
            let card = open(&page, "/cards/cartel-strategy.json", width).await;
            card.click("button", "Search and filter").await;
            page.open_everything().await;
            // A name, the form with its errors, the reader's own data, a citation that was copied.
            for selector in [
                ".lanes .actor",
                ".comment-form [type=submit]",
                ".comment .actions button:nth-child(2)",
                ".mine [id$=delete-all]",
                ".claim .actions button:last-child",
            ] {
                let (): () = page.js_async(&click(selector)).await;
            }
            card.find("button", "Close").await;
            let small: Vec<String> = page.js(SMALL).await;
            assert!(small.is_empty(), "{width}: {small:#?}");
        }
    })
    .await;
}
