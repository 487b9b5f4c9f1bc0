//! The enums of the card file, each with the words that stand for its values: in the file, in links, in stored
//! comments.

use serde::{Deserialize, Serialize};

#[cfg(feature = "schema")]
use schemars::JsonSchema;

/// An enum of the card file.
pub trait Vocabulary: Copy + PartialEq + 'static {
    /// Every value with its word, in the order of the type.
    const WORDS: &'static [(&'static str, Self)];

    /// The word for a value.
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, value)| *value == self).map_or("", |(word, _)| word)
    }

    /// The value that a word stands for.
    fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(each, _)| *each == word).map(|(_, value)| *value)
    }
}

/// What kind of actor (schema.org types).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub enum ActorKind {
    /// One human being, or several spoken of as people.
    #[default]
    Person,
    /// A company, party, association or other body.
    Organization,
    /// A body of a state, a region or a city.
    GovernmentOrganization,
}

impl Vocabulary for ActorKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("Person", Self::Person),
        ("Organization", Self::Organization),
        ("GovernmentOrganization", Self::GovernmentOrganization),
    ];
}

/// Whether the article says who an actor is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Anonymity {
    /// The article gives the name.
    #[default]
    Named,
    /// The journalist knows who it is; the reader is not told.
    Unnamed,
    /// A group spoken of as one: "legal experts", "residents".
    Collective,
}

impl Vocabulary for Anonymity {
    const WORDS: &'static [(&'static str, Self)] =
        &[("named", Self::Named), ("unnamed", Self::Unnamed), ("collective", Self::Collective)];
}

/// What kind of statement a claim is (Full Fact's annotation scheme).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ClaimType {
    /// A number or an amount, now or in the past.
    Quantity,
    /// That one thing causes, or goes with, another.
    Causation,
    /// What a law, a rule or a procedure is or allows.
    Rule,
    /// What will or could happen.
    Prediction,
    /// What somebody lived through.
    Experience,
    /// That something was done or took place.
    Event,
    /// What somebody wants, intends or objects to.
    Position,
    /// Anything else that can be true or false.
    Other,
}

impl Vocabulary for ClaimType {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("quantity", Self::Quantity),
        ("causation", Self::Causation),
        ("rule", Self::Rule),
        ("prediction", Self::Prediction),
        ("experience", Self::Experience),
        ("event", Self::Event),
        ("position", Self::Position),
        ("other", Self::Other),
    ];
}

/// Whether the article gives the speaker's words or reports them (PARC3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Attribution {
    /// In quotation marks.
    Direct,
    /// In the article's words.
    Indirect,
}

impl Vocabulary for Attribution {
    const WORDS: &'static [(&'static str, Self)] = &[("direct", Self::Direct), ("indirect", Self::Indirect)];
}

/// What the article shows for a claim (after FEVER and Climate-FEVER).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// The article states it as fact, in its own voice.
    Reported,
    /// The article says who says so.
    Attributed,
    /// The article also reports that somebody disputes it.
    Disputed,
    /// Nobody independent is reported to have looked into it.
    Unreviewed,
}

impl Vocabulary for Status {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("reported", Self::Reported),
        ("attributed", Self::Attributed),
        ("disputed", Self::Disputed),
        ("unreviewed", Self::Unreviewed),
    ];
}

/// A position toward a claim (SemEval-2016 Task 6, plus `mixed`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Label {
    /// For the claim.
    Favor,
    /// Against the claim.
    Against,
    /// Divided: the group has factions, listed in `parts`.
    Mixed,
    /// No position can be read from the article; not a midpoint.
    #[default]
    None,
}

impl Vocabulary for Label {
    const WORDS: &'static [(&'static str, Self)] =
        &[("favor", Self::Favor), ("against", Self::Against), ("mixed", Self::Mixed), ("none", Self::None)];
}

/// A comment's position toward a claim (RumourEval).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Position {
    /// Agrees with it.
    Support,
    /// Disputes it.
    Deny,
    /// Asks about it.
    Query,
    /// Takes no side.
    Comment,
}

impl Vocabulary for Position {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("support", Self::Support),
        ("deny", Self::Deny),
        ("query", Self::Query),
        ("comment", Self::Comment),
    ];
}
