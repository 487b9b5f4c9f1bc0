//! The live card takes the place of the card that the page was delivered with as HTML.

use std::time::Duration;

use summary_card_render::Options;

use crate::harness::{Need, Page, Reply, Site, browser, browser_with, part};
use crate::newsroom::bridge;
use crate::prerendered::{INSIDE, STORY, rendered, story};

/// The WebAssembly: it comes when the test lets it go.
fn wasm() -> String {
    part("summary-card_bg.wasm")
}

const SCRIPT: &str = r#"<script type="module" src="/embed.js"></script>"#;

/// A site whose page has that HTML for the card, and whose WebAssembly is held.
fn site(html: &str) -> Site {
    let site = Site::dist();
    site.set(STORY, Reply::html(story(&[SCRIPT, html].concat())));
    site.set("/bridge.json", Reply::json(bridge().to_string()));
    site.hold(&wasm());
    site
}

/// Lets the WebAssembly go, and waits until the page's card is the live one.
async fn live(page: &Page, site: &Site) {
    site.let_go(&wasm());
    page.event("ready").await;
    page.until_js(
        "the live card alone",
        "return !!root().querySelector('.layer') && !root().querySelector('[data-card]')",
    )
    .await;
}

/// Opens a claim, and waits until what is in it has come to rest.
async fn open_claim(page: &Page, name: &str) {
    let card = page.card(0).await;
    card.click("button", name).await;
    // Plain elements are no text of the shadow root.
    let is_open = || async {
        card.text().await.contains(INSIDE) || page.text().await.contains("Show it in the article")
    };
    page.until("the claim open", is_open).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
}

/// Asserts that the old card is still the one that is seen.
async fn assert_old(page: &Page) {
    let old = "return [root(), card()].some((each) => each.querySelector('[data-card]')) && ![...root().children].some((each) => !each.hidden && each.querySelector('.layer'))";
    assert!(page.js::<bool>(old).await, "the live card came too early for the test");
}

/// Writes down in each frame how high the card is and what of it is seen, and each layout shift with its cause.
const WATCH: &str = "
    window.__frames = [];
    window.__shifts = [];
    const look = () => {
      const card = document.querySelector('summary-card');
      const inside = card?.shadowRoot ?? card;
      const shown = [...(inside?.querySelectorAll('.statement, [data-claim] > summary > span') ?? [])].filter((each) => each.checkVisibility());
      if (card) window.__frames.push([card.getBoundingClientRect().height, shown.length, [...inside.querySelectorAll('details[open]')].filter((each) => each.checkVisibility()).length]);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (!entry.hadRecentInput) window.__shifts.push([entry.value, ...entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 90) ?? String(node?.nodeName))].join(' '));
    }).observe({ type: 'layout-shift', buffered: true });
";

