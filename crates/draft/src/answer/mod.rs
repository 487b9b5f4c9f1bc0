//! A model's answer as a card: only what the article proves gets in, and all else is named.
//!
//! Every quote is cut out of the article by the program. What a model writes itself, the texts of claims, reasons and
//! points, is held to those quotes by the rules of `summary-card check`; names and descriptions have to be in the
//! article. An entry that does not hold is left out, and so is what refers to it.

mod find;
mod people;
mod positions;
mod read;
mod statements;

use card::source::SourceText;
use card::{Card, Level, LocatedProblem};
use quote::Index;
use serde_json::Value;

pub use self::find::MAX_ANSWER_BYTES;
use self::read::Reader;
use super::sentences::sentences;
use super::slug::slug;

/// What became of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The card, with what holds; `None` where there was nothing to read.
    pub card: Option<Card>,
    /// What is wrong with the answer, each with its place in it. With [`Level::Deny`] something was left out because
    /// of it.
    pub problems: Vec<LocatedProblem>,
}

impl Answer {
    /// Whether all of the answer is in the card.
    pub fn is_whole(&self) -> bool {
        self.problems.iter().all(|located| located.problem.level != Level::Deny)
    }
}

/// Makes a card of a model's answer to [`prompt`](super::prompt()), about the same article. The answer may have other
/// text around its JSON. `language` is the article's, as a BCP 47 tag.
pub fn answer(text: &str, article: &Index, language: Option<&str>) -> Answer {
    let (value, range) = match find::find(text) {
        Ok(found) => found,
        Err(problem) => return Answer { card: None, problems: vec![problem] },
    };
    let mut reader = Reader { article, sentences: sentences(article.text()), problems: Vec::new() };
    let card = read(&value, &mut reader, language);
    let source = SourceText::new(&text[range.clone()]).ok();
    let problems = reader.problems.into_iter().map(|problem| {
        let place = source.as_ref().map(|source| source.range_of(&problem.path));
        let place = place.map(|place| place.start + range.start..place.end + range.start);
        LocatedProblem { problem, range: place }
    });
    let mut problems: Vec<LocatedProblem> = problems.collect();
    problems.sort_by_key(|located| located.range.as_ref().map_or(0, |range| range.start));
    Answer { card: Some(card), problems }
}

fn read(value: &Value, reader: &mut Reader<'_>, language: Option<&str>) -> Card {
    reader.only(value, "", &["headline", "abstract", "actors", "claims", "stances"]);
    let headline = statements::headline(value, reader);
    let id = Some(slug(&headline)).filter(|id| !id.is_empty());
    let mut card = Card {
        version: card::limits::VERSION,
        id: id.unwrap_or_else(|| String::from("card")),
        headline,
        in_language: language.map(str::to_owned),
        ..Card::default()
    };
    card.actors = people::actors(value, reader);
    card.claims = statements::claims(value, reader, &card);
    card.stances = positions::stances(value, reader, &card);
    card.summary = statements::points(value, reader, &card);
    card
}
