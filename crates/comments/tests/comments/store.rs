//! The local store: what is kept, what is told, and that nothing is lost.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use super::common::*;
use summary_card_comments::*;

#[test]
fn a_comment_is_posted_listed_edited_deleted_and_restored() {
    let (store, storage, clock) = store();
    let posted = wait(store.post(new("Hello\nworld"))).unwrap();
    assert_eq!(posted.origin, Origin::Own);
    assert_eq!(listed(&store), ["Hello\nworld"]);

    clock.now.set(clock.now.get() + 60_000);
    let edited = wait(store.edit(&posted.id, "Hello again".to_owned())).unwrap();
    assert_eq!(edited.date_created, posted.date_created);
    assert_eq!(edited.date_modified.map(Time::ms), Some(clock.now.get()));
    wait(store.restore(Rc::clone(&posted))).unwrap();
    assert_eq!(listed(&store), ["Hello\nworld"], "an edit is undone");

    let deleted = wait(store.delete(&posted.id)).unwrap();
    assert!(listed(&store).is_empty());
    assert_eq!(wait(store.delete(&posted.id)).unwrap_err(), StoreError::NotFound);
    wait(store.restore(deleted)).unwrap();
    assert_eq!(listed(&store), ["Hello\nworld"]);

    let again = store_on(storage, &clock);
    assert_eq!(listed(&again), ["Hello\nworld"], "it survives a reload");
}

#[test]
fn the_email_is_nowhere_in_the_storage_or_the_export() {
    let (store, storage, _) = store();
    wait(store.post(new("Hello"))).unwrap();
    let everything: String =
        keys(&*storage, "").iter().map(|key| storage.get(key).unwrap().unwrap()).collect();
    assert!(everything.contains("Hello"));
    assert!(!everything.contains("ana@example.org"), "{everything}");
    let export = store.export().unwrap();
    assert!(!export.contains("ana@example.org"), "{export}");
}

#[test]
fn a_like_counts_once_and_outlives_an_edit_and_a_reload() {
    let (store, storage, clock) = store();
    let id = wait(store.post(new("Hello"))).unwrap().id.clone();
    for _ in 0..3 {
        let liked = wait(store.like(&id, true)).unwrap();
        assert_eq!((liked.liked, liked.upvote_count), (true, 1));
    }
    wait(store.edit(&id, "Changed".to_owned())).unwrap();
    let again = store_on(storage, &clock);
    let page = wait(again.list(all())).unwrap();
    assert_eq!((page.threads[0].comment.liked, page.threads[0].comment.upvote_count), (true, 1));
    let listed = Rc::clone(&page.threads[0].comment);
    let unliked = wait(again.like(&id, false)).unwrap();
    assert_eq!((unliked.liked, unliked.upvote_count), (false, 0));
    wait(again.like(&id, true)).unwrap();
    let restored = wait(again.restore(listed)).unwrap();
    assert_eq!(restored.upvote_count, 1, "putting back what was listed does not count the like twice");
    assert_eq!(wait(store.like("nobody", true)).unwrap_err(), StoreError::NotFound);
}

#[test]
fn samples_are_listed_liked_but_never_stored_edited_or_deleted() {
    let storage = Rc::new(MemoryStorage::default());
    let clock = Rc::new(HandPlatform::default());
    let sample = card::SampleComment {
        id: "s1".to_owned(),
        text: "A sample".to_owned(),
        author: "Sam".to_owned(),
        date_created: "2025-08-14".to_owned(),
        upvote_count: 3,
        ..Default::default()
    };
    let samples = vec![Comment::from(&sample)];
    let store = LocalStore::new(Rc::clone(&storage) as _, clock, ARTICLE, samples, true);
    assert_eq!(listed(&store), ["A sample"]);
    assert!(keys(&*storage, "").is_empty());
    assert_eq!(wait(store.like("s1", true)).unwrap().upvote_count, 4);
    assert_eq!(wait(store.edit("s1", "x".to_owned())).unwrap_err(), StoreError::NotFound);
    assert_eq!(wait(store.delete("s1")).unwrap_err(), StoreError::NotFound);
}

