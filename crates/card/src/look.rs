//! Looking things up in a card.

use super::{Actor, Card, Claim, Stance};

impl Card {
    /// The claim with an id.
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.id == id)
    }

    /// A claim's place in the card, counted from 1 as the reader sees it.
    pub fn claim_number(&self, id: &str) -> Option<usize> {
        self.claims.iter().position(|claim| claim.id == id).map(|at| at + 1)
    }

    /// The actor with an id.
    pub fn actor(&self, id: &str) -> Option<&Actor> {
        self.actors.iter().find(|actor| actor.id == id)
    }

    /// An actor's name; an id that nobody has is shown as it is.
    pub fn actor_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.actor(id).map_or(id, |actor| &actor.name)
    }

    /// The stances toward a claim.
    pub fn stances_on<'a>(&'a self, claim: &'a str) -> impl Iterator<Item = &'a Stance> {
        self.stances.iter().filter(move |stance| stance.target == claim)
    }

    /// How many of `stances` have each label, in the order of [`Label`].
    pub fn tally<'a>(stances: impl Iterator<Item = &'a Stance>) -> [usize; 4] {
        let mut counts = [0; 4];
        for stance in stances {
            counts[stance.label as usize] += 1;
        }
        counts
    }

    /// Whether every word of `query` occurs in a claim, its author's name or its quotes, whatever the case.
    pub fn matches(&self, claim: &Claim, query: &str) -> bool {
        if query.trim().is_empty() {
            return true;
        }
        let mut text = claim.text.clone();
        for part in
            claim.author.iter().map(|id| self.actor_name(id)).chain(claim.evidence.iter().map(|q| &*q.exact))
        {
            text.push('\n');
            text.push_str(part);
        }
        let text = lower_case(&text);
        lower_case(query).split_whitespace().all(|word| text.contains(word))
    }
}

/// The browser has its own tables for this: ours would be 4 KB more to load.
#[cfg(target_arch = "wasm32")]
fn lower_case(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

#[cfg(not(target_arch = "wasm32"))]
fn lower_case(text: &str) -> String {
    text.to_lowercase()
}
