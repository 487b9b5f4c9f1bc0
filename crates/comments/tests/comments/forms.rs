//! A form as somebody fills it in, without a page around.

use std::cell::Cell;
use std::rc::Rc;

use super::common::*;
use card::{Card, Claim, Position};
use summary_card_comments::section::Saved;
use summary_card_comments::*;

/// A form on a store, with what it did outside of itself. The page accepts what `accepts` says.
struct Writer {
    state: FormState,
    stores: CommentStores,
    effects: Vec<FormEffect>,
    accepts: bool,
    timer: bool,
}

fn card() -> Card {
    let claim = Claim { id: "c1".to_owned(), ..Claim::default() };
    Card { id: "town".to_owned(), claims: vec![claim], ..Card::default() }
}

fn stores(storage: Rc<dyn Storage>) -> CommentStores {
    let platform = Rc::new(HandPlatform::default());
    CommentStores::local(&card(), storage, Rc::new(MemoryStorage::default()), platform, true)
}

impl Writer {
    fn on(stores: &CommentStores, target: DraftTarget, original: Option<Rc<Comment>>) -> Self {
        let state = FormState::open(stores, &card(), target, original);
        Self { state, stores: stores.clone(), effects: Vec::new(), accepts: true, timer: false }
    }

    fn new() -> Self {
        Self::on(&stores(Rc::new(MemoryStorage::default())), DraftTarget::New, None)
    }

    /// The same form after the page was loaded again.
    fn again(&self) -> Self {
        Self::on(&self.stores, self.state.target.clone(), self.state.original.clone())
    }

    /// Lets something happen, up to where the store has to be asked.
    fn begin(&mut self, action: FormAction) -> Option<FormEffect> {
        let mut asked = None;
        for effect in self.state.reduce(action) {
            match self.state.keep(effect, &self.stores) {
                Ok(answer) => asked = asked.or(answer.and_then(|answer| self.begin(answer))),
                Err(FormEffect::KeepDraftLater) => self.timer = true,
                Err(FormEffect::ForgetKeepDraftLater) => self.timer = false,
                Err(FormEffect::AskPage(new)) => {
                    let answer = if self.accepts { FormAction::Accepted(new) } else { FormAction::Declined };
                    asked = asked.or(self.begin(answer));
                }
                Err(effect @ (FormEffect::Post(_) | FormEffect::Edit(..))) => asked = Some(effect),
                Err(effect) => self.effects.push(effect),
            }
        }
        asked
    }

    fn act(&mut self, action: FormAction) {
        if let Some(question) = self.begin(action) {
            self.answer(question);
        }
    }

    fn answer(&mut self, question: FormEffect) {
        let comments = &self.stores.comments;
        let answer = match question {
            FormEffect::Post(new) => comments.post(*new),
            FormEffect::Edit(comment, text) => comments.edit(&comment.id, text),
            other => panic!("no question: {other:?}"),
        };
        let answer = wait(answer);
        self.act(FormAction::Answered(answer));
    }

    fn types(&mut self, text: &str) {
        self.act(FormAction::Typed(Field::Text, text.to_owned()));
    }

    fn sign(&mut self) {
        self.act(FormAction::Typed(Field::Name, "Ana".to_owned()));
        self.act(FormAction::Typed(Field::Email, "ana@example.org".to_owned()));
    }

    /// The reader pauses.
    fn pause(&mut self) {
        if std::mem::take(&mut self.timer) {
            self.act(FormAction::KeepDraft);
        }
    }

    fn kept(&self) -> Option<String> {
        self.stores.drafts.load(&self.state.target).unwrap().map(|draft| draft.text)
    }

    fn done(&mut self) -> Vec<Saved> {
        let done = self.effects.drain(..).filter_map(|effect| match effect {
            FormEffect::Done(saved) => Some(saved),
            _ => None,
        });
        done.collect()
    }
}

#[test]
fn a_form_is_its_text_alone_until_it_is_entered() {
    let mut writer = Writer::new();
    assert!(!writer.state.entered);
    writer.act(FormAction::Entered);
    assert!(writer.state.entered);
    let mut writer = Writer::new();
    writer.types("by a script or a password manager");
    assert!(writer.state.entered);
    writer.sign();
    writer.act(FormAction::Submit);
    assert!(!writer.state.entered, "it is at rest again once the comment is posted");
    writer.act(FormAction::WriteAbout("c1".to_owned()));
    assert!(writer.state.entered);
    writer.types("half");
    writer.pause();
    assert!(writer.again().state.entered, "with a draft in it");
    let reply = Writer::on(&writer.stores, DraftTarget::Reply("x".to_owned()), None);
    assert!(reply.state.entered, "who opened a reply wants to write");
}

