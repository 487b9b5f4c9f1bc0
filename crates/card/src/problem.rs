//! One problem in a card file, where it is, and how heavily it weighs.

use std::ops::Range;

use super::Rule;

/// How heavily a problem weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Not reported.
    Allow,
    /// Reported; the card is still good to publish.
    Warn,
    /// Reported; the card is not good to publish.
    Deny,
}

impl Level {
    /// The word shown before a problem: `error` or `warning`, and `allowed` for what is not shown.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Allow => "allowed",
            Self::Warn => "warning",
            Self::Deny => "error",
        }
    }
}

/// The level of each rule: its own, unless another was set.
#[derive(Clone, Debug, Default)]
pub struct Levels {
    set: Vec<(Rule, Level)>,
}

impl Levels {
    /// Sets the level of a rule. The level of a rule that is part of the format stays as it is.
    pub fn set(&mut self, rule: Rule, level: Level) {
        if rule.is_settable() {
            self.set.push((rule, level));
        }
    }

    /// The level of a rule: the one that was set last.
    pub fn of(&self, rule: Rule) -> Level {
        let set = self.set.iter().rev().find(|(each, _)| *each == rule);
        set.map_or(rule.level(), |(_, level)| *level)
    }
}

/// A problem with the part of the text to point at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocatedProblem {
    /// The problem.
    pub problem: Problem,
    /// The bytes of the text, at most to the end of a line; `None` for the file as a whole.
    pub range: Option<Range<usize>>,
}

/// One problem in a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where in the card, as `claims[3].evidence[0].exact`; empty for the card as a whole.
    pub path: String,
    /// The rule that was broken.
    pub rule: Rule,
    /// How heavily it weighs: the rule's own level, unless a caller sets another.
    pub level: Level,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What to do about it; empty where the message says it all. May have several lines.
    pub help: String,
}

impl Problem {
    /// A problem at its rule's own level.
    pub fn new(
        rule: Rule,
        path: impl Into<String>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self { path: path.into(), rule, level: rule.level(), message: message.into(), help: help.into() }
    }
}

/// A value as it may stand in a message: short, and without control characters.
pub fn shown(text: &str) -> String {
    let mut shown: String = text.chars().take(60).flat_map(char::escape_debug).collect();
    if text.chars().nth(60).is_some() {
        shown.push('…');
    }
    shown.replace("\\'", "'").replace("\\\"", "\"")
}
