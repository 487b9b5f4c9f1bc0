//! The component of a form: it owns the state, keeps the draft, and asks the store.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::{Mailbox, dom, form_view, ids};
use crate::card::Card;
use crate::comments::section::Saved;
use crate::comments::{
    Comment, CommentStores, DraftTarget, Field, FormAction, FormEffect, FormState, Subscription, Time,
    now_or_never,
};
use crate::text::Locale;

/// The draft is kept so many milliseconds after the last key.
const DRAFT_DELAY: u32 = 400;

/// What a form is given.
#[derive(Clone, PartialEq, Properties)]
pub struct CommentFormProps {
    pub context: Rc<FormContext>,
    /// What is written; it does not change while the form lives.
    pub target: DraftTarget,
    /// The comment that is changed.
    #[prop_or_default]
    pub original: Option<Rc<Comment>>,
    /// What the ids of the fields start with.
    pub prefix: String,
    /// A comment was stored.
    pub done: Callback<Saved>,
    /// Closes the form; none for the form that always stays.
    #[prop_or_default]
    pub cancel: Option<Callback<()>>,
}

/// What all forms of one section share.
pub struct FormContext {
    pub stores: CommentStores,
    pub card: Rc<Card>,
    pub locale: Locale,
    /// Asks the page; false where it says no.
    pub on_submit: Callback<Rc<Comment>, bool>,
    /// What the section asks of its forms.
    pub requests: Mailbox<FormAction>,
}

impl PartialEq for FormContext {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// A form for a comment, a reply, or a change to one's own comment.
pub struct CommentForm {
    state: FormState,
    dispatch: Callback<FormAction>,
    area: NodeRef,
    /// The field that gets the focus after rendering.
    focus: Option<Field>,
    timer: Option<Timeout>,
    /// What is heard of while the form lives: the page being left, the section, other tabs.
    _hears: (Option<dom::Listener>, Subscription, Subscription),
}

impl Component for CommentForm {
    type Message = FormAction;
    type Properties = CommentFormProps;

    fn create(ctx: &Context<Self>) -> Self {
        let CommentFormProps { context, target, original, cancel, .. } = ctx.props();
        let state = FormState::open(&context.stores, &context.card, target.clone(), original.clone());
        let dispatch: Callback<FormAction> = ctx.link().callback(|action| action);
        let changed = dispatch.reform(FormAction::DraftChanged);
        let (requests, waited) = context.requests.listen(dispatch.clone());
        let hears = (
            dom::on_leaving(dispatch.reform(|()| FormAction::Leaving)),
            requests,
            context.stores.drafts.subscribe(target, Rc::new(move |change| changed.emit(change))),
        );
        // Who opened the form wants to write.
        let focus = cancel.as_ref().map(|_| Field::Text);
        let mut made = Self { state, dispatch, area: NodeRef::default(), focus, timer: None, _hears: hears };
        for action in waited {
            made.act(ctx, action);
        }
        made
    }

    fn changed(&mut self, _ctx: &Context<Self>, _old: &CommentFormProps) -> bool {
        true
    }

    fn update(&mut self, ctx: &Context<Self>, action: FormAction) -> bool {
        self.act(ctx, action);
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        if let Some(field) = self.focus.take() {
            dom::focus(&self.area, &ids::field(&ctx.props().prefix, field));
        }
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        self.act(ctx, FormAction::Closing);
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        form_view::form(&self.state, ctx.props(), &self.area, &self.dispatch)
    }
}

impl CommentForm {
    fn act(&mut self, ctx: &Context<Self>, action: FormAction) {
        let CommentFormProps { context, done, cancel, .. } = ctx.props();
        for effect in self.state.reduce(action) {
            match effect {
                FormEffect::Store(call) => match now_or_never(call.run(&context.stores)) {
                    Ok(Some(answer)) => self.act(ctx, answer),
                    Ok(None) => {}
                    Err(later) => ctx.link().send_future_batch(later),
                },
                FormEffect::KeepDraftLater => {
                    let dispatch = self.dispatch.clone();
                    self.timer =
                        Some(Timeout::new(DRAFT_DELAY, move || dispatch.emit(FormAction::KeepDraft)));
                }
                FormEffect::ForgetKeepDraftLater => self.timer = None,
                FormEffect::Focus(field) => self.focus = Some(field),
                FormEffect::Copy => dom::copy(&self.area, &self.dispatch.reform(FormAction::Copied)),
                FormEffect::AskPage(new) => {
                    let preview = new.preview(Time::from_ms(context.stores.platform.now()));
                    let accepted = context.on_submit.emit(Rc::new(preview));
                    let answer = if accepted { FormAction::Accepted(new) } else { FormAction::Declined };
                    self.act(ctx, answer);
                }
                FormEffect::Done(saved) => done.emit(saved),
                FormEffect::Cancelled => {
                    if let Some(cancel) = cancel {
                        cancel.emit(());
                    }
                }
            }
        }
    }
}
