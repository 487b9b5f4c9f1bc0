//! Who stands where: the table, the list in its place, what they say, and finding one's way in it.

use crate::harness::{Key, Page, Site, browser};

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

#[tokio::test]
async fn the_matrix_is_a_table_with_headers() {
    browser(|page| async move {
        page.viewport(1280, 900).await;
        let card = open(&page, "").await;
        let table = card.within("table", "Positions of the people and institutions*").await;
        // A column for each claim that somebody takes a position on, and one for the names.
        let heads = table.find_all("columnheader", "*").await.len();
        let (claims, actors): (usize, usize) = page
            .js_async(
                "fetch('cards/cartel-strategy.json').then((answer) => answer.json()).then(({ stances }) =>
                   done(['target', 'actor'].map((key) => new Set(stances.map((each) => each[key])).size)))",
            )
            .await;
        assert_eq!(heads, claims + 1);
        let rows = table.find_all("rowheader", "*").await;
        assert_eq!(rows.len(), actors);
        table.find("rowheader", "Claudia Sheinbaum*").await;
        let scopes: bool = page
            .js("return [...root().querySelectorAll('.matrix th')].every((each) => ['col', 'row'].includes(each.scope))")
            .await;
        assert!(scopes);
        let (per_row, cells): (Vec<usize>, usize) = page
            .js("const rows = [...root().querySelectorAll('.matrix tbody tr')];
                 return [rows.map((row) => row.cells.length), rows[0].cells.length]")
            .await;
        assert!(per_row.iter().all(|count| *count == cells && cells == claims + 1), "{per_row:?}");
    })
    .await;
}

#[tokio::test]
async fn a_cell_opens_the_reasons_by_keyboard() {
    browser(|page| async move {
        page.viewport(1280, 900).await;
        let card = open(&page, "").await;
        let cell = card.find("button", "Claudia Sheinbaum, claim 9: For").await;
        let is_open = || async { cell.attr("aria-expanded").await.ok().flatten() };
        assert_eq!(is_open().await.as_deref(), Some("false"));
        assert!(!card.text().await.contains("She cites national sovereignty."));
        cell.focus().await.expect("a button takes the focus");
        page.press(Key::Enter).await;
        page.until("the reasons", || async { card.text().await.contains("She cites national sovereignty.") }).await;
        assert_eq!(is_open().await.as_deref(), Some("true"));
        let linked: bool = page
            .js("const cell = root().activeElement; return !!root().getElementById(cell.getAttribute('aria-controls'))")
            .await;
        assert!(linked, "aria-controls names nothing");
        assert_eq!(page.focused().await.1, "Claudia Sheinbaum, claim 9: For");
        // Another cell takes its place; the same once more closes it.
        card.click("button", "Legal experts, claim 11: Divided").await;
        let text = card.text().await;
        assert!(text.contains("Some legal experts") && text.contains("Other legal experts"), "{text}");
        page.until("only one open", || async { !card.text().await.contains("She cites national sovereignty.") }).await;
        card.click("button", "Legal experts, claim 11: Divided").await;
        page.until("closed", || async { !card.text().await.contains("Other legal experts") }).await;
    })
    .await;
}

