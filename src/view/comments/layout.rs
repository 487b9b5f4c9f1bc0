//! What is in the section: the form, the list and what belongs to the reader.

use std::rc::Rc;

use yew::prelude::*;

use super::button::{Button, button};
use super::events::on_event;
use super::form::{CommentForm, FormContext};
use super::intl::Formats;
use super::{ids, list, own_data, toolbar, words};
use crate::card::Card;
use crate::comments::section::{Action, Section};
use crate::comments::{Capabilities, DraftTarget};
use crate::text::{CommentStrings, Locale};

/// What every part of the section is shown with.
pub struct Ctx<'a> {
    pub section: &'a Section,
    pub card: &'a Card,
    pub locale: &'a Locale,
    pub words: &'static CommentStrings,
    pub formats: &'a Formats,
    pub can: Capabilities,
    /// Whether there is anything that the reader can take along and delete.
    pub has_own_data: bool,
    /// Milliseconds since 1970.
    pub now: i64,
    pub forms: &'a Rc<FormContext>,
    pub dispatch: &'a Callback<Action>,
    /// Whether the section is rendered natively for a page that is read without a script: then only the comments
    /// are. Never in the browser, where none of that is compiled.
    pub is_static: bool,
    /// Whether it is rendered in the browser for paper: whole, and with dates.
    pub is_printed: bool,
}

impl Ctx<'_> {
    /// A callback that asks for an action about the comment with an id.
    pub fn ask<E: 'static>(&self, make: fn(String) -> Action, id: &str) -> Callback<E> {
        let (dispatch, id) = (self.dispatch.clone(), id.to_owned());
        Callback::from(move |_| dispatch.emit(make(id.clone())))
    }

    /// The id of an element of the section as a whole.
    pub fn id(&self, name: &str) -> String {
        ids::section(&self.card.id, name)
    }
}

/// All that is below the section's line. `root` is an element of it.
pub fn content(ctx: &Ctx, root: &NodeRef) -> Html {
    if ctx.is_static {
        return list::threads(ctx);
    }
    let (state, words) = (ctx.section, ctx.words);
    let leave = ctx.id("leave");
    html! {
        <>
            <p key="where" ref={root.clone()} class="note live">{ if ctx.can.lasting { words.private } else { words.not_kept } }</p>
            if state.page.damaged > 0 {
                <p key="damaged" class="note">{ words.damaged.count(ctx.locale, state.page.damaged) }</p>
            }
            <div key="leave" class="live" role="group" aria-labelledby={leave.clone()}>
                <p id={leave} class="label">{ ctx.locale.words.leave_comment }</p>
                <CommentForm
                    key={state.form_key} context={Rc::clone(ctx.forms)} target={DraftTarget::New}
                    prefix={ids::new_form(&ctx.card.id)} done={on_event(ctx.dispatch, Action::Posted)} />
            </div>
            { status(ctx) }
            { toolbar::toolbar(ctx) }
            <div key="list">{ list::threads(ctx) }</div>
            if ctx.has_own_data { { own_data::own_data(ctx) } }
        </>
    }
}

/// What was done last, and the way to undo it.
fn status(ctx: &Ctx) -> Html {
    let (state, words) = (ctx.section, ctx.words);
    let message = state.status_message.map(|message| words::status(words, message));
    let arrived = state.arrived.then_some(words.new_comment);
    let said: Vec<&str> = message.as_deref().into_iter().chain(arrived).collect();
    html! {
        <p key="said" class="status-message live">
            <span role="status">{ said.join(" ") }</span>
            if state.undo.is_some() {
                { " " }{ button(words.undo.into(), on_event(ctx.dispatch, |_| Action::Undo), Button { id: Some(ctx.id("undo")), ..Button::default() }) }
            }
        </p>
    }
}
