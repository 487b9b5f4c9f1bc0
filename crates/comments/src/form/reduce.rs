//! All that can happen to a form, and what it makes of the state.

use std::rc::Rc;

use super::check::{Field, Form};
use super::effect::{FormCall, FormEffect};
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
    /// The comment is to be about the claim with this id. Only a form for a new comment takes notice.
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
    /// The form is closing, and nothing of it may be kept.
    Discard,
    /// The draft was kept, or could not be.
    DraftKept(bool),
    /// Somebody else changed the draft that is kept.
    DraftChanged(DraftChange),
    /// The comment is to be posted, or the change stored.
    Submit,
    /// The page accepts this comment.
    Accepted(NewComment),
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
        match action {
            FormAction::Entered => self.entered = true,
            FormAction::Typed(field, text) => return self.typed(field, text),
            FormAction::Remember(remember) => {
                self.remember = remember;
                if !remember {
                    // Unticked means gone, at once.
                    return vec![FormEffect::Store(FormCall::KeepAuthor(None))];
                }
            }
            FormAction::Position(position) => {
                self.form.position = Some(position);
                return self.keep_later();
            }
            FormAction::WriteAbout(claim) => {
                if self.target == DraftTarget::New {
                    (self.form.about, self.entered) = (Some(claim), true);
                }
            }
            FormAction::NotAbout => {
                (self.form.about, self.form.position) = (None, None);
                return vec![self.keep(), FormEffect::Focus(Field::Text)];
            }
            FormAction::Preview => self.preview = !self.preview,
            FormAction::KeepDraft => return vec![self.keep()],
            FormAction::Leaving => {
                // Even what was kept: the page may have cleared the storage since.
                if !self.released {
                    return vec![self.keep()];
                }
            }
            FormAction::Closing => {
                if self.unsaved {
                    return vec![self.keep()];
                }
            }
            FormAction::Discard => {
                (self.unsaved, self.released) = (false, true);
                return vec![FormEffect::ForgetKeepDraftLater];
            }
            FormAction::DraftKept(kept) => self.draft_lost = !kept,
            FormAction::DraftChanged(DraftChange::Lost) => {
                if !self.released && !self.draft().text.is_empty() {
                    return vec![self.keep()];
                }
            }
            FormAction::DraftChanged(DraftChange::Deleted) => self.released = true,
            FormAction::Submit => return self.submit(),
            FormAction::Accepted(new) => {
                self.sending = Some(self.form.text.clone());
                return vec![FormEffect::Store(FormCall::Post(new))];
            }
            FormAction::Declined => return self.failed(FormFailure::Declined),
            FormAction::Answered(Ok(comment)) => return self.stored(comment),
            FormAction::Answered(Err(error)) => return self.failed(FormFailure::Store(error)),
            FormAction::Copy => {
                self.copied = None;
                return vec![FormEffect::Copy];
            }
            FormAction::Copied(copied) => self.copied = Some(copied),
            FormAction::Cancel => return self.cancel(),
        }
        Vec::new()
    }

    fn typed(&mut self, field: Field, text: String) -> Vec<FormEffect> {
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
        if field == Field::Text { self.keep_later() } else { Vec::new() }
    }

    fn keep_later(&mut self) -> Vec<FormEffect> {
        (self.unsaved, self.released) = (true, false);
        vec![FormEffect::KeepDraftLater]
    }

    fn keep(&mut self) -> FormEffect {
        self.unsaved = false;
        FormEffect::Store(FormCall::SaveDraft(self.target.clone(), self.draft()))
    }

    fn submit(&mut self) -> Vec<FormEffect> {
        if self.sending.is_some() {
            return Vec::new();
        }
        self.failure = None;
        self.entered = true;
        let checked = match &self.original {
            Some(original) => {
                let text = &self.form.text;
                self.form
                    .check_text()
                    .map(|()| FormEffect::Store(FormCall::Edit(Rc::clone(original), text.clone())))
            }
            None => self.form.check().map(FormEffect::AskPage),
        };
        match checked {
            Ok(effect) => {
                if self.original.is_some() {
                    self.sending = Some(self.form.text.clone());
                }
                vec![effect]
            }
            Err(problems) => {
                let first = problems.first().map_or(Field::Text, |(field, _)| *field);
                self.problems = problems;
                vec![FormEffect::Focus(first)]
            }
        }
    }

    fn failed(&mut self, failure: FormFailure) -> Vec<FormEffect> {
        self.sending = None;
        self.failure = Some(failure);
        vec![self.keep()]
    }

    /// The comment is kept: what fails from here on loses nothing.
    fn stored(&mut self, comment: Rc<Comment>) -> Vec<FormEffect> {
        let sent = self.sending.take().unwrap_or_default();
        let edits = self.original.is_some();
        let rest = if edits && self.form.text != sent {
            // A change is a change of the whole.
            std::mem::take(&mut self.form.text)
        } else {
            typed_since(&sent, &self.form.text).to_owned()
        };
        let mut effects = vec![
            FormEffect::ForgetKeepDraftLater,
            FormEffect::Store(FormCall::ForgetDraft(self.target.clone(), sent)),
        ];
        if self.remember && !edits {
            let Form { name, email, website, .. } = self.form.clone();
            let author = SavedAuthor { name, email, website };
            effects.push(FormEffect::Store(FormCall::KeepAuthor(Some(author))));
        }
        let still_writing = !rest.is_empty();
        self.form.text = rest;
        (self.unsaved, self.draft_lost, self.copied) = (false, false, None);
        if edits {
            self.original = Some(Rc::clone(&comment));
        }
        if still_writing {
            effects.push(self.keep());
        } else {
            (self.form.about, self.form.position) = (None, None);
            (self.preview, self.entered) = (false, self.target != DraftTarget::New);
        }
        effects.push(FormEffect::Done(Saved { comment, still_writing }));
        effects
    }

    fn cancel(&mut self) -> Vec<FormEffect> {
        let mut effects = Vec::new();
        // A reply that is put aside may be taken up again; a change that is given up may not.
        if let DraftTarget::Edit(_) = self.target {
            self.unsaved = false;
            let text = self.form.text.clone();
            effects.push(FormEffect::ForgetKeepDraftLater);
            effects.push(FormEffect::Store(FormCall::ForgetDraft(self.target.clone(), text)));
        }
        effects.push(FormEffect::Cancelled);
        effects
    }
}

/// What of a text is not in what was sent: the rest where more was written after it, all of it where it became
/// another text.
fn typed_since<'a>(sent: &str, text: &'a str) -> &'a str {
    text.strip_prefix(sent).unwrap_or(text).trim_start()
}
