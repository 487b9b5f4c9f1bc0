//! The desk itself: it owns the state, does what an action asks for outside of it, and keeps the card.

mod keeping;
mod page;

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use summary_card::text::Locale;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;
use web_sys::ScrollLogicalPosition;
use yew::prelude::*;

use self::keeping::{LANGUAGE_KEY, keep_item, language, open};
use self::page::{listeners, set_page_language};
use crate::state::{Action, Dialog, Effect, Face, Notice, State, Tab, entry_of};
use crate::store::{Others, Saved, Store, StoreError, Tabs, new_key};
use crate::text::Strings;
use crate::view::{
    CardFaces, Ctx, Keeping, Kept, LiveCard, Same, Selecting, article_pane, dialog, entries, focus,
    focus_first, header, problems_pane, status, tabs,
};

/// So long nothing is checked after the last change, in milliseconds.
const CHECK_AFTER: u32 = 250;
/// So long nothing is kept after the last change, in milliseconds.
const SAVE_AFTER: u32 = 800;

/// What happens to the desk.
pub enum Msg {
    /// The editor did something.
    Do(Action),
    /// The browser's selection changed.
    Selected,
    /// The interface's language changes to this tag.
    Language(&'static str),
    /// The storage is open, or not to be had; with the card that was open last.
    Opened(Option<Rc<Store>>, Option<Saved>),
    /// A kept card was asked for: its key.
    Open(String),
    /// It is there.
    Loaded(Box<Saved>),
    /// The pause after a change is over: the card is to be kept now.
    Save,
    /// Another tab has saved this card: here it becomes one of its own.
    Fork,
    /// It was kept, or not.
    Saved(Result<(), StoreError>),
    /// Who else has the card open.
    Others(Others),
}

/// The desk.
pub struct Desk {
    state: State,
    locale: Locale,
    words: &'static Strings,
    dispatch: Callback<Action>,
    on_language: Callback<&'static str>,
    on_fork: Callback<()>,
    effects: Vec<Effect>,
    store: Option<Rc<Store>>,
    kept: Option<Kept>,
    key: String,
    tabs: Option<Tabs>,
    others: Others,
    keeping: Keeping,
    check: Option<Timeout>,
    save: Option<Timeout>,
    /// What is on the desk would be lost with the page.
    is_at_risk: Rc<Cell<bool>>,
    _selecting: Option<Selecting>,
    _listeners: Vec<EventListener>,
}

impl Component for Desk {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link();
        let locale = Locale::new(language());
        let key = new_key();
        let is_at_risk = Rc::new(Cell::new(false));
        let opened = link.callback(|(store, saved)| Msg::Opened(store, saved));
        spawn_local(async move { opened.emit(open().await) });
        Self {
            state: State::new(locale.words_tag()),
            words: Strings::of(&locale),
            locale,
            dispatch: link.callback(Msg::Do),
            on_language: link.callback(Msg::Language),
            on_fork: link.callback(|()| Msg::Fork),
            effects: Vec::new(),
            store: None,
            kept: None,
            key,
            tabs: None,
            others: Others::None,
            keeping: Keeping::Kept,
            check: None,
            save: None,
            _selecting: Selecting::new(link.callback(|()| Msg::Selected)),
            _listeners: listeners(ctx, &is_at_risk),
            is_at_risk,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Do(Action::Point(paths)) if paths == self.state.pointed => false,
            Msg::Do(action) => {
                // What was written in the card before is kept before another takes its place.
                if matches!(action, Action::Import(_) | Action::New(_)) {
                    self.keep(ctx);
                }
                let effects = self.state.update(action);
                for effect in effects {
                    self.begin(ctx, effect);
                }
                true
            }
            Msg::Selected => self.selected(),
            Msg::Language(tag) => {
                keep_item(LANGUAGE_KEY, tag);
                self.locale = Locale::new(tag);
                self.words = Strings::of(&self.locale);
                set_page_language(&self.locale);
                true
            }
            Msg::Opened(store, saved) => {
                self.store = store;
                if self.store.is_none() {
                    self.keeping = Keeping::Refused;
                }
                match saved {
                    Some(saved) if self.state.is_untouched() && self.state.article.is_none() => {
                        self.take(ctx, saved);
                    }
                    _ => self.watch(ctx),
                }
                true
            }
            Msg::Open(key) => {
                self.keep(ctx);
                self.fetch(ctx, key);
                false
            }
            Msg::Loaded(saved) => {
                self.take(ctx, *saved);
                true
            }
            Msg::Save => {
                self.keep(ctx);
                false
            }
            Msg::Fork => {
                self.key = new_key();
                self.keeping = Keeping::Waiting;
                self.watch(ctx);
                self.save_soon(ctx);
                true
            }
            Msg::Saved(result) => {
                self.keeping = match &result {
                    // What was changed while it was being kept is kept next.
                    Ok(()) if self.save.is_some() => Keeping::Waiting,
                    Ok(()) => Keeping::Kept,
                    Err(StoreError::Refused) => Keeping::Refused,
                    Err(StoreError::Conflict) => Keeping::Conflict,
                    Err(StoreError::Full | StoreError::Failed(_)) => Keeping::Failed,
                };
                match result {
                    Ok(()) => {
                        // That it was not kept is not true any more.
                        self.state.notice.take_if(|notice| matches!(notice, Notice::NotSaved(_)));
                        if let Some(tabs) = &self.tabs {
                            tabs.saved();
                        }
                    }
                    Err(StoreError::Failed(why)) => {
                        self.state.update(Action::Tell(Notice::NotSaved(why)));
                    }
                    Err(StoreError::Full) => {
                        self.state.update(Action::Tell(Notice::NotSaved(self.words.storage_full.to_owned())));
                    }
                    Err(StoreError::Refused | StoreError::Conflict) => {}
                }
                true
            }
            Msg::Others(others) => {
                let is_new = self.others != others;
                self.others = others;
                is_new
            }
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, first: bool) {
        if first {
            set_page_language(&self.locale);
        }
        let is_kept = matches!(self.keeping, Keeping::Kept | Keeping::Waiting);
        self.is_at_risk.set(!is_kept && !self.state.is_untouched());
        for effect in std::mem::take(&mut self.effects) {
            self.perform(&effect);
        }
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        let ctx = Ctx {
            state: &self.state,
            locale: &self.locale,
            words: self.words,
            dispatch: &self.dispatch,
            keeping: self.keeping,
            others: self.others,
            kept: self.kept.as_ref(),
            on_language: &self.on_language,
            on_fork: &self.on_fork,
        };
        let words = self.words;
        let tab = match self.state.tab {
            Tab::Article => "at-article",
            Tab::Card => "at-card",
            Tab::Problems => "at-problems",
        };
        let face = match self.state.face {
            Face::Forms => "face-forms",
            Face::Reader => "face-reader",
        };
        html! {
            <div class={classes!("desk", tab, face)}>
                { header(&ctx) }
                <main>
                { tabs(&ctx) }
                { status(&ctx) }
                <div class="panels">
                    <CardFaces key="faces" names={[words.forms, words.reader]} label={words.card} face={self.state.face} dispatch={self.dispatch.clone()} />
                    <section id="panel-article" class="panel article-panel" aria-labelledby="article-title" key="article">{ article_pane(&ctx) }</section>
                    <section id="panel-card" class="panel card-panel" aria-labelledby="card-title" key="card">
                        <div class="pane-head"><h2 id="card-title">{ words.card }</h2></div>
                        { entries(&ctx) }
                    </section>
                    <section id="panel-reader" class="panel reader-panel" inert={self.state.dialog == Some(Dialog::Export)} aria-labelledby="reader-title" key="reader">
                        <h2 id="reader-title">{ words.reader }</h2>
                        <LiveCard card={Same(Rc::clone(&self.state.card))} lang={self.locale.tag.clone()} untitled={words.untitled} dispatch={self.dispatch.clone()} />
                    </section>
                    <section id="panel-problems" class="panel problems-panel" aria-labelledby="problems-title" key="problems">{ problems_pane(&ctx) }</section>
                </div>
                </main>
                { dialog(&ctx) }
            </div>
        }
    }
}

impl Desk {
    /// Begins what an action asks for: what has to do with the page waits until that is rendered.
    fn begin(&mut self, ctx: &Context<Self>, effect: Effect) {
        let link = ctx.link().clone();
        match effect {
            Effect::CardChanged => {
                self.check =
                    Some(Timeout::new(CHECK_AFTER, move || link.send_message(Msg::Do(Action::Check))));
                self.save_soon(ctx);
            }
            Effect::ArticleChanged => self.save_soon(ctx),
            Effect::NewCard => {
                self.key = new_key();
                self.watch(ctx);
            }
            // At once: rendering takes a while, in which the next words may be selected.
            Effect::Unselect => crate::view::unselect(),
            other => self.effects.push(other),
        }
    }

