//! What the view looks up in a card again and again, found once a card: who stands where toward which claim, and
//! the text that is searched.

use std::cell::OnceCell;

use crate::card::{Actor, Card, Claim, Filter, Label};
use crate::text::{is_within, lower_case};

/// The columns in which names stand: for a claim, against it, and those of whom no position is stated.
pub const COLUMNS: usize = 3;

/// Who stands in a column: an actor, or one faction of a divided one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// The index of the stance in the card.
    pub stance: usize,
    /// The index of the faction in the stance.
    pub part: Option<usize>,
}

/// What a claim's columns are like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    /// Some are for the claim and some against it.
    Contested,
    /// There are only some for it, or only some against it.
    One,
    /// Nobody has a position.
    None,
}

/// The names toward one claim, column by column.
#[derive(Clone, Default)]
pub struct Columns([Vec<Name>; COLUMNS]);

impl Columns {
    /// The names in a column: 0 for, 1 against, 2 no position stated.
    pub fn names(&self, column: usize) -> &[Name] {
        &self.0[column]
    }

    /// Whether nobody stands anywhere.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Vec::is_empty)
    }

    /// Who speaks.
    pub fn sides(&self) -> Sides {
        match (self.0[0].is_empty(), self.0[1].is_empty()) {
            (false, false) => Sides::Contested,
            (true, true) => Sides::None,
            _ => Sides::One,
        }
    }

    fn put(&mut self, label: Label, name: Name) {
        // A divided actor without factions has no one position.
        let column = match label {
            Label::Favor => 0,
            Label::Against => 1,
            Label::Mixed | Label::None => 2,
        };
        self.0[column].push(name);
    }
}

/// The relations between a card's claims, stances and actors, as indexes into its lists.
#[derive(Default)]
pub struct Relations {
    /// For each claim who stands where.
    columns: Vec<Columns>,
    /// For each stance its actor.
    actor_of: Vec<Option<usize>>,
    voices: usize,
    /// For each claim the text that is searched, in lower case; made at the first search.
    searched: OnceCell<Vec<String>>,
}

impl Relations {
    /// The relations of a card. A stance toward a claim that the card does not have is left out.
    pub fn new(card: &Card) -> Self {
        let mut columns = vec![Columns::default(); card.claims.len()];
        let mut speaks = vec![false; card.actors.len()];
        let mut actor_of = Vec::new();
        for (index, stance) in card.stances.iter().enumerate() {
            let actor = card.actors.iter().position(|actor| actor.id == stance.actor);
            actor_of.push(actor);
            let Some(claim) = card.claims.iter().position(|claim| claim.id == stance.target) else {
                continue;
            };
            if let Some(actor) = actor {
                speaks[actor] = true;
            }
            if stance.parts.is_empty() {
                columns[claim].put(stance.label, Name { stance: index, part: None });
            }
            for (part, faction) in stance.parts.iter().enumerate() {
                columns[claim].put(faction.label, Name { stance: index, part: Some(part) });
            }
        }
        let voices = speaks.into_iter().filter(|speaks| *speaks).count();
        Self { columns, actor_of, voices, searched: OnceCell::new() }
    }

    /// Who stands where toward the claim at an index.
    pub fn columns(&self, claim: usize) -> &Columns {
        &self.columns[claim]
    }

    /// How many claims are contested, or have only one side.
    pub fn count(&self, sides: Sides) -> usize {
        self.columns.iter().filter(|columns| columns.sides() == sides).count()
    }

    /// How many actors take a position, or are said to take none.
    pub fn voices(&self) -> usize {
        self.voices
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
                let names = self.columns[at].0.iter().flatten();
                claim.author.contains(actor)
                    || names.into_iter().any(|name| card.stances[name.stance].actor == *actor)
            })
        };
        let by_words = |at: usize| {
            words.is_empty() || {
                let all = self
                    .searched
                    .get_or_init(|| card.claims.iter().map(|c| lower_case(&card.search_text(c))).collect());
                words.iter().all(|word| is_within(word, &all[at]))
            }
        };
        let claims = card.claims.iter().enumerate();
        claims
            .filter(|(_, claim)| filter.status.is_none() || filter.status == claim.status)
            .filter(|(at, claim)| by_actor(*at, claim) && by_words(*at))
            .map(|(at, _)| at)
            .collect()
    }
}
