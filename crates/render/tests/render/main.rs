//! The card as HTML: what it holds, what it never holds, and what it is made with.

mod hostile;
mod light;
mod parts;
mod static_site;

use card::Card;
use scraper::{Html, Selector};
use summary_card_render::article::Article;
use summary_card_render::{Options, render};

const CARD: &str = include_str!("../../../card/tests/fixtures/bridge.json");
const PAGE: &str = include_str!("../../../card/tests/fixtures/bridge.html");
const EVERY_FIELD: &str = include_str!("../../../card/tests/fixtures/every-field.json");

fn card() -> Card {
    card::parse(CARD).unwrap()
}

fn beside_its_article() -> Options {
    Options::default().beside(&Article::Page(PAGE.to_owned()), "bridge.json")
}

fn parse(html: &str) -> Html {
    Html::parse_fragment(html)
}

/// The texts of what a selector finds.
fn texts(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).map(|each| each.text().collect()).collect()
}

/// The values of an attribute of what a selector finds.
fn values(page: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    page.select(&selector).filter_map(|each| each.value().attr(name)).map(str::to_owned).collect()
}

/// HTML with a line for each element, for snapshots.
fn lines(html: &str) -> String {
    html.replace("><", ">\n<")
}

#[test]
fn the_whole_card() {
    insta::assert_snapshot!(lines(&render(&card(), &beside_its_article())));
}
