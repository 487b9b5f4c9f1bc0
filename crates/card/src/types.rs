//! The card file, version 1: what an editor writes about one article.
//!
//! Names follow schema.org (`NewsArticle`, `Claim`, `Person`, `ClaimReview`, `Comment`), the W3C Web
//! Annotation model (`TextQuoteSelector`) and SemEval-2016 Task 6 (stance labels). The JSON Schema at
//! `static/schema/card.v1.json` is generated from these types. Dates are ISO 8601 strings
//! (`2025-08-14` or `2025-08-14T09:30:00Z`), URLs are absolute `http` or `https`.

use serde::{Deserialize, Serialize};

use super::point::Point;
use super::vocabulary::{ActorKind, Anonymity, Attribution, ClaimType, Label, Position, Status};

#[cfg(feature = "schema")]
use schemars::JsonSchema;

/// One article's summary card.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Card {
    /// Where this file's JSON Schema is, for editors that complete and check as one types.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The version of the card file's format: 1.
    pub version: u32,
    /// A short name for the card, used in links (`#CARD-ID.CLAIM-ID`): letters, digits, `-` and `_`.
    pub id: String,
    /// The article's headline, in the publisher's words (schema.org `headline`).
    pub headline: String,
    /// The article's own address (schema.org `url`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Who published the article (schema.org `publisher`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Source>,
    /// The names of who wrote it (schema.org `author`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<String>,
    /// When it was first published (schema.org `datePublished`, ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_published: Option<String>,
    /// When it was last changed (schema.org `dateModified`, ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_modified: Option<String>,
    /// What was corrected, in the publisher's words (schema.org `correction`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<String>,
    /// The language of the article and the card: a BCP 47 tag (schema.org `inLanguage`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_language: Option<String>,
    /// The summary: three to five points (schema.org `abstract`), each with the claims that it rests on.
    #[serde(rename = "abstract")]
    pub summary: Vec<Point>,
    /// The people and institutions in the story.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actors: Vec<Actor>,
    /// The statements that the article reports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<Claim>,
    /// Who stands where toward which claim.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stances: Vec<Stance>,
    /// Sample comments, shown as samples in the comment section.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<SampleComment>,
}

/// A named thing with an address: a publisher, a reviewer, a source (schema.org `name`, `url`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields))]
pub struct Source {
    /// What it is called.
    pub name: String,
    /// Where it is on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A person or an institution in the article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Actor {
    /// What claims and stances refer to this actor by.
    pub id: String,
    /// The name as the article has it: a name, or a description such as "Pentagon sources".
    pub name: String,
    /// What kind of actor this is in schema.org's terms.
    #[serde(rename = "type", default)]
    pub kind: ActorKind,
    /// Whether the article names the actor.
    #[serde(default)]
    pub anonymity: Anonymity,
    /// Who this is, in a few words: "President of Mexico".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Pages that say who this is (schema.org `sameAs`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub same_as: Vec<String>,
}

/// A statement that the article reports (schema.org `Claim`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Claim {
    /// What stances and links refer to this claim by: letters, digits, `-` and `_`.
    pub id: String,
    /// The claim, in the editor's words, with its hedges kept.
    pub text: String,
    /// The ids of the actors who make the claim; empty where the article speaks in its own voice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<String>,
    /// What kind of statement it is (after Full Fact).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim_type: Option<ClaimType>,
    /// Whether the article quotes the words or reports them (PARC3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attribution: Option<Attribution>,
    /// What the article itself shows for the claim; never a verdict of ours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// The article's sentences that carry the claim.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Quote>,
    /// When the claim was made (schema.org `datePublished`, ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_published: Option<String>,
    /// Other places where the claim appears (schema.org `appearance`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub appearance: Vec<Source>,
    /// Somebody's published fact check of the claim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Review>,
}

/// A verbatim quote of the article (W3C `TextQuoteSelector`).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields))]
pub struct Quote {
    /// The quoted words.
    pub exact: String,
    /// The words just before, up to 32 characters, where `exact` alone could be in two places.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    /// The words just after, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
}

/// Somebody's published fact check of a claim (schema.org `ClaimReview`), linked in their own words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Review {
    /// Who reviewed it.
    pub author: Source,
    /// Where the review is published.
    pub url: String,
    /// What they concluded.
    pub review_rating: Rating,
    /// When it was published (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_published: Option<String>,
}

/// A reviewer's conclusion (schema.org `Rating`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Rating {
    /// The conclusion in the reviewer's own words: "Mostly false", "Lacks context".
    pub alternate_name: String,
}

/// An actor's position toward a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct Stance {
    /// The id of the actor.
    pub actor: String,
    /// The id of the claim.
    pub target: String,
    /// The position.
    pub label: Label,
    /// Why, as the article reports it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Reason>,
    /// The quotes that show the stance.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Quote>,
    /// For `mixed`: the factions, each with its own position.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
}

/// Why an actor takes a position (Perspectrum: claim, perspective, evidence).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields))]
pub struct Reason {
    /// The reason, in the editor's words.
    pub text: String,
    /// The quotes that show it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Quote>,
}

/// One faction of a divided actor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields))]
pub struct Part {
    /// Who this faction is: "Some legal experts".
    pub name: String,
    /// Its position: `favor`, `against` or `none`.
    pub label: Label,
    /// Why, as the article reports it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Reason>,
    /// The quotes that show it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Quote>,
}

/// A sample comment that comes with the card file (schema.org `Comment`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(deny_unknown_fields))]
#[serde(rename_all = "camelCase")]
pub struct SampleComment {
    /// What replies refer to this comment by.
    pub id: String,
    /// The comment: plain text with the comment section's small subset of Markdown.
    pub text: String,
    /// The name shown.
    pub author: String,
    /// When it was written (ISO 8601).
    pub date_created: String,
    /// The id of the comment this one answers (schema.org `parentItem`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_item: Option<String>,
    /// How many liked it (schema.org `upvoteCount`).
    #[serde(default)]
    pub upvote_count: u32,
    /// The id of the claim it is about (schema.org `about`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Its position toward that claim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
}
