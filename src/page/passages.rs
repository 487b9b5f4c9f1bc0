//! A card's quotes in the article beside it: found once, found again when the article changes, shown when
//! asked for, and told when a passage is pointed at.

use std::cell::RefCell;
use std::ops::Range as Part;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::{DomRect, Element, HtmlElement, MouseEvent, MutationObserver, MutationObserverInit, Range};
use yew::Callback;

use super::Float;
use super::article::{Article, root};
use super::highlight::{Marks, hit, is_control, scroll_to};
use crate::card::{Card, Quote, QuoteId};
use crate::quote::{Anchor, Index};
use crate::state::{Action, QuoteState};

/// How long the article has to be still before it is read again, in milliseconds.
const STILL: u32 = 300;
/// How long the page has to lie still before the bar makes way, in milliseconds: it does not while the page scrolls.
const LIE: u32 = 150;
/// The same just after a passage was asked for: browsers take a while to begin scrolling smoothly.
const BEGIN: u32 = 400;
/// How long the pointer has to rest on a passage before its claim is named, in milliseconds.
const REST: u32 = 250;

struct Inner {
    card: Rc<Card>,
    near: Element,
    article: Element,
    /// The quotes that were found.
    found: Vec<Passage>,
    marks: Marks,
    /// For each claim of the card whether its quotes are marked.
    is_marked: Vec<bool>,
    /// The quote whose passage is shown above all others.
    shown: Option<QuoteId>,
    dispatch: Callback<Action>,
    waiting: Option<Timeout>,
    /// The pointer may be resting on a passage.
    resting: Option<Timeout>,
    /// The bar, while a passage is shown above all others.
    float: Option<Float>,
    /// The reader has moved the page since the passage was shown.
    is_followed: bool,
    /// The bar is about to make way.
    clearing: Option<Timeout>,
}

/// Where a quote is in the article.
struct Passage {
    quote: QuoteId,
    /// The index of the claim that the quote belongs to.
    claim: Option<usize>,
    range: Range,
}

/// A card's passages. Dropping it takes every highlight and listener away.
pub trait Passages {
    /// Marks the quotes of some claims: for each claim of the card whether its quotes are.
    fn mark(&self, is_marked: Vec<bool>);

    /// Where a quote's passage is in the window.
    fn rect(&self, quote: QuoteId) -> Option<DomRect>;

    /// Scrolls to a quote's passage, in sight above `float`, which makes way for it from then on, and highlights it, if
    /// it was found; with `None` no passage is shown above the others any more.
    fn show(&self, quote: Option<QuoteId>, float: Option<Float>);
}

/// Reads the article that `selector` names around the card at `near`, and begins to watch it. `layer` is an element of
/// the card that boxes can be put in. `None` where there is no such article.
pub(crate) fn find_passages(
    card: Rc<Card>,
    near: &Element,
    selector: &str,
    layer: Option<HtmlElement>,
    dispatch: Callback<Action>,
) -> Option<Box<dyn Passages>> {
    let found = Found::new(card, near, selector, layer, dispatch)?;
    Some(Box::new(found))
}

struct Found {
    inner: Rc<RefCell<Inner>>,
    observer: MutationObserver,
    // Kept for as long as the observer may call it.
    _changed: Closure<dyn FnMut()>,
    _listeners: [EventListener; 6],
}