#[tokio::test]
async fn the_style_sheet_in_the_html_is_asked_for_where_it_is_another_version_s_alone() {
    browser(|page| async move {
        let inline = rendered(Options { inline_style: true, ..Options::default() });
        let older = inline.replacen("data-of=\"", "data-of=\"0", 1);
        for (html, is_asked_for) in [(inline, false), (older, true)] {
            let site = site(&html);
            page.open(&site, STORY).await;
            live(&page, &site).await;
            assert_eq!(site.requests().iter().any(|path| path == "/card.css"), is_asked_for);
            let line: String = page
                .js("return getComputedStyle(root().querySelector('.summary-card')).borderTopWidth")
                .await;
            assert_eq!(line, "3px", "the live card has its style");
            page.assert_quiet().await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_open_stays_open_and_nothing_moves() {
    browser_with(Need::Measures, |page| async move {
        let site = site(&rendered(Options::default()));
        site.run_first(WATCH);
        page.open(&site, STORY).await;
        let card = page.card(0).await;
        open_claim(&page, "The repair costs*").await;
        card.click("button", "Who stands where*").await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        assert_old(&page).await;
        // What the reader opens moves what is below it; from here on nothing does.
        let (): () = page.js("window.__frames.length = 0; window.__shifts.length = 0; __record.shift = 0; return null").await;
        live(&page, &site).await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        let text = card.text().await;
        assert!(text.contains(INSIDE) && text.contains("In the article"), "{text}");
        let open: Vec<String> = page
            .js("return [...root().querySelectorAll('details[open]')].map((each) => each.dataset.claim ?? each.className)")
            .await;
        assert_eq!(open, ["part claims", "2", "part stances"]);
        let shifts: Vec<String> = page.js("return window.__shifts").await;
        assert!(shifts.is_empty(), "{shifts:#?}");
        let frames: Vec<(f64, u32, u32)> = page.js("return window.__frames").await;
        assert!(frames.len() > 20, "{} frames", frames.len());
        assert!(frames.iter().all(|frame| *frame == frames[0]), "it flickers: {frames:?}");
    })
    .await;
}

/// A card with sample comments.
fn discussed() -> String {
    let mut card = bridge();
    card["comments"] = serde_json::json!([{ "id": "s1", "text": "A sample.", "author": "Sam", "dateCreated": "2025-08-14" }]);
    let card = card::parse(&card.to_string()).expect("it is a card");
    let article = summary_card_render::article::Article::Page(story(""));
    summary_card_render::render(&card, &Options::default().beside(&article, "bridge.json"))
}

#[tokio::test]
async fn an_open_name_and_the_open_comments_stay_open() {
    browser_with(Need::Measures, |page| async move {
        let site = site(&discussed());
        page.open(&site, STORY).await;
        let card = page.card(0).await;
        open_claim(&page, "The repair costs*").await;
        card.click("button", "Shop owners").await;
        card.click("button", "1 comment*").await;
        let behind = "Shop owners call the figure far too low.";
        page.until("both open", || async {
            let text = card.text().await;
            text.contains(behind) && text.contains("A sample.")
        })
        .await;
        assert_old(&page).await;
        site.hold(&part("comments.wasm"));
        site.let_go(&wasm());
        tokio::time::sleep(Duration::from_millis(600)).await;
        assert!(
            !page.events().await.iter().any(|event| event.kind == "ready"),
            "the comments are not there yet"
        );
        site.let_go(&part("comments.wasm"));
        live(&page, &site).await;
        let text = card.text().await;
        assert!(text.contains(behind) && text.contains("A sample.") && text.contains(INSIDE), "{text}");
        card.find("textbox", "Comment").await;
        let expanded: String =
            page.js("return root().querySelector('button.actor[aria-expanded=true]').innerText").await;
        assert_eq!(expanded, "Shop owners");
        let told: Vec<String> = page.events().await.into_iter().map(|event| event.kind).collect();
        assert_eq!(told, ["claim-toggle", "ready"]);
    })
    .await;
}

/// Comments that do not come keep nobody waiting for ever.
#[tokio::test]
async fn the_live_card_comes_without_the_comments() {
    browser(|page| async move {
        let site = site(&discussed());
        site.hold(&part("comments.wasm"));
        page.open(&site, STORY).await;
        page.card(0).await.click("button", "1 comment*").await;
        live(&page, &site).await;
        let card = page.card(0).await;
        card.says("Loading…").await;
    })
    .await;
}

#[tokio::test]
async fn what_is_open_in_the_plain_card_stays_open() {
    browser(|page| async move {
        let site = site(r#"<summary-card src="/bridge.json"></summary-card>"#);
        page.open(&site, STORY).await;
        let card = page.card(0).await;
        open_claim(&page, "The repair costs*").await;
        assert_old(&page).await;
        live(&page, &site).await;
        assert!(card.text().await.contains(INSIDE));
        page.until("the focus on the claim", || async {
            page.focused().await.1.contains("The repair costs")
        })
        .await;
    })
    .await;
}

/// What the card has beside the buttons that only the live one has, as a picture.
async fn picture(page: &Page) -> String {
    let clip: serde_json::Value = page
        .js("const { x, y, width, height } = card().getBoundingClientRect();
             return { x: x + scrollX, y: y + scrollY, width, height, scale: 1 }")
        .await;
    let shot = page.cdp("Page.captureScreenshot", serde_json::json!({ "clip": clip })).await;
    shot["data"].as_str().expect("a picture").to_owned()
}

/// How many pixels of two pictures differ by more than smoothed edges do; all of them where the sizes do.
async fn difference(page: &Page, one: &str, other: &str) -> u32 {
    let script = format!(
        "const load = (data) => {{ const image = new Image(); image.src = 'data:image/png;base64,' + data; return image.decode().then(() => image) }};
         const pixels = (image) => {{ const {{ width, height }} = image, canvas = new OffscreenCanvas(width, height).getContext('2d');
           canvas.drawImage(image, 0, 0); return canvas.getImageData(0, 0, width, height) }};
         Promise.all(['{one}', '{other}'].map(load)).then((images) => {{
           const [a, b] = images.map(pixels);
           if (a.width !== b.width || a.height !== b.height) return done(4294967295);
           let count = 0;
           for (let at = 0; at < a.data.length; at += 4)
             if ([0, 1, 2].some((part) => Math.abs(a.data[at + part] - b.data[at + part]) > 32)) count++;
           done(count);
         }});"
    );
    page.js_async(&script).await
}

/// Pictures in a row from before the swap until well after it: each shows what the first does.
#[tokio::test]
async fn no_frame_differs_from_the_one_before() {
    browser_with(Need::Protocol, |page| async move {
        let site = site(&discussed());
        // Only the live card has these, in room that is kept for them, or has them as links and in other words.
        site.run_first(
            "const hide = () => {
               const root = document.querySelector('summary-card')?.shadowRoot;
               if (!root) return requestAnimationFrame(hide);
               const sheet = new CSSStyleSheet();
               sheet.replaceSync('.live, .actions, .link, .gist, .ref, caption, .comments summary { visibility: hidden !important } * { caret-color: transparent }');
               root.adoptedStyleSheets = [sheet];
             };
             requestAnimationFrame(hide);",
        );
        page.open(&site, STORY).await;
        open_claim(&page, "The repair costs*").await;
        page.card(0).await.click("button", "Who stands where*").await;
        tokio::time::sleep(Duration::from_millis(400)).await;
        let before = picture(&page).await;
        assert_eq!(difference(&page, &before, &picture(&page).await).await, 0, "nothing moves before");
        assert_old(&page).await;
        site.let_go(&wasm());
        let mut pictures = Vec::new();
        let mut after = 0;
        while after < 8 {
            pictures.push(picture(&page).await);
            after += u32::from(page.events().await.iter().any(|event| event.kind == "ready"));
            assert!(pictures.len() < 400, "it is never live");
        }
        for (at, each) in pictures.iter().enumerate() {
            let differing = difference(&page, &before, each).await;
            assert!(differing <= 20, "picture {at} of {}: {differing} pixels differ", pictures.len());
        }
    })
    .await;
}

/// What is open is seen until the live card can show it.
#[tokio::test]
async fn what_is_open_waits_for_the_inside() {
    browser(|page| async move {
        let site = site(&rendered(Options::default()));
        site.hold(&part("inside.wasm"));
        page.open(&site, STORY).await;
        open_claim(&page, "The repair costs*").await;
        site.let_go(&wasm());
        page.until("the request", || async {
            site.requests().iter().any(|path| path.contains("inside.wasm"))
        })
        .await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        assert!(
            !page.events().await.iter().any(|event| event.kind == "ready"),
            "what is inside is not there yet"
        );
        assert!(page.card(0).await.text().await.contains(INSIDE), "the old card is seen");
        site.let_go(&part("inside.wasm"));
        live(&page, &site).await;
        assert!(page.card(0).await.text().await.contains(INSIDE));
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn the_focus_stays() {
    browser(|page| async move {
        let site = site(&rendered(Options::default()));
        page.open(&site, STORY).await;
        open_claim(&page, "The repair costs*").await;
        let (): () =
            page.js("root().querySelector('[data-claim=\"2\"] .quote a').focus(); return null").await;
        assert_old(&page).await;
        assert_eq!(page.focused().await.1, "Show it in the article");
        live(&page, &site).await;
        page.focus_is_on("button", "Show it in the article").await;
        let claim: String =
            page.js("return root().activeElement.closest('[data-claim]').dataset.claim").await;
        assert_eq!(claim, "2");
    })
    .await;
}

#[tokio::test]
async fn the_focus_on_a_line_that_opens_stays() {
    browser(|page| async move {
        for (name, light) in
            [("The repair costs*", false), ("Who stands where*", false), ("The repair costs*", true)]
        {
            let site = site(&rendered(Options { light, ..Options::default() }));
            page.open(&site, STORY).await;
            let card = page.card(0).await;
            card.click("button", name).await;
            live(&page, &site).await;
            assert!(
                page.focused().await.1.starts_with(name.trim_end_matches('*')),
                "{:?}",
                page.focused().await
            );
        }
    })
    .await;
}

#[tokio::test]
async fn the_selection_and_the_place_stay() {
    browser_with(Need::Protocol, |page| async move {
        let site = site(&rendered(Options::default()));
        page.open(&site, STORY).await;
        page.viewport(800, 500).await;
        open_claim(&page, "The repair costs*").await;
        let (): () = page
            .js("const text = root().querySelector('[data-claim=\"2\"] blockquote p').firstChild;
                 getSelection().setBaseAndExtent(text, 4, text, 10);
                 root().querySelector('[data-claim=\"2\"] blockquote').scrollIntoView();
                 return null")
            .await;
        let place = "return [Math.round(root().querySelector('[data-claim=\"2\"] blockquote').getBoundingClientRect().top), Math.round(scrollY)]";
        let before: (i32, i32) = page.js(place).await;
        assert!(before.1 > 50, "{before:?}");
        assert_old(&page).await;
        live(&page, &site).await;
        let selected: String = page.js("return String(getSelection())").await;
        assert_eq!(selected, "repair");
        assert_eq!(page.js::<(i32, i32)>(place).await, before);
    })
    .await;
}

/// What systems do to HTML, but for scripts: other line breaks and spaces, entities, more attributes.
fn rewritten(html: &str) -> String {
    let (view, scripts) = html.split_at(html.find("<script").expect("the card's data"));
    let view = view
        .replace("><", ">\n   <")
        .replace('’', "&rsquo;")
        .replace("the mayor says", "the&#32;mayor   says")
        .replace("class=\"claim\"", "class=\"claim cms-li\" style=\"\"")
        .replace("<tr>", "<tr data-x>")
        .replace("<thead>", "<tbody><tr><td></td></tr></tbody><thead>")
        .replace("<td></td>", "<td>&nbsp;</td>");
    [&view, scripts].concat()
}

#[tokio::test]
async fn rewritten_html_is_taken_over_all_the_same() {
    browser(|page| async move {
        let html = rendered(Options::default());
        assert_ne!(rewritten(&html), html);
        let older = html
            .replace("data-claim=\"1\"", "data-claim=\"7\"")
            .replace("data-claim=\"2\"", "data-claim=\"9\"");
        let unknown = html
            .replace("<figure", "<figure-old")
            .replace("<section", "<main")
            .replace("part=\"", "data-part=\"");
        for html in
            [rewritten(&html), older, unknown, rendered(Options { light: true, ..Options::default() })]
        {
            let site = site(&html);
            page.open(&site, STORY).await;
            let card = page.card(0).await;
            open_claim(&page, "The repair costs*").await;
            assert_old(&page).await;
            live(&page, &site).await;
            card.says(INSIDE).await;
            page.assert_quiet().await;
        }
    })
    .await;
}

#[tokio::test]
async fn another_card_s_html_gives_way() {
    browser(|page| async move {
        let html = rendered(Options::default()).replace("data-card=\"bridge\"", "data-card=\"other\"");
        let site = site(&html);
        page.open(&site, STORY).await;
        page.until_js("the plain card of the right one", "return !!root().querySelector('.plain')").await;
        live(&page, &site).await;
        page.card(0).await.says("The bridge closes in March.").await;
    })
    .await;
}

#[tokio::test]
async fn a_newer_card_file_wins_and_what_is_the_same_stays_open() {
    browser(|page| async move {
        let html = rendered(Options {
            attributes: vec![("src".into(), "/bridge.json".into())],
            ..Options::default()
        });
        let site = site(&html);
        let mut newer = bridge();
        newer["claims"].as_array_mut().expect("claims").insert(
            0,
            serde_json::json!({ "id": "new", "text": "The bridge is 90 years old.", "status": "reported" }),
        );
        site.set("/bridge.json", Reply::json(newer.to_string()));
        page.open(&site, STORY).await;
        let card = page.card(0).await;
        open_claim(&page, "The repair costs*").await;
        assert_old(&page).await;
        live(&page, &site).await;
        let text = card.text().await;
        assert!(text.contains("The bridge is 90 years old.") && text.contains(INSIDE), "{text}");
    })
    .await;
}

#[tokio::test]
async fn without_the_webassembly_the_html_stays_in_use() {
    browser(|page| async move {
        for light in [false, true] {
            let site = site(&rendered(Options { light, ..Options::default() }));
            site.set(&wasm(), Reply::status(404));
            site.let_go(&wasm());
            page.open(&site, STORY).await;
            page.event("error").await;
            let card = page.card(0).await;
            card.find("button", "Try again").await;
            open_claim(&page, "The repair costs*").await;
            card.says("In the article").await;
            assert_eq!(card.text().await.matches("The repair costs").count(), 1, "{}", card.text().await);
            site.restore(&wasm());
            card.click("button", "Try again").await;
            live(&page, &site).await;
            assert!(card.text().await.contains(INSIDE), "what was open stays open");
        }
    })
    .await;
}

#[tokio::test]
async fn without_its_card_file_the_html_stays_in_use() {
    browser(|page| async move {
        let html = rendered(Options {
            attributes: vec![("src".into(), "/nowhere.json".into())],
            ..Options::default()
        });
        page.open(&site(&html), STORY).await;
        assert_eq!(page.event("error").await.detail["code"], "not-found");
        page.card(0).await.says("The repair costs 4.2 million").await;
    })
    .await;
}

#[tokio::test]
async fn the_json_ld_of_the_html_stays_and_is_the_only_one() {
    browser(|page| async move {
        let html =
            rendered(Options { attributes: vec![("json-ld".into(), "on".into())], ..Options::default() });
        let site = site(&html);
        page.open(&site, STORY).await;
        live(&page, &site).await;
        // What would write another comes in the article's piece, as what shows a passage does.
        page.open_everything().await;
        page.card(0).await.click("button", "Show it in the article").await;
        page.event("quote-show").await;
        assert_eq!(page.json_ld().await.len(), 1);
    })
    .await;
}
