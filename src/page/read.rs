//! A card file as the browser's own `JSON.parse` left it, read into the card's types: one small function a
//! type, each field under the name that `card/types.rs` gives it in JSON.

use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};

use super::json::{Object, Wrong};
use crate::card::{
    Actor, ActorKind, Anonymity, Attribution, Card, Claim, ClaimType, Label, Part, Position, Quote, Rating,
    Reason, Review, STATUSES, SampleComment, Source, Stance,
};

/// Reads a card.
///
/// # Errors
/// A JavaScript `Error` with a `code`, `wrong-version` or `wrong-shape`; its message names the path
/// (`claims[3].evidence[0].exact`) and the cause.
pub fn read_card(value: JsValue) -> Result<Rc<Card>, JsValue> {
    let shape = |wrong: Wrong| fail("wrong-shape", &wrong.message());
    let object = Object::new(value).map_err(shape)?;
    if object.get("version").as_f64() != Some(1.0) {
        return Err(fail("wrong-version", "version: expected the number 1"));
    }
    object.read(card).map(Rc::new).map_err(shape)
}

/// A JavaScript `Error` with a `code`.
pub fn fail(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    let _ = js_sys::Reflect::set(&error, &"code".into(), &code.into());
    error.unchecked_into()
}

fn card(of: &Object) -> Card {
    Card {
        schema: of.optional_text("$schema"),
        version: of.count("version"),
        id: of.text("id"),
        headline: of.text("headline"),
        url: of.optional_text("url"),
        publisher: of.optional("publisher", source),
        author: of.optional_texts("author"),
        date_published: of.optional_text("datePublished"),
        date_modified: of.optional_text("dateModified"),
        correction: of.optional_text("correction"),
        in_language: of.optional_text("inLanguage"),
        summary: of.texts("abstract"),
        actors: of.list("actors", actor),
        claims: of.list("claims", claim),
        stances: of.list("stances", stance),
        comments: of.list("comments", comment),
    }
}

fn source(of: &Object) -> Source {
    Source { name: of.text("name"), url: of.optional_text("url") }
}

fn actor(of: &Object) -> Actor {
    let kinds = [
        ("Person", ActorKind::Person),
        ("Organization", ActorKind::Organization),
        ("GovernmentOrganization", ActorKind::GovernmentOrganization),
    ];
    let anonymities =
        [("named", Anonymity::Named), ("unnamed", Anonymity::Unnamed), ("collective", Anonymity::Collective)];
    Actor {
        id: of.text("id"),
        name: of.text("name"),
        kind: of.word_or_default("type", &kinds),
        anonymity: of.word_or_default("anonymity", &anonymities),
        description: of.optional_text("description"),
        same_as: of.optional_texts("sameAs"),
    }
}

fn claim(of: &Object) -> Claim {
    let types = [
        ("quantity", ClaimType::Quantity),
        ("causation", ClaimType::Causation),
        ("rule", ClaimType::Rule),
        ("prediction", ClaimType::Prediction),
        ("experience", ClaimType::Experience),
        ("event", ClaimType::Event),
        ("position", ClaimType::Position),
        ("other", ClaimType::Other),
    ];
    let attributions = [("direct", Attribution::Direct), ("indirect", Attribution::Indirect)];
    Claim {
        id: of.text("id"),
        text: of.text("text"),
        author: of.optional_texts("author"),
        claim_type: of.optional_word("claimType", &types),
        attribution: of.optional_word("attribution", &attributions),
        status: of.optional_word("status", &STATUSES),
        evidence: of.list("evidence", quote),
        date_published: of.optional_text("datePublished"),
        appearance: of.list("appearance", source),
        review: of.optional("review", review),
    }
}

fn quote(of: &Object) -> Quote {
    Quote { exact: of.text("exact"), prefix: of.optional_text("prefix"), suffix: of.optional_text("suffix") }
}

fn review(of: &Object) -> Review {
    Review {
        author: of.object("author", source),
        url: of.text("url"),
        review_rating: of.object("reviewRating", rating),
        date_published: of.optional_text("datePublished"),
    }
}

fn rating(of: &Object) -> Rating {
    Rating { alternate_name: of.text("alternateName") }
}

fn label(of: &Object) -> Label {
    let labels = [
        ("favor", Label::Favor),
        ("against", Label::Against),
        ("mixed", Label::Mixed),
        ("none", Label::None),
    ];
    of.word("label", &labels)
}

fn stance(of: &Object) -> Stance {
    Stance {
        actor: of.text("actor"),
        target: of.text("target"),
        label: label(of),
        reasons: of.list("reasons", reason),
        evidence: of.list("evidence", quote),
        parts: of.list("parts", part),
    }
}

fn reason(of: &Object) -> Reason {
    Reason { text: of.text("text"), evidence: of.list("evidence", quote) }
}

fn part(of: &Object) -> Part {
    Part {
        name: of.text("name"),
        label: label(of),
        reasons: of.list("reasons", reason),
        evidence: of.list("evidence", quote),
    }
}

fn comment(of: &Object) -> SampleComment {
    let positions = [
        ("support", Position::Support),
        ("deny", Position::Deny),
        ("query", Position::Query),
        ("comment", Position::Comment),
    ];
    SampleComment {
        id: of.text("id"),
        text: of.text("text"),
        author: of.text("author"),
        date_created: of.text("dateCreated"),
        parent_item: of.optional_text("parentItem"),
        upvote_count: of.count("upvoteCount"),
        about: of.optional_text("about"),
        position: of.optional_word("position", &positions),
    }
}