impl Found {
    fn new(
        card: Rc<Card>,
        near: &Element,
        selector: &str,
        layer: Option<HtmlElement>,
        dispatch: Callback<Action>,
    ) -> Option<Self> {
        let page = near.owner_document()?;
        let Some(article) = root(near, selector) else {
            // Every quote is told to be elsewhere, or lost: nothing is ever attached to another text.
            dispatch.emit(Action::Anchors(lost(&card).into()));
            return None;
        };
        let marks = Marks::new(page.clone(), layer);
        let inner = Rc::new(RefCell::new(Inner {
            card,
            near: near.clone(),
            article,
            found: Vec::new(),
            marks,
            is_marked: Vec::new(),
            shown: None,
            dispatch,
            waiting: None,
            resting: None,
            float: None,
            is_followed: false,
            clearing: None,
        }));
        read(&inner);

        let changed = {
            let inner = Rc::downgrade(&inner);
            Closure::<dyn FnMut()>::new(move || {
                let Some(strong) = inner.upgrade() else { return };
                let again = inner.clone();
                let timeout = Timeout::new(STILL, move || {
                    if let Some(inner) = again.upgrade().filter(is_live) {
                        read(&inner);
                    }
                });
                strong.borrow_mut().waiting = Some(timeout);
            })
        };
        let observer = MutationObserver::new(changed.as_ref().unchecked_ref()).ok()?;
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_character_data(true);
        what.set_subtree(true);
        let _ = observer.observe_with_options(&inner.borrow().article, &what);

        let click = listen(&page, "click", &inner, |inner, event| {
            let selecting = web_sys::window()
                .and_then(|window| window.get_selection().ok().flatten())
                .is_some_and(|selection| !selection.is_collapsed());
            let on_control =
                event.target().and_then(|target| target.dyn_into().ok()).is_some_and(|on| is_control(&on));
            if !selecting && !on_control {
                point(inner, event, true);
            }
        });
        let pointer = listen(&page, "pointermove", &inner, move |inner, event| {
            let (again, event) = (Rc::downgrade(inner), event.clone());
            inner.borrow_mut().resting = Some(Timeout::new(REST, move || {
                if let Some(inner) = again.upgrade() {
                    point(&inner, &event, false);
                }
            }));
        });
        let resize = {
            let inner = Rc::downgrade(&inner);
            let window = web_sys::window()?;
            EventListener::new(&window, "resize", move |_| {
                if let Some(inner) = inner.upgrade() {
                    inner.borrow().marks.place();
                }
            })
        };
        // The page is moved, or is about to be. Where it is at its end, what should scroll it further does not, but shows
        // what the reader wants to see.
        let [scroll, wheel, key] = ["scroll", "wheel", "keydown"].map(|name| {
            let inner = Rc::downgrade(&inner);
            let then = move |_: &web_sys::Event| {
                if let Some(inner) = inner.upgrade() {
                    moved(&inner, name != "scroll");
                }
            };
            EventListener::new_with_options(&page, name, EventListenerOptions::run_in_capture_phase(), then)
        });
        let listeners = [click, pointer, resize, scroll, wheel, key];
        Some(Self { inner, observer, _changed: changed, _listeners: listeners })
    }
}

impl Passages for Found {
    fn mark(&self, is_marked: Vec<bool>) {
        let mut inner = self.inner.borrow_mut();
        if inner.is_marked != is_marked {
            inner.is_marked = is_marked;
            inner.mark();
        }
    }

    fn rect(&self, quote: QuoteId) -> Option<DomRect> {
        let inner = self.inner.borrow();
        let passage = inner.found.iter().find(|passage| passage.quote == quote)?;
        Some(passage.range.get_bounding_client_rect())
    }

    fn show(&self, quote: Option<QuoteId>, float: Option<Float>) {
        let mut inner = self.inner.borrow_mut();
        inner.shown = quote;
        let floor = float.as_ref().map_or(0.0, Float::top);
        (inner.float, inner.clearing) = (float, None);
        let range = inner.shown_range();
        if let Some(range) = &range {
            scroll_to(range, floor);
            // Reading and the Tab key go on from here; no node of the page is focused or changed.
            if let (Some(window), Ok(start)) = (web_sys::window(), range.start_container())
                && let Ok(Some(selection)) = window.get_selection()
            {
                let _ =
                    selection.collapse_with_offset(Some(&start), range.start_offset().unwrap_or_default());
            }
        }
        inner.marks.choose(range);
        inner.is_followed = false;
        inner.clear_soon(&self.inner, BEGIN);
    }
}

/// The page is moved, or is about to be: by the reader's hand, or it scrolls for whatever reason.
fn moved(inner: &Rc<RefCell<Inner>>, by_hand: bool) {
    let Ok(mut strong) = inner.try_borrow_mut() else { return };
    // What comes to lie under the pointer was not pointed at.
    strong.resting = None;
    // A scroll soon after the last may be still what showing the passage began.
    strong.is_followed |= by_hand || strong.clearing.is_none();
    strong.clear_soon(inner, LIE);
}

impl Inner {
    /// Has the bar make way for the passage that is shown, once the page has lain still for `wait` milliseconds. At first
    /// only to where it covers nothing of it: what the reader sees first is its beginning. Later, when the reader has moved
    /// on, its end counts, too.
    fn clear_soon(&mut self, own: &Rc<RefCell<Self>>, wait: u32) {
        if self.float.is_none() {
            return;
        }
        let own = Rc::downgrade(own);
        self.clearing = Some(Timeout::new(wait, move || {
            let Some(inner) = own.upgrade() else { return };
            let mut inner = inner.borrow_mut();
            inner.clearing = None;
            let rect = inner.shown_range().map(|range| range.get_bounding_client_rect());
            if let (Some(float), Some(rect)) = (&inner.float, rect) {
                float.clear(&rect, inner.is_followed);
            }
        }));
    }

