//! What refers to what: ids that are there twice, and references to nothing or in a circle.

use std::collections::HashMap;

use super::Checker;
use crate::limits::MAX_ID;
use crate::problem::shown;
use crate::spelling::nearest;
use crate::{Card, Rule, SampleComment, Stance};

/// How many ids of a list are tried for "did you mean". No list of a good card has more.
const MAX_CANDIDATES: usize = 200;

/// How many times "did you mean" is tried: a card with more references to nothing has no slips of the fingers.
const MAX_SUGGESTIONS: usize = 200;

/// A list whose entries have ids.
#[derive(Clone, Copy)]
pub enum List {
    Actors,
    Claims,
    Comments,
}

impl List {
    /// What one of the entries is called; with an `s` it is the list's field.
    const fn entry(self) -> &'static str {
        match self {
            Self::Actors => "actor",
            Self::Claims => "claim",
            Self::Comments => "comment",
        }
    }
}

/// The ids of one list.
struct Ids<'a> {
    /// In the order of the list.
    all: Vec<&'a str>,
    /// Where each id stands first.
    first: HashMap<&'a str, usize>,
}

impl<'a> Ids<'a> {
    fn new(ids: impl Iterator<Item = &'a str>) -> Self {
        let all: Vec<&str> = ids.collect();
        let mut first = HashMap::new();
        for (at, id) in all.iter().enumerate() {
            first.entry(*id).or_insert(at);
        }
        Self { all, first }
    }
}

/// All that a card refers by.
pub struct References<'a> {
    /// The ids of each [`List`].
    ids: [Ids<'a>; 3],
    /// Where the first stance of an actor toward a claim stands.
    stances: HashMap<(&'a str, &'a str), usize>,
    /// Whether each comment answers itself, straight or by way of others.
    in_circle: Vec<bool>,
    /// How many times "did you mean" is still tried.
    suggestions: usize,
}

impl<'a> References<'a> {
    pub fn new(card: &'a Card) -> Self {
        let actors = Ids::new(card.actors.iter().map(|actor| &*actor.id));
        let claims = Ids::new(card.claims.iter().map(|claim| &*claim.id));
        let comments = Ids::new(card.comments.iter().map(|comment| &*comment.id));
        let mut stances = HashMap::new();
        for (at, stance) in card.stances.iter().enumerate() {
            stances.entry((&*stance.actor, &*stance.target)).or_insert(at);
        }
        let in_circle = in_circle(&card.comments, &comments);
        Self { ids: [actors, claims, comments], stances, in_circle, suggestions: MAX_SUGGESTIONS }
    }
}

impl Checker<'_> {
    /// Reports a reference to nothing, or one longer than any id.
    pub fn reference(&mut self, id: &str, list: List, field: &str) {
        self.length(id, MAX_ID, field);
        let ids = &self.references.ids[list as usize];
        if ids.first.contains_key(id) {
            return;
        }
        let mut help = String::new();
        if self.references.suggestions > 0 {
            if let Some(near) = nearest(id, ids.all.iter().copied().take(MAX_CANDIDATES)) {
                help = format!("did you mean `{near}`?");
            }
            self.references.suggestions -= 1;
        }
        let message = format!("there is no {} with the id `{}`", list.entry(), shown(id));
        self.report(Rule::UnknownId, field, message, help);
    }

    /// Reports every id of a list that stands there before.
    pub fn unique(&mut self, list: List) {
        let ids = &self.references.ids[list as usize];
        let again = ids.all.iter().enumerate().map(|(at, id)| (at, *id, ids.first[id]));
        let again: Vec<(usize, &str, usize)> = again.filter(|(at, _, first)| at != first).collect();
        for (at, id, first) in again {
            let entries = format!("{}s", list.entry());
            let message = format!("the id `{}` is already taken", shown(id));
            let help = format!("by `{entries}[{first}]`");
            self.report(Rule::DuplicateId, &format!("{entries}[{at}].id"), message, help);
        }
    }

    /// Reports a stance of an actor who has one toward the same claim.
    pub fn one_stance_each(&mut self, at: usize, stance: &Stance) {
        let first = self.references.stances[&(&*stance.actor, &*stance.target)];
        if first != at {
            let message =
                format!("`{}` already has a stance toward `{}`", shown(&stance.actor), shown(&stance.target));
            let help = format!(
                "the other one is `stances[{first}]`; where an actor is divided, use `mixed` with `parts`"
            );
            self.report(Rule::DuplicateStance, "", message, help);
        }
    }

    /// Reports a comment that answers itself.
    pub fn no_circle(&mut self, at: usize, comment: &SampleComment, field: &str) {
        if self.references.in_circle[at] {
            let message = format!("the comment `{}` answers itself", shown(&comment.id));
            let help = "a thread begins with a comment without `parentItem`";
            self.report(Rule::CommentCycle, field, message, help);
        }
    }
}

/// Which comments one comes back to by following `parentItem` from them. An id leads to the first comment
/// that has it. Each comment is visited once or twice, however long the threads are.
fn in_circle(comments: &[SampleComment], ids: &Ids<'_>) -> Vec<bool> {
    let parent_of = |at: usize| ids.first.get(comments[at].parent_item.as_deref()?).copied();
    let mut in_circle = vec![false; comments.len()];
    // The start of the walk in which each comment was visited.
    let mut visited: Vec<Option<usize>> = vec![None; comments.len()];
    for start in 0..comments.len() {
        let mut at = Some(start);
        while let Some(here) = at.filter(|here| visited[*here].is_none()) {
            visited[here] = Some(start);
            at = parent_of(here);
        }
        // Where the walk came to a comment that it had visited itself, there is a circle.
        let Some(entry) = at.filter(|here| visited[*here] == Some(start)) else { continue };
        let mut here = entry;
        while !in_circle[here] {
            in_circle[here] = true;
            here = parent_of(here).unwrap_or(entry);
        }
    }
    in_circle
}