#[test]
fn two_tabs_posting_at_once_lose_nothing_and_hear_of_each_other() {
    let first_storage = MemoryStorage::default();
    let second_storage = Rc::new(first_storage.another_tab());
    let clock = Rc::new(HandPlatform::default());
    let first = store_on(Rc::new(first_storage), &clock);
    let second = store_on(second_storage, &clock);
    let heard: Rc<RefCell<Vec<Change>>> = Rc::default();
    let sink = Rc::clone(&heard);
    let watch = second.subscribe(Rc::new(move |change| sink.borrow_mut().push(change)));
    assert!(listed(&first).is_empty() && listed(&second).is_empty());

    // Same clock, same chance: the ids must differ all the same.
    let (a, b) = (first.post(new("one")), second.post(new("two")));
    let (a, b) = (wait(a).unwrap(), wait(b).unwrap());
    assert_ne!(a.id, b.id);
    assert_eq!(heard.borrow().as_slice(), [Change::New(a.id.clone())]);
    assert_eq!(listed(&second), ["one", "two"]);

    wait(first.edit(&a.id, "one, edited".to_owned())).unwrap();
    wait(first.like(&a.id, true)).unwrap();
    assert_eq!(listed(&second), ["one, edited", "two"]);
    wait(first.delete(&a.id)).unwrap();
    assert_eq!(listed(&second), ["two"]);
    assert_eq!(wait(second.edit(&a.id, "too late".to_owned())).unwrap_err(), StoreError::NotFound);
    let count = heard.borrow().len();
    drop(watch);
    wait(first.post(new("three"))).unwrap();
    assert_eq!(heard.borrow().len(), count, "a dropped watch is silent");
}

#[test]
fn what_another_tab_writes_while_all_is_being_read_is_seen() {
    let first_storage = Rc::new(MemoryStorage::default());
    let second_storage = Rc::new(first_storage.another_tab());
    let clock = Rc::new(HandPlatform::default());
    let first = store_on(Rc::clone(&first_storage) as _, &clock);
    for i in 0..450 {
        wait(first.post(new(&format!("{i}")))).unwrap();
    }
    let second = store_on(second_storage, &clock);
    let _watch = second.subscribe(Rc::new(|_| {}));
    let mut reading = second.list(all());
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    assert!(reading.as_mut().poll(&mut context).is_pending(), "many comments are read in slices");
    let oldest = wait(first.list(all())).unwrap().threads[0].comment.id.clone();
    wait(first.edit(&oldest, "changed meanwhile".to_owned())).unwrap();
    wait(first.post(new("new meanwhile"))).unwrap();
    let page = wait(reading).unwrap();
    let texts = texts(&page.threads);
    assert_eq!(texts.len(), 451);
    assert_eq!((texts[0].as_str(), texts[450].as_str()), ("changed meanwhile", "new meanwhile"));
}

#[test]
fn a_clock_that_goes_backwards_shuffles_nothing_and_repeats_no_id() {
    let (store, _, clock) = store();
    let mut ids = BTreeSet::new();
    for (i, now) in [5_000, 4_000, -1, i64::MIN, 4_000, 4_000, 3].into_iter().enumerate() {
        clock.now.set(now);
        ids.insert(wait(store.post(new(&i.to_string()))).unwrap().id.clone());
    }
    assert_eq!(ids.len(), 7);
    assert_eq!(listed(&store), ["0", "1", "2", "3", "4", "5", "6"]);
}

