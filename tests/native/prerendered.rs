//! The article page of this repository, prerendered as a newsroom would do it: the HTML in it is what is rendered now.

use std::path::Path;

use summary_card_render::article::Article;
use summary_card_render::{Options, card, render};

const PAGE: &str = "index.html";
const CARD: &str = "cartel-strategy.json";

#[test]
fn the_article_page_has_its_card_as_it_is_rendered_now() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(root.join(PAGE)).unwrap();
    let file = std::fs::read_to_string(root.join("static/cards").join(CARD)).unwrap();
    let options = Options {
        inline_style: true,
        attributes: vec![("src".into(), format!("cards/{CARD}"))],
        ..Options::default().beside(&Article::Page(page.clone()), CARD)
    };
    let now = render(&card::parse(&file).unwrap(), &options);
    let (before, rest) = page.split_once("<summary-card").expect("the page has a card");
    let (_, after) = rest.split_once("</summary-card>\n").expect("which ends");
    let fresh = [before, &now, after].concat();
    if std::env::var_os("PRERENDER").is_some() {
        std::fs::write(root.join(PAGE), &fresh).unwrap();
    }
    assert!(
        page == fresh,
        "{PAGE} is not what is rendered now: PRERENDER=1 cargo test --test native prerendered"
    );
}
