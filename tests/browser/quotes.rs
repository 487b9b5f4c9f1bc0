//! The quotes of the demonstration's card in its article, and in an article that has changed since.

use crate::harness::{Key, Page, Reply, Site, browser};
use crate::pages::{dist_page, with_card};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const CARTEL: &str = include_str!("../../static/cards/cartel-strategy.json");

/// The article page as built, but with its card by `src`: what is edited in the article stands in a prerendered card, too.
fn article() -> String {
    let card = r#"<summary-card src="cards/cartel-strategy.json"><p>The summary card for this article.</p></summary-card>"#;
    with_card(&dist_page(), card)
}

/// Every `exact` of the card, wherever it stands.
fn quotes_of(card: &Value) -> BTreeSet<String> {
    match card {
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(name, value)| match value.as_str() {
                Some(text) if name == "exact" => BTreeSet::from([text.to_owned()]),
                _ => quotes_of(value),
            })
            .collect(),
        Value::Array(items) => items.iter().flat_map(quotes_of).collect(),
        _ => BTreeSet::new(),
    }
}

fn cartel_quotes() -> BTreeSet<String> {
    quotes_of(&serde_json::from_str(CARTEL).expect("the card is JSON"))
}

/// The text that is marked in the page, white space folded.
async fn marked(page: &Page, name: &str) -> BTreeSet<String> {
    let script = format!(
        "return [...(CSS.highlights.get('{name}') ?? [])].map((range) => range.toString().replace(/\\s+/g, ' ').trim())"
    );
    page.js::<Vec<String>>(&script).await.into_iter().collect()
}

/// What the card says of each quote: its state in words, and the difference where there is one.
pub async fn states(page: &Page) -> BTreeMap<String, (String, String)> {
    let script = "const text = (element) => element?.textContent.trim() ?? '';
        return Object.fromEntries([...root().querySelectorAll('figure')].map((figure) => [
          text(figure.querySelector('blockquote')),
          [text(figure.querySelector('.state')), (figure.querySelector('.difference')?.innerHTML ?? '').replace(/<span.*?<\\/span>/, '').trim()],
        ]))";
    page.js(script).await
}

/// The state of one quote.
async fn state(page: &Page, exact: &str) -> String {
    states(page).await.remove(exact).unwrap_or_default().0
}

/// Opens the page and marks every quote in the article.
async fn open(page: &Page, html: String) -> (Site, Page) {
    let (site, card) = open_unmarked(page, html).await;
    card.click("button", MARK_ALL).await;
    (site, card)
}

async fn open_unmarked(page: &Page, html: String) -> (Site, Page) {
    let site = Site::dist();
    site.set("/index.html", Reply::html(html));
    page.open(&site, "/index.html").await;
    page.all_cards_ready().await;
    let card = page.card(0).await;
    // The button is there once something is known to be in the article.
    card.find("button", MARK_ALL).await;
    (site, card)
}

const MARK_ALL: &str = "Mark every quote in the article";

/// A quote before the article was read: nothing is known, or what the page was delivered with. Then a link leads to the
/// passage.
pub const UNREAD: &str = "figure.unknown, figure a[href^=\"#:~:text=\"]";

/// Renders all there is, closed or not, as for printing: so every quote of the card is there to be looked at.
async fn render_all(page: &Page) {
    let (): () = page.js("dispatchEvent(new Event('beforeprint')); return null").await;
    let quotes = CARTEL.matches("\"exact\"").count();
    page.until_js("every quote", &format!("return root().querySelectorAll('figure').length >= {quotes}"))
        .await;
    page.until_js("the article read", &format!("return !root().querySelector({UNREAD:?})")).await;
}

const FOUND: &str = "In the article";
const NEAR: &str = "Nearly the same in the article";
const LOST: &str = "Not found in this version of the article";

#[tokio::test]
async fn every_quote_of_the_demonstration_is_where_it_says() {
    browser(|page| async move {
        open(&page, article()).await;
        let wanted = cartel_quotes();
        assert_eq!(marked(&page, "summary-card-quote").await, wanted);
        render_all(&page).await;
        let said = states(&page).await;
        assert_eq!(said.keys().cloned().collect::<BTreeSet<_>>(), wanted);
        for (quote, (state, _)) in said {
            assert_eq!(state, FOUND, "{quote}");
        }
        page.assert_quiet().await;
    })
    .await;
}

