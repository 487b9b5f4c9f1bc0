//! The comment section as a reader goes through it, without a page around.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::common::*;
use card::{Card, Claim};
use summary_card_comments::section::*;
use summary_card_comments::*;

/// A section on a store, with what it did outside of itself.
struct Reader {
    section: Section,
    stores: CommentStores,
    effects: Vec<Effect>,
}

fn card() -> Card {
    let claims = ["c1", "c2"].map(|id| Claim { id: id.to_owned(), ..Claim::default() });
    Card { id: "town".to_owned(), claims: claims.into(), ..Card::default() }
}

impl Reader {
    fn new(storage: Rc<dyn Storage>) -> Self {
        let platform = Rc::new(HandPlatform::default());
        platform.now.set(1_760_000_000_000);
        let stores =
            CommentStores::local(&card(), storage, Rc::new(MemoryStorage::default()), platform, true);
        let (section, effects) = Section::new();
        let mut reader = Self { section, stores, effects: Vec::new() };
        reader.run(effects);
        reader
    }

    fn empty() -> Self {
        Self::new(Rc::new(MemoryStorage::default()))
    }

    fn with(count: usize) -> Self {
        let mut reader = Self::empty();
        for i in 0..count {
            reader.post(new(&i.to_string()));
        }
        reader
    }

    fn run(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect.ask(&self.stores) {
                Ok(answer) => self.act(wait(answer)),
                Err(effect) => self.effects.push(effect),
            }
        }
    }

    fn act(&mut self, action: Action) {
        let effects = self.section.reduce(action);
        self.run(effects);
    }

    /// As a form does it.
    fn post(&mut self, new: NewComment) -> Rc<Comment> {
        let comment = wait(self.stores.comments.post(new)).unwrap();
        self.act(Action::Posted(Saved { comment: Rc::clone(&comment), still_writing: false }));
        comment
    }

    fn edit(&mut self, id: &str, text: &str) {
        self.act(Action::Edit(id.to_owned()));
        let comment = wait(self.stores.comments.edit(id, text.to_owned())).unwrap();
        self.act(Action::Edited(Saved { comment, still_writing: false }));
    }

    fn texts(&self) -> Vec<String> {
        texts(&self.section.page.threads)
    }

    /// What got the focus last.
    fn focus(&mut self) -> Option<FocusTarget> {
        let mut all = self.effects.drain(..).filter_map(|effect| match effect {
            Effect::Focus(target) => Some(target),
            _ => None,
        });
        all.next_back()
    }
}

#[test]
fn a_section_begins_closed_and_empty_and_nobody_has_seen_it() {
    let mut reader = Reader::empty();
    assert!(!reader.section.open && !reader.section.was_open && reader.section.page.complete);
    assert!(reader.effects.is_empty(), "nothing to tell: {:?}", reader.effects);
    reader.act(Action::Opened(true));
    reader.act(Action::Opened(false));
    assert!(!reader.section.open && reader.section.was_open);
}

#[test]
fn a_posted_comment_is_in_sight_whatever_was_shown_and_gets_the_focus() {
    let mut reader = Reader::with(30);
    reader.act(Action::SortBy(Sort::Oldest));
    reader.act(Action::Requested(Request::ShowClaim("c1".to_owned())));
    assert!(reader.texts().is_empty());
    let comment = reader.post(new("mine"));
    assert_eq!(reader.texts()[0], "mine");
    assert_eq!((reader.section.sort, reader.section.about.clone()), (Sort::Newest, None));
    assert_eq!(reader.section.status_message, Some(StatusMessage::Posted));
    assert!(reader.effects.contains(&Effect::TellPosted(Rc::clone(&comment))));
    assert_eq!(reader.focus(), Some(FocusTarget::Comment(comment.id.clone())));

    reader.act(Action::SortBy(Sort::Oldest));
    let mut reply = new("far down");
    reply.parent_item = Some(comment.id.clone());
    reader.act(Action::Reply(comment.id.clone()));
    let reply = reader.post(reply);
    assert!(reader.texts().contains(&"-far down".to_owned()), "{:?}", reader.texts());
    assert_eq!(reader.section.sort, Sort::Oldest, "a reply is where what it answers is");
    assert_eq!(reader.section.replying, None);
    assert_eq!(reader.focus(), Some(FocusTarget::Comment(reply.id.clone())));
}

