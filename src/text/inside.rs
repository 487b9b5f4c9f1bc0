//! The words of what is inside of a card that is closed at first.

use super::{Locale, Plural, en, es};
use crate::card::{Attribution, ClaimType, Status};

/// Every word of the interface that is seen once something in the card was opened or asked for, but for the comments.
#[derive(Debug)]
#[allow(missing_docs, reason = "each field is named after the words it holds, in the English table")]
pub struct InsideStrings {
    pub claim_with_text: &'static str,
    pub said_on: &'static str,
    pub no_evidence: &'static str,
    pub sources: &'static str,
    pub review_by: &'static str,
    pub stances_caption: &'static str,
    pub stances_caption_static: &'static str,
    pub columns: [&'static str; 4],
    pub positions_on_acts: [&'static str; 3],
    pub positions_on_statements: [&'static str; 3],
    pub part_of: &'static str,
    pub all_from: &'static str,
    pub actor: &'static str,
    pub close: &'static str,
    pub unnamed_note: &'static str,
    pub collective_note: &'static str,
    pub in_article: &'static str,
    pub nearly: &'static str,
    pub nearly_note: &'static str,
    pub orphan: &'static str,
    pub looking: &'static str,
    pub unread: &'static str,
    pub elsewhere: &'static str,
    pub show: [&'static str; 2],
    pub show_elsewhere: &'static str,
    pub open_claim: &'static str,
    pub share_claim: &'static str,
    pub back: &'static str,
    pub passage: &'static str,
    pub filter: &'static str,
    pub everyone: &'static str,
    pub any_status: &'static str,
    pub status: &'static str,
    pub search: &'static str,
    pub showing: &'static str,
    pub show_all: &'static str,
    pub copy_claim_link: &'static str,
    pub cite: &'static str,
    pub copied: &'static str,
    pub copy_failed: &'static str,
    pub comment_on: &'static str,
    pub comments_on: Plural,
    pub status_notes: [&'static str; 4],
    pub claim_types: [&'static str; 8],
    pub attributions: [&'static str; 2],
}

impl InsideStrings {
    /// The words in the locale's language, else in English.
    pub fn of(locale: &Locale) -> &'static Self {
        if locale.words_tag() == "es" { &es::INSIDE } else { &en::INSIDE }
    }
    /// What the word for what the article shows for a claim means, in a sentence.
    pub fn status_note(&self, status: Status) -> &'static str {
        self.status_notes[status as usize]
    }
    /// What kind of statement a claim is, as the beginning of a sentence; a claim of no given kind is a statement.
    pub fn claim_type(&self, kind: Option<ClaimType>) -> &'static str {
        self.claim_types[kind.unwrap_or(ClaimType::Other) as usize]
    }
    /// Whose words a claim is in, as the rest of that sentence.
    pub fn attribution(&self, attribution: Attribution) -> &'static str {
        self.attributions[attribution as usize]
    }
    /// What an actor does toward a claim who stands in one of the columns for, against and no position stated: one
    /// supports or opposes what is done or proposed, and agrees with or disputes what is asserted.
    pub fn position(&self, kind: Option<ClaimType>, column: usize) -> &'static str {
        let is_act = matches!(kind, Some(ClaimType::Event | ClaimType::Rule | ClaimType::Position));
        if is_act { self.positions_on_acts[column] } else { self.positions_on_statements[column] }
    }
}
