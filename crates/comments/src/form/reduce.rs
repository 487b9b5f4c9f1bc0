//! All that can happen to a form, and what it makes of the state.

use std::rc::Rc;

use super::check::{Field, Form};
use super::effect::FormEffect;
use super::{FormFailure, FormState};
use crate::comment::{Comment, NewComment};
use crate::draft::{DraftChange, DraftTarget, SavedAuthor};
use crate::section::Saved;
use crate::store::StoreError;
use card::Position;

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum FormAction {
    /// The reader is in the text.
    Entered,
    /// A field has another text.
    Typed(Field, String),
    /// The box about the name, email and website was ticked, or unticked.
    Remember(bool),
    /// Another position toward the claim was chosen.
    Position(Position),
    /// The comment is to be about the claim with this id.
    WriteAbout(String),
    /// It is to be about no claim.
    NotAbout,
    /// The preview is shown, or put away.
    Preview,
    /// The reader has paused.
    KeepDraft,
    /// The page is being left.
    Leaving,
    /// The form is closing.
    Closing,
    /// The draft was kept, or could not be.
    DraftKept(bool),
    /// Somebody else changed the draft that is kept.
    DraftChanged(DraftChange),
    /// The comment is to be posted, or the change stored.
    Submit,
    /// The page accepts this comment.
    Accepted(Box<NewComment>),
    /// The page does not accept it.
    Declined,
    /// What the store made of it.
    Answered(Result<Rc<Comment>, StoreError>),
    /// The text is wanted on the clipboard.
    Copy,
    /// Whether it is there.
    Copied(bool),
    /// The form is given up.
    Cancel,
}

impl FormState {
    /// Lets something happen. Says what has to be done outside of the state.
    pub fn reduce(&mut self, action: FormAction) -> Vec<FormEffect> {
        let mut effects = Vec::new();
        self.apply(action, &mut effects);
        effects
    }

    fn apply(&mut self, action: FormAction, effects: &mut Vec<FormEffect>) {
        match action {
            FormAction::Entered => self.entered = true,
            FormAction::Typed(field, text) => self.typed(field, text, effects),
            FormAction::Remember(remember) => {
                self.remember = remember;
                if !remember {
                    // Unticked means gone, at once.
                    effects.push(FormEffect::KeepAuthor(None));
                }
            }
            FormAction::Position(position) => {
                self.form.position = Some(position);
                self.keep_later(effects);
            }
            FormAction::WriteAbout(claim) => (self.form.about, self.entered) = (Some(claim), true),
            FormAction::NotAbout => {
                (self.form.about, self.form.position) = (None, None);
                self.keep_now(effects);
                effects.push(FormEffect::Focus(Field::Text));
            }
            FormAction::Preview => self.preview = !self.preview,
            FormAction::KeepDraft => self.keep_now(effects),
            FormAction::Leaving => {
                // Even what was kept: the page may have cleared the storage since.
                if !self.released {
                    self.keep_now(effects);
                }
            }
            FormAction::Closing => {
                if self.unsaved {
                    self.keep_now(effects);
                }
            }
            FormAction::DraftKept(kept) => self.draft_lost = !kept,
            FormAction::DraftChanged(DraftChange::Lost) => {
                if !self.released && !self.draft().text.is_empty() {
                    self.keep_now(effects);
                }
            }
            FormAction::DraftChanged(DraftChange::Deleted) => self.released = true,
            FormAction::Submit => self.submit(effects),
            FormAction::Accepted(new) => {
                self.sending = Some(self.form.text.clone());
                effects.push(FormEffect::Post(new));
            }
            FormAction::Declined => self.failed(FormFailure::Declined, effects),
            FormAction::Answered(Ok(comment)) => self.stored(comment, effects),
            FormAction::Answered(Err(error)) => self.failed(FormFailure::Store(error), effects),
            FormAction::Copy => {
                self.copied = None;
                effects.push(FormEffect::Copy);
            }
            FormAction::Copied(copied) => self.copied = Some(copied),
            FormAction::Cancel => {
                // A reply that is put aside may be taken up again; a change that is given up may not.
                if let DraftTarget::Edit(_) = self.target {
                    self.unsaved = false;
                    effects.push(FormEffect::ForgetKeepDraftLater);
                    effects.push(FormEffect::ForgetDraft(self.form.text.clone()));
                }
                effects.push(FormEffect::Cancelled);
            }
        }
    }

    fn typed(&mut self, field: Field, text: String, effects: &mut Vec<FormEffect>) {
        let place = match field {
            Field::Text => &mut self.form.text,
            Field::Name => &mut self.form.name,
            Field::Email => &mut self.form.email,
            Field::Website => &mut self.form.website,
        };
        *place = text;
        self.entered = true;
        self.copied = None;
        self.problems.retain(|(each, _)| *each != field);
        // Name, email and website are nobody's draft: see the box.
        if field == Field::Text {
            self.keep_later(effects);
        }
    }

    fn keep_later(&mut self, effects: &mut Vec<FormEffect>) {
        (self.unsaved, self.released) = (true, false);
        effects.push(FormEffect::KeepDraftLater);
    }

    fn keep_now(&mut self, effects: &mut Vec<FormEffect>) {
        self.unsaved = false;
        effects.push(FormEffect::SaveDraft(self.draft()));
    }

    fn submit(&mut self, effects: &mut Vec<FormEffect>) {
        if self.sending.is_some() {
            return;
        }
        self.failure = None;
        self.entered = true;
        let checked = match &self.original {
            Some(original) => self.form.check_text().map(|()| {
                self.sending = Some(self.form.text.clone());
                FormEffect::Edit(Rc::clone(original), self.form.text.clone())
            }),
            None => self.form.check().map(|new| FormEffect::AskPage(Box::new(new))),
        };
        effects.push(checked.unwrap_or_else(|problems| {
            let first = problems.first().map_or(Field::Text, |(field, _)| *field);
            self.problems = problems;
            FormEffect::Focus(first)
        }));
    }

    fn failed(&mut self, failure: FormFailure, effects: &mut Vec<FormEffect>) {
        self.sending = None;
        self.failure = Some(failure);
        self.keep_now(effects);
    }

    /// The comment is kept: what fails from here on loses nothing.
    fn stored(&mut self, comment: Rc<Comment>, effects: &mut Vec<FormEffect>) {
        let sent = self.sending.take().unwrap_or_default();
        if self.original.is_some() {
            // A change is a change of the whole: what was typed since stays whole, too.
            if self.form.text == sent {
                self.form.text.clear();
            }
            self.original = Some(Rc::clone(&comment));
        } else {
            self.form.text = typed_since(&sent, &self.form.text).to_owned();
            if self.remember {
                let Form { name, email, website, .. } = self.form.clone();
                effects.push(FormEffect::KeepAuthor(Some(SavedAuthor { name, email, website })));
            }
        }
        effects.push(FormEffect::ForgetKeepDraftLater);
        effects.push(FormEffect::ForgetDraft(sent));
        (self.unsaved, self.draft_lost, self.copied) = (false, false, None);
        let still_writing = !self.form.text.is_empty();
        if still_writing {
            self.keep_now(effects);
        } else {
            (self.form.about, self.form.position) = (None, None);
            (self.preview, self.entered) = (false, self.target != DraftTarget::New);
        }
        effects.push(FormEffect::Done(Saved { comment, still_writing }));
    }
}

/// What of a text is not in what was sent: the rest where more was written after it, all of it where it became
/// another text.
fn typed_since<'a>(sent: &str, text: &'a str) -> &'a str {
    text.strip_prefix(sent).unwrap_or(text).trim_start()
}
