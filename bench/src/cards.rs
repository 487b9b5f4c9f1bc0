//! Card files of any size, and the text of their articles.

use card::Card;
use serde_json::{Value, json};

/// A card with this many claims, each with a quote, and twice as many stances. `copy` tells apart cards that stand on one
/// page.
pub fn card(claims: usize, copy: usize) -> Value {
    const STATUS: [&str; 4] = ["reported", "attributed", "disputed", "unreviewed"];
    const LABEL: [&str; 3] = ["favor", "against", "none"];
    let quote = |text: String| json!([{ "exact": text }]);
    let actors: Vec<_> = (0..ACTORS)
        .map(|n| {
            json!({ "id": format!("actor-{n}"), "name": format!("Speaker number {n}"), "type": "Person",
                "anonymity": if n % 4 == 3 { "unnamed" } else { "named" }, "description": format!("Speaks for group {n}") })
        })
        .collect();
    let all: Vec<_> = (0..claims)
        .map(|n| {
            json!({ "id": format!("claim-{n}"), "text": format!("The plan for street {n} would cost the city {} dollars a year.", 1000 + n * 37),
                "author": [format!("actor-{}", n % ACTORS)], "claimType": "quantity", "attribution": "indirect",
                "status": STATUS[n % 4], "evidence": quote(claim_quote(n)) })
        })
        .collect();
    let stances: Vec<_> = (0..2 * claims)
        .map(|n| {
            json!({ "actor": format!("actor-{}", (n + 1) % ACTORS), "target": format!("claim-{}", n / 2), "label": LABEL[n % 3],
                "reasons": [{ "text": format!("It weighs what street {} needs.", n / 2), "evidence": quote(stance_quote(n)) }] })
        })
        .collect();
    let points: Vec<_> = (0..3.min(claims))
        .map(|n| {
            json!({ "text": format!("Point {n}: the streets of the plan are costly, and who pays for them is open."), "claims": [format!("claim-{n}")] })
        })
        .collect();
    json!({ "version": 1, "id": format!("streets-{claims}-{copy}"), "headline": HEADLINE, "inLanguage": "en",
        "url": format!("https://news.example/streets-{claims}-{copy}"), "publisher": { "name": "The Example" },
        "datePublished": "2025-08-09", "abstract": points, "actors": actors, "claims": all, "stances": stances })
}

const ACTORS: usize = 12;
const HEADLINE: &str = "The city counts what its streets would cost";

fn claim_quote(n: usize) -> String {
    format!("Street {n} alone would take {} dollars out of the city’s purse every year.", 1000 + n * 37)
}

fn stance_quote(n: usize) -> String {
    format!("Nobody along street {} had expected statement {n} to be made in public.", n / 2)
}

/// The paragraphs of the article that a card is about: its quotes, each once.
pub fn article(card: &Card) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    for text in quotes(&serde_json::to_value(card).unwrap_or_default()) {
        if !paragraphs.iter().any(|before| before.contains(&text)) {
            paragraphs.push(text);
        }
    }
    paragraphs
}

/// Every `exact` in a card file, in order.
fn quotes(value: &Value) -> Vec<String> {
    match value {
        Value::Array(items) => items.iter().flat_map(quotes).collect(),
        Value::Object(fields) => {
            let own = fields.get("exact").and_then(Value::as_str).map(str::to_owned);
            own.into_iter().chain(fields.values().flat_map(quotes)).collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_of_each_size_is_one_and_its_quotes_are_in_the_article() {
        for claims in [10, 200] {
            let text = card(claims, 1).to_string();
            let parsed = ::card::parse(&text).expect("it is a card");
            assert_eq!(parsed.claims.len(), claims);
            let article = article(&parsed);
            assert_eq!(article.len(), 3 * claims);
            assert!(article.contains(&claim_quote(claims - 1)));
        }
    }
}
