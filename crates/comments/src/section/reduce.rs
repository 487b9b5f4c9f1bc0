//! What each action makes of the state.

use std::rc::Rc;

use super::{
    Action, Awaiting, Effect, FocusTarget, PAGE_SIZE, Request, Saved, Section, StatusMessage, StoreCall,
};
use crate::comment::Comment;
use crate::store::{Change, Page, StoreError};
use crate::thread::{Node, Sort};

impl Section {
    /// Lets something happen. Says what has to be done outside of the state.
    pub fn reduce(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Opened(open) => self.opened(open),
            Action::Requested(request) => self.requested(request),
            Action::Listed(question, answer) => self.listed(question, answer),
            Action::SortBy(sort) => {
                self.sort = sort;
                vec![self.list(false)]
            }
            Action::ShowMore => {
                self.limit = self.page.shown + PAGE_SIZE;
                self.awaiting = Awaiting::More(self.page.shown);
                vec![self.list(false)]
            }
            Action::ShowAll => {
                self.about = None;
                vec![self.list(false), focus(FocusTarget::Sort)]
            }
            Action::Reply(id) => {
                self.replying = if self.replying.as_ref() == Some(&id) { None } else { Some(id) };
                Vec::new()
            }
            Action::CancelReply => {
                self.replying.take().map(|id| focus(FocusTarget::ReplyButton(id))).into_iter().collect()
            }
            Action::Edit(id) => {
                self.editing = find(&self.page.threads, &id);
                Vec::new()
            }
            Action::CancelEdit => {
                let edited = self.editing.take();
                edited.map(|comment| focus(FocusTarget::EditButton(comment.id.clone()))).into_iter().collect()
            }
            Action::Posted(saved) => self.posted(saved),
            Action::Edited(Saved { comment, still_writing }) => {
                let next = still_writing.then(|| Rc::clone(&comment));
                let before = std::mem::replace(&mut self.editing, next);
                self.say(StatusMessage::Saved);
                self.undo = before;
                self.awaiting = Awaiting::Comment { id: comment.id.clone(), focus: !still_writing };
                vec![self.list(false)]
            }
            Action::Delete(id) => vec![Effect::Store(StoreCall::Delete(id))],
            Action::Deleted(Ok(comment)) => {
                self.say(StatusMessage::Deleted);
                self.undo = Some(comment);
                vec![focus(FocusTarget::Undo), self.list(false)]
            }
            Action::Undo => self
                .undo
                .take()
                .map(|comment| Effect::Store(StoreCall::Restore(comment)))
                .into_iter()
                .collect(),
            Action::Restored(Ok(comment)) => {
                self.say(StatusMessage::Undone);
                vec![self.list_and_focus(comment.id.clone())]
            }
            Action::Like(id, liked) => vec![Effect::Store(StoreCall::Like(id, liked))],
            Action::Liked(Ok(_)) => vec![self.list(false)],
            Action::Deleted(Err(error)) | Action::Restored(Err(error)) | Action::Liked(Err(error)) => {
                self.say(StatusMessage::CannotWrite(error));
                vec![self.list(false)]
            }
            Action::Unfold(id) => {
                match self.unfolded.iter().position(|each| *each == id) {
                    Some(at) => drop(self.unfolded.remove(at)),
                    None => self.unfolded.push(id),
                }
                Vec::new()
            }
            Action::Changed(change) => self.changed(&change),
            Action::Export => vec![Effect::Store(StoreCall::Export)],
            Action::Exported(Ok(text)) => vec![Effect::SaveFile(text)],
            Action::Exported(Err(error)) => {
                self.say(StatusMessage::CannotRead(error));
                Vec::new()
            }
            Action::Import(text) => vec![Effect::Store(StoreCall::Import(text))],
            Action::Imported(result) => {
                self.say(match result {
                    Ok(imported) => StatusMessage::Imported(imported),
                    Err(StoreError::Damaged) => StatusMessage::NoFile,
                    Err(error) => StatusMessage::CannotWrite(error),
                });
                vec![self.list(false)]
            }
            Action::ConfirmDelete(confirming) => {
                self.confirming_delete = confirming;
                let next =
                    if confirming { FocusTarget::ConfirmDelete } else { FocusTarget::DeleteEverything };
                vec![focus(next)]
            }
            Action::DeleteEverything => {
                self.confirming_delete = false;
                vec![
                    Effect::DiscardDrafts,
                    Effect::Store(StoreCall::DeleteEverything),
                    focus(FocusTarget::DeleteEverything),
                ]
            }
            Action::DeletedEverything(result) => {
                self.say(match result {
                    Ok(_) => StatusMessage::DeletedEverything,
                    Err(error) => StatusMessage::CannotWrite(error),
                });
                (self.replying, self.editing) = (None, None);
                self.form_key += 1;
                vec![self.list(false)]
            }
        }
    }

    fn opened(&mut self, open: bool) -> Vec<Effect> {
        self.open = open;
        self.was_open |= open;
        // What could not be read before may be now.
        let again = open && !self.page.complete && !self.asking;
        if again { vec![self.list(false)] } else { Vec::new() }
    }

    fn requested(&mut self, request: Request) -> Vec<Effect> {
        (self.open, self.was_open) = (true, true);
        match request {
            Request::ShowComment(id) => {
                self.about = None;
                vec![self.list_and_focus(id)]
            }
            Request::ShowClaim(claim) => {
                self.about = Some(claim);
                vec![self.list(false), focus(FocusTarget::ShowAll)]
            }
            Request::WriteAbout(claim) => vec![Effect::WriteAbout(claim), focus(FocusTarget::NewText)],
        }
    }

    fn listed(&mut self, question: u32, answer: Result<Page, StoreError>) -> Vec<Effect> {
        if question != self.question {
            return Vec::new();
        }
        self.asking = false;
        let page = match answer {
            Ok(page) => page,
            Err(error) => {
                self.awaiting = Awaiting::Nothing;
                self.say(StatusMessage::CannotRead(error));
                return Vec::new();
            }
        };
        self.page = page;
        if !self.page.complete || std::mem::take(&mut self.outdated) {
            return vec![self.list(false)];
        }
        let mut effects = Vec::new();
        match std::mem::take(&mut self.awaiting) {
            Awaiting::Nothing | Awaiting::Comment { focus: false, .. } => {}
            Awaiting::More(shown) => {
                let first_new = nth(&self.page.threads, &mut { shown });
                effects.extend(first_new.map(|comment| focus(FocusTarget::Comment(comment.id.clone()))));
            }
            Awaiting::Comment { id, focus: true } => {
                effects.push(Effect::Focus(vec![FocusTarget::Comment(id), FocusTarget::Sort]));
            }
        }
        // What came to be shown stays shown.
        self.limit = self.limit.max(self.page.shown);
        if *self.counts != self.page.counts {
            self.counts = Rc::new(self.page.counts.clone());
            effects.push(Effect::TellCounts(Rc::clone(&self.counts)));
        }
        effects
    }

    fn posted(&mut self, saved: Saved) -> Vec<Effect> {
        let Saved { comment, still_writing } = saved;
        self.say(StatusMessage::Posted);
        // What was just posted must be in sight: on top, or below what it answers.
        if comment.parent_item.is_none() {
            self.sort = Sort::Newest;
            if self.about != comment.about {
                self.about = None;
            }
        } else if !still_writing {
            self.replying = None;
        }
        self.awaiting = Awaiting::Comment { id: comment.id.clone(), focus: !still_writing };
        vec![self.list(false), Effect::TellPosted(comment)]
    }

    fn changed(&mut self, change: &Change) -> Vec<Effect> {
        if matches!(change, Change::New(_)) {
            // What can be undone still can be, and still says what it was.
            if self.undo.is_none() {
                self.status_message = None;
            }
            self.arrived = true;
        }
        // Nobody knows whether the answer that is awaited will have the change in it: then it is asked for again.
        if self.asking {
            self.outdated = true;
            return Vec::new();
        }
        let Effect::Store(StoreCall::List { question, query }) = self.list(false) else { return Vec::new() };
        vec![Effect::Store(StoreCall::ListSoon { question, query })]
    }
}

fn focus(target: FocusTarget) -> Effect {
    Effect::Focus(vec![target])
}

fn find(nodes: &[Node], id: &str) -> Option<Rc<Comment>> {
    nodes.iter().find_map(|node| {
        if node.comment.id == id { Some(Rc::clone(&node.comment)) } else { find(&node.replies, id) }
    })
}

/// The comment at a place in reading order, counted from 0.
fn nth<'a>(nodes: &'a [Node], place: &mut usize) -> Option<&'a Comment> {
    for node in nodes {
        if *place == 0 {
            return Some(&node.comment);
        }
        *place -= 1;
        if let Some(found) = nth(&node.replies, place) {
            return Some(found);
        }
    }
    None
}
