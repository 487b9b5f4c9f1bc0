//! The card as JSON-LD, in the terms of schema.org.
//!
//! | in the card | in JSON-LD |
//! |---|---|
//! | article | a reference by `@id` alone; the page itself says what it is |
//! | actor | `Person`, `Organization` or `GovernmentOrganization`; who is unnamed or a group says so in `disambiguatingDescription` and has no `sameAs` |
//! | claim | `Claim` with `text`, `author`, `datePublished`, `appearance`, and its quotes as `isBasedOn` |
//! | quote | `Quotation`, `isPartOf` the article; `spokenByCharacter` only where the article gives the speaker's own words (`attribution: direct`) |
//! | stance | `favor`: `AgreeAction`; `against`: `DisagreeAction`; `mixed`: their parent `AssessAction`; `none`: nothing. With `agent`, `object`, and its quotes as `subjectOf` |
//! | review | `ClaimReview` where it is published by the site of this very page; else a `WebPage` that the claim is `subjectOf`: search engines accept a `ClaimReview` only from its own site |
//! | comment | nothing: what a card brings along are samples |
//!
//! A stance without a quote is left out, and so is every address that is not http or https.

use super::formats::is_web_url;
use super::json::Json;
use super::{
    Actor, ActorKind, Anonymity, Attribution, Card, Claim, DeepLink, Label, Quote, Review, Source, Stance,
};

/// What the page around the card knows and the card does not.
#[derive(Clone, Copy, Debug, Default)]
pub struct JsonLdOptions<'a> {
    /// The address of the page that shows the card, without a fragment. Claims get their deep link on
    /// it as `@id`; without it their `@id` is local to the card.
    pub page: Option<&'a str>,
    /// The `@id` by which the page's own markup calls the article; without it the card's `url` is used.
    pub article: Option<&'a str>,
}

/// The card as JSON-LD: the text of one `<script type="application/ld+json">`, safe to stand inside it.
pub fn json_ld(card: &Card, options: JsonLdOptions<'_>) -> String {
    let article = options.article.or(card.url.as_deref().filter(|url| is_web_url(url)));
    let graph = Graph { card, page: options.page.filter(|url| is_web_url(url)), article };
    let mut nodes: Vec<Json> = card.actors.iter().map(actor).collect();
    nodes.extend(card.claims.iter().map(|claim| graph.claim(claim)));
    nodes.extend(card.claims.iter().filter_map(|claim| graph.own_review(claim)));
    nodes.extend(card.stances.iter().filter_map(|stance| graph.stance(stance)));
    let mut text = String::new();
    Json::Object(vec![]).with("@context", "https://schema.org").with("@graph", nodes).write(&mut text);
    text
}

struct Graph<'a> {
    card: &'a Card,
    page: Option<&'a str>,
    article: Option<&'a str>,
}

