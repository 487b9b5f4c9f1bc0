//! Every lint rule, on both sides.

use summary_card_card::{Card, Claim, Label, Part, Point, Quote, Reason, Review, Rule, Stance, Status, lint};

fn quote(exact: &str) -> Quote {
    Quote { exact: exact.into(), ..Quote::default() }
}

fn claim(text: &str, quotes: &[&str]) -> Card {
    let evidence = quotes.iter().map(|exact| quote(exact)).collect();
    let claim = Claim { text: text.into(), evidence, status: Some(Status::Reported), ..Claim::default() };
    Card { claims: vec![claim], ..Card::default() }
}

fn found(card: &Card) -> Vec<(Rule, String)> {
    lint(card).into_iter().map(|problem| (problem.rule, problem.path)).collect()
}

fn found_in(language: &str, text: &str, quotes: &[&str]) -> Vec<(Rule, String)> {
    found(&Card { in_language: Some(language.into()), ..claim(text, quotes) })
}

const NONE: [(Rule, String); 0] = [];

#[test]
fn hedges() {
    let lost = [(Rule::LostHedge, String::from("claims[0].text"))];
    let pairs = [
        (
            "en",
            "The order reshapes trade.",
            "The order could reshape trade.",
            "the order could reshape trade",
        ),
        ("en", "He took the money.", "He allegedly took the money.", "he allegedly took the money"),
        ("en", "They meet in May.", "They may meet in May.", "they might meet in May"),
        ("en", "The outcome is clear.", "The outcome is an open question.", "it remains to be seen"),
        ("en-GB", "Costs rise.", "Costs seem to rise.", "costs apparently rise"),
        ("es", "El puente cierra.", "El puente podría cerrar.", "el puente tal vez cierre"),
        ("es-MX", "Tomó el dinero.", "Presuntamente tomó el dinero.", "el presunto robo"),
    ];
    for (language, lossy, kept, exact) in pairs {
        assert_eq!(found_in(language, lossy, &[exact]), lost, "{lossy}");
        assert_eq!(found_in(language, kept, &[exact]), NONE, "{kept}");
    }
    // The month is no hedge, a word that contains one neither, and other languages are not looked at.
    assert_eq!(found_in("en", "They met.", &["they met in May"]), NONE);
    assert_eq!(found_in("en", "They met.", &["the mayor met them"]), NONE);
    assert_eq!(found_in("de", "They met.", &["they could meet"]), NONE);
    // Any of the quotes may carry the hedge.
    assert_eq!(found_in("en", "Trade falls.", &["trade falls", "it may fall"]), lost);
}

#[test]
fn negations() {
    let lost = [(Rule::LostHedge, String::from("claims[0].text"))];
    let pairs = [
        ("en", "The bridge is safe.", "The bridge is not safe.", "the bridge is not safe"),
        ("en", "He will pay.", "He won’t pay.", "he won't pay"),
        ("en", "He wants it.", "He rejects it.", "he does not want it"),
        ("es", "El puente es seguro.", "El puente no es seguro.", "el puente no es seguro"),
        ("es", "Lo quiere.", "Lo rechaza.", "jamás lo quiso"),
    ];
    for (language, lossy, kept, exact) in pairs {
        assert_eq!(found_in(language, lossy, &[exact]), lost, "{lossy}");
        assert_eq!(found_in(language, kept, &[exact]), NONE, "{kept}");
    }
    assert_eq!(found_in("en", "The knot is tied.", &["the knot is tied now"]), NONE);
}

#[test]
fn numbers() {
    let missing = [(Rule::NumberNotInQuotes, String::from("claims[0].text"))];
    for (text, exact) in [
        ("It costs 3 million.", "a cost of 2 million"),
        ("In 2024 it rained.", "it rained in 2025"),
        ("Three people came.", "two people came"),
        ("It costs 3.5 million and 3.5 more.", "a cost of 35 million"),
    ] {
        assert_eq!(found(&claim(text, &[exact])), missing, "{text}");
    }
    for (text, exact) in [
        ("It costs 1200.", "a cost of 1,200 euros"),
        ("It costs 1.200.", "a cost of 1\u{202f}200 euros"),
        ("Three people came.", "3 people came"),
        ("3 people came.", "three people came"),
        ("The group MS-13 is named.", "groups such as MS‑13"),
        ("Nobody counted.", "nobody counted the 12"),
        ("Twenty-five came.", "25 came"),
    ] {
        assert_eq!(found(&claim(text, &[exact])), NONE, "{text}");
    }
    assert_eq!(found(&claim("It costs 2 in 2025.", &["a cost of 2", "in 2025"])), NONE);
}

/// A card whose only claim has the id `a`, and whose only point names these.
fn point(text: &str, claims: &[&str], quotes: &[&str]) -> Card {
    let mut card = claim("It could cost 2, and not before 2026.", quotes);
    card.claims[0].id = "a".into();
    let claims = claims.iter().map(|id| (*id).to_owned()).collect();
    Card { summary: vec!["Something else.".into(), Point { text: text.into(), claims }], ..card }
}

