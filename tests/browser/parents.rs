//! The card in the parents that pages put it into: any width, any layout, any size and direction of text.

use crate::harness::{Key, Page, Reply, Site, browser};
use crate::newsroom::{CARD, STORY, newsroom, open_live, story};
use crate::readers::tab_to;

const FIRST: &str = "The bridge closes in March.*";

/// A page with that style, and that around a card.
fn page_with(style: &str, body: &str) -> Site {
    let site = Site::dist();
    site.set("/own.css", Reply::body("text/css", style));
    let card = "<summary-card src=/cards/cartel-strategy.json></summary-card>";
    site.set(
        STORY,
        Reply::html(format!(
            r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Parent</title>
            <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/own.css">
            <script type="module" src="/embed.js"></script></head><body>{}</body></html>"#,
            body.replace("CARD", card)
        )),
    );
    site
}

async fn open(page: &Page, site: &Site) -> Page {
    page.open(site, STORY).await;
    page.all_cards_ready().await;
    page.card(0).await
}

/// How much wider than the window the page is: 0 unless it scrolls sideways.
const TOO_WIDE: &str = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";

#[tokio::test]
async fn no_width_scrolls_the_page_sideways() {
    browser(|page| async move {
        let site = Site::dist();
        page.open(&site, "/index.html").await;
        page.all_cards_ready().await;
        for state in ["closed", "open"] {
            if state == "open" {
                page.open_everything().await;
            }
            for width in (280..=1600).step_by(40) {
                page.viewport(width, 800).await;
                assert_eq!(page.js::<i32>(TOO_WIDE).await, 0, "{state}, {width} px");
            }
        }
    })
    .await;
}

/// Parents whose width is that of what is in them.
#[tokio::test]
async fn a_parent_that_shrinks_to_fit_gives_the_card_a_sensible_width() {
    let parents = [
        ("flex row", "display: flex"),
        ("centred flex column", "display: flex; flex-direction: column; align-items: center"),
        ("auto grid column", "display: grid; grid-template-columns: auto; justify-content: center"),
        ("float", "float: inline-start"),
        ("inline-block", "display: inline-block"),
        ("absolute", "position: absolute"),
        ("fit-content", "inline-size: fit-content"),
    ];
    browser(move |page| async move {
        for (name, style) in parents {
            let site = page_with(
                &format!("body {{ margin: 0 }} .parent {{ {style} }}"),
                "<div class=parent>CARD</div>",
            );
            for window in [1280, 360] {
                page.viewport(window, 800).await;
                open(&page, &site).await;
                // A scroll bar takes some of the window's width in some browsers.
                let (width, room): (f64, f64) = page
                    .js("return [root().querySelector('.summary-card').getBoundingClientRect().width, document.documentElement.clientWidth]")
                    .await;
                let sensible = if room > 700.0 { 560.0..=700.0 } else { room - 1.0..=room + 1.0 };
                assert!(sensible.contains(&width), "{name} in {window} px: {width} px of {room}");
                assert_eq!(page.js::<i32>(TOO_WIDE).await, 0, "{name} in {window} px");
            }
        }
    })
    .await;
}

