//! The card itself, as a Yew component: it owns the state, and runs the effects of each action once what the
//! action changed is rendered.

use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use super::{
    Controller, Ctx, Effects, Inside, KeptClaims, LocalComments, Mailbox, claims::claims, header::header,
    points::points, stances::stances,
};
use crate::card::{Card, Quote};
use crate::comments::Comment;
use crate::comments::section::Request;
use crate::effects::{can_share, on_print, when_idle};
use crate::pieces::{self, Piece, Status};
use crate::settings::{Comments, Marks, Sections};
use crate::state::{Action, KnownQuote, QuoteState, State};
use crate::text::Locale;

/// What a [`SummaryCard`] is given.
#[derive(Clone, PartialEq, Properties)]
pub struct SummaryCardProps {
    /// The card file.
    pub card: Rc<Card>,
    /// Which parts to show.
    #[prop_or_default]
    pub sections: Sections,
    /// Where comments are kept.
    #[prop_or_default]
    pub comments: Comments,
    /// The language of the interface: a BCP 47 tag. Default: the card's `inLanguage`, else `en`.
    #[prop_or_default]
    pub lang: AttrValue,
    /// The level of the card's heading, 1 to 6: one below that of the heading it stands under.
    #[prop_or(2)]
    pub heading_level: u8,
    /// Where the article's text is on this page: a CSS selector. Default: the nearest `article`, else
    /// `main`, else `body`.
    #[prop_or_default]
    pub article: AttrValue,
    /// Opens claims from outside.
    #[prop_or_default]
    pub controller: Controller,
    /// The headline is on the page above already: here it is not in sight.
    #[prop_or_default]
    pub hide_headline: bool,
    /// Which quotes are marked in the article.
    #[prop_or_default]
    pub marks: Marks,
    /// Render what is closed, too.
    #[prop_or_default]
    pub render_closed: bool,
    /// Render for a page that is read without a script: what is closed, too, and nothing that would do nothing there.
    /// Natively, and in a browser with the feature `prerender`.
    #[prop_or_default]
    pub without_script: bool,
    /// What is known of each quote, by its [`QuoteId`](crate::card::QuoteId), before the card has read the article.
    #[prop_or_default]
    pub known_quotes: Rc<Vec<KnownQuote>>,
    /// A claim was opened (`true`) or closed: its id.
    #[prop_or_default]
    pub on_claim_toggle: Callback<(AttrValue, bool)>,
    /// A quote's passage was asked for: the quote, and whether it was found in the article.
    #[prop_or_default]
    pub on_quote_show: Callback<(Quote, bool)>,
    /// A comment is about to be stored: false keeps it from being so.
    #[prop_or(Callback::from(|_| true))]
    pub on_comment_submit: Callback<Rc<Comment>, bool>,
    /// A comment was stored.
    #[prop_or_default]
    pub on_comment_post: Callback<Rc<Comment>>,
}

/// An interactive summary card.
///
/// The style sheet `static/card.css` has to be on the page, or in the shadow root around the card.
///
/// ```
/// use std::rc::Rc;
///
/// use summary_card::card::Card;
/// use summary_card::comments::Comment;
/// use summary_card::settings::Sections;
/// use summary_card::view::{Controller, SummaryCard};
/// use yew::prelude::*;
///
/// #[derive(PartialEq, Properties)]
/// struct StoryProps {
///     card: Rc<Card>,
/// }
///
/// #[component]
/// fn Story(props: &StoryProps) -> Html {
///     // Kept for as long as the story is shown: steers the card from a button outside of it.
///     let controller = (*use_memo((), |()| Controller::default())).clone();
///     let first = props.card.claims.first().map(|claim| claim.id.clone());
///     let onclick = {
///         let controller = controller.clone();
///         Callback::from(move |_: MouseEvent| {
///             if let Some(id) = &first {
///                 controller.open_claim(id);
///             }
///         })
///     };
///     // False keeps a comment from being stored.
///     let on_comment_submit = Callback::from(|comment: Rc<Comment>| comment.text.len() < 1000);
///     html! {
///         <article>
///             <h1>{ &props.card.headline }</h1>
///             <p>{ "The council put off its vote." }</p>
///             <button type="button" {onclick}>{ "The first claim" }</button>
///             <SummaryCard
///                 card={props.card.clone()} {controller} {on_comment_submit}
///                 sections={Sections::parse("summary claims comments")} lang="en" heading_level={2} />
///         </article>
///     }
/// }
/// ```
pub struct SummaryCard {
    state: State,
    locale: Locale,
    dispatch: Callback<Action>,
    on_counts: Callback<Rc<Vec<(String, usize)>>>,
    /// What the comment section is asked for.
    requests: Mailbox<Request>,
    inside: Piece<&'static Inside>,
    /// There once the inside is.
    effects: Option<Box<dyn Effects>>,
    /// Actions whose effects wait until the card is rendered, and the inside is there.
    waiting: Vec<Action>,
    /// The article has to be read, for the first time or anew.
    is_unread: bool,
    root: NodeRef,
    layer: NodeRef,
    can_share: bool,
    /// What did not change is not rendered again.
    kept: KeptClaims,
    _print: Option<[EventListener; 2]>,
}

