//! The checks of single values: a text, a list, an id, an address, a date.

use super::Checker;
use crate::formats::is_id;
use crate::limits::{MAX_ID, MAX_URL};
use crate::problem::shown;
use crate::{Problem, Rule, Time, WebUrl};

impl Checker<'_> {
    pub fn id(&mut self, id: &str, field: &str) {
        if !is_id(id) {
            let help = format!("use 1 to {MAX_ID} of the letters a–z and A–Z, digits, `-` and `_`");
            self.report(Rule::BadId, field, format!("`{}` cannot be an id", shown(id)), help);
        }
    }

    pub fn url(&mut self, url: Option<&String>, field: &str) {
        let Some(url) = url else { return };
        if url.chars().count() > MAX_URL {
            self.length(url, MAX_URL, field);
        } else if url.chars().count() <= MAX_URL && WebUrl::parse(url).is_none() {
            let message = format!("`{}` is not an absolute http or https address", shown(url));
            self.report(
                Rule::BadUrl,
                field,
                message,
                "write the whole address, as `https://news.example/story`",
            );
        }
    }

    pub fn date(&mut self, date: Option<&String>, field: &str) {
        if let Some(date) = date.filter(|date| Time::parse(date).is_none()) {
            let message = format!("`{}` is not an ISO 8601 date", shown(date));
            self.report(Rule::BadDate, field, message, "write `2025-08-14` or `2025-08-14T09:30:00Z`");
        }
    }

    pub fn text(&mut self, text: &str, max: usize, field: &str) {
        if text.trim().is_empty() {
            self.report(Rule::Empty, field, "the text is blank", "");
        }
        self.length(text, max, field);
    }

    pub fn length(&mut self, text: &str, max: usize, field: &str) {
        // Bytes are never fewer than characters, so that most texts need no counting.
        if text.len() > max && text.chars().count() > max {
            let message =
                format!("the text has {} characters; at most {max} are allowed", text.chars().count());
            self.report(Rule::TooLong, field, message, "");
        }
    }

    pub fn count(&mut self, count: usize, max: usize, field: &str) {
        if count > max {
            let message = format!("the list has {count} entries; at most {max} are allowed");
            self.report(Rule::TooMany, field, message, "");
        }
    }

    /// Reports a problem of a field of the object that is looked at.
    pub fn report(&mut self, rule: Rule, field: &str, message: impl Into<String>, help: impl Into<String>) {
        self.problems.push(Problem::new(rule, self.path.to(field), message, help));
    }
}
