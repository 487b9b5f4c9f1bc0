//! Entries of the card made of words selected in the article. The words of a quote are cut out of it, never typed.

use std::ops::Range;

use card::limits::{
    MAX_ACTORS, MAX_CLAIMS, MAX_NAME, MAX_POINT_CLAIMS, MAX_QUOTES, MAX_REASONS, MAX_STANCES,
    MAX_SUMMARY_POINTS, MAX_TEXT,
};
use card::{Attribution, Label, Quote, Vocabulary};
use draft::{quotations, suggest};
use quote::{WhyNot, one_line};
use serde_json::{Map, Value, json};

use crate::article::Article;
use crate::document::{Edit, Step, get, parse_path};
use crate::references::{List, entries, free_id, place_of, text};

/// What selected words can become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Make {
    /// A claim with this quote as its evidence and its words as its text; with an author where an id is given.
    Claim {
        /// The id of the actor who says it.
        author: Option<String>,
    },
    /// One more quote of an `evidence` list's owner: `claims[0]`, `stances[1]`, `stances[1].reasons[0]`, ...
    Evidence(String),
    /// An actor's stance on a claim: an existing one of the two gets the quote and, where it differs, keeps its label.
    Stance {
        /// The actor's id.
        actor: String,
        /// The claim's id.
        claim: String,
        /// The position.
        label: Label,
    },
    /// A reason of a stance or of a faction: `stances[0]`, `stances[0].parts[1]`. Its text is the selected words.
    Reason(String),
    /// A point of the summary, with the ids of claims that it rests on: those given, and those whose evidence the
    /// selected words overlap.
    Point(Vec<String>),
    /// A person or a group whose name are the selected words. Needs no quote.
    Actor,
}

/// What was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// The edits, for [`Document::change`](crate::document::Document::change).
    pub edits: Vec<Edit>,
    /// The path of the new entry, to show its form.
    pub path: String,
}

/// Why nothing was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CannotMake {
    /// The words cannot be a quote.
    Quote(WhyNot),
    /// The same quote is there already, at this path.
    Doubled(String),
    /// What it should belong to is not there.
    Gone,
    /// The list is full: the most entries it may have.
    Full(usize),
}

/// Makes something of some bytes of the article.
///
/// # Errors
/// Why not.
pub fn make(card: &Value, article: &Article, range: Range<usize>, what: &Make) -> Result<Made, CannotMake> {
    let words = Words { card, article, range };
    match what {
        Make::Claim { author } => words.claim(author.as_deref()),
        Make::Evidence(owner) => words.evidence(owner),
        Make::Stance { actor, claim, label } => words.stance(actor, claim, *label),
        Make::Reason(owner) => words.reason(owner),
        Make::Point(claims) => words.point(claims),
        Make::Actor => words.actor(),
    }
}

/// Selected words, and the card that they go into.
struct Words<'a> {
    card: &'a Value,
    article: &'a Article,
    range: Range<usize>,
}

