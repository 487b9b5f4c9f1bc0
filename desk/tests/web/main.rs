//! The storage in a real browser, through wasm-bindgen-test. `cargo xtask test web` runs it.
#![cfg(target_arch = "wasm32")]

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use gloo::timers::future::sleep;
use summary_card_desk::article::BlockKind;
use summary_card_desk::store::{Others, Saved, Store, StoreError, Tabs, new_key};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn saved(key: &str, headline: &str, article: &str) -> Saved {
    let card = serde_json::json!({ "id": "levee", "headline": headline, "claims": [{}, {}] }).to_string();
    let article =
        vec![(BlockKind::Heading(1), "The levee".to_owned()), (BlockKind::Paragraph, article.to_owned())];
    Saved { key: key.to_owned(), card, article }
}

async fn open() -> Store {
    Store::open().await.expect("this browser has storage")
}

#[wasm_bindgen_test]
async fn what_is_saved_is_there_in_another_tab() {
    let (store, key) = (open().await, new_key());
    assert_eq!(store.load(&key).await, Ok(None));
    let card = saved(&key, "It held", "It held for “one” night — ¿verdad?");
    assert_eq!(store.save(&card).await, Ok(()));
    let other = open().await;
    assert_eq!(other.load(&key).await, Ok(Some(card)));
    let listed = other.list().await.expect("the list");
    let listed = listed.iter().find(|listed| listed.key == key).expect("the card is in it");
    assert_eq!((&*listed.id, &*listed.headline, listed.claims), ("levee", "It held", 2));
    assert!((js_sys::Date::now() - listed.changed).abs() < 60_000.0, "{}", listed.changed);
}

#[wasm_bindgen_test]
async fn the_card_changed_last_is_first_in_the_list() {
    let (store, one, two) = (open().await, new_key(), new_key());
    for key in [&one, &two, &one] {
        sleep(Duration::from_millis(3)).await;
        assert_eq!(store.save(&saved(key, "", "")).await, Ok(()));
    }
    let keys = store.list().await.expect("the list").into_iter().map(|listed| listed.key);
    let ours: Vec<String> = keys.filter(|key| [&one, &two].contains(&key)).collect();
    assert_eq!(ours, [one, two]);
}

#[wasm_bindgen_test]
async fn a_tab_that_is_too_late_writes_nothing() {
    let (first, second, key) = (open().await, open().await, new_key());
    assert_eq!(first.save(&saved(&key, "one", "Words.")).await, Ok(()));
    assert!(second.load(&key).await.expect("it is read").is_some());
    assert_eq!(first.save(&saved(&key, "two", "Words.")).await, Ok(()));
    let mine = saved(&key, "mine", "Words.");
    assert_eq!(second.save(&mine).await, Err(StoreError::Conflict));
    assert_eq!(second.save(&mine).await, Err(StoreError::Conflict), "also the second time");
    let there = open().await.load(&key).await.expect("it is read").expect("it is there");
    assert!(there.card.contains("two"), "{}", there.card);
    // One way out: under another key.
    let copy = Saved { key: new_key(), ..mine };
    assert_eq!(second.save(&copy).await, Ok(()));
    // The other: what is there is loaded.
    assert!(second.load(&key).await.expect("it is read").is_some());
    assert_eq!(second.save(&saved(&key, "three", "Words.")).await, Ok(()));
    assert_eq!(first.save(&saved(&key, "four", "Words.")).await, Err(StoreError::Conflict));
}

#[wasm_bindgen_test]
async fn two_new_cards_with_one_key_do_not_mix() {
    let (first, second, key) = (open().await, open().await, new_key());
    assert_eq!(first.save(&saved(&key, "one", "")).await, Ok(()));
    assert_eq!(second.save(&saved(&key, "other", "")).await, Err(StoreError::Conflict));
}

