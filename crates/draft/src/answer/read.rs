//! Fields of the answer, each taken only where it is what it has to be.

use card::limits::MAX_QUOTES;
use card::{Level, Problem, Quote, Rule, Vocabulary, nearest_name};
use quote::{Index, WhyNot};
use serde_json::Value;

use std::ops::Range;

/// Reads values and notes what is wrong with them.
pub struct Reader<'a> {
    /// The article that everything is held to.
    pub article: &'a Index,
    /// Its sentences.
    pub sentences: Vec<Range<usize>>,
    /// What is wrong, with paths into the answer.
    pub problems: Vec<Problem>,
}

impl Reader<'_> {
    /// Notes a problem because of which something is left out, whatever its rule's own level.
    pub fn report(&mut self, rule: Rule, path: &str, message: impl Into<String>, help: impl Into<String>) {
        let problem = Problem { level: Level::Deny, ..Problem::new(rule, path, message, help) };
        self.problems.push(problem);
    }

    /// The entries of a list, at most so many; none where the field is missing.
    pub fn list<'v>(&mut self, object: &'v Value, name: &str, path: &str, most: usize) -> &'v [Value] {
        let path = join(path, name);
        match object.get(name) {
            None | Some(Value::Null) => &[],
            Some(Value::Array(items)) if items.len() <= most => items,
            Some(Value::Array(items)) => {
                let message = format!("there are {} entries; the first {most} are read", items.len());
                self.report(Rule::TooMany, &path, message, "");
                &items[..most]
            }
            Some(_) => {
                self.report(Rule::WrongShape, &path, "expected a list", "");
                &[]
            }
        }
    }

    /// A text without white space at its ends; `None`, and a problem, where it is missing, empty or too long.
    pub fn text(&mut self, object: &Value, name: &str, path: &str, most: usize) -> Option<String> {
        let path = join(path, name);
        match object.get(name).map(|value| value.as_str().map(str::trim)) {
            Some(Some("")) => self.report(Rule::Empty, &path, "the text is empty", ""),
            Some(Some(text)) if text.chars().count() <= most => return Some(text.to_owned()),
            Some(Some(_)) => {
                self.report(Rule::TooLong, &path, format!("the text has more than {most} characters"), "");
            }
            Some(None) => self.report(Rule::WrongShape, &path, "expected a text", ""),
            None => self.report(Rule::WrongShape, &path, format!("the field `{name}` is missing"), ""),
        }
        None
    }

    /// A word of a vocabulary; `None` where it is missing, or no such word, which is a problem.
    pub fn word<T: Vocabulary>(&mut self, object: &Value, name: &str, path: &str) -> Option<T> {
        let value = object.get(name).filter(|value| !value.is_null())?;
        let word = value.as_str().unwrap_or_default();
        let found = T::from_word(word);
        if found.is_none() {
            let words = || T::WORDS.iter().map(|(word, _)| *word);
            let help = match nearest_name(word, words()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("it can be {}", words().collect::<Vec<_>>().join(", ")),
            };
            self.report(Rule::WrongShape, &join(path, name), "this is none of the format's words", help);
        }
        found
    }

    /// The sentences that a list of numbers points at, as quotes that are proven to be at their place.
    pub fn evidence(&mut self, object: &Value, path: &str) -> Vec<Quote> {
        let items = self.list(object, "evidence", path, MAX_QUOTES);
        let mut quotes: Vec<Quote> = Vec::new();
        for (at, item) in items.iter().enumerate() {
            let path = format!("{}[{at}]", join(path, "evidence"));
            let Some(range) = self.sentence(item, &path) else { continue };
            match Quote::cut(self.article, range) {
                Ok(quote) if quotes.contains(&quote) => {}
                Ok(quote) => quotes.push(quote),
                Err(why) => {
                    let rule =
                        if let WhyNot::Places(_) = why { Rule::AmbiguousQuote } else { Rule::QuoteNotFound };
                    self.report(rule, &path, format!("the sentence cannot be quoted: {why}"), "");
                }
            }
        }
        quotes
    }

    /// The sentence that a number points at.
    pub fn sentence(&mut self, number: &Value, path: &str) -> Option<Range<usize>> {
        let count = self.sentences.len();
        let Some(at) = number.as_u64() else {
            self.report(Rule::WrongShape, path, "expected the number of a sentence", "");
            return None;
        };
        let found = usize::try_from(at).ok().and_then(|at| self.sentences.get(at.checked_sub(1)?)).cloned();
        if found.is_none() {
            let help = format!("the article has the sentences 1 to {count}");
            self.report(Rule::UnknownId, path, format!("there is no sentence {at}"), help);
        }
        found
    }

    /// Notes each field that the answer's schema does not have: it is left out.
    pub fn only(&mut self, object: &Value, path: &str, known: &[&str]) {
        let names = object.as_object().into_iter().flatten().map(|(name, _)| name);
        for name in names.filter(|name| !known.contains(&name.as_str())).take(20) {
            let shown: String = name.chars().filter(|c| !c.is_control()).take(60).collect();
            let help =
                nearest_name(name, known.iter().copied()).map(|near| format!("did you mean `{near}`?"));
            let message = format!("the field `{shown}` is not asked for");
            self.problems.push(Problem::new(Rule::UnknownField, path, message, help.unwrap_or_default()));
        }
    }
}

/// The path to a field.
pub fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}
