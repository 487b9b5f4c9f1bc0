//! A card's quotes in the article beside it: found once, found again when the article changes, shown when
//! asked for, and the claim told when a passage is pointed at.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, MouseEvent, MutationObserver, MutationObserverInit, Range};
use yew::Callback;

use super::article::{Article, root};
use super::highlight::{Marks, hit, is_control, scroll_to};
use crate::card::{Card, Quote, QuoteEntry};
use crate::quote::{Anchor, Index};
use crate::state::{Action, Anchors, Passage, QuoteState};

/// How long the article has to be still before it is read again, in milliseconds.
const STILL: u32 = 300;
/// How long the pointer has to rest on a passage before its claim is named, in milliseconds.
const REST: u32 = 250;

struct Inner {
    card: Rc<Card>,
    near: Element,
    article: Element,
    /// The found quotes: the quote, its claim's id, and where it is.
    found: Vec<(Quote, String, Range)>,
    marks: Marks,
    dispatch: Callback<Action>,
    waiting: Option<Timeout>,
}

/// A card's passages. Dropping it takes every highlight and listener away.
pub struct Passages {
    inner: Rc<RefCell<Inner>>,
    observer: MutationObserver,
    // Kept for as long as the observer may call it.
    _changed: Closure<dyn FnMut()>,
    _listeners: [EventListener; 3],
}

impl Passages {
    /// Reads the article that `selector` names around the card at `near`, and begins to watch it.
    /// `None` where there is no such article.
    pub fn new(
        card: Rc<Card>,
        near: &Element,
        selector: &str,
        layer: Option<HtmlElement>,
        dispatch: Callback<Action>,
    ) -> Option<Self> {
        let page = near.owner_document()?;
        let Some(article) = root(near, selector) else {
            // Every quote is told to be elsewhere, or lost: nothing is ever attached to another text.
            dispatch.emit(Action::Anchors(Rc::new(lost(&card))));
            return None;
        };
        let marks = Marks::new(page.clone(), layer);
        let inner =
            Inner { card, near: near.clone(), article, found: Vec::new(), marks, dispatch, waiting: None };
        let inner = Rc::new(RefCell::new(inner));
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
        let rest: RefCell<Option<Timeout>> = RefCell::new(None);
        let pointer = listen(&page, "pointermove", &inner, move |inner, event| {
            let (inner, event) = (Rc::downgrade(inner), event.clone());
            *rest.borrow_mut() = Some(Timeout::new(REST, move || {
                if let Some(inner) = inner.upgrade() {
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
        Some(Self { inner, observer, _changed: changed, _listeners: [click, pointer, resize] })
    }

    /// Scrolls to a quote's passage and highlights it. False where the quote was not found.
    pub fn show(&self, quote: &Quote) -> bool {
        let mut inner = self.inner.borrow_mut();
        let Some((_, _, range)) = inner.found.iter().find(|(each, _, _)| each == quote) else { return false };
        let range = range.clone();
        scroll_to(&range);
        // Reading and the Tab key go on from here; no node of the page is focused or changed.
        if let (Some(window), Ok(start)) = (web_sys::window(), range.start_container())
            && let Ok(Some(selection)) = window.get_selection()
        {
            let _ = selection.collapse_with_offset(Some(&start), range.start_offset().unwrap_or_default());
        }
        inner.marks.choose(Some(range));
        true
    }

    /// No passage is shown above the others any more.
    pub fn put_away(&self) {
        self.inner.borrow_mut().marks.choose(None);
    }
}

impl Drop for Passages {
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

/// Names the claim of the passage under the pointer; a click opens the claim too.
fn point(inner: &Rc<RefCell<Inner>>, event: &MouseEvent, open: bool) {
    let (claim, dispatch) = {
        let inner = inner.borrow();
        let ranges: Vec<Range> = inner.found.iter().map(|(_, _, range)| range.clone()).collect();
        let at = hit(&ranges, f64::from(event.client_x()), f64::from(event.client_y()));
        (at.map(|at| inner.found[at].1.clone()), inner.dispatch.clone())
    };
    // The borrow has ended: what the action renders may come back here.
    match claim {
        Some(claim) => {
            if open {
                dispatch.emit(Action::Toggle(claim.clone(), true));
            }
            dispatch.emit(Action::Passage(Some(Passage { claim, shown: None, pinned: open })));
        }
        None if !open => dispatch.emit(Action::PointAway),
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
        let index = Index::new(&article.text);
        let mut anchors = Anchors::new();
        let mut found = Vec::new();
        for QuoteEntry { claim, quote, .. } in card.quotes() {
            let state = match index.find(&quote.exact, quote.prefix.as_deref(), quote.suffix.as_deref()) {
                Anchor::Exact(span) => {
                    place(&article, &span.utf16, quote, claim, &mut found, QuoteState::Found)
                }
                Anchor::Near(span, diff) => {
                    place(&article, &span.utf16, quote, claim, &mut found, QuoteState::Near(diff))
                }
                Anchor::Orphan(_) => QuoteState::Orphan,
            };
            anchors.push((quote.clone(), state));
        }
        if found.is_empty() {
            anchors = lost(&card);
        }
        let ranges = found.iter().map(|(_, _, range)| range.clone()).collect();
        inner.found = found;
        inner.marks.mark(ranges);
        (anchors, inner.dispatch.clone())
    };
    dispatch.emit(Action::Anchors(Rc::new(anchors)));
}

fn place(
    article: &Article,
    part: &std::ops::Range<usize>,
    quote: &Quote,
    claim: &str,
    found: &mut Vec<(Quote, String, Range)>,
    state: QuoteState,
) -> QuoteState {
    let Some(range) = article.range(part) else { return QuoteState::Orphan };
    found.push((quote.clone(), claim.to_owned(), range));
    state
}

/// No quote of the card is in this page's article: it is on another page where the card names one, else
/// the article has changed.
fn lost(card: &Card) -> Anchors {
    let here = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let bare = |url: &str| url.split(['#', '?']).next().unwrap_or_default().trim_end_matches('/').to_owned();
    let elsewhere = card.url.as_deref().is_some_and(|url| bare(url) != bare(&here));
    let state = if elsewhere { QuoteState::Elsewhere } else { QuoteState::Orphan };
    card.quotes().into_iter().map(|entry| (entry.quote.clone(), state.clone())).collect()
}