#[test]
fn points_name_claims() {
    let nameless = |index: usize| (Rule::PointWithoutClaim, format!("abstract[{index}]"));
    let quotes = ["it could cost 2, and not before 2026"];
    assert_eq!(found(&point("It could cost 2.", &[], &quotes)), [nameless(0), nameless(1)]);
    assert_eq!(found(&point("It could cost 2, not more.", &["a"], &quotes)), [nameless(0)]);
    // A card without claims has nothing to name.
    let card = Card { claims: Vec::new(), ..point("It could cost 2.", &[], &quotes) };
    assert_eq!(found(&card), NONE);
}

#[test]
fn points_keep_to_the_quotes_of_their_claims() {
    let found = |text: &str, claims: &[&str], quotes: &[&str]| {
        let mut found = found(&point(text, claims, quotes));
        found.retain(|(rule, _)| *rule != Rule::PointWithoutClaim);
        found
    };
    let lost = (Rule::LostHedge, String::from("abstract[1].text"));
    let number = (Rule::NumberNotInQuotes, String::from("abstract[1].text"));
    let quotes = ["it could cost 2", "and not before 2026"];
    assert_eq!(found("It could cost 2, but not yet.", &["a"], &quotes), NONE);
    assert_eq!(found("It costs 2.", &["a"], &quotes), [lost.clone(), lost.clone()]);
    assert_eq!(found("It could cost 3, not 2.", &["a"], &quotes), [number]);
    // Only the quotes of what it names count, and an id that nobody has is another rule's.
    assert_eq!(found("It costs 3.", &["b"], &quotes), NONE);
    assert_eq!(found("It costs 2.", &["b", "a", "a"], &quotes), [lost.clone(), lost]);
}

#[test]
fn claims_without() {
    let mut card = claim("It rained.", &["it rained"]);
    assert_eq!(found(&card), NONE);
    card.claims[0].status = None;
    assert_eq!(found(&card), [(Rule::ClaimWithoutStatus, "claims[0]".into())]);
    // Without a quote there is nothing to compare with, so only the missing quote is said.
    let card = claim("It rained 3 times.", &[]);
    assert_eq!(found(&card), [(Rule::ClaimWithoutQuote, "claims[0]".into())]);
}

#[test]
fn reviewers() {
    let mut card = claim("It rained.", &["it rained"]);
    let mut review = Review { url: "https://check.example/".into(), ..Review::default() };
    card.claims[0].review = Some(review.clone());
    assert_eq!(found(&card), [(Rule::ReviewWithoutReviewer, "claims[0].review.author.name".into())]);
    review.author.name = "Example Fact Check".into();
    card.claims[0].review = Some(review);
    assert_eq!(found(&card), NONE);
}

#[test]
fn unused_actors() {
    let mut card = claim("It rained.", &["it rained"]);
    card.actors =
        ["a", "b"].map(|id| summary_card_card::Actor { id: id.into(), ..Default::default() }).into();
    card.claims[0].author = vec!["a".into()];
    assert_eq!(found(&card), [(Rule::UnusedActor, "actors[1]".into())]);
    card.stances = vec![Stance { actor: "b".into(), ..Stance::default() }];
    assert_eq!(found(&card), NONE);
}

#[test]
fn stances_without_quotes() {
    let stance = |label| Stance { label, ..Stance::default() };
    let card = |stance| Card { stances: vec![stance], ..Card::default() };
    let without = |path: &str| [(Rule::StanceWithoutQuote, path.to_owned())];
    let reason = |evidence| Reason { text: "x".into(), evidence };
    for label in [Label::Favor, Label::Against] {
        assert_eq!(found(&card(stance(label))), without("stances[0]"));
        assert_eq!(
            found(&card(Stance { reasons: vec![reason(vec![])], ..stance(label) })),
            without("stances[0]")
        );
        assert_eq!(found(&card(Stance { evidence: vec![quote("x")], ..stance(label) })), NONE);
        assert_eq!(found(&card(Stance { reasons: vec![reason(vec![quote("x")])], ..stance(label) })), NONE);
    }
    assert_eq!(found(&card(stance(Label::None))), NONE);
    let part = |label, evidence| Part { label, evidence, ..Part::default() };
    let parts =
        vec![part(Label::Favor, vec![quote("x")]), part(Label::Against, vec![]), part(Label::None, vec![])];
    assert_eq!(found(&card(Stance { parts, ..stance(Label::Mixed) })), without("stances[0].parts[1]"));
}

#[test]
fn every_rule_is_documented_and_has_a_name_of_its_own() {
    let mut names = Vec::new();
    for rule in Rule::ALL {
        let explanation = rule.explanation();
        assert!(!explanation.summary.is_empty() && explanation.why.ends_with(['.', '`']), "{}", rule.name());
        assert_eq!(explanation.bad.is_empty(), explanation.good.is_empty(), "{}", rule.name());
        assert_eq!(Rule::from_name(rule.name()), Some(rule));
        assert!(!names.contains(&rule.name()), "{}", rule.name());
        names.push(rule.name());
    }
    assert_eq!(Rule::from_name("nothing"), None);
}
