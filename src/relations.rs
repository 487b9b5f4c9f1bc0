//! What the view looks up in a card again and again, found once a card: who takes a position on which claim, and
//! the text that is searched.

use std::cell::OnceCell;

use crate::card::{Actor, Card, Claim, Filter};
use crate::text::lower_case;

/// The relations between a card's claims, stances and actors, as indexes into its lists.
#[derive(Default)]
pub struct Relations {
    /// For each claim the stances toward it.
    stances_on: Vec<Vec<usize>>,
    /// For each stance the claim that it is about.
    claim_of: Vec<Option<usize>>,
    /// For each stance its actor.
    actor_of: Vec<Option<usize>>,
    /// For each claim the text that is searched, in lower case; made at the first search.
    searched: OnceCell<Vec<String>>,
}

impl Relations {
    /// The relations of a card. A stance toward a claim that the card does not have is left out.
    pub fn new(card: &Card) -> Self {
        let claim = |id: &str| card.claims.iter().position(|claim| claim.id == id);
        let actor = |id: &str| card.actors.iter().position(|actor| actor.id == id);
        let claim_of: Vec<_> = card.stances.iter().map(|stance| claim(&stance.target)).collect();
        let mut stances_on = vec![Vec::new(); card.claims.len()];
        for (stance, claim) in claim_of.iter().enumerate() {
            if let Some(claim) = claim {
                stances_on[*claim].push(stance);
            }
        }
        let actor_of = card.stances.iter().map(|stance| actor(&stance.actor)).collect();
        Self { stances_on, claim_of, actor_of, searched: OnceCell::new() }
    }

    /// The stances toward the claim at an index, in the card's order.
    pub fn stances_on(&self, claim: usize) -> &[usize] {
        self.stances_on.get(claim).map_or(&[], Vec::as_slice)
    }

    /// The claim that the stance at an index is about.
    pub fn claim_of(&self, stance: usize) -> Option<usize> {
        self.claim_of.get(stance).copied().flatten()
    }

    /// Whose the stance at an index is; `None` where the card has no such actor.
    pub fn actor_of<'a>(&self, card: &'a Card, stance: usize) -> Option<&'a Actor> {
        card.actors.get(self.actor_of.get(stance).copied().flatten()?)
    }

    /// The claims that pass a filter, in the card's order: by the actor who makes them or takes a position on
    /// them, by their status, and by the words that all have to occur in the claim, its authors' names or its
    /// quotes, whatever the case.
    pub fn claims(&self, card: &Card, filter: &Filter) -> Vec<usize> {
        let words = lower_case(&filter.query);
        let words: Vec<&str> = words.split_whitespace().collect();
        let by_actor = |at: usize, claim: &Claim| {
            filter.actor.as_ref().is_none_or(|actor| {
                claim.author.contains(actor)
                    || self.stances_on(at).iter().any(|stance| card.stances[*stance].actor == *actor)
            })
        };
        let by_words = |at: usize| {
            words.is_empty() || {
                let text = &self
                    .searched
                    .get_or_init(|| card.claims.iter().map(|c| searched(card, c)).collect())[at];
                words.iter().all(|word| text.contains(word))
            }
        };
        let claims = card.claims.iter().enumerate();
        claims
            .filter(|(at, claim)| {
                (filter.status.is_none() || filter.status == claim.status)
                    && by_actor(*at, claim)
                    && by_words(*at)
            })
            .map(|(at, _)| at)
            .collect()
    }

    /// The stances that pass a filter which leaves these claims, in the card's order: toward one of the claims,
    /// and the chosen actor's.
    pub fn stances(&self, card: &Card, filter: &Filter, claims: &[usize]) -> Vec<usize> {
        let is_left =
            |stance| self.claim_of(stance).is_some_and(|claim| claims.binary_search(&claim).is_ok());
        let is_theirs =
            |stance: usize| filter.actor.as_ref().is_none_or(|actor| card.stances[stance].actor == *actor);
        (0..card.stances.len()).filter(|stance| is_left(*stance) && is_theirs(*stance)).collect()
    }
}

fn searched(card: &Card, claim: &Claim) -> String {
    let mut text = claim.text.clone();
    let names = claim.author.iter().map(|id| card.actor_name(id));
    for part in names.chain(claim.evidence.iter().map(|quote| &*quote.exact)) {
        text.push('\n');
        text.push_str(part);
    }
    lower_case(&text)
}
