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
use crate::path::Path;
use crate::problem::shown;
use crate::{
    Actor, Card, Claim, Label, Part, Point, Problem, Quote, Reason, Review, Rule, SampleComment, Source,
    Stance,
};

/// Every way in which a card breaks the rules of the format, in the order of the file. The rules are
/// those whose level cannot be set ([`Rule::is_settable`]); for the others see [`lint`](super::lint()).
pub fn check(card: &Card) -> Vec<Problem> {
    let references = References::new(card);
    let mut checker = Checker { card, references, path: Path::default(), problems: Vec::new() };
    checker.card();
    checker.problems
}

/// A walk over a card that gathers problems.
struct Checker<'a> {
    card: &'a Card,
    references: References<'a>,
    /// The path to the object or the entry that is looked at. What checks a field is given the field's name; an
    /// empty name stands for the entry itself.
    path: Path,
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
            self.within("publisher", |all| all.source(publisher));
        }
        self.entries("author", &card.author, MAX_AUTHORS, |all, _, name| all.text(name, MAX_NAME, ""));
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
        self.entries("abstract", &card.summary, MAX_SUMMARY_POINTS, Self::point);
        self.unique(List::Actors);
        self.entries("actors", &card.actors, MAX_ACTORS, Self::actor);
        self.unique(List::Claims);
        self.entries("claims", &card.claims, MAX_CLAIMS, Self::claim);
        self.entries("stances", &card.stances, MAX_STANCES, Self::stance);
        self.unique(List::Comments);
        self.entries("comments", &card.comments, MAX_COMMENTS, Self::comment);
    }

    fn point(&mut self, _: usize, point: &Point) {
        let text = point.text_path("");
        self.text(&point.text, MAX_TEXT, text.trim_start_matches('.'));
        let claim = |all: &mut Self, _, claim: &String| all.reference(claim, List::Claims, "");
        self.entries("claims", &point.claims, MAX_POINT_CLAIMS, claim);
    }

    fn actor(&mut self, _: usize, actor: &Actor) {
        self.id(&actor.id, "id");
        self.text(&actor.name, MAX_NAME, "name");
        if let Some(description) = &actor.description {
            self.text(description, MAX_NAME, "description");
        }
        self.entries("sameAs", &actor.same_as, MAX_LINKS, |all, _, url| all.url(Some(url), ""));
    }

    fn claim(&mut self, _: usize, claim: &Claim) {
        self.id(&claim.id, "id");
        self.text(&claim.text, MAX_TEXT, "text");
        let author = |all: &mut Self, _, author: &String| all.reference(author, List::Actors, "");
        self.entries("author", &claim.author, MAX_AUTHORS, author);
        self.evidence(&claim.evidence);
        self.date(claim.date_published.as_ref(), "datePublished");
        self.entries("appearance", &claim.appearance, MAX_LINKS, |all, _, source| all.source(source));
        if let Some(review) = &claim.review {
            self.within("review", |all| all.review(review));
        }
    }

    /// The reviewer's name is the subject of a rule of its own, whose level can be set.
    fn review(&mut self, review: &Review) {
        self.within("author", |all| {
            all.length(&review.author.name, MAX_NAME, "name");
            all.url(review.author.url.as_ref(), "url");
        });
        self.url(Some(&review.url), "url");
        self.within("reviewRating", |all| {
            all.text(&review.review_rating.alternate_name, MAX_NAME, "alternateName");
        });
        self.date(review.date_published.as_ref(), "datePublished");
    }

    fn stance(&mut self, index: usize, stance: &Stance) {
        self.reference(&stance.actor, List::Actors, "actor");
        self.reference(&stance.target, List::Claims, "target");
        self.one_stance_each(index, stance);
        self.reasons(&stance.reasons);
        self.evidence(&stance.evidence);
        if stance.label == Label::Mixed && stance.parts.len() < MIN_PARTS {
            let message = format!(
                "a `mixed` stance has at least {MIN_PARTS} parts, this one has {}",
                stance.parts.len()
            );
            let help = "give each faction's `name`, `label` and `evidence`, or choose another label";
            self.report(Rule::MisplacedParts, "parts", message, help);
        }
        if stance.label != Label::Mixed && !stance.parts.is_empty() {
            let help = "set the label to `mixed`, or remove the parts";
            self.report(Rule::MisplacedParts, "parts", "only a `mixed` stance has parts", help);
        }
        self.entries("parts", &stance.parts, MAX_PARTS, Self::part);
    }

    fn part(&mut self, _: usize, part: &Part) {
        self.text(&part.name, MAX_NAME, "name");
        if part.label == Label::Mixed {
            let help = "split it into the factions that it consists of";
            self.report(Rule::MisplacedParts, "label", "a part cannot be `mixed` itself", help);
        }
        self.reasons(&part.reasons);
        self.evidence(&part.evidence);
    }

    fn comment(&mut self, index: usize, comment: &SampleComment) {
        self.id(&comment.id, "id");
        self.text(&comment.text, MAX_COMMENT, "text");
        self.text(&comment.author, MAX_NAME, "author");
        self.date(Some(&comment.date_created), "dateCreated");
        if let Some(parent) = &comment.parent_item {
            self.reference(parent, List::Comments, "parentItem");
            self.no_circle(index, comment, "parentItem");
        }
        if let Some(about) = &comment.about {
            self.reference(about, List::Claims, "about");
        }
    }

    fn reasons(&mut self, reasons: &[Reason]) {
        self.entries("reasons", reasons, MAX_REASONS, |all, _, reason| {
            all.text(&reason.text, MAX_TEXT, "text");
            all.evidence(&reason.evidence);
        });
    }

    fn evidence(&mut self, quotes: &[Quote]) {
        self.entries("evidence", quotes, MAX_QUOTES, |all, _, quote| {
            all.text(&quote.exact, MAX_QUOTE, "exact");
            for (context, name) in [(&quote.prefix, "prefix"), (&quote.suffix, "suffix")] {
                if let Some(context) = context {
                    all.length(context, MAX_CONTEXT, name);
                }
            }
        });
    }

    fn source(&mut self, source: &Source) {
        self.text(&source.name, MAX_NAME, "name");
        self.url(source.url.as_ref(), "url");
    }

    /// Checks what is in an object.
    fn within(&mut self, field: &str, check: impl FnOnce(&mut Self)) {
        let here = self.path.enter_field(field);
        check(self);
        self.path.leave(here);
    }

    /// Checks how many entries a list has, and each of them with its index.
    fn entries<T>(&mut self, list: &str, entries: &[T], max: usize, check: impl Fn(&mut Self, usize, &T)) {
        self.count(entries.len(), max, list);
        let here = self.path.enter_field(list);
        for (index, entry) in entries.iter().enumerate() {
            let list = self.path.enter_entry(index);
            check(self, index, entry);
            self.path.leave(list);
        }
        self.path.leave(here);
    }
}