    fn shown_range(&self) -> Option<Range> {
        let shown = self.shown?;
        self.found.iter().find(|passage| passage.quote == shown).map(|passage| passage.range.clone())
    }

    /// The passages that are marked.
    fn marked(&self) -> impl Iterator<Item = &Passage> {
        let is_marked = |claim| self.is_marked.get(claim).copied().unwrap_or_default();
        self.found.iter().filter(move |passage| passage.claim.is_some_and(is_marked))
    }

    fn mark(&mut self) {
        let ranges = self.marked().map(|passage| passage.range.clone()).collect();
        self.marks.mark(ranges);
    }
}

impl Drop for Found {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn listen(
    page: &web_sys::Document,
    name: &'static str,
    inner: &Rc<RefCell<Inner>>,
    mut then: impl FnMut(&Rc<RefCell<Inner>>, &MouseEvent) + 'static,
) -> EventListener {
    let inner = Rc::downgrade(inner);
    EventListener::new_with_options(page, name, EventListenerOptions::default(), move |event| {
        if let (Some(inner), Some(event)) = (inner.upgrade().filter(is_live), event.dyn_ref::<MouseEvent>()) {
            then(&inner, event);
        }
    })
}

/// Whether the card is on the page. One whose module has stopped is not, but its listeners still are.
fn is_live(inner: &Rc<RefCell<Inner>>) -> bool {
    inner.try_borrow().is_ok_and(|inner| inner.near.is_connected())
}

/// Tells which quote's marked passage is under the pointer, and whether it was clicked.
fn point(inner: &Rc<RefCell<Inner>>, event: &MouseEvent, is_click: bool) {
    let (quote, dispatch) = {
        let inner = inner.borrow();
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let quote = inner.marked().find(|passage| hit(&passage.range, x, y)).map(|passage| passage.quote);
        (quote, inner.dispatch.clone())
    };
    // The borrow has ended: what the action renders may come back here.
    match quote {
        Some(quote) => dispatch.emit(Action::PointAt(quote, is_click)),
        None if !is_click => dispatch.emit(Action::PointAway),
        None => {}
    }
}

/// Reads the article and looks for every quote.
fn read(inner: &Rc<RefCell<Inner>>) {
    let (anchors, dispatch) = {
        let mut inner = inner.borrow_mut();
        inner.waiting = None;
        let card = inner.card.clone();
        let article = Article::read(&inner.article);
        let index = Index::of(&article.text);
        let mut anchors = Vec::new();
        inner.found.clear();
        // Most quotes belong to the claim of the one before: few are looked up.
        let mut claim = ("", None);
        for entry in card.quotes() {
            if claim.0 != entry.claim {
                claim = (entry.claim, card.claim_number(entry.claim).map(|number| number - 1));
            }
            let (state, range) = find(&article, &index, entry.quote);
            anchors.push(state);
            if let Some(range) = range {
                inner.found.push(Passage { quote: entry.id, claim: claim.1, range });
            }
        }
        if inner.found.is_empty() {
            anchors = lost(&card);
        }
        inner.mark();
        let shown = inner.shown_range();
        inner.marks.choose(shown);
        (anchors, inner.dispatch.clone())
    };
    dispatch.emit(Action::Anchors(anchors.into()));
}

/// Whether a quote is in the article, and where.
fn find(article: &Article, index: &Index, quote: &Quote) -> (QuoteState, Option<Range>) {
    let range = |span: &Part<usize>| article.range(span);
    let (state, range) = match index.find(&quote.exact, quote.prefix.as_deref(), quote.suffix.as_deref()) {
        Anchor::Exact(span) => (QuoteState::Found, range(&span.utf16)),
        Anchor::Near(span, diff) => (QuoteState::Near(diff), range(&span.utf16)),
        Anchor::Orphan(_) => (QuoteState::Orphan, None),
    };
    if range.is_some() { (state, range) } else { (QuoteState::Orphan, None) }
}

/// No quote of the card is in this page's article: it is on another page where the card names one, else
/// the article has changed.
fn lost(card: &Card) -> Vec<QuoteState> {
    let here = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let bare = |url: &str| url.split(['#', '?']).next().unwrap_or_default().trim_end_matches('/').to_owned();
    let elsewhere = card.url.as_deref().is_some_and(|url| bare(url) != bare(&here));
    let state = if elsewhere { QuoteState::Elsewhere } else { QuoteState::Orphan };
    vec![state; card.quotes().len()]
}
