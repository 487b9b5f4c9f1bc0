//! The storage itself, by the crate `idb`: a thin one, which leaves the order of requests and the end of a transaction
//! in our hands. A save depends on both.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use idb::{Database, Factory, ObjectStoreParams, Transaction, TransactionMode};
use js_sys::{Array, Date};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::sync::{Mutex, oneshot};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, IdbTransaction};

use super::record::{Entry, Kept, Known, Save, State};
use super::{Listed, Saved, StoreError, Version};

const NAME: &str = "summary-card-desk";
/// Of a card's key: its entry.
const CARDS: &str = "cards";
/// Of a key and a number: a state.
const STATES: &str = "states";
/// Of a key and a number: an article.
const ARTICLES: &str = "articles";
/// Of a key and a number: nothing but that this state was written once. This is how a second tab learns that it is too
/// late: adding what is there fails, and the whole save with it.
const TURNS: &str = "turns";
const ALL: [&str; 4] = [CARDS, STATES, ARTICLES, TURNS];

/// The cards kept in this browser. Cloning gives another handle on the same.
#[derive(Clone)]
pub struct Store {
    inner: Rc<Inner>,
}

struct Inner {
    database: Database,
    known: RefCell<HashMap<String, Known>>,
    /// Held while something is read or written: the next save has to know how the one before ended.
    turn: Mutex<()>,
}

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.inner, &other.inner)
    }
}

impl Store {
    /// Opens the storage, and makes it where there is none yet.
    ///
    /// # Errors
    /// `Refused` where the browser gives none.
    pub async fn open() -> Result<Self, StoreError> {
        let factory = Factory::new().map_err(|_| StoreError::Refused)?;
        let mut request = factory.open(NAME, Some(1)).map_err(|why| not_opened(&why))?;
        request.on_upgrade_needed(|event| {
            // Where this fails, opening fails.
            if let Ok(database) = idb::DatabaseEvent::database(&event) {
                for name in ALL {
                    let _ = database.create_object_store(name, ObjectStoreParams::new());
                }
            }
        });
        let mut database = request.await.map_err(|why| not_opened(&why))?;
        database.on_version_change(|event| {
            // A later version of this program, in another tab, is not to be kept waiting.
            let target = event.target().and_then(|target| target.dyn_into::<web_sys::IdbDatabase>().ok());
            if let Some(database) = target {
                database.close();
            }
        });
        let inner = Inner { database, known: RefCell::default(), turn: Mutex::new(()) };
        Ok(Self { inner: Rc::new(inner) })
    }

