//! What a card's entries consist of: the description that the forms are made from. Names are those of the card file.

use card::{ActorKind, Anonymity, Attribution, ClaimType, Label, Position, Status, Vocabulary};
use serde_json::{Value, json};

use crate::references::List;
use crate::text::FieldStrings;

/// The words of a field, taken from the table of the interface's language.
pub type Words = fn(&'static FieldStrings) -> &'static str;
/// The words of an enum's values, in the order of the enum.
pub type Names = fn(&'static FieldStrings) -> &'static [&'static str];

/// What stands in a field.
#[derive(Clone, Copy)]
pub enum Kind {
    /// A text of one line.
    Text,
    /// A text of several lines.
    Long,
    /// A text that only machines read: an address, a date, a language.
    Code,
    /// A whole number.
    Number,
    /// The id of an entry of this list; all that refers to it follows.
    Id(List),
    /// One of an enum's words.
    Choice(fn() -> Vec<&'static str>, Names),
    /// The id of an entry of another list.
    Ref(List),
    /// Ids of entries of another list.
    Refs(List),
    /// Several texts.
    Texts,
    /// Quotes of the article.
    Quotes,
    /// An object that may be missing.
    Object(&'static [Field], fn() -> Value),
    /// Several objects.
    Objects(&'static [Field], fn() -> Value),
}

/// A field of a form.
#[derive(Clone, Copy)]
pub struct Field {
    /// Its name in the card file.
    pub name: &'static str,
    /// What stands in it.
    pub kind: Kind,
    /// Where nothing is in it, it is not in the file.
    pub is_optional: bool,
    /// What it means where it is not in the file; empty where that is nothing.
    pub default: &'static str,
    /// What it is called.
    pub label: Words,
    /// What is to be said about it; empty where nothing.
    pub hint: Words,
}

const fn field(name: &'static str, kind: Kind, label: Words) -> Field {
    Field { name, kind, is_optional: true, default: "", label, hint: |_| "" }
}

impl Field {
    const fn required(mut self) -> Self {
        self.is_optional = false;
        self
    }

    const fn default(mut self, word: &'static str) -> Self {
        self.default = word;
        self
    }

    const fn hint(mut self, hint: Words) -> Self {
        self.hint = hint;
        self
    }
}

/// The words of an enum.
fn of<T: Vocabulary>() -> Vec<&'static str> {
    T::WORDS.iter().map(|(word, _)| *word).collect()
}

const SOURCE: &[Field] = &[
    field("name", Kind::Text, |words| words.source_name).required(),
    field("url", Kind::Code, |words| words.address),
];

/// The card as a whole.
pub const ABOUT: &[Field] = &[
    field("headline", Kind::Long, |words| words.headline).required().hint(|words| words.headline_hint),
    field("id", Kind::Code, |words| words.card_id).required().hint(|words| words.id_hint),
    field("url", Kind::Code, |words| words.article_address).hint(|words| words.address_hint),
    field("inLanguage", Kind::Code, |words| words.in_language).hint(|words| words.language_hint),
    field("author", Kind::Texts, |words| words.written_by),
    field("publisher", Kind::Object(SOURCE, || json!({ "name": "" })), |words| words.publisher),
    field("datePublished", Kind::Code, |words| words.date_published).hint(|words| words.date_hint),
    field("dateModified", Kind::Code, |words| words.date_modified).hint(|words| words.date_hint),
    field("correction", Kind::Long, |words| words.correction),
];

/// A point of the summary.
pub const POINT: &[Field] = &[
    field("text", Kind::Long, |words| words.point_text).required(),
    field("claims", Kind::Refs(List::Claims), |words| words.rests_on),
];

/// A claim: what is always looked at.
pub const CLAIM: &[Field] = &[
    field("text", Kind::Long, |words| words.claim_text).required().hint(|words| words.claim_hint),
    field("author", Kind::Refs(List::Actors), |words| words.made_by).hint(|words| words.made_by_hint),
    field("status", Kind::Choice(of::<Status>, |words| &words.statuses), |words| words.status)
        .hint(|words| words.status_hint),
    field("attribution", Kind::Choice(of::<Attribution>, |words| &words.attributions), |words| {
        words.attribution
    }),
    field("claimType", Kind::Choice(of::<ClaimType>, |words| &words.claim_types), |words| words.claim_type),
    field("evidence", Kind::Quotes, |words| words.evidence),
];

const REVIEW: &[Field] = &[
    field("author", Kind::Object(SOURCE, || json!({ "name": "" })), |words| words.reviewer).required(),
    field("url", Kind::Code, |words| words.address).required(),
    field("reviewRating", Kind::Object(RATING, || json!({ "alternateName": "" })), |words| words.rating)
        .required(),
    field("datePublished", Kind::Code, |words| words.date_published).hint(|words| words.date_hint),
];

const RATING: &[Field] = &[field("alternateName", Kind::Text, |words| words.rating_words).required()];

fn blank_review() -> Value {
    json!({ "author": { "name": "" }, "url": "", "reviewRating": { "alternateName": "" } })
}

/// A claim: the rest.
pub const CLAIM_MORE: &[Field] = &[
    field("id", Kind::Id(List::Claims), |words| words.id).required().hint(|words| words.id_hint),
    field("datePublished", Kind::Code, |words| words.claimed_on).hint(|words| words.date_hint),
    field("appearance", Kind::Objects(SOURCE, || json!({ "name": "" })), |words| words.appearance),
    field("review", Kind::Object(REVIEW, blank_review), |words| words.review),
];

/// A person or a group.
pub const ACTOR: &[Field] = &[
    field("name", Kind::Text, |words| words.actor_name).required().hint(|words| words.actor_name_hint),
    field("description", Kind::Text, |words| words.description).hint(|words| words.description_hint),
    field("type", Kind::Choice(of::<ActorKind>, |words| &words.types), |words| words.actor_type)
        .required()
        .default("Person"),
    field("anonymity", Kind::Choice(of::<Anonymity>, |words| &words.anonymities), |words| words.anonymity)
        .required()
        .default("named"),
    field("sameAs", Kind::Texts, |words| words.same_as),
    field("id", Kind::Id(List::Actors), |words| words.id).required().hint(|words| words.id_hint),
];

const REASON: &[Field] = &[
    field("text", Kind::Long, |words| words.reason_text).required(),
    field("evidence", Kind::Quotes, |words| words.evidence),
];

const PART: &[Field] = &[
    field("name", Kind::Text, |words| words.part_name).required(),
    field("label", Kind::Choice(of::<Label>, |words| &words.labels), |words| words.label).required(),
    field("evidence", Kind::Quotes, |words| words.evidence),
    field("reasons", Kind::Objects(REASON, || json!({ "text": "" })), |words| words.reasons),
];

/// A stance.
pub const STANCE: &[Field] = &[
    field("actor", Kind::Ref(List::Actors), |words| words.stance_actor).required(),
    field("label", Kind::Choice(of::<Label>, |words| &words.labels), |words| words.label).required(),
    field("target", Kind::Ref(List::Claims), |words| words.stance_target).required(),
    field("evidence", Kind::Quotes, |words| words.evidence),
    field("reasons", Kind::Objects(REASON, || json!({ "text": "" })), |words| words.reasons),
    field("parts", Kind::Objects(PART, || json!({ "name": "", "label": "favor" })), |words| words.parts)
        .hint(|words| words.parts_hint),
];

/// A sample comment.
pub const COMMENT: &[Field] = &[
    field("text", Kind::Long, |words| words.comment_text).required(),
    field("author", Kind::Text, |words| words.comment_author).required(),
    field("dateCreated", Kind::Code, |words| words.date_created).required().hint(|words| words.date_hint),
    field("about", Kind::Ref(List::Claims), |words| words.comment_about),
    field("position", Kind::Choice(of::<Position>, |words| &words.positions), |words| words.position),
    field("parentItem", Kind::Ref(List::Comments), |words| words.answers),
    field("upvoteCount", Kind::Number, |words| words.upvotes),
    field("id", Kind::Id(List::Comments), |words| words.id).required().hint(|words| words.id_hint),
];
