//! The whole way: the demonstration's article comes in, a card goes out and comes to life in a page.

use super::{
    add_stance, card_text, choose_file, fill, is_made, kept, make, make_actor, make_claim, open, open_form,
    out, pick, says, select,
};
use crate::harness::{Page, Reply, browser};
use crate::pages::{dist_page, with_card};
use crate::quotes::states;
use card::{Levels, check_text};
use quote::Index;
use serde_json::Value;
use std::path::Path;
use summary_card_article::Article;

const CLAIMS: [&str; 3] = [
    "Pentagon sources stress that no operations are imminent.",
    "Mexican President Claudia Sheinbaum has strongly opposed any U.S. military presence on Mexican soil.",
    "Officials described the work as routine planning.",
];

/// Three claims, two people, a stance and two points, by selecting alone; and what only an editor knows by typing.
async fn make_card(page: &Page) {
    for words in CLAIMS {
        make_claim(page, words).await;
    }
    make_actor(page, "Claudia Sheinbaum").await;
    make_actor(page, "Pentagon sources").await;
    select(page, "has strongly opposed any U.S. military presence on Mexican soil").await;
    pick(page, "Stance of", "Claudia Sheinbaum").await;
    pick(page, "position", "for it").await;
    pick(page, "on", "Mexican President").await;
    add_stance(page).await;
    // What an editor says of each.
    for (at, status) in [(0, "Not independently reviewed"), (1, "Attributed"), (2, "Attributed")] {
        page.click("button", &format!("{} {}*", at + 1, &CLAIMS[at][..40])).await;
        page.choose("What the article shows for it", status).await;
    }
    page.click("button", &format!("1 {}*", &CLAIMS[0][..40])).await;
    page.click("checkbox", "Pentagon sources").await;
    for words in [CLAIMS[0], CLAIMS[1]] {
        make(page, words, "Point of the summary").await;
        is_made(page, "Point", words).await;
    }
    open_form(page, "Headline, address, publisher, dates, id").await;
    fill(page, "textbox", "Headline", "U.S. order on cartels brings military planning into the drug fight")
        .await;
    fill(page, "textbox", "Id of the card", "cartels-at-the-desk").await;
}

fn list<'card>(card: &'card Value, name: &str) -> &'card [Value] {
    card[name].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// All problems that `summary-card check --article dist/index.html` would name.
fn problems(card: &str) -> Vec<String> {
    let file = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/dist/index.html"));
    let article = Article::read(file).expect("the page is there");
    let index = Index::of(&article.text(""));
    let found = check_text(card, &Levels::default(), Some(&index));
    found.into_iter().map(|located| format!("{:?}", located.problem)).collect()
}

#[tokio::test]
async fn from_an_article_to_a_card_that_is_live_in_a_page() {
    browser(|page| async move {
        let site = open(&page).await;
        choose_file(&page, "input[type=file]", "story.html", &dist_page()).await;
        says(&page, "The article is here").await;
        make_card(&page).await;
        kept(&page).await;
        let before = card_text(&page).await;
        page.reload().await;
        page.find("button", "*Pentagon sources stress that no operations are imminent.*").await;
        let text = card_text(&page).await;
        assert_eq!(text, before, "all of it is there after a reload");
        let card: Value = serde_json::from_str(&text).expect("it is JSON");
        let counts = ["claims", "actors", "stances", "abstract"].map(|name| list(&card, name).len());
        assert_eq!(counts, [3, 2, 1, 2]);
        assert_eq!(problems(&text), [""; 0], "{text}");
        // Beside it stands what readers will see.
        page.until("the card as readers see it", || async {
            let text: String =
                page.js("return document.querySelector('.live-card').shadowRoot.textContent").await;
            text.contains("routine planning")
        })
        .await;
        // It comes to life in the page of the article.
        page.click("button", "Publish").await;
        fill(&page, "textbox", "Address of embed.js on your site", "/embed.js").await;
        let inline = out(&page, "For a page that holds the card itself").await;
        page.assert_quiet().await;
        site.set("/story.html", Reply::html(with_card(&dist_page(), &inline)));
        page.open(&site, "/story.html").await;
        page.all_cards_ready().await;
        page.open_everything().await;
        // A stance's quote is behind the name.
        page.card(0).await.click("button", "Claudia Sheinbaum*").await;
        let quotes = text.matches("\"exact\"").count();
        page.until("every quote found", || async {
            let states = states(&page).await;
            states.len() == quotes && states.values().all(|(state, _)| state == "In the article")
        })
        .await;
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
#[ignore = "takes pictures for people: cargo xtask shots"]
async fn shots_of_the_desk() {
    browser(|page| async move {
        let _site = open(&page).await;
        page.screenshot("desk-empty").await;
        choose_file(&page, "input[type=file]", "story.html", &dist_page()).await;
        says(&page, "The article is here").await;
        make_card(&page).await;
        kept(&page).await;
        page.click("button", "*Headline, address, publisher, dates, id*").await;
        select(
            &page,
            "Even so, the move signals a notable change in how Washington looks at organized crime",
        )
        .await;
        page.screenshot("desk").await;
        page.click("button", "Publish").await;
        page.screenshot("desk-publish").await;
    })
    .await;
}