    /// The cards, the one changed last first.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn list(&self) -> Result<Vec<Listed>, StoreError> {
        let transaction = self.transaction(&[CARDS], TransactionMode::ReadOnly)?;
        let store = transaction.object_store(CARDS)?;
        let entries = store.get_all(None, None)?.await?;
        // One that cannot be read must not hide the others.
        let mut cards: Vec<Listed> =
            entries.iter().filter_map(|entry| Some(parse::<Entry>(entry).ok()?.listed)).collect();
        cards.sort_by(|one, other| other.changed.total_cmp(&one.changed));
        Ok(cards)
    }

    /// The last state of a card; nothing where there is no such card. What is saved under this key from now on comes
    /// after this state.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn load(&self, key: &str) -> Result<Option<Saved>, StoreError> {
        let _turn = self.inner.turn.lock().await;
        let transaction = self.transaction(&ALL, TransactionMode::ReadOnly)?;
        let entry = entry(&transaction, key).await?;
        let Some(states) = entry.map(|entry| entry.states) else { return Ok(None) };
        let Some(&last) = states.last() else { return Ok(None) };
        let saved = state(&transaction, key, last).await?;
        if let Some(saved) = &saved {
            let known = Known { states, article: Rc::new(saved.article.clone()) };
            self.inner.known.borrow_mut().insert(key.to_owned(), known);
        }
        Ok(saved)
    }

    /// Writes a state of a card: all of it or nothing. A card that was not loaded is a new one. Calls may overlap: they
    /// are done one after the other.
    ///
    /// # Errors
    /// `Conflict` where another tab was faster, `Full` where there is no room.
    pub async fn save(&self, saved: &Saved) -> Result<(), StoreError> {
        let _turn = self.inner.turn.lock().await;
        let known = self.inner.known.borrow().get(&saved.key).cloned().unwrap_or_default();
        let save = Save::after(&known, saved, Date::now());
        // From here to the end of the transaction nothing is waited for: the page may be about to go.
        let transaction = self.transaction(&ALL, TransactionMode::ReadWrite)?;
        let transaction = written(transaction, |transaction| {
            let (key, number) = (&saved.key, save.number);
            put(transaction, STATES, &pair(key, number), &save.state)?;
            if save.writes_article {
                put(transaction, ARTICLES, &pair(key, number), &saved.article)?;
            }
            put(transaction, CARDS, &JsValue::from(key), &save.entry)?;
            for (name, numbers) in [(STATES, &save.dropped), (ARTICLES, &save.dropped_articles)] {
                let store = transaction.object_store(name)?;
                for &number in numbers {
                    store.delete(pair(key, number))?;
                }
            }
            // The last of all: where any other request fails, Firefox commits the rest, since no more will come.
            let turns = transaction.object_store(TURNS)?;
            turns.add(&JsValue::from(save.entry.listed.changed), Some(&pair(key, number)))?;
            Ok(())
        });
        transaction?.await?;
        let article = if save.writes_article { Rc::new(saved.article.clone()) } else { known.article };
        let known = Known { states: save.entry.states, article };
        self.inner.known.borrow_mut().insert(saved.key.clone(), known);
        Ok(())
    }

    /// The states of a card that are still there, the latest first.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn versions(&self, key: &str) -> Result<Vec<Version>, StoreError> {
        let transaction = self.transaction(&[CARDS], TransactionMode::ReadOnly)?;
        let entry = entry(&transaction, key).await?;
        let states = entry.map(|entry| entry.states).unwrap_or_default();
        Ok(states.into_iter().rev().map(Kept::version).collect())
    }

    /// One of them. What is saved next still comes after the state that was loaded or saved last.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn load_version(&self, key: &str, number: u32) -> Result<Option<Saved>, StoreError> {
        let transaction = self.transaction(&ALL, TransactionMode::ReadOnly)?;
        let entry = entry(&transaction, key).await?;
        let states = entry.map(|entry| entry.states).unwrap_or_default();
        let Some(&kept) = states.iter().find(|state| state.number == number) else { return Ok(None) };
        state(&transaction, key, kept).await
    }

    /// Removes a card with all its states. Another tab that has it open cannot save it any more but as a copy.
    ///
    /// # Errors
    /// What the browser says.
    pub async fn delete(&self, key: &str) -> Result<(), StoreError> {
        let _turn = self.inner.turn.lock().await;
        let transaction = self.transaction(&ALL, TransactionMode::ReadWrite)?;
        let entry = entry(&transaction, key).await?;
        let last = entry.as_ref().and_then(|entry| entry.states.last()).map_or(0, |state| state.number);
        let transaction = written(transaction, |transaction| {
            put(transaction, TURNS, &pair(key, last.saturating_add(1)), &0)?;
            transaction.object_store(CARDS)?.delete(JsValue::from(key))?;
            for name in [STATES, ARTICLES] {
                let (first, last) = (pair(key, 0), pair(key, u32::MAX));
                let all = idb::KeyRange::bound(&first, &last, None, None)?;
                transaction.object_store(name)?.delete(all)?;
            }
            Ok(())
        });
        transaction?.await?;
        self.inner.known.borrow_mut().remove(key);
        Ok(())
    }

    fn transaction(&self, stores: &[&str], mode: TransactionMode) -> Result<Transaction, StoreError> {
        Ok(self.inner.database.transaction(stores, mode)?)
    }
}

/// A card's entry.
async fn entry(transaction: &Transaction, key: &str) -> Result<Option<Entry>, StoreError> {
    get(transaction, CARDS, JsValue::from(key)).await
}

/// A state with its article.
async fn state(transaction: &Transaction, key: &str, kept: Kept) -> Result<Option<Saved>, StoreError> {
    let Some(state) = get::<State>(transaction, STATES, pair(key, kept.number)).await? else {
        return Ok(None);
    };
    let article = get(transaction, ARTICLES, pair(key, kept.article)).await?.unwrap_or_default();
    Ok(Some(Saved { key: key.to_owned(), card: state.card, article }))
}