#[test]
fn damaged_entries_are_skipped_counted_and_left_alone() {
    let (store, storage, _) = store();
    wait(store.post(new("fine"))).unwrap();
    let keys = Keys::new(ARTICLE);
    let long = format!(
        r#"{{"v":1,"comment":{{"id":"long","text":"{}","author":{{"name":"A"}},"dateCreated":"2025-01-01"}}}}"#,
        "x".repeat(100_000)
    );
    let damaged = [
        ("cut", r#"{"v":1,"comment":{"id":"cut","te"#),
        ("empty", ""),
        ("null", "null"),
        ("list", "[1,2]"),
        ("number", "1e999"),
        ("future", r#"{"v":2,"body":"from a version to come"}"#),
        (
            "other-id",
            r#"{"v":1,"comment":{"id":"else","text":"t","author":{"name":"A"},"dateCreated":"2025-01-01"}}"#,
        ),
        (
            "bad-date",
            r#"{"v":1,"comment":{"id":"bad-date","text":"t","author":{"name":"A"},"dateCreated":"soon"}}"#,
        ),
        (
            "blank",
            r#"{"v":1,"comment":{"id":"blank","text":" ","author":{"name":"A"},"dateCreated":"2025-01-01"}}"#,
        ),
        ("long", long.as_str()),
        ("", "{}"),
    ];
    for (id, text) in damaged {
        storage.set(&keys.comment(id), text).unwrap();
    }
    let again = store_on(Rc::clone(&storage) as _, &Rc::default());
    let page = wait(again.list(all())).unwrap();
    assert_eq!(texts(&page.threads), ["fine"]);
    assert_eq!(page.damaged, damaged.len());
    assert_eq!(wait(again.edit("cut", "x".to_owned())).unwrap_err(), StoreError::Damaged);
    assert_eq!(wait(again.delete("cut")).unwrap_err(), StoreError::Damaged);
    for (id, text) in damaged {
        assert_eq!(storage.get(&keys.comment(id)).unwrap().as_deref(), Some(text), "{id}");
    }
}

#[test]
fn records_of_version_0_are_read_and_written_anew_when_changed() {
    let (store, storage, _) = store();
    let key = Keys::new(ARTICLE).comment("old");
    let old = r#"{"id":"old","text":"From before","name":"Ana","website":"javascript:alert(1)",
        "date":1600000000000,"parent":null,"claim":"c1","likes":2}"#;
    storage.set(&key, old).unwrap();
    let page = wait(store.list(all())).unwrap();
    let comment = &page.threads[0].comment;
    assert_eq!(comment.date_created.iso(), "2020-09-13T12:26:40.000Z");
    assert_eq!((comment.upvote_count, comment.about.as_deref()), (2, Some("c1")));
    assert_eq!(comment.author, Author { name: "Ana".to_owned(), url: None }, "no script becomes a link");
    assert_eq!(storage.get(&key).unwrap().as_deref(), Some(old), "reading changes nothing");
    wait(store.edit("old", "Changed".to_owned())).unwrap();
    assert!(storage.get(&key).unwrap().unwrap().starts_with(r#"{"v":1,"#));
    assert_eq!(listed(&store), ["Changed"]);
}

#[test]
fn names_from_the_language_itself_are_only_names() {
    for name in ["__proto__", "constructor", "toString", "length", "key", "hasOwnProperty", "", "a/b", "../x"]
    {
        let storage = Rc::new(MemoryStorage::default());
        let clock: Rc<HandPlatform> = Rc::default();
        let store = LocalStore::new(Rc::clone(&storage) as _, clock, name, Vec::new(), true);
        let mut comment = new(name);
        comment.text = format!("about {name}");
        comment.about = Some(name.to_owned());
        comment.parent_item = Some(name.to_owned());
        comment.author.name = format!("{name}!");
        wait(store.post(comment)).unwrap();
        let page = wait(store.list(all())).unwrap();
        assert_eq!((page.total, page.counts.as_slice()), (1, [(name.to_owned(), 1)].as_slice()), "{name}");
        let platform = Rc::new(HandPlatform::default());
        let drafts = Drafts::new(Rc::clone(&storage) as _, Rc::clone(&storage) as _, platform, name);
        let draft = Draft { text: name.to_owned() + "x", ..Draft::default() };
        drafts.save(&DraftTarget::Reply(name.to_owned()), &draft).unwrap();
        assert_eq!(drafts.load(&DraftTarget::Reply(name.to_owned())).unwrap(), Some(draft));
        assert!(keys(&*storage, "").iter().all(|key| key.starts_with("summary-card/1/")));
    }
    // No article's keys are another's.
    assert!(!Keys::new("a").comment("x").starts_with(Keys::new("a/comment").prefix()));
    assert!(!Keys::new("a/comment").comment("x").starts_with(Keys::new("a").prefix()));
    assert_ne!(Keys::new("a/b").prefix(), Keys::new("a%2Fb").prefix());
}

#[test]
fn pages_hold_as_many_as_asked_for_replies_included() {
    let (store, _, _) = store();
    let root = wait(store.post(new("root"))).unwrap();
    for i in 0..30 {
        let mut reply = new(&format!("r{i}"));
        reply.parent_item = Some(root.id.clone());
        wait(store.post(reply)).unwrap();
    }
    let page = wait(store.list(Query { limit: 20, ..all() })).unwrap();
    assert_eq!((page.total, page.shown, texts(&page.threads).len()), (31, 20, 20));
    assert!(page.has_more());
    let page = wait(store.list(Query { limit: 40, ..all() })).unwrap();
    assert_eq!((page.total, page.shown, page.has_more()), (31, 31, false));
}

#[test]
fn export_and_import_carry_everything_to_another_browser() {
    let (store, ..) = store();
    let first = wait(store.post(new("one"))).unwrap();
    let mut reply = new("two");
    reply.parent_item = Some(first.id.clone());
    reply.about = Some("c1".to_owned());
    reply.position = Some(card::Position::Query);
    wait(store.post(reply)).unwrap();
    let file = store.export().unwrap();

    let there = store_on(Rc::new(MemoryStorage::default()), &Rc::default());
    assert!(listed(&there).is_empty());
    let import = |text: &str| there.import(text);
    assert_eq!(import(&file), Ok(Imported { added: 2, known: 0, damaged: 0 }));
    assert_eq!(import(&file), Ok(Imported { added: 0, known: 2, damaged: 0 }));
    assert_eq!(there.export().unwrap(), file);
    assert_eq!(listed(&there), ["one", "-two"], "the store knows of what was brought in");

    let mixed = r#"{"version":1,"comments":[
        {"id":"x","text":"fine","author":{"name":"A","url":"javascript:1"},"dateCreated":"2025-01-01T00:00:00Z"},
        {"id":"","text":"no id","author":{"name":"A"},"dateCreated":"2025-01-01"}, null, 7, {"id":"y"}]}"#;
    assert_eq!(import(mixed), Ok(Imported { added: 1, known: 0, damaged: 4 }));
    for no_file in ["", "null", "[]", "{}", r#"{"comments":{}}"#, "hello"] {
        assert_eq!(import(no_file), Err(StoreError::Damaged), "{no_file}");
    }
}

#[test]
fn delete_everything_leaves_nothing_of_this_article_and_all_of_the_rest() {
    let (store, storage, _) = store();
    let posted = wait(store.post(new("one"))).unwrap();
    wait(store.like(&posted.id, true)).unwrap();
    let drafts = drafts_on(Rc::clone(&storage) as _, Rc::new(MemoryStorage::default()));
    drafts.save(&DraftTarget::New, &Draft { text: "half".to_owned(), ..Draft::default() }).unwrap();
    drafts.keep_author(Some(&SavedAuthor { name: "Ana".to_owned(), ..SavedAuthor::default() })).unwrap();
    storage.set(&Keys::new(ARTICLE).comment("damaged"), "{").unwrap();
    let others = [Keys::new("another").comment("x"), "the-pages-own".to_owned()];
    for key in &others {
        storage.set(key, "stays").unwrap();
    }
    assert_eq!(store.delete_everything(), Ok(5));
    assert_eq!(keys(&*storage, "").len(), others.len());
    assert!(listed(&store).is_empty(), "the store knows of it");
    assert_eq!(store.delete_everything(), Ok(0));
}

#[test]
fn one_comment_from_a_far_future_does_not_spoil_the_order_of_those_after_it() {
    for order in ["", r#""order":"9999-12-31T23:59:59.999Z","#, r#""order":"2999-01-01T00:00:00.000Z","#] {
        let (store, storage, clock) = store();
        let text = [
            r#"{"v":1,"comment":{"id":"far","text":"far","#,
            order,
            r#""author":{"name":"A"},"dateCreated":"9999-12-31T23:59:59.999Z"}}"#,
        ]
        .concat();
        storage.set(&Keys::new(ARTICLE).comment("far"), &text).unwrap();
        let posted: Vec<String> = (0..20).map(|i| i.to_string()).collect();
        for (i, text) in posted.iter().enumerate() {
            // Some at the same moment, some after the clock went back an hour.
            clock.now.set(1_760_000_000_000 + [0, 0, 5_000, -3_600_000][i % 4]);
            clock.random.borrow_mut().push(u32::try_from(100 - i).unwrap());
            let comment = wait(store.post(new(text))).unwrap();
            assert!(comment.order < Time::parse("2026-01-01").unwrap(), "{:?}", comment.order);
        }
        assert_eq!(listed(&store)[..20], posted);
        assert_eq!(listed(&store)[20], "far");
    }
}

#[test]
fn the_first_page_of_many_comments_is_there_at_once_and_the_rest_follows() {
    let (store, storage, clock) = store();
    let root = wait(store.post(new("the very first"))).unwrap();
    for i in 0..999 {
        clock.now.set(clock.now.get() + 1_000);
        let mut comment = new(&i.to_string());
        comment.parent_item = (i == 998).then(|| root.id.clone());
        wait(store.post(comment)).unwrap();
    }
    let counted = FailingStorage::new(storage.another_tab(), |_, _| None);
    let again = store_on(Rc::clone(&counted) as _, &clock);
    let first = Query { sort: Sort::Newest, limit: 20, at_once: true, ..all() };
    let page = now_or_never(again.list(first.clone())).ok().expect("nothing to wait for").unwrap();
    assert!(!page.complete && page.all == 1_000 && page.shown == 20);
    assert!(counted.calls.get() <= 60, "{} calls for the first page", counted.calls.get());
    assert_eq!(texts(&page.threads)[..3], ["997", "996", "995"]);
    let calls = counted.calls.get();
    assert_eq!(now_or_never(again.list(first)).ok().unwrap().unwrap(), page);
    assert_eq!(counted.calls.get(), calls, "nothing is read twice");

    // What the rest costs is not paid before the page may draw.
    let Err(rest) = now_or_never(again.list(all())) else { panic!("all at once") };
    assert_eq!(counted.calls.get(), calls);
    let whole = wait(rest).unwrap();
    assert!(whole.complete);
    assert_eq!((whole.all, whole.threads.len()), (1_000, 999));
    assert_eq!(texts(&whole.threads)[..2], ["the very first", "-998"]);
    assert_eq!(counted.calls.get(), 1_001, "each is read once");
}

#[test]
fn who_reads_at_the_same_time_shares_what_was_read() {
    let (store, storage, clock) = store();
    for i in 0..1_000 {
        wait(store.post(new(&i.to_string()))).unwrap();
    }
    let counted = FailingStorage::new(storage.another_tab(), |_, _| None);
    let again = store_on(Rc::clone(&counted) as _, &clock);
    let mut waiting: Vec<_> = (0..3).map(|_| again.list(all())).collect();
    let mut pages = Vec::new();
    while let Some(next) = waiting.pop() {
        match now_or_never(next) {
            Ok(page) => pages.push(page.unwrap()),
            Err(later) => waiting.insert(0, later),
        }
    }
    assert!(pages.iter().all(|page| page.complete && page.all == 1_000));
    assert_eq!(counted.calls.get(), 1_001);
}

#[test]
fn a_list_of_keys_gives_what_comes_after_a_prefix() {
    let list = KeyList::new("a/1\0b/ü\0a/\0a\0a/ü/2".to_owned());
    assert_eq!(list.rests("a/").collect::<Vec<_>>(), ["1", "", "ü/2"]);
    assert_eq!(list.rests("").count(), 5);
    assert_eq!(list.rests("c").count(), 0);
    assert_eq!(KeyList::default().rests("a").count(), 0);
    let places = list.places("b/");
    assert_eq!(places.iter().map(|place| list.rest(*place)).collect::<Vec<_>>(), ["ü"]);
    assert_eq!(list.rest(1_000), "");
}
