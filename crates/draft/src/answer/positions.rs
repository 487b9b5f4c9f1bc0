//! The stances of an answer: none without a sentence that shows it.

use std::collections::HashSet;

use card::limits::{MAX_NAME, MAX_PARTS, MAX_REASONS, MAX_STANCES, MAX_TEXT, MIN_PARTS};
use card::{Card, Label, Part, Quote, Reason, Rule, Stance};
use serde_json::Value;

use super::people::shown;
use super::read::Reader;
use super::statements::holds;

/// The stances that sentences show.
pub fn stances(answer: &Value, reader: &mut Reader<'_>, card: &Card) -> Vec<Stance> {
    let mut stances: Vec<Stance> = Vec::new();
    let mut words: Option<HashSet<String>> = None;
    for (at, item) in reader.list(answer, "stances", "", MAX_STANCES).iter().enumerate() {
        let path = format!("stances[{at}]");
        reader.only(item, &path, &["actor", "target", "label", "evidence", "reasons", "parts"]);
        let name = |field: &str| item.get(field).and_then(Value::as_str).unwrap_or_default();
        let (actor, target) = (name("actor"), name("target"));
        let mut is_known = true;
        for (field, what, id, is_there) in [
            ("actor", "actor", actor, card.actor(actor).is_some()),
            ("target", "claim", target, card.claim(target).is_some()),
        ] {
            if !is_there {
                let path = format!("{path}.{field}");
                let message = format!("there is no {what} `{}` in the card", shown(id));
                let help = "name one of this answer that was not left out; the stance is left out";
                reader.report(Rule::UnknownId, &path, message, help);
                is_known = false;
            }
        }
        if !is_known {
            continue;
        }
        if stances.iter().any(|other| other.actor == actor && other.target == target) {
            let message = format!("the actor `{actor}` has two stances toward the claim `{target}`");
            reader.report(Rule::DuplicateStance, &path, message, "the second one is left out");
            continue;
        }
        let Some(label) = label(item, &path, reader) else { continue };
        let evidence = reader.evidence(item, &path);
        let reasons = reasons(item, &path, reader, card);
        let parts = if label == Label::Mixed {
            let words = words.get_or_insert_with(|| words_of(reader.article.text()));
            parts(item, &path, reader, card, words)
        } else {
            Vec::new()
        };
        let is_shown = match label {
            Label::Favor | Label::Against => is_shown(&evidence, &reasons),
            Label::Mixed => parts.len() >= MIN_PARTS,
            Label::None => true,
        };
        if !is_shown {
            let message = format!("no sentence shows the stance of `{actor}` toward `{target}`");
            let help = "name the numbers of the sentences that show it, for `mixed` in at least two `parts`; the stance is left out";
            reader.report(Rule::StanceWithoutQuote, &path, message, help);
            continue;
        }
        let (actor, target) = (actor.to_owned(), target.to_owned());
        stances.push(Stance { actor, target, label, reasons, evidence, parts });
    }
    stances
}

fn is_shown(evidence: &[Quote], reasons: &[Reason]) -> bool {
    !evidence.is_empty() || !reasons.is_empty()
}

fn label(item: &Value, path: &str, reader: &mut Reader<'_>) -> Option<Label> {
    if item.get("label").is_none() {
        reader.report(Rule::WrongShape, path, "the stance has no label", "the stance is left out");
    }
    reader.word(item, "label", path)
}

/// The reasons that sentences show and that say no more than these.
fn reasons(item: &Value, path: &str, reader: &mut Reader<'_>, card: &Card) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for (at, item) in reader.list(item, "reasons", path, MAX_REASONS).iter().enumerate() {
        let path = format!("{path}.reasons[{at}]");
        reader.only(item, &path, &["text", "evidence"]);
        let Some(text) = reader.text(item, "text", &path, MAX_TEXT) else { continue };
        let evidence = reader.evidence(item, &path);
        if evidence.is_empty() {
            reader.report(
                Rule::StanceWithoutQuote,
                &path,
                "no sentence shows the reason",
                "the reason is left out",
            );
        } else if holds(&text, &evidence, &format!("{path}.text"), reader, card) {
            reasons.push(Reason { text, evidence });
        }
    }
    reasons
}

/// The factions of a divided actor, whose names are made of the article's words.
fn parts(
    item: &Value,
    path: &str,
    reader: &mut Reader<'_>,
    card: &Card,
    words: &HashSet<String>,
) -> Vec<Part> {
    let mut parts = Vec::new();
    for (at, item) in reader.list(item, "parts", path, MAX_PARTS).iter().enumerate() {
        let path = format!("{path}.parts[{at}]");
        reader.only(item, &path, &["name", "label", "evidence", "reasons"]);
        let Some(name) = reader.text(item, "name", &path, MAX_NAME) else { continue };
        if let Some(word) = words_of(&name).into_iter().find(|word| !words.contains(word)) {
            let message = format!("the word `{}` of the name is not in the article", shown(&word));
            reader.report(Rule::QuoteNotFound, &format!("{path}.name"), message, "the faction is left out");
            continue;
        }
        let Some(label) = label(item, &path, reader) else { continue };
        if label == Label::Mixed {
            let message = "a faction cannot be divided itself";
            reader.report(Rule::MisplacedParts, &format!("{path}.label"), message, "the faction is left out");
            continue;
        }
        let evidence = reader.evidence(item, &path);
        let reasons = reasons(item, &path, reader, card);
        if label != Label::None && !is_shown(&evidence, &reasons) {
            let message = format!("no sentence shows the stance of `{}`", shown(&name));
            reader.report(Rule::StanceWithoutQuote, &path, message, "the faction is left out");
            continue;
        }
        parts.push(Part { name, label, reasons, evidence });
    }
    parts
}

fn words_of(text: &str) -> HashSet<String> {
    card::words::split(text).into_iter().map(|word| word.to_lowercase()).collect()
}
