//! A card from a JSON value, as the widget reads it: one small function a type, each field under the name that
//! `types.rs` gives it in JSON, within the limits of `limits.rs`.

use super::json::Json;
use super::json::fields::{Fields, ReadError};
use super::limits::{
    MAX_ACTORS, MAX_AUTHORS, MAX_CLAIMS, MAX_COMMENT, MAX_COMMENTS, MAX_CONTEXT, MAX_DATE, MAX_ID,
    MAX_LANGUAGE, MAX_LINKS, MAX_NAME, MAX_PARTS, MAX_POINT_CLAIMS, MAX_QUOTE, MAX_QUOTES, MAX_REASONS,
    MAX_STANCES, MAX_SUMMARY_POINTS, MAX_TEXT, MAX_URL,
};
use super::{
    Actor, Card, Claim, ErrorCode, Part, Point, Quote, Rating, Reason, Review, SampleComment, Source, Stance,
};

/// Reads a card. Unknown fields are ignored, ids and addresses are not looked at: see [`check`](super::check).
///
/// # Errors
/// The first cause why there is no card in `value`: another version, another shape, or more than the limits allow.
pub fn read(value: Json) -> Result<Card, ReadError> {
    if value.is_object() && value.get("version").and_then(Json::as_number) != Some(1.0) {
        let (path, message) = ("version".to_owned(), "expected the number 1".to_owned());
        return Err(ReadError { code: ErrorCode::WrongVersion, path, message });
    }
    Fields::read(value, card)
}

fn card(of: &mut Fields) -> Card {
    Card {
        schema: of.optional_text("$schema", MAX_URL),
        version: of.count("version"),
        id: of.text("id", MAX_ID),
        headline: of.text("headline", MAX_NAME),
        url: of.optional_text("url", MAX_URL),
        publisher: of.optional("publisher", source),
        author: of.texts("author", MAX_AUTHORS, MAX_NAME),
        date_published: of.optional_text("datePublished", MAX_DATE),
        date_modified: of.optional_text("dateModified", MAX_DATE),
        correction: of.optional_text("correction", MAX_TEXT),
        in_language: of.optional_text("inLanguage", MAX_LANGUAGE),
        summary: of.texts_or_objects("abstract", MAX_SUMMARY_POINTS, MAX_TEXT, point),
        actors: of.objects("actors", MAX_ACTORS, actor),
        claims: of.objects("claims", MAX_CLAIMS, claim),
        stances: of.objects("stances", MAX_STANCES, stance),
        comments: of.objects("comments", MAX_COMMENTS, comment),
    }
}

fn point(of: &mut Fields) -> Point {
    Point { text: of.text("text", MAX_TEXT), claims: of.texts("claims", MAX_POINT_CLAIMS, MAX_ID) }
}

fn source(of: &mut Fields) -> Source {
    Source { name: of.text("name", MAX_NAME), url: of.optional_text("url", MAX_URL) }
}

fn actor(of: &mut Fields) -> Actor {
    Actor {
        id: of.text("id", MAX_ID),
        name: of.text("name", MAX_NAME),
        kind: of.word_or_default("type"),
        anonymity: of.word_or_default("anonymity"),
        description: of.optional_text("description", MAX_NAME),
        same_as: of.texts("sameAs", MAX_LINKS, MAX_URL),
    }
}

fn claim(of: &mut Fields) -> Claim {
    Claim {
        id: of.text("id", MAX_ID),
        text: of.text("text", MAX_TEXT),
        author: of.texts("author", MAX_AUTHORS, MAX_ID),
        claim_type: of.optional_word("claimType"),
        attribution: of.optional_word("attribution"),
        status: of.optional_word("status"),
        evidence: evidence(of),
        date_published: of.optional_text("datePublished", MAX_DATE),
        appearance: of.objects("appearance", MAX_LINKS, source),
        review: of.optional("review", review),
    }
}

fn evidence(of: &mut Fields) -> Vec<Quote> {
    of.objects("evidence", MAX_QUOTES, quote)
}

fn quote(of: &mut Fields) -> Quote {
    Quote {
        exact: of.text("exact", MAX_QUOTE),
        prefix: of.optional_text("prefix", MAX_CONTEXT),
        suffix: of.optional_text("suffix", MAX_CONTEXT),
    }
}

fn review(of: &mut Fields) -> Review {
    Review {
        author: of.object("author", source),
        url: of.text("url", MAX_URL),
        review_rating: of.object("reviewRating", rating),
        date_published: of.optional_text("datePublished", MAX_DATE),
    }
}

fn rating(of: &mut Fields) -> Rating {
    Rating { alternate_name: of.text("alternateName", MAX_NAME) }
}

fn stance(of: &mut Fields) -> Stance {
    Stance {
        actor: of.text("actor", MAX_ID),
        target: of.text("target", MAX_ID),
        label: of.word("label"),
        reasons: reasons(of),
        evidence: evidence(of),
        parts: of.objects("parts", MAX_PARTS, part),
    }
}

fn reasons(of: &mut Fields) -> Vec<Reason> {
    of.objects("reasons", MAX_REASONS, reason)
}

fn reason(of: &mut Fields) -> Reason {
    Reason { text: of.text("text", MAX_TEXT), evidence: evidence(of) }
}

fn part(of: &mut Fields) -> Part {
    Part {
        name: of.text("name", MAX_NAME),
        label: of.word("label"),
        reasons: reasons(of),
        evidence: evidence(of),
    }
}

fn comment(of: &mut Fields) -> SampleComment {
    SampleComment {
        id: of.text("id", MAX_ID),
        text: of.text("text", MAX_COMMENT),
        author: of.text("author", MAX_NAME),
        date_created: of.text("dateCreated", MAX_DATE),
        parent_item: of.optional_text("parentItem", MAX_ID),
        upvote_count: of.count("upvoteCount"),
        about: of.optional_text("about", MAX_ID),
        position: of.optional_word("position"),
    }
}
