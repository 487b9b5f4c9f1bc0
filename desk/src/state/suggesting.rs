//! What the article suggests, without a model; taken one by one.

use std::rc::Rc;

use card::Vocabulary;
use serde_json::{Map, Value, json};

use super::{Effect, Notice, State};
use crate::document::Edit;
use crate::make::{Make, make};
use crate::references::{List, entries, free_id};

impl State {
    pub(super) fn suggest(&mut self, is_on: bool) -> Vec<Effect> {
        let article = self.article.as_ref().filter(|_| is_on);
        let language = self.language();
        self.suggestions =
            article.map(|article| Rc::new(draft::suggest(article.text(), language.as_deref())));
        self.done_claims.clear();
        self.done_actors.clear();
        Vec::new()
    }

    /// The proposed claims that are still open, by their index.
    pub fn open_claims(&self) -> Vec<usize> {
        let count = self.suggestions.as_ref().map_or(0, |all| all.claims.len());
        (0..count).filter(|at| !self.done_claims.contains(at)).collect()
    }

    /// The proposed actors that are still open and not in the card already, by their index.
    pub fn open_actors(&self) -> Vec<usize> {
        let Some(all) = &self.suggestions else { return Vec::new() };
        let is_open =
            |at: &usize| !self.done_actors.contains(at) && self.actor_named(&all.actors[*at].name).is_none();
        (0..all.actors.len()).filter(is_open).collect()
    }

    pub(super) fn accept_claim(&mut self, at: usize) -> Vec<Effect> {
        let (Some(all), Some(article)) = (self.suggestions.clone(), self.article.clone()) else {
            return Vec::new();
        };
        let Some(proposal) = all.claims.get(at) else { return Vec::new() };
        let card = self.document.value().clone();
        let made = match make(&card, &article, proposal.range.clone(), &Make::Claim { author: None }) {
            Ok(made) => made,
            Err(why) => {
                self.tell(Notice::CannotMake(why));
                return Vec::new();
            }
        };
        let mut edits = made.edits;
        let mut set = |field: &str, to: Value| {
            edits.push(Edit::Set { path: format!("{}.{field}", made.path), to: Some(to) });
        };
        if let Some(kind) = proposal.claim_type {
            set("claimType", kind.word().into());
        }
        if let Some(attribution) = proposal.attribution {
            set("attribution", attribution.word().into());
        }
        if let Some(speaker) = proposal.speaker.and_then(|speaker| all.actors.get(speaker)) {
            let (id, new) = self.actor_of(speaker);
            set("author", json!([id]));
            edits.extend(new);
        }
        drop(card);
        let is_new = self.document.change(edits);
        self.done_claims.push(at);
        self.tell(Notice::Made(made.path));
        self.taken(is_new)
    }

    pub(super) fn accept_actor(&mut self, at: usize) -> Vec<Effect> {
        let Some(all) = self.suggestions.clone() else { return Vec::new() };
        let Some(actor) = all.actors.get(at) else { return Vec::new() };
        let (_, edits) = self.actor_of(actor);
        let count = self.actors().len();
        let is_new = self.document.change(edits.into_iter().collect());
        self.done_actors.push(at);
        if is_new {
            self.tell(Notice::Made(format!("actors[{count}]")));
        }
        self.taken(is_new)
    }

    pub(super) fn dismiss_claim(&mut self, at: usize) -> Vec<Effect> {
        self.done_claims.push(at);
        vec![Effect::FocusProposal]
    }

    pub(super) fn dismiss_actor(&mut self, at: usize) -> Vec<Effect> {
        self.done_actors.push(at);
        vec![Effect::FocusProposal]
    }

    /// A proposal is gone from the list: the focus goes to the next one.
    fn taken(&mut self, is_new: bool) -> Vec<Effect> {
        let mut effects = self.changed(is_new);
        effects.push(Effect::FocusProposal);
        effects
    }

    fn actors(&self) -> &[Value] {
        entries(self.document.value(), "actors")
    }

    /// The id of the actor of a name.
    fn actor_named(&self, name: &str) -> Option<String> {
        let actor =
            self.actors().iter().find(|actor| actor.get("name").and_then(Value::as_str) == Some(name))?;
        Some(actor.get("id")?.as_str()?.to_owned())
    }

    /// The id of a proposed actor in the card, and the edit that puts it there where it is not yet.
    fn actor_of(&self, actor: &draft::Actor) -> (String, Option<Edit>) {
        if let Some(id) = self.actor_named(&actor.name) {
            return (id, None);
        }
        let id = free_id(self.document.value(), List::Actors, &actor.name);
        let mut entry = Map::new();
        entry.insert("id".into(), id.clone().into());
        entry.insert("name".into(), actor.name.clone().into());
        entry.insert("type".into(), actor.kind.word().into());
        entry.insert("anonymity".into(), actor.anonymity.word().into());
        if let Some(description) = &actor.description {
            entry.insert("description".into(), description.clone().into());
        }
        let edit = Edit::Insert { list: "actors".into(), at: self.actors().len(), value: entry.into() };
        (id, Some(edit))
    }
}
