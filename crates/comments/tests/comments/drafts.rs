//! Drafts: one for each form and tab, lost by nobody, and gone once they are posted.

use std::cell::RefCell;
use std::rc::Rc;

use super::common::*;
use summary_card_comments::*;

fn draft(text: &str) -> Draft {
    Draft { text: text.to_owned(), ..Draft::default() }
}

/// A browser with tabs: each has a storage of its own beside the one that they share.
struct Browser {
    shared: MemoryStorage,
    platform: Rc<HandPlatform>,
}

struct Tab {
    shared: Rc<MemoryStorage>,
    own: Rc<MemoryStorage>,
    drafts: Drafts,
    platform: Rc<HandPlatform>,
}

impl Browser {
    fn new() -> Self {
        Self { shared: MemoryStorage::default(), platform: Rc::default() }
    }

    fn tab(&self) -> Tab {
        // No two tabs take their names at the same moment.
        self.platform.now.set(self.platform.now.get() + 1);
        Tab::new(Rc::new(self.shared.another_tab()), Rc::default(), &self.platform)
    }
}

impl Tab {
    fn new(shared: Rc<MemoryStorage>, own: Rc<MemoryStorage>, platform: &Rc<HandPlatform>) -> Self {
        let drafts =
            Drafts::new(Rc::clone(&shared) as _, Rc::clone(&own) as _, Rc::clone(platform) as _, ARTICLE);
        Self { shared, own, drafts, platform: Rc::clone(platform) }
    }

    fn reload(&mut self) {
        *self = Self::new(Rc::clone(&self.shared), Rc::clone(&self.own), &self.platform);
    }

    fn load(&self) -> String {
        self.drafts.load(&DraftTarget::New).unwrap().unwrap_or_default().text
    }

    fn save(&self, text: &str) {
        self.platform.now.set(self.platform.now.get() + 1);
        self.drafts.save(&DraftTarget::New, &draft(text)).unwrap();
    }

    fn posted(&self, text: &str) {
        self.drafts.forget(&DraftTarget::New, text).unwrap();
    }

    fn kept(&self) -> usize {
        keys(&*self.shared, &Keys::new(ARTICLE).drafts()).len()
    }
}

#[test]
fn drafts_are_one_for_each_form_and_hold_no_name_or_address() {
    let storage = Rc::new(MemoryStorage::default());
    let drafts = drafts_on(Rc::clone(&storage) as _, Rc::new(MemoryStorage::default()));
    let targets =
        [DraftTarget::New, DraftTarget::Reply("new".to_owned()), DraftTarget::Edit("new".to_owned())];
    for (i, target) in targets.iter().enumerate() {
        let draft = Draft { text: i.to_string(), about: Some("c1".to_owned()), position: None };
        drafts.save(target, &draft).unwrap();
    }
    for (i, target) in targets.iter().enumerate() {
        assert_eq!(drafts.load(target).unwrap().unwrap().text, i.to_string());
        drafts.save(target, &Draft::default()).unwrap();
        assert_eq!(drafts.load(target).unwrap(), None, "an empty draft is none");
    }
    assert!(keys(&*storage, "").is_empty());
}