/// Edits of the article, and what becomes of the quotes that they touch.
const EDITS: [(&str, &str); 9] = [
    // A word changed.
    ("connected to criminal networks", "connected with criminal networks"),
    // Split over inline nodes, and folded by the quote room: line breaks, straight quotes, soft hyphens.
    ("met with pushback from leaders", "met with <b>push</b>back\n  from <i>lead<a href=\"#x\">ers</a></i>"),
    ("widen the government’s toolkit", "widen the govern\u{ad}ment's\u{a0}toolkit"),
    // A number, a name and a "no" are never nearly the same.
    ("MS-13 and Mexican", "MS-18 and Mexican"),
    ("Mexican President Claudia Sheinbaum", "Mexican President Claudia Steinbaum"),
    ("stress that no operations are imminent", "stress that operations are imminent"),
    // Taken out.
    (
        " It says of regional leaders in general that they have made clear that sovereignty and restraint are not negotiable.",
        "",
    ),
    // Moved to the end of the article.
    (
        "<p>Diplomats are watching closely, mindful of the possible fallout for relations across the hemisphere. The account does not say that any of them has taken a side.</p>",
        "",
    ),
    (
        "efforts across the Americas.</p>",
        "efforts across the Americas.</p><p>The account does not say that any of them has taken a side.</p>\
      <p>Diplomats are watching closely, mindful of the possible fallout for relations across the hemisphere.</p>",
    ),
];

#[tokio::test]
async fn an_edited_article_keeps_what_it_still_says_and_loses_the_rest() {
    browser(|page| async move {
        let mut html = article();
        for (from, to) in EDITS {
            assert!(html.contains(from), "the article has no {from:?}");
            html = html.replacen(from, to, 1);
        }
        open(&page, html).await;
        let mut wanted: BTreeMap<String, &str> = cartel_quotes().into_iter().map(|quote| (quote, FOUND)).collect();
        for (start, state) in [
            ("Washington has also increased the incentives for intelligence on cartel operations, including", NEAR),
            ("Groups such as", LOST),
            ("Mexican President Claudia Sheinbaum", LOST),
            ("Pentagon sources stress", LOST),
            ("It says of regional leaders", LOST),
            ("they have made clear", LOST),
            ("sovereignty and restraint", LOST),
        ] {
            let quote = wanted.iter_mut().find(|(quote, _)| quote.starts_with(start));
            *quote.expect(start).1 = state;
        }
        render_all(&page).await;
        let said = states(&page).await;
        let told: BTreeMap<String, &str> = said.iter().map(|(quote, (state, _))| (quote.clone(), state.as_str())).collect();
        assert_eq!(told, wanted);
        // What differs is there to read, and nowhere else.
        for (quote, (state, difference)) in &said {
            assert_eq!(state == NEAR, !difference.is_empty(), "{quote}");
            if state == NEAR {
                assert!(difference.contains("connected <del>to </del><ins>with </ins>criminal"), "{difference}");
            }
        }
        let marks = marked(&page, "summary-card-quote").await;
        let lost = wanted.values().filter(|state| **state == LOST).count();
        assert_eq!(marks.len(), wanted.len() - lost, "{marks:?}");
        assert!(marks.iter().any(|text| text.contains("connected with criminal networks")));
        // Where nothing was found, nothing is offered.
        let offers: usize = page.js("return root().querySelectorAll('.quote.orphan :is(button, a)').length").await;
        assert_eq!(offers, 0);
    })
    .await;
}

#[tokio::test]
async fn a_changed_article_is_read_again() {
    browser(|page| async move {
        open(&page, article()).await;
        render_all(&page).await;
        let quote = "Legal experts are divided.";
        // A burst of changes, the last of which puts an inline node around a word.
        let change = |text: &str| {
            format!(
                "const place = [...document.querySelectorAll('article p')].find((each) => /^(Legal|Experts)/.test(each.textContent));
                 for (let n = 0; n < 50; n++) place.append(' ');
                 place.firstChild.data = place.firstChild.data.replace(/^(Legal experts|Experts) are divided/, '{text}');
                 return null"
            )
        };
        let (): () = page.js(&change("Experts are divided")).await;
        page.until("an orphan", || async { state(&page, quote).await == LOST }).await;
        assert!(!marked(&page, "summary-card-quote").await.contains(quote));
        let (): () = page.js(&change("Legal experts are divided")).await;
        page.until("found again", || async { state(&page, quote).await == FOUND }).await;
        assert!(marked(&page, "summary-card-quote").await.contains(quote));
    })
    .await;
}

