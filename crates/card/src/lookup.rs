//! Looking things up in a card.

use super::{Actor, Card, Claim};

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

    /// The text by which a claim is found: its own, its authors' names and its quotes, a line each.
    pub fn search_text(&self, claim: &Claim) -> String {
        let names = claim.author.iter().map(|id| self.actor_name(id));
        let quotes = claim.evidence.iter().map(|quote| &*quote.exact);
        let mut text = claim.text.clone();
        for line in names.chain(quotes) {
            text.push('\n');
            text.push_str(line);
        }
        text
    }
}
