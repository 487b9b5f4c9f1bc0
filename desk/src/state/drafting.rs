//! A model's answer, a card file, a kept card: what comes in as a whole.

use std::rc::Rc;

use card::{Level, Rule};
use serde_json::Value;

use super::{Dialog, Effect, Notice, State, Tab};
use crate::article::{Article, SavedBlock};
use crate::document::{Document, Edit};
use crate::problems::check;

/// The fields that a draft has; all others of the card stay as they are.
const DRAFTED: [&str; 5] = ["headline", "abstract", "actors", "claims", "stances"];

/// Problems that a file's text has and its value has not: the desk cannot show them later.
const OF_THE_TEXT: [Rule; 2] = [Rule::DuplicateKey, Rule::TooLarge];

impl State {
    pub(super) fn answer(&mut self, text: &str) -> Vec<Effect> {
        let Some(article) = &self.article else { return Vec::new() };
        let language = self.language();
        self.answer = Some(Rc::new(draft::answer(text, article.index(), language.as_deref())));
        Vec::new()
    }

    pub(super) fn use_answer(&mut self) -> Vec<Effect> {
        let card = self.answer.as_ref().and_then(|answer| answer.card.as_ref());
        let Some(Ok(drafted)) = card.map(serde_json::to_value) else { return Vec::new() };
        let is_blank = |field: &str| {
            let own = self.document.value().get(field);
            own.and_then(Value::as_str).is_none_or(str::is_empty)
        };
        let mut edits: Vec<Edit> = Vec::new();
        for field in DRAFTED {
            // A headline that the editor has written is better than none.
            let to = drafted.get(field).cloned();
            let has_words = to.as_ref().and_then(Value::as_str).is_none_or(|words| !words.is_empty());
            if has_words || is_blank(field) {
                edits.push(Edit::Set { path: field.to_owned(), to });
            }
        }
        for field in ["id", "inLanguage"] {
            let is_free = is_blank(field) || field == "id" && self.is_untouched();
            if let Some(to) = drafted.get(field).filter(|_| is_free) {
                edits.push(Edit::Set { path: field.to_owned(), to: Some(to.clone()) });
            }
        }
        let is_new = self.document.change(edits);
        self.dialog = None;
        self.answer = None;
        self.open = None;
        self.tab = Tab::Card;
        self.tell(Notice::DraftUsed);
        let effects = self.changed(is_new);
        self.check();
        effects
    }

    /// Whether nothing has been written in the card yet.
    pub fn is_untouched(&self) -> bool {
        let card = self.document.value();
        let is_blank = |field: &str| match card.get(field) {
            Some(Value::String(text)) => text.is_empty(),
            Some(Value::Array(list)) => list.is_empty(),
            Some(_) => false,
            None => true,
        };
        DRAFTED.into_iter().all(is_blank)
    }

    pub(super) fn import(&mut self, text: &str) -> Vec<Effect> {
        let text = text.strip_prefix(card::BYTE_ORDER_MARK).unwrap_or(text);
        let problems = check(text, None).problems;
        // In another version of the format the same names may mean other things.
        let is_other = problems.iter().any(|problem| problem.rule == Rule::WrongVersion);
        let value = match serde_json::from_str::<Value>(text) {
            Ok(value) if value.is_object() && !is_other => value,
            // A file that is no card leaves the desk as it is.
            _ => {
                self.dialog = Some(Dialog::NotACard(problems));
                return Vec::new();
            }
        };
        let effects = self.take(Document::of(value));
        let lost: Vec<_> =
            problems.into_iter().filter(|problem| OF_THE_TEXT.contains(&problem.rule)).collect();
        if !lost.is_empty() {
            self.dialog = Some(Dialog::FileProblems(lost));
        }
        if self.checked.problems.iter().any(|problem| problem.level == Level::Deny) {
            self.tab = Tab::Problems;
        }
        effects
    }

    pub(super) fn begin(&mut self, language: &str) -> Vec<Effect> {
        self.take(Document::empty(language))
    }

    /// A card from outside: in the place of one in which nothing is written yet, else as one of its own, without the
    /// article of the one before.
    fn take(&mut self, document: Document) -> Vec<Effect> {
        if self.is_untouched() {
            return self.put(document);
        }
        self.article = None;
        self.previous_article = None;
        self.new_article();
        let mut effects = vec![Effect::NewCard];
        effects.extend(self.put(document));
        effects
    }

    pub(super) fn load(&mut self, value: Value, article: Option<Vec<SavedBlock>>) -> Vec<Effect> {
        let article = article.and_then(|blocks| Article::of_blocks(blocks).ok());
        self.article = article.map(Rc::new);
        self.previous_article = None;
        self.new_article();
        self.put(Document::of(value));
        // It is kept as it is.
        Vec::new()
    }

    /// Another card lies on the desk, without the history of the one before.
    fn put(&mut self, document: Document) -> Vec<Effect> {
        self.document = document;
        self.open = None;
        self.no_rename = None;
        self.dialog = None;
        self.pointed.clear();
        self.check();
        self.tell(Notice::Opened);
        vec![Effect::CardChanged]
    }
}