/// Opens the claim that starts so and asks for its passage.
async fn show(page: &Page, card: &Page, claim: &str) {
    if card.has("button", "Show all 13 claims").await {
        card.click("button", "Show all 13 claims").await;
    }
    card.click("button", &format!("{claim}*")).await;
    card.click("button", "Show it in the article").await;
    page.until("the focus on the way back", || async { page.focused().await.1 == "Back to the card" }).await;
}

#[tokio::test]
async fn a_quote_leads_to_its_passage_and_back() {
    browser(|page| async move {
        let (_site, card) = open(&page, article()).await;
        let quote = "According to insiders, the aim is to widen the government’s toolkit beyond traditional law enforcement, \
                     so that it can use sanctions, asset freezes and targeted operations against leaders and infrastructure.";
        for key in [Key::Enter, Key::Escape] {
            page.forget_events().await;
            show(&page, &card, "The aim of the designations").await;
            let event = page.event("quote-show").await;
            assert_eq!(event.detail, json!({ "quote": { "exact": quote }, "found": true }));
            assert_eq!(marked(&page, "summary-card-quote-shown").await, BTreeSet::from([quote.to_owned()]));
            page.until_js(
                "the passage in view",
                "const at = [...CSS.highlights.get('summary-card-quote-shown')][0].getBoundingClientRect();
                 return at.top >= 0 && at.bottom <= innerHeight",
            )
            .await;
            card.find("group", "Passage for claim 5").await;
            page.press(key).await;
            page.focus_is_on("button", "Show it in the article").await;
            card.find_none("group", "Passage*").await;
            assert!(marked(&page, "summary-card-quote-shown").await.is_empty());
            page.until_js(
                "the card in view",
                "const at = root().activeElement.getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight",
            )
            .await;
            card.click("button", "The aim of the designations*").await;
        }
        page.assert_quiet().await;
    })
    .await;
}

/// As in Safari and in Firefox on a Mac, where a click gives the focus to no button.
#[tokio::test]
async fn the_way_back_leads_to_a_button_that_the_browser_did_not_focus() {
    browser(|page| async move {
        let (_site, card) = open(&page, article()).await;
        let (): () = page
            .js("addEventListener('mousedown', (event) => event.preventDefault(), true); return null")
            .await;
        show(&page, &card, "The aim of the designations").await;
        card.click("button", "Back to the card").await;
        page.focus_is_on("button", "Show it in the article").await;
        page.until_js(
            "the card in view",
            "const at = root().activeElement.getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight",
        )
        .await;
    })
    .await;
}

/// "Legal experts are divided." serves claims 11 and 12.
#[tokio::test]
async fn the_second_of_two_equal_quotes_names_its_own_claim() {
    browser(|page| async move {
        let (_site, card) = open(&page, article()).await;
        card.click("button", "Who stands where*").await;
        let table = card.within("table", "Each name*").await;
        // Claim 12 is the last that they are divided about.
        let names = table.find_all("button", "Some legal experts, part of Legal experts").await;
        names.last().expect("the faction").click().await.expect("a click");
        let opened = card.within("group", "Some legal experts, part of Legal experts").await;
        opened.says("Legal experts are divided.").await;
        let shows = opened.find_all("button", "Show it in the article").await;
        shows.last().expect("a quote").click().await.expect("a click");
        card.find("group", "Passage for claim 12").await;
    })
    .await;
}

/// Brings the marked passage that starts so into view: the middle of its first line.
async fn middle_of(page: &Page, start: &str) -> (i64, i64) {
    let script = format!(
        "const range = [...CSS.highlights.get('summary-card-quote')].find((each) => each.toString().startsWith({start:?}));
         range.startContainer.parentElement.scrollIntoView({{ block: 'center', behavior: 'instant' }});
         const line = range.getClientRects()[0];
         return [Math.round(line.x + line.width / 2), Math.round(line.y + line.height / 2)]"
    );
    page.js(&script).await
}

/// Clicks, as a pointer does.
pub async fn click_at(page: &Page, (x, y): (i64, i64)) {
    page.driver().action_chain().move_to(x, y).click().perform().await.expect("the pointer works");
}

async fn click_passage(page: &Page, start: &str) {
    let at = middle_of(page, start).await;
    click_at(page, at).await;
}

