//! Reading the article around a card: the piece of the program that can do it is fetched when the browser is idle, or
//! at once where the reader asks for a passage.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::{Callback, NodeRef};

use crate::card::QuoteId;
use crate::page::{self, Passages};
use crate::pieces::{self, FindPassages, Missing, Piece, Status};
use crate::state::{Action, QuoteState, State};
use crate::text::{InsideStrings, Locale};

/// The article of one card.
pub struct Reading {
    root: NodeRef,
    layer: NodeRef,
    dispatch: Callback<Action>,
    /// Where the article is on this page.
    selector: String,
    piece: Piece<FindPassages>,
    /// It is fetched when the browser is idle.
    is_waiting: bool,
    /// The card's passages, once the article has been read.
    passages: Option<Box<dyn Passages>>,
    /// The reader asked: whether it fails is told at once.
    is_asked: bool,
    /// The quote whose passage is to be shown as soon as the article has been read.
    wanted: Option<QuoteId>,
    /// The open claim from which the reader asked.
    asked_from: Option<Element>,
}

impl Reading {
    /// `root` is the card, `layer` an element beside it for what is laid over the page.
    pub fn new(root: NodeRef, layer: NodeRef, dispatch: Callback<Action>) -> Self {
        Self {
            root,
            layer,
            dispatch,
            selector: String::new(),
            piece: Piece::new(pieces::article),
            is_waiting: false,
            passages: None,
            is_asked: false,
            wanted: None,
            asked_from: None,
        }
    }

    /// The passages, where the article has been read.
    pub fn passages(&self) -> Option<&dyn Passages> {
        self.passages.as_deref()
    }

    /// Reads the article that `selector` names, for the first time or anew.
    pub fn begin(&mut self, state: &State, selector: &str) {
        // The old ones go first: their highlights have the same names.
        self.passages = None;
        selector.clone_into(&mut self.selector);
        if self.is_waiting || matches!(self.piece.status(), Status::Coming { .. }) {
            return;
        }
        self.is_waiting = true;
        if pieces::ARE_APART && !matches!(self.piece.status(), Status::Here(_)) {
            let dispatch = self.dispatch.clone();
            page::when_idle(move || dispatch.emit(Action::ReadArticle(false)));
        } else {
            // Whether it can be had is known.
            let _ = self.read(state);
        }
    }

    /// It is time: the browser is idle, the reader asks (`is_asked`), or the piece has come. Gives what to tell the
    /// reader.
    pub fn go_on(&mut self, is_asked: bool, state: &State, locale: &Locale) -> Option<&'static str> {
        if is_asked {
            self.is_asked = true;
            self.is_waiting = true;
            self.asked_from = page::focused().and_then(|button| button.closest("details").ok().flatten());
        }
        self.read(state).err()?;
        self.wanted = None;
        std::mem::take(&mut self.is_asked).then_some(InsideStrings::of(locale).unread)
    }

    /// Shows a quote's passage once the article has been read.
    pub fn show_later(&mut self, quote: QuoteId, state: &State) {
        if *state.anchor(quote) == QuoteState::Unknown {
            self.wanted = Some(quote);
            self.dispatch.emit(Action::ReadArticle(true));
        }
    }

    /// What was found is rendered.
    pub fn found(&mut self) {
        if let Some(quote) = self.wanted.take() {
            self.dispatch.emit(Action::ShowQuote(quote));
        }
        // The button that had the focus may be gone.
        let from = self.asked_from.take().filter(|_| page::is_focus_lost());
        let line = from.and_then(|details| details.query_selector("summary").ok().flatten());
        if let Some(line) = line {
            page::focus_element(line.unchecked_ref());
        }
        self.is_asked = false;
    }

    /// Reads the article where the piece is there; else sees that it comes.
    fn read(&mut self, state: &State) -> Result<(), Missing> {
        if std::mem::take(&mut self.is_waiting) {
            self.piece.fetch(self.dispatch.reform(|()| Action::ReadArticle(false)));
        }
        match self.piece.status() {
            Status::Here(find_passages) if self.passages.is_none() => {
                if let Some(root) = self.root.cast::<Element>() {
                    let (card, dispatch) = (Rc::clone(state.card()), self.dispatch.clone());
                    let layer: Option<HtmlElement> = self.layer.cast();
                    self.passages = find_passages(card, &root, &self.selector, layer, dispatch);
                }
            }
            Status::Missing => {
                self.dispatch.emit(Action::ArticleUnread);
                return Err(Missing);
            }
            Status::Away | Status::Coming { .. } | Status::Here(_) => {}
        }
        Ok(())
    }
}