impl Words<'_> {
    fn claim(&self, author: Option<&str>) -> Result<Made, CannotMake> {
        if author.is_some_and(|author| place_of(self.card, List::Actors, author).is_none()) {
            return Err(CannotMake::Gone);
        }
        let quote = self.quote()?;
        for (at, claim) in entries(self.card, "claims").iter().enumerate() {
            if text(claim, "text") == Some(&quote.exact) {
                self.not_doubled(claim, &format!("claims[{at}]"), &quote)?;
            }
        }
        let at = self.room("claims", MAX_CLAIMS)?;
        let mut claim = Map::new();
        claim.insert("id".into(), free_id(self.card, List::Claims, &quote.exact).into());
        claim.insert("text".into(), quote.exact.as_str().into());
        if let Some(author) = author {
            claim.insert("author".into(), json!([author]));
        }
        let language = text(self.card, "inLanguage");
        let proposal = suggest(&quote.exact, language).claims.into_iter().next();
        if let Some(kind) = proposal.and_then(|proposal| proposal.claim_type) {
            claim.insert("claimType".into(), kind.word().into());
        }
        let attribution =
            if self.is_quoted() { Some(Attribution::Direct) } else { author.map(|_| Attribution::Indirect) };
        if let Some(attribution) = attribution {
            claim.insert("attribution".into(), attribution.word().into());
        }
        claim.insert("evidence".into(), json!([quote]));
        Ok(inserted("claims", at, claim.into()))
    }

    fn evidence(&self, owner: &str) -> Result<Made, CannotMake> {
        let has_evidence = has_evidence(&parse_path(owner));
        let there = get(self.card, owner).filter(|there| there.is_object() && has_evidence);
        self.evidence_of(there.ok_or(CannotMake::Gone)?, owner)
    }

    fn evidence_of(&self, there: &Value, owner: &str) -> Result<Made, CannotMake> {
        let quote = self.quote()?;
        self.not_doubled(there, owner, &quote)?;
        let list = format!("{owner}.evidence");
        let at = self.room(&list, MAX_QUOTES)?;
        Ok(inserted(&list, at, json!(quote)))
    }

    fn stance(&self, actor: &str, claim: &str, label: Label) -> Result<Made, CannotMake> {
        let is_there = |list, id| place_of(self.card, list, id).is_some();
        if !is_there(List::Actors, actor) || !is_there(List::Claims, claim) {
            return Err(CannotMake::Gone);
        }
        let is_theirs =
            |stance: &&Value| text(stance, "actor") == Some(actor) && text(stance, "target") == Some(claim);
        let stances = entries(self.card, "stances");
        if let Some(at) = stances.iter().position(|stance| is_theirs(&stance)) {
            return self.evidence_of(&stances[at], &format!("stances[{at}]"));
        }
        let quote = self.quote()?;
        let at = self.room("stances", MAX_STANCES)?;
        let stance = json!({ "actor": actor, "target": claim, "label": label.word(), "evidence": [quote] });
        Ok(inserted("stances", at, stance))
    }

    fn reason(&self, owner: &str) -> Result<Made, CannotMake> {
        let has_reasons = has_reasons(&parse_path(owner));
        let there = get(self.card, owner).filter(|there| there.is_object() && has_reasons);
        let there = there.ok_or(CannotMake::Gone)?;
        let quote = self.quote()?;
        let list = format!("{owner}.reasons");
        for (at, reason) in entries(there, "reasons").iter().enumerate() {
            if text(reason, "text") == Some(&quote.exact) {
                self.not_doubled(reason, &format!("{list}[{at}]"), &quote)?;
            }
        }
        let at = self.room(&list, MAX_REASONS)?;
        Ok(inserted(&list, at, json!({ "text": quote.exact, "evidence": [quote] })))
    }

    fn point(&self, given: &[String]) -> Result<Made, CannotMake> {
        if given.iter().any(|id| place_of(self.card, List::Claims, id).is_none()) {
            return Err(CannotMake::Gone);
        }
        if given.len() > MAX_POINT_CLAIMS {
            return Err(CannotMake::Full(MAX_POINT_CLAIMS));
        }
        let words = self.words(MAX_TEXT)?;
        for (at, point) in entries(self.card, "abstract").iter().enumerate() {
            if point.as_str().or(text(point, "text")) == Some(&words) {
                return Err(CannotMake::Doubled(format!("abstract[{at}]")));
            }
        }
        let at = self.room("abstract", MAX_SUMMARY_POINTS)?;
        let mut claims: Vec<&str> = Vec::new();
        for id in given.iter().map(String::as_str).chain(self.claims_under()) {
            if !claims.contains(&id) {
                claims.push(id);
            }
        }
        claims.truncate(MAX_POINT_CLAIMS);
        Ok(inserted("abstract", at, json!({ "text": words, "claims": claims })))
    }

    fn actor(&self) -> Result<Made, CannotMake> {
        let words = self.words(MAX_NAME)?;
        let name =
            words.trim_matches(|c: char| c.is_whitespace() || is_mark(c) || matches!(c, ',' | ';' | ':'));
        for (at, actor) in entries(self.card, "actors").iter().enumerate() {
            if text(actor, "name") == Some(name) {
                return Err(CannotMake::Doubled(format!("actors[{at}]")));
            }
        }
        let at = self.room("actors", MAX_ACTORS)?;
        let id = free_id(self.card, List::Actors, name);
        Ok(inserted("actors", at, json!({ "id": id, "name": name })))
    }

    fn quote(&self) -> Result<Quote, CannotMake> {
        self.article.quote(self.range.clone()).map_err(CannotMake::Quote)
    }

    /// The words in one line, where no quote is needed.
    fn words(&self, most: usize) -> Result<String, CannotMake> {
        let passage =
            self.article.text().get(self.range.clone()).ok_or(CannotMake::Quote(WhyNot::OutOfText))?;
        let words = one_line(passage);
        let why = if words.is_empty() {
            WhyNot::Empty
        } else if !words.contains(char::is_alphanumeric) {
            WhyNot::NoWords
        } else if words.chars().count() > most {
            WhyNot::TooLong(words.chars().count())
        } else {
            return Ok(words);
        };
        Err(CannotMake::Quote(why))
    }

    /// The index of a new entry at the end of a list.
    fn room(&self, list: &str, most: usize) -> Result<usize, CannotMake> {
        match get(self.card, list) {
            None | Some(Value::Null) => Ok(0),
            Some(Value::Array(entries)) if entries.len() >= most => Err(CannotMake::Full(most)),
            Some(Value::Array(entries)) => Ok(entries.len()),
            Some(_) => Err(CannotMake::Gone),
        }
    }

    /// Whether a quote is not yet among the evidence of an entry, whatever words are around it there.
    fn not_doubled(&self, owner: &Value, path: &str, quote: &Quote) -> Result<(), CannotMake> {
        let own = self.article.place(quote);
        for (at, other) in entries(owner, "evidence").iter().enumerate() {
            let other = read_quote(other);
            if other.exact == quote.exact && (other == *quote || self.article.place(&other) == own) {
                return Err(CannotMake::Doubled(format!("{path}.evidence[{at}]")));
            }
        }
        Ok(())
    }

    /// The ids of the claims whose quotes the words overlap.
    fn claims_under(&self) -> impl Iterator<Item = &str> {
        let overlaps = |quote: &Value| {
            let place = self.article.place(&read_quote(quote));
            place.is_some_and(|place| place.start < self.range.end && self.range.start < place.end)
        };
        let claims = entries(self.card, "claims").iter();
        let under = claims.filter(move |claim| entries(claim, "evidence").iter().any(overlaps));
        under.filter_map(|claim| text(claim, "id"))
    }

    /// Whether the words lie inside quotation marks of their paragraph.
    fn is_quoted(&self) -> bool {
        let all = self.article.text();
        let passage = &all[self.range.clone()];
        let is_edge = |c: char| c.is_whitespace() || is_mark(c) || matches!(c, '.' | ',' | '!' | '?' | '…');
        let start = self.range.start + passage.len() - passage.trim_start_matches(is_edge).len();
        let end = start + passage.trim_matches(is_edge).len();
        let blocks = self.article.blocks();
        let block = blocks.get(blocks.partition_point(|block| block.range.end <= start));
        block.is_some_and(|block| {
            let parts = quotations(&all[block.range.clone()]);
            let offset = block.range.start;
            parts.iter().any(|part| offset + part.start <= start && end <= offset + part.end)
        })
    }
}

/// A new entry at an index of a list.
fn inserted(list: &str, at: usize, value: Value) -> Made {
    let path = format!("{list}[{at}]");
    Made { edits: vec![Edit::Insert { list: list.to_owned(), at, value }], path }
}

/// Whether a path leads to what has reasons: a stance or a faction.
fn has_reasons(path: &[Step<'_>]) -> bool {
    match path {
        [Step::Field("stances"), Step::Entry(_), rest @ ..] => {
            matches!(rest, [] | [Step::Field("parts"), Step::Entry(_)])
        }
        _ => false,
    }
}

/// Whether a path leads to what has evidence: a claim, what has reasons, or a reason.
fn has_evidence(path: &[Step<'_>]) -> bool {
    match path {
        [Step::Field("claims"), Step::Entry(_)] => true,
        [owner @ .., Step::Field("reasons"), Step::Entry(_)] => has_reasons(owner),
        _ => has_reasons(path),
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '「' | '」')
}

fn read_quote(quote: &Value) -> Quote {
    let field = |name| text(quote, name).map(str::to_owned);
    Quote { exact: field("exact").unwrap_or_default(), prefix: field("prefix"), suffix: field("suffix") }
}