async fn get<T: DeserializeOwned>(
    transaction: &Transaction,
    store: &str,
    key: JsValue,
) -> Result<Option<T>, StoreError> {
    let store = transaction.object_store(store)?;
    let value = store.get(key)?.await?;
    value.as_ref().map(parse).transpose()
}

fn put(
    transaction: &Transaction,
    store: &str,
    key: &JsValue,
    value: &impl Serialize,
) -> Result<(), idb::Error> {
    let text = serde_json::to_string(value).map_err(|why| idb::Error::AddFailed(why.to_string().into()))?;
    transaction.object_store(store)?.put(&JsValue::from(text), Some(key))?;
    Ok(())
}

fn parse<T: DeserializeOwned>(value: &JsValue) -> Result<T, StoreError> {
    let text = value.as_string().unwrap_or_default();
    serde_json::from_str(&text).map_err(|why| StoreError::Failed(why.to_string()))
}

/// The key of what belongs to a state of a card.
fn pair(key: &str, number: u32) -> JsValue {
    Array::of2(&JsValue::from(key), &JsValue::from(number)).into()
}

/// Makes all requests of a transaction, and says that no more will come. What it gives ends with the transaction.
/// Where one of the requests cannot even be made, those before it count for nothing.
fn written(
    transaction: Transaction,
    requests: impl FnOnce(&Transaction) -> Result<(), idb::Error>,
) -> Result<impl Future<Output = Result<(), StoreError>>, StoreError> {
    let asked = requests(&transaction);
    let raw: IdbTransaction = transaction.into();
    let mut transaction = Transaction::from(raw.clone());
    if let Err(why) = asked {
        let _ = transaction.abort();
        return Err(why.into());
    }
    let (complete, ended) = oneshot::channel();
    // Both are kept by whichever comes first; the other never comes.
    let ends = Rc::new(RefCell::new(Some(complete)));
    let end = |is_complete: bool| {
        let ends = Rc::clone(&ends);
        move |_| {
            if let Some(ends) = ends.take() {
                // Nobody waits any more: then nobody misses it.
                let _ = ends.send(is_complete);
            }
        }
    };
    transaction.on_complete(end(true));
    transaction.on_abort(end(false));
    let transaction = transaction.commit()?;
    Ok(async move {
        let is_complete = ended.await.unwrap_or(false);
        // It holds what the browser calls at the end.
        drop(transaction);
        if is_complete { Ok(()) } else { Err(raw.error().map_or(unknown(), |why| named(&why))) }
    })
}

fn unknown() -> StoreError {
    StoreError::Failed("AbortError".to_owned())
}

fn named(why: &DomException) -> StoreError {
    match why.name().as_str() {
        // Only what is added to the turns can be there before.
        "ConstraintError" => StoreError::Conflict,
        "QuotaExceededError" => StoreError::Full,
        "SecurityError" => StoreError::Refused,
        name => StoreError::Failed(format!("{name}: {}", why.message())),
    }
}

impl From<idb::Error> for StoreError {
    fn from(why: idb::Error) -> Self {
        exception(&why).map_or_else(|| Self::Failed(why.to_string()), |why| named(&why))
    }
}

/// Browsers that give a page no storage say so in different ways.
fn not_opened(why: &idb::Error) -> StoreError {
    match exception(why) {
        Some(why) if why.name() == "InvalidStateError" => StoreError::Refused,
        Some(why) => named(&why),
        None => StoreError::Failed(why.to_string()),
    }
}

/// What the browser threw, where it is that.
fn exception(why: &idb::Error) -> Option<DomException> {
    use idb::Error::{
        AddFailed, DeleteFailed, GetAllFailed, GetFailed, IndexedDbOpenFailed, TransactionCommitError,
        TransactionOpenFailed, UpdateFailed,
    };
    match why {
        idb::Error::DomException(why) => Some(why.clone()),
        AddFailed(why)
        | DeleteFailed(why)
        | GetAllFailed(why)
        | GetFailed(why)
        | IndexedDbOpenFailed(why)
        | TransactionCommitError(why)
        | TransactionOpenFailed(why)
        | UpdateFailed(why) => why.dyn_ref::<DomException>().cloned(),
        _ => None,
    }
}