#[test]
fn a_comment_is_posted_with_all_that_was_filled_in_and_its_draft_is_gone() {
    let mut writer = Writer::new();
    writer.act(FormAction::WriteAbout("c1".to_owned()));
    writer.act(FormAction::Position(Position::Deny));
    writer.types("Really?");
    writer.pause();
    assert_eq!(writer.kept().as_deref(), Some("Really?"));
    writer.sign();
    writer.act(FormAction::Typed(Field::Website, "example.org".to_owned()));
    writer.act(FormAction::Submit);
    let saved = writer.done().remove(0);
    assert!(!saved.still_writing);
    assert_eq!(saved.comment.author.url.as_deref(), Some("https://example.org"));
    assert_eq!((saved.comment.about.as_deref(), saved.comment.position), (Some("c1"), Some(Position::Deny)));
    assert_eq!((writer.state.form.text.as_str(), writer.state.form.about.clone()), ("", None));
    assert_eq!(writer.state.form.name, "Ana", "for the next one");
    assert_eq!((writer.kept(), writer.again().state.form.name.as_str()), (None, ""));
}

#[test]
fn what_is_wrong_is_said_where_it_is_and_goes_when_it_is_mended() {
    let mut writer = Writer::new();
    writer.types("Text");
    writer.act(FormAction::Submit);
    assert_eq!(writer.state.problems, [(Field::Name, Problem::Missing), (Field::Email, Problem::Missing)]);
    assert_eq!(writer.effects.pop(), Some(FormEffect::Focus(Field::Name)));
    writer.act(FormAction::Typed(Field::Name, "A".to_owned()));
    assert_eq!(writer.state.problems, [(Field::Email, Problem::Missing)]);
    assert!(writer.done().is_empty());
}

#[test]
fn text_typed_while_a_post_is_under_way_stays() {
    for (typed, rest) in [
        ("First.", ""),
        ("First. \n", ""),
        ("First. Second", "Second"),
        ("Second", "Second"),
        ("The First. and more", "The First. and more"),
    ] {
        let mut writer = Writer::new();
        writer.sign();
        writer.types("First.");
        let call = writer.begin(FormAction::Submit).expect("the store is asked");
        assert_eq!(writer.begin(FormAction::Submit), None, "posted once");
        if typed != "First." {
            writer.types(typed);
            writer.pause();
        }
        writer.answer(call);
        let saved = writer.done().remove(0);
        assert_eq!((saved.comment.text.as_str(), saved.still_writing), ("First.", !rest.is_empty()));
        assert_eq!(writer.state.form.text, rest);
        assert_eq!(writer.kept().unwrap_or_default(), rest, "and is the draft now");
        assert_eq!(writer.again().state.form.text, rest);
        assert!(writer.state.sending.is_none());
    }
}

#[test]
fn text_typed_while_a_change_is_being_stored_stays() {
    let stores = stores(Rc::new(MemoryStorage::default()));
    let comment = wait(stores.comments.post(new("before"))).unwrap();
    let mut writer = Writer::on(&stores, DraftTarget::Edit(comment.id.clone()), Some(comment));
    assert_eq!(writer.state.form.text, "before");
    writer.types("after");
    let call = writer.begin(FormAction::Submit).unwrap();
    writer.types("after, with more");
    writer.answer(call);
    let saved = writer.done().remove(0);
    assert_eq!((saved.comment.text.as_str(), saved.still_writing), ("after", true));
    assert_eq!(
        (writer.state.form.text.as_str(), writer.kept().as_deref()),
        ("after, with more", Some("after, with more"))
    );
    writer.act(FormAction::Submit);
    let saved = writer.done().remove(0);
    assert_eq!((saved.comment.text.as_str(), saved.still_writing), ("after, with more", false));
    assert_eq!(writer.kept(), None);
}

#[test]
fn what_fails_keeps_the_text_and_the_draft_and_says_why() {
    let mut writer = Writer::new();
    writer.accepts = false;
    writer.types("Text");
    writer.sign();
    writer.act(FormAction::Submit);
    assert_eq!((writer.state.failure, writer.kept().as_deref()), (Some(FormFailure::Declined), Some("Text")));
    writer.accepts = true;
    writer.act(FormAction::Submit);
    assert_eq!((writer.state.failure, writer.done().len()), (None, 1));

    let full = Rc::new(Cell::new(true));
    let is_full = Rc::clone(&full);
    let storage = FailingStorage::new(MemoryStorage::default(), move |_, call| {
        (is_full.get() && call == "set").then_some(StoreError::Full)
    });
    let mut writer = Writer::on(&stores(storage), DraftTarget::New, None);
    writer.types("Text");
    writer.pause();
    assert!(writer.state.draft_lost);
    writer.sign();
    writer.act(FormAction::Submit);
    assert_eq!(writer.state.failure, Some(FormFailure::Store(StoreError::Full)));
    assert_eq!((writer.state.form.text.as_str(), writer.state.sending.clone()), ("Text", None));
    full.set(false);
    writer.act(FormAction::Submit);
    assert_eq!(writer.done().len(), 1);
    assert!(!writer.state.draft_lost);
}

