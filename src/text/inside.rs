//! The words of what is inside of a card that is closed at first.

use super::{Locale, Plural, en};
use crate::card::{Attribution, ClaimType, Status};

words! {
    /// Every word of the interface that is seen once something in the card was opened or asked for, but for the comments.
    InsideStrings {
        claim_with_text: &'static str,
        said_on: &'static str,
        no_evidence: &'static str,
        sources: &'static str,
        review_by: &'static str,
        stances_caption: &'static str,
        stances_caption_static: &'static str,
        columns: [&'static str; 4],
        positions_on_acts: [&'static str; 3],
        positions_on_statements: [&'static str; 3],
        part_of: &'static str,
        all_from: &'static str,
        actor: &'static str,
        close: &'static str,
        unnamed_note: &'static str,
        collective_note: &'static str,
        in_article: &'static str,
        nearly: &'static str,
        nearly_note: &'static str,
        orphan: &'static str,
        looking: &'static str,
        unread: &'static str,
        elsewhere: &'static str,
        show: [&'static str; 2],
        show_elsewhere: &'static str,
        open_claim: &'static str,
        share_claim: &'static str,
        back: &'static str,
        passage: &'static str,
        filter: &'static str,
        everyone: &'static str,
        any_status: &'static str,
        status: &'static str,
        search: &'static str,
        showing: &'static str,
        show_all: &'static str,
        copy_claim_link: &'static str,
        cite: &'static str,
        copied: &'static str,
        copy_failed: &'static str,
        comment_on: &'static str,
        comments_on: Plural,
        status_notes: [&'static str; 4],
        claim_types: [&'static str; 8],
        attributions: [&'static str; 3],
    }
}

impl InsideStrings {
    /// The words in the locale's language, else in English.
    pub fn of(locale: &Locale) -> &'static Self {
        locale.language.map_or(&en::INSIDE, |language| language.inside.get(Self::read))
    }
    /// What the word for what the article shows for a claim means, in a sentence.
    pub fn status_note(&self, status: Status) -> &'static str {
        self.status_notes[status as usize]
    }
    /// What kind of statement a claim is, as the beginning of a sentence; a claim of no given kind is a statement.
    pub fn claim_type(&self, kind: Option<ClaimType>) -> &'static str {
        self.claim_types[kind.unwrap_or(ClaimType::Other) as usize]
    }
    /// The rest of that sentence: whose words a claim is in, where that is known, and its end.
    pub fn attribution(&self, attribution: Option<Attribution>) -> &'static str {
        self.attributions[attribution.map_or(2, |attribution| attribution as usize)]
    }
    /// What an actor does toward a claim who stands in one of the columns for, against and no position stated: one
    /// supports or opposes what is done or proposed, and agrees with or disputes what is asserted.
    pub fn position(&self, kind: Option<ClaimType>, column: usize) -> &'static str {
        let is_act = matches!(kind, Some(ClaimType::Event | ClaimType::Rule | ClaimType::Position));
        if is_act { self.positions_on_acts[column] } else { self.positions_on_statements[column] }
    }
}