#[test]
fn who_is_still_writing_keeps_the_form_and_the_focus() {
    let mut reader = Reader::with(1);
    let root = reader.section.page.threads[0].comment.id.clone();
    reader.act(Action::Reply(root.clone()));
    let mut reply = new("first part");
    reply.parent_item = Some(root.clone());
    let comment = wait(reader.stores.comments.post(reply)).unwrap();
    reader.focus();
    reader.act(Action::Posted(Saved { comment: Rc::clone(&comment), still_writing: true }));
    assert_eq!(reader.texts(), ["0", "-first part"]);
    assert_eq!(reader.section.replying, Some(root));
    assert!(reader.focus().is_none());

    reader.act(Action::Edit(comment.id.clone()));
    let edited = wait(reader.stores.comments.edit(&comment.id, "second".to_owned())).unwrap();
    reader.act(Action::Edited(Saved { comment: edited, still_writing: true }));
    assert_eq!(reader.section.editing.as_ref().unwrap().text, "second");
    assert!(reader.focus().is_none());
}

#[test]
fn deleting_and_editing_can_be_undone() {
    let mut reader = Reader::with(2);
    let id = reader.section.page.threads[0].comment.id.clone();
    reader.act(Action::Delete(id.clone()));
    assert_eq!((reader.texts(), reader.focus()), (vec!["0".to_owned()], Some(FocusTarget::Undo)));
    assert_eq!(reader.section.status_message, Some(StatusMessage::Deleted));
    reader.act(Action::Undo);
    assert_eq!(reader.texts(), ["1", "0"]);
    assert_eq!(reader.section.status_message, Some(StatusMessage::Undone));
    assert_eq!(reader.focus(), Some(FocusTarget::Comment(id.clone())));

    reader.edit(&id, "changed");
    assert_eq!(
        (reader.texts(), reader.section.editing.clone()),
        (vec!["changed".to_owned(), "0".to_owned()], None)
    );
    assert_eq!(reader.section.status_message, Some(StatusMessage::Saved));
    reader.act(Action::Undo);
    assert_eq!(reader.texts(), ["1", "0"]);
    reader.act(Action::Undo);
    assert_eq!(reader.texts(), ["1", "0"], "what was undone is not undone again");
}

#[test]
fn more_are_shown_on_request_and_stay_shown() {
    let mut reader = Reader::with(45);
    assert_eq!(reader.texts().len(), PAGE_SIZE);
    reader.act(Action::ShowMore);
    assert_eq!(reader.texts().len(), 2 * PAGE_SIZE);
    let first_new = reader.section.page.threads[PAGE_SIZE].comment.id.clone();
    assert_eq!(reader.focus(), Some(FocusTarget::Comment(first_new)));
    reader.act(Action::SortBy(Sort::Oldest));
    assert_eq!(reader.texts().len(), 2 * PAGE_SIZE);
    let last = reader.section.page.threads[0].comment.id.clone();
    reader.act(Action::SortBy(Sort::Newest));
    reader.act(Action::Requested(Request::ShowComment(last.clone())));
    assert_eq!(reader.texts().len(), 45);
    assert_eq!(reader.focus(), Some(FocusTarget::Comment(last)));
}

#[test]
fn what_the_card_asks_for_opens_the_section() {
    for (request, focus) in [
        (Request::ShowClaim("c1".to_owned()), FocusTarget::ShowAll),
        (Request::WriteAbout("c1".to_owned()), FocusTarget::NewText),
        (Request::ShowComment("nobody".to_owned()), FocusTarget::Comment("nobody".to_owned())),
    ] {
        let mut reader = Reader::with(1);
        reader.act(Action::Requested(request.clone()));
        assert!(reader.section.open && reader.section.was_open);
        let about = Effect::WriteAbout("c1".to_owned());
        assert_eq!(reader.effects.contains(&about), matches!(request, Request::WriteAbout(_)));
        assert_eq!(reader.focus(), Some(focus));
    }
    let mut reader = Reader::with(1);
    reader.act(Action::Requested(Request::ShowClaim("c1".to_owned())));
    reader.act(Action::ShowAll);
    assert_eq!((reader.texts(), reader.focus()), (vec!["0".to_owned()], Some(FocusTarget::Sort)));
}

