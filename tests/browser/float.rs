//! What the card lays over the page: the bar that names a passage, and messages. It is above all of the page, and
//! never over the passage that it tells of.

use crate::harness::{Key, Page, Reply, Site, browser};
use crate::newsroom::{CARD, FILE, STORY, bridge, newsroom, open_live, story};
use crate::quotes::click_at;

const FIRST: &str = "The bridge closes in March.*";

/// Whether the middle of the button that has the focus is in the window and can be clicked: nothing lies over it.
const ON_TOP: &str = "
    const button = root().activeElement, { left, top, width, height } = button.getBoundingClientRect();
    return button.contains(root().elementFromPoint(left + width / 2, top + height / 2))
      && left >= 0 && top >= 0 && left + width <= innerWidth && top + height <= innerHeight";

async fn back_is_on_top(page: &Page) {
    page.until("the way back", || async { page.focused().await.1 == "Back to the card" }).await;
    assert!(page.js::<bool>(ON_TOP).await, "something is above the bar, or it is out of the window");
}

#[tokio::test]
async fn the_bar_is_above_a_dialog_of_the_page() {
    browser(|page| async move {
        let site = newsroom(CARD);
        let over = ".over { position: fixed; inset: auto 0 0; block-size: 200px; inline-size: 100% }";
        site.set("/over.css", Reply::body("text/css", over));
        let inside = format!(
            "<link rel=stylesheet href=/over.css><div class=over popover=manual>Nothing is above this.</div>
             <dialog><p>The old bridge will close on the first Monday of March.</p>{CARD}</dialog>"
        );
        site.set(STORY, story(&inside.replace("src=", "article=dialog loading=eager src=")));
        page.viewport(1280, 1000).await;
        page.open(&site, STORY).await;
        let (): () = page.js("document.querySelector('dialog').showModal(); return null").await;
        page.all_cards_ready().await;
        let card = page.card(0).await;
        card.click("button", FIRST).await;
        // Something of the page's own, opened after the card was there.
        let (): () = page.js("document.querySelector('.over').showPopover(); return null").await;
        card.click("button", "Show it in the article").await;
        back_is_on_top(&page).await;
        card.click("button", "Back to the card").await;
        card.click("button", "Copy link").await;
        card.find("button", "Close").await;
        let (): () = page.js("root().querySelector('.toast button').focus(); return null").await;
        assert!(page.js::<bool>(ON_TOP).await, "the message is below the dialog");
    })
    .await;
}

/// A parent that holds what is fixed to the window in itself, and cuts it off.
#[tokio::test]
async fn the_bar_leaves_a_parent_that_cuts_off() {
    browser(|page| async move {
        let site = newsroom(&format!("<link rel=stylesheet href=/cut.css><div class=cut>{CARD}</div>"));
        site.set(
            "/cut.css",
            Reply::body("text/css", ".cut { transform: translateX(0); overflow: clip; contain: paint }"),
        );
        page.viewport(800, 400).await;
        let card = open_live(&page, &site).await;
        card.click("button", FIRST).await;
        card.click("button", "Show it in the article").await;
        back_is_on_top(&page).await;
    })
    .await;
}

