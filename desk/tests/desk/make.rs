//! Entries made of selected words.

use card::Label;
use card::limits::{MAX_CLAIMS, MAX_QUOTES, MAX_SUMMARY_POINTS};
use quote::WhyNot;
use serde_json::{Value, json};
use summary_card_desk::article::Article;
use summary_card_desk::document::{Document, get};
use summary_card_desk::make::{CannotMake, Make, make};

use super::{article, place};

const TEXT: &str = "Mayor Ana Ruiz said the bridge will close in May. “It is not safe,” she told the council. \
    Residents object.\n\nThe bridge was built in 1931.\n\nThe bridge was built in 1931.";

fn card() -> Value {
    json!({ "id": "card", "abstract": [], "actors": [{ "id": "ruiz", "name": "Ana Ruiz" }], "claims": [{ "id": "one", "text": "T" }] })
}

fn made(card: &Value, article: &Article, words: &str, what: &Make) -> Result<(Value, String), CannotMake> {
    let made = make(card, article, place(article, words), what)?;
    let mut document = Document::of(card.clone());
    assert!(document.change(made.edits));
    let entry = get(document.value(), &made.path).cloned();
    Ok((entry.unwrap_or_else(|| panic!("nothing at {}", made.path)), made.path))
}

fn claim(author: &str) -> Make {
    Make::Claim { author: Some(author.to_owned()).filter(|author| !author.is_empty()) }
}

fn stance(actor: &str, claim: &str) -> Make {
    Make::Stance { actor: actor.into(), claim: claim.into(), label: Label::Against }
}

#[test]
fn a_claim_has_the_selected_words_as_text_and_as_evidence() {
    let article = article(TEXT);
    let (entry, path) =
        made(&card(), &article, "Mayor Ana Ruiz said the bridge will close in May.", &claim("ruiz")).unwrap();
    assert_eq!(path, "claims[1]");
    let expected = json!({
        "id": "mayor-ana-ruiz-said-the-bridge-will",
        "text": "Mayor Ana Ruiz said the bridge will close in May.",
        "author": ["ruiz"],
        "claimType": "prediction",
        "attribution": "indirect",
        "evidence": [{ "exact": "Mayor Ana Ruiz said the bridge will close in May.", "suffix": "“It" }],
    });
    assert_eq!(entry, expected);
    let order: Vec<&String> = entry.as_object().unwrap().keys().collect();
    assert_eq!(order, ["id", "text", "author", "claimType", "attribution", "evidence"]);
}

#[test]
fn words_inside_quotation_marks_are_direct() {
    let article = article(TEXT);
    let attribution = |words: &str, author: &str| {
        made(&card(), &article, words, &claim(author)).unwrap().0["attribution"].clone()
    };
    for words in ["“It is not safe,”", "It is not safe", "not safe,"] {
        assert_eq!(attribution(words, "ruiz"), "direct", "{words}");
        assert_eq!(attribution(words, ""), "direct", "{words}");
    }
    assert_eq!(attribution("“It is not safe,” she told the council.", "ruiz"), "indirect");
    assert_eq!(attribution("Residents object.", ""), Value::Null);
}

#[test]
fn a_claim_without_a_list_before_it_is_the_first() {
    let article = article(TEXT);
    let (entry, path) = made(&json!({ "claims": null }), &article, "Residents object.", &claim("")).unwrap();
    assert_eq!((path.as_str(), &entry["id"]), ("claims[0]", &json!("residents-object")));
    assert_eq!(
        made(&json!({ "claims": "x" }), &article, "Residents object.", &claim("")),
        Err(CannotMake::Gone)
    );
}

