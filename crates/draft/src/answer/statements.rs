//! The headline, the claims and the points of an answer, each held to the quotes that it rests on.

use card::limits::{MAX_AUTHORS, MAX_CLAIMS, MAX_NAME, MAX_POINT_CLAIMS, MAX_SUMMARY_POINTS, MAX_TEXT};
use card::{Attribution, Card, Claim, Point, Quote, Rule, lint};
use quote::one_line;
use serde_json::Value;

use super::people::{id, shown};
use super::read::Reader;

/// The headline: the sentence that the answer points at, else the article's first.
pub fn headline(answer: &Value, reader: &mut Reader<'_>) -> String {
    let chosen = match answer.get("headline") {
        None | Some(Value::Null) => None,
        Some(number) => reader.sentence(number, "headline"),
    };
    let range = chosen.or_else(|| reader.sentences.first().cloned()).unwrap_or_default();
    let line = one_line(&reader.article.text()[range]);
    if line.chars().count() <= MAX_NAME {
        return line;
    }
    let cut: String = line.chars().take(MAX_NAME).collect();
    cut.rsplit_once(' ').map_or(cut.clone(), |(words, _)| words.to_owned())
}

/// The claims whose sentences are there and say as much as their texts do.
pub fn claims(answer: &Value, reader: &mut Reader<'_>, card: &Card) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    for (at, item) in reader.list(answer, "claims", "", MAX_CLAIMS).iter().enumerate() {
        let path = format!("claims[{at}]");
        let taken = |id: &str| claims.iter().any(|claim| claim.id == id);
        let Some(id) = id(item, &path, reader, &taken) else { continue };
        reader.only(item, &path, &["id", "text", "author", "claimType", "attribution", "status", "evidence"]);
        let evidence = reader.evidence(item, &path);
        if evidence.is_empty() {
            let help = "name the numbers of its sentences; the claim is left out";
            reader.report(
                Rule::ClaimWithoutQuote,
                &path,
                format!("no sentence shows the claim `{id}`"),
                help,
            );
            continue;
        }
        let Some(text) = reader.text(item, "text", &path, MAX_TEXT) else { continue };
        if !holds(&text, &evidence, &format!("{path}.text"), reader, card) {
            continue;
        }
        // Without its speaker it would be a claim of the article's own.
        let Some(author) = authors(item, &path, reader, card) else { continue };
        let attribution = attribution(item, &path, reader, &evidence);
        claims.push(Claim {
            id,
            text,
            author,
            claim_type: reader.word(item, "claimType", &path),
            attribution,
            status: reader.word(item, "status", &path),
            evidence,
            ..Claim::default()
        });
    }
    claims
}

/// The ids of who makes a claim; `None` where one of them is not in the card.
fn authors(item: &Value, path: &str, reader: &mut Reader<'_>, card: &Card) -> Option<Vec<String>> {
    let mut authors: Vec<String> = Vec::new();
    for (at, author) in reader.list(item, "author", path, MAX_AUTHORS).iter().enumerate() {
        let name = author.as_str().unwrap_or_default();
        if card.actor(name).is_none() {
            let message = format!("there is no actor `{}` in the card", shown(name));
            let help = "name an actor of this answer that was not left out; the claim is left out";
            reader.report(Rule::UnknownId, &format!("{path}.author[{at}]"), message, help);
            return None;
        }
        if !authors.iter().any(|other| other == name) {
            authors.push(name.to_owned());
        }
    }
    Some(authors)
}

/// Whether the speaker's own words are given: only where the sentences have quotation marks.
fn attribution(item: &Value, path: &str, reader: &mut Reader<'_>, evidence: &[Quote]) -> Option<Attribution> {
    let attribution = reader.word(item, "attribution", path);
    let has_marks = |quote: &Quote| quote.exact.contains(['“', '”', '"', '«', '»', '„', '「', '」', '‘']);
    let is_wrong = attribution == Some(Attribution::Direct) && !evidence.iter().any(has_marks);
    if is_wrong {
        let message = "`direct` needs quotation marks in the sentences, and there are none";
        let help = "the claim says now that the article reports it in its own words";
        reader.report(Rule::QuoteNotFound, &format!("{path}.attribution"), message, help);
        return Some(Attribution::Indirect);
    }
    attribution
}

/// Whether a text keeps to some quotes: their hedges, their negations, their numbers.
pub fn holds(text: &str, quotes: &[Quote], path: &str, reader: &mut Reader<'_>, card: &Card) -> bool {
    let claim = Claim { text: text.to_owned(), evidence: quotes.to_vec(), ..Claim::default() };
    let tried = Card { in_language: card.in_language.clone(), claims: vec![claim], ..Card::default() };
    report_lost(&tried, "claims[0]", path, reader)
}

/// The points that rest on claims of the card, and say no more than these.
pub fn points(answer: &Value, reader: &mut Reader<'_>, card: &Card) -> Vec<Point> {
    let mut points = Vec::new();
    for (at, item) in reader.list(answer, "abstract", "", MAX_SUMMARY_POINTS).iter().enumerate() {
        let path = format!("abstract[{at}]");
        if !item.is_object() {
            reader.report(
                Rule::PointWithoutClaim,
                &path,
                "the point names no claims",
                "the point is left out",
            );
            continue;
        }
        reader.only(item, &path, &["text", "claims"]);
        let Some(text) = reader.text(item, "text", &path, MAX_TEXT) else { continue };
        let named = reader.list(item, "claims", &path, MAX_POINT_CLAIMS);
        let mut claims: Vec<String> = Vec::new();
        let mut are_there = true;
        for (at, claim) in named.iter().enumerate() {
            let name = claim.as_str().unwrap_or_default();
            if card.claim(name).is_none() {
                let message = format!("there is no claim `{}` in the card", shown(name));
                let help = "name a claim of this answer that was not left out; the point is left out";
                reader.report(Rule::UnknownId, &format!("{path}.claims[{at}]"), message, help);
                are_there = false;
            } else if !claims.iter().any(|other| other == name) {
                claims.push(name.to_owned());
            }
        }
        if named.is_empty() {
            reader.report(
                Rule::PointWithoutClaim,
                &path,
                "the point names no claims",
                "the point is left out",
            );
        }
        if !are_there || claims.is_empty() {
            continue;
        }
        let point = Point { text, claims };
        let tried = Card {
            in_language: card.in_language.clone(),
            summary: vec![point.clone()],
            claims: card.claims.iter().filter(|claim| point.claims.contains(&claim.id)).cloned().collect(),
            ..Card::default()
        };
        if report_lost(&tried, "abstract[0]", &format!("{path}.text"), reader) {
            points.push(point);
        }
    }
    points
}

/// Notes what the texts at a path of a card lose or add, at a path of the answer. Whether nothing is.
fn report_lost(tried: &Card, own: &str, path: &str, reader: &mut Reader<'_>) -> bool {
    let is_lost = |rule| matches!(rule, Rule::LostHedge | Rule::NumberNotInQuotes);
    let problems = lint(tried);
    let mut holds = true;
    for problem in
        problems.into_iter().filter(|problem| is_lost(problem.rule) && problem.path.starts_with(own))
    {
        holds = false;
        reader.report(problem.rule, path, problem.message, format!("{}; it is left out", problem.help));
    }
    holds
}