#[tokio::test]
async fn a_click_on_a_passage_names_and_opens_its_claim() {
    browser(|page| async move {
        let (_site, card) = open(&page, article()).await;
        click_passage(&page, "Some argue that terrorism designations").await;
        let event = page.event("claim-toggle").await;
        assert_eq!(event.detail, json!({ "id": "force-options", "open": true }));
        let bar = card.within("group", "Passage for claim 11").await;
        bar.says("Terrorism designations technically allow").await;
        bar.click("button", "Go to the claim").await;
        page.until("the focus on the claim", || async {
            page.focused().await.1.starts_with("Terrorism designations technically allow")
        })
        .await;
        bar.click("button", "Close").await;
        card.find_none("group", "Passage*").await;
    })
    .await;
}

/// As when a reader follows a quote and comes back at once: the pointer has not moved, the article passes under it.
#[tokio::test]
async fn an_article_that_scrolls_under_a_resting_pointer_names_no_claim() {
    browser(|page| async move {
        let (_site, card) = open(&page, article()).await;
        let (x, y) = middle_of(&page, "Some argue that terrorism designations").await;
        let moved = format!(
            "document.body.dispatchEvent(new PointerEvent('pointermove', {{ clientX: {x}, clientY: {y}, bubbles: true }}));"
        );
        let scrolled = "scrollBy({ top: 120, behavior: 'instant' });";
        let (): () = page.js(&format!("{scrolled} {moved} scrollBy({{ top: -120, behavior: 'instant' }})")).await;
        tokio::time::sleep(std::time::Duration::from_millis(600)).await;
        card.find_none("group", "Passage*").await;
        let (): () = page.js(&moved).await;
        card.find("group", "Passage for claim 11").await;
        page.assert_quiet().await;
    })
    .await;
}