#[tokio::test]
async fn a_column_leads_to_its_claim() {
    browser(|page| async move {
        page.viewport(1280, 900).await;
        let card = open(&page, "").await;
        card.click("button", "Claim 9: There should be no U.S.*").await;
        assert_eq!(page.event("claim-toggle").await.detail["id"], "mexican-soil");
        page.until("the focus on it", || async {
            page.focused().await.1.starts_with("There should be no U.S.")
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_narrow_card_has_the_list_in_the_table_s_place() {
    browser(|page| async move {
        page.viewport(400, 800).await;
        let card = open(&page, "").await;
        assert!(!card.has("table", "*").await);
        let text = card.text().await;
        for part in [
            "The Trump administration",
            "3 for",
            "1 for, 1 against",
            "2 divided",
            "1 with no position stated",
            "The journalist normally knows who it is",
            "A group spoken of as one.",
        ] {
            assert!(text.contains(part), "no {part:?} in {text}");
        }
        assert!(!text.contains('%'), "counts are plain, never a share or a score");
        card.click("button", "*Claim 9: There should be*").await;
    })
    .await;
}

#[tokio::test]
async fn unnamed_and_collective_are_explained_in_the_table_too() {
    browser(|page| async move {
        page.viewport(1280, 900).await;
        let card = open(&page, "").await;
        card.find("rowheader", "Pentagon sources Unnamed*").await;
        let names: Vec<String> = page
            .js("return [...root().querySelectorAll('.matrix tbody th')].map((each) => each.textContent)")
            .await;
        let of = |actor: &str| names.iter().find(|name| name.starts_with(actor)).cloned().unwrap_or_default();
        assert!(of("Pentagon sources").contains("The article does not name this source."), "{names:?}");
        assert!(of("Legal experts").contains("A group spoken of as one."), "{names:?}");
        assert!(!of("Claudia Sheinbaum").contains("Unnamed"), "{names:?}");
        // In the claim as well, where the reader meets the source first.
        card.click("button", "No operations against the cartels*").await;
        assert!(card.text().await.contains("The journalist normally knows who it is"));
    })
    .await;
}

/// Chooses an option of a list of choices, as a reader does.
async fn choose(card: &Page, list: &str, option: &str) {
    let choices = card.within("combobox", list).await;
    choices.click("option", option).await;
}

#[tokio::test]
async fn choices_are_announced_kept_in_the_link_and_undone() {
    browser(|page| async move {
        page.viewport(1280, 900).await;
        let card = open(&page, "").await;
        choose(&card, "Who", "Claudia Sheinbaum").await;
        card.find_none("button", "No operations against the cartels*").await;
        let said = || async { card.within("group", "Show").await.text().await };
        page.until("the count", || async { said().await.contains("Showing 2 of 13 claims.") }).await;
        let live: String = page.js("return root().querySelector('.showing').role ?? root().querySelector('.showing').getAttribute('role')").await;
        assert_eq!(live, "status");
        assert_eq!(card.find_all("rowheader", "*").await.len(), 1);
        choose(&card, "Status", "Disputed in the article").await;
        page.until("nothing", || async { said().await.contains("Showing 0 of 13 claims.") }).await;
        assert!(card.text().await.contains("No claim fits."));
        choose(&card, "Status", "Attributed").await;
        page.until("two again", || async { said().await.contains("Showing 2 of 13 claims.") }).await;
        card.type_into("searchbox", "Search the card", "SOIL").await;
        page.until("one", || async { said().await.contains("Showing 1 of 13 claims.") }).await;
        assert_eq!(page.focused().await.1, "Search the card");

        card.click("button", "Copy link").await;
        let link = copied(&page).await;
        assert!(link.ends_with("#cartel-strategy?actor=sheinbaum&status=attributed&q=SOIL"), "{link}");
        page.until("told so", || async { card.text().await.contains("Copied.") }).await;

        page.goto("about:blank").await;
        page.goto(&link).await;
        page.all_cards_ready().await;
        let card = page.card(0).await;
        page.until("the same choice", || async { card.text().await.contains("Showing 1 of 13 claims.") }).await;
        assert_eq!(card.value_of("combobox", "Who").await, "sheinbaum");
        assert_eq!(card.value_of("combobox", "Status").await, "attributed");
        assert_eq!(card.value_of("searchbox", "Search the card").await, "SOIL");
        card.click("button", "Show everything").await;
        card.find("button", "No operations against the cartels*").await;
        assert_eq!(card.value_of("combobox", "Who").await, "");
        assert_eq!(card.value_of("searchbox", "Search the card").await, "");
        assert!(!card.text().await.contains("Showing"));
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
