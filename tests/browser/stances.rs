//! Who stands where: the table, a claim's own names, what they say, and finding one's way in it.

use crate::harness::{Key, Page, Site, browser};
use serde_json::json;

/// The demonstration, its clipboard replaced by one that a test can read and that can be told to refuse.
async fn open(page: &Page, fragment: &str) -> Page {
    let source = "window.copied = [];
        Object.defineProperty(navigator.clipboard, 'writeText', { value: (text) =>
          window.refused ? Promise.reject(new Error('refused')) : (copied.push(text), Promise.resolve()) });";
    let site = Site::dist();
    site.run_first(source);
    page.open(&site, &format!("/index.html{fragment}")).await;
    page.all_cards_ready().await;
    page.card(0).await
}

async fn copied(page: &Page) -> String {
    page.until_js("something copied", "return copied.length > 0").await;
    page.js("return copied.pop()").await
}

/// The rows of the table, each as its cells' texts, white space folded.
async fn rows(page: &Page) -> Vec<Vec<String>> {
    page.js("return [...root().querySelectorAll('.stances tr')].map((row) =>
           [...row.cells].map((cell) => cell.textContent.replace(/\\s+/g, ' ').trim()))")
        .await
}

#[tokio::test]
async fn claims_stand_in_a_table_by_position_the_contested_first() {
    browser(|page| async move {
        let card = open(&page, "").await;
        let line = card.text_of("button", "Who stands where*").await;
        assert!(line.contains("9 voices · 2 claims contested"), "{line}");
        assert!(!card.has("table", "*").await, "nothing is rendered before it is opened");
        card.click("button", "Who stands where*").await;
        let table = card.within("table", "Each name opens the reasons and the quote.").await;
        let heads = table.find_all("columnheader", "*").await;
        assert_eq!(heads.len(), 4);
        let rows = rows(&page).await;
        assert_eq!(rows[0], ["Claim", "For", "Against", "No position stated"]);
        let groups: Vec<_> = rows.iter().filter(|row| row.len() == 1).map(|row| &*row[0]).collect();
        assert_eq!(groups, ["Contested", "Only one side is quoted"]);
        // Towards something done one supports or opposes it; towards something said one agrees or disputes.
        let done = rows.iter().find(|row| row[0].starts_with("1 Trump has authorized")).expect("claim 1");
        assert_eq!(done[1..], ["SupportsDonald TrumpThe Trump administration", "OpposesLeaders in the region", "No position statedDiplomats"]);
        let said = rows.iter().find(|row| row[0].starts_with("2 No operations")).expect("claim 2");
        assert_eq!(said[1..], ["AgreesPentagon sources", "", ""]);
        // The factions of a divided group stand where they belong.
        let divided = rows.iter().find(|row| row[0].starts_with("11 Terrorism")).expect("claim 11");
        assert_eq!(divided[1..], ["SupportsSome legal experts", "OpposesOther legal experts", ""]);
        table.find("button", "Some legal experts, part of Legal experts").await;
        table.find("button", "Other legal experts, part of Legal experts").await;
        let text = table.text().await;
        assert!(!text.contains('%'), "never a share or a score");
        let scopes: bool = page
            .js("return [...root().querySelectorAll('.stances th')].every((each) => ['col', 'row', 'rowgroup'].includes(each.scope))")
            .await;
        assert!(scopes);
    })
    .await;
}

#[tokio::test]
async fn a_name_opens_the_reasons_by_keyboard() {
    browser(|page| async move {
        let card = open(&page, "").await;
        card.click("button", "Who stands where*").await;
        let table = card.within("table", "Each name*").await;
        let name = table.find("button", "Claudia Sheinbaum").await;
        let is_open = || async { name.attr("aria-expanded").await.ok().flatten() };
        assert_eq!(is_open().await.as_deref(), Some("false"));
        let reason = "She cites national sovereignty.";
        assert!(!card.text().await.contains(reason));
        name.focus().await.expect("a button takes the focus");
        page.press(Key::Enter).await;
        page.until("the reasons", || async { card.text().await.contains(reason) }).await;
        assert_eq!(is_open().await.as_deref(), Some("true"));
        let linked: bool = page
            .js("const name = root().activeElement; return !!root().getElementById(name.getAttribute('aria-controls'))")
            .await;
        assert!(linked, "aria-controls names nothing");
        page.focus_is_on("button", "Claudia Sheinbaum").await;
        card.find("group", "Claudia Sheinbaum").await;
        // Another name takes its place; the same once more closes it.
        table.click("button", "Some legal experts, part of Legal experts").await;
        page.until("only one open", || async { !card.text().await.contains(reason) }).await;
        card.find("group", "Some legal experts, part of Legal experts").await;
        table.click("button", "Some legal experts, part of Legal experts").await;
        card.find_none("group", "Some legal experts*").await;
    })
    .await;
}