/// What is marked follows what the reader has open; a sentence without a mark is the page's alone.
#[tokio::test]
async fn the_quotes_of_open_claims_are_marked_and_no_others() {
    browser(|page| async move {
        let (_site, card) = open_unmarked(&page, article()).await;
        let marks = || async { marked(&page, "summary-card-quote").await };
        assert_eq!(marks().await, BTreeSet::new());
        let first = "Trump has authorized U.S. forces*";
        card.click("button", first).await;
        page.until("the claim's quotes", || async {
            let marks = marks().await;
            marks.iter().any(|text| text.starts_with("President Donald Trump has authorized"))
                && !marks.contains("Legal experts are divided.")
        })
        .await;
        card.click("button", first).await;
        page.until("no mark", || async { marks().await.is_empty() }).await;
        // The passage that was asked for is highlighted all the same.
        card.click("button", first).await;
        card.click("button", "Show it in the article").await;
        page.until("it is shown", || async { !marked(&page, "summary-card-quote-shown").await.is_empty() })
            .await;
        card.click("button", "Close").await;

        let pressed = || async {
            let button = card.find("button", MARK_ALL).await;
            button.attr("aria-pressed").await.ok().flatten()
        };
        assert_eq!(pressed().await.as_deref(), Some("false"));
        card.click("button", MARK_ALL).await;
        page.until("all", || async { marks().await == cartel_quotes() }).await;
        assert_eq!(pressed().await.as_deref(), Some("true"));
        let (): () = page.js("card().setAttribute('marks', 'off'); return null").await;
        page.until("none", || async { marks().await.is_empty() }).await;
        assert!(!card.has("button", MARK_ALL).await);
        let (): () = page.js("card().setAttribute('marks', 'all'); return null").await;
        page.until("all again", || async { marks().await == cartel_quotes() }).await;
        assert_eq!(pressed().await.as_deref(), Some("true"));
        card.click("button", MARK_ALL).await;
        page.until("fewer", || async { marks().await.len() < cartel_quotes().len() }).await;
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn a_click_on_a_sentence_without_a_mark_is_the_page_s() {
    browser(|page| async move {
        let (_site, card) = open(&page, article()).await;
        let at = middle_of(&page, "Some argue that terrorism designations").await;
        card.click("button", MARK_ALL).await;
        page.until("no mark", || async { marked(&page, "summary-card-quote").await.is_empty() }).await;
        click_at(&page, at).await;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        assert!(!card.has("group", "Passage*").await);
        assert!(page.events().await.iter().all(|event| event.kind != "claim-toggle"));
    })
    .await;
}

/// Links and buttons of the article keep their own clicks, and so does a reader who selects text.
#[tokio::test]
async fn the_page_s_own_links_keep_their_clicks() {
    browser(|page| async move {
        let linked = article()
            .replace("Legal experts are divided.", "<a href=\"#linked\">Legal experts are divided.</a>");
        let (_site, card) = open(&page, linked).await;
        click_passage(&page, "Legal experts are divided.").await;
        page.until("the link followed", || async { page.address().await.ends_with("#linked") }).await;
        assert!(!card.has("button", "Go to the claim").await);
        assert!(page.events().await.iter().all(|event| event.kind != "claim-toggle"));
    })
    .await;
}

#[tokio::test]
async fn an_article_elsewhere_is_linked_to_at_its_passage() {
    browser(|page| async move {
        let site = Site::dist();
        let mut card: Value = serde_json::from_str(CARTEL).expect("the card is JSON");
        card["url"] = site.url("/index.html").into();
        site.set("/cards/cartel-strategy.json", Reply::json(card.to_string()));
        page.open(&site, "/embed/elsewhere.html").await;
        page.all_cards_ready().await;
        let card = page.card(0).await;
        card.click("button", "Show all 13 claims").await;
        card.click("button", "The strategy could reshape*").await;
        let link = card.find("link", "Open the article at this passage*").await;
        let href = link.prop("href").await.ok().flatten().expect("a link has an address");
        assert!(href.starts_with(&site.url("/index.html#:~:text=How%20the%20strategy")), "{href}");
        assert_eq!(card.find_all("button", "Show it in the article").await.len(), 0);
        card.says("The article is on another page").await;
        // The browser finds the passage, which is below the first screen.
        page.goto(&href).await;
        page.until_js(
            "the passage scrolled to",
            "const place = [...document.querySelectorAll('article p')].find((each) => each.textContent.includes('How the strategy'));
             const { top, bottom } = place.getBoundingClientRect();
             return scrollY > 0 && top < innerHeight && bottom > 0",
        )
        .await;
    })
    .await;
}

/// The card quotes the article inside the article: neither it nor its fallback is the article.
#[tokio::test]
async fn the_card_s_own_words_are_not_the_article_s() {
    browser(|page| async move {
        let quote = "Legal experts are divided.";
        let html = article().replacen(quote, "", 1).replacen(
            "The summary card for",
            &format!("{quote} The summary card for"),
            1,
        );
        let (_site, card) = open(&page, html).await;
        render_all(&page).await;
        assert_eq!(state(&page, quote).await, LOST);
        card.click("button", "Expand all").await;
        page.open_everything().await;
        let (): () = page
            .js("document.querySelector('article .text').append(document.createElement('p')); return null")
            .await;
        tokio::time::sleep(std::time::Duration::from_millis(700)).await;
        assert_eq!(state(&page, quote).await, LOST);
    })
    .await;
}

#[tokio::test]
async fn without_highlights_boxes_show_the_passage_and_the_page_stays_as_it_is() {
    browser(|page| async move {
        let source = "<head><script>Object.defineProperty(CSS, 'highlights', { value: undefined })</script>";
        let (_site, card) = open(&page, article().replacen("<head>", source, 1)).await;
        let nodes = "const walk = document.createTreeWalker(document.querySelector('article')); let all = 0;
                     while (walk.nextNode()) all++; return all";
        let before: usize = page.js(nodes).await;
        show(&page, &card, "The aim of the designations").await;
        page.until_js(
            "the boxes on the passage",
            "const [first] = root().querySelectorAll('.layer i');
             if (!first) return false;
             const place = [...document.querySelectorAll('article p')].find((each) => each.textContent.startsWith('According to insiders'));
             const range = document.createRange();
             range.selectNodeContents(place);
             const [box, line] = [first.getBoundingClientRect(), range.getClientRects()[0]];
             // The first line, as far as the quote goes; a box may be a little larger than its text.
             return box.width > 100 && ['top', 'left', 'bottom'].every((side) => Math.abs(box[side] - line[side]) < 4)",
        )
        .await;
        assert_eq!(page.js::<usize>(nodes).await, before);
        page.press(Key::Escape).await;
        page.until_js("no box left", "return !root().querySelector('.layer i')").await;
        page.assert_quiet().await;
    })
    .await;
}

/// The article page with more paragraphs in it, and a card whose first claim has these quotes.
async fn open_quoting(page: &Page, paragraphs: &str, quotes: Value) -> (Site, Page) {
    let site = Site::dist();
    let standfirst = "<p class=\"standfirst\">";
    let html = article().replacen(standfirst, &[paragraphs, standfirst].concat(), 1);
    assert!(html.contains(paragraphs), "the article has a standfirst");
    site.set("/index.html", Reply::html(html));
    let mut card: Value = serde_json::from_str(CARTEL).expect("the card is JSON");
    card["claims"][0]["evidence"] = quotes;
    site.set("/cards/cartel-strategy.json", Reply::json(card.to_string()));
    page.open(&site, "/index.html").await;
    page.all_cards_ready().await;
    let card = page.card(0).await;
    card.click("button", MARK_ALL).await;
    render_all(page).await;
    (site, card)
}

/// Some sources of a quote have white space where a line or a block ends, and some have none.
#[tokio::test]
async fn a_quote_goes_over_a_line_s_and_a_block_s_end() {
    browser(|page| async move {
        let found = [
            "It was said.It was done.",
            "It was said. It was done.",
            "It was said.\nIt was done.",
            "It was done.And then it ended.",
            "It was done.\n\nAnd then it ended.",
        ];
        let lost = "it was nowhere to be seen";
        let quotes: Vec<Value> = found.iter().chain([&lost]).map(|exact| json!({ "exact": exact })).collect();
        let paragraphs =
            "<p>It was said.<br>It was done.</p><p>And then it ended.</p><p>it was no\nwhere to be seen</p>";
        open_quoting(&page, paragraphs, quotes.into()).await;
        for exact in found {
            assert_eq!(state(&page, exact).await, FOUND, "{exact:?}");
        }
        // Where only the source breaks a line there is a space, and words are apart.
        assert_eq!(state(&page, lost).await, LOST);
    })
    .await;
}

#[tokio::test]
async fn a_context_that_names_somebody_else_attaches_nothing() {
    browser(|page| async move {
        let rest = ", whatever the council decides";
        let common = "the budget will be cut by five percent next year";
        let long = [common, rest].concat();
        let paragraphs = ["Alder", "Birch"].map(|name| format!("<p>Minister {name} said {long}.</p>")).concat();
        let quotes = json!([
            { "exact": long, "prefix": "Minister Cedar said " },
            { "exact": common, "prefix": "Minister Birch said " },
        ]);
        open_quoting(&page, &paragraphs, quotes).await;
        assert_eq!(state(&page, &long).await, LOST);
        assert_eq!(state(&page, common).await, FOUND);
        let places: Vec<String> = page
            .js(&format!(
                "return [...CSS.highlights.get('summary-card-quote')].filter((range) => range.toString() === '{common}')
                   .map((range) => range.startContainer.data.slice(0, 14))"
            ))
            .await;
        assert_eq!(places, ["Minister Birch"]);
    })
    .await;
}

/// A page's script can take a selection by `Range.toString()`, which gives what is not seen, too.
#[tokio::test]
async fn a_context_may_hold_what_is_not_seen_and_a_quote_may_not() {
    browser(|page| async move {
        let paragraphs = "<div id=here><p>It was closed.</p><style>.ad{top:0}</style>\
            <p>It was <span hidden>not</span> closed.</p><script type=x>let so = 1</script><p>It was sold.</p></div>";
        let quotes = json!([
            { "exact": "It was closed", "suffix": "..ad{top:0}It was" },
            { "exact": "closed", "prefix": "It was not ", "suffix": ".let so = 1It" },
            { "exact": "It was not closed" },
            { "exact": "let so = 1", "prefix": "closed." },
        ]);
        open_quoting(&page, paragraphs, quotes).await;
        let text: String = page
            .js("const range = document.createRange(); range.selectNodeContents(document.getElementById('here')); return range.toString()")
            .await;
        assert_eq!(text, "It was closed..ad{top:0}It was not closed.let so = 1It was sold.");
        for exact in ["It was closed", "closed"] {
            assert_eq!(state(&page, exact).await, FOUND, "{exact:?}");
        }
        for exact in ["It was not closed", "let so = 1"] {
            assert_eq!(state(&page, exact).await, LOST, "{exact:?}");
        }
        let places: Vec<(String, usize)> = page
            .js("const here = document.getElementById('here');
                 const own = [...CSS.highlights.get('summary-card-quote')].filter((range) => here.contains(range.startContainer));
                 return own.map((range) => [range.toString(), [...here.children].indexOf(range.startContainer.parentElement)])")
            .await;
        assert_eq!(places, [("It was closed".into(), 0), ("closed".into(), 2)]);
    })
    .await;
}
