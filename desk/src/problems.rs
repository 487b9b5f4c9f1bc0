//! What `summary-card check` says of the card: the same code.

use card::source::SourceText;
use card::{Card, Levels, Problem, read_and_check, shape};
use serde_json::Value;

use crate::article::Article;
use crate::document::Edit;

/// What the card is, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// The card with what could be read of it.
    pub card: Card,
    /// Its problems, in the order of the file.
    pub problems: Vec<Problem>,
    /// How many quotes a fix would complete (`summary-card check --fix`).
    pub fixable: usize,
}

/// Checks a card file's text (see `Document::text`) against the article, where there is one.
pub fn check(text: &str, article: Option<&Article>) -> Checked {
    let levels = Levels::default();
    let checked = match article {
        Some(article) => {
            read_and_check(text, &levels, Some((article.index(), &mut article.known.borrow_mut().judged)))
        }
        None => read_and_check(text, &levels, None),
    };
    let fixable = article.map_or(0, |article| incomplete(&checked.card, article).count());
    let problems = checked.problems.into_iter().map(|located| located.problem);
    Checked { problems: problems.collect(), card: checked.card, fixable }
}

/// Fills in the context of every quote that is certain, as `check --fix` does.
pub fn fix(card: &Value, article: &Article) -> Vec<Edit> {
    let text = card.to_string();
    let Ok(source) = SourceText::new(&text) else { return Vec::new() };
    let card = shape::check_shape(&source).card;
    let fields = incomplete(&card, article).flat_map(|(path, fields)| {
        fields.into_iter().map(move |(field, words)| (format!("{path}.{field}"), words))
    });
    fields.map(|(path, words)| Edit::Set { path, to: Some(words.into()) }).collect()
}

/// The quotes whose context can be filled in: the path of each, and the fields that it lacks.
fn incomplete(card: &Card, article: &Article) -> impl Iterator<Item = (String, Vec<(&'static str, String)>)> {
    let quotes = card.quotes().into_iter();
    let fields = quotes.map(|entry| (entry.path(), article.missing_context(entry.quote)));
    fields.filter(|(_, fields)| !fields.is_empty())
}
