//! The actors of an answer: each name has to be in the article.

use card::formats::is_id;
use card::limits::{MAX_ACTORS, MAX_NAME};
use card::{Actor, ActorKind, Anonymity, Rule};
use quote::Index;
use serde_json::Value;

use super::read::Reader;

/// The actors that the article has.
pub fn actors(answer: &Value, reader: &mut Reader<'_>) -> Vec<Actor> {
    let mut actors: Vec<Actor> = Vec::new();
    for (at, item) in reader.list(answer, "actors", "", MAX_ACTORS).iter().enumerate() {
        let path = format!("actors[{at}]");
        let taken = |id: &str| actors.iter().any(|actor| actor.id == id);
        let Some(id) = id(item, &path, reader, &taken) else { continue };
        reader.only(item, &path, &["id", "name", "type", "anonymity", "description"]);
        let Some(name) = reader.text(item, "name", &path, MAX_NAME) else { continue };
        let Some(name) = in_article(&name, reader.article) else {
            let message = format!("the name `{}` is not in the article", shown(&name));
            let help = "copy the name from the article letter by letter; the actor is left out";
            reader.report(Rule::QuoteNotFound, &format!("{path}.name"), message, help);
            continue;
        };
        let mut description = None;
        if item.get("description").is_some_and(|value| !value.is_null()) {
            description = reader.text(item, "description", &path, MAX_NAME);
            if let Some(text) = &description
                && in_article(text, reader.article).is_none()
            {
                let message = format!("the description `{}` is not in the article", shown(text));
                let help = "copy it from the article; the actor has none now";
                reader.report(Rule::QuoteNotFound, &format!("{path}.description"), message, help);
                description = None;
            }
        }
        actors.push(Actor {
            id,
            name,
            kind: reader.word::<ActorKind>(item, "type", &path).unwrap_or_default(),
            anonymity: reader.word::<Anonymity>(item, "anonymity", &path).unwrap_or_default(),
            description,
            ..Actor::default()
        });
    }
    actors
}

/// An id that nothing else has; `None`, and a problem, where it is none.
pub fn id(item: &Value, path: &str, reader: &mut Reader<'_>, taken: &dyn Fn(&str) -> bool) -> Option<String> {
    if !item.is_object() {
        reader.report(Rule::WrongShape, path, "expected an object", "");
        return None;
    }
    let place = format!("{path}.id");
    let Some(id) = item.get("id").and_then(Value::as_str) else {
        reader.report(Rule::WrongShape, &place, "the id is missing", "");
        return None;
    };
    if !is_id(id) {
        let help = "an id has up to 64 letters a to z, digits, `-` and `_`";
        reader.report(Rule::BadId, &place, format!("`{}` cannot be an id", shown(id)), help);
        return None;
    }
    if taken(id) {
        let help = "the second entry is left out";
        reader.report(Rule::DuplicateId, &place, format!("the id `{id}` is there twice"), help);
        return None;
    }
    Some(id.to_owned())
}

/// Some words as the article has them: as they are, or with another first letter, capital or small.
fn in_article(words: &str, article: &Index) -> Option<String> {
    let mut chars = words.chars();
    let first = chars.next()?;
    let with = |first: String| first + chars.as_str();
    let writings =
        [words.to_owned(), with(first.to_lowercase().collect()), with(first.to_uppercase().collect())];
    let is_there = writings.iter().any(|words| article.count(words) > 0);
    is_there.then(|| words.to_owned())
}

/// A text as it may stand in a message: short, and without what would break the line.
pub fn shown(text: &str) -> String {
    let mut shown: String = text.chars().filter(|c| !c.is_control()).take(60).collect();
    if text.chars().nth(60).is_some() {
        shown.push('…');
    }
    shown
}