#[test]
fn evidence_goes_to_whatever_has_evidence() {
    let article = article(TEXT);
    let card = json!({
        "claims": [{ "id": "one", "evidence": [{ "exact": "Other." }] }],
        "stances": [{ "reasons": [{ "text": "r" }], "parts": [{ "reasons": [{ "text": "s" }] }] }],
        "comments": [{ "id": "c" }],
    });
    for (owner, at) in [
        ("claims[0]", 1),
        ("stances[0]", 0),
        ("stances[0].reasons[0]", 0),
        ("stances[0].parts[0]", 0),
        ("stances[0].parts[0].reasons[0]", 0),
    ] {
        let (entry, path) =
            made(&card, &article, "Residents object.", &Make::Evidence(owner.into())).unwrap();
        assert_eq!(path, format!("{owner}.evidence[{at}]"));
        assert_eq!(entry["exact"], "Residents object.");
    }
    for owner in [
        "",
        "claims",
        "claims[1]",
        "claims[0].evidence[0]",
        "comments[0]",
        "stances[0].parts[1]",
        "stances[0].reasons",
    ] {
        let result = made(&card, &article, "Residents object.", &Make::Evidence(owner.into()));
        assert_eq!(result, Err(CannotMake::Gone), "{owner}");
    }
}

#[test]
fn a_stance_is_made_once_and_then_gets_more_quotes() {
    let article = article(TEXT);
    let (entry, path) = made(&card(), &article, "Residents object.", &stance("ruiz", "one")).unwrap();
    assert_eq!(path, "stances[0]");
    assert_eq!(
        (&entry["actor"], &entry["target"], &entry["label"]),
        (&json!("ruiz"), &json!("one"), &json!("against"))
    );
    let mut card = card();
    card["stances"] =
        json!([{ "actor": "ruiz", "target": "two" }, { "actor": "ruiz", "target": "one", "label": "mixed" }]);
    let (entry, path) = made(&card, &article, "Residents object.", &stance("ruiz", "one")).unwrap();
    assert_eq!((path.as_str(), &entry["exact"]), ("stances[1].evidence[0]", &json!("Residents object.")));
    for (actor, claim) in [("none", "one"), ("ruiz", "two"), ("one", "ruiz")] {
        assert_eq!(made(&card, &article, "Residents object.", &stance(actor, claim)), Err(CannotMake::Gone));
    }
}

#[test]
fn a_reason_belongs_to_a_stance_or_a_faction() {
    let article = article(TEXT);
    let card = json!({ "stances": [{ "parts": [{}], "reasons": [] }] });
    for owner in ["stances[0]", "stances[0].parts[0]"] {
        let (entry, path) = made(&card, &article, "It is not safe", &Make::Reason(owner.into())).unwrap();
        assert_eq!(path, format!("{owner}.reasons[0]"));
        assert_eq!(
            (&entry["text"], &entry["evidence"][0]["exact"]),
            (&json!("It is not safe"), &json!("It is not safe"))
        );
    }
    for owner in ["claims[0]", "stances[0].reasons[0]", "stances[1]", "stances[0].parts[1]"] {
        let result = made(&card, &article, "It is not safe", &Make::Reason(owner.into()));
        assert_eq!(result, Err(CannotMake::Gone), "{owner}");
    }
}

#[test]
fn a_point_rests_on_the_claims_given_and_on_those_under_its_words() {
    let article = article(TEXT);
    let card = json!({ "claims": [
        { "id": "a", "evidence": [{ "exact": "It is not safe" }] },
        { "id": "b", "evidence": [{ "exact": "Nowhere." }, { "exact": "Residents object." }] },
        { "id": "c", "evidence": [{ "exact": "the bridge will close" }] },
        { "id": "d", "evidence": [] },
    ] });
    let point = |given: &[&str], words: &str| {
        let given = given.iter().map(|id| (*id).to_owned()).collect();
        made(&card, &article, words, &Make::Point(given))
    };
    let (entry, path) = point(&["d", "b"], "safe,” she told the council. Residents").unwrap();
    assert_eq!(path, "abstract[0]");
    assert_eq!(entry, json!({ "text": "safe,” she told the council. Residents", "claims": ["d", "b", "a"] }));
    assert_eq!(point(&["none"], "safe"), Err(CannotMake::Gone));
    // No quote is needed, so that the words may stand in the article twice.
    let range = article.text().rfind("The bridge was").unwrap();
    let made = make(&card, &article, range..range + 10, &Make::Point(Vec::new())).unwrap();
    assert_eq!(made.path, "abstract[0]");
}

