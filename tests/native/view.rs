//! Each part of the card as it renders without a browser: structure, names and roles, safety.

use std::rc::Rc;

use summary_card::card::{
    Actor, ActorKind, Anonymity, Attribution, Card, Claim, ClaimType, Label, Part, Point, Quote, Rating,
    Reason, Review, Source, Stance, Status,
};
use summary_card::settings::{Comments, Sections};
use summary_card::view::{SummaryCard, SummaryCardProps};

fn quote(exact: &str) -> Quote {
    Quote { exact: exact.into(), ..Quote::default() }
}

fn actor(id: &str, name: &str, anonymity: Anonymity) -> Actor {
    Actor {
        id: id.into(),
        name: name.into(),
        anonymity,
        kind: ActorKind::Person,
        description: (anonymity == Anonymity::Named).then(|| "Mayor of Ribera".into()),
        ..Actor::default()
    }
}

fn card() -> Card {
    let claim = Claim {
        id: "opening".into(),
        text: "The park will open in May.".into(),
        author: vec!["mayor".into(), "sources".into()],
        claim_type: Some(ClaimType::Prediction),
        attribution: Some(Attribution::Direct),
        status: Some(Status::Disputed),
        evidence: vec![quote("We will open in May.")],
        date_published: Some("2025-08-09".into()),
        appearance: vec![Source {
            name: "Council minutes".into(),
            url: Some("https://example.org/m".into()),
        }],
        review: Some(Review {
            author: Source { name: "Check Desk".into(), url: None },
            url: "https://example.org/review".into(),
            review_rating: Rating { alternate_name: "Lacks context".into() },
            date_published: None,
        }),
    };
    let cost = Claim { id: "cost".into(), text: "It costs 2 million.".into(), ..Claim::default() };
    let favor = Stance {
        actor: "mayor".into(),
        target: "opening".into(),
        label: Label::Favor,
        reasons: vec![Reason { text: "The work is done.".into(), evidence: vec![quote("The work is done")] }],
        ..Stance::default()
    };
    let mixed = Stance {
        actor: "neighbours".into(),
        target: "opening".into(),
        label: Label::Mixed,
        evidence: vec![quote("Neighbours disagree.")],
        parts: vec![
            Part { name: "Some".into(), label: Label::Favor, ..Part::default() },
            Part { name: "Others".into(), label: Label::Against, ..Part::default() },
        ],
        ..Stance::default()
    };
    Card {
        version: 1,
        id: "park".into(),
        headline: "A park at last".into(),
        url: Some("https://example.org/park".into()),
        publisher: Some(Source { name: "The Ledger".into(), url: Some("https://example.org/".into()) }),
        author: vec!["Ana Ruiz".into()],
        date_published: Some("2025-08-09".into()),
        date_modified: Some("2025-08-10T09:00:00Z".into()),
        correction: Some("An earlier version gave another month.".into()),
        in_language: Some("en".into()),
        summary: vec![
            Point { text: "First point.".into(), claims: vec!["cost".into(), "nothing".into()] },
            "Second point.".into(),
        ],
        actors: vec![
            actor("mayor", "Eva Soto", Anonymity::Named),
            actor("sources", "People close to the mayor", Anonymity::Unnamed),
            actor("neighbours", "Neighbours", Anonymity::Collective),
        ],
        claims: vec![claim, cost],
        stances: vec![favor, mixed],
        ..Card::default()
    }
}

/// The card with all that opens rendered, as a page without a script needs it.
fn render(card: Card, sections: &str, lang: &'static str) -> String {
    render_props(yew::props!(SummaryCardProps {
        card: Rc::new(card),
        sections: Sections::parse(sections),
        comments: Comments::Off,
        lang: lang,
        render_closed: true,
    }))
}

fn render_props(props: SummaryCardProps) -> String {
    let render = yew::LocalServerRenderer::<SummaryCard>::with_props(props).hydratable(false).render();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let html = tokio::task::LocalSet::new().block_on(&runtime, render);
    html.replace("><", ">\n<")
}