#[test]
fn the_text_is_called_copied_only_once_that_is_known() {
    let mut writer = Writer::new();
    writer.act(FormAction::Copy);
    assert_eq!((writer.effects.pop(), writer.state.copied), (Some(FormEffect::Copy), None));
    writer.act(FormAction::Copied(false));
    assert_eq!(writer.state.copied, Some(false));
    writer.act(FormAction::Copy);
    assert_eq!(writer.state.copied, None, "nobody knows yet");
    writer.act(FormAction::Copied(true));
    assert_eq!(writer.state.copied, Some(true));
    writer.types("another text");
    assert_eq!(writer.state.copied, None);
}

#[test]
fn a_draft_is_kept_after_a_pause_on_closing_and_on_leaving() {
    let mut writer = Writer::new();
    writer.types("a");
    assert_eq!(writer.kept(), None);
    writer.pause();
    assert_eq!(writer.kept().as_deref(), Some("a"));
    writer.types("b");
    writer.act(FormAction::Closing);
    assert_eq!(writer.kept().as_deref(), Some("b"));
    // The page clears its storage; nobody is told.
    let storage = MemoryStorage::default();
    let mut writer = Writer::on(&stores(Rc::new(storage.another_tab())), DraftTarget::New, None);
    writer.types("c");
    writer.pause();
    for key in keys(&storage, "") {
        storage.remove(&key).unwrap();
    }
    writer.act(FormAction::Closing);
    assert_eq!(writer.kept(), None);
    writer.act(FormAction::Leaving);
    assert_eq!(writer.kept().as_deref(), Some("c"));
}

#[test]
fn what_another_tab_does_to_a_draft_is_mended_or_respected() {
    let mut writer = Writer::new();
    writer.types("mine");
    writer.pause();
    let forget = |writer: &Writer| writer.stores.drafts.forget(&DraftTarget::New, "mine").unwrap();
    forget(&writer);
    writer.act(FormAction::DraftChanged(DraftChange::Lost));
    assert_eq!(writer.kept().as_deref(), Some("mine"));
    forget(&writer);
    writer.act(FormAction::DraftChanged(DraftChange::Deleted));
    writer.act(FormAction::Leaving);
    assert_eq!((writer.kept(), writer.state.form.text.as_str()), (None, "mine"));
    writer.types("mine, and more");
    writer.act(FormAction::Leaving);
    assert_eq!(writer.kept().as_deref(), Some("mine, and more"));
}

#[test]
fn a_reply_that_is_put_aside_is_kept_and_a_change_that_is_given_up_is_not() {
    let stores = stores(Rc::new(MemoryStorage::default()));
    let comment = wait(stores.comments.post(new("before"))).unwrap();
    let mut reply = Writer::on(&stores, DraftTarget::Reply(comment.id.clone()), None);
    reply.types("half an answer");
    reply.act(FormAction::Cancel);
    reply.act(FormAction::Closing);
    assert_eq!(reply.kept().as_deref(), Some("half an answer"));
    let mut edit = Writer::on(&stores, DraftTarget::Edit(comment.id.clone()), Some(comment));
    edit.types("half a change");
    edit.pause();
    edit.act(FormAction::Cancel);
    edit.act(FormAction::Closing);
    assert_eq!(edit.kept(), None);
    assert_eq!(edit.effects, [FormEffect::Cancelled]);
}

#[test]
fn name_email_and_website_are_kept_only_where_the_box_is_ticked() {
    let mut writer = Writer::new();
    writer.act(FormAction::Remember(true));
    writer.sign();
    writer.types("Text");
    assert_eq!(writer.stores.drafts.author(), Ok(None), "not before something is posted");
    writer.act(FormAction::Submit);
    let mut again = writer.again();
    assert!(again.state.remember);
    assert_eq!(again.state.form.email, "ana@example.org");
    again.act(FormAction::Remember(false));
    assert_eq!(again.stores.drafts.author(), Ok(None), "unticked means gone, at once");
}

#[test]
fn a_claim_and_a_position_are_part_of_the_draft() {
    let mut writer = Writer::new();
    writer.types("Text");
    writer.act(FormAction::WriteAbout("c1".to_owned()));
    writer.act(FormAction::Position(Position::Query));
    writer.pause();
    let again = writer.again().state.form;
    assert_eq!((again.about.as_deref(), again.position), (Some("c1"), Some(Position::Query)));
    writer.act(FormAction::NotAbout);
    assert_eq!(writer.effects.pop(), Some(FormEffect::Focus(Field::Text)));
    assert_eq!(writer.again().state.form.about, None, "kept at once");
}