#[wasm_bindgen_test]
async fn saves_that_overlap_are_done_one_after_the_other() {
    let (store, key) = (open().await, new_key());
    for turn in 0..20 {
        let (store, card) = (store.clone(), saved(&key, &format!("turn {turn}"), "Words."));
        wasm_bindgen_futures::spawn_local(async move {
            assert_eq!(store.save(&card).await, Ok(()));
        });
    }
    // Those that were called have begun, and wait for each other.
    sleep(Duration::ZERO).await;
    assert_eq!(store.save(&saved(&key, "last", "Words.")).await, Ok(()));
    let there = open().await.load(&key).await.expect("it is read").expect("it is there");
    assert!(there.card.contains("last"), "{}", there.card);
    let versions = store.versions(&key).await.expect("they are read");
    assert_eq!(versions[0].number, 21);
    assert!(versions.len() <= 3, "of two minutes one is kept, and the present one: {versions:?}");
}

#[wasm_bindgen_test]
async fn an_older_state_has_the_article_of_its_time() {
    let (store, key) = (open().await, new_key());
    let first = saved(&key, "one", "The old words.");
    assert_eq!(store.save(&first).await, Ok(()));
    let second = saved(&key, "two", "The new words.");
    assert_eq!(store.save(&second).await, Ok(()));
    let versions = store.versions(&key).await.expect("they are read");
    assert_eq!(versions.iter().map(|version| version.number).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(store.load_version(&key, 1).await, Ok(Some(first)));
    assert_eq!(store.load_version(&key, 2).await, Ok(Some(second)));
    assert_eq!(store.load_version(&key, 3).await, Ok(None));
    // What comes next still comes after the last one.
    assert_eq!(store.save(&saved(&key, "three", "The new words.")).await, Ok(()));
}

#[wasm_bindgen_test]
async fn a_card_that_is_deleted_is_gone_and_is_not_brought_back_unseen() {
    let (store, other, key) = (open().await, open().await, new_key());
    assert_eq!(store.save(&saved(&key, "one", "Words.")).await, Ok(()));
    assert!(other.load(&key).await.expect("it is read").is_some());
    assert_eq!(store.delete(&key).await, Ok(()));
    assert_eq!(store.load(&key).await, Ok(None));
    assert_eq!(store.versions(&key).await, Ok(Vec::new()));
    assert!(store.list().await.expect("the list").iter().all(|listed| listed.key != key));
    assert_eq!(other.save(&saved(&key, "two", "Words.")).await, Err(StoreError::Conflict));
    assert_eq!(store.delete(&new_key()).await, Ok(()), "what is not there can be deleted");
}

/// Waits until the last thing said is this.
async fn says(told: &RefCell<Vec<Others>>, wanted: Others) {
    for _ in 0..100 {
        if told.borrow().last() == Some(&wanted) {
            return;
        }
        sleep(Duration::from_millis(20)).await;
    }
    panic!("never {wanted:?}, but {:?}", told.borrow());
}

#[wasm_bindgen_test]
async fn tabs_with_the_same_card_know_of_each_other() {
    let key = new_key();
    let watch = |key: &str| {
        let told = Rc::new(RefCell::new(Vec::new()));
        let tells = Rc::clone(&told);
        (Tabs::watch(key, move |others| tells.borrow_mut().push(others)), told)
    };
    let (first, told_first) = watch(&key);
    let (_elsewhere, told_elsewhere) = watch(&new_key());
    assert_eq!(*told_first.borrow(), [Others::None], "at once");
    let (second, told_second) = watch(&key);
    says(&told_first, Others::Open).await;
    says(&told_second, Others::Open).await;
    second.saved();
    says(&told_first, Others::Saved).await;
    first.loaded();
    says(&told_first, Others::Open).await;
    drop(second);
    says(&told_first, Others::None).await;
    assert_eq!(*told_second.borrow(), [Others::None, Others::Open]);
    assert_eq!(*told_elsewhere.borrow(), [Others::None], "another card is another matter");
}