impl Component for SummaryCard {
    type Message = Action;
    type Properties = SummaryCardProps;

    fn create(ctx: &Context<Self>) -> Self {
        let (root, layer) = (NodeRef::default(), NodeRef::default());
        let dispatch = ctx.link().callback(|action| action);
        let requests = Mailbox::default();
        let mut state = State::new(ctx.props().card.clone(), ctx.props().marks);
        state.render_closed = ctx.props().render_closed || ctx.props().without_script;
        state.learn(&ctx.props().known_quotes);
        let print = on_print(&dispatch.reform(Action::RenderClosed));
        let mut made = Self {
            state,
            locale: locale(ctx.props()),
            on_counts: dispatch.reform(Action::CommentCounts),
            inside: Piece::new(pieces::inside),
            effects: None,
            requests,
            dispatch,
            waiting: Vec::new(),
            is_unread: true,
            root,
            layer,
            can_share: can_share(),
            kept: KeptClaims::default(),
            _print: print,
        };
        if !pieces::ARE_APART {
            made.look_inside(&Action::Inside(String::new()));
        }
        made
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &SummaryCardProps) -> bool {
        let props = ctx.props();
        let is_new = self.state.update(Action::Load(props.card.clone()));
        self.is_unread |= is_new || props.article != old.article;
        if props.marks != old.marks {
            self.waiting.push(Action::Marks(props.marks));
            self.state.update(Action::Marks(props.marks));
        }
        // The same tag can have other words: those of its own language, once they have come.
        self.locale = locale(props);
        if props.controller != old.controller {
            props.controller.connect(&self.dispatch);
        }
        self.kept.forget();
        true
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        match action {
            Action::Toggle(claim, _) if self.effects.is_some() => self.kept.forget_one(claim),
            _ => self.kept.forget(),
        }
        let is_new = self.look_inside(&action) | self.state.update(action.clone());
        self.announce(ctx.props(), &action);
        match &mut self.effects {
            Some(effects) if !is_new => effects.after(&action, &self.state, &self.locale),
            _ => self.waiting.push(action),
        }
        is_new
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if let Some(effects) = &mut self.effects {
            effects.rendered();
            if std::mem::take(&mut self.is_unread) {
                effects.read_article(&self.state, &ctx.props().article);
            }
            for action in std::mem::take(&mut self.waiting) {
                effects.after(&action, &self.state, &self.locale);
            }
        }
        if first {
            ctx.props().controller.connect(&self.dispatch);
            if pieces::ARE_APART {
                let dispatch = self.dispatch.clone();
                when_idle(move || dispatch.emit(Action::Inside(String::new())));
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let sections = props.sections;
        let ctx = Ctx {
            state: &self.state,
            locale: &self.locale,
            dispatch: &self.dispatch,
            props,
            can_share: self.can_share,
            kept: &self.kept,
            inside: self.inside.status(),
        };
        let escape = {
            let (dispatch, has_passage) = (self.dispatch.clone(), self.state.passage.is_some());
            Callback::from(move |event: KeyboardEvent| {
                if has_passage && event.key() == "Escape" {
                    // A dialog of the page stays open for this once.
                    event.prevent_default();
                    dispatch.emit(Action::Back);
                }
            })
        };
        let card = self.state.card();
        html! {
            <div class="around" lang={self.locale.words_tag()} onkeydown={escape}>
                <section ref={self.root.clone()} class="summary-card" part="card" aria-labelledby={ctx.id("title")}>
                    { header(&ctx) }
                    if self.is_stuck() { { ctx.inside(".tools button", |_| Html::default()) } }
                    if sections.summary && !card.summary.is_empty() { { points(&ctx) } }
                    if self.state.is_filter_open && ctx.has_claims() { { ctx.inside(".filter input", |inside| (inside.filter)(&ctx)) } }
                    if sections.claims && !card.claims.is_empty() { { claims(&ctx) } }
                    if sections.stances && !card.stances.is_empty() { { stances(&ctx) } }
                    if ctx.has_comments() {
                        <LocalComments
                            card={card.clone()} locale={self.locale.clone()} level={(props.heading_level + 1).min(6)}
                            render_closed={self.state.render_closed} without_script={props.without_script} requests={self.requests.clone()} on_counts={self.on_counts.clone()}
                            on_submit={props.on_comment_submit.clone()} on_post={props.on_comment_post.clone()} />
                    }
                </section>
                if !ctx.is_static() {
                    // The page reader puts boxes in here where the browser cannot highlight: Yew leaves it alone.
                    <div ref={self.layer.clone()} class="layer" aria-hidden="true"></div>
                    <div class="float" popover="manual">
                        if let Status::Here(inside) = ctx.inside { { (inside.float)(&ctx) } }
                    </div>
                }
            </div>
        }
    }
}

impl SummaryCard {
    /// Sees that the inside comes, whatever is asked of the card: what the reader does next is done there. Whether there
    /// is news of it to show.
    fn look_inside(&mut self, action: &Action) -> bool {
        let has_come = matches!(action, Action::InsideCame);
        if !has_come {
            self.inside.fetch(self.dispatch.reform(|()| Action::InsideCame));
        }
        if self.effects.is_some() {
            return false;
        }
        if let Status::Here(inside) = self.inside.status() {
            let (root, layer) = (self.root.clone(), self.layer.clone());
            self.effects = Some((inside.effects)(root, layer, self.dispatch.clone(), self.requests.clone()));
            return true;
        }
        has_come || matches!(action, Action::Inside(_))
    }

    /// Whether the reader asked for something outside of the card that cannot be done.
    fn is_stuck(&self) -> bool {
        let is_missing = matches!(self.inside.status(), Status::Missing | Status::Coming { again: true });
        let is_shown_nowhere =
            |action: &Action| matches!(action, Action::Copy(_) | Action::Share(_) | Action::ShowComment(_));
        is_missing && self.waiting.iter().any(is_shown_nowhere)
    }

    /// Tells the page what the reader did.
    fn announce(&mut self, props: &SummaryCardProps, action: &Action) {
        match action {
            Action::Toggle(claim, open) if self.state.tell(*claim, *open) => {
                props.on_claim_toggle.emit((self.state.card().claims[*claim].id.clone().into(), *open));
            }
            // Nobody knows yet whether it is there: it is asked for again when the article has been read.
            Action::ShowQuote(id) if *self.state.anchor(*id) == QuoteState::Unknown => {}
            Action::ShowQuote(id) => {
                if let Some(entry) = self.state.card().quote(*id) {
                    props.on_quote_show.emit((entry.quote.clone(), self.state.anchor(*id).has_passage()));
                }
            }
            _ => {}
        }
    }
}

fn locale(props: &SummaryCardProps) -> Locale {
    if props.lang.is_empty() {
        Locale::new(props.card.in_language.clone().unwrap_or_default())
    } else {
        Locale::new(props.lang.clone())
    }
}