#[test]
fn the_card_is_told_how_many_comments_each_claim_has_whenever_that_changes() {
    let mut reader = Reader::with(1);
    assert!(!reader.effects.iter().any(|effect| matches!(effect, Effect::TellCounts(_))));
    let mut about = new("about");
    about.about = Some("c2".to_owned());
    let comment = reader.post(about);
    let told =
        |count| Effect::TellCounts(Rc::new(if count > 0 { vec![("c2".to_owned(), count)] } else { vec![] }));
    assert!(reader.effects.contains(&told(1)));
    reader.effects.clear();
    reader.act(Action::Like(comment.id.clone(), true));
    assert!(reader.effects.is_empty());
    reader.act(Action::Delete(comment.id.clone()));
    assert!(reader.effects.contains(&told(0)));
}

#[test]
fn another_tabs_comment_is_listed_and_said_without_taking_back_what_can_be_undone() {
    let storage = MemoryStorage::default();
    let mut reader = Reader::new(Rc::new(storage.another_tab()));
    let mut other = Reader::new(Rc::new(storage.another_tab()));
    let heard: Rc<RefCell<Vec<Change>>> = Rc::default();
    let sink = Rc::clone(&heard);
    let _listening = reader.stores.comments.subscribe(Rc::new(move |change| sink.borrow_mut().push(change)));
    let theirs = other.post(new("theirs")).id.clone();
    assert_eq!(heard.take(), [Change::New(theirs.clone())]);
    reader.act(Action::Changed(Change::New(theirs.clone())));
    assert!(reader.section.arrived);
    assert_eq!((reader.texts(), reader.section.status_message), (vec!["theirs".to_owned()], None));
    let own = reader.post(new("mine"));
    reader.act(Action::Delete(own.id.clone()));
    reader.act(Action::Changed(Change::New(theirs)));
    assert!(reader.section.arrived && reader.section.undo.is_some());
    assert_eq!(reader.section.status_message, Some(StatusMessage::Deleted));
    reader.act(Action::Undo);
    assert!(!reader.section.arrived);
    assert_eq!(reader.texts(), ["mine", "theirs"]);
}

#[test]
fn many_changes_at_once_are_one_list_and_no_change_is_missed() {
    let (mut section, _) = Section::new();
    let page = Page { complete: true, ..Page::default() };
    assert!(section.reduce(Action::Listed(1, Ok(page.clone()))).is_empty());
    let first = section.reduce(Action::Changed(Change::Other));
    assert!(matches!(first[..], [Effect::List { question: 2, soon: true, .. }]));
    for _ in 0..100 {
        assert!(section.reduce(Action::Changed(Change::Other)).is_empty());
    }
    let again = section.reduce(Action::Listed(2, Ok(page.clone())));
    assert!(matches!(again[..], [Effect::List { question: 3, soon: false, .. }]), "{again:?}");
    assert!(section.reduce(Action::Listed(3, Ok(page))).is_empty());
}

#[test]
fn an_answer_to_an_earlier_question_changes_nothing() {
    let (mut section, _) = Section::new();
    section.reduce(Action::SortBy(Sort::Oldest));
    let stale = Page { all: 7, complete: true, ..Page::default() };
    section.reduce(Action::Listed(1, Ok(stale)));
    assert_eq!(section.page.all, 0);
    section.reduce(Action::Listed(1, Err(StoreError::Offline)));
    assert_eq!(section.status_message, None);
}

