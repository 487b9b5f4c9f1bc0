//! The card is kept, and comes back.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{Desk, Msg};
use crate::state::{Action, Notice};
use crate::store::{Others, Saved, Store, Tabs};
use crate::view::{Keeping, Kept};

/// The key under which the browser keeps which card was open last.
const LAST_KEY: &str = "summary-card-desk/1/last";
/// The key under which the browser keeps the interface's language.
pub const LANGUAGE_KEY: &str = "summary-card-desk/1/language";

impl Desk {
    /// Puts a kept card on the desk.
    pub(super) fn take(&mut self, ctx: &Context<Self>, saved: Saved) {
        // A card that cannot be read is still there to be looked at: its text in the place of the headline.
        let value = serde_json::from_str(&saved.card).unwrap_or_else(|_| saved.card.clone().into());
        let article = (!saved.article.is_empty()).then_some(saved.article);
        self.key = saved.key;
        self.save = None;
        self.keeping = Keeping::Kept;
        let effects = self.state.update(Action::Load { value, article });
        for effect in effects {
            self.begin(ctx, effect);
        }
        self.watch(ctx);
    }

    /// From now on this is the card that the browser opens first.
    pub(super) fn watch(&mut self, ctx: &Context<Self>) {
        keep_item(LAST_KEY, &self.key);
        let link = ctx.link().clone();
        self.others = Others::None;
        self.tabs = None;
        self.tabs = Some(Tabs::watch(&self.key, move |others| link.send_message(Msg::Others(others))));
        self.kept = self.store.clone().map(|store| Kept {
            store,
            key: self.key.clone().into(),
            on_open: ctx.link().callback(Msg::Open),
        });
    }

    pub(super) fn fetch(&self, ctx: &Context<Self>, key: String) {
        let Some(store) = self.store.clone() else { return };
        let link = ctx.link().clone();
        spawn_local(async move {
            match store.load(&key).await {
                Ok(Some(saved)) => link.send_message(Msg::Loaded(Box::new(saved))),
                Ok(None) => {}
                Err(why) => link.send_message(Msg::Do(Action::Tell(Notice::Failed(format!("{why:?}"))))),
            }
        });
    }

    /// Keeps the card as it is now, where something of it is not kept.
    pub(super) fn keep(&mut self, ctx: &Context<Self>) {
        if self.save.take().is_none() {
            return;
        }
        let Some(store) = self.store.clone() else { return };
        if self.state.is_untouched() && self.state.article.is_none() {
            // An empty desk is nothing to keep.
            self.keeping = Keeping::Kept;
            return;
        }
        let saved = Saved {
            key: self.key.clone(),
            card: self.state.document.text(),
            article: self.state.article.as_ref().map(|article| article.saved()).unwrap_or_default(),
        };
        let link = ctx.link().clone();
        spawn_local(async move {
            let result = store.save(&saved).await;
            link.send_message(Msg::Saved(result));
        });
    }
}

/// Opens the storage, with the card that was open last.
pub async fn open() -> (Option<Rc<Store>>, Option<Saved>) {
    let Ok(store) = Store::open().await else { return (None, None) };
    let store = Rc::new(store);
    let Some(key) = item(LAST_KEY) else { return (Some(store), None) };
    let saved = store.load(&key).await.ok().flatten();
    (Some(store), saved)
}

/// The interface's language: that which was chosen, else the browser's.
pub fn language() -> String {
    let browser = || web_sys::window().and_then(|window| window.navigator().language());
    item(LANGUAGE_KEY).or_else(browser).unwrap_or_default()
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn item(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

pub fn keep_item(key: &str, value: &str) {
    // Without it the desk opens with an empty card.
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}
