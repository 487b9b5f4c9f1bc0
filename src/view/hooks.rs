//! What ties the view to the page around it. Natively, where there is no page, nothing happens.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::Copy;
use crate::card::{Card, DeepLink, Quote};
use crate::state::{Action, Passage, State};
use crate::text::{Locale, fill};

#[cfg(target_arch = "wasm32")]
use crate::page::{self, Passages};

/// Natively there are none.
#[cfg(not(target_arch = "wasm32"))]
pub struct Passages;

/// The card's passages in the article, once the page has been read.
pub type Found = Rc<RefCell<Option<Passages>>>;

/// Whether the browser has a share sheet.
pub fn can_share() -> bool {
    #[cfg(target_arch = "wasm32")]
    return page::can_share();
    #[cfg(not(target_arch = "wasm32"))]
    false
}

/// After an [`Action::Show`]: scrolls to the claim and puts the focus on it.
#[hook]
pub fn use_target(root: &NodeRef, state: &State) {
    let root = root.clone();
    let number = state.target.as_ref().and_then(|(id, _)| state.card.claim_number(id));
    use_effect_with((state.target.clone(), number), move |(_, number)| {
        #[cfg(target_arch = "wasm32")]
        if let (Some(number), Some(root)) = (number, root.cast::<web_sys::Element>()) {
            page::focus_claim(&root, *number);
        }
        let _ = (root, number);
    });
}

/// Reads the article around the card and keeps its passages for as long as card and selector stay.
#[hook]
pub fn use_passages(
    root: &NodeRef,
    layer: &NodeRef,
    card: &Rc<Card>,
    selector: &AttrValue,
    dispatch: &Callback<Action>,
) -> Found {
    let found: Found = (*use_memo((), |()| Found::default())).clone();
    let kept = found.clone();
    let (root, layer, dispatch) = (root.clone(), layer.clone(), dispatch.clone());
    use_effect_with((card.clone(), selector.clone()), move |(card, selector)| {
        #[cfg(target_arch = "wasm32")]
        if let Some(root) = root.cast::<web_sys::Element>() {
            let passages = Passages::new(card.clone(), &root, selector, layer.cast(), dispatch.clone());
            *kept.borrow_mut() = passages;
        }
        let _ = (&root, &layer, &dispatch, card, selector);
        move || *kept.borrow_mut() = None
    });
    found
}

/// Focuses the bar's way back once the bar is there, and takes the highlight away when the bar goes.
#[hook]
pub fn use_bar(layer: &NodeRef, passage: Option<&Passage>, found: &Found) {
    let (layer, found) = (layer.clone(), found.clone());
    use_effect_with(passage.and_then(|passage| passage.shown.clone()), move |shown| {
        #[cfg(target_arch = "wasm32")]
        match shown {
            Some(_) => {
                let root = layer.cast::<web_sys::Element>().and_then(|layer| layer.parent_element());
                if let Some(root) = root {
                    page::focus_quietly(&root, "[data-back]");
                }
            }
            None => {
                if let Some(passages) = &*found.borrow() {
                    passages.put_away();
                }
            }
        }
        let _ = (layer, found, shown);
    });
}

/// Shows a quote's passage: scrolls to it and opens the bar. Remembers where the reader came from.
pub fn show(
    found: &Found,
    dispatch: &Callback<Action>,
    told: &Callback<(Quote, bool)>,
    origin: &Origin,
    card: &Card,
    quote: Quote,
) {
    #[cfg(target_arch = "wasm32")]
    {
        *origin.borrow_mut() = page::focused();
        let is_there = found.borrow().as_ref().is_some_and(|passages| passages.show(&quote));
        if is_there {
            let entry = card.quotes().into_iter().find(|entry| *entry.quote == quote);
            let claim = entry.map(|entry| entry.claim.to_owned()).unwrap_or_default();
            dispatch.emit(Action::Passage(Some(Passage { claim, shown: Some(quote.clone()), pinned: true })));
        }
        told.emit((quote, is_there));
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (found, dispatch, told, origin, card, quote);
}

/// What had the focus before a passage was shown.
#[cfg(target_arch = "wasm32")]
pub type Origin = Rc<RefCell<Option<web_sys::HtmlElement>>>;
/// Natively nothing has the focus.
#[cfg(not(target_arch = "wasm32"))]
pub type Origin = Rc<RefCell<Option<()>>>;

/// Back to the button that showed the passage.
pub fn back(origin: &Origin, dispatch: &Callback<Action>) {
    dispatch.emit(Action::Passage(None));
    #[cfg(target_arch = "wasm32")]
    if let Some(element) = origin.borrow_mut().take() {
        page::scroll_to(&element, web_sys::ScrollLogicalPosition::Center, true);
        page::focus_element(&element);
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = origin;
}

/// Puts a link or a citation on the clipboard, or opens the share sheet.
pub fn copy(state: &State, locale: &Locale, dispatch: &Callback<Action>, what: &Copy) {
    #[cfg(target_arch = "wasm32")]
    {
        let card = &state.card;
        let link = |item: Option<&String>| {
            let filter = state.filter.clone();
            [page::address(), DeepLink { item: item.cloned(), filter }.format(card)].concat()
        };
        let plain = |item: &str| {
            let link = DeepLink { item: Some(item.to_owned()), ..DeepLink::default() };
            [page::address(), link.format(card)].concat()
        };
        let text = match what {
            Copy::Share(item) => return page::open_share(&card.headline, &link(item.as_ref())),
            Copy::Link(item) => link(item.as_ref()),
            Copy::Claim(id) => card.cite_claim(id, &plain(id)).unwrap_or_default(),
            Copy::Stance(index) => {
                let Some(stance) = card.stances.get(*index) else { return };
                card.cite_stance(stance, &plain(&stance.target))
            }
        };
        let (words, dispatch, copied) = (locale.words, dispatch.clone(), text.clone());
        page::copy(
            &text,
            Callback::from(move |done: bool| {
                let notice = if done { words.copied.into() } else { fill(words.copy_failed, &[&copied]) };
                dispatch.emit(Action::Notice(notice));
            }),
        );
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (state, locale, dispatch, what, fill("", &[]), DeepLink::default());
}
