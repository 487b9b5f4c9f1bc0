//! What a card file must hold to beyond its shape: limits, formats, ids and references.

mod ids;
mod values;

use self::ids::{List, References};
use crate::formats::is_language;
use crate::limits::{
    MAX_ACTORS, MAX_AUTHORS, MAX_CLAIMS, MAX_COMMENT, MAX_COMMENTS, MAX_CONTEXT, MAX_LINKS, MAX_NAME,
    MAX_PARTS, MAX_POINT_CLAIMS, MAX_QUOTE, MAX_QUOTES, MAX_REASONS, MAX_STANCES, MAX_SUMMARY_POINTS,
    MAX_TEXT, MAX_URL, MIN_PARTS, VERSION,
};
use crate::problem::shown;
use crate::{
    Actor, Card, Claim, Label, Part, Point, Problem, Quote, Reason, Review, Rule, SampleComment, Source,
    Stance,
};

/// Every way in which a card breaks the rules of the format, in the order of the file. The rules are
/// those whose level cannot be set ([`Rule::is_settable`]); for the others see [`lint`](super::lint()).
pub fn check(card: &Card) -> Vec<Problem> {
    let mut checker = Checker { card, references: References::new(card), problems: Vec::new() };
    checker.card();
    checker.problems
}

/// A walk over a card that gathers problems.
struct Checker<'a> {
    card: &'a Card,
    references: References<'a>,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    fn card(&mut self) {
        let card = self.card;
        if card.version != VERSION {
            let message =
                format!("the card is of version {}; this program reads version {VERSION}", card.version);
            self.report(Rule::WrongVersion, "version", message, "");
        }
        if let Some(schema) = &card.schema {
            self.length(schema, MAX_URL, "$schema");
        }
        self.id(&card.id, "id");
        self.text(&card.headline, MAX_NAME, "headline");
        self.url(card.url.as_ref(), "url");
        if let Some(publisher) = &card.publisher {
            self.source(publisher, "publisher");
        }
        self.count(card.author.len(), MAX_AUTHORS, "author");
        for (i, name) in card.author.iter().enumerate() {
            self.text(name, MAX_NAME, &format!("author[{i}]"));
        }
        self.date(card.date_published.as_ref(), "datePublished");
        self.date(card.date_modified.as_ref(), "dateModified");
        if let Some(correction) = &card.correction {
            self.text(correction, MAX_TEXT, "correction");
        }
        if let Some(language) = card.in_language.as_ref().filter(|language| !is_language(language)) {
            let message = format!("`{}` is not a BCP 47 language tag", shown(language));
            self.report(Rule::BadLanguage, "inLanguage", message, "write a tag such as `en` or `es-MX`");
        }
        if card.summary.is_empty() {
            self.report(Rule::Empty, "abstract", "the summary has no point", "write three to five");
        }
        self.count(card.summary.len(), MAX_SUMMARY_POINTS, "abstract");
        for (i, point) in card.summary.iter().enumerate() {
            self.point(point, &format!("abstract[{i}]"));
        }
        self.count(card.actors.len(), MAX_ACTORS, "actors");
        self.unique(List::Actors);
        for (i, actor) in card.actors.iter().enumerate() {
            self.actor(actor, &format!("actors[{i}]"));
        }
        self.count(card.claims.len(), MAX_CLAIMS, "claims");
        self.unique(List::Claims);
        for (i, claim) in card.claims.iter().enumerate() {
            self.claim(claim, &format!("claims[{i}]"));
        }
        self.count(card.stances.len(), MAX_STANCES, "stances");
        for (i, stance) in card.stances.iter().enumerate() {
            self.stance(i, stance, &format!("stances[{i}]"));
        }
        self.count(card.comments.len(), MAX_COMMENTS, "comments");
        self.unique(List::Comments);
        for (i, comment) in card.comments.iter().enumerate() {
            self.comment(i, comment, &format!("comments[{i}]"));
        }
    }

    fn point(&mut self, point: &Point, path: &str) {
        self.text(&point.text, MAX_TEXT, &point.text_path(path));
        self.count(point.claims.len(), MAX_POINT_CLAIMS, &format!("{path}.claims"));
        for (i, claim) in point.claims.iter().enumerate() {
            self.reference(claim, List::Claims, &format!("{path}.claims[{i}]"));
        }
    }

    fn actor(&mut self, actor: &Actor, path: &str) {
        self.id(&actor.id, &format!("{path}.id"));
        self.text(&actor.name, MAX_NAME, &format!("{path}.name"));
        if let Some(description) = &actor.description {
            self.text(description, MAX_NAME, &format!("{path}.description"));
        }
        self.count(actor.same_as.len(), MAX_LINKS, &format!("{path}.sameAs"));
        for (i, url) in actor.same_as.iter().enumerate() {
            self.url(Some(url), &format!("{path}.sameAs[{i}]"));
        }
    }

    fn claim(&mut self, claim: &Claim, path: &str) {
        self.id(&claim.id, &format!("{path}.id"));
        self.text(&claim.text, MAX_TEXT, &format!("{path}.text"));
        self.count(claim.author.len(), MAX_AUTHORS, &format!("{path}.author"));
        for (i, author) in claim.author.iter().enumerate() {
            self.reference(author, List::Actors, &format!("{path}.author[{i}]"));
        }
        self.quotes(&claim.evidence, path);
        self.date(claim.date_published.as_ref(), &format!("{path}.datePublished"));
        self.count(claim.appearance.len(), MAX_LINKS, &format!("{path}.appearance"));
        for (i, source) in claim.appearance.iter().enumerate() {
            self.source(source, &format!("{path}.appearance[{i}]"));
        }
        if let Some(review) = &claim.review {
            self.review(review, &format!("{path}.review"));
        }
    }

    /// The reviewer's name is the subject of a rule of its own, whose level can be set.
    fn review(&mut self, review: &Review, path: &str) {
        self.length(&review.author.name, MAX_NAME, &format!("{path}.author.name"));
        self.url(review.author.url.as_ref(), &format!("{path}.author.url"));
        self.url(Some(&review.url), &format!("{path}.url"));
        self.text(
            &review.review_rating.alternate_name,
            MAX_NAME,
            &format!("{path}.reviewRating.alternateName"),
        );
        self.date(review.date_published.as_ref(), &format!("{path}.datePublished"));
    }

    fn stance(&mut self, index: usize, stance: &Stance, path: &str) {
        self.reference(&stance.actor, List::Actors, &format!("{path}.actor"));
        self.reference(&stance.target, List::Claims, &format!("{path}.target"));
        self.one_stance_each(index, stance, path);
        self.reasons(&stance.reasons, path);
        self.quotes(&stance.evidence, path);
        self.parts(stance, path);
    }

    fn parts(&mut self, stance: &Stance, path: &str) {
        let path = format!("{path}.parts");
        if stance.label == Label::Mixed && stance.parts.len() < MIN_PARTS {
            let message = format!(
                "a `mixed` stance has at least {MIN_PARTS} parts, this one has {}",
                stance.parts.len()
            );
            let help = "give each faction's `name`, `label` and `evidence`, or choose another label";
            self.report(Rule::MisplacedParts, path.as_str(), message, help);
        }
        if stance.label != Label::Mixed && !stance.parts.is_empty() {
            let help = "set the label to `mixed`, or remove the parts";
            self.report(Rule::MisplacedParts, path.as_str(), "only a `mixed` stance has parts", help);
        }
        self.count(stance.parts.len(), MAX_PARTS, &path);
        for (i, part) in stance.parts.iter().enumerate() {
            self.part(part, &format!("{path}[{i}]"));
        }
    }

    fn part(&mut self, part: &Part, path: &str) {
        self.text(&part.name, MAX_NAME, &format!("{path}.name"));
        if part.label == Label::Mixed {
            let help = "split it into the factions that it consists of";
            self.report(
                Rule::MisplacedParts,
                format!("{path}.label"),
                "a part cannot be `mixed` itself",
                help,
            );
        }
        self.reasons(&part.reasons, path);
        self.quotes(&part.evidence, path);
    }

    fn comment(&mut self, index: usize, comment: &SampleComment, path: &str) {
        self.id(&comment.id, &format!("{path}.id"));
        self.text(&comment.text, MAX_COMMENT, &format!("{path}.text"));
        self.text(&comment.author, MAX_NAME, &format!("{path}.author"));
        self.date(Some(&comment.date_created), &format!("{path}.dateCreated"));
        if let Some(parent) = &comment.parent_item {
            let path = format!("{path}.parentItem");
            self.reference(parent, List::Comments, &path);
            self.no_circle(index, comment, &path);
        }
        if let Some(about) = &comment.about {
            self.reference(about, List::Claims, &format!("{path}.about"));
        }
    }

    fn reasons(&mut self, reasons: &[Reason], path: &str) {
        self.count(reasons.len(), MAX_REASONS, &format!("{path}.reasons"));
        for (i, reason) in reasons.iter().enumerate() {
            let path = format!("{path}.reasons[{i}]");
            self.text(&reason.text, MAX_TEXT, &format!("{path}.text"));
            self.quotes(&reason.evidence, &path);
        }
    }

    fn quotes(&mut self, quotes: &[Quote], path: &str) {
        self.count(quotes.len(), MAX_QUOTES, &format!("{path}.evidence"));
        for (i, quote) in quotes.iter().enumerate() {
            let path = format!("{path}.evidence[{i}]");
            self.text(&quote.exact, MAX_QUOTE, &format!("{path}.exact"));
            for (context, name) in [(&quote.prefix, "prefix"), (&quote.suffix, "suffix")] {
                if let Some(context) = context {
                    self.length(context, MAX_CONTEXT, &format!("{path}.{name}"));
                }
            }
        }
    }

    fn source(&mut self, source: &Source, path: &str) {
        self.text(&source.name, MAX_NAME, &format!("{path}.name"));
        self.url(source.url.as_ref(), &format!("{path}.url"));
    }
}