/// A message over the foot of the window, where the link is that brought it, and those after it.
#[tokio::test]
async fn a_message_never_covers_what_has_the_focus() {
    browser(|page| async move {
        for (width, height) in [(1280, 800), (360, 400)] {
            page.viewport(width, height).await;
            let card = open_live(&page, &newsroom(CARD)).await;
            card.click("button", FIRST).await;
            card.find("button", "Copy link to claim 1").await;
            // At the very foot of the window, as it may be where nobody scrolled.
            let (): () = page
                .js("document.body.style.paddingBlock = '900px';
                     const link = [...root().querySelectorAll('.claim .link')].find((each) => each.ariaLabel === 'Copy link to claim 1');
                     link.focus();
                     scrollBy({ top: link.getBoundingClientRect().bottom - innerHeight + 4, behavior: 'instant' }); return null")
                .await;
            page.press(Key::Enter).await;
            card.find("button", "Close").await;
            for step in 0..6 {
                assert!(page.js::<bool>(ON_TOP).await, "{width} × {height}: covered {step} stops after the link");
                page.press(Key::Tab).await;
            }
        }
    })
    .await;
}

/// The message is put into an element that is displayed already: only so is it sure to be announced.
#[tokio::test]
async fn the_place_of_messages_is_displayed_before_the_first() {
    browser(|page| async move {
        open_live(&page, &newsroom(CARD)).await;
        page.until_js("the status", "return root().querySelector('.toast [role=status]').checkVisibility()")
            .await;
        let (): () =
            page.js("window.one = card(); document.querySelector('h1').before(one); return null").await;
        page.until_js(
            "also where it was moved to",
            "return root().querySelector('.toast [role=status]').checkVisibility()",
        )
        .await;
    })
    .await;
}

/// The passage that is shown, in CSS pixels of the window, and the bar: of each its top and its bottom. Nothing as long
/// as the passage is not highlighted.
const PLACES: &str = "
    const [range] = CSS.highlights.get('summary-card-quote-shown') ?? [];
    if (!range) return null;
    const passage = range.getBoundingClientRect(), bar = root().querySelector('.passage').getBoundingClientRect();
    const line = range.getClientRects()[0];
    return [passage.top, passage.bottom, bar.top, bar.bottom, line.bottom]";

/// Small windows, and twice the text.
#[tokio::test]
async fn the_bar_never_covers_the_passage_that_it_shows() {
    browser(|page| async move {
        let site = Site::dist();
        for (width, height, size) in [
            (1280, 800, "100%"),
            (360, 640, "100%"),
            (360, 256, "100%"),
            (640, 480, "200%"),
            (360, 256, "200%"),
        ] {
            page.viewport(width, height).await;
            page.open(&site, "/index.html").await;
            page.all_cards_ready().await;
            let (): () =
                page.js(&format!("document.documentElement.style.fontSize = '{size}'; return null")).await;
            let card = page.card(0).await;
            card.click("button", "Expand all").await;
            page.until_js("the quotes", "return root().querySelectorAll('.quote .link').length > 9").await;
            for at in [0, 3, 9] {
                let what = format!("quote {at}, {width} × {height}, {size}");
                // As it is for a reader, who is slower: WebKit gives smooth scrolling up where the page grows.
                page.at_rest().await;
                let (): () = page
                    .js(&format!("root().querySelectorAll('.quote .link')[{at}].click(); return null"))
                    .await;
                page.until(&format!("{what}: the way back"), || async {
                    page.focused().await.1 == "Back to the card"
                })
                .await;
                page.until(&format!("{what}: the passage in sight"), || async {
                    let places: Option<[f64; 5]> = page.js(PLACES).await;
                    let Some([top, bottom, bar, bar_end, line]) = places else { return false };
                    let fits = bottom - top < bar - 8.0;
                    assert!(
                        bar_end <= f64::from(height) && bar > 0.0,
                        "{what}: the bar is at {bar} to {bar_end}"
                    );
                    // While it scrolls it may still be anywhere, and the bar has made way where that came to a halt.
                    let leaves_room = bar > 0.45 * f64::from(height);
                    leaves_room && top >= -1.0 && if fits { bottom <= bar } else { line <= bar }
                })
                .await;
                card.click("button", "Back to the card").await;
            }
        }
    })
    .await;
}

/// The bar of a passage that is pointed at at the foot of the window stands at its head.
#[tokio::test]
async fn the_bar_makes_way_for_a_passage_at_the_foot() {
    browser(|page| async move {
        let site = newsroom(&CARD.replace("id=", "marks=all id="));
        page.viewport(800, 500).await;
        open_live(&page, &site).await;
        page.until_js("the marks", "return CSS.highlights?.get('summary-card-quote')?.size === 4").await;
        for block in ["start", "end"] {
            let at: (i64, i64) = page
                .js(&format!("document.body.style.paddingBlock = '900px';
                     const range = [...CSS.highlights.get('summary-card-quote')].find((each) => `${{each}}`.startsWith('The old bridge'));
                     range.startContainer.parentElement.scrollIntoView({{ block: '{block}', behavior: 'instant' }});
                     const {{ left, top, height }} = range.getClientRects()[0];
                     return [Math.round(left + 9), Math.round(top + height / 2)]"))
                .await;
            click_at(&page, at).await;
            page.until_js("the bar", "return !!root().querySelector('.passage button')").await;
            page.until_js(
                &format!("the passage at the {block} in sight"),
                "const range = [...CSS.highlights.get('summary-card-quote')].find((each) => `${each}`.startsWith('The old bridge'));
                 const passage = range.getBoundingClientRect(), bar = root().querySelector('.passage').getBoundingClientRect();
                 return (passage.bottom <= bar.top || passage.top >= bar.bottom) && bar.top >= 0 && bar.bottom <= innerHeight",
            )
            .await;
            page.card(0).await.click("button", "Close").await;
        }
    })
    .await;
}

/// How much of the passage's first and last line the bar covers, in CSS pixels, and whether each is in the window.
const COVERED: &str = "
    const [range] = CSS.highlights.get('summary-card-quote-shown') ?? [];
    const lines = [...range.getClientRects()], bar = root().querySelector('.passage').getBoundingClientRect();
    const look = (line) => [Math.max(0, Math.min(line.bottom, bar.bottom) - Math.max(line.top, bar.top)),
      line.top >= -1 && line.bottom <= innerHeight + 1];
    return [look(lines[0]), look(lines.at(-1))]";

/// A passage at the end of the page, that is longer than the room above the bar: nothing is below it to scroll to.
#[tokio::test]
async fn a_passage_that_ends_the_page_comes_out_from_under_the_bar() {
    browser(|page| async move {
        for (sentences, height) in [(1, 400), (3, 256), (9, 256)] {
            let what = format!("{sentences} sentences, {height} px");
            let long = "The repair will cost 4.2 million, Mayor Ana Ruiz said to the council in the old town hall. ".repeat(sentences);
            let site = newsroom(CARD);
            let mut card = bridge();
            card["claims"][0]["evidence"][0]["exact"] = long.trim().into();
            site.set(FILE, Reply::json(card.to_string()));
            site.set("/end.css", Reply::body("text/css", "body, article, p { margin: 0 } .space { height: 150vh }"));
            site.set(STORY, story(&format!("<link rel=stylesheet href=/end.css>{CARD}<div class=space></div><p>{long}")));
            // Nothing after the passage.
            site.run_first("addEventListener('DOMContentLoaded', () => { const all = [...document.querySelectorAll('article > p')]; all.at(-1).remove() })");
            page.viewport(360, height).await;
            let card = open_live(&page, &site).await;
            card.click("button", FIRST).await;
            card.click("button", "Show it in the article").await;
            back_is_on_top(&page).await;
            page.until(&format!("{what}: its beginning"), || async {
                let [(covered, is_in_sight), _]: [(f64, bool); 2] = page.js(COVERED).await;
                covered < 1.0 && is_in_sight
            })
            .await;
            page.at_rest().await;
            page.press(Key::End).await;
            page.until(&format!("{what}: its end"), || async {
                let [_, (covered, is_in_sight)]: [(f64, bool); 2] = page.js(COVERED).await;
                covered < 1.0 && is_in_sight
            })
            .await;
            // The bar is still where it can be pressed.
            back_is_on_top(&page).await;
            page.press(Key::Enter).await;
            page.until("the focus back", || async { page.focused().await.1 == "Show it in the article" }).await;
        }
    })
    .await;
}