/// What a page does to the size of its text: the card's is that of the text around it, and never too small to read.
#[tokio::test]
async fn the_card_s_text_is_as_large_as_the_text_around_it() {
    // Of each the size of the card's text.
    let pages = [
        ("html { font-size: 62.5% } body { font-size: 1.8rem }", 15.0..=18.1),
        ("html { font-size: 200% }", 31.9..=32.1),
        ("p { font-size: 30px }", 15.9..=16.1),
        ("body { font-size: 8px }", 15.0..=16.0),
        ("body { zoom: 1.5 }", 15.0..=16.1),
    ];
    browser(move |page| async move {
        for (style, sizes) in pages {
            for width in [320, 900] {
                page.viewport(width, 800).await;
                open(&page, &page_with(&format!("body {{ margin: 0 }} {style}"), "<article><p>Text.</p>CARD</article>")).await;
                page.open_everything().await;
                let (size, least): (f64, f64) = page
                    .js("const seen = [...root().querySelectorAll('.summary-card *')].filter((each) => each.checkVisibility() && !each.closest('.hidden, svg')
                           && [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
                         const size = (each) => parseFloat(getComputedStyle(each).fontSize);
                         return [size(root().querySelector('.summary-card')), Math.min(...seen.map(size))]")
                    .await;
                assert!(sizes.contains(&size), "{style}: {size} px");
                assert!(least >= 12.5, "{style}: some text has {least} px");
                assert_eq!(page.js::<i32>(TOO_WIDE).await, 0, "{style} in {width} px");
            }
        }
    })
    .await;
}

/// The words of the card are of the interface's language: on a page that reads otherwise, they still read as that does.
#[tokio::test]
async fn the_direction_is_that_of_the_interface_s_language() {
    browser(|page| async move {
        for style in ["html { direction: rtl }", "body { writing-mode: vertical-rl }", ""] {
            let body = if style.is_empty() { "<div dir=rtl>CARD</div>" } else { "CARD" };
            page.viewport(800, 800).await;
            let card = open(&page, &page_with(&format!("body {{ margin: 0 }} {style}"), body)).await;
            card.click("button", "Trump has authorized*").await;
            // Where on the page it stands is not what is asked here.
            let (): () = page.js("root().querySelector('.tool:last-child').click(); return null").await;
            card.find("button", "Close").await;
            let (styles, number, text, width): (Vec<String>, f64, f64, f64) = page
                .js("const of = (selector) => root().querySelector(selector), at = (selector) => of(selector).getBoundingClientRect();
                     const style = (selector) => { const { direction, writingMode } = getComputedStyle(of(selector)); return `${direction} ${writingMode}` };
                     return [['.summary-card', '.gist', '.float'].map(style), at('.claim .number').left, at('.claim .statement').left, at('.summary-card').width]")
                .await;
            assert_eq!(styles, ["ltr horizontal-tb"; 3], "{style}");
            assert!(number < text, "{style}: the number stands at {number}, its claim at {text}");
            assert!((560.0..=800.0).contains(&width), "{style}: {width} px wide");
        }
    })
    .await;
}

/// What a page has set for its own text, and a card does not take over.
#[tokio::test]
async fn nothing_leaks_in_but_the_spacing_of_letters_and_words() {
    browser(|page| async move {
        let hostile = "body { cursor: wait; quotes: none; hyphens: auto; line-break: anywhere; word-break: break-all; text-align: center;
            text-indent: 3em; text-shadow: 0 0 3px red; text-transform: uppercase; white-space: nowrap; font: italic small-caps 900 1rem/3 cursive;
            -webkit-text-fill-color: #eee; -webkit-text-stroke: 1px red; text-emphasis: dot; text-underline-offset: 9px;
            direction: rtl; font-variant: small-caps; letter-spacing: 1px; word-spacing: 2px; visibility: visible; tab-size: 1 }";
        let names = "['cursor', 'quotes', 'hyphens', 'lineBreak', 'wordBreak', 'textAlign', 'textIndent', 'textShadow', 'textTransform', 'whiteSpace',
            'fontStyle', 'fontVariant', 'fontWeight', 'webkitTextStrokeWidth', 'textEmphasisStyle', 'textUnderlineOffset', 'direction', 'lineHeight']";
        let look = format!(
            "return ['.summary-card', '.summary-card .statement', '.toast', '.toast p'].map((each) => {{
               const style = getComputedStyle(root().querySelector(each));
               return [...{names}.map((name) => `${{each}} ${{name}}: ${{style[name]}}`), style.webkitTextFillColor === style.color].join('; ') }})"
        );
        let mut seen = Vec::new();
        for style in ["", hostile] {
            let card = open(&page, &page_with(style, "CARD")).await;
            card.click("button", "Copy link").await;
            card.find("button", "Close").await;
            seen.push(page.js::<Vec<String>>(&look).await);
            // Readers who need more space have it everywhere.
            let spacing: Vec<String> = page
                .js("return ['.statement', '.toast button'].map((each) => getComputedStyle(root().querySelector(each)).letterSpacing)")
                .await;
            assert_eq!(spacing, [if style.is_empty() { "normal" } else { "1px" }; 2]);
        }
        assert_eq!(seen[0], seen[1]);
    })
    .await;
}