#[tokio::test]
async fn a_claim_says_who_stands_where_on_it() {
    browser(|page| async move {
        let card = open(&page, "").await;
        card.click("button", "Trump has authorized U.S. forces*").await;
        card.find("button", "Copy citation").await;
        let text = card.text().await;
        let mut rest = text.as_str();
        // The quote first, then who stands where, then what kind of statement it is.
        for part in [
            "to prepare contingency options against Latin American drug cartels that his administration",
            "Supports",
            "Donald Trump",
            "Opposes",
            "Leaders in the region",
            "Diplomats",
            "An event, in the article’s words. The article states this in its own voice.",
            "Copy citation",
        ] {
            rest = rest.split_once(part).unwrap_or_else(|| panic!("no {part:?} in its place: {text}")).1;
        }
        card.click("button", "Leaders in the region").await;
        let opened = card.within("group", "Leaders in the region").await;
        opened.says("A group spoken of as one.").await;
        // The same name in the table is another place.
        card.click("button", "Who stands where*").await;
        assert_eq!(card.find_all("group", "Leaders in the region").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_claim_s_number_leads_to_it() {
    browser(|page| async move {
        let card = open(&page, "").await;
        card.click("button", "Who stands where*").await;
        for _ in 0..2 {
            page.forget_events().await;
            card.click("link", "Claim 9").await;
            assert_eq!(
                page.event("claim-toggle").await.detail,
                json!({ "id": "mexican-soil", "open": true })
            );
            page.until("the focus on it", || async {
                page.focused().await.1.starts_with("There should be no U.S.")
            })
            .await;
            card.click("button", "There should be no U.S.*").await;
            page.until("word of it", || async { page.events().await.len() == 2 }).await;
        }
    })
    .await;
}

/// Where the card is narrow each cell says what its names do.
#[tokio::test]
async fn a_narrow_card_stacks_the_table() {
    browser(|page| async move {
        page.viewport(360, 800).await;
        let card = open(&page, "").await;
        card.click("button", "Who stands where*").await;
        let table = card.within("table", "Each name*").await;
        table.find("button", "Claudia Sheinbaum").await;
        let text = table.text().await;
        assert_eq!(text.matches("Opposes").count() + text.matches("Disputes").count(), 2, "{text}");
        let stacked: bool = page
            .js("const rows = [...root().querySelectorAll('.stances tr')].filter((row) => row.cells.length > 1 && row.querySelector('td'));
                 return rows.every((row) => {
                   const seen = [...row.cells].filter((cell) => cell.checkVisibility() && cell.textContent.trim());
                   return seen.every((cell, at) => at === 0 || cell.getBoundingClientRect().top >= seen[at - 1].getBoundingClientRect().bottom - 1);
                 })")
            .await;
        assert!(stacked);
    })
    .await;
}

#[tokio::test]
async fn unnamed_and_collective_are_explained() {
    browser(|page| async move {
        let card = open(&page, "").await;
        card.click("button", "Who stands where*").await;
        let table = card.within("table", "Each name*").await;
        for (name, note) in [
            ("Pentagon sources", "The article does not name this source."),
            ("Leaders in the region", "A group spoken of as one."),
            ("Donald Trump", "President of the United States"),
        ] {
            table.click("button", name).await;
            let opened = card.within("group", name).await;
            opened.says(note).await;
        }
        // In the claim as well, where the reader meets the source first.
        card.find("button", "*Pentagon sources, unnamed Not independently reviewed").await;
        card.click("button", "No operations against the cartels*").await;
        card.says("The journalist normally knows who it is").await;
    })
    .await;
}

/// A person's name leads to all that this person says, and to where they stand.
#[tokio::test]
async fn all_from_one_person() {
    browser(|page| async move {
        let card = open(&page, "").await;
        card.click("button", "Who stands where*").await;
        card.within("table", "Each name*").await.click("button", "Claudia Sheinbaum").await;
        card.click("button", "All from Claudia Sheinbaum").await;
        page.focus_is_on("combobox", "Who").await;
        assert_eq!(card.value_of("combobox", "Who").await, "sheinbaum");
        card.find_none("button", "Trump has authorized*").await;
        card.find("button", "There should be no U.S.*").await;
        let names: Vec<String> = page
            .js("return [...root().querySelectorAll('.stances .actor')].map((each) => each.textContent)")
            .await;
        assert!(!names.is_empty() && names.iter().all(|name| name == "Claudia Sheinbaum"), "{names:?}");
    })
    .await;
}

/// Where no question has both sides, one line says so, at rest already.
#[tokio::test]
async fn one_side_alone_is_said() {
    browser(|page| async move {
        let site = crate::newsroom::newsroom(crate::newsroom::CARD);
        let mut bridge = crate::newsroom::bridge();
        bridge["stances"].as_array_mut().expect("a list").truncate(1);
        site.set(crate::newsroom::FILE, crate::harness::Reply::json(bridge.to_string()));
        let card = crate::newsroom::open_live(&page, &site).await;
        assert!(
            card.text().await.contains("Only one side is quoted ·\u{a0}1\u{a0}voice"),
            "{}",
            card.text().await
        );
    })
    .await;
}

#[tokio::test]
async fn choices_are_announced_kept_in_the_link_and_undone() {
    browser(|page| async move {
        page.viewport(1280, 900).await;
        let card = open(&page, "").await;
        card.click("button", "Who stands where*").await;
        let tool = card.find("button", "Search and filter").await;
        assert_eq!(tool.attr("aria-expanded").await.ok().flatten().as_deref(), Some("false"));
        assert!(!card.has("combobox", "Who").await);
        card.click("button", "Search and filter").await;
        page.until("the focus in it", || async { page.focused().await.1 == "Search the card" }).await;
        card.choose("Who", "Claudia Sheinbaum").await;
        card.find_none("button", "No operations against the cartels*").await;
        let said = || async { card.within("group", "Show").await.text().await };
        page.until("the count", || async { said().await.contains("Showing 2 of 13 claims.") }).await;
        let live: String = page.js("return root().querySelector('.showing').role ?? root().querySelector('.showing').getAttribute('role')").await;
        assert_eq!(live, "status");
        card.choose("Status", "Disputed in the article").await;
        page.until("nothing", || async { said().await.contains("Showing 0 of 13 claims.") }).await;
        card.says("No claim fits.").await;
        card.choose("Status", "Attributed").await;
        page.until("two again", || async { said().await.contains("Showing 2 of 13 claims.") }).await;
        card.type_into("searchbox", "Search the card", "SOIL").await;
        page.until("one", || async { said().await.contains("Showing 1 of 13 claims.") }).await;
        page.focus_is_on("searchbox", "Search the card").await;

        card.click("button", "Copy link").await;
        let link = copied(&page).await;
        assert!(link.ends_with("#cartel-strategy?actor=sheinbaum&status=attributed&q=SOIL"), "{link}");
        card.says("Copied.").await;

        page.goto("about:blank").await;
        page.goto(&link).await;
        page.all_cards_ready().await;
        let card = page.card(0).await;
        card.says("Showing 1 of 13 claims.").await;
        assert_eq!(card.value_of("combobox", "Who").await, "sheinbaum");
        assert_eq!(card.value_of("combobox", "Status").await, "attributed");
        assert_eq!(card.value_of("searchbox", "Search the card").await, "SOIL");
        card.click("button", "Show everything").await;
        page.focus_is_on("combobox", "Who").await;
        card.find("button", "No operations against the cartels*").await;
        assert_eq!(card.value_of("combobox", "Who").await, "");
        assert_eq!(card.value_of("searchbox", "Search the card").await, "");
        assert!(!card.text().await.contains("Showing"));
        // Closing the filter closes what was chosen in it, too.
        card.choose("Who", "Claudia Sheinbaum").await;
        card.find_none("button", "No operations against the cartels*").await;
        card.click("button", "Search and filter").await;
        card.find("button", "No operations against the cartels*").await;
        assert!(!card.has("combobox", "Who").await);
    })
    .await;
}

#[tokio::test]
async fn a_citation_says_who_what_where() {
    browser(|page| async move {
        let card = open(&page, "?from=feed#top").await;
        card.click("button", "No operations against the cartels*").await;
        card.click("button", "Copy citation").await;
        let cited = copied(&page).await;
        let (words, address) = cited.rsplit_once(", ").expect("an address at the end");
        assert_eq!(
            words,
            "“Pentagon sources stress that no operations are imminent.” — Pentagon sources, “U.S. order on cartels brings \
             military planning into the drug fight”, The Meridian Ledger, 2025-08-09"
        );
        assert!(address.ends_with("/index.html?from=feed#cartel-strategy.not-imminent"), "{address}");
        card.click("button", "Copy link to claim 2").await;
        assert_eq!(copied(&page).await, address);
        // Where copying is refused, the text is there to be copied by hand.
        let (): () = page.js("window.refused = true; return null").await;
        card.click("button", "Copy citation").await;
        page.until("the text itself", || async { card.text().await.contains(&cited) }).await;
        card.click("button", "Close").await;
        page.until("put away", || async { !card.text().await.contains(&cited) }).await;
    })
    .await;
}
