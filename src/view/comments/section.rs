//! The component of what is in the section, below its line: it owns the state, asks the store, and moves the focus once it is rendered.

use std::cell::Cell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::form::FormContext;
use super::intl::Formats;
use super::layout::{self, Ctx};
use super::{Mailbox, dom, ids, toolbar};
use crate::card::Card;
use crate::comments::section::{Action, Effect, FocusTarget, Request, Section};
use crate::comments::{Comment, CommentStores, FormAction, Subscription, now_or_never};
use crate::text::{CommentStrings, Locale};

/// What a [`CommentSection`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct CommentSectionProps {
    /// Where the comments are kept.
    pub stores: CommentStores,
    /// The card whose article is commented on.
    pub card: Rc<Card>,
    /// The language of the interface.
    pub locale: Locale,
    /// Whether the section is open.
    #[prop_or_default]
    pub open: bool,
    /// Render what is closed, too: the page is printed.
    #[prop_or_default]
    pub render_closed: bool,
    /// Render for a page that is read without a script: the comments alone, whether the section is closed or not.
    #[prop_or_default]
    pub without_script: bool,
    /// What the card asks of the section.
    #[prop_or_default]
    pub requests: Mailbox<Request>,
    /// How many comments each claim has, whenever that changes.
    #[prop_or_default]
    pub on_counts: Callback<Rc<Vec<(String, usize)>>>,
    /// How many comments there are in all, whenever that changes.
    #[prop_or_default]
    pub on_total: Callback<usize>,
    /// A comment is about to be stored: false keeps it from being so. Its id is empty.
    #[prop_or(Callback::from(|_| true))]
    pub on_submit: Callback<Rc<Comment>, bool>,
    /// A comment was stored.
    #[prop_or_default]
    pub on_post: Callback<Rc<Comment>>,
}

/// The comments on a card: nothing before the section is opened.
pub struct CommentSection {
    section: Section,
    forms: Rc<FormContext>,
    formats: Formats,
    dispatch: Callback<Action>,
    root: NodeRef,
    /// What gets the focus after rendering.
    focus: Option<FocusTarget>,
    /// How many comments there are, as last told.
    told: Option<usize>,
    changes: Subscription,
}

impl Component for CommentSection {
    type Message = Action;
    type Properties = CommentSectionProps;

    fn create(ctx: &Context<Self>) -> Self {
        let (section, effects) = Section::new();
        let dispatch = ctx.link().callback(|action| action);
        let waited = ctx.props().requests.listen(dispatch.reform(Action::Requested));
        let mut made = Self {
            section,
            forms: form_context(ctx.props(), Mailbox::default()),
            formats: if crate::prerender::is(ctx.props().without_script) {
                Formats::without_characters()
            } else {
                Formats::default()
            },
            root: NodeRef::default(),
            focus: None,
            told: None,
            changes: subscribe(ctx.props(), &dispatch),
            dispatch,
        };
        // Few comments are there at once: so they are in what is rendered natively, too.
        made.run(ctx, effects);
        if ctx.props().open {
            made.act(ctx, Action::Opened(true));
        }
        made.answer(ctx, waited);
        made
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &CommentSectionProps) -> bool {
        let props = ctx.props();
        if props.locale != old.locale {
            self.formats = Formats::default();
        }
        self.forms = form_context(props, self.forms.requests.clone());
        if props.stores != old.stores {
            self.changes = subscribe(props, &self.dispatch);
            self.told = None;
            let effects = self.section.restart();
            self.run(ctx, effects);
        }
        if props.requests != old.requests {
            let waited = props.requests.listen(self.dispatch.reform(Action::Requested));
            self.answer(ctx, waited);
        }
        if props.open != old.open {
            self.act(ctx, Action::Opened(props.open));
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        self.act(ctx, action);
        true
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let total = self.section.page.all;
        if self.told.replace(total) != Some(total) {
            ctx.props().on_total.emit(total);
        }
        let card = &ctx.props().card.id;
        dom::choose(&self.root, &ids::of(card, &FocusTarget::Sort), toolbar::index(self.section.sort));
        if let Some(target) = self.focus.take()
            && !dom::focus(&self.root, &ids::of(card, &target))
            && matches!(target, FocusTarget::Comment(_))
        {
            dom::focus(&self.root, &ids::of(card, &FocusTarget::Sort));
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let view = Ctx {
            section: &self.section,
            card: &props.card,
            locale: &props.locale,
            words: CommentStrings::of(&props.locale),
            formats: &self.formats,
            can: props.stores.comments.capabilities(),
            has_own_data: props.stores.own_data.is_some(),
            now: props.stores.platform.now(),
            forms: &self.forms,
            dispatch: &self.dispatch,
            is_static: crate::prerender::is(props.without_script),
            is_printed: cfg!(target_arch = "wasm32") && props.render_closed,
        };
        html! {
            if self.section.was_open || props.render_closed || props.without_script { { layout::content(&view, &self.root) } }
        }
    }
}

impl CommentSection {
    /// Does what was asked for before it was there.
    fn answer(&mut self, ctx: &Context<Self>, waited: Vec<Request>) {
        for request in waited {
            self.act(ctx, Action::Requested(request));
        }
    }

    fn act(&mut self, ctx: &Context<Self>, action: Action) {
        let effects = self.section.reduce(action);
        self.run(ctx, effects);
    }

    fn run(&mut self, ctx: &Context<Self>, effects: Vec<Effect>) {
        let props = ctx.props();
        for effect in effects {
            if effect == Effect::DeleteEverything {
                // The forms that close for it keep nothing; those that open next do again.
                self.forms.keeps_drafts.set(false);
                self.forms = form_context(props, self.forms.requests.clone());
            }
            match effect.ask(&props.stores) {
                Ok(answer) => match now_or_never(answer) {
                    Ok(answer) => self.act(ctx, answer),
                    Err(later) => ctx.link().send_future(later),
                },
                Err(effect) => self.show(props, effect),
            }
        }
    }

    fn show(&mut self, props: &CommentSectionProps, effect: Effect) {
        match effect {
            Effect::Focus(target) => self.focus = Some(target),
            Effect::WriteAbout(claim) => self.forms.requests.send(FormAction::WriteAbout(claim)),
            Effect::SaveFile(text) => {
                let _ = dom::save_file(&[&props.card.id, "-comments.json"].concat(), &text);
            }
            Effect::TellCounts(counts) => {
                let on_counts = props.on_counts.clone();
                // Not while rendering: a parent that renders for it would be rendering already.
                spawn_local(async move { on_counts.emit(counts) });
            }
            Effect::TellPosted(comment) => props.on_post.emit(comment),
            _ => {}
        }
    }
}

/// Hears what others do to the comments.
fn subscribe(props: &CommentSectionProps, dispatch: &Callback<Action>) -> Subscription {
    let changed = dispatch.reform(Action::Changed);
    props.stores.comments.subscribe(Rc::new(move |change| changed.emit(change)))
}

fn form_context(props: &CommentSectionProps, requests: Mailbox<FormAction>) -> Rc<FormContext> {
    Rc::new(FormContext {
        stores: props.stores.clone(),
        card: Rc::clone(&props.card),
        locale: props.locale.clone(),
        on_submit: props.on_submit.clone(),
        requests,
        keeps_drafts: Cell::new(true),
    })
}
