//! What becomes of a model's answer.

use card::{ActorKind, Anonymity, Card, Level, Rule, check_quotes, check_text};
use quote::Index;
use serde_json::{Value, json};
use summary_card_draft::{Answer, answer};

const ARTICLE: &str = "Library may open on Sundays\n\
    The town library may open on Sundays, Mayor Ana Ruiz said on Monday.\n\
    “We will not cut other hours,” she added. The trial costs 5,000 euros.\n\
    The staff union opposes the plan. Some members support it.\n\
    Twice the same.\nTwice the same.\nTwice the same.\nTwice the same.\nTwice the same.\nTwice the same.\nTwice the same.\n\
    Twice the same.";

fn good() -> Value {
    json!({
        "headline": 1,
        "abstract": [{ "text": "The library may open on Sundays.", "claims": ["sundays"] }],
        "actors": [
            { "id": "ruiz", "name": "Ana Ruiz", "type": "Person", "anonymity": "named", "description": "mayor" },
            { "id": "union", "name": "the staff union", "type": "Organization", "anonymity": "named" }
        ],
        "claims": [
            { "id": "sundays", "text": "The library may open on Sundays.", "author": ["ruiz"], "claimType": "prediction",
              "attribution": "indirect", "status": "attributed", "evidence": [2] },
            { "id": "hours", "text": "Other hours will not be cut.", "author": ["ruiz"], "claimType": "position",
              "attribution": "direct", "status": "attributed", "evidence": [3] }
        ],
        "stances": [{ "actor": "union", "target": "sundays", "label": "against", "evidence": [5],
                      "reasons": [] }]
    })
}

fn of(value: &Value) -> Answer {
    answer(&value.to_string(), &Index::new(ARTICLE), Some("en"))
}

/// The problems of the good answer with one value put in, each as its path and its rule; and the card.
fn with(pointer: &str, value: Value) -> (Vec<(String, Rule)>, Card) {
    let mut changed = good();
    if let Some(place) = changed.pointer_mut(pointer) {
        *place = value;
    } else {
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        changed.pointer_mut(parent).unwrap()[name] = value;
    }
    let Answer { card, problems } = of(&changed);
    let problems = problems.into_iter().map(|located| (located.problem.path, located.problem.rule)).collect();
    (problems, card.unwrap())
}

fn is_one(problems: &[(String, Rule)], path: &str, rule: Rule) {
    assert!(problems.contains(&(path.to_owned(), rule)), "{problems:?}");
}

#[test]
fn a_good_answer_becomes_a_card_without_a_warning() {
    let whole = of(&good());
    assert_eq!(whole.problems, []);
    assert!(whole.is_whole());
    let card = whole.card.unwrap();
    assert_eq!(
        (card.id.as_str(), card.headline.as_str()),
        ("library-may-open-on-sundays", "Library may open on Sundays")
    );
    assert_eq!(
        card.claims[0].evidence[0].exact,
        "The town library may open on Sundays, Mayor Ana Ruiz said on Monday."
    );
    assert_eq!((card.actors[1].kind, card.actors[1].anonymity), (ActorKind::Organization, Anonymity::Named));
    let article = Index::new(ARTICLE);
    assert_eq!(check_quotes(&card, &article), []);
    let text = serde_json::to_string(&card).unwrap();
    assert_eq!(check_text(&text, &card::Levels::default(), Some(&article)), []);
}

#[test]
fn an_answer_is_found_in_what_stands_around_it() {
    let plain = of(&good());
    let json = format!("{:#}", good());
    for text in [
        format!("```json\n{json}\n```"),
        format!("Here is {{the}} card {{\"a\": 1}}:\n\n~~~\n{json}\n~~~\nI hope {{this}} helps!"),
        format!("\u{FEFF}{json}"),
    ] {
        let found = answer(&text, &Index::new(ARTICLE), Some("en"));
        assert_eq!(found.card, plain.card, "{text}");
    }
}

#[test]
fn what_is_no_json_is_said_with_its_place() {
    let text = "Sure!\n{ \"claims\": [1, 2,, 3] }";
    let found = answer(text, &Index::new(ARTICLE), None);
    assert_eq!((found.card, found.problems.len()), (None, 1));
    assert_eq!(found.problems[0].problem.rule, Rule::NotJson);
    assert_eq!(found.problems[0].range.clone().map(|range| range.start), text.find(",,").map(|at| at + 1));
    for text in ["", "I cannot do that.", "[1]", "{}", "{\"a\": 1}"] {
        let found = answer(text, &Index::new(ARTICLE), None);
        assert_eq!(found.card, None, "{text}");
        assert_eq!(found.problems[0].problem.rule, Rule::NotJson, "{text}");
    }
}

#[test]
fn a_place_is_one_in_the_answer() {
    let mut value = good();
    value["claims"][1]["evidence"] = json!([3, 99]);
    let text = format!("Here:\n{value}");
    let found = answer(&text, &Index::new(ARTICLE), Some("en"));
    assert_eq!(&text[found.problems[0].range.clone().unwrap()], "99");
}

#[test]
fn sentences_that_do_not_exist_are_named_and_left_out() {
    for number in [json!(0), json!(99), json!(u64::MAX)] {
        let (problems, card) = with("/claims/1/evidence", json!([3, number]));
        assert_eq!(problems, [("claims[1].evidence[1]".to_owned(), Rule::UnknownId)]);
        assert_eq!(card.claims[1].evidence.len(), 1);
    }
    let (problems, card) = with("/claims/1/evidence", json!([-1, "3", 3.5, null]));
    assert_eq!(problems.iter().filter(|(_, rule)| *rule == Rule::WrongShape).count(), 4);
    is_one(&problems, "claims[1]", Rule::ClaimWithoutQuote);
    assert_eq!(card.claims.len(), 1);
    let (problems, _) = with("/headline", json!(77));
    is_one(&problems, "headline", Rule::UnknownId);
}

