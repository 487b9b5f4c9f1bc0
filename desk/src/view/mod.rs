//! What the editor sees: functions from [`State`] to `Html`, one small file each, and components where they save
//! rendering or hold what is not worth a place in the state.

mod article_pane;
mod block;
mod by_id;
mod dialogs;
mod drag;
mod entries;
mod forms;
mod header;
mod intake;
mod live_card;
mod once_drawn;
mod outside;
mod problems_pane;
mod row;
mod selection;
mod status;
mod suggestions;
mod tabs;
mod titles;
mod toolbar;
mod walker;

use std::rc::Rc;

use summary_card::text::Locale;
use yew::prelude::*;

use crate::state::{Action, State};
use crate::store::Others;
use crate::text::Strings;

pub use article_pane::article_pane;
pub use by_id::{focus, focus_first, scroll_to};
pub use dialogs::{Kept, dialog};
pub use entries::entries;
pub use header::header;
pub use live_card::LiveCard;
pub use outside::{dropped_file, listen};
pub use problems_pane::problems_pane;
pub use selection::{Selecting, unselect};
pub use status::status;
pub use tabs::{CardFaces, tabs};

/// The words that are shown for the state of keeping.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// All is kept.
    #[default]
    Kept,
    /// Something is about to be.
    Waiting,
    /// The browser keeps nothing.
    Refused,
    /// Another tab has saved this card.
    Conflict,
    /// The last change could not be kept.
    Failed,
}

/// What every part of the view is given.
pub struct Ctx<'a> {
    /// All of the desk.
    pub state: &'a State,
    /// The interface's language.
    pub locale: &'a Locale,
    /// The interface's words.
    pub words: &'static Strings,
    /// What the editor does goes here.
    pub dispatch: &'a Callback<Action>,
    /// Whether the card is kept.
    pub keeping: Keeping,
    /// Who else has it open.
    pub others: Others,
    /// The kept cards, and the key of this one; nothing where the browser keeps none.
    pub kept: Option<&'a Kept>,
    /// The interface's language changes to this tag.
    pub on_language: &'a Callback<&'static str>,
    /// The card goes on as one of its own.
    pub on_fork: &'a Callback<()>,
}

impl Ctx<'_> {
    /// A callback for an event that asks for `action`, whatever the event holds.
    pub fn ask<E: 'static>(&self, action: Action) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_| dispatch.emit(action.clone()))
    }

    /// The language of the card's own words, where it says so.
    pub fn card_lang(&self) -> Option<AttrValue> {
        self.state.language().map(AttrValue::from)
    }

    /// A plain button.
    pub fn button(&self, name: impl Into<AttrValue>, action: Action) -> Html {
        html! { <button type="button" class="button" onclick={self.ask(action)}>{ name.into() }</button> }
    }

    /// The one button that a group is about.
    pub fn main_button(&self, name: impl Into<AttrValue>, action: Action) -> Html {
        html! { <button type="button" class="button main" onclick={self.ask(action)}>{ name.into() }</button> }
    }

    /// A button that looks like a link.
    pub fn link(&self, name: impl Into<AttrValue>, action: Action) -> Html {
        html! { <button type="button" class="link" onclick={self.ask(action)}>{ name.into() }</button> }
    }
}

/// Something that is the same where it is the same thing: for properties.
pub struct Same<T: ?Sized>(pub Rc<T>);

impl<T: ?Sized> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T: ?Sized> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: ?Sized> std::ops::Deref for Same<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
