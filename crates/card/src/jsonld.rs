//! The card as JSON-LD, in the terms of schema.org.
//!
//! | in the card | in JSON-LD |
//! |---|---|
//! | article | a reference by `@id` alone; the page itself says what it is |
//! | actor | `Person`, `Organization` or `GovernmentOrganization`; who is unnamed or a group says so in `disambiguatingDescription` and has no `sameAs` |
//! | claim | `Claim` with `text`, `author`, `datePublished`, `appearance`, and its quotes as `isBasedOn` |
//! | point of the summary | `Statement` with `text`, and the claims that it names as `isBasedOn`; nothing where it names none |
//! | quote | `Quotation`, `isPartOf` the article; `spokenByCharacter` only where the article gives the speaker's own words (`attribution: direct`) |
//! | stance | `favor`: `AgreeAction`; `against`: `DisagreeAction`; `mixed`: their parent `AssessAction`; `none`: nothing. With `agent`, `object`, and its quotes as `subjectOf` |
//! | review | `ClaimReview` where it is published by the site of this very page; else a `WebPage` that the claim is `subjectOf`: a `ClaimReview` says "we have reviewed this" |
//! | comment | nothing: what a card brings along are samples |
//!
//! A stance without a quote is left out, and so is every address that is not http or https.

use super::json::Json;
use super::{
    Actor, Anonymity, Attribution, Card, Claim, DeepLink, Label, Point, Quote, Review, Source, Stance,
    Vocabulary, WebUrl,
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
    let url = web_url(card.url.as_deref());
    let article = options.article.or(url.as_ref().map(WebUrl::as_str));
    let graph = Graph { card, page: web_url(options.page), article };
    let mut nodes: Vec<Json> = card.actors.iter().map(actor).collect();
    nodes.extend(card.claims.iter().map(|claim| graph.claim(claim)));
    nodes.extend(card.summary.iter().filter_map(|point| graph.point(point)));
    nodes.extend(card.claims.iter().filter_map(|claim| graph.own_review(claim)));
    nodes.extend(card.stances.iter().filter_map(|stance| graph.stance(stance)));
    Json::object().with("@context", "https://schema.org").with_filled("@graph", nodes).to_text()
}

struct Graph<'a> {
    card: &'a Card,
    page: Option<WebUrl>,
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
            .map(|quote| self.quotation(quote).with_filled("spokenByCharacter", speakers.clone()))
            .collect();
        let link = claim.review.as_ref().filter(|review| !self.is_own(review)).and_then(review_link);
        node("Claim")
            .with_filled("@id", self.claim_id(&claim.id))
            .with_filled("text", claim.text.as_str())
            .with_filled("author", authors)
            .with_filled("datePublished", claim.date_published.as_deref())
            .with_filled("inLanguage", self.card.in_language.as_deref())
            .with_filled("appearance", appearance)
            .with_filled("isBasedOn", quotes)
            .with_filled("subjectOf", link.into_iter().collect::<Vec<_>>())
    }

    fn point(&self, point: &Point) -> Option<Json> {
        let known = point.claims.iter().filter(|id| self.card.claim(id).is_some());
        let claims: Vec<Json> = known.map(|id| reference(&self.claim_id(id))).collect();
        (!claims.is_empty()).then(|| {
            node("Statement")
                .with_filled("text", point.text.as_str())
                .with_filled("inLanguage", self.card.in_language.as_deref())
                .with("isBasedOn", claims)
        })
    }

    fn quotation(&self, quote: &Quote) -> Json {
        let part_of: Vec<Json> = self.article.map(reference).into_iter().collect();
        node("Quotation").with_filled("text", quote.exact.as_str()).with_filled("isPartOf", part_of)
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
                .with_filled("agent", agent)
                .with_filled("object", reference(&self.claim_id(&stance.target)))
                .with_filled("subjectOf", quotes),
        )
    }

    /// A review as a `ClaimReview`, where this page is on the reviewer's own site.
    fn own_review(&self, claim: &Claim) -> Option<Json> {
        let review = claim.review.as_ref().filter(|review| self.is_own(review))?;
        let rating =
            node("Rating").with_filled("alternateName", review.review_rating.alternate_name.as_str());
        Some(
            node("ClaimReview")
                .with_filled("url", review.url.as_str())
                .with_filled("author", named("Organization", &review.author))
                .with_filled("datePublished", review.date_published.as_deref())
                .with_filled("claimReviewed", claim.text.as_str())
                .with_filled("itemReviewed", reference(&self.claim_id(&claim.id)))
                .with_filled("reviewRating", rating),
        )
    }

    /// Whether a review has all that a `ClaimReview` needs and is published on the site of this page.
    fn is_own(&self, review: &Review) -> bool {
        let complete =
            !review.author.name.trim().is_empty() && !review.review_rating.alternate_name.trim().is_empty();
        let hosts = self.page.as_ref().zip(WebUrl::parse(&review.url));
        complete && hosts.is_some_and(|(page, review)| page.host() == review.host())
    }

    /// References to the actors that the card has, of those named.
    fn actors(&self, ids: &[String]) -> Vec<Json> {
        ids.iter().filter(|id| self.card.actor(id).is_some()).map(|id| reference(&actor_id(id))).collect()
    }

    fn claim_id(&self, id: &str) -> String {
        match &self.page {
            Some(page) => {
                let link = DeepLink { item: Some(id.to_owned()), ..DeepLink::default() };
                page.with_fragment(link.format(self.card).trim_start_matches('#')).into()
            }
            None => ["_:claim-", id].concat(),
        }
    }
}

fn actor(actor: &Actor) -> Json {
    // The words for what kind of actor it is are schema.org's.
    let node = node(actor.kind.word())
        .with_filled("@id", actor_id(&actor.id))
        .with_filled("name", actor.name.as_str())
        .with_filled("description", actor.description.as_deref());
    match actor.anonymity {
        Anonymity::Named => {
            let pages = actor.same_as.iter().filter_map(|url| WebUrl::parse(url));
            node.with_filled("sameAs", pages.map(Json::from).collect::<Vec<_>>())
        }
        Anonymity::Unnamed => node.with_filled("disambiguatingDescription", "not named in the article"),
        Anonymity::Collective => {
            node.with_filled("disambiguatingDescription", "a group, not one person or body")
        }
    }
}

/// The review as a page about the claim. What it concludes is for that page's own markup to say.
fn review_link(review: &Review) -> Option<Json> {
    let author = Some(&review.author).filter(|author| !author.name.trim().is_empty());
    let page = node("WebPage")
        .with("url", WebUrl::parse(&review.url)?)
        .with_filled("datePublished", review.date_published.as_deref())
        .with_some("author", author.map(|author| named("Organization", author)));
    Some(page)
}

fn node(kind: &'static str) -> Json {
    Json::object().with("@type", kind)
}

fn reference(id: &str) -> Json {
    Json::object().with("@id", id)
}

fn named(kind: &'static str, source: &Source) -> Json {
    node(kind).with_filled("name", source.name.as_str()).with_some("url", web_url(source.url.as_deref()))
}

fn web_url(url: Option<&str>) -> Option<WebUrl> {
    url.and_then(WebUrl::parse)
}

fn actor_id(id: &str) -> String {
    ["_:actor-", id].concat()
}

impl From<WebUrl> for Json {
    fn from(url: WebUrl) -> Self {
        Self::Text(url.into())
    }
}