#[test]
fn an_actor_is_named_by_the_selected_words() {
    let article = article(TEXT);
    let (entry, path) = made(&card(), &article, "Residents", &Make::Actor).unwrap();
    assert_eq!((path.as_str(), entry), ("actors[1]", json!({ "id": "residents", "name": "Residents" })));
    let doubled = made(&card(), &article, "Ana Ruiz", &Make::Actor);
    assert_eq!(doubled, Err(CannotMake::Doubled("actors[0]".into())));
    let (entry, _) = made(&card(), &article, "“It is", &Make::Actor).unwrap();
    assert_eq!(entry["name"], "It is");
}

#[test]
fn the_same_is_not_made_twice() {
    let article = article(TEXT);
    let mut document = Document::of(card());
    let words = "Residents object.";
    for what in [
        claim(""),
        stance("ruiz", "one"),
        Make::Evidence("claims[0]".into()),
        Make::Reason("stances[0]".into()),
        Make::Point(Vec::new()),
    ] {
        let range = place(&article, words);
        let made = make(document.value(), &article, range.clone(), &what).unwrap();
        assert!(document.change(made.edits));
        let again = make(document.value(), &article, range, &what);
        assert!(
            matches!(&again, Err(CannotMake::Doubled(path)) if get(document.value(), path).is_some()),
            "{what:?} {again:?}"
        );
    }
    // A claim in other words may rest on the same sentence.
    assert!(document.change(vec![summary_card_desk::document::Edit::Set {
        path: "claims[1].text".into(),
        to: Some(json!("X"))
    }]));
    assert!(make(document.value(), &article, place(&article, words), &claim("")).is_ok());
    // Whatever is around the words in the card, the place is the same.
    let card = json!({ "claims": [{ "evidence": [{ "exact": words }] }] });
    let again = make(&card, &article, place(&article, words), &Make::Evidence("claims[0]".into()));
    assert_eq!(again, Err(CannotMake::Doubled("claims[0].evidence[0]".into())));
    // The same words at another place are another quote.
    let article = super::article("It is over. It was long. It is over. Go.");
    let card = json!({ "claims": [{ "evidence": [{ "exact": "It is over.", "suffix": "It" }] }] });
    let last = article.text().rfind("It is over").unwrap();
    assert!(make(&card, &article, last..last + 11, &Make::Evidence("claims[0]".into())).is_ok());
}

#[test]
fn what_cannot_be_a_quote_is_refused() {
    let article = article(TEXT);
    let refused = |range, what: &Make| match make(&card(), &article, range, what) {
        Err(CannotMake::Quote(why)) => why,
        other => panic!("{other:?}"),
    };
    let all = article.text().len();
    for what in [
        claim(""),
        stance("ruiz", "one"),
        Make::Evidence("claims[0]".into()),
        Make::Point(Vec::new()),
        Make::Actor,
    ] {
        assert_eq!(refused(5..6, &what), WhyNot::Empty, "{what:?}");
        assert_eq!(refused(0..all + 1, &what), WhyNot::OutOfText, "{what:?}");
        let mark = article.text().find('“').unwrap();
        assert_eq!(refused(mark..mark + 3, &what), WhyNot::NoWords, "{what:?}");
        assert_eq!(refused(mark..mark + 1, &what), WhyNot::OutOfText, "{what:?}");
    }
    let long = super::article(&"word and ".repeat(400));
    assert_eq!(
        make(&card(), &long, 0..long.text().len(), &Make::Point(Vec::new())),
        Err(CannotMake::Quote(WhyNot::TooLong(3599)))
    );
}

#[test]
fn a_full_list_takes_no_more() {
    let article = article(TEXT);
    let claims: Vec<Value> = (0..MAX_CLAIMS).map(|number| json!({ "id": number.to_string() })).collect();
    let mut card = json!({ "claims": claims, "abstract": vec!["A"; MAX_SUMMARY_POINTS] });
    card["claims"][0]["evidence"] = vec![json!({ "exact": "x" }); MAX_QUOTES].into();
    for (what, most) in [
        (claim(""), MAX_CLAIMS),
        (Make::Point(Vec::new()), MAX_SUMMARY_POINTS),
        (Make::Evidence("claims[0]".into()), MAX_QUOTES),
        (Make::Point(vec!["1".into(); 21]), 20),
    ] {
        assert_eq!(
            made(&card, &article, "Residents object.", &what),
            Err(CannotMake::Full(most)),
            "{what:?}"
        );
    }
}