#[test]
fn a_failed_reading_is_not_called_a_failed_writing_and_is_tried_again() {
    let readable = Rc::new(Cell::new(false));
    let open = Rc::clone(&readable);
    let storage = FailingStorage::new(MemoryStorage::default(), move |_, call| {
        (!open.get() && call == "keys").then_some(StoreError::Refused)
    });
    let mut reader = Reader::new(storage);
    assert_eq!(reader.section.status_message, Some(StatusMessage::CannotRead(StoreError::Refused)));
    assert!(!reader.section.page.complete, "nobody knows that there are none");
    readable.set(true);
    reader.act(Action::Opened(true));
    assert!(reader.section.page.complete);

    let storage = FailingStorage::new(MemoryStorage::default(), |_, call| {
        (call == "remove").then_some(StoreError::Refused)
    });
    let mut reader = Reader::new(storage);
    let id = reader.post(new("stays")).id.clone();
    reader.act(Action::Delete(id.clone()));
    assert_eq!(reader.section.status_message, Some(StatusMessage::CannotWrite(StoreError::Refused)));
    assert_eq!((reader.texts(), reader.section.undo.clone()), (vec!["stays".to_owned()], None));
    reader.act(Action::Like("nobody".to_owned(), true));
    assert_eq!(reader.section.status_message, Some(StatusMessage::CannotWrite(StoreError::NotFound)));
}

#[test]
fn own_data_is_taken_along_brought_in_and_deleted() {
    let mut reader = Reader::with(2);
    reader.act(Action::Export);
    let Some(Effect::SaveFile(file)) = reader.effects.pop() else { panic!("no file: {:?}", reader.effects) };
    let key = reader.section.form_key;
    reader.act(Action::Reply(reader.section.page.threads[0].comment.id.clone()));
    reader.act(Action::ConfirmDelete(true));
    assert_eq!(reader.focus(), Some(FocusTarget::ConfirmDelete));
    reader.act(Action::ConfirmDelete(false));
    assert_eq!((reader.focus(), reader.texts().len()), (Some(FocusTarget::DeleteEverything), 2));
    reader.act(Action::ConfirmDelete(true));
    reader.act(Action::DeleteEverything);
    assert_eq!(reader.section.status_message, Some(StatusMessage::DeletedEverything));
    assert!(reader.texts().is_empty() && reader.section.form_key != key && !reader.section.confirming_delete);
    assert_eq!(reader.section.replying, None);
    assert_eq!(reader.focus(), Some(FocusTarget::DeleteEverything));

    reader.act(Action::Import(file));
    let imported = Imported { added: 2, known: 0, damaged: 0 };
    assert_eq!(reader.section.status_message, Some(StatusMessage::Imported(imported)));
    assert_eq!(reader.texts(), ["1", "0"]);
    reader.act(Action::Import("no file".to_owned()));
    assert_eq!(reader.section.status_message, Some(StatusMessage::NoFile));
}

#[test]
fn forms_and_long_comments_are_opened_and_closed_again() {
    let mut reader = Reader::with(1);
    let id = reader.section.page.threads[0].comment.id.clone();
    reader.act(Action::Reply(id.clone()));
    reader.act(Action::Reply(id.clone()));
    assert_eq!(reader.section.replying, None);
    reader.act(Action::Reply(id.clone()));
    reader.act(Action::CancelReply);
    assert_eq!(
        (reader.section.replying.clone(), reader.focus()),
        (None, Some(FocusTarget::ReplyButton(id.clone())))
    );
    reader.act(Action::Edit(id.clone()));
    reader.act(Action::CancelEdit);
    assert_eq!(
        (reader.section.editing.clone(), reader.focus()),
        (None, Some(FocusTarget::EditButton(id.clone())))
    );
    reader.act(Action::Unfold(id.clone()));
    assert_eq!(reader.section.unfolded, std::slice::from_ref(&id));
    reader.act(Action::Unfold(id));
    assert!(reader.section.unfolded.is_empty());
}

#[test]
fn another_cards_comments_begin_anew_in_a_section_that_stays_open() {
    let mut reader = Reader::with(3);
    reader.act(Action::Opened(true));
    let (key, effects) = (reader.section.form_key, reader.section.restart());
    assert!(matches!(effects[..], [Effect::List { .. }]));
    assert!(reader.section.open && reader.section.form_key != key && reader.texts().is_empty());
    reader.run(effects);
    assert_eq!(reader.texts().len(), 3);
}
