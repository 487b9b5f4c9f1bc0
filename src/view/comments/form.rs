//! The component of a form: it owns the state, keeps the draft, and asks the store.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::events::on_event;
use super::{Mailbox, dom, form_view, ids};
use crate::card::Card;
use crate::comments::section::Saved;
use crate::comments::{
    Comment, CommentStores, DraftTarget, Field, FormAction, FormEffect, FormState, StoreFuture, Subscription,
    Time, now_or_never,
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
    /// What the section asks of the form for a new comment.
    pub requests: Mailbox<FormAction>,
    /// False once everything is deleted: a form that closes then keeps nothing.
    pub keeps_drafts: Cell<bool>,
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
    /// What is heard of while the form lives: the page being left, other tabs.
    _hears: (Option<dom::Listener>, Subscription),
}

impl Component for CommentForm {
    type Message = FormAction;
    type Properties = CommentFormProps;

    fn create(ctx: &Context<Self>) -> Self {
        let CommentFormProps { context, target, original, cancel, .. } = ctx.props();
        let state = FormState::open(&context.stores, &context.card, target.clone(), original.clone());
        let dispatch: Callback<FormAction> = ctx.link().callback(|action| action);
        let changed = on_event(&dispatch, FormAction::DraftChanged);
        let is_new = *target == DraftTarget::New;
        let waited = if is_new { context.requests.listen(dispatch.clone()) } else { Vec::new() };
        let hears = (
            dom::on_leaving(on_event(&dispatch, |()| FormAction::Leaving)),
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
        if ctx.props().context.keeps_drafts.get() {
            self.act(ctx, FormAction::Closing);
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        form_view::form(&self.state, ctx.props(), &self.area, &self.dispatch)
    }
}

impl CommentForm {
    fn act(&mut self, ctx: &Context<Self>, action: FormAction) {
        for effect in self.state.reduce(action) {
            match self.state.keep(effect, &ctx.props().context.stores) {
                Ok(Some(answer)) => self.act(ctx, answer),
                Ok(None) => {}
                Err(effect) => self.run(ctx, effect),
            }
        }
    }

    fn run(&mut self, ctx: &Context<Self>, effect: FormEffect) {
        let CommentFormProps { context, done, cancel, .. } = ctx.props();
        let comments = &context.stores.comments;
        match effect {
            FormEffect::Post(new) => self.answer(ctx, comments.post(*new)),
            FormEffect::Edit(comment, text) => self.answer(ctx, comments.edit(&comment.id, text)),
            FormEffect::KeepDraftLater => {
                let dispatch = self.dispatch.clone();
                self.timer = Some(Timeout::new(DRAFT_DELAY, move || dispatch.emit(FormAction::KeepDraft)));
            }
            FormEffect::ForgetKeepDraftLater => self.timer = None,
            FormEffect::Focus(field) => self.focus = Some(field),
            FormEffect::Copy => dom::copy(&self.area, &on_event(&self.dispatch, FormAction::Copied)),
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
            _ => {}
        }
    }

    /// Waits for what the store makes of a comment, where it has to be waited for.
    fn answer(&mut self, ctx: &Context<Self>, answer: StoreFuture<Rc<Comment>>) {
        match now_or_never(answer) {
            Ok(answer) => self.act(ctx, FormAction::Answered(answer)),
            Err(later) => ctx.link().send_future(async move { FormAction::Answered(later.await) }),
        }
    }
}