    fn save_soon(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        if self.keeping == Keeping::Kept {
            self.keeping = Keeping::Waiting;
        }
        self.save = Some(Timeout::new(SAVE_AFTER, move || link.send_message(Msg::Save)));
    }

    /// Does what has to do with the page.
    fn perform(&self, effect: &Effect) {
        match effect {
            Effect::Focus(path) => {
                // What the desk has no field for is about the entry as a whole.
                if !focus(path) {
                    focus(&entry_of(path));
                }
            }
            Effect::ShowInArticle(byte) => self.show_in_article(*byte),
            Effect::FocusToolbar => {
                focus_first("#make .button.main");
            }
            Effect::FocusProposal => {
                if !focus_first(".proposal") {
                    focus_first("#suggestions-title");
                }
            }
            Effect::CardChanged | Effect::ArticleChanged | Effect::NewCard | Effect::Unselect => {}
        }
    }

    fn show_in_article(&self, byte: usize) {
        let Some(article) = &self.state.article else { return };
        let at = article.blocks().partition_point(|block| block.range.end <= byte);
        let page = web_sys::window().and_then(|window| window.document());
        let block =
            page.and_then(|page| page.query_selector(&format!("[data-block=\"{at}\"]")).ok().flatten());
        if let Some(block) = block {
            crate::view::scroll_to(&block, ScrollLogicalPosition::Center);
        }
    }

    fn selected(&mut self) -> bool {
        let Some(article) = &self.state.article else { return false };
        // A selection elsewhere, in a field for example, leaves that in the article as it is.
        let Some(range) = Selecting::read(article) else { return false };
        if self.state.is_chosen && range.is_none() {
            return false;
        }
        let old = self.state.selection.clone();
        self.state.update(Action::Select(range));
        self.state.selection != old
    }
}

/// Starts the desk in its page.
#[wasm_bindgen(start)]
pub fn start() {
    let page = web_sys::window().and_then(|window| window.document());
    let Some(root) = page.and_then(|page| page.get_element_by_id("desk")) else { return };
    yew::Renderer::<Desk>::with_root(root).render();
}
