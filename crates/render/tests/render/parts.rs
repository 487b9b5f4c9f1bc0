//! What goes into the element, by what is asked for.

use card::{Card, JsonLdOptions, SampleComment, json_ld};
use serde_json::Value;
use summary_card_render::{Options, STYLE, render};

use super::{beside_its_article, card, parse, texts, values};

fn with(attributes: &[(&str, &str)]) -> Options {
    let attributes = attributes.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
    Options { attributes, ..Options::default() }
}

#[test]
fn quotes_say_whether_they_are_in_the_article_only_where_it_is_known() {
    let page = parse(&render(&card(), &beside_its_article()));
    assert!(texts(&page, ".quote").len() > 2);
    assert_eq!(texts(&page, ".quote.found").len(), texts(&page, ".quote").len());
    let links = values(&page, ".quote a", "href");
    assert!(links.iter().all(|link| link.starts_with("#:~:text=")), "{links:?}");
    let unknown = parse(&render(&card(), &Options::default()));
    assert_eq!(texts(&unknown, ".quote.unknown").len(), texts(&page, ".quote").len());
    let other = Options { article: Some("Another story altogether.".into()), ..Options::default() };
    let orphans = parse(&render(&card(), &other));
    assert_eq!(texts(&orphans, ".quote.orphan").len(), texts(&page, ".quote").len());
    assert!(texts(&orphans, ".quote a").is_empty());
}

#[test]
fn the_link_to_a_passage_never_fits_the_card_itself() {
    // A paragraph that is nothing but the quote: only what is before or after it tells the two apart.
    let mut card = card();
    card.claims.truncate(1);
    let quote = card.claims[0].evidence[0].exact.clone();
    let article = format!("Before it.\n\n{quote}\n\nAfter it.");
    let page = parse(&render(&card, &Options { article: Some(article.into()), ..Options::default() }));
    let links = values(&page, ".claim > details > .body > div > .quote a", "href");
    assert!(links[0].starts_with("#:~:text=it.-,") && links[0].ends_with(",-After"), "{links:?}");
}

#[test]
fn nothing_is_there_that_only_a_script_could_make_work() {
    let mut card = card();
    card.comments = vec![SampleComment {
        id: "one".into(),
        text: "What does it cost?".into(),
        author: "Ana".into(),
        date_created: "2025-08-09T10:00:00Z".into(),
        ..SampleComment::default()
    }];
    for options in [Options::default(), beside_its_article()] {
        let html = render(&card, &options);
        let page = parse(&html);
        let dead = "button, input, select, textarea, form, label[for], [tabindex='0'], [onclick]";
        assert!(texts(&page, dead).is_empty(), "{html}");
        let fragments = values(&page, "a[href^='#']", "href");
        assert!(fragments.iter().all(|link| link.starts_with("#:~:text=")), "{fragments:?}");
        assert!(texts(&page, ".comments").concat().contains("What does it cost?"), "{html}");
        assert!(html.contains("August 9, 2025"));
    }
}

#[test]
fn a_section_of_comments_without_comments_only_keeps_its_room() {
    let card = Card { comments: Vec::new(), ..card() };
    let page = parse(&render(&card, &Options::default()));
    assert_eq!(texts(&page, ".comments").len(), 1);
    assert_eq!(texts(&page, ".comments.room.live").len(), 1);
    let none = parse(&render(&card, &with(&[("comments", "off")])));
    assert!(texts(&none, ".comments").is_empty());
}

#[test]
fn the_json_ld_is_what_the_widget_writes() {
    for (page, options) in [
        (
            Some("https://news.example/bridge"),
            Options { page: Some("https://news.example/bridge".into()), ..Options::default() },
        ),
        (card().url.as_deref(), Options::default()),
    ] {
        let html = parse(&render(&card(), &options));
        let written: Value =
            serde_json::from_str(&texts(&html, "script[type='application/ld+json']")[0]).unwrap();
        let widgets = json_ld(&card(), JsonLdOptions { page, article: None });
        assert_eq!(written, serde_json::from_str::<Value>(&widgets).unwrap());
    }
}

#[test]
fn the_data_is_in_the_page_unless_it_has_an_address() {
    let data = |options| texts(&parse(&render(&card(), &options)), "script[type='application/json']");
    let [inline] = &*data(Options::default()) else { panic!("one script") };
    assert_eq!(card::parse(inline).unwrap(), Card { schema: None, ..card() });
    assert!(data(with(&[("src", "bridge.json")])).is_empty());
}

#[test]
fn attributes_are_kept_and_followed() {
    let html =
        render(&card(), &with(&[("lang", "es-MX"), ("sections", "summary stances"), ("theme", "dark")]));
    assert!(
        html.starts_with("<summary-card lang=\"es-MX\" sections=\"summary stances\" theme=\"dark\">"),
        "{html}"
    );
    let page = parse(&html);
    assert!(texts(&page, ".claims, .comments").is_empty() && !texts(&page, ".stances").is_empty());
    assert!(html.contains("En breve"));
}

#[test]
fn the_style_sheet_is_where_the_base_says() {
    let href = |base: &str| {
        let options = Options { base: base.into(), ..Options::default() };
        values(&parse(&render(&card(), &options)), "link", "href").concat()
    };
    assert_eq!(href(""), "card.css");
    assert_eq!(href("/card/1.2"), "/card/1.2/card.css");
    assert_eq!(href("https://cdn.example/a\"b/"), "https://cdn.example/a\"b/card.css");
}

#[test]
fn the_style_sheet_can_stand_in_the_html() {
    let page = parse(&render(&card(), &Options { inline_style: true, ..Options::default() }));
    assert!(values(&page, "link", "href").is_empty());
    assert_eq!(texts(&page, "style").concat().trim(), STYLE.trim());
    assert!(!STYLE.contains("</"), "nothing in it ends its element");
}

#[test]
fn headings_follow_the_page() {
    let headline = card().headline;
    let render_below = |headings: &[(u8, &str)], attributes: &[(&str, &str)]| {
        let headings = headings.iter().map(|(level, text)| (*level, (*text).into())).collect();
        parse(&render(&card(), &Options { headings, ..with(attributes) }))
    };
    let page = render_below(&[(1, &headline.to_uppercase()), (2, "Background")], &[]);
    assert_eq!(texts(&page, "h3.hidden"), [&*headline]);
    assert!(!texts(&page, "h4").is_empty());
    let page = render_below(&[(1, "Another")], &[]);
    assert_eq!(texts(&page, "h2.headline"), [&*headline]);
    let page = render_below(&[(1, &headline)], &[("headline", "show")]);
    assert_eq!(texts(&page, "h2.headline"), [&*headline]);
}

#[tokio::test]
async fn it_renders_within_an_async_program() {
    assert!(render(&card(), &Options::default()).contains("</summary-card>"));
}