#[test]
fn a_draft_that_all_tabs_shared_or_that_is_damaged_is_still_read_and_goes_once_posted() {
    for (kept, text) in [
        (r#"{"text":"from before","about":"c1"}"#, "from before"),
        ("{\"text\": damaged", "{\"text\": damaged"),
    ] {
        let browser = Browser::new();
        let tab = browser.tab();
        tab.shared.set(&Keys::new(ARTICLE).shared_draft("new"), kept).unwrap();
        assert_eq!(tab.load(), text, "text is never lost");
        tab.save("more");
        tab.posted(&[text, " and more"].concat());
        assert!(keys(&*tab.shared, "").is_empty());
    }
}

#[test]
fn two_tabs_with_a_draft_each_keep_their_own() {
    let browser = Browser::new();
    let (mut first, mut second) = (browser.tab(), browser.tab());
    first.save("from the first");
    second.save("from the second");
    first.reload();
    second.reload();
    assert_eq!((first.load(), second.load()), ("from the first".into(), "from the second".into()));
    second.posted("from the second");
    first.reload();
    second.reload();
    assert_eq!(first.load(), "from the first");
    // A tab without a draft of its own begins with a copy of another's; that one stays.
    assert_eq!(second.load(), "from the first");
    assert_eq!(first.kept(), 1, "who only looks leaves no copy");
    second.save("");
    first.reload();
    assert_eq!(first.load(), "from the first");
    second.posted("from the first");
    assert_eq!(first.kept(), 0, "posted elsewhere as it was");
}

#[test]
fn a_new_tab_begins_with_the_latest_that_was_left_and_posting_takes_its_copies_along() {
    let browser = Browser::new();
    browser.tab().save("older");
    browser.tab().save("latest");
    let mut third = browser.tab();
    assert_eq!(third.load(), "latest");
    third.save("latest, with more");
    third.reload();
    assert_eq!(third.load(), "latest, with more");
    third.posted("latest, with more");
    third.reload();
    assert_eq!(third.load(), "older", "the other draft is not lost");
    third.save("something else");
    third.posted("something else");
    third.reload();
    assert_eq!(third.load(), "older", "a draft that was not posted stays, whoever began with a copy of it");
    third.posted("older and done");
    assert_eq!(third.kept(), 0);
}

#[test]
fn a_tab_hears_when_its_draft_is_taken_away_and_by_whom() {
    let browser = Browser::new();
    let tab = browser.tab();
    let heard: Rc<RefCell<Vec<DraftChange>>> = Rc::default();
    let sink = Rc::clone(&heard);
    let _listening =
        tab.drafts.subscribe(&DraftTarget::New, Rc::new(move |change| sink.borrow_mut().push(change)));
    tab.save("mine");
    browser.tab().save("another's");
    assert!(heard.borrow().is_empty());

    let copy = browser.tab();
    tab.save("mine, later");
    assert_eq!(copy.load(), "mine, later");
    copy.posted("mine, later");
    assert_eq!(heard.take(), [DraftChange::Lost]);

    // A duplicated tab has the same name: the one that hears of it takes another, and both drafts stay.
    tab.save("mine");
    let twin = Tab::new(Rc::new(tab.shared.another_tab()), Rc::new(tab.own.another_tab()), &tab.platform);
    tab.platform.random.borrow_mut().push(77);
    twin.save("the twin's");
    assert_eq!(heard.take(), [DraftChange::Lost]);
    tab.save("mine");
    assert_eq!((tab.load(), twin.load()), ("mine".into(), "the twin's".into()));

    let store = store_on(Rc::new(tab.shared.another_tab()), &tab.platform);
    store.delete_everything().unwrap();
    assert_eq!(heard.take()[0], DraftChange::Deleted);
    assert!(keys(&*tab.shared, "").is_empty());
}

#[test]
fn a_storage_that_cannot_remove_loses_nothing_and_forgets_all_the_same() {
    let cannot = |storage: MemoryStorage| {
        FailingStorage::new(storage, |_, call| (call == "remove").then_some(StoreError::Refused))
    };
    let storage = cannot(MemoryStorage::default());
    let drafts = drafts_on(Rc::clone(&storage) as _, Rc::new(MemoryStorage::default()));
    drafts.save(&DraftTarget::New, &draft("first")).unwrap();
    drafts.forget(&DraftTarget::New, "first").unwrap();
    assert_eq!(drafts.load(&DraftTarget::New), Ok(None), "what was posted does not come back");
    drafts.save(&DraftTarget::New, &draft("second")).unwrap();
    assert_eq!(drafts.load(&DraftTarget::New), Ok(Some(draft("second"))));
    drafts.save(&DraftTarget::New, &Draft::default()).unwrap();
    assert_eq!(drafts.load(&DraftTarget::New), Ok(None));

    let author = SavedAuthor { name: "Ana".to_owned(), ..SavedAuthor::default() };
    drafts.keep_author(Some(&author)).unwrap();
    drafts.keep_author(None).unwrap();
    assert_eq!(drafts.author(), Ok(None));
    let texts: String = keys(&*storage, "").iter().map(|key| storage.get(key).unwrap().unwrap()).collect();
    assert_eq!(texts, "");
}