#[test]
fn a_sentence_that_is_there_too_often_proves_nothing() {
    let (problems, card) = with("/claims/1/evidence", json!([12]));
    is_one(&problems, "claims[1].evidence[0]", Rule::AmbiguousQuote);
    assert!(card.claim("hours").is_none());
}

#[test]
fn a_claim_keeps_hedges_negations_and_numbers() {
    for (text, rule) in [
        ("The library opens on Sundays.", Rule::LostHedge),
        ("The library may open on 52 Sundays.", Rule::NumberNotInQuotes),
    ] {
        let (problems, card) = with("/claims/0/text", json!(text));
        is_one(&problems, "claims[0].text", rule);
        assert!(
            card.claim("sundays").is_none() && card.summary.is_empty() && card.stances.is_empty(),
            "{text}"
        );
    }
    let (problems, _) = with("/claims/1/text", json!("Other hours will be cut."));
    assert_eq!(problems, [("claims[1].text".to_owned(), Rule::LostHedge)]);
    let (problems, card) = with("/abstract/0/text", json!("The library opens on Sundays."));
    assert_eq!(problems, [("abstract[0].text".to_owned(), Rule::LostHedge)]);
    assert!(card.summary.is_empty());
    let reason = json!([{ "text": "7 reasons", "evidence": [5] }]);
    let (problems, card) = with("/stances/0/reasons", reason);
    assert_eq!(problems, [("stances[0].reasons[0].text".to_owned(), Rule::NumberNotInQuotes)]);
    assert!(card.stances[0].reasons.is_empty());
}

#[test]
fn an_actor_has_to_be_in_the_article_and_so_what_is_said_of_it() {
    let (problems, card) = with("/actors/0/name", json!("Ana Gil"));
    is_one(&problems, "actors[0].name", Rule::QuoteNotFound);
    // What the actor says is not the article's own then.
    is_one(&problems, "claims[0].author[0]", Rule::UnknownId);
    assert!(card.claims.is_empty() && card.actor("ruiz").is_none());
    let (problems, card) = with("/actors/0/description", json!("corrupt mayor"));
    assert_eq!(problems, [("actors[0].description".to_owned(), Rule::QuoteNotFound)]);
    assert_eq!(card.actors[0].description, None);
}

#[test]
fn a_stance_needs_a_sentence() {
    let (problems, card) = with("/stances/0/evidence", json!([]));
    assert_eq!(problems, [("stances[0]".to_owned(), Rule::StanceWithoutQuote)]);
    assert!(card.stances.is_empty());
    let mixed = |second: Value| {
        json!({ "actor": "union", "target": "sundays", "label": "mixed", "evidence": [], "parts": [
            { "name": "The staff union", "label": "against", "evidence": [5] },
            { "name": "Some members", "label": "favor", "evidence": second }
        ] })
    };
    let (problems, card) = with("/stances/0", mixed(json!([6])));
    assert_eq!(problems, []);
    assert_eq!(card.stances[0].parts.len(), 2);
    let (problems, card) = with("/stances/0", mixed(json!([])));
    is_one(&problems, "stances[0].parts[1]", Rule::StanceWithoutQuote);
    assert!(card.stances.is_empty());
    let mut value = mixed(json!([6]));
    value["parts"][1]["name"] = json!("Angry members");
    is_one(&with("/stances/0", value).0, "stances[0].parts[1].name", Rule::QuoteNotFound);
}

#[test]
fn ids_are_there_once_and_refer_to_something() {
    for (pointer, value, path, rule) in [
        ("/claims/1/id", json!("sundays"), "claims[1].id", Rule::DuplicateId),
        ("/actors/1/id", json!("ruiz"), "actors[1].id", Rule::DuplicateId),
        ("/claims/1/id", json!("a b"), "claims[1].id", Rule::BadId),
        ("/claims/1/id", json!(5), "claims[1].id", Rule::WrongShape),
        ("/claims/1/author", json!(["nobody"]), "claims[1].author[0]", Rule::UnknownId),
        ("/stances/0/target", json!("nothing"), "stances[0].target", Rule::UnknownId),
        ("/stances/0/actor", json!("nobody"), "stances[0].actor", Rule::UnknownId),
        ("/abstract/0/claims", json!(["nothing"]), "abstract[0].claims[0]", Rule::UnknownId),
        ("/abstract/0", json!("A text alone."), "abstract[0]", Rule::PointWithoutClaim),
        ("/claims/0/status", json!("atributed"), "claims[0].status", Rule::WrongShape),
        ("/claims/0/attribution", json!("direct"), "claims[0].attribution", Rule::QuoteNotFound),
        ("/claims", json!({}), "claims", Rule::WrongShape),
        ("/claims/0/veracity", json!("false"), "claims[0]", Rule::UnknownField),
    ] {
        is_one(&with(pointer, value).0, path, rule);
    }
    let twice = json!([good()["stances"][0], good()["stances"][0]]);
    let (problems, card) = with("/stances", twice);
    assert_eq!(problems, [("stances[1]".to_owned(), Rule::DuplicateStance)]);
    assert_eq!(card.stances.len(), 1);
}

#[test]
fn only_a_field_too_many_costs_nothing() {
    let mut value = good();
    value["claims"][0]["confidence"] = json!(0.9);
    let found = of(&value);
    assert!(found.is_whole());
    assert_eq!(found.problems[0].problem.level, Level::Warn);
    assert_eq!(found.card, of(&good()).card);
}
