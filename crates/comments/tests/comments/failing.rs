//! A storage that fails at any call: nothing panics, no text is lost, and the reader is told.

use std::rc::Rc;

use super::common::*;
use summary_card_comments::*;

/// What a reader does in a sitting. Returns the texts that must be somewhere: they were posted or kept,
/// and answered with success.
fn sitting(storage: Rc<dyn Storage>) -> (Vec<String>, usize) {
    let clock = Rc::new(HandPlatform::default());
    clock.now.set(1_000);
    let store = store_on(Rc::clone(&storage), &clock);
    let drafts = drafts_on(storage, Rc::new(MemoryStorage::default()));
    let mut kept = Vec::new();
    let mut told = 0;
    let mut note = |failed: bool| told += usize::from(failed);

    note(wait(store.list(all())).is_err());
    let draft = Draft { text: "a draft".to_owned(), ..Draft::default() };
    match drafts.save(&DraftTarget::New, &draft) {
        Ok(()) => kept.push("a draft"),
        Err(_) => note(true),
    }
    note(drafts.load(&DraftTarget::New).is_err());
    note(drafts.author().is_err());
    note(drafts.keep_author(Some(&SavedAuthor::default())).is_err());
    let first = wait(store.post(new("first")));
    note(first.is_err());
    if let Ok(first) = &first {
        kept.push("first");
        match wait(store.edit(&first.id, "edited".to_owned())) {
            Ok(_) => kept.retain(|text| *text != "first"),
            Err(_) => note(true),
        }
        if !kept.contains(&"first") {
            kept.push("edited");
        }
        note(wait(store.like(&first.id, true)).is_err());
    }
    let second = wait(store.post(new("second")));
    note(second.is_err());
    if let Ok(second) = second {
        let gone = wait(store.delete(&second.id));
        note(gone.is_err());
        // Deleted and not put back is the one way not to be kept.
        let back = gone.map(|gone| wait(store.restore(gone)));
        note(matches!(back, Ok(Err(_))));
        if !matches!(back, Ok(Err(_))) {
            kept.push("second");
        }
    }
    note(store.export().is_err());
    let file = r#"{"comments":[{"id":"i","text":"in","author":{"name":"A"},"dateCreated":"2025-01-01"}]}"#;
    note(store.import(file).is_err());
    note(wait(store.list(all())).is_err());
    (kept.into_iter().map(ToOwned::to_owned).collect(), told)
}

fn everything(storage: &MemoryStorage) -> String {
    keys(storage, "").iter().map(|key| storage.get(key).unwrap().unwrap()).collect()
}

fn calls_of_a_sitting() -> usize {
    let storage = FailingStorage::new(MemoryStorage::default(), |_, _| None);
    let (kept, told) = sitting(Rc::clone(&storage) as _);
    assert_eq!((kept, told), (vec!["a draft".into(), "edited".into(), "second".into()], 0));
    storage.calls.get()
}

#[test]
fn one_failing_call_loses_nothing_wherever_it_is() {
    let calls = calls_of_a_sitting();
    assert!(calls >= 25, "the sitting touches the storage often: {calls}");
    let mut untold = 0;
    for error in [StoreError::Full, StoreError::Refused] {
        for failing in 0..calls {
            let storage = FailingStorage::new(MemoryStorage::default(), move |call, _| {
                (call == failing).then_some(error)
            });
            let (kept, told) = sitting(Rc::clone(&storage) as _);
            let there = everything(&storage.inner);
            for text in kept {
                assert!(there.contains(&text), "call {failing}: {text:?} is not in {there}");
            }
            untold += usize::from(told == 0);
            // Whatever happened, the next sitting works and sees what is there.
            let after = store_on(Rc::new(storage.inner.another_tab()), &Rc::default());
            assert_eq!(wait(after.list(all())).unwrap().damaged, 0);
        }
    }
    // Reading again after a write may fail unseen: the write itself was done, and all is read anew.
    assert!(untold <= 2 * 10, "{untold} failures were told to nobody");
}

#[test]
fn failing_from_some_call_on_loses_nothing_either() {
    for failing in 0..=calls_of_a_sitting() {
        let storage = FailingStorage::new(MemoryStorage::default(), move |call, _| {
            (call >= failing).then_some(StoreError::Refused)
        });
        let (kept, _) = sitting(Rc::clone(&storage) as _);
        let there = everything(&storage.inner);
        assert!(kept.iter().all(|text| there.contains(text)), "call {failing}");
    }
}

#[test]
fn a_full_storage_says_so_and_still_reads_likes_not_and_deletes() {
    let storage = MemoryStorage::default();
    let clock = Rc::new(HandPlatform::default());
    let before = store_on(Rc::new(storage.another_tab()), &clock);
    let id = wait(before.post(new("before"))).unwrap().id.clone();
    let full = FailingStorage::new(storage, |_, call| (call == "set").then_some(StoreError::Full));
    let store = store_on(Rc::clone(&full) as _, &clock);
    assert_eq!(listed(&store), ["before"]);
    assert_eq!(wait(store.post(new("after"))).unwrap_err(), StoreError::Full);
    assert_eq!(wait(store.edit(&id, "changed".to_owned())).unwrap_err(), StoreError::Full);
    assert_eq!(listed(&store), ["before"], "a failed change shows nothing else");
    assert_eq!(wait(store.like(&id, true)).unwrap_err(), StoreError::Full);
    let drafts = drafts_on(full, Rc::new(MemoryStorage::default()));
    let draft = Draft { text: "t".to_owned(), ..Draft::default() };
    assert_eq!(drafts.save(&DraftTarget::New, &draft), Err(StoreError::Full));
    assert_eq!(wait(store.delete(&id)).unwrap().text, "before");
    assert!(listed(&store).is_empty());
}

#[test]
fn a_storage_that_cannot_be_read_still_takes_a_comment() {
    let storage = FailingStorage::new(MemoryStorage::default(), |_, call| {
        (call == "keys").then_some(StoreError::Refused)
    });
    let store = store_on(Rc::clone(&storage) as _, &Rc::default());
    assert_eq!(wait(store.list(all())).unwrap_err(), StoreError::Refused);
    wait(store.post(new("kept"))).unwrap();
    assert!(everything(&storage.inner).contains("kept"));
}

#[test]
fn deleting_everything_goes_on_after_a_failure_and_tells() {
    let storage = MemoryStorage::default();
    let store = store_on(Rc::new(storage.another_tab()), &Rc::default());
    for i in 0..3 {
        wait(store.post(new(&i.to_string()))).unwrap();
    }
    let failing = FailingStorage::new(storage, |call, _| (call == 2).then_some(StoreError::Refused));
    let store = store_on(Rc::clone(&failing) as _, &Rc::default());
    assert_eq!(store.delete_everything(), Err(StoreError::Refused));
    assert_eq!(keys(&failing.inner, "").len(), 1);
}