impl Graph<'_> {
    fn claim(&self, claim: &Claim) -> Json {
        let authors = self.actors(&claim.author);
        let mut appearance: Vec<Json> = self.article.map(reference).into_iter().collect();
        appearance.extend(claim.appearance.iter().map(|source| named("CreativeWork", source)));
        let speakers =
            if claim.attribution == Some(Attribution::Direct) { authors.clone() } else { Vec::new() };
        let quotes: Vec<Json> = claim
            .evidence
            .iter()
            .map(|quote| self.quotation(quote).with("spokenByCharacter", speakers.clone()))
            .collect();
        let link = claim.review.as_ref().filter(|review| is_web_url(&review.url) && !self.is_own(review));
        node("Claim")
            .with("@id", self.claim_id(&claim.id))
            .with("text", claim.text.as_str())
            .with("author", authors)
            .with("datePublished", &claim.date_published)
            .with("inLanguage", &self.card.in_language)
            .with("appearance", appearance)
            .with("isBasedOn", quotes)
            .with("subjectOf", link.map(review_link).into_iter().collect::<Vec<_>>())
    }

    fn quotation(&self, quote: &Quote) -> Json {
        let part_of: Vec<Json> = self.article.map(reference).into_iter().collect();
        node("Quotation").with("text", quote.exact.as_str()).with("isPartOf", part_of)
    }

    fn stance(&self, stance: &Stance) -> Option<Json> {
        let action = match stance.label {
            Label::Favor => "AgreeAction",
            Label::Against => "DisagreeAction",
            Label::Mixed => "AssessAction",
            Label::None => return None,
        };
        let quotes: Vec<Json> = stance.quotes().into_iter().map(|quote| self.quotation(quote)).collect();
        if quotes.is_empty() || self.card.claim(&stance.target).is_none() {
            return None;
        }
        let agent = self.actors(std::slice::from_ref(&stance.actor)).pop()?;
        Some(
            node(action)
                .with("agent", agent)
                .with("object", reference(&self.claim_id(&stance.target)))
                .with("subjectOf", quotes),
        )
    }

    /// A review as a `ClaimReview`, where this page is on the reviewer's own site.
    fn own_review(&self, claim: &Claim) -> Option<Json> {
        let review = claim.review.as_ref().filter(|review| self.is_own(review))?;
        let rating = node("Rating").with("alternateName", review.review_rating.alternate_name.as_str());
        Some(
            node("ClaimReview")
                .with("url", review.url.as_str())
                .with("author", named("Organization", &review.author))
                .with("datePublished", &review.date_published)
                .with("claimReviewed", claim.text.as_str())
                .with("itemReviewed", reference(&self.claim_id(&claim.id)))
                .with("reviewRating", rating),
        )
    }

    /// Whether a review has all that a `ClaimReview` needs and is published on the site of this page.
    fn is_own(&self, review: &Review) -> bool {
        let complete =
            !review.author.name.trim().is_empty() && !review.review_rating.alternate_name.trim().is_empty();
        complete && is_web_url(&review.url) && self.page.is_some_and(|page| host(page) == host(&review.url))
    }

    /// References to the actors that the card has, of those named.
    fn actors(&self, ids: &[String]) -> Vec<Json> {
        ids.iter().filter(|id| self.card.actor(id).is_some()).map(|id| reference(&actor_id(id))).collect()
    }

    fn claim_id(&self, id: &str) -> String {
        match self.page {
            Some(page) => {
                let link = DeepLink { item: Some(id.to_owned()), ..DeepLink::default() };
                [page.split('#').next().unwrap_or_default(), &link.format(self.card)].concat()
            }
            None => ["_:claim-", id].concat(),
        }
    }
}

fn actor(actor: &Actor) -> Json {
    let kind = match actor.kind {
        ActorKind::Person => "Person",
        ActorKind::Organization => "Organization",
        ActorKind::GovernmentOrganization => "GovernmentOrganization",
    };
    let node = node(kind)
        .with("@id", actor_id(&actor.id))
        .with("name", actor.name.as_str())
        .with("description", &actor.description);
    match actor.anonymity {
        Anonymity::Named => {
            let pages = actor.same_as.iter().filter(|url| is_web_url(url));
            node.with("sameAs", pages.map(|url| url.as_str().into()).collect::<Vec<_>>())
        }
        Anonymity::Unnamed => node.with("disambiguatingDescription", "not named in the article"),
        Anonymity::Collective => node.with("disambiguatingDescription", "a group, not one person or body"),
    }
}

/// The review as a page about the claim. What it concludes is for that page's own markup to say.
fn review_link(review: &Review) -> Json {
    let page = node("WebPage").with("url", review.url.as_str()).with("datePublished", &review.date_published);
    if review.author.name.trim().is_empty() {
        page
    } else {
        page.with("author", named("Organization", &review.author))
    }
}

fn node(kind: &'static str) -> Json {
    Json::Object(vec![("@type", kind.into())])
}

fn reference(id: &str) -> Json {
    Json::Object(vec![("@id", id.into())])
}

fn named(kind: &'static str, source: &Source) -> Json {
    let url = source.url.as_deref().filter(|url| is_web_url(url)).unwrap_or_default();
    node(kind).with("name", source.name.as_str()).with("url", url)
}

fn actor_id(id: &str) -> String {
    ["_:actor-", id].concat()
}

/// The host of a web address, without its port, in lower case.
fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://")?.1;
    rest.split(['/', '?', '#', ':']).next().map(str::to_ascii_lowercase)
}