#[test]
fn head_and_summary() {
    insta::assert_snapshot!(render(card(), "summary", "en"));
}

#[test]
fn claims_with_evidence_sources_and_review() {
    insta::assert_snapshot!(render(card(), "claims", "en"));
}

#[test]
fn stances_as_a_table_of_claims_by_position() {
    insta::assert_snapshot!(render(card(), "stances", "en"));
}

#[test]
fn what_is_closed_is_not_rendered_unless_it_is_asked_for() {
    let html = render_props(yew::props!(SummaryCardProps { card: Rc::new(card()), comments: Comments::Off }));
    assert!(html.contains("The park will open in May."), "{html}");
    assert!(!html.contains("We will open in May.") && !html.contains("Lacks context"), "{html}");
    assert!(render(card(), "", "en").contains("We will open in May."));
}

#[test]
fn the_whole_card_in_spanish() {
    let html = render(card(), "", "es-MX");
    for words in [
        "En breve",
        "2 afirmaciones",
        "1\u{a0}discutida",
        "Quién defiende qué",
        "Con posturas enfrentadas",
        "Lo discute",
        ", parte de Neighbours",
        "Una predicción, con las palabras de quien habla",
        "Discutido en el artículo",
    ] {
        assert!(html.contains(words), "{words} is not in\n{html}");
    }
    // The content keeps its own language.
    assert!(html.contains(r#"lang="es""#) && html.contains(r#"lang="en""#));
}

#[test]
fn the_cards_own_language_is_the_interfaces_where_none_is_asked_for() {
    let html = render(Card { in_language: Some("es".into()), ..card() }, "", "");
    assert!(html.contains("2 afirmaciones"), "{html}");
}

#[test]
fn text_never_becomes_markup() {
    let evil = "<img src=x onerror=alert(1)>\"'&";
    let mut bad = card();
    bad.headline = evil.into();
    bad.summary = vec![evil.into()];
    bad.claims[0].text = evil.into();
    bad.claims[0].evidence = vec![quote(evil)];
    bad.actors[0].name = evil.into();
    bad.correction = Some(evil.into());
    let html = render(bad, "", "en");
    assert!(!html.contains("<img"), "{html}");
    assert!(html.contains("&lt;img"), "the text itself is shown");
}

#[test]
fn only_http_and_https_are_followed() {
    for url in
        ["javascript:alert(1)", "data:text/html,x", " javascript:x", "vbscript:x", "//example.org", "x"]
    {
        let mut bad = card();
        bad.url = Some(url.into());
        bad.publisher = Some(Source { name: "The Ledger".into(), url: Some(url.into()) });
        bad.claims[0].appearance = vec![Source { name: "Minutes".into(), url: Some(url.into()) }];
        bad.claims[0].review.as_mut().unwrap().url = url.into();
        let html = render(bad, "", "en");
        // What leads to a claim of the card itself begins with `#`.
        let links = html.matches("href=").count();
        assert!(links > 0 && links == html.matches("href=\"#park.").count(), "{url}: {html}");
        assert!(html.contains("Minutes") && html.contains("Lacks context"), "the names stay readable");
    }
}

#[test]
fn a_card_with_nothing_but_a_headline_renders() {
    let bare = Card { version: 1, id: "x".into(), headline: "Only this".into(), ..Card::default() };
    let html = render(bare, "", "en");
    assert!(html.contains("Only this"));
    assert!(!html.contains("<table") && !html.contains("<details"), "{html}");
}

#[test]
fn what_refers_to_nobody_is_shown_as_it_is_or_left_out() {
    let mut odd = card();
    odd.claims[0].author = vec!["nobody".into()];
    odd.stances[0].target = "nothing".into();
    odd.stances[1].actor = "nobody".into();
    let html = render(odd, "", "en");
    assert!(html.contains("nobody"), "the author's id stands for the missing name");
}

#[test]
fn an_unknown_section_alone_shows_everything() {
    assert!(render(card(), "sumary", "en").contains("First point."));
    assert!(!render(card(), "claims sumary", "en").contains("First point."));
}