/// A link to a claim of a card that the page has folded away.
#[tokio::test]
async fn a_link_opens_what_the_page_has_folded_away_around_the_card() {
    browser(|page| async move {
        let site = newsroom("");
        site.set(STORY, story(&format!("<div style='block-size: 200vh'></div><details><summary>More</summary><div id=tab hidden=until-found>
            <details><summary>Still more</summary>{CARD}</details></div></details>")));
        // A page that shows its tabs itself.
        site.run_first("addEventListener('beforematch', ({ target }) => { window.asked = target.id })");
        page.viewport(800, 500).await;
        page.open(&site, &format!("{STORY}#bridge.cost")).await;
        page.event("ready").await;
        page.until_js(
            "the claim's text and its first quote in sight",
            "const claim = root().querySelector('.claim details[open]');
             return ['.statement', '.quote blockquote'].every((each) => {
               const at = claim?.querySelector(each)?.getBoundingClientRect();
               return at?.height > 0 && at.top >= 0 && at.bottom <= innerHeight })",
        )
        .await;
        assert_eq!(page.js::<String>("return window.asked").await, "tab");
    })
    .await;
}

/// The same where only the page's own script opens it: its tab, and its accordion's button, are clicked.
#[tokio::test]
async fn a_link_opens_the_page_s_own_tab_and_accordion_around_the_card() {
    browser(|page| async move {
        let site = newsroom("");
        site.set(STORY, story(&format!("<div style='block-size: 200vh'></div>
            <div role=tablist><button role=tab aria-controls=one aria-selected=true>One</button>
              <button role=tab aria-controls=two aria-selected=false>Two</button></div>
            <div role=tabpanel id=one>Another story</div>
            <div role=tabpanel id=two hidden><button aria-expanded=false aria-controls=fold>Summary</button>
              <div id=fold style='display: none'>{CARD}</div></div>
            <button aria-expanded=false aria-controls=other>Other</button><div id=other hidden>Stays shut</div>")));
        site.run_first("addEventListener('click', ({ target }) => {
            const panel = document.getElementById(target.getAttribute('aria-controls'));
            for (const tab of document.querySelectorAll(target.role ? '[role=tab]' : 'none')) tab.ariaSelected = tab === target;
            for (const each of document.querySelectorAll(target.role ? '[role=tabpanel]' : 'none')) each.hidden = each !== panel;
            if (!target.role) { target.ariaExpanded = true; panel.hidden = false; panel.style.display = 'block'; }
          })");
        page.viewport(800, 500).await;
        page.open(&site, &format!("{STORY}#bridge.cost")).await;
        page.event("ready").await;
        page.until_js(
            "the claim in sight",
            "const at = root().querySelector('.claim details[open] .statement')?.getBoundingClientRect();
             return at?.height > 0 && at.top >= 0 && at.bottom <= innerHeight",
        )
        .await;
        let shut: bool = page.js("return document.getElementById('other').hidden").await;
        assert!(shut, "what is not around the card stays shut");
    })
    .await;
}

/// The ring around what has the focus, in the bar, too, on a page that has no colours of its own.
#[tokio::test]
async fn the_focus_is_seen_in_the_bar() {
    browser(|page| async move {
        let card = open_live(&page, &newsroom(CARD)).await;
        // By keyboard: after a click a browser need not draw a ring around what a script gives the focus.
        card.find("button", FIRST).await;
        let (): () = page.js("root().querySelector('.claim summary').focus(); return null").await;
        page.press(Key::Enter).await;
        // The same button once it is known that the quote is in the article.
        page.until_js("the quote found", "return !!root().querySelector('.claim .quote.found button')").await;
        tab_to(&page, "button", "Show it").await;
        page.press(Key::Enter).await;
        page.until("the way back", || async { page.focused().await.1 == "Back to the card" }).await;
        let ring: (String, String) =
            page.js("const { outlineStyle, outlineWidth } = getComputedStyle(root().activeElement); return [outlineStyle, outlineWidth]").await;
        assert_eq!(ring, ("solid".into(), "2px".into()));
    })
    .await;
}

/// Escape takes the reader back from a passage; a dialog around the card closes at the next one.
#[tokio::test]
async fn escape_leads_back_before_it_closes_a_dialog() {
    browser(|page| async move {
        let site = newsroom("");
        let inside =
            format!("<dialog><p>The old bridge will close on the first Monday of March.</p>{CARD}</dialog>");
        site.set(STORY, story(&inside.replace("src=", "article=dialog loading=eager src=")));
        page.open(&site, STORY).await;
        let (): () = page.js("document.querySelector('dialog').showModal(); return null").await;
        page.all_cards_ready().await;
        let card = page.card(0).await;
        card.click("button", FIRST).await;
        card.click("button", "Show it in the article").await;
        page.until("the way back", || async { page.focused().await.1 == "Back to the card" }).await;
        page.press(Key::Escape).await;
        page.until("the focus back", || async { page.focused().await.1 == "Show it in the article" }).await;
        assert!(page.js::<bool>("return document.querySelector('dialog').open").await, "the dialog is gone");
        page.press(Key::Escape).await;
        page.until_js("the dialog closed", "return !document.querySelector('dialog').open").await;
    })
    .await;
}

/// Less room than any phone has: nothing lies over anything, and no line ends in the middle of a word.
#[tokio::test]
async fn a_card_of_200_px_is_in_order() {
    browser(|page| async move {
        for width in [200, 240] {
            let site =
                page_with(&format!("body {{ margin: 0 }} div {{ width: {width}px }}"), "<div>CARD</div>");
            page.viewport(500, 800).await;
            open(&page, &site).await;
            let faults: Vec<String> = page.js(CRAMPED).await;
            assert!(faults.is_empty(), "{width} px: {faults:#?}");
            assert_eq!(page.js::<i32>(TOO_WIDE).await, 0, "{width} px");
        }
    })
    .await;
}

/// What a section holds in brief, where a word of it is cut; and the words beside "Expand all", where they meet.
const CRAMPED: &str = r"
    const faults = [];
    const lines = (node, start, end) => { const range = new Range(); range.setStart(node, start); range.setEnd(node, end); return [...range.getClientRects()] };
    for (const gist of root().querySelectorAll('.gist')) {
      const box = gist.getBoundingClientRect();
      const node = [...gist.childNodes].find((each) => each.nodeType === 3 && each.data.trim());
      // Words, with what is not to be parted from them.
      for (const word of node?.data.matchAll(/[^ ]+/g) ?? []) {
        const rects = lines(node, word.index, word.index + word[0].length);
        const isSeen = (rect) => rect.top < box.bottom - 1 && rect.bottom > box.top + 1;
        if (rects.some(isSeen) && !rects.every((rect) => isSeen(rect) && rect.right <= box.right + 1)) faults.push(word[0]);
      }
    }
    const box = (selector) => { const range = new Range(); range.selectNodeContents(root().querySelector(selector)); return [...range.getClientRects()] };
    for (const a of box('.rest .more')) for (const b of box('.all'))
      if (a.right > b.left && a.bottom > b.top + 2 && a.top < b.bottom - 2) faults.push('Show all and Expand all');
    return faults";
