//! What each action makes of the state.

use std::rc::Rc;

use super::{Action, Awaiting, Effect, FocusTarget, PAGE_SIZE, Request, Saved, Section, StatusMessage};
use crate::comment::Comment;
use crate::store::{Change, Page, StoreError};
use crate::thread::{Node, Sort};

impl Section {
    /// Lets something happen. Says what has to be done outside of the state.
    pub fn reduce(&mut self, action: Action) -> Vec<Effect> {
        self.apply(action);
        std::mem::take(&mut self.effects)
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::Opened(open) => self.opened(open),
            Action::Requested(request) => self.requested(request),
            Action::Listed(question, answer) => self.listed(question, answer),
            Action::SortBy(sort) => {
                self.sort = sort;
                self.list();
            }
            Action::ShowMore => {
                self.limit = self.page.shown + PAGE_SIZE;
                self.awaiting = Awaiting::More(self.page.shown);
                self.list();
            }
            Action::ShowAll => {
                self.about = None;
                self.focus(FocusTarget::Sort);
                self.list();
            }
            Action::Reply(id) => {
                self.replying = if self.replying.as_ref() == Some(&id) { None } else { Some(id) };
            }
            Action::CancelReply => {
                if let Some(id) = self.replying.take() {
                    self.focus(FocusTarget::ReplyButton(id));
                }
            }
            Action::Edit(id) => self.editing = find(&self.page.threads, &id),
            Action::CancelEdit => {
                if let Some(comment) = self.editing.take() {
                    self.focus(FocusTarget::EditButton(comment.id.clone()));
                }
            }
            Action::Posted(saved) => self.posted(saved),
            Action::Edited(Saved { comment, still_writing }) => {
                let next = still_writing.then(|| Rc::clone(&comment));
                let before = std::mem::replace(&mut self.editing, next);
                self.say(StatusMessage::Saved);
                self.undo = before;
                self.list_and_focus(&comment, !still_writing);
            }
            Action::Delete(id) => self.effects.push(Effect::Delete(id)),
            Action::Deleted(Ok(comment)) => {
                self.say(StatusMessage::Deleted);
                self.undo = Some(comment);
                self.focus(FocusTarget::Undo);
                self.list();
            }
            Action::Undo => self.effects.extend(self.undo.take().map(Effect::Restore)),
            Action::Restored(Ok(comment)) => {
                self.say(StatusMessage::Undone);
                self.list_and_focus(&comment, true);
            }
            Action::Like(id, liked) => self.effects.push(Effect::Like(id, liked)),
            Action::Liked(Ok(_)) => self.list(),
            Action::Deleted(Err(error)) | Action::Restored(Err(error)) | Action::Liked(Err(error)) => {
                self.say(StatusMessage::CannotWrite(error));
                self.list();
            }
            Action::Unfold(id) => match self.unfolded.iter().position(|each| *each == id) {
                Some(at) => drop(self.unfolded.remove(at)),
                None => self.unfolded.push(id),
            },
            Action::Changed(change) => self.changed(&change),
            Action::Export => self.effects.push(Effect::Export),
            Action::Exported(Ok(text)) => self.effects.push(Effect::SaveFile(text)),
            Action::Exported(Err(error)) => self.say(StatusMessage::CannotRead(error)),
            Action::Import(text) => self.effects.push(Effect::Import(text)),
            Action::Imported(result) => {
                self.say(match result {
                    Ok(imported) => StatusMessage::Imported(imported),
                    Err(StoreError::Damaged) => StatusMessage::NoFile,
                    Err(error) => StatusMessage::CannotWrite(error),
                });
                self.list();
            }
            Action::ConfirmDelete(confirming) => {
                self.confirming_delete = confirming;
                self.focus(if confirming {
                    FocusTarget::ConfirmDelete
                } else {
                    FocusTarget::DeleteEverything
                });
            }
            Action::DeleteEverything => {
                self.confirming_delete = false;
                self.focus(FocusTarget::DeleteEverything);
                self.effects.push(Effect::DeleteEverything);
            }
            Action::DeletedEverything(result) => {
                self.say(match result {
                    Ok(_) => StatusMessage::DeletedEverything,
                    Err(error) => StatusMessage::CannotWrite(error),
                });
                (self.replying, self.editing) = (None, None);
                self.form_key += 1;
                self.list();
            }
        }
    }

    fn opened(&mut self, open: bool) {
        self.open = open;
        self.was_open |= open;
        // What could not be read before may be now.
        if open && !self.page.complete && !self.asking {
            self.list();
        }
    }

    fn requested(&mut self, request: Request) {
        (self.open, self.was_open) = (true, true);
        match request {
            Request::ShowComment(id) => {
                self.about = None;
                self.awaiting = Awaiting::Comment { id, focus: true };
                self.list();
            }
            Request::ShowClaim(claim) => {
                self.about = Some(claim);
                self.focus(FocusTarget::ShowAll);
                self.list();
            }
            Request::WriteAbout(claim) => {
                self.effects.push(Effect::WriteAbout(claim));
                self.focus(FocusTarget::NewText);
            }
        }
    }

    fn listed(&mut self, question: u32, answer: Result<Page, StoreError>) {
        if question != self.question {
            return;
        }
        self.asking = false;
        match answer {
            Ok(page) => self.page = page,
            Err(error) => {
                self.awaiting = Awaiting::Nothing;
                return self.say(StatusMessage::CannotRead(error));
            }
        }
        if !self.page.complete || std::mem::take(&mut self.outdated) {
            return self.list();
        }
        match std::mem::take(&mut self.awaiting) {
            Awaiting::Nothing => {}
            Awaiting::More(shown) => {
                let first_new = nth(&self.page.threads, &mut { shown });
                if let Some(id) = first_new.map(|comment| comment.id.clone()) {
                    self.focus(FocusTarget::Comment(id));
                }
            }
            Awaiting::Comment { id, focus } => {
                if focus {
                    self.focus(FocusTarget::Comment(id));
                }
            }
        }
        // What came to be shown stays shown.
        self.limit = self.limit.max(self.page.shown);
        if *self.counts != self.page.counts {
            self.counts = Rc::new(self.page.counts.clone());
            self.effects.push(Effect::TellCounts(Rc::clone(&self.counts)));
        }
    }

    fn posted(&mut self, saved: Saved) {
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
        self.list_and_focus(&comment, !still_writing);
        self.effects.push(Effect::TellPosted(comment));
    }

    fn changed(&mut self, change: &Change) {
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
        } else {
            self.ask(false, true);
        }
    }

    /// Asks for a list with this comment in it, which may get the focus then.
    fn list_and_focus(&mut self, comment: &Comment, focus: bool) {
        self.awaiting = Awaiting::Comment { id: comment.id.clone(), focus };
        self.list();
    }
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
