//! The rules that a card file is checked against: their names and levels. The names are public: they
//! are options of the command line (`--allow lost-hedge`) and part of its JSON output.

use super::Level;

/// A rule for card files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// The file could not be read.
    Unreadable,
    /// The file is not JSON.
    NotJson,
    /// The file is larger than a card file may be.
    TooLarge,
    /// Lists and objects stand within each other deeper than they may.
    TooDeep,
    /// An escape stands for half of a character.
    LoneSurrogate,
    /// The file is of another version of the format.
    WrongVersion,
    /// A required field is missing, or a value is of another type.
    WrongShape,
    /// A field stands twice in one object.
    DuplicateKey,
    /// A text is blank where something must be read.
    Empty,
    /// A text is longer than it may be.
    TooLong,
    /// A list has more entries than it may have.
    TooMany,
    /// An id has characters that cannot stand in a link.
    BadId,
    /// A date is not an ISO 8601 date.
    BadDate,
    /// An address is not an absolute http or https address.
    BadUrl,
    /// A language is not a BCP 47 tag.
    BadLanguage,
    /// Two things of one kind have one id.
    DuplicateId,
    /// An id refers to nothing in this card.
    UnknownId,
    /// Factions without a divided stance, or the other way round.
    MisplacedParts,
    /// One actor has two stances toward one claim.
    DuplicateStance,
    /// A comment answers itself, straight or by way of others.
    CommentCycle,
    /// A review does not say who reviewed.
    ReviewWithoutReviewer,
    /// A point of the summary names no claim that it rests on.
    PointWithoutClaim,
    /// A stance has no quote that shows it.
    StanceWithoutQuote,
    /// A claim has no quote that shows it is in the article.
    ClaimWithoutQuote,
    /// A claim does not say what the article shows for it.
    ClaimWithoutStatus,
    /// The quote is hedged or negated, and what rests on it is not.
    LostHedge,
    /// A number in a claim or a point is in none of its quotes.
    NumberNotInQuotes,
    /// An actor makes no claim and takes no stance.
    UnusedActor,
    /// A field has a name that the format does not know.
    UnknownField,
    /// A quote is not in the article (with --article).
    QuoteNotFound,
    /// A quote is nearly in the article, but not word for word (with --article).
    QuoteInexact,
    /// A quote could be at several places in the article (with --article).
    AmbiguousQuote,
}

impl Rule {
    /// Every rule, in the order of the documentation.
    pub const ALL: [Self; 32] = [
        Self::Unreadable,
        Self::NotJson,
        Self::TooLarge,
        Self::TooDeep,
        Self::LoneSurrogate,
        Self::WrongVersion,
        Self::WrongShape,
        Self::DuplicateKey,
        Self::Empty,
        Self::TooLong,
        Self::TooMany,
        Self::BadId,
        Self::BadDate,
        Self::BadUrl,
        Self::BadLanguage,
        Self::DuplicateId,
        Self::UnknownId,
        Self::MisplacedParts,
        Self::DuplicateStance,
        Self::CommentCycle,
        Self::ReviewWithoutReviewer,
        Self::PointWithoutClaim,
        Self::StanceWithoutQuote,
        Self::ClaimWithoutQuote,
        Self::ClaimWithoutStatus,
        Self::LostHedge,
        Self::NumberNotInQuotes,
        Self::UnusedActor,
        Self::UnknownField,
        Self::QuoteNotFound,
        Self::QuoteInexact,
        Self::AmbiguousQuote,
    ];

    /// The public name, in kebab case.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::NotJson => "not-json",
            Self::TooLarge => "too-large",
            Self::TooDeep => "too-deep",
            Self::LoneSurrogate => "lone-surrogate",
            Self::WrongVersion => "wrong-version",
            Self::WrongShape => "wrong-shape",
            Self::DuplicateKey => "duplicate-key",
            Self::Empty => "empty",
            Self::TooLong => "too-long",
            Self::TooMany => "too-many",
            Self::BadId => "bad-id",
            Self::BadDate => "bad-date",
            Self::BadUrl => "bad-url",
            Self::BadLanguage => "bad-language",
            Self::DuplicateId => "duplicate-id",
            Self::UnknownId => "unknown-id",
            Self::MisplacedParts => "misplaced-parts",
            Self::DuplicateStance => "duplicate-stance",
            Self::CommentCycle => "comment-cycle",
            Self::ReviewWithoutReviewer => "review-without-reviewer",
            Self::PointWithoutClaim => "point-without-claim",
            Self::StanceWithoutQuote => "stance-without-quote",
            Self::ClaimWithoutQuote => "claim-without-quote",
            Self::ClaimWithoutStatus => "claim-without-status",
            Self::LostHedge => "lost-hedge",
            Self::NumberNotInQuotes => "number-not-in-quotes",
            Self::UnusedActor => "unused-actor",
            Self::UnknownField => "unknown-field",
            Self::QuoteNotFound => "quote-not-found",
            Self::QuoteInexact => "quote-inexact",
            Self::AmbiguousQuote => "ambiguous-quote",
        }
    }

    /// The rule of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.name() == name)
    }

    /// The level that the rule has unless another is set.
    pub const fn level(self) -> Level {
        match self {
            Self::PointWithoutClaim
            | Self::ClaimWithoutQuote
            | Self::ClaimWithoutStatus
            | Self::LostHedge
            | Self::NumberNotInQuotes
            | Self::UnusedActor
            | Self::UnknownField
            | Self::QuoteInexact => Level::Warn,
            _ => Level::Deny,
        }
    }

    /// Whether the level can be set. It cannot where the widget would not show such a card as it is
    /// meant, or not at all.
    pub const fn is_settable(self) -> bool {
        matches!(
            self,
            Self::ReviewWithoutReviewer
                | Self::PointWithoutClaim
                | Self::StanceWithoutQuote
                | Self::ClaimWithoutQuote
                | Self::ClaimWithoutStatus
                | Self::LostHedge
                | Self::NumberNotInQuotes
                | Self::UnusedActor
                | Self::UnknownField
                | Self::QuoteNotFound
                | Self::QuoteInexact
                | Self::AmbiguousQuote
        )
    }
}
